"""Scripts line by line, and scripts mixed with others of the same texts."""

from hypothesis import given

from positions.hunks import Hunk, apply_hunks, hunks
from positions.scripts import differing, line_hunks
from tests.strategies import text_forks


@given(text_forks())
def test_a_script_line_by_line_leads_to_the_other_text(fork: tuple[str, str, str]) -> None:
    base, head, _ = fork
    assert apply_hunks(base, line_hunks(base, head)) == head


def test_lines_are_paired_before_words() -> None:
    base = "Un.\nDos tres.\nQuatre.\n"
    head = "Un.\nTres.\nDos quatre.\nQuatre.\n"
    assert line_hunks(base, head) == (Hunk(4, 4, "Tres.\n"), Hunk(8, 12, "quatre"))


@given(text_forks())
def test_two_scripts_are_cut_where_both_have_come_to_the_same_place(fork: tuple[str, str, str]) -> None:
    base, head, _ = fork
    parts = list(differing(line_hunks(base, head), hunks(base, head)))
    for which in (0, 1):
        mixed = [hunk for number, part in enumerate(parts) for hunk in part[(number + which) % 2]]
        assert apply_hunks(base, mixed) == head
