"""A document's text: the one form it may have, and what is read from it.

Text is Markdown in NFC with `\\n`, at most `MAX_BYTES` of UTF-8. All offsets are Unicode code points.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from positions.blocks import blocks
from positions.errors import Invalid, LimitExceeded
from positions.hunks import Hunk, apply_hunks, covering_image, hunks
from positions.wording import plain

MAX_BYTES = 2_000_000

_SURROGATE = re.compile("[\ud800-\udfff]")
_UNSETTLED = re.compile("\r\n?|[^\u0300-\U0010ffff]?[\u0300-\U0010ffff]+")
"""Where another form is possible: below U+0300 no character depends on its neighbours (UAX 15, quick check)."""
_JOINING = re.compile("[\u1160-\u11ff\U00016d67]")
"""Letters that may become one with the letter before, as marks do."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One line of the outline: level 1–6, the visible text, and where its block starts."""

    level: int
    text: str
    start: int


def normalise(text: str, path: Sequence[str] = ()) -> str:
    """The text in its one form; refuses NUL and lone surrogates (Invalid) and what is too long (LimitExceeded)."""
    if "\x00" in text:
        raise Invalid("text_has_nul", path, at=text.index("\x00"))
    lone = _SURROGATE.search(text)
    if lone is not None:
        raise Invalid("text_has_lone_surrogate", path, at=lone.start())
    _require_size(len(text), path)
    unified = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    normal = unicodedata.normalize("NFC", unified)
    _require_size(len(normal.encode()), path)
    return normal


def normalising(text: str) -> tuple[Hunk, ...]:
    """The edits that bring a text into its one form, one for each letter with its marks, so that nothing else is rewritten."""
    if text == normalise(text):
        return ()
    marks = len(text) - len(text.lstrip("\ufeff"))
    edits = [Hunk(0, marks, "")] if marks else []
    for unsettled in _UNSETTLED.finditer(text, marks):
        for start, end in _letters(text, *unsettled.span()):
            normal = "\n" if text[start] == "\r" else unicodedata.normalize("NFC", text[start:end])
            if normal != text[start:end]:
                edits.append(Hunk(start, end, normal))
    return tuple(edits)


def edits_to(base: str, text: str) -> tuple[Hunk, ...]:
    """The edits of a base that say what a normal text says anew: what differs in form alone is left as it was written."""
    form = normalising(base)
    if not form:
        return hunks(base, text)
    back, shift = [], 0
    for hunk in form:
        start = hunk.start + shift
        back.append(Hunk(start, start + len(hunk.replacement), base[hunk.start : hunk.end]))
        shift += len(hunk.replacement) - (hunk.end - hunk.start)
    edits = [
        Hunk(*covering_image(back, hunk.start, hunk.end), hunk.replacement)
        for hunk in hunks(apply_hunks(base, form), text)
    ]
    is_same = normalise(apply_hunks(base, edits)) == text
    return tuple(edits) if is_same else hunks(base, text)


def outline(text: str) -> tuple[Heading, ...]:
    """The headings of a text in order."""
    return tuple(
        Heading(block.level, plain(text[block.start : block.end]), block.start)
        for block in blocks(text)
        if block.kind == "heading"
    )


def _letters(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The ranges of the letters, each with its marks, of a stretch of text."""
    for at in range(start + 1, end):
        char = text[at]
        if unicodedata.category(char)[0] != "M" and not _JOINING.match(char) and text[start] != "\r":
            yield start, at
            start = at
    yield start, end


def _require_size(size: int, path: Sequence[str]) -> None:
    if size > MAX_BYTES:
        raise LimitExceeded("text_too_long", path, limit=MAX_BYTES, size=size)
