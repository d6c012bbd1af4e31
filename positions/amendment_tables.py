"""Amendments as the European Parliament prints them: the text proposed beside the amendment, what changes set off in both."""

from dataclasses import dataclass
from datetime import date

from positions.blocks import blocks
from positions.hunks import hunks
from positions.imports import Written
from positions.papers import Letterhead
from positions.wording import plain


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, changed or left alone."""

    text: str
    is_changed: bool


@dataclass(frozen=True, slots=True)
class TableAmendment:
    """One amendment of the table: its target is the heading it stands under, and the version it was tabled on.

    It is about `paragraphs`, or about none and stands below one.
    """

    number: int
    status: str
    authors: tuple[str, ...]
    target: str
    paragraphs: tuple[str, ...]
    after_paragraph: str
    version: str
    original: str
    proposed: str
    justification: str
    decision_reason: str | None = None
    replaces: tuple[int, ...] = ()
    written: Written | None = None
    """Who wrote it in Word, when it came out of a Word file."""


@dataclass(frozen=True, slots=True)
class AmendmentTable:
    """A paper's amendments, ready to be printed; `day` is that of the last thing that happened to one of them."""

    reference: str
    language: str
    title: str
    letterhead: Letterhead
    day: date
    amendments: tuple[TableAmendment, ...]
    is_fiction: bool = False

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return f"{self.reference}-amendments"


def columns(original: str, proposed: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The words of both texts in pieces, those that are not changed the same on both sides.

    Marks are left out, unless they are all that changes.
    """
    before, after = _words(original), _words(proposed)
    if before == after:
        before, after = original, proposed
    left: list[Piece] = []
    right: list[Piece] = []
    at = 0
    for hunk in hunks(before, after):
        kept = before[at : hunk.start]
        left += [Piece(kept, is_changed=False), Piece(before[hunk.start : hunk.end], is_changed=True)]
        right += [Piece(kept, is_changed=False), Piece(hunk.replacement, is_changed=True)]
        at = hunk.end
    rest = Piece(before[at:], is_changed=False)
    return _filled([*left, rest]), _filled([*right, rest])


def _words(text: str) -> str:
    """What is read of a passage, a block to a line."""
    lines = [(block.kind, plain(text[block.start : block.end]).strip()) for block in blocks(text)]
    return "\n".join(f"– {line}" if kind == "list_item" else line for kind, line in lines if line)


def _filled(pieces: list[Piece]) -> tuple[Piece, ...]:
    return tuple(piece for piece in pieces if piece.text)
