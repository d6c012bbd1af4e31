"""What an amendment changes exactly: words as small as they are, blocks as blocks, none glued to another."""

import pytest

from positions.errors import Invalid
from positions.proposals import Proposal, apply_edits, edits_of

TEXT = "# Títol\n\nU és el primer.\n\n- un\n- dos\n\nDos és el segon.\n"


def made(start: int, end: int, text: str) -> str:
    return apply_edits(TEXT, edits_of(TEXT, Proposal(1, start, end, text)))


@pytest.mark.parametrize("point", [TEXT.index("- un"), TEXT.index("- un") - 1, TEXT.index("\n\n- un")])
@pytest.mark.parametrize("text", ["Un paràgraf nou.", "\n\nUn paràgraf nou.", "Un paràgraf nou.\n"])
def test_a_paragraph_added_between_two_others_stands_alone(point: int, text: str) -> None:
    assert made(point, point, text) == TEXT.replace("- un", "Un paràgraf nou.\n\n- un")


def test_an_entry_added_to_a_list_belongs_to_it() -> None:
    end = TEXT.index("- dos") + len("- dos")
    assert made(end, end, "\n- tres") == TEXT.replace("- dos\n", "- dos\n- tres\n")


def test_words_added_to_a_paragraph_stay_words() -> None:
    end = TEXT.index("primer.") + len("primer.")
    assert made(end, end, " I més.") == TEXT.replace("primer.", "primer. I més.")


@pytest.mark.parametrize("around", [0, 1, 2])
def test_a_paragraph_deleted_takes_its_blank_line_along(around: int) -> None:
    start = TEXT.index("U és")
    end = start + len("U és el primer.")
    assert made(start, end + around, "") == TEXT.replace("U és el primer.\n\n", "")


def test_blocks_replaced_are_not_glued_to_what_follows() -> None:
    start, end = TEXT.index("U és"), TEXT.index("Dos és")
    assert made(start, end, "Tot plegat.") == "# Títol\n\nTot plegat.\n\nDos és el segon.\n"


@pytest.mark.parametrize("place", [(-1, 3), (3, 2), (0, len(TEXT) + 1)])
def test_a_range_that_is_not_in_the_text_is_refused(place: tuple[int, int]) -> None:
    with pytest.raises(Invalid, match="anchor_out_of_range"):
        edits_of(TEXT, Proposal(1, *place, "x"))
