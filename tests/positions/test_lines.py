import pytest

from positions.lines import START, Scanner, State, plain


@pytest.mark.parametrize(
    ("piece", "state"),
    [
        ("Una frase", START),
        ("Una frase\n  que segueix", START),
        ("## Un títol", START),
        ("\nUna frase", ("", (4,), None)),
    ],
)
def test_what_is_told_by_a_glance_is_what_the_lines_say(piece: str, state: State) -> None:
    assert plain(piece, state) == Scanner(state).scan(piece)


@pytest.mark.parametrize("piece", ["- un punt", "Text:\n- un punt", "> cita", "# a\nb", "```", "\n"])
def test_the_rest_takes_reading(piece: str) -> None:
    assert plain(piece, START) is None


def test_a_fence_lasts_until_it_is_closed() -> None:
    begins, state = Scanner(START).scan("```py\n# codi")
    assert (begins, state[0]) == (((0, "code", 0),), "```")
    assert Scanner(state).scan("# encara\n```\n# Títol") == (((13, "heading", 1),), START)


def test_a_paragraph_of_a_list_knows_its_list() -> None:
    _, state = Scanner(START).scan("1. un punt")
    assert Scanner(state).scan("   més") == (((0, "paragraph", 1),), state)
    assert Scanner(state).scan("fora") == (((0, "paragraph", 0),), START)


@pytest.mark.parametrize("line", ["a|b\n-{}x|", "*{}`", "-{}- x", "{}x", "={}x"])
def test_no_line_keeps_one_waiting(line: str) -> None:
    """Were any of it quadratic, this would take hours."""
    assert Scanner(START).scan(line.format(" " * 400_000))
