"""A manuscript as pandoc's own document tree: nothing is parsed twice, and nothing of a text in it is raw markup."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from positions.publishing.manuscript import Node
from positions.publishing.office_styles import NUMBER, NUMBERED, style_id

Element = dict[str, Any]
"""One node of pandoc's JSON."""

API_VERSION = [1, 23, 1]
_NO_ATTRIBUTES: list[Any] = ["", [], []]
_ALIGNMENTS = {"left": "AlignLeft", "right": "AlignRight", "center": "AlignCenter"}


def document(blocks: Iterable[Element], language: str) -> Element:
    """A whole document in a language."""
    meta = {"lang": {"t": "MetaString", "c": language}}
    return {"pandoc-api-version": API_VERSION, "meta": meta, "blocks": list(blocks)}


def pandoc_blocks(nodes: Iterable[Node]) -> list[Element]:
    """The blocks of a manuscript."""
    return [element for node in nodes for element in _block(node)]


def pandoc_inlines(nodes: Iterable[Node]) -> list[Element]:
    """The inlines of a paragraph."""
    return [element for node in nodes for element in _INLINES[node.kind](node)]


def styled(style: str, blocks: Iterable[Element], language: str | None = None) -> Element:
    """Blocks under a named style of the reference document."""
    attributes = [["custom-style", style], *([["lang", language]] if language else [])]
    return {"t": "Div", "c": [["", [], attributes], list(blocks)]}


def paragraph(words: str) -> Element:
    """A paragraph of plain words."""
    return {"t": "Para", "c": strings(words)}


def number_mark(number: str, *, is_gone: bool = False) -> list[Element]:
    """A paragraph's number before its words; each writer takes the one of its form. An import knows it by its style."""
    tag = "delText" if is_gone else "t"
    word = (
        f'<w:r><w:rPr><w:rStyle w:val="{style_id(NUMBER)}"/></w:rPr><w:{tag}>{number}</w:{tag}><w:tab/></w:r>'
    )
    open_document = f'<text:span text:style-name="{NUMBER.replace(" ", "_20_")}">{number}\u2003</text:span>'
    return [
        {"t": "RawInline", "c": ["openxml", word]},
        {"t": "RawInline", "c": ["opendocument", open_document]},
    ]


def strings(words: str) -> list[Element]:
    """Plain words."""
    return [{"t": "Str", "c": words}] if words else []


def header(level: int, inlines: list[Element]) -> Element:
    """A heading."""
    return {"t": "Header", "c": [level, _NO_ATTRIBUTES, inlines]}


def table(
    rows: list[list[list[Element]]],
    aligns: list[str],
    *,
    shares: list[float] | None = None,
    has_head: bool = True,
) -> Element:
    """A table of cells (their blocks); `shares` are the columns' parts of the width."""
    widths = [{"t": "ColWidth", "c": share} for share in shares or []] or [{"t": "ColWidthDefault"}] * len(
        aligns
    )
    columns = [
        [{"t": _ALIGNMENTS.get(align, "AlignDefault")}, width]
        for align, width in zip(aligns, widths, strict=True)
    ]
    made = [[_NO_ATTRIBUTES, [_cell(cell) for cell in row]] for row in rows]
    head, body = (made[:1], made[1:]) if has_head else ([], made)
    return {
        "t": "Table",
        "c": [
            _NO_ATTRIBUTES,
            [None, []],
            columns,
            [_NO_ATTRIBUTES, head],
            [[_NO_ATTRIBUTES, 0, [], body]],
            [_NO_ATTRIBUTES, []],
        ],
    }


def _cell(blocks: list[Element]) -> list[Any]:
    return [_NO_ATTRIBUTES, {"t": "AlignDefault"}, 1, 1, blocks]


def _block(node: Node) -> list[Element]:
    return _BLOCKS[node.kind](node)


def _paragraph(node: Node) -> list[Element]:
    inner = {"t": "Plain" if node.is_tight else "Para", "c": pandoc_inlines(node.parts)}
    if node.key is not None:
        return [styled("Ask", [inner])]
    return [styled(NUMBERED, [inner])] if node.number else [inner]


def _list(node: Node) -> list[Element]:
    entries = [pandoc_blocks(entry.parts) for entry in node.parts]
    if node.is_ordered:
        return [
            {
                "t": "OrderedList",
                "c": [[node.first, {"t": "Decimal"}, {"t": "Period"}], entries],
            }
        ]
    return [{"t": "BulletList", "c": entries}]


def _table(node: Node) -> list[Element]:
    rows = [[[{"t": "Plain", "c": pandoc_inlines(cell.parts)}] for cell in row.parts] for row in node.parts]
    return [table(rows, [cell.align for cell in node.parts[0].parts])]


def _text(node: Node) -> list[Element]:
    return strings(node.words)


def _inside(kind: str) -> Callable[[Node], list[Element]]:
    return lambda node: [{"t": kind, "c": pandoc_inlines(node.parts)}]


def _link(node: Node) -> list[Element]:
    inner = pandoc_inlines(node.parts)
    return [{"t": "Link", "c": [_NO_ATTRIBUTES, inner, [node.href, ""]]}] if node.href else inner


_BLOCKS: Mapping[str, Callable[[Node], list[Element]]] = {
    "paragraph": _paragraph,
    "heading": lambda node: [
        {"t": "Header", "c": [node.level, [node.name, [], []], pandoc_inlines(node.parts)]}
    ],
    "list": _list,
    "quote": lambda node: [{"t": "BlockQuote", "c": pandoc_blocks(node.parts)}],
    "table": _table,
    "listing": lambda node: [{"t": "CodeBlock", "c": [_NO_ATTRIBUTES, node.words]}],
    "rule": lambda _node: [{"t": "HorizontalRule"}],
}

_INLINES: Mapping[str, Callable[[Node], list[Element]]] = {
    "text": _text,
    "emph": _inside("Emph"),
    "strong": _inside("Strong"),
    "strike": _inside("Strikeout"),
    "code": lambda node: [{"t": "Code", "c": [_NO_ATTRIBUTES, node.words]}],
    "link": _link,
    "group": lambda node: pandoc_inlines(node.parts),
    "note": lambda node: [{"t": "Note", "c": pandoc_blocks(node.parts)}],
    "break": lambda _node: [{"t": "LineBreak"}],
    "mark": lambda node: number_mark(node.words),
    "box": lambda node: strings("☒" if node.is_done else "☐"),
}
