import pytest
from hypothesis import given

from positions.hunks import apply_hunks
from positions.parallels import passages
from positions.renewals import renewed, replaced
from positions.translations import PassageState, parallels
from tests.strategies import text_pairs

OLD = "# Títol\n\nEl primer paràgraf parla de l'aigua.\n\n- una cosa\n- altra cosa\n\nL'últim paràgraf, més breu.\n"
ENGLISH = "# Title\n\nThe first paragraph is about water.\n\n- una cosa\n- another thing\n\nThe last paragraph, shorter.\n"


def brought(new: str, english: str = ENGLISH) -> str:
    return renewed(OLD, new, parallels(OLD, english, ()))


def test_a_translation_follows_its_source() -> None:
    new = OLD.replace("aigua", "aigua neta").replace("una cosa", "alguna cosa").replace("- altra cosa\n", "")
    assert brought(new + "\nUn de nou.\n") == (
        "# Title\n\nThe first paragraph is about water.\n\n- alguna cosa\n\nThe last paragraph, shorter.\n\nUn de nou.\n"
    )


def test_a_moved_passage_takes_its_wording_along() -> None:
    first = "El primer paràgraf parla de l'aigua.\n\n"
    moved = OLD.replace(first, "") + "\n" + first.rstrip() + "\n"
    assert brought(moved).endswith("shorter.\n\nThe first paragraph is about water.\n")


def test_what_is_extra_stays_behind_the_passage_it_followed() -> None:
    english = ENGLISH.replace("water.\n", "water.\n\nA translator's own words.\n")
    new = OLD.replace("# Títol\n\n", "# Títol nou\n\n")
    assert brought(new, english) == english
    before = "Foreword, by nobody.\n\n" + ENGLISH
    assert brought(OLD, before) == before


@given(text_pairs())
def test_a_copy_that_follows_says_what_the_new_source_says(pair: tuple[str, str]) -> None:
    old, new = pair
    assert renewed(old, new, parallels(old, old, ())) == new


@pytest.mark.parametrize("at", range(5))
def test_a_wording_takes_the_place_of_the_present_one(at: int) -> None:
    rows = parallels(OLD, ENGLISH, ())
    target = rows[at].target
    assert target is not None
    marks = target.text[: len(target.text) - len(target.text.lstrip("#- "))]
    text = apply_hunks(ENGLISH, [replaced(OLD, ENGLISH, rows, at, f"{marks}New words")])
    after = parallels(OLD, text, ())
    assert [row.target.text for row in after if row.target][at] == f"{marks}New words"
    assert [row.source for row in after] == [row.source for row in rows]


@pytest.mark.parametrize("at", range(5))
def test_a_missing_passage_comes_in_at_its_place(at: int) -> None:
    passage = passages(ENGLISH)[at]
    lacking = ENGLISH[: passage.start] + ENGLISH[passage.end :].lstrip("\n")
    rows = parallels(OLD, lacking, ())
    gone = next(number for number, row in enumerate(rows) if row.state is PassageState.MISSING)
    text = apply_hunks(lacking, [replaced(OLD, lacking, rows, gone, passage.text)])
    assert [row.text for row in passages(text)] == [row.text for row in passages(ENGLISH)] or gone in {2, 3}
