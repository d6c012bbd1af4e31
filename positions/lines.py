"""The lines of a Markdown text, read one after the other: where blocks begin, and of what kind they are."""

import re
from collections.abc import Callable
from typing import Literal

Kind = Literal["paragraph", "heading", "list_item", "table_row", "quote", "code", "rule", "footnote"]

_ATX = re.compile(r"(#{1,6})(?:[ \t]|$)")
_FENCE = re.compile(r"(`{3,}|~{3,})(.*)$")
_RULE = re.compile(r"([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_RULE_SIGNS = "-*_ \t"
_FENCE_SIGNS = frozenset("`~")
_SETEXT = re.compile(r"(=+|-+)[ \t]*$")
_ITEM = re.compile(r"([-+*]|(\d{1,9})[.)])(?:([ \t]+)|$)")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]:")
_DELIMITER_ROW = re.compile(r"\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+$")
_CODE_INDENT = 4


# What a line says about itself: it begins a block of a kind and level, belongs to the open one, or (None) nothing.
_Reading = tuple[Kind, int] | Literal["same"] | None


# What a piece has to know of those before it: the open fence, where the lists it may belong to begin, the block it may continue.
State = tuple[str, tuple[int, ...], Kind | None]
START: State = ("", (), None)
Begin = tuple[int, Kind, int]


def plain(piece: str, state: State) -> tuple[tuple[Begin, ...], State] | None:
    """A piece that is one paragraph or one heading, as most are; nothing for another."""
    body = piece.lstrip("\n")
    if state[0] or state[2] == "code" or not body:
        return None
    at = len(piece) - len(body)
    if body[0] not in _SPEAKING:
        return None if _SPEAKING_LINE.search(body) else (((at, "paragraph", 0),), START)
    marks = _ATX.match(body)
    return (((at, "heading", len(marks[1])),), START) if marks and "\n" not in body else None


class Scanner:
    """The state between two lines: the open block, and the fence, table or lists around it."""

    def __init__(self, state: State) -> None:
        self.text = ""
        self.fence, lists, self.kind = state
        self.begins: list[Begin] = []
        self.level = 0
        self.last_line = 0
        self.is_open = self.kind == "code"
        self.in_table = False
        self.lists = [*lists]

    def scan(self, piece: str) -> tuple[tuple[Begin, ...], State]:
        """Where blocks begin in a piece, and what the next one has to know."""
        self.text = piece
        offset = 0
        for line in piece.split("\n"):
            if (
                self.is_open
                and line
                and line.lstrip(" ")[:1] not in _SPEAKING_OR_NONE
                and self.kind != "code"
                and not self.fence
            ):
                # Most lines: one more of an open paragraph or list item.
                self.last_line = offset
            elif self.fence:
                self._inside_fence(line.strip(" \t\r"))
            elif (
                (item := _PLAIN_ITEM.match(line))
                and not (self.is_open and self.kind in _CONTINUED)
                and (self.lists or item.end(1) < _CODE_INDENT)
            ):
                self._begin_entry(item, offset)
            elif not (body := line.strip(" \t\r")):
                self.is_open = self.is_open and self.kind == "code"
                self.in_table = False
            else:
                indent = line.find(body[0])
                if "\t" in line[:indent]:
                    indent = len(line[:indent].expandtabs(4))
                self._read(body, indent, offset)
                self.last_line = offset
            offset += len(line) + 1
        is_known = self.kind == "quote" or (self.kind == "code" and self.is_open)
        return tuple(self.begins), (self.fence, tuple(self.lists), self.kind if is_known else None)

    def _read(self, body: str, indent: int, offset: int) -> None:
        """Take one line with something on it."""
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
        self._begin(offset, kind, level)
        self.is_open = kind not in {"heading", "rule", "table_row"}
        self.in_table = kind == "table_row"
        if kind != "list_item":
            del self.lists[depth:]

    def _begin(self, offset: int, kind: Kind, level: int) -> None:
        if self.begins and self.begins[-1][0] == offset:
            self.begins.pop()
        self.begins.append((offset, kind, level))
        self.kind, self.level = kind, level

    def _begin_entry(self, item: re.Match[str], offset: int) -> None:
        """What `_read` would do with most list items, in fewer steps."""
        indent, content, space = item.end(1), item.end(2), item[3]
        depth = 0
        while depth < len(self.lists) and self.lists[depth] <= indent:
            depth += 1
        self.lists[depth:] = [content + (len(space) if space and len(space) <= _CODE_INDENT else 1)]
        self._begin(offset, "list_item", depth + 1)
        self.is_open, self.in_table, self.last_line = True, False, offset

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
        """A heading by its hashes."""
        marks = _ATX.match(body)
        return ("heading", len(marks[1])) if marks else None

    def read_fence(self, body: str, _indent: int, depth: int) -> _Reading:
        """The beginning of fenced code."""
        self.fence = _fence_of(body)
        return ("code", depth) if self.fence else None

    def read_footnote(self, body: str, _indent: int, _depth: int) -> _Reading:
        """A note at the foot."""
        return ("footnote", 0) if _FOOTNOTE.match(body) else None

    def read_quote(self, body: str, _indent: int, _depth: int) -> _Reading:
        """A quote's first line, one more of it, or its blank line."""
        marks = body[: len(body) - len(body.lstrip("> \t"))]
        is_continued = self.is_open and self.kind == "quote"
        if marks == body and self.kind == "quote":
            # A bare mark is the quote's blank line: what follows it is a new block.
            self.is_open = False
            return "same"
        level = marks.count(">")
        return "same" if is_continued and level == self.level else ("quote", level)

    def read_delimiter_row(self, body: str, _indent: int, _depth: int) -> _Reading:
        """The row below a table's header, which makes both one block."""
        if self.in_table or not self.is_open or self.kind != "paragraph" or "|" not in body:
            return None
        header = self.text[self.last_line : self.text.index("\n", self.last_line)]
        is_table = "|" in header and _DELIMITER_ROW.match(body) and count_cells(header) == count_cells(body)
        return ("table_row", 0) if is_table else None

    def read_line_or_entry(self, body: str, indent: int, depth: int) -> _Reading:
        """An underline, a delimiter row, a rule or a list item: whatever may begin with a bullet's character."""
        if self.is_open and self.kind == "paragraph" and _SETEXT.match(body):
            self._begin(self.begins[-1][0], "heading", 1 if body[0] == "=" else 2)
            self.is_open = False
            return "same"
        if not body.strip(_RULE_SIGNS) and _RULE.match(body):
            return "rule", 0
        row = self.read_delimiter_row(body, indent, depth) if body[0] == "-" else None
        return row or self.read_entry(body, indent, depth)

    def read_entry(self, body: str, indent: int, depth: int) -> _Reading:
        """A list item, and the list it is in."""
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


_Reader = Callable[[Scanner, str, int, int], _Reading]
_READERS: dict[str, _Reader] = {
    "#": Scanner.read_heading,
    "`": Scanner.read_fence,
    "~": Scanner.read_fence,
    ">": Scanner.read_quote,
    "[": Scanner.read_footnote,
    "|": Scanner.read_delimiter_row,
    ":": Scanner.read_delimiter_row,
    **dict.fromkeys("-*_=", Scanner.read_line_or_entry),
    **dict.fromkeys("+0123456789", Scanner.read_entry),
}


_CONTINUED = frozenset({"paragraph", "code"})
_SIGNS = "".join(map(re.escape, _READERS))
_SPEAKING = frozenset(_READERS) | frozenset(" \t\r")
_SPEAKING_OR_NONE = _SPEAKING | {""}
# A later line that is more than words, or blank.
_SPEAKING_LINE = re.compile(rf"\n[ \t\r]*+[{_SIGNS}\n]")
# A list item that is no rule and holds no fence.
_PLAIN_ITEM = re.compile(r"( *+)([-+*]|\d{1,9}[.)])(?:([ \t]++)(?![-*_ \t\r]+$)[^`~\s]|$)")


def _fence_of(body: str) -> str:
    """The fence that a line opens, or nothing."""
    found = _FENCE.match(body) if body[:1] in _FENCE_SIGNS else None
    return "" if found is None or (found[1][0] == "`" and "`" in found[2]) else found[1]


def count_cells(row: str) -> int:
    """The number of cells of a table row."""
    return row.replace("\\|", "").strip(" \t\r").removeprefix("|").removesuffix("|").count("|") + 1
