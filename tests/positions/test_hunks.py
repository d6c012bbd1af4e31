import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.errors import Invalid
from positions.hunks import MOST, Hunk, Overlap, apply_hunks, at_most, covering_image, hunks, image, overlaps
from tests.strategies import any_text, text_forks, text_pairs

BASE = "Els municipis demanen recursos per al transport públic."


@given(text_pairs())
def test_applied_edits_give_the_head(pair: tuple[str, str]) -> None:
    base, head = pair
    assert apply_hunks(base, hunks(base, head)) == head


@given(text_pairs())
def test_edits_ascend_do_not_touch_and_change_something(pair: tuple[str, str]) -> None:
    base, head = pair
    found = hunks(base, head)
    assert all(left.end < right.start for left, right in itertools.pairwise(found))
    assert all(base[hunk.start : hunk.end] != hunk.replacement for hunk in found)


@given(any_text)
def test_a_text_needs_no_edits_to_become_itself(text: str) -> None:
    assert hunks(text, text) == ()


@given(text_pairs(), st.integers(1, 4))
def test_fewer_edits_do_the_same(pair: tuple[str, str], most: int) -> None:
    base, head = pair
    edits = hunks(base, head)
    fewer = at_most(most, base, edits)
    assert apply_hunks(base, fewer) == head
    assert len(fewer) == min(most, len(edits))
    assert all(left.end < right.start for left, right in itertools.pairwise(fewer))
    assert {hunk.start for hunk in fewer} <= {hunk.start for hunk in edits}


def test_of_too_many_edits_the_nearest_become_one() -> None:
    edits = (Hunk(0, 1, "E"), Hunk(4, 5, "M"), Hunk(6, 7, "N"), Hunk(20, 20, "!"))
    assert at_most(3, BASE, edits) == (Hunk(0, 1, "E"), Hunk(4, 7, "MuN"), Hunk(20, 20, "!"))


def test_a_shuffled_table_is_not_more_edits_than_are_allowed() -> None:
    rows = [f"| {row * 7919 % 10_007} | {row % 10} |\n" for row in range(6 * MOST)]
    base, head = "".join(rows), "".join(sorted(rows))
    edits = hunks(base, head)
    assert len(edits) == MOST
    assert apply_hunks(base, edits) == head


def test_neighbouring_words_are_edited_apart() -> None:
    head = "Els ajuntaments demanen diners per al transport públic."
    assert hunks(BASE, head) == (Hunk(4, 13, "ajuntaments"), Hunk(22, 30, "diners"))


def test_an_appended_paragraph_is_one_edit_at_the_end() -> None:
    assert hunks("Un.\n", "Un.\n\nDos.\n") == (Hunk(4, 4, "\nDos.\n"),)


@pytest.mark.parametrize("edits", [[Hunk(3, 2, "")], [Hunk(0, 99, "")], [Hunk(4, 5, ""), Hunk(2, 3, "")]])
def test_edits_that_cannot_be_are_refused(edits: list[Hunk]) -> None:
    with pytest.raises(Invalid, match="hunk_out_of_range"):
        apply_hunks(BASE, edits)


@pytest.mark.parametrize(
    ("yours", "theirs", "expected"),
    [
        ("municipis|pobles", "recursos|diners", ()),
        ("municipis demanen|pobles volen", "demanen recursos|demanen diners", ()),
        ("municipis|pobles", "municipis|ajuntaments", (Overlap(4, 13, "pobles", "ajuntaments"),)),
        ("municipis|municipis i tots", "municipis|municipis grans", (Overlap(14, 14, "i tots ", "grans "),)),
        ("recursos |", "recursos|diners", (Overlap(22, 31, "", "diners "),)),
    ],
)
def test_where_both_touch_the_same_words(yours: str, theirs: str, expected: tuple[Overlap, ...]) -> None:
    (old, new), (other_old, other_new) = yours.split("|"), theirs.split("|")
    sides = hunks(BASE, BASE.replace(old, new)), hunks(BASE, BASE.replace(other_old, other_new))
    assert overlaps(BASE, *sides) == expected


def test_edits_in_one_word_overlap_even_when_their_ranges_do_not() -> None:
    assert overlaps(BASE, [Hunk(4, 5, "M")], [Hunk(12, 13, "")]) == (Overlap(4, 13, "Municipis", "municipi"),)


def test_paragraphs_added_between_the_same_two_overlap() -> None:
    base = "Un.\n\n\nDos."
    (spot,) = overlaps(base, [Hunk(4, 4, "A.\n")], [Hunk(6, 6, "B.\n\n")])
    assert (spot.yours, spot.theirs) == ("A.\n\n\n", "\n\nB.\n\n")
    assert overlaps(base, [Hunk(0, 2, "U")], [Hunk(6, 6, "B.\n\n")]) == ()


@given(text_forks())
def test_outside_the_overlaps_both_edits_survive_side_by_side(fork: tuple[str, str, str]) -> None:
    base, ours, theirs = fork
    yours, others = hunks(base, ours), hunks(base, theirs)
    spots = overlaps(base, yours, others)
    for spot in spots:
        assert 0 <= spot.base_start <= spot.base_end <= len(base)
    if not spots:
        merged = apply_hunks(base, sorted([*yours, *others], key=lambda hunk: (hunk.start, hunk.end)))
        assert len(merged) == len(ours) + len(theirs) - len(base)


@given(text_pairs(), st.integers(0, 50), st.integers(0, 20))
def test_an_untouched_range_holds_the_same_text_after_the_edits(
    pair: tuple[str, str], start: int, length: int
) -> None:
    base, head = pair
    start = min(start, len(base))
    end = min(start + length, len(base))
    edits = hunks(base, head)
    found = image(edits, start, end)
    new_start, new_end = covering_image(edits, start, end)
    assert 0 <= new_start <= new_end <= len(head)
    if found is not None:
        assert head[found[0] : found[1]] == base[start:end]
        assert (new_start, new_end) == found
