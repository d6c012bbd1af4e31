import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.documents import MAX_BYTES, Heading, edits_to, normalise, normalising, outline
from positions.errors import Invalid, LimitExceeded
from positions.hunks import Hunk, apply_hunks, hunks
from tests.strategies import any_text, edited

_UNFORMED = st.sampled_from(
    ["e\u0301", "\u0301", "q\u0302\u0323", "\r\n", "\r", "\ufeff", "\u212b", "\u1100\u1161\u11a8"]
)
unformed = (
    st.lists(st.one_of(_UNFORMED, any_text), max_size=6).map("".join).filter(lambda text: "\x00" not in text)
)


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


@given(unformed)
def test_the_one_form_is_reached_letter_by_letter(text: str) -> None:
    edits = normalising(text)
    assert apply_hunks(text, edits) == normalise(text)
    assert all(text[hunk.start : hunk.end] != hunk.replacement for hunk in edits)


def test_no_letter_of_any_script_is_brought_into_its_form_in_parts() -> None:
    letters = (chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000)
    text = " ".join(parts for letter in letters if (parts := unicodedata.normalize("NFD", letter)) != letter)
    assert apply_hunks(text, normalising(text)) == normalise(text)


def test_a_letter_with_its_marks_is_rewritten_and_nothing_beside_it() -> None:
    text = "\ufeffLa poblacio\u0301 👩\u200d🚀 creix,\r\nde\u0301u"
    assert normalising(text) == (
        Hunk(0, 1, ""),
        Hunk(11, 13, "ó"),
        Hunk(24, 26, "\n"),
        Hunk(27, 29, "é"),
    )


@given(unformed, st.data())
def test_a_whole_text_leaves_the_form_of_what_it_does_not_change(base: str, data: st.DataObject) -> None:
    text = normalise(data.draw(edited(normalise(base))))
    edits = edits_to(base, text)
    assert normalise(apply_hunks(base, edits)) == text
    assert edits == () or text != normalise(base)


def test_a_whole_text_on_a_base_in_its_one_form_is_compared_with_it() -> None:
    assert edits_to("un dos", "un tres") == hunks("un dos", "un tres")
