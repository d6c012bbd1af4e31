import unicodedata

import pytest
from hypothesis import given

from positions.documents import MAX_BYTES, Heading, normalise, outline
from positions.errors import Invalid, LimitExceeded
from tests.strategies import any_text


@given(any_text.filter(lambda text: "\x00" not in text))
def test_the_one_form_is_nfc_with_line_feeds_and_stays_as_it_is(text: str) -> None:
    normal = normalise(text)
    assert "\r" not in normal
    assert unicodedata.is_normalized("NFC", normal)
    assert normalise(normal) == normal


def test_composed_and_decomposed_letters_become_the_same() -> None:
    assert normalise("e\u0301s\r\nl·l\rfi") == "és\nl·l\nfi"


@pytest.mark.parametrize(
    ("text", "reason"), [("a\x00", "text_has_nul"), ("a\ud800b", "text_has_lone_surrogate")]
)
def test_impossible_text_is_refused(text: str, reason: str) -> None:
    with pytest.raises(Invalid) as refusal:
        normalise(text)
    assert (refusal.value.reason, refusal.value.fields) == (reason, {"at": 1})


@pytest.mark.parametrize("text", ["a" * (MAX_BYTES + 1), "à" * (MAX_BYTES // 2 + 1)])
def test_a_text_is_measured_in_bytes(text: str) -> None:
    with pytest.raises(LimitExceeded) as refusal:
        normalise(text)
    assert refusal.value.reason == "text_too_long"


def test_a_text_of_the_full_size_is_taken() -> None:
    assert len(normalise("à" * (MAX_BYTES // 2))) == MAX_BYTES // 2


def test_the_outline_shows_headings_without_marks() -> None:
    text = "# La **nova** directiva #\n\nText\n\n```\n# no\n```\n\nSegon [nivell](x)\n---\n"
    assert outline(text) == (Heading(1, "La nova directiva", 0), Heading(2, "Segon nivell", 47))
