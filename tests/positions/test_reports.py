"""Conclusions are a text: normal, not blank, not endless."""

import pytest

from positions.errors import Invalid, LimitExceeded
from positions.reports import LONGEST_CONCLUSIONS, conclusions_text


def test_conclusions_are_kept_in_the_one_form_of_texts() -> None:
    assert conclusions_text("  \r\n**A\u0300mbit**\r\n\r\n- u\n ") == "**Àmbit**\n\n- u"


@pytest.mark.parametrize("text", ["", " \n\t "])
def test_nothing_is_no_conclusion(text: str) -> None:
    with pytest.raises(Invalid, match="text_blank"):
        conclusions_text(text, ["text"])


def test_what_is_no_text_and_what_is_too_long_is_refused() -> None:
    with pytest.raises(Invalid, match="text_has_nul"):
        conclusions_text("a\x00")
    assert len(conclusions_text("a" * LONGEST_CONCLUSIONS)) == LONGEST_CONCLUSIONS
    with pytest.raises(LimitExceeded):
        conclusions_text("a" * (LONGEST_CONCLUSIONS + 1))
