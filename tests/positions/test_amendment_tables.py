"""Two columns: what changes is set off on both sides, and nothing else."""

from hypothesis import given

from positions.amendment_tables import Piece, columns
from tests.strategies import texts


def shown(side: tuple[Piece, ...]) -> str:
    return "".join(f"[{piece.text}]" if piece.is_changed else piece.text for piece in side)


def test_changed_words_are_set_off_on_both_sides() -> None:
    """decidim 16587: one sees what a suggestion changes."""
    left, right = columns("un sol pla, amb quatre compromisos", "un únic pla, amb cinc compromisos clars")
    assert shown(left) == "un [sol] pla, amb [quatre] compromisos"
    assert shown(right) == "un [únic] pla, amb [cinc] compromisos[ clars]"


def test_marks_are_left_out_and_entries_of_lists_keep_a_dash() -> None:
    left, right = columns("- **D1.** un pla", "- **D1.** un *gran* pla")
    assert (shown(left), shown(right)) == ("– D1. un pla", "– D1. un [gran ]pla")


def test_marks_show_where_they_are_all_that_changes() -> None:
    left, right = columns("un pla", "un **pla**")
    assert left != right


def test_what_is_added_or_deleted_stands_alone() -> None:
    assert columns("", "una frase")[0] == ()
    assert shown(columns("", "una frase")[1]) == "[una frase]"
    assert columns("una frase", "")[1] == ()


@given(texts(), texts())
def test_what_is_not_changed_is_the_same_on_both_sides(original: str, proposed: str) -> None:
    left, right = columns(original, proposed)
    kept = ["".join(piece.text for piece in side if not piece.is_changed) for side in (left, right)]
    assert kept[0] == kept[1]
