"""Whole-text saves beside others' edits: both come out, and where they may not, that is said."""

from functools import cache
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions import merging
from positions.hunks import Hunk, apply_hunks, hunks, overlaps
from positions.merging import edits_beside
from positions.scripts import line_hunks
from tests.strategies import text_forks
from tests.support.splits import RULERS, SPLITS, Case, cases, merge, needs_pairs, read_pairs

LONGEST = 70_000

BASE = """# Aigua

Els municipis demanen recursos per al cicle de l'aigua.

- Reduir les pèrdues.
- Reutilitzar l'aigua.

Final.
"""


@cache
def small_pairs() -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in read_pairs() if max(map(len, pair)) <= LONGEST)


def both(base: str, theirs: str, yours: str) -> tuple[str, int]:
    """The merged text of two heads, and how many overlaps were reported."""
    merged, found = merge(Case(base, hunks(base, theirs), yours, ""))
    return merged, len(found)


@st.composite
def edits_apart(draw: st.DrawFn) -> Case:
    """A text of words that differ, of which no two neighbours are changed, each change by one side."""
    count = draw(st.integers(3, 40))
    words = [
        f"w{number}{draw(st.sampled_from([' ', ', ', chr(10), chr(10) * 2]))}" for number in range(count)
    ]
    starts = [0, *accumulate(map(len, words))]
    sides: tuple[list[Hunk], list[Hunk]] = ([], [])
    for number in range(draw(st.integers(0, 1)), count, 2):
        side = draw(st.integers(0, 2))
        if side < 2:
            new = draw(st.sampled_from(["", "nou ", "un altre\n\n", "w0 "]))
            sides[side].append(Hunk(starts[number], starts[number + 1], new))
    base = "".join(words)
    head = apply_hunks(base, sorted((*sides[0], *sides[1]), key=lambda hunk: hunk.start))
    return Case(base, tuple(sides[0]), apply_hunks(base, sides[1]), head)


@needs_pairs
@pytest.mark.parametrize("split", SPLITS)
@pytest.mark.parametrize(
    ("ruler", "least"), [("words", 0.9), ("lines", 0.92), ("ours", 0.92), ("letters", 0.6)]
)
def test_most_saves_of_real_revisions_merge_exactly_and_the_others_say_so(
    ruler: str, least: float, split: str
) -> None:
    found = [
        case
        for base, head in small_pairs()
        for case in cases(base, head, RULERS[ruler](base, head), SPLITS[split])
    ]
    merged = [(case, *merge(case)) for case in found]
    inexact = [reported for case, text, reported in merged if text != case.head]
    assert all(inexact), "a text came out that neither side wanted, and nobody was told"
    assert 1 - len(inexact) / len(found) >= least


@given(text_forks())
def test_a_save_alone_beside_nothing_is_what_it_says(fork: tuple[str, str, str]) -> None:
    base, ours, _ = fork
    assert edits_beside(base, hunks(base, ours), ()).edits == hunks(base, ours)


@given(text_forks())
def test_edits_made_beside_others_still_lead_to_the_saved_text(fork: tuple[str, str, str]) -> None:
    base, ours, theirs = fork
    alike = {*hunks(base, ours), *line_hunks(base, ours)} & {*hunks(base, theirs), *line_hunks(base, theirs)}
    edits = edits_beside(base, hunks(base, ours), hunks(base, theirs)).edits
    assert alike or apply_hunks(base, edits) == ours


@given(edits_apart())
def test_edits_with_an_untouched_word_between_always_merge_exactly(case: Case) -> None:
    assert merge(case)[0] == case.head


@given(text_forks())
def test_edits_of_the_same_words_are_always_reported(fork: tuple[str, str, str]) -> None:
    base, ours, theirs = fork
    others = hunks(base, theirs)
    yours = edits_beside(base, hunks(base, ours), others).edits
    is_same = any(
        max(mine.start, other.start) < min(mine.end, other.end) or mine.start == other.start
        for mine in yours
        for other in others
    )
    assert not is_same or overlaps(base, yours, others)


@pytest.mark.parametrize(
    ("theirs", "yours"),
    [
        ("municipis|ajuntaments", "recursos|diners"),
        ("# Aigua|# Aigua neta", "Final.|Final.\n\nI prou."),
        ("demanen recursos|demanen més recursos", "recursos per|recursos estables per"),
        ("- Reduir les pèrdues.\n|", "- Reutilitzar l'aigua.|- Reutilitzar l'aigua grisa."),
        ("Final.|Un punt nou.\n\nFinal.", "- Reutilitzar l'aigua.|- Reutilitzar l'aigua de pluja."),
    ],
)
def test_edits_apart_are_both_there(theirs: str, yours: str) -> None:
    (old, new), (my_old, my_new) = theirs.split("|"), yours.split("|")
    first, second = BASE.replace(old, new), BASE.replace(my_old, my_new)
    wanted = first.replace(my_old, my_new)
    assert both(BASE, first, second)[0] == both(BASE, second, first)[0] == wanted


def test_of_two_equal_places_the_one_that_others_left_alone_is_taken_and_the_doubt_told() -> None:
    base = "Demanem aigua neta i aigua neta per a tothom."
    theirs = "Demanem aigua molt neta i aigua neta per a tothom."
    yours = "Demanem aigua neta i aigua neta i aigua neta per a tothom."
    merged, reported = both(base, theirs, yours)
    assert merged == "Demanem aigua molt neta i aigua neta i aigua neta per a tothom."
    assert reported


def test_a_sure_conflict_is_told_and_touches_no_line_that_only_looks_alike() -> None:
    base = "".join(
        f"- El municipi ha de {verb} el pla.\n" for verb in ("aprovar", "revisar", "finançar", "seguir")
    )
    theirs, yours = (
        base.replace("El municipi ha de revisar", f"{who} ha de revisar") for who in ("L'ens", "L'ajuntament")
    )
    merged, reported = both(base, theirs, yours)
    assert merged.splitlines()[0::2] == base.splitlines()[0::2]
    assert merged.splitlines()[3] == base.splitlines()[3]
    assert reported


@pytest.mark.parametrize(
    ("first", "second"), [("Cornellà de Llobregat", "Sant Boi"), ("Sant Boi", "Cornellà de Llobregat")]
)
def test_two_names_for_one_town_are_told_whoever_was_first(first: str, second: str) -> None:
    base = "| Municipi | Vots |\n|---|---|\n| Cornellà | 1 |\n| Gavà | 2 |\n"
    assert both(base, base.replace("Cornellà", first), base.replace("Cornellà", second))[1]


def test_a_row_that_one_deletes_and_the_other_changes_is_told_and_its_neighbour_stays() -> None:
    base = "| Begues | 70 | coordinar |\n| Begues | 10 | actualitzar |\n| Gavà | 60 | presentar |\n"
    merged, reported = both(base, base.partition("\n")[2], base.replace("Begues", "Tiana", 1))
    assert "| 60 | presentar |" in merged
    assert reported


def test_what_both_made_alike_is_written_once() -> None:
    head = BASE.replace("recursos", "diners").replace("Final.", "Final.\n\nI prou.")
    assert both(BASE, head, head) == (head, 0)


def test_words_typed_again_by_others_count_as_touched() -> None:
    start = BASE.index("recursos")
    typed = (Hunk(start, start + 8, "recursos"),)
    merged, found = merge(Case(BASE, typed, BASE.replace("recursos", "diners"), ""))
    assert found
    assert "diners" in merged


def test_openslides_4217_two_people_edit_one_motion_and_both_edits_are_there() -> None:
    """OpenSlides/OpenSlides#4217: the second of two editors was warned off instead of merged."""
    first = BASE.replace("municipis", "ajuntaments").replace("Final.", "Final, signat.")
    second = BASE.replace("# Aigua", "# Aigua i energia").replace("pèrdues", "fuites")
    merged, reported = both(BASE, first, second)
    assert merged == first.replace("# Aigua", "# Aigua i energia").replace("pèrdues", "fuites")
    assert not reported


def test_loomio_6976_no_bullet_is_lost_on_save() -> None:
    """loomio/loomio#6976: the live editor stalled, and the save lost bullets written meanwhile."""
    typed = BASE.replace("- Reutilitzar", "- Protegir els rius.\n- Reutilitzar")
    saved = BASE.replace("l'aigua.\n\nFinal", "l'aigua.\n- Cobrar-la bé.\n\nFinal")
    merged, _ = both(BASE, typed, saved)
    bullets = [line for line in merged.splitlines() if line.startswith("- ")]
    assert bullets == [
        "- Reduir les pèrdues.",
        "- Protegir els rius.",
        "- Reutilitzar l'aigua.",
        "- Cobrar-la bé.",
    ]


@given(text_forks())
def test_of_very_many_edits_those_that_are_not_made_yet_are_taken_as_they_are(
    fork: tuple[str, str, str],
) -> None:
    base, first, second = fork
    theirs, yours = hunks(base, first), hunks(base, second)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(merging, "MOST", 1)
        made = edits_beside(base, yours, theirs)
    left = tuple(hunk for hunk in yours if hunk not in theirs)
    assert made.edits == left
    assert made.overlaps or not overlaps(base, left, theirs)
