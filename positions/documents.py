"""A document's text: the one form it may have, and what is read from it.

Text is Markdown in NFC with `\\n`, at most `MAX_BYTES` of UTF-8. All offsets are Unicode code points.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from positions.blocks import Block, blocks
from positions.errors import Invalid, LimitExceeded
from positions.wording import count_words, plain

__all__ = ["MAX_BYTES", "Block", "Heading", "blocks", "count_words", "normalise", "outline"]

MAX_BYTES = 2_000_000

_SURROGATE = re.compile("[\ud800-\udfff]")


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


def outline(text: str) -> tuple[Heading, ...]:
    """The headings of a text in order."""
    return tuple(
        Heading(block.level, plain(text[block.start : block.end]), block.start)
        for block in blocks(text)
        if block.kind == "heading"
    )


def _require_size(size: int, path: Sequence[str]) -> None:
    if size > MAX_BYTES:
        raise LimitExceeded("text_too_long", path, limit=MAX_BYTES, size=size)
