import pytest
from hypothesis import given

from positions.comparison import compare
from tests.strategies import text_pairs

PROSE = "Els municipis metropolitans demanen que la directiva reconegui el paper de les ciutats."
LINK = PROSE.replace("directiva", "[directiva](https://a.cat)")
TABLE = "| Municipi | Habitants |\n|---|--:|\n| Gavà | 47.000 |\n"

NAMED = [
    ("a paragraph became a heading", PROSE, f"## {PROSE}", ["BLOCK paragraph→heading"]),
    ("a heading became a paragraph", f"{PROSE}\n===\n", PROSE, ["BLOCK heading→paragraph"]),
    ("a paragraph became a quote", PROSE, f"> {PROSE}", ["BLOCK paragraph→quote"]),
    ("a heading sank", f"## {PROSE}", f"### {PROSE}", ["HEADING_LEVEL 2→3"]),
    ("an item sank", f"- a\n- {PROSE}", f"- a\n  - {PROSE}", ["DEPTH 1→2"]),
    ("a list became numbered", f"- {PROSE}", f"1. {PROSE}", ["LIST_STYLE bullet→number"]),
    ("an item was renumbered", f"1. {PROSE}", f"2. {PROSE}", ["LIST_NUMBER 1→2"]),
    ("a word became bold", PROSE, PROSE.replace("paper", "**paper**"), ["BOLD None→** paper"]),
    ("bold was written otherwise", PROSE.replace("paper", "__paper__"), PROSE.replace("paper", "**paper**"), ["NOTATION None→None"]),
    ("words are no longer italic", PROSE.replace("les ciutats", "*les ciutats*"), PROSE, ["ITALIC *→None les ciutats"]),
    ("bold became italic", PROSE.replace("paper", "**paper**"), PROSE.replace("paper", "_paper_"), ["BOLD **→None paper", "ITALIC None→* paper"]),
    ("a word was struck out", PROSE, PROSE.replace("paper", "~~paper~~"), ["STRUCK None→~~ paper"]),
    ("a word became code", PROSE, PROSE.replace("paper", "`paper`"), ["CODE None→` paper"]),
    ("a word became a link", PROSE, LINK, ["LINK None→https://a.cat directiva"]),
    ("a link points elsewhere", LINK, LINK.replace("a.cat", "b.cat"), ["LINK https://a.cat→https://b.cat directiva"]),
    ("columns are aligned otherwise", TABLE, TABLE.replace("--:", ":-:"), ["ALIGNMENT none right→none center"]),
    ("a column came", TABLE, TABLE.replace("Habitants |", "Habitants | Any |").replace("--:|", "--:|---|"), []),
    ("lines are broken elsewhere", PROSE, PROSE.replace(" que ", "\nque "), ["WRAPPING None→None"]),
    ("another bullet", f"- {PROSE}", f"* {PROSE}", ["NOTATION None→None"]),
    ("bold beside a new word", PROSE, PROSE.replace("el paper", "**el** gran paper"), ["BOLD None→** el"]),
    ("a new bold word", PROSE, PROSE.replace("el paper", "el **gran** paper"), []),
]  # fmt: skip


def named(base: str, head: str) -> list[str]:
    """The changes of marks as readable lines."""
    return [
        f"{change.kind} {change.before}→{change.after} {change.words}".strip()
        for block in compare(base, head).blocks
        for change in block.markup
    ]


@pytest.mark.parametrize(
    ("base", "head", "expected"), [case[1:] for case in NAMED], ids=[case[0] for case in NAMED]
)
def test_changes_of_marks_have_a_name(base: str, head: str, expected: list[str]) -> None:
    assert named(base, head) == expected


@given(text_pairs())
def test_a_change_of_marks_alone_has_a_name_and_an_unchanged_block_none(pair: tuple[str, str]) -> None:
    for block in compare(*pair).blocks:
        assert block.markup or not block.markup_only
        assert not block.markup or block.changes


def test_marks_without_end_are_read_in_one_pass() -> None:
    text = "**a** [b](c) " * 20_000
    assert not named(text, f"{text}x")
