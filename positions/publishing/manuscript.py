"""A Markdown text as a small tree, the one that every printed form is written from.

It is what the application's own parser reads (`html.py`): no raw HTML, no images (their alternative text stays), links to
the web, to mail and within the text only. Deep nesting is flattened, signs that no printed page may hold are replaced, and
the paragraphs of the body have the numbers they are cited by; asks have their keys instead.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import unquote

from markdown_it.token import Token

from positions.numbering import first_numbers
from positions.publishing.html import by_line, parse, parse_inline

Block = Literal[
    "paragraph", "heading", "list", "entry", "quote", "table", "row", "cell", "listing", "rule", "group"
]
Inline = Literal["text", "emph", "strong", "strike", "code", "link", "note", "break", "box", "mark"]
Kind = Block | Inline

_DEEPEST = 8
"""Elements within elements; what is nested deeper stands at this depth."""
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff]")
_KEY = re.compile(r"([A-Z]{1,3}\d{1,4})\.")
_LINE = re.compile(r"[ \t]*\n[ \t]*")


@dataclass
class Node:
    """One element: `words` of a leaf, `parts` of all others, and what only some kinds have."""

    kind: Kind
    words: str = ""
    parts: list["Node"] = field(default_factory=list)
    level: int = 0
    number: str = ""
    line: int = -1
    """Of a paragraph, where it begins in the source."""
    first: int = 1
    """Of a list, the number it begins with."""
    key: str | None = None
    href: str = ""
    name: str = ""
    align: str = ""
    is_ordered: bool = False
    is_head: bool = False
    is_done: bool = False
    is_tight: bool = False


@dataclass(frozen=True)
class _Shape:
    """What an opening token becomes."""

    kind: Kind
    is_ordered: bool = False


_SHAPES: dict[str, _Shape] = {
    "paragraph_open": _Shape("paragraph"),
    "heading_open": _Shape("heading"),
    "bullet_list_open": _Shape("list"),
    "ordered_list_open": _Shape("list", is_ordered=True),
    "list_item_open": _Shape("entry"),
    "blockquote_open": _Shape("quote"),
    "table_open": _Shape("table"),
    "tr_open": _Shape("row"),
    "th_open": _Shape("cell"),
    "td_open": _Shape("cell"),
    "em_open": _Shape("emph"),
    "strong_open": _Shape("strong"),
    "s_open": _Shape("strike"),
    "link_open": _Shape("link"),
}


def manuscript(text: str, numbers: Mapping[int, str] | None = None) -> list[Node]:
    """The blocks of a text: numbered paragraphs, notes where they are called, internal links that lead somewhere.

    `numbers` are those of its paragraphs by their start; without them they are counted from 1.
    """
    tokens = parse(text)
    notes = _notes(tokens)
    root = _tree(_body(tokens), notes)
    _number(root.parts, by_line(text, first_numbers(text) if numbers is None else numbers))
    _loosen(root, _names(root.parts))
    return root.parts


def line(text: str) -> list[Node]:
    """The inlines of a line of Markdown; links within the text are their words."""
    root = _tree(parse_inline(text), None)
    _loosen(root, set())
    return root.parts


def words_of(node: Node) -> str:
    """The visible words of an element, notes left out."""
    if node.kind in ("text", "code", "listing"):
        return node.words
    if node.kind == "break":
        return " "
    return "".join(words_of(part) for part in node.parts if part.kind != "note")


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Every element, each before its parts."""
    for node in nodes:
        yield node
        yield from walk(node.parts)


def printable(words: str) -> str:
    """The words without signs that neither a page nor XML may hold."""
    return _UNPRINTABLE.sub(
        "\ufffd", words.replace("\u2028", " ").replace("\u2029", " ").replace("\x0c", " ")
    )


class _Builder:
    """A tree as it grows: the open elements, and how many openings were too deep to become one."""

    def __init__(self, notes: dict[int, list[Token]] | None) -> None:
        self.notes = notes
        self.open = [Node("group")]
        self.skipped: list[bool] = []

    def add(self, node: Node) -> None:
        self.open[-1].parts.append(node)

    def begin(self, node: Node) -> None:
        is_skipped = self._is_too_deep(node)
        self.skipped.append(is_skipped)
        if not is_skipped:
            self.add(node)
            self.open.append(node)

    def _is_too_deep(self, node: Node) -> bool:
        """Entries and rows go with their list or table; what stood in a cell is then a paragraph. Paragraphs always stay."""
        is_within_skipped = bool(self.skipped) and self.skipped[-1]
        if node.kind in ("entry", "row"):
            return is_within_skipped
        if node.kind == "cell" and is_within_skipped:
            node.kind = "paragraph"
        return node.kind not in ("paragraph", "heading", "cell") and len(self.open) > _DEEPEST

    def end(self) -> None:
        if not self.skipped.pop():
            self.open.pop()

    def take(self, token: Token) -> None:
        shape = _SHAPES.get(token.type)
        if shape is not None:
            self.begin(_opened(token, shape))
        elif token.nesting == -1 and f"{token.type.removesuffix('close')}open" in _SHAPES:
            self.end()
        elif token.type == "inline":
            for child in token.children or ():
                self.take(child)
        elif token.type == "footnote_ref":
            self.call_note(int(token.meta["id"]))
        else:
            node = _leaf(token)
            if node is not None:
                self.add(node)

    def call_note(self, number: int) -> None:
        """A note stands where it is first called; a note within a note, or called again, only says its number."""
        if self.notes is None or number not in self.notes:
            self.add(Node("text", f"[{number + 1}]"))
            return
        self.add(Node("note", parts=_tree(self.notes.pop(number), None).parts))


def _tree(tokens: Iterable[Token], notes: dict[int, list[Token]] | None) -> Node:
    builder = _Builder(notes)
    for token in tokens:
        builder.take(token)
    return builder.open[0]


def _opened(token: Token, shape: _Shape) -> Node:
    node = Node(shape.kind, is_ordered=shape.is_ordered)
    attributes = token.attrs
    if shape.kind == "paragraph":
        node.is_tight = token.hidden
        node.line = token.map[0] if token.map else -1
    elif shape.kind == "heading":
        node.level, node.name = int(token.tag[1]), str(attributes.get("id", ""))
    elif shape.kind == "list":
        node.first = int(attributes.get("start", 1))
    elif shape.kind == "cell":
        node.is_head = token.type == "th_open"
        node.align = str(attributes.get("class", "")).removeprefix("align-")
    elif shape.kind == "link":
        node.href = _address(printable(str(attributes.get("href", ""))))
    return node


def _address(href: str) -> str:
    """An address as it is; a name within the text as the heading has it, not as a browser would send it."""
    return unquote(href) if href.startswith("#") else href


def _leaf(token: Token) -> Node | None:
    match token.type:
        case "text" | "image":
            words = printable(token.content)
            return Node("text", _LINE.sub(" ", words)) if words else None
        case "softbreak":
            return Node("text", " ")
        case "hardbreak":
            return Node("break")
        case "code_inline":
            return Node("code", printable(token.content))
        case "code_block" | "fence":
            return Node("listing", printable(token.content).rstrip("\n"))
        case "hr":
            return Node("rule")
        case "html_inline":
            return Node("box", is_done='checked="checked"' in token.content)
        case _:
            return None


def _body(tokens: Sequence[Token]) -> list[Token]:
    end = next((place for place, token in enumerate(tokens) if token.type == "footnote_block_open"), None)
    return list(tokens[:end])


def _notes(tokens: Sequence[Token]) -> dict[int, list[Token]]:
    """The tokens of each note, by its number."""
    found: dict[int, list[Token]] = {}
    number: int | None = None
    for token in tokens:
        if token.type == "footnote_open":
            number = int(token.meta["id"])
            found[number] = []
        elif token.type == "footnote_close":
            number = None
        elif number is not None and token.type != "footnote_anchor":
            found[number].append(token)
    return found


def _number(blocks: Sequence[Node], numbers: Mapping[int, str]) -> None:
    """Number the paragraphs of the body; give asks their keys, whether paragraphs or entries of a list."""
    for block in blocks:
        if block.kind == "paragraph":
            block.key = _ask_key(block)
            block.number = "" if block.key else numbers.get(block.line, "")
        elif block.kind == "list":
            for entry in block.parts:
                first = entry.parts[0] if entry.parts else None
                entry.key = _ask_key(first) if first is not None and first.kind == "paragraph" else None


def _ask_key(paragraph: Node) -> str | None:
    first = next(iter(paragraph.parts), None)
    if first is None or first.kind != "strong":
        return None
    found = _KEY.fullmatch(words_of(first))
    return found[1] if found else None


def _names(blocks: Sequence[Node]) -> set[str]:
    """The names that links may lead to; a heading within a quote or a list, or one of a name taken, has none."""
    names: set[str] = set()
    top = {id(block) for block in blocks}
    for node in walk(blocks):
        if id(node) not in top or node.name in names:
            node.name = ""
        names.add(node.name)
    return names - {""}


def _loosen(node: Node, names: set[str]) -> None:
    """Links within the text that lead nowhere become their words."""
    for part in node.parts:
        if part.kind == "link" and part.href.startswith("#") and part.href[1:] not in names:
            part.kind, part.href = "text" if not part.parts else "group", ""
        _loosen(part, names)
