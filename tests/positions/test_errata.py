"""Errata mend what is written, never what is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.asks import asks
from positions.errata import check_correction
from positions.errors import Invalid
from tests.strategies import sentences

TEXT = "# Aigües\n\nUn paràgraf.\n\n- **D1.** Un pla.\n- **D2.** Sense ajornar.\n"


def refusal_of(corrected: str, adopted: str = TEXT) -> str | None:
    try:
        check_correction(adopted, corrected)
    except Invalid as refusal:
        return refusal.reason
    return None


@pytest.mark.parametrize(
    "corrected",
    [TEXT.replace("paràgraf", "altre paràgraf"), TEXT.replace("Un pla", "Un pla integral"), TEXT + "\nFi.\n"],
)
def test_words_may_be_mended_in_asks_too(corrected: str) -> None:
    assert refusal_of(corrected) is None


@pytest.mark.parametrize(
    ("corrected", "reason"),
    [
        (TEXT, "erratum_changes_nothing"),
        ("", "text_blank"),
        (" \n", "text_blank"),
        (TEXT + "- **D3.** Més.\n", "erratum_changes_asks"),
        (TEXT.replace("- **D2.** Sense ajornar.\n", ""), "erratum_changes_asks"),
        (TEXT.replace("D1", "D9"), "erratum_changes_asks"),
        (TEXT.replace("D1", "Dx").replace("D2", "D1").replace("Dx", "D2"), "erratum_changes_asks"),
        (TEXT.replace("**D1.**", "D1."), "erratum_changes_asks"),
    ],
)
def test_corrections_that_cannot_be(corrected: str, reason: str) -> None:
    assert refusal_of(corrected) == reason


@given(st.lists(sentences, max_size=4), st.lists(sentences, max_size=4))
def test_what_passes_asks_the_same(before: list[str], after: list[str]) -> None:
    adopted = TEXT + "\n\n".join(before)
    corrected = TEXT + "\n\n".join(after)
    if refusal_of(corrected, adopted) is None:
        assert [ask.key for ask in asks(corrected)] == [ask.key for ask in asks(adopted)]
        assert corrected != adopted
