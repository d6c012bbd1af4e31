import itertools

import pytest
from hypothesis import given

from positions.amendments import (
    TRANSITIONS,
    AmendmentAct,
    AmendmentOperation,
    AmendmentStatus,
    Decision,
    Fit,
    Placement,
    advance,
    operation_of,
    place,
    rebase,
    rebase_overlaps,
)
from positions.anchors import anchor
from positions.errors import AlreadyDone, Invalid
from positions.hunks import Overlap, apply_hunks, hunks
from tests.strategies import text_forks, text_pairs

TEXT = "Els municipis demanen 10 milions d'euros per al transport públic.\n\nL'aigua és de tothom.\n"
QUOTE = "demanen 10 milions d'euros"
START = TEXT.index(QUOTE)


@pytest.mark.parametrize(("status", "act"), [*itertools.product(AmendmentStatus, AmendmentAct)])
def test_every_act_is_in_the_table_or_refused(status: AmendmentStatus, act: AmendmentAct) -> None:
    if (status, act) in TRANSITIONS:
        assert advance(status, act) is TRANSITIONS[status, act]
        return
    with pytest.raises(AlreadyDone) as refusal:
        advance(status, act)
    assert refusal.value.fields == {"status": status.value}


def test_what_is_not_tabled_is_final_and_every_status_is_reached() -> None:
    assert {status for status, _ in TRANSITIONS} == {AmendmentStatus.TABLED}
    assert {AmendmentStatus.TABLED, *TRANSITIONS.values()} == set(AmendmentStatus)
    assert advance(AmendmentStatus.TABLED, Decision.REJECT) is AmendmentStatus.REJECTED


@pytest.mark.parametrize(
    ("start", "end", "proposed", "operation"),
    [
        (3, 3, "més", AmendmentOperation.ADD),
        (3, 5, "", AmendmentOperation.DELETE),
        (3, 5, "més", AmendmentOperation.REPLACE),
    ],
)
def test_the_operation_follows_from_range_and_text(
    start: int, end: int, proposed: str, operation: AmendmentOperation
) -> None:
    assert operation_of(start, end, proposed, original=TEXT[start:end]) is operation


@pytest.mark.parametrize(
    ("start", "end", "proposed", "reason"),
    [
        (3, 3, "", "amendment_adds_nothing"),
        (3, 3, " \n", "amendment_adds_nothing"),
        (0, 3, "Els", "amendment_changes_nothing"),
    ],
)
def test_an_amendment_must_change_something(start: int, end: int, proposed: str, reason: str) -> None:
    with pytest.raises(Invalid, match=reason):
        operation_of(start, end, proposed, original=TEXT[start:end])


MOVED = (
    "L'aigua és de tothom.\n\n"
    + "Un paràgraf nou i llarg que abans no hi era. " * 3
    + "\n\n"
    + TEXT.split("\n\n", maxsplit=1)[0]
    + "\n"
)


@pytest.mark.parametrize(
    ("draft", "fit", "found"),
    [
        (f"Nou.\n\n{TEXT}", Fit.APPLIES, QUOTE),
        (TEXT.replace("10", "20"), Fit.COLLIDES, "demanen 20 milions d'euros"),
        (TEXT.replace("municipis demanen", "pobles volen"), Fit.COLLIDES, "pobles volen 10 milions d'euros"),
        ("L'aigua és de tothom.\n", Fit.ORPHANED, None),
        (TEXT.replace(QUOTE, "ja ho tenen tot"), Fit.ORPHANED, None),
    ],
)
def test_where_an_amendment_stands_in_a_later_text(draft: str, fit: Fit, found: str | None) -> None:
    placement = place(anchor(TEXT, START, START + len(QUOTE)), TEXT, draft)
    assert placement.fit is fit
    assert (None if placement.start is None else draft[placement.start : placement.end]) == found


def test_an_amendment_follows_its_moved_passage() -> None:
    base = (
        f"{TEXT}\n{MOVED.split(chr(10))[2]}\n\nUn altre final, també prou llarg per quedar-se al seu lloc.\n"
    )
    first, *rest = base.split("\n\n")
    draft = "\n\n".join([*rest, first]) + "\n"
    placement = place(anchor(base, START, START + len(QUOTE)), base, draft)
    assert placement.fit is Fit.MOVED
    assert draft[placement.start : placement.end] == QUOTE


@pytest.mark.parametrize(
    ("draft", "fit"),
    [
        (f"Nou.\n\n{TEXT}", Fit.APPLIES),
        (TEXT.replace("Els municipis", "Els pobles"), Fit.COLLIDES),
        ("Tot un altre text.", Fit.ORPHANED),
    ],
)
def test_where_an_addition_stands_in_a_later_text(draft: str, fit: Fit) -> None:
    placement = place(anchor(TEXT, START, START), TEXT, draft)
    assert placement.fit is fit
    if fit is Fit.COLLIDES:
        assert placement == Placement(Fit.COLLIDES, draft.index("demanen"), draft.index("demanen"))


def test_later_edits_of_other_words_survive() -> None:
    current = TEXT.replace("10", "20").replace("tothom", "tots")
    proposed = TEXT.replace("municipis", "ajuntaments").replace("públic", "públic i net")
    expected = (
        "Els ajuntaments demanen 20 milions d'euros per al transport públic i net.\n\nL'aigua és de tots.\n"
    )
    assert apply_hunks(current, rebase(TEXT, proposed, current)) == expected
    assert rebase_overlaps(TEXT, proposed, current) == ()


def test_where_both_changed_a_word_the_amendment_stands_and_it_is_told() -> None:
    current, proposed = TEXT.replace("10", "20"), TEXT.replace("10", "30")
    assert apply_hunks(current, rebase(TEXT, proposed, current)) == proposed
    (spot,) = rebase_overlaps(TEXT, proposed, current)
    assert spot == Overlap(spot.base_start, spot.base_end, "30", "20")


@given(text_forks())
def test_a_rebased_amendment_fits_the_current_text(fork: tuple[str, str, str]) -> None:
    original, proposed, current = fork
    edits = rebase(original, proposed, current)
    apply_hunks(current, edits)
    assert apply_hunks(original, rebase(original, proposed, original)) == proposed
    if not rebase_overlaps(original, proposed, current):
        other = apply_hunks(proposed, rebase(original, current, proposed))
        assert apply_hunks(current, edits) == other


@given(text_pairs())
def test_an_amendment_that_leaves_everything_alone_changes_nothing(pair: tuple[str, str]) -> None:
    original, current = pair
    assert rebase(original, original, current) == ()
    assert hunks(current, apply_hunks(current, rebase(original, current, current))) == ()
