import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.authorship import (
    Delete,
    Insert,
    Retain,
    Run,
    carry,
    contributors,
    delta_of,
    merge_runs,
    moved_runs,
    reformed_runs,
    restored_runs,
    splice,
    total,
)
from positions.hunks import Hunk, apply_hunks, hunks
from tests.strategies import authored_texts, edited

Authored = tuple[str, tuple[Run, ...]]
RUNS = (Run(4, "anna"), Run(6, "biel"))


def letters(text: str, runs: tuple[Run, ...]) -> list[tuple[str, str]]:
    """Every code point with its author."""
    authors = [run.author for run in runs for _ in range(run.length)]
    return list(zip(text, authors, strict=True))


def test_a_change_is_carried_over_its_authors() -> None:
    delta = (Retain(2), Delete(3), Insert("nou!"), Retain(1))
    inserted = (Run(3, "carla"), Run(1, "biel"))
    assert splice(RUNS, delta, inserted) == (Run(2, "anna"), Run(3, "carla"), Run(6, "biel"))


@pytest.mark.parametrize("delta", [(Retain(11),), (Delete(11),), (Retain(9), Delete(2)), (Insert("ab"),)])
def test_a_change_that_does_not_fit_is_an_error(delta: tuple[Retain | Insert | Delete, ...]) -> None:
    with pytest.raises(ValueError, match=r"\d"):
        splice(RUNS, delta, (Run(1, "anna"),))


def test_neighbours_of_one_author_are_one_run() -> None:
    assert merge_runs([Run(1, "a"), Run(0, "b"), Run(2, "a"), Run(1, "b")]) == (Run(3, "a"), Run(1, "b"))


@given(authored_texts(), st.data())
def test_through_any_edit_the_authorship_tiles_the_text(authored: Authored, data: st.DataObject) -> None:
    base, runs = authored
    head = data.draw(edited(base))
    edits = hunks(base, head)
    after = carry(runs, edits, "nova")
    assert total(after) == len(head) == sum(contributors(after).values())
    assert contributors(after).get("nova", 0) == sum(len(hunk.replacement) for hunk in edits)
    assert splice(runs, delta_of(edits), [Run(len(head), "nova")]) == after


@given(authored_texts(), st.data())
def test_words_that_stay_keep_their_authors(authored: Authored, data: st.DataObject) -> None:
    base, runs = authored
    edits = hunks(base, data.draw(edited(base)))
    before = letters(base, merge_runs(runs))
    after = letters(apply_hunks(base, edits), carry(runs, edits, "nova"))
    touched = {place for hunk in edits for place in range(hunk.start, hunk.end)}
    assert [pair for pair in after if pair[1] != "nova"] == [
        pair for place, pair in enumerate(before) if place not in touched
    ]


@given(authored_texts(), st.data())
def test_a_restore_brings_the_old_authors_back(authored: Authored, data: st.DataObject) -> None:
    target, target_runs = authored
    there = hunks(target, data.draw(edited(target)))
    head, head_runs = apply_hunks(target, there), carry(target_runs, there, "nova")
    back = hunks(head, target)
    restored = restored_runs(back, target_runs)
    after = splice(head_runs, delta_of(back), restored)
    assert total(after) == len(target)
    put_back = letters("".join(hunk.replacement for hunk in back), restored)
    assert all(author != "nova" for _, author in put_back)


def test_a_letter_that_gets_its_one_form_stays_whose_it_was() -> None:
    runs = (Run(1, "anna"), Run(2, "biel"), Run(1, "carla"))
    edits = [Hunk(0, 2, "é"), Hunk(2, 3, ""), Hunk(3, 4, "xy")]
    assert reformed_runs(edits, runs) == (Run(1, "anna"), Run(2, "carla"))


FIRST, SECOND = "El primer paràgraf és d'algú.", "El segon paràgraf és d'algú altre."


@pytest.mark.parametrize(
    ("head", "shares"),
    [
        (f"{SECOND}\n\n{FIRST}\n", {"anna": len(FIRST) + 1, "biel": len(SECOND), "carla": 2}),
        (
            f"{FIRST}\n\n{FIRST}\n\n{SECOND}\n",
            {"anna": len(FIRST) + 2, "biel": len(SECOND) + 1, "carla": len(FIRST) + 2},
        ),
    ],
)
def test_whoever_moves_a_paragraph_does_not_become_its_author_and_whoever_copies_it_does(
    head: str, shares: dict[str, int]
) -> None:
    base = f"{FIRST}\n\n{SECOND}\n"
    runs = (Run(len(FIRST) + 2, "anna"), Run(len(SECOND) + 1, "biel"))
    edits = hunks(base, head)
    after = splice(runs, delta_of(edits), moved_runs(base, runs, edits, "carla"))
    assert contributors(after) == shares


@given(authored_texts(), st.data())
def test_moves_or_not_what_edits_put_in_adds_up(authored: Authored, data: st.DataObject) -> None:
    base, runs = authored
    edits = hunks(base, data.draw(edited(base)))
    assert total(moved_runs(base, runs, edits, "nova")) == sum(len(hunk.replacement) for hunk in edits)
