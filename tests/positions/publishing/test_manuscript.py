"""The tree that every printed form is written from: what it keeps, what it leaves out, what it numbers."""

import time
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.numbering import first_numbers
from positions.publishing.akoma_text import Text
from positions.publishing.manuscript import Node, manuscript, walk, words_of
from positions.publishing.pandoc_tree import pandoc_blocks
from positions.publishing.paper_pdf import paper_pdf
from positions.publishing.typst_text import typst_text
from tests.support.printing import TEXT, paper


def kinds(text: str) -> list[str]:
    return [node.kind for node in walk(manuscript(text))]


def links(text: str) -> list[str]:
    return [node.href for node in walk(manuscript(text)) if node.kind == "link"]


def test_paragraphs_of_the_body_are_numbered_and_asks_have_their_keys() -> None:
    blocks = manuscript("# T\n\nun\n\n**D1.** demanem\n\n- x\n- **D2.** i\n\n> cita\n\ndos\n")
    assert [(block.number, block.key) for block in blocks if block.kind == "paragraph"] == [
        ("1", None), ("", "D1"), ("2", None),
    ]  # fmt: skip
    entries = next(block for block in blocks if block.kind == "list").parts
    assert [entry.key for entry in entries] == [None, "D2"]


def test_a_paragraph_is_printed_with_the_number_it_is_cited_by() -> None:
    text = "\nun\n\ndos\n"
    numbered = manuscript(text, {0: "12", text.index("dos"): "12a"})
    assert [block.number for block in numbered] == ["12", "12a"]


@pytest.mark.parametrize(
    "text", [TEXT, "\n\nun\ndos\n\n> c\n\n    codi\n\ntres\n---\n\n1. a\n\n   b\n\nquatre\n"]
)
def test_what_is_printed_with_numbers_is_what_is_numbered(text: str) -> None:
    printed = [block.number for block in manuscript(text) if block.number]
    assert printed == list(first_numbers(text).values())


def test_html_is_words_and_an_image_is_its_alternative_text() -> None:
    text = "<script>x</script> ![una *foto*](https://a.eu/b.png)"
    assert words_of(manuscript(text)[0]) == "<script>x</script> una *foto*"
    assert "link" not in kinds(text)


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "vbscript:x"]
)
def test_a_link_that_acts_is_no_link(target: str) -> None:
    assert links(f"[a]({target}) [b](https://a.eu)") == ["https://a.eu"]


def test_a_link_within_the_text_leads_to_a_heading_or_is_its_words() -> None:
    text = "## Què demanem\n\n[sí](#s-què-demanem) [no](#s-altres)\n"
    assert [link for link in links(text) if link] == ["#s-què-demanem"]
    assert words_of(manuscript(text)[1]) == "sí no"


def test_a_heading_in_a_quote_or_of_a_name_taken_has_no_name() -> None:
    text = "## A\n\n## A\n\n## A-2\n\n> ## B\n"
    assert [node.name for node in walk(manuscript(text)) if node.kind == "heading"] == [
        "s-a",
        "s-a-2",
        "",
        "",
    ]


def test_a_note_stands_where_it_is_called_first_and_never_within_itself() -> None:
    found = list(walk(manuscript("u[^1] d[^1]\n\n[^1]: nota [^1]\n")))
    assert [node.kind for node in found].count("note") == 1
    assert [node.words for node in found if node.words == "[1]"] == ["[1]", "[1]"]


def test_signs_that_no_page_may_hold_are_replaced() -> None:
    assert words_of(manuscript("a\x07b\u2028c\x0cd")[0]) == "a\ufffdb c d"


def depth(node: Node) -> int:
    return 1 + max((depth(part) for part in node.parts), default=0)


@pytest.mark.parametrize(
    "text",
    [
        "> " * 4000 + "x",
        "- " * 4000 + "x",
        "*a **b " * 4000 + "c** d*" * 4000,
        "[" * 20_000,
        "*" * 20_000 + "a" + "*" * 20_000,
        "[^1]" * 3000 + "\n\n[^1]: " + "[^1]" * 3000,
        "|a" * 2000 + "|\n" + "|-" * 2000 + "|\n" + "|b" * 2000 + "|",
    ],
    ids=["quotes", "lists", "emphasis", "brackets", "stars", "notes", "columns"],
)
def test_nesting_and_repetition_stay_bounded(text: str) -> None:
    began = time.process_time()
    blocks = manuscript(text)
    assert max(depth(block) for block in blocks) < 60
    assert time.process_time() - began < 10


HOLDS: dict[str, set[str]] = {"list": {"entry"}, "table": {"row"}, "row": {"cell"}}
BLOCKS = {"paragraph", "heading", "list", "quote", "table", "listing", "rule"}


@pytest.mark.parametrize(
    "text",
    [
        "- " * 8 + "x",
        "> " * 16 + "x",
        "> " * 15 + "| a | b |\n" + "> " * 15 + "|---|---|\n" + "> " * 15 + "| c | d |",
        "- > " * 5 + "# x",
        "- " * 8 + "```\n" + "  " * 8 + "c\n",
    ],
)
def test_what_is_flattened_keeps_its_shape_and_its_words(text: str) -> None:
    blocks = manuscript(text)
    for node in walk([Node("quote", parts=blocks)]):
        if node.kind in ("quote", "entry"):
            assert {part.kind for part in node.parts} <= BLOCKS
        elif node.kind in HOLDS:
            assert {part.kind for part in node.parts} <= HOLDS[node.kind]
    assert any(letter in "".join(map(words_of, blocks)) for letter in "xdc")
    assert typst_text(blocks)
    assert pandoc_blocks(blocks)
    Text().fill(Element("body"), blocks)
    assert paper_pdf(paper(text, statements=(), signatories=())).pdf


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300))
def test_any_text_becomes_a_tree(text: str) -> None:
    for node in walk(manuscript(text)):
        assert not any(ord(sign) < 32 and sign not in "\t\n" for sign in node.words)
