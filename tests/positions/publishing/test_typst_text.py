"""Markdown as Typst source: whatever the text says, it is said and never done."""

import re

import pytest
from hypothesis import example, given

from positions.publishing.manuscript import manuscript
from positions.publishing.typst_text import escape, quote, typst_text
from tests.strategies import texts

CALLS = {
    *(
        "heading",
        "numbered",
        "ask",
        "ask-entry",
        "list",
        "enum",
        "quote",
        "listing",
        "divider",
        "data-table",
        "par",
    ),
    *("emph", "strong", "strike", "link", "inline-code", "tick-box", "footnote", "linebreak", "label"),
}


def source(text: str) -> str:
    return typst_text(manuscript(text))


def test_every_kind_of_block_calls_the_template() -> None:
    text = "## A\n\nx\n\n**D1.** y\n\n- [x] z\n\n3. q\n\n> r\n\n```\nc\n```\n\n---\n\n|a|b|\n|-|-:|\n|1|2|\n"
    assert source(text).split("\n\n") == [
        '#heading(level: 2)[A] #label("s-a")',
        '#numbered("1")[x]',
        '#ask("D1")[ y]',
        "#list([#tick-box(is-done: true) z])",
        "#enum(start: 3, [q])",
        "#quote(block: true)[#par[r]]",
        '#listing("c")',
        "#divider()",
        "#data-table((left, right,), ([a], [b], ), ([1], [2], ), is-dense: false)",
    ]


@pytest.mark.parametrize("sign", list("\\#*_`$[]<>@=-+/~'\":.;(){}&%^|"))
def test_a_sign_that_typst_reads_is_escaped(sign: str) -> None:
    assert escape(f"a{sign}b") == f"a\\{sign}b"


def test_a_string_ends_where_it_should() -> None:
    assert quote('a"b\\c\nd') == '"a\\"b\\\\c\\nd"'


def test_a_long_address_may_break_and_keeps_its_signs() -> None:
    address = "https://example.eu/a/very/long/address/that/goes/on?x=1&y=2"
    assert "\u200b" in escape(address)
    assert escape(address).replace("\u200b", "") == escape(address[:30]) + escape(address[30:])


@given(texts())
@example('#read("/etc/passwd") #import "x" // $x$ <label> @ref')
@example('`#read("x")` [a](https://a.eu/#import"x") \\#x \\\\#y')
def test_only_our_own_functions_are_called(text: str) -> None:
    """Without escaped signs and strings, what stands behind a hash sign is a function of ours."""
    bare = re.sub(r'"[^"]*"', "", re.sub(r"\\.", "", source(text), flags=re.DOTALL))
    called = {re.split(r"[(\[]", piece)[0] for piece in bare.split("#")[1:]}
    assert called <= CALLS
