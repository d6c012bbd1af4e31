"""A patch carries a comparison to programs that know diff-match-patch."""

from diff_match_patch import diff_match_patch
from hypothesis import given

from positions.patches import patch_between
from tests.strategies import text_pairs


def applied(patch: str, text: str) -> str:
    """The text after a patch, by the library that made the form; every part of it must find its place."""
    engine = diff_match_patch()
    result, found = engine.patch_apply(engine.patch_fromText(patch), text)
    assert all(found)
    return str(result)


@given(text_pairs())
def test_a_patch_turns_the_one_text_into_the_other(pair: tuple[str, str]) -> None:
    base, head = pair
    assert applied(patch_between(base, head), base) == head


def test_a_patch_counts_code_points_also_behind_an_emoji() -> None:
    patch = patch_between("👩‍🚒 Aigua neta.\n", "👩‍🚒 Aigua regenerada.\n")
    assert "-neta" in patch
    assert "+regenerada" in patch
    assert applied(patch, "👩‍🚒 Aigua neta.\n") == "👩‍🚒 Aigua regenerada.\n"


def test_a_patch_reaches_a_text_that_somebody_else_has_lengthened() -> None:
    patch = patch_between("El municipi demana fons.\n", "El municipi exigeix fons.\n")
    assert (
        applied(patch, "Preàmbul.\n\nEl municipi demana fons.\n")
        == "Preàmbul.\n\nEl municipi exigeix fons.\n"
    )


def test_equal_texts_need_no_patch() -> None:
    assert patch_between("El mateix.\n", "El mateix.\n") == ""
