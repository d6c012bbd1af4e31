"""The tracked changes of a Word file's parts: found, and resolved as accepted or rejected.

Every change is told by its author. Resolving a part gives the part as if whoever is asked about had accepted or rejected it:
words, paragraph marks, table rows and cells, moves, and the properties that decide what a paragraph is. Which changes and
comments stand where is told by marks, private characters put into the rejected text (`mark_of`, `take_marks`).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from positions.publishing.stripping import SPACES


def w(name: str) -> str:
    """A WordprocessingML name as ElementTree writes it."""
    return f"{{{SPACES['w']}}}{name}"


_ADDING = frozenset({w("ins"), w("moveTo")})
_REMOVING = frozenset({w("del"), w("moveFrom")})
_MOVING = frozenset({w("moveTo"), w("moveFrom")})
_CELLS = {w("cellIns"): True, w("cellDel"): False}
_FORMATS = frozenset(
    w(f"{name}Change")
    for name in ("pPr", "rPr", "sectPr", "tblPr", "tblPrEx", "trPr", "tcPr", "tblGrid", "numbering")
)
_RESTORED = {w("pPrChange"): w("pPr"), w("rPrChange"): w("rPr")}
_KEPT = frozenset({w("rPr"), w("sectPr"), w("ins"), w("del"), w("moveFrom"), w("moveTo")})
_LIVE = {w("delText"): w("t"), w("delInstrText"): w("instrText")}
_COMMENT_ENDS = {w("commentRangeStart"): 0, w("commentRangeEnd"): 1}
_COMMENT = w("commentReference")
_PARAGRAPH, _RUN, _TEXT, _TABLE, _ROW, _CELL = map(w, ("p", "r", "t", "tbl", "tr", "tc"))
_PROPERTIES = frozenset(map(w, ("pPr", "rPr", "trPr", "tcPr", "tblPr", "sectPr", "tblGrid")))
_UNREAD = frozenset(
    w(f"{name}Range{end}") for name in ("moveFrom", "moveTo") for end in ("Start", "End")
) | frozenset({w("cellMerge")})
_FIRST_MARK = 0xF0000
MOST_MARKS = 30_000
"""How many changes and comments a file may hold; each takes two private characters."""

Accepts = Callable[["Tracked"], bool]


@dataclass(frozen=True)
class Tracked:
    """One tracked change as the file has it: whose, when, what it does, and the words it is about."""

    number: int
    author: str
    date: str
    kind: str
    text: str


@dataclass
class Part:
    """One part of the file on its way to being resolved: its root, and the changes by their elements."""

    root: Element
    tracked: dict[Element, Tracked] = field(default_factory=dict)


def find_tracked(root: Element, first: int) -> Part:
    """The changes of a part in document order, numbered from `first`."""
    part = Part(root)
    for element in root.iter():
        kind = _kind(element)
        if kind:
            text = "".join(one.text or "" for one in element.iter() if one.tag == _TEXT or one.tag in _LIVE)
            part.tracked[element] = Tracked(
                first + len(part.tracked),
                " ".join(element.get(w("author"), "").split()),
                element.get(w("date"), ""),
                kind,
                text,
            )
    return part


def _kind(element: Element) -> str:
    if element.tag in _FORMATS:
        return "FORMAT"
    if element.tag in _MOVING:
        return "MOVE"
    if element.tag in _ADDING or _CELLS.get(element.tag) is True:
        return "INSERTION"
    return "DELETION" if element.tag in _REMOVING or element.tag in _CELLS else ""


def resolve(part: Part, accepts: Accepts, marks: dict[str, int] | None = None) -> None:
    """Accept or reject every change of a part in place; with `marks` (comments' numbers by id) leave marks where they were."""
    _Resolving(part, accepts, marks).children(part.root)


def mark_of(number: int, end: int) -> str:
    """The private character at the start (0) or the end (1) of a change or comment."""
    return chr(_FIRST_MARK + 2 * number + end)


def take_marks(text: str) -> tuple[str, dict[int, tuple[int, int]]]:
    """A text without its marks, and the ranges that they stood around, by number."""
    pieces: list[str] = []
    length = 0
    found: dict[int, tuple[int, int]] = {}
    for sign in text:
        number = ord(sign) - _FIRST_MARK
        if 0 <= number < 2 * MOST_MARKS:
            start, end = found.get(number // 2, (length, length))
            found[number // 2] = (min(start, length), max(end, length))
        else:
            pieces.append(sign)
            length += 1
    return "".join(pieces), found


class _Resolving:
    """The walk through one part."""

    def __init__(self, part: Part, accepts: Accepts, marks: dict[str, int] | None) -> None:
        self._tracked = part.tracked
        self._accepts = accepts
        self._marks = marks

    def children(self, parent: Element) -> None:
        """Resolve what stands in an element."""
        made: list[Element] = []
        for child in list(parent):
            made += self._resolved(child)
        parent[:] = made
        if any(child.tag == _PARAGRAPH for child in made):
            self._join_paragraphs(parent)

    def _resolved(self, element: Element) -> Iterator[Element]:
        change = self._tracked.get(element)
        if element.tag in _PROPERTIES:
            yield element
            return
        if element.tag in _COMMENT_ENDS or element.tag == _COMMENT:
            yield from self._comment(element)
        elif change and (element.tag in _ADDING or element.tag in _REMOVING):
            yield from self._words(element, change)
        elif element.tag in _UNREAD:
            return
        elif element.tag in (_ROW, _CELL):
            yield from self._row(element)
        else:
            element.tag = _LIVE.get(element.tag, element.tag)
            around = self._properties(element)
            self.children(element)
            if element.tag == _PARAGRAPH:
                self._mark_paragraph(element, around)
                yield element
            elif element.tag == _RUN:
                yield from self._around(around, [element])
            elif element.tag != _TABLE or element.find(_ROW) is not None:
                yield element

    def _words(self, element: Element, change: Tracked) -> Iterator[Element]:
        is_kept = self._accepts(change) == (element.tag in _ADDING)
        if is_kept:
            self.children(element)
            yield from self._around([change], list(element))
        else:
            yield from self._around([change], self._lost_comments(element))

    def _row(self, element: Element) -> Iterator[Element]:
        """A row or a cell of a table, which may have come or gone whole."""
        changes = [
            (self._tracked[one], _kind(one) == "INSERTION")
            for name in ("trPr", "tcPr")
            for one in element.findall(f"{w(name)}/*")
            if one in self._tracked and self._tracked[one].kind != "FORMAT"
        ]
        if any(self._accepts(change) != is_adding for change, is_adding in changes):
            return
        self.children(element)
        paragraph = element.find(f".//{_PARAGRAPH}")
        if paragraph is not None:
            paragraph.extend(self._around([change for change, _ in changes], []))
        yield element

    def _properties(self, element: Element) -> list[Tracked]:
        """Restore the properties that are not accepted; the changes of them, and of the paragraph's own mark."""
        found: list[Tracked] = []
        for name in ("pPr", "rPr"):
            properties = element.find(w(name))
            if properties is None:
                continue
            for one in list(properties):
                change = self._tracked.get(one)
                if change is None or one.tag not in _RESTORED:
                    continue
                found.append(change)
                properties.remove(one)
                if not self._accepts(change):
                    old = one.find(_RESTORED[one.tag])
                    kept = [child for child in properties if child.tag in _KEPT]
                    properties[:] = [*(old if old is not None else ()), *kept]
        return found

    def _mark_paragraph(self, paragraph: Element, changes: list[Tracked]) -> None:
        changes = [*changes, *(change for _, change in self._ends(paragraph))]
        body = [child for child in paragraph if child.tag != w("pPr")]
        properties = [child for child in paragraph if child.tag == w("pPr")]
        paragraph[:] = [*properties, *self._around(changes, body)]

    def _ends(self, paragraph: Element) -> Iterator[tuple[bool, Tracked]]:
        """The changes of a paragraph's own mark, and whether each brings it."""
        for one in paragraph.findall(f"{w('pPr')}/{w('rPr')}/*"):
            if one in self._tracked and self._tracked[one].kind != "FORMAT":
                yield one.tag in _ADDING, self._tracked[one]

    def _join_paragraphs(self, parent: Element) -> None:
        """A paragraph whose mark is not there runs on into the next one."""
        made: list[Element] = []
        waiting: list[Element] = []
        for child in parent:
            if child.tag != _PARAGRAPH:
                made += [*_left(waiting, made), child]
                waiting = []
                continue
            for before in waiting:
                _put_before(before, child)
            is_ended = all(self._accepts(change) == is_adding for is_adding, change in self._ends(child))
            waiting = [] if is_ended else [child]
            made += [child] if is_ended else []
            _forget_ends(child)
        parent[:] = [*made, *_left(waiting, made)]

    def _comment(self, element: Element) -> Iterator[Element]:
        number = (self._marks or {}).get(element.get(w("id"), ""))
        if number is not None:
            for end in (0, 1) if element.tag == _COMMENT else (_COMMENT_ENDS[element.tag],):
                yield _mark(mark_of(number, end), in_run=element.tag == _COMMENT)

    def _lost_comments(self, element: Element) -> list[Element]:
        """What stands for the comments in words that are not there."""
        found = [one for one in element.iter() if one.tag in _COMMENT_ENDS]
        return [made for one in found for made in self._comment(one)]

    def _around(self, changes: list[Tracked], inside: list[Element]) -> list[Element]:
        """Elements between the marks of changes."""
        if self._marks is None:
            return inside
        before = [_mark(mark_of(change.number, 0)) for change in changes]
        return [*before, *inside, *(_mark(mark_of(change.number, 1)) for change in reversed(changes))]


def _mark(sign: str, *, in_run: bool = False) -> Element:
    words = Element(_TEXT)
    words.text = sign
    if in_run:
        return words
    run = Element(_RUN)
    run.append(words)
    return run


def _put_before(before: Element, after: Element) -> None:
    """The content of one paragraph at the head of the next; an empty one takes over what the other was."""
    if not _has_words(after):
        kept, mark = before.find(w("pPr")), after.find(w("pPr"))
        if mark is not None:
            after.remove(mark)
        ends = mark.find(w("rPr")) if mark is not None else None
        if kept is not None:
            for old in kept.findall(w("rPr")):
                kept.remove(old)
        if ends is not None:
            kept = kept if kept is not None else Element(w("pPr"))
            kept.append(ends)
        if kept is not None:
            after.insert(0, kept)
    words = [child for child in before if child.tag != w("pPr")]
    place = 1 if after.find(w("pPr")) is not None else 0
    after[place:place] = words


def _left(waiting: list[Element], made: list[Element]) -> list[Element]:
    """Paragraphs that have nothing to run on into: kept for their words, else only their marks."""
    for one in waiting:
        if not _has_words(one) and made and made[-1].tag == _PARAGRAPH:
            made[-1].extend(child for child in one if child.tag != w("pPr"))
    return [one for one in waiting if _has_words(one)]


def _forget_ends(paragraph: Element) -> None:
    """Nobody after this asks whether the paragraph's mark came or went."""
    for properties in paragraph.findall(f"{w('pPr')}/{w('rPr')}"):
        properties[:] = [one for one in properties if one.tag not in _ADDING | _REMOVING]


def _has_words(paragraph: Element) -> bool:
    return any(take_marks(one.text or "")[0].strip() for one in paragraph.iter(_TEXT)) or any(
        one.tag in (w("drawing"), w("footnoteReference"), w("endnoteReference")) for one in paragraph.iter()
    )


def outside_text(root: Element) -> int:
    """How many changes a header or footer holds, which no text is made of."""
    return sum(1 for element in root.iter() if _kind(element))
