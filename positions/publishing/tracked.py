"""The comparison of two versions as a Word file with tracked changes: accept all is the later text, reject all the earlier.

A changed block is the later one with the words that came and went marked in their places; where a change cuts through a link
or the like, the whole earlier block is struck and the whole later one inserted.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from itertools import groupby

from positions.changes import ChangeKind
from positions.comparison import Comparison
from positions.papers import Review, ReviewRemark
from positions.publishing.differences import Shown, bare, is_header, shown_blocks, signed_line
from positions.publishing.furniture import word
from positions.publishing.manuscript import line
from positions.publishing.office import office_file
from positions.publishing.office_styles import NUMBERED
from positions.publishing.pandoc_tree import (
    Element,
    document,
    header,
    number_mark,
    pandoc_inlines,
    strings,
    styled,
    table,
)
from positions.publishing.paper_office import furniture
from positions.publishing.remarked import remarks_by_block
from positions.publishing.running import Running
from positions.publishing.signs import DEL, END, INS, row_cells, side_of
from positions.publishing.tracked_blocks import by_hands, hands_of, separated, styles_before
from positions.publishing.word_ends import style_sign, with_ends
from positions.publishing.word_threads import Threaded
from positions.wording import plain

_CLASSES = {INS: "insertion", DEL: "deletion"}
_CAME = re.compile(f"{INS}([^{END}]*){END}")
_PIECES = re.compile(f"([{INS}{DEL}{END}])")
_KINDS = {INS: ChangeKind.INSERT, DEL: ChangeKind.DELETE}
_WHOLE = {"added": INS, "removed": DEL}
_FENCE = re.compile(r"^[ \t]*(?:`{3,}|~{3,}).*$", re.MULTILINE)
_NOTE = re.compile(r"\[\^([^\]\s]+)\]")
_NOTE_BLOCK = re.compile(r"[ \t]*\[\^([^\]\s]+)\]:")
_NUMBER = re.compile(r"[ \t]*(\d{1,9})[.)]")
_WITHIN = ("Emph", "Strong", "Strikeout")


@dataclass(frozen=True)
class _Tracked:
    """A block on its way to Word, and the level of the heading that it was before (0: a paragraph)."""

    shown: Shown
    was: int | None = None
    remarks: tuple[ReviewRemark, ...] = ()
    hands: Sequence[tuple[str, str]] = ()
    """The pieces that came, and who wrote each."""


@dataclass
class _Pen:
    """What is being written: the changes' author and day, and the sign that is still open."""

    review: Review
    notes: Mapping[str, Mapping[str, list[Element]]] = field(default_factory=dict)
    """What footnotes say, by their sign's side of the comparison and their label."""
    noted: set[str] = field(default_factory=set)
    threads: list[Threaded] = field(default_factory=list)
    """The comments so far."""
    hands: list[tuple[str, str]] = field(default_factory=list)
    """The pieces of the block that came, and who wrote each, as far as they are not written yet."""
    sign: str = ""
    attributes: list[list[str]] = field(init=False)
    _authors: list[str] = field(default_factory=list)
    _author: str = ""

    def __post_init__(self) -> None:
        moment = datetime.combine(self.review.day, time(), UTC)
        self.attributes = [["author", self.review.author], ["date", _moment(moment)]]

    def inlines(self, markdown: str) -> list[Element]:
        """A line of signed Markdown with its changes."""
        self._authors = [self._author_of(piece) for piece in _CAME.findall(markdown)]
        return [made for element in pandoc_inlines(line(markdown)) for made in self._element(element)]

    def beside(self, remarks: Sequence[ReviewRemark], inlines: list[Element]) -> list[Element]:
        """A paragraph with what is said of it."""
        before: list[Element] = []
        after: list[Element] = []
        for one in remarks:
            first = len(self.threads)
            quote = f"«{plain(one.quote).strip()}»\n" if one.quote.strip() else ""
            for place, said in enumerate(one.said):
                number = str(len(self.threads))
                self.threads.append(Threaded(first if place else None, one.is_resolved))
                told = [["id", number], ["author", said.author], ["date", _moment(said.at)]]
                lines = (said.body if place else quote + said.body).split("\n")
                words = [made for line_ in lines for made in ({"t": "LineBreak"}, *strings(line_))][1:]
                before.append({"t": "Span", "c": [["", ["comment-start"], told], words]})
                after.append({"t": "Span", "c": [["", ["comment-end"], [["id", number]]], []]})
        return [*before, *inlines, *after]

    def whole(self, markdown: str, sign: str) -> list[Element]:
        """A line that came or went whole."""
        return [*self.struck(markdown, sign), self.end_of_paragraph(sign)]

    def struck(self, markdown: str, sign: str) -> list[Element]:
        """Words of a line that came or went whole."""
        self.sign, self._author = sign, self.hands[0][1] if self.hands and sign == INS else ""
        made = self.inlines(markdown)
        self.sign = ""
        return made

    def end_of_paragraph(self, sign: str) -> Element:
        """The paragraph's own mark, come or gone."""
        return {"t": "Span", "c": [["", [f"paragraph-{_CLASSES[sign]}"], self.attributes], []]}

    def numbers(self, before: str, after: str) -> list[Element]:
        """What a paragraph is cited by: the same on both sides, or one that went and one that came."""
        if before == after:
            return number_mark(after) if after else []
        sides = ((before, DEL), (after, INS))
        return [
            {
                "t": "Span",
                "c": [["", [_CLASSES[sign]], self.attributes], number_mark(number, is_gone=sign == DEL)],
            }
            for number, sign in sides
            if number
        ]

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
                if piece == INS and self._authors:
                    self._author = self._authors.pop(0)
            elif piece:
                yield from (self._marked(one) for one in self._noted(piece))

    def _noted(self, words: str) -> Iterator[Element]:
        """Words, and the footnotes whose marks stand among them."""
        known = self.notes.get(self.sign or INS, {})
        for place, piece in enumerate(_NOTE.split(words)):
            if place % 2 and piece in known:
                self.noted.add(piece)
                yield {"t": "Note", "c": [{"t": "Para", "c": known[piece]}]}
            elif piece:
                yield {"t": "Str", "c": f"[^{piece}]" if place % 2 else piece}

    def _marked(self, element: Element) -> Element:
        if not self.sign:
            return element
        attributes = self.attributes
        if self.sign == INS and self._author:
            attributes = [["author", self._author], attributes[1]]
        return {"t": "Span", "c": [["", [_CLASSES[self.sign]], attributes], [element]]}

    def _author_of(self, piece: str) -> str:
        """Who wrote a piece that came: of the block's pieces, the next that holds it."""
        words = piece.strip()
        place = next((at for at, (text, _) in enumerate(self.hands) if words in text), None)
        if place is None:
            return ""
        name = self.hands[place][1]
        del self.hands[: place + 1]
        return name


def tracked_docx(comparison: Comparison, base: str, head: str, review: Review) -> bytes:
    """The comparison as a Word file."""
    told = f"{word('version', review.language)} {review.base} → {review.head}"
    comparison = by_hands(separated(comparison, base, head), review.hands)
    parts = shown_blocks(comparison, base, head, review.numbers), styles_before(comparison, base, head)
    shown = [
        _Tracked(one, was, remarks, hands_of(block, review.hands))
        for one, was, remarks, block in zip(
            *parts,
            remarks_by_block(comparison.blocks, head, review.remarks),
            comparison.blocks,
            strict=True,
        )
    ]
    pen = _Pen(review)
    pen.notes = _notes(shown, pen)
    blocks: list[Element] = [furniture("Note", f"{review.reference} · {told}")]
    for kind, group in groupby((one for one in shown if not _label(one.shown)), key=_container):
        blocks += _CONTAINERS[kind](list(group), pen)
    blocks += _plain([one for one in shown if _label(one.shown) not in {"", *pen.noted}], pen)
    running = Running(
        left=told, right=review.reference, page_of=word("page-of", review.language), notice="",
        language=review.language, has_cover=False,
    )  # fmt: skip
    made = office_file(document(blocks, review.language), "docx", day=review.day, running=running)
    return with_ends(made, pen.attributes[0][1], pen.attributes[1][1], pen.threads)


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _label(shown: Shown) -> str:
    """The label of a footnote's own block; empty for any other."""
    found = _NOTE_BLOCK.match(shown.text) if shown.block.kind == "footnote" else None
    return found[1] if found else ""


def _notes(shown: Sequence["_Tracked"], pen: _Pen) -> dict[str, dict[str, list[Element]]]:
    """What footnotes say: those of the later text with their changes, those that went as they were."""
    found: dict[str, dict[str, list[Element]]] = {INS: {}, DEL: {}}
    for one in shown:
        label = _label(one.shown)
        if not label:
            continue
        kind = one.shown.classes.split()[0]
        if kind in ("added", "removed"):
            side = INS if kind == "added" else DEL
            found[side][label] = pen.inlines(bare(one.shown.block, one.shown.text))
        else:
            said = [made for line_ in _lines(one, pen) for made in line_]
            found[INS][label] = said
            found[DEL].setdefault(label, pen.inlines(bare(one.shown.block, _side(one.shown, DEL))))
    return found


def _container(one: _Tracked) -> str:
    return {"table_row": "table", "list_item": "list"}.get(one.shown.block.kind, "")


def _lines(one: _Tracked, pen: _Pen) -> list[list[Element]]:
    """The block's words: one line with its changes, or the earlier line struck and the later one inserted."""
    shown, pen.hands = one.shown, list(one.hands)
    if shown.signed is not None:
        sign = _WHOLE.get(shown.classes.split()[0])
        ends = [pen.end_of_paragraph(sign)] if sign else []
        before = [] if one.was is None else strings(style_sign(one.was))
        made = pen.inlines(signed_line(shown, shown.signed))
        return [[*before, *pen.numbers(*shown.numbers), *pen.beside(one.remarks, made), *ends]]
    lines = [
        [*pen.numbers(*cited), *pen.whole(bare(shown.block, _side(shown, sign)), sign)]
        for sign, cited in ((DEL, (shown.numbers[0], "")), (INS, ("", shown.numbers[1])))
        if _side(shown, sign)
    ]
    return [*lines[:-1], pen.beside(one.remarks, lines[-1])] if lines else []


def _side(shown: Shown, sign: str) -> str:
    """The block's text on one side of the comparison."""
    return side_of(shown.changes, _KINDS[sign])


def _block(one: _Tracked, pen: _Pen) -> list[Element]:
    shown = one.shown
    match shown.block.kind:
        case "rule":
            return [{"t": "HorizontalRule"}]
        case "code" if shown.classes == "unchanged":
            return [{"t": "CodeBlock", "c": [["", [], []], _FENCE.sub("", shown.text).strip("\n")]}]
        case "code":
            return [paragraph for sign in (DEL, INS) for paragraph in _code(_side(shown, sign), pen, sign)]
        case "heading":
            return [header(shown.block.level, inlines) for inlines in _lines(one, pen)]
        case "quote":
            return [{"t": "BlockQuote", "c": [{"t": "Para", "c": inlines} for inlines in _lines(one, pen)]}]
        case _:
            made = [{"t": "Para", "c": inlines} for inlines in _lines(one, pen)]
            return [styled(NUMBERED, made)] if any(shown.numbers) else made


def _code(text: str, pen: _Pen, sign: str) -> Iterator[Element]:
    for written in _FENCE.sub("", text).strip("\n").split("\n") if text.strip() else ():
        marked = {
            "t": "Span",
            "c": [["", [_CLASSES[sign]], pen.attributes], [{"t": "Code", "c": [["", [], []], written]}]],
        }
        yield {"t": "Para", "c": [marked, pen.end_of_paragraph(sign)]}


def _list(group: Sequence[_Tracked], pen: _Pen) -> list[Element]:
    """Neighbouring entries, the deeper ones within those above them."""
    entries: list[list[Element]] = []
    level = group[0].shown.block.level
    for _, part in groupby(group, key=lambda one: one.shown.block.level > level):
        members = list(part)
        if members[0].shown.block.level > level and entries:
            entries[-1] += _list(members, pen)
        else:
            entries += [[{"t": "Plain", "c": inlines}] for one in members for inlines in _lines(one, pen)]
    number = _NUMBER.match(group[0].shown.text)
    if number is None:
        return [{"t": "BulletList", "c": entries}]
    return [{"t": "OrderedList", "c": [[int(number[1]), {"t": "Decimal"}, {"t": "Period"}], entries]}]


def _table(group: Sequence[_Tracked], pen: _Pen) -> list[Element]:
    rows = [_row(one, pen) for one in group]
    width = max(len(row) for row in rows)
    filled = [[[{"t": "Plain", "c": cell}] for cell in row] + [[]] * (width - len(row)) for row in rows]
    aligns = [*_aligns(group[0].shown), *["left"] * width][:width]
    return [table(filled, aligns, has_head=is_header(group[0].shown))]


def _aligns(head: Shown) -> list[str]:
    """How a table's columns are set, as the row below its head says it."""
    rows = [row.strip().strip("|") for row in head.text.split("\n")[1:] if row.strip()]
    ends = [(cell.strip()[:1], cell.strip()[-1:]) for cell in rows[0].split("|")] if rows else []
    named = {(":", ":"): "center", ("-", ":"): "right"}
    return [named.get(end, "left") for end in ends]


def _row(one: _Tracked, pen: _Pen) -> list[list[Element]]:
    shown, pen.hands = one.shown, list(one.hands)
    sign = _WHOLE.get(shown.classes.split()[0])
    if not sign and shown.signed is None:
        return [[made for inlines in _lines(one, pen) for made in inlines]]
    cells = row_cells(shown.text if sign or shown.signed is None else shown.signed, shown.text)
    made = [pen.struck(cell, sign) if sign else pen.inlines(cell) for cell in cells]
    return [pen.beside(one.remarks, made[0]), *made[1:]] if made else made


def _plain(group: Sequence[_Tracked], pen: _Pen) -> list[Element]:
    return [made for one in group for made in _block(one, pen)]


_CONTAINERS: Mapping[str, Callable[[Sequence[_Tracked], _Pen], list[Element]]] = {
    "": _plain,
    "list": _list,
    "table": _table,
}
