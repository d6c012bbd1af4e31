"""The asks of a paper, read from its text: a paragraph or list item that begins with `**D1.**` is the ask `D1`."""

import re
from collections import Counter
from dataclasses import dataclass

from positions.blocks import Kind, blocks
from positions.wording import plain

_ASK = re.compile(
    r"[ \t]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(?:\[[ xX]\][ \t]+)?(\*\*|__)([A-Z]{1,3}\d{1,4})\.\1"
)


@dataclass(frozen=True, slots=True)
class Ask:
    """A numbered demand: its key, its words without key and marks, and its code-point range (key included)."""

    key: str
    text: str
    start: int
    end: int


def asks(text: str) -> tuple[Ask, ...]:
    """The asks of a text in order, duplicates included."""
    found = []
    for block in blocks(text):
        piece = text[block.start : block.end]
        opening = _opening(block.kind, piece)
        if opening is not None:
            words = plain(piece[opening.end() :])
            found.append(
                Ask(opening[2], words, block.start + opening.start(1), block.start + len(piece.rstrip()))
            )
    return tuple(found)


def ask_key(kind: Kind, piece: str) -> str:
    """The key of the ask that a block of this kind and text is, or nothing."""
    opening = _opening(kind, piece)
    return opening[2] if opening else ""


def _opening(kind: Kind, piece: str) -> re.Match[str] | None:
    start = len(piece) - len(piece.lstrip("\n"))
    return _ASK.match(piece, start) if kind in {"paragraph", "list_item"} else None


def duplicate_keys(text: str) -> tuple[str, ...]:
    """The keys that more than one ask of a text has, in order of appearance."""
    counts = Counter(ask.key for ask in asks(text))
    return tuple(key for key, number in counts.items() if number > 1)
