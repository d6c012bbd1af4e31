"""The comparison of two versions as a Word file with tracked changes: accept all is the later text, reject all the earlier.

A changed block is the later one with the words that came and went marked in their places; where a change cuts through a link
or the like, the whole earlier block is struck and the whole later one inserted.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from itertools import groupby

from positions.comparison import ChangeKind, Comparison
from positions.papers import Review
from positions.publishing.differences import (
    DEL,
    END,
    INS,
    Shown,
    bare,
    is_header,
    shown_blocks,
    signed_cells,
    signed_line,
)
from positions.publishing.furniture import word
from positions.publishing.manuscript import line
from positions.publishing.office import office_file
from positions.publishing.pandoc_tree import Element, document, header, pandoc_inlines, table
from positions.publishing.paper_office import furniture
from positions.publishing.running import Running

_CLASSES = {INS: "insertion", DEL: "deletion"}
_PIECES = re.compile(f"([{INS}{DEL}{END}])")
_KINDS = {INS: ChangeKind.INSERT, DEL: ChangeKind.DELETE}
_WHOLE = {"added": INS, "removed": DEL}
_FENCE = re.compile(r"^[ \t]*(?:`{3,}|~{3,}).*$", re.MULTILINE)
_NUMBER = re.compile(r"[ \t]*(\d{1,9})[.)]")
_WITHIN = ("Emph", "Strong", "Strikeout")


@dataclass
class _Pen:
    """What is being written: the changes' author and day, and the sign that is still open."""

    review: Review
    sign: str = ""
    attributes: list[list[str]] = field(init=False)

    def __post_init__(self) -> None:
        moment = datetime.combine(self.review.day, time(), UTC)
        self.attributes = [["author", self.review.author], ["date", moment.strftime("%Y-%m-%dT%H:%M:%SZ")]]

    def inlines(self, markdown: str) -> list[Element]:
        """A line of signed Markdown with its changes."""
        return [made for element in pandoc_inlines(line(markdown)) for made in self._element(element)]

    def whole(self, markdown: str, sign: str) -> list[Element]:
        """A line that came or went whole."""
        self.sign = sign
        made = self.inlines(markdown)
        self.sign = ""
        return [*made, self.end_of_paragraph(sign)]

    def end_of_paragraph(self, sign: str) -> Element:
        """The paragraph's own mark, come or gone."""
        return {"t": "Span", "c": [["", [f"paragraph-{_CLASSES[sign]}"], self.attributes], []]}

    def _element(self, element: Element) -> Iterator[Element]:
        if element["t"] == "Str":
            yield from self._words(element["c"])
        elif element["t"] in _WITHIN:
            yield {**element, "c": [made for part in element["c"] for made in self._element(part)]}
        elif element["t"] == "Link":
            attributes, parts, target = element["c"]
            yield {
                **element,
                "c": [attributes, [made for part in parts for made in self._element(part)], target],
            }
        else:
            yield self._marked(element)

    def _words(self, words: str) -> Iterator[Element]:
        for piece in _PIECES.split(words):
            if piece in _CLASSES or piece == END:
                self.sign = piece if piece in _CLASSES else ""
            elif piece:
                yield self._marked({"t": "Str", "c": piece})

    def _marked(self, element: Element) -> Element:
        if not self.sign:
            return element
        return {"t": "Span", "c": [["", [_CLASSES[self.sign]], self.attributes], [element]]}


def tracked_docx(comparison: Comparison, base: str, head: str, review: Review) -> bytes:
    """The comparison as a Word file."""
    pen = _Pen(review)
    told = f"{word('version', review.language)} {review.base} → {review.head}"
    blocks: list[Element] = [furniture("Note", f"{review.reference} · {told}")]
    for kind, group in groupby(shown_blocks(comparison, base, head), key=_container):
        blocks += _CONTAINERS[kind](list(group), pen)
    running = Running(
        left=told, right=review.reference, page_of=word("page-of", review.language), notice="",
        language=review.language, has_cover=False,
    )  # fmt: skip
    return office_file(document(blocks, review.language), "docx", day=review.day, running=running)


def _container(shown: Shown) -> str:
    return {"table_row": "table", "list_item": "list"}.get(shown.block.kind, "")


def _lines(shown: Shown, pen: _Pen) -> list[list[Element]]:
    """The block's words: one line with its changes, or the earlier line struck and the later one inserted."""
    if shown.signed is not None:
        sign = _WHOLE.get(shown.classes.split()[0])
        ends = [pen.end_of_paragraph(sign)] if sign else []
        return [[*pen.inlines(signed_line(shown, shown.signed)), *ends]]
    return [
        pen.whole(bare(shown.block, _side(shown, sign)), sign) for sign in (DEL, INS) if _side(shown, sign)
    ]


def _side(shown: Shown, sign: str) -> str:
    """The block's text on one side of the comparison."""
    kinds = (ChangeKind.EQUAL, _KINDS[sign])
    return "".join(change.text for change in shown.changes if change.kind in kinds)


def _block(shown: Shown, pen: _Pen) -> list[Element]:
    match shown.block.kind:
        case "rule":
            return [{"t": "HorizontalRule"}]
        case "code" if shown.classes == "unchanged":
            return [{"t": "CodeBlock", "c": [["", [], []], _FENCE.sub("", shown.text).strip("\n")]}]
        case "code":
            return [paragraph for sign in (DEL, INS) for paragraph in _code(_side(shown, sign), pen, sign)]
        case "heading":
            return [header(shown.block.level, inlines) for inlines in _lines(shown, pen)]
        case "quote":
            return [{"t": "BlockQuote", "c": [{"t": "Para", "c": inlines} for inlines in _lines(shown, pen)]}]
        case _:
            return [{"t": "Para", "c": inlines} for inlines in _lines(shown, pen)]


def _code(text: str, pen: _Pen, sign: str) -> Iterator[Element]:
    for written in _FENCE.sub("", text).strip("\n").split("\n") if text.strip() else ():
        marked = {
            "t": "Span",
            "c": [["", [_CLASSES[sign]], pen.attributes], [{"t": "Code", "c": [["", [], []], written]}]],
        }
        yield {"t": "Para", "c": [marked, pen.end_of_paragraph(sign)]}


def _list(group: Sequence[Shown], pen: _Pen) -> list[Element]:
    """Neighbouring entries, the deeper ones within those above them."""
    entries: list[list[Element]] = []
    level = group[0].block.level
    for _, part in groupby(group, key=lambda shown: shown.block.level > level):
        members = list(part)
        if members[0].block.level > level and entries:
            entries[-1] += _list(members, pen)
        else:
            entries += [[{"t": "Plain", "c": inlines}] for shown in members for inlines in _lines(shown, pen)]
    number = _NUMBER.match(group[0].text)
    if number is None:
        return [{"t": "BulletList", "c": entries}]
    return [{"t": "OrderedList", "c": [[int(number[1]), {"t": "Decimal"}, {"t": "Period"}], entries]}]


def _table(group: Sequence[Shown], pen: _Pen) -> list[Element]:
    rows = [_row(shown, pen) for shown in group]
    width = max(len(row) for row in rows)
    filled = [[[{"t": "Plain", "c": cell}] for cell in row] + [[]] * (width - len(row)) for row in rows]
    return [table(filled, ["left"] * width, has_head=is_header(group[0]))]


def _row(shown: Shown, pen: _Pen) -> list[list[Element]]:
    if shown.signed is not None:
        return [pen.inlines(cell) for cell in signed_cells(shown, shown.signed)]
    return [[made for inlines in _lines(shown, pen) for made in inlines]]


def _plain(group: Sequence[Shown], pen: _Pen) -> list[Element]:
    return [made for shown in group for made in _block(shown, pen)]


_CONTAINERS: Mapping[str, Callable[[Sequence[Shown], _Pen], list[Element]]] = {
    "": _plain,
    "list": _list,
    "table": _table,
}
