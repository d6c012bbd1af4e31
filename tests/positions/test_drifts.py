"""Edits made on what people made of a text meanwhile."""

from positions.drifts import Drift
from positions.proposals import Edit, Proposal, apply_edits, edits_of

FIRST = "El primer paràgraf és força llarg i parla del riu."
SECOND = "El segon paràgraf és també força llarg i parla del mar."
THIRD = "El tercer paràgraf, igual de llarg, parla del port."
BASE = "\n\n".join((FIRST, SECOND, THIRD)) + "\n"


def added(text: str, behind: str) -> Edit:
    place = BASE.index(behind) + len(behind)
    (edit,) = edits_of(BASE, Proposal(1, place, place, f"\n\n{text}"))
    return edit


def test_a_paragraph_stays_between_two_that_moved_together_and_were_edited() -> None:
    head = "\n\n".join((SECOND.replace("mar", "mar blau"), THIRD.replace("El", "Aquest"), FIRST)) + "\n"
    carried = Drift(BASE, head).carry(added("Entremig.", SECOND))
    assert carried is not None
    assert apply_edits(head, [carried[0]]) == head.replace("\n\nAquest", "\n\nEntremig.\n\nAquest")


def test_a_paragraph_follows_the_one_it_was_added_behind() -> None:
    head = "\n\n".join((SECOND, FIRST, THIRD)) + "\n"
    carried = Drift(BASE, head).carry(added("Entremig.", SECOND))
    assert carried is not None
    assert apply_edits(head, [carried[0]]) == head.replace(SECOND, f"{SECOND}\n\nEntremig.")


def test_a_paragraph_whose_neighbours_are_both_gone_stands_nowhere() -> None:
    head = FIRST + "\n\nRes de tot allò d'abans.\n"
    assert Drift(BASE, head).carry(added("Entremig.", SECOND)) is None


def test_deleting_a_paragraph_that_others_edited_is_no_longer_what_was_asked() -> None:
    start = BASE.index(SECOND)
    (edit,) = edits_of(BASE, Proposal(1, start, start + len(SECOND), ""))
    assert Drift(BASE, BASE.replace("mar", "mar blau")).carry(edit) is None
    moved = "\n\n".join((SECOND, FIRST, THIRD)) + "\n"
    carried = Drift(BASE, moved).carry(edit)
    assert carried is not None
    assert apply_edits(moved, [carried[0]]) == "\n\n".join((FIRST, THIRD)) + "\n"
