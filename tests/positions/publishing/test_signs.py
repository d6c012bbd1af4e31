"""What a change would break in two comes and goes whole, and nothing is lost by it."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from positions.changes import Change, ChangeKind
from positions.comparison import BlockKind, compare
from positions.publishing.signs import is_broken, side_of, signed_cells, unbroken
from tests.strategies import text_pairs

PIECES = st.sampled_from(["[web](https://a.cat)", "`codi`", "\\*", "&amp;", "[^1]", "pla", " i ", "**", "("])
LINES = st.lists(PIECES, max_size=8).map("".join)
CHANGES = st.lists(st.builds(Change, st.sampled_from(ChangeKind), LINES.filter(bool)), max_size=6)
SIDES = ChangeKind.DELETE, ChangeKind.INSERT


@given(CHANGES)
def test_no_change_is_left_inside_what_it_would_break_and_both_texts_stay(changes: list[Change]) -> None:
    whole = unbroken(changes)
    assert not is_broken(whole)
    assert [side_of(whole, kind) for kind in SIDES] == [side_of(changes, kind) for kind in SIDES]


def stayed(changes: Sequence[Change]) -> list[Change]:
    """The pieces that stayed."""
    return [change for change in changes if change.kind is ChangeKind.EQUAL]


@given(text_pairs())
def test_changes_that_break_nothing_stay_as_small_as_they_are(pair: tuple[str, str]) -> None:
    for block in compare(*pair).blocks:
        if block.kind is BlockKind.CHANGED and not is_broken(block.changes):
            assert stayed(unbroken(block.changes)) == stayed(block.changes)


def test_a_column_in_the_middle_stands_in_the_middle_of_every_row() -> None:
    rows = (
        Change(ChangeKind.DELETE, "| Gavà | 3 |\n"),
        Change(ChangeKind.INSERT, "| Gavà | nou | 4 |\n"),
    )
    assert signed_cells(rows) == ["Gavà", "\ue0013\ue002\ue000nou\ue002", "\ue0004\ue002"]
