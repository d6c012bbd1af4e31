"""Comments of a Word file as threads: which answers which, and which are done, as Word and LibreOffice show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from defusedxml.ElementTree import fromstring

from positions.publishing.word_comments import W14, W15
from positions.publishing.word_marks import w

COMMENTS, _EXTENDED = "word/comments.xml", "word/commentsExtended.xml"
TYPES, RELATIONS = "[Content_Types].xml", "word/_rels/document.xml.rels"
_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"
_RELATION = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
for _prefix, _uri in (("w14", W14), ("w15", W15)):
    register_namespace(_prefix, _uri[1:-1])


@dataclass(frozen=True, slots=True)
class Threaded:
    """One comment: the number of the one that it answers, and whether its thread is done."""

    answers: int | None
    is_done: bool


def with_threads(members: dict[str, bytes], threads: Sequence[Threaded]) -> dict[str, bytes]:
    """The members of a Word file, its comments, which are numbered from 0, tied to threads."""
    if not threads or COMMENTS not in members:
        return members
    comments = fromstring(members[COMMENTS])
    for comment in comments.iter(w("comment")):
        *_, last = comment.iter(w("p"))
        last.set(f"{W14}paraId", _key(int(comment.get(w("id"), "0"))))
    comments.set(_IGNORABLE, "w14")
    extended = Element(f"{W15}commentsEx")
    for number, one in enumerate(threads):
        row = SubElement(extended, f"{W15}commentEx", {f"{W15}paraId": _key(number)})
        if one.answers is not None:
            row.set(f"{W15}paraIdParent", _key(one.answers))
        row.set(f"{W15}done", str(int(one.is_done)))
    target = _EXTENDED.removeprefix("word/")
    added = {
        TYPES: f'<Override PartName="/{_EXTENDED}" ContentType="{_TYPE}"/></Types>',
        RELATIONS: f'<Relationship Id="rId903" Type="{_RELATION}" Target="{target}"/></Relationships>',
    }
    return {
        **members,
        **{name: _ended(members[name], end) for name, end in added.items()},
        COMMENTS: _written(comments),
        _EXTENDED: _written(extended),
    }


def _ended(part: bytes, end: str) -> bytes:
    """A part with one entry more; written as it was, since Word reads its lists of parts without prefixes."""
    return part.decode().replace(f"</{end.rpartition('</')[2]}", end).encode()


def _key(number: int) -> str:
    return f"{number + 1:08X}"


def _written(root: Element) -> bytes:
    made: bytes = tostring(root, encoding="UTF-8", xml_declaration=True)
    return made
