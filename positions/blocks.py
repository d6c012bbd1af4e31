"""The blocks of a Markdown text: paragraphs, headings, list items, table rows, quotes, code, rules, footnotes.

A line scanner in the spirit of CommonMark, made for comparing and numbering, not for rendering: one pass, linear,
no look-ahead. Its rules:
- the blocks tile the text without a gap; blank lines belong to the block before, leading ones to the first;
- every list item is a block of its own, nested or not, and so is every table row (the header with its delimiter row);
- fenced code is one block, however many blank lines it holds;
- a quote is cut at its blank lines; a further paragraph of a list item is a paragraph with the item's level.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Kind = Literal["paragraph", "heading", "list_item", "table_row", "quote", "code", "rule", "footnote"]


@dataclass(frozen=True, slots=True)
class Block:
    """One block: its kind, its level (heading 1–6, depth of list or quote, else 0) and its code-point range."""

    kind: Kind
    level: int
    start: int
    end: int


_ATX = re.compile(r"(#{1,6})(?:[ \t]|$)")
_FENCE = re.compile(r"(`{3,}|~{3,})(.*)$")
_RULE = re.compile(r"([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_RULE_SIGNS = "-*_ \t"
_FENCE_SIGNS = frozenset("`~")
_SETEXT = re.compile(r"(=+|-+)[ \t]*$")
_ITEM = re.compile(r"([-+*]|(\d{1,9})[.)])(?:([ \t]+)|$)")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]:")
_DELIMITER_ROW = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_CODE_INDENT = 4

# What a line says about itself: it begins a block of a kind and level, belongs to the open one, or (None) nothing.
_Reading = tuple[Kind, int] | Literal["same"] | None


@lru_cache(maxsize=16)
def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text in order; their ranges tile it."""
    return tuple(_Scanner(text).scan())


class _Scanner:
    """The state between two lines: the open block, and the fence, table or lists around it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.kind: Kind | None = None
        self.level = 0
        self.start = 0
        self.last_line = 0
        self.is_open = False
        self.fence = ""
        self.in_table = False
        self.lists: list[int] = []

    def scan(self) -> Iterator[Block]:
        offset = 0
        for line in self.text.split("\n"):
            if (
                self.is_open
                and line
                and line[0] not in _SPEAKING
                and self.kind not in _LITERAL
                and not self.fence
            ):
                # Most lines: one more of an open paragraph.
                self.last_line = offset
            elif self.fence:
                self._inside_fence(line.strip(" \t\r"))
            elif not (body := line.strip(" \t\r")):
                self.is_open = self.is_open and self.kind == "code"
                self.in_table = False
            else:
                indent = line.find(body[0])
                if "\t" in line[:indent]:
                    indent = len(line[:indent].expandtabs(4))
                yield from self._read(body, indent, offset)
                self.last_line = offset
            offset += len(line) + 1
        if self.text:
            yield Block(self.kind or "paragraph", self.level, self.start, len(self.text))

    def _read(self, body: str, indent: int, offset: int) -> Iterator[Block]:
        """Take one line with something on it; yields the block that it ends, if any."""
        depth = sum(1 for content in self.lists if content <= indent) if self.lists else 0
        reading = self._reading(body, indent, depth)
        if reading is None:
            is_continued = self.is_open and self.kind != "code"
            reading = "same" if is_continued else ("paragraph", depth)
        if reading == "same":
            return
        kind, level = reading
        if kind == "table_row" and self.kind == "paragraph" and self.is_open:
            # The delimiter row speaks about the line before it: that line leaves its paragraph as the header row.
            offset = self.last_line
        if self.kind is not None and offset > self.start:
            yield Block(self.kind, self.level, self.start, offset)
            self.start = offset
        self.kind, self.level = kind, level
        self.is_open = kind not in {"heading", "rule", "table_row"}
        self.in_table = kind == "table_row"
        if kind != "list_item":
            del self.lists[depth:]

    def _inside_fence(self, body: str) -> None:
        if body.startswith(self.fence) and not body.strip(self.fence[0]):
            self.fence = ""
            self.is_open = False

    def _reading(self, body: str, indent: int, depth: int) -> _Reading:
        content = self.lists[depth - 1] if depth else 0
        if indent - content >= _CODE_INDENT and not (self.lists and _ITEM.match(body)):
            return "same" if self.is_open else ("code", depth)
        read = _READERS.get(body[0])
        reading = read(self, body, indent, depth) if read else None
        return ("table_row", 0) if reading is None and self.in_table else reading

    def read_heading(self, body: str, _indent: int, _depth: int) -> _Reading:
        marks = _ATX.match(body)
        return ("heading", len(marks[1])) if marks else None

    def read_fence(self, body: str, _indent: int, depth: int) -> _Reading:
        self.fence = _fence_of(body)
        return ("code", depth) if self.fence else None

    def read_footnote(self, body: str, _indent: int, _depth: int) -> _Reading:
        return ("footnote", 0) if _FOOTNOTE.match(body) else None

    def read_quote(self, body: str, _indent: int, _depth: int) -> _Reading:
        marks = body[: len(body) - len(body.lstrip("> \t"))]
        is_continued = self.is_open and self.kind == "quote"
        if marks == body and self.kind == "quote":
            # A bare mark is the quote's blank line: what follows it is a new block.
            self.is_open = False
            return "same"
        level = marks.count(">")
        return "same" if is_continued and level == self.level else ("quote", level)

    def read_delimiter_row(self, body: str, _indent: int, _depth: int) -> _Reading:
        if self.in_table or not self.is_open or self.kind != "paragraph" or "|" not in body:
            return None
        header = self.text[self.last_line : self.text.index("\n", self.last_line)]
        is_table = "|" in header and _DELIMITER_ROW.match(body) and count_cells(header) == count_cells(body)
        return ("table_row", 0) if is_table else None

    def read_line_or_item(self, body: str, indent: int, depth: int) -> _Reading:
        """An underline, a delimiter row, a rule or a list item: whatever may begin with a bullet's character."""
        if self.is_open and self.kind == "paragraph" and _SETEXT.match(body):
            self.kind, self.level = "heading", 1 if body[0] == "=" else 2
            self.is_open = False
            return "same"
        if not body.strip(_RULE_SIGNS) and _RULE.match(body):
            return "rule", 0
        row = self.read_delimiter_row(body, indent, depth) if body[0] == "-" else None
        return row or self.read_item(body, indent, depth)

    def read_item(self, body: str, indent: int, depth: int) -> _Reading:
        found = _ITEM.match(body)
        if found is None:
            return None
        marker, number, space = found[1], found[2], found[3]
        is_in_paragraph = self.is_open and self.kind == "paragraph" and not self.lists
        if is_in_paragraph and (space is None or number not in {None, "1"}):
            # As in CommonMark, a line of a paragraph that begins with "1989. " is no list.
            return None
        width = len(space) if space and len(space) <= _CODE_INDENT else 1
        self.lists[depth:] = [indent + len(marker) + width]
        self.fence = _fence_of(body[found.end() :])
        return "list_item", len(self.lists)


_Reader = Callable[[_Scanner, str, int, int], _Reading]
_READERS: dict[str, _Reader] = {
    "#": _Scanner.read_heading,
    "`": _Scanner.read_fence,
    "~": _Scanner.read_fence,
    ">": _Scanner.read_quote,
    "[": _Scanner.read_footnote,
    "|": _Scanner.read_delimiter_row,
    ":": _Scanner.read_delimiter_row,
    **dict.fromkeys("-*_=", _Scanner.read_line_or_item),
    **dict.fromkeys("+0123456789", _Scanner.read_item),
}


_SPEAKING = frozenset(_READERS) | frozenset(" \t\r")
_LITERAL = frozenset({"code", None})


def _fence_of(body: str) -> str:
    """The fence that a line opens, or nothing."""
    found = _FENCE.match(body) if body[:1] in _FENCE_SIGNS else None
    return "" if found is None or (found[1][0] == "`" and "`" in found[2]) else found[1]


def count_cells(row: str) -> int:
    """The number of cells of a table row."""
    return row.replace("\\|", "").strip(" \t\r").removeprefix("|").removesuffix("|").count("|") + 1
