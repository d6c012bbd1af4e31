"""A file that was written here and comes back: its cover, tables and numbers are left out, the text alone is imported.

What is ours is known by its style's name (`office_styles.FURNITURE`), which survives Word and LibreOffice. The archive was
opened and checked before (`archives.py`).
"""

import re
from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element, register_namespace, tostring

from defusedxml.ElementTree import fromstring

from positions.publishing.office_styles import FURNITURE, NUMBER

_MICROSOFT = "http://schemas.openxmlformats.org"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = {
    "w": f"{_MICROSOFT}/wordprocessingml/2006/main",
    "r": f"{_MICROSOFT}/officeDocument/2006/relationships",
    "m": f"{_MICROSOFT}/officeDocument/2006/math",
    "wp": f"{_MICROSOFT}/drawingml/2006/wordprocessingDrawing",
    "a": f"{_MICROSOFT}/drawingml/2006/main",
    "pic": f"{_MICROSOFT}/drawingml/2006/picture",
    "mc": f"{_MICROSOFT}/markup-compatibility/2006",
    "office": f"{_OASIS}:office:1.0",
    "style": f"{_OASIS}:style:1.0",
    "text": f"{_OASIS}:text:1.0",
    "table": f"{_OASIS}:table:1.0",
    "draw": f"{_OASIS}:drawing:1.0",
    "svg": f"{_OASIS}:svg-compatible:1.0",
    "fo": f"{_OASIS}:xsl-fo-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}
for _prefix, _uri in SPACES.items():
    register_namespace(_prefix, _uri)  # pandoc knows some parts by the customary prefix only
_W, _STYLE, _TEXT, _TABLE = (f"{{{SPACES[prefix]}}}" for prefix in ("w", "style", "text", "table"))

_DEEPEST = 6
_NUMBER = re.compile("\\d+[a-z]*[\t\u2003]")
"""A paragraph's number with what stands between it and the words."""
_WRITTEN = {f"{_W}t": "", f"{_W}delText": "", f"{_W}tab": "\t"}
"""What of a run is signs; of a tab which one."""

Members = dict[str, bytes]


def strip_furniture(members: Members) -> Members:
    """The members of a Word or OpenDocument archive without what we printed around the text."""
    for styles, content, strip in (
        ("word/styles.xml", "word/document.xml", _strip_word),
        ("styles.xml", "content.xml", _strip_open_document),
    ):
        if styles in members and content in members and _mentions(members[styles], members[content]):
            return {**members, **strip(members)}
    return members


def _mentions(*parts: bytes) -> bool:
    """A file that knows none of our styles is left as it is."""
    return any(FURNITURE.strip().encode() in part for part in parts)


def _strip_word(members: Members) -> Members:
    table, document = fromstring(members["word/styles.xml"]), fromstring(members["word/document.xml"])
    names = {
        style.get(f"{_W}styleId", ""): _attribute(style.find(f"{_W}name"), f"{_W}val")
        for style in table.iter(f"{_W}style")
    }

    def name_of(paragraph: Element) -> str:
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        return names.get(_attribute(style, f"{_W}val"), "")

    _without_numbers(names, document)
    if "word/numbering.xml" in members:
        _join_lists(document, fromstring(members["word/numbering.xml"]))
    _remove_tables(document, f"{_W}tbl", f"{_W}p", name_of)
    _remove(document, f"{_W}p", lambda paragraph: name_of(paragraph).startswith(FURNITURE))
    return {"word/styles.xml": tostring(table), "word/document.xml": tostring(document)}


def _without_numbers(names: Mapping[str, str], document: Element) -> None:
    """Leave out the numbers of paragraphs; what was typed right behind one has its style, and stays."""
    for paragraph in document.iter(f"{_W}p"):
        pieces = [
            piece
            for run in paragraph.iter(f"{_W}r")
            if names.get(_attribute(run.find(f"{_W}rPr/{_W}rStyle"), f"{_W}val")) == NUMBER
            for piece in run
            if piece.tag in _WRITTEN
        ]
        signs = [(piece, sign) for piece in pieces for sign in _WRITTEN[piece.tag] or piece.text or ""]
        for found in reversed(list(_NUMBER.finditer("".join(sign for _, sign in signs)))):
            del signs[found.start() : found.end()]
        for piece in pieces:
            piece.tag = f"{_W}delText" if piece.tag == f"{_W}delText" else f"{_W}t"
            piece.text = "".join(sign for one, sign in signs if one is piece)


def _join_lists(document: Element, numbering: Element) -> None:
    """LibreOffice numbers the first entry of a list that begins anew apart from the others: it joins them again."""
    kinds, fresh = {}, set()
    for kind in numbering.iter(f"{_W}num"):
        name = kind.get(f"{_W}numId", "")
        kinds[name] = _attribute(kind.find(f"{_W}abstractNumId"), f"{_W}val")
        if kind.find(f"{_W}lvlOverride/{_W}startOverride") is not None:
            fresh.add(name)
    before: Element | None = None
    for paragraph in document.iter(f"{_W}p"):
        number = paragraph.find(f"{_W}pPr/{_W}numPr/{_W}numId")
        one, other = _attribute(before, f"{_W}val"), _attribute(number, f"{_W}val")
        if before is not None and one in fresh and other not in fresh and kinds.get(one) == kinds.get(other):
            before.set(f"{_W}val", other)
        before = number


def _strip_open_document(members: Members) -> Members:
    document = fromstring(members["content.xml"])
    parents = {
        style.get(f"{_STYLE}name", ""): style.get(f"{_STYLE}parent-style-name", "")
        for root in (fromstring(members["styles.xml"]), document)
        for style in root.iter(f"{_STYLE}style")
    }

    def name_of(element: Element) -> str:
        return _named(element.get(f"{_TEXT}style-name", ""), parents)

    _remove_tables(document, f"{_TABLE}table", f"{_TEXT}p", name_of)
    for span in document.iter(f"{_TEXT}span"):
        if name_of(span) == NUMBER:
            span.text = _NUMBER.sub("", span.text or "", count=1)
    for tag in ("p", "h"):
        _remove(document, f"{_TEXT}{tag}", lambda element: name_of(element).startswith(FURNITURE))
    _title_as_heading(document, name_of)
    return {"content.xml": tostring(document)}


def _title_as_heading(document: Element, name_of: Callable[[Element], str]) -> None:
    """The title is the first heading, and the others stand below it, as `word.lua` does for Word."""
    title = next((one for one in document.iter(f"{_TEXT}p") if name_of(one) == "Title"), None)
    if title is None:
        return
    for heading in document.iter(f"{_TEXT}h"):
        level = int(heading.get(f"{_TEXT}outline-level", "1"))
        heading.set(f"{_TEXT}outline-level", str(min(level + 1, _DEEPEST)))
    title.tag = f"{_TEXT}h"
    title.set(f"{_TEXT}outline-level", "1")


def _named(style: str, parents: Mapping[str, str]) -> str:
    """A style's name, or that of the named style an automatic one comes from."""
    name = style.replace("_20_", " ")
    parent = parents.get(style, "").replace("_20_", " ")
    return parent if parent == "Title" or parent.startswith(FURNITURE) else name


def _remove_tables(root: Element, table: str, paragraph: str, name_of: Callable[[Element], str]) -> None:
    """Leave out the tables in which every paragraph is ours."""

    def is_ours(found: Element) -> bool:
        names = [name_of(one) for one in found.iter(paragraph)]
        return bool(names) and all(name.startswith(FURNITURE) for name in names)

    _remove(root, table, is_ours)


def _remove(root: Element, tag: str, is_out: Callable[[Element], bool]) -> None:
    """Take the elements out; what follows one in its parent's line stays."""
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag == tag and is_out(child):
                _keep_tail(parent, child)
                parent.remove(child)


def _keep_tail(parent: Element, child: Element) -> None:
    if not child.tail:
        return
    place = list(parent).index(child)
    if place == 0:
        parent.text = (parent.text or "") + child.tail
    else:
        before = parent[place - 1]
        before.tail = (before.tail or "") + child.tail


def _attribute(element: Element | None, name: str) -> str:
    return element.get(name, "") if element is not None else ""
