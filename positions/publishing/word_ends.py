"""What pandoc does not write of tracked changes: the marks of headings and list entries that came or went, whole rows of
tables, and the style that a paragraph had before."""

import zipfile
from collections.abc import Sequence
from io import BytesIO
from xml.etree.ElementTree import Element, SubElement, tostring

from defusedxml.ElementTree import fromstring

from positions.publishing.word_marks import w
from positions.publishing.word_threads import Threaded, with_threads

_FIRST_STYLE = 0xE010
_CHANGES = (w("ins"), w("del"))
_SILENT = frozenset(
    map(w, ("pPr", "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr"))
)
_TEXTS = ("word/document.xml", "word/footnotes.xml")


def style_sign(level: int) -> str:
    """The private character, first in a paragraph, that says which heading it was (0: a paragraph)."""
    return chr(_FIRST_STYLE + level)


def with_ends(content: bytes, author: str, date: str, threads: Sequence[Threaded]) -> bytes:
    """The file with what pandoc left out, in the same bytes for the same file."""
    hand = {w("author"): author, w("date"): date}
    with zipfile.ZipFile(BytesIO(content)) as archive:
        moment = archive.infolist()[0].date_time
        members = {name: archive.read(name) for name in archive.namelist()}
    members |= {name: _finished(members[name], hand) for name in _TEXTS if name in members}
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        for name, part in with_threads(members, threads).items():
            made.writestr(zipfile.ZipInfo(name, moment), part, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _finished(part: bytes, hand: dict[str, str]) -> bytes:
    root = fromstring(part)
    in_cells = {paragraph for cell in root.iter(w("tc")) for paragraph in cell.iter(w("p"))}
    for row in root.iter(w("tr")):
        _end_row(row)
    for paragraph in root.iter(w("p")):
        _restyle(paragraph, hand)
        if paragraph not in in_cells:
            _end_paragraph(paragraph)
    for deleted in root.iter(w("del")):
        for text in deleted.iter(w("delText")):
            text.set("kept", "")
    for text in root.iter(w("delText")):
        if text.attrib.pop("kept", None) is None:
            text.tag = w("t")  # the words of a note whose mark was deleted: they go with it
    for number, change in enumerate((one for one in root.iter() if one.get(w("author")) is not None), 1):
        change.set(w("id"), str(number))
    written: bytes = tostring(root, encoding="UTF-8", xml_declaration=True)
    return written


def _end_row(row: Element) -> None:
    """A row whose words all came, or all went, came or went whole."""
    change = _only_change([child for paragraph in row.iter(w("p")) for child in paragraph])
    if change is not None:
        properties = row.find(w("trPr"))
        if properties is None:
            properties = Element(w("trPr"))
            row.insert(0, properties)
        SubElement(properties, change.tag, _hand(change))


def _end_paragraph(paragraph: Element) -> None:
    change = _only_change(list(paragraph))
    if change is None:
        return
    marks = _child(_properties(paragraph), w("rPr"))
    if not any(one.tag in _CHANGES for one in marks):
        marks.insert(0, Element(change.tag, _hand(change)))


def _only_change(children: list[Element]) -> Element | None:
    """The change that everything in some paragraphs belongs to."""
    said = [child for child in children if child.tag not in _SILENT and not _is_reference(child)]
    tags = {child.tag for child in said}
    return said[0] if len(tags) == 1 and said[0].tag in _CHANGES else None


def _is_reference(run: Element) -> bool:
    return run.find(w("commentReference")) is not None


def _restyle(paragraph: Element, hand: dict[str, str]) -> None:
    """Turn the sign of an earlier style into a tracked change of the paragraph's properties."""
    first = next((text for text in paragraph.iter(w("t")) if text.text), None)
    level = ord((first.text or " ")[0]) - _FIRST_STYLE if first is not None else -1
    if first is None or not 0 <= level <= 6:
        return
    first.text = (first.text or "")[1:]
    change = SubElement(_properties(paragraph), w("pPrChange"), hand)
    style = f"Heading{level}" if level else "BodyText"
    SubElement(SubElement(change, w("pPr")), w("pStyle"), {w("val"): style})


def _properties(paragraph: Element) -> Element:
    found = paragraph.find(w("pPr"))
    if found is None:
        found = Element(w("pPr"))
        paragraph.insert(0, found)
    return found


def _child(parent: Element, tag: str) -> Element:
    found = parent.find(tag)
    if found is None:
        found = Element(tag)
        last = parent.find(w("pPrChange"))
        parent.insert(len(parent) if last is None else list(parent).index(last), found)
    return found


def _hand(change: Element) -> dict[str, str]:
    return {name: change.get(name, "") for name in (w("author"), w("date"))}
