"""Where what a Word file brings stands in a paper's text, which has gone on, or was laid out otherwise, since."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from positions.amendments import Fit, place, rebase, rebase_overlaps
from positions.anchors import AnchorState, anchor, resolve
from positions.blocks import Block, blocks
from positions.hunks import apply_hunks, covering_image, hunks, image
from positions.imports import Proposal, Remark


class Place(StrEnum):
    """How a change or a comment of a file stands in the paper's text."""

    APPLIES = "APPLIES"
    MOVED = "MOVED"
    REBASED = "REBASED"
    ALREADY = "ALREADY"
    COLLIDES = "COLLIDES"
    ORPHANED = "ORPHANED"


PLACED = frozenset({Place.APPLIES, Place.MOVED, Place.REBASED})
"""What can be brought in."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where something of a file stands in the paper's text, and what would stand there; no range where it has no place."""

    state: Place
    start: int | None = None
    end: int | None = None
    proposed: str = ""


def placed(found: Proposal, base: str, text: str) -> Placed:
    """Where a proposal stands in a text that the base has become, or came from."""
    proposed = found.proposed
    original = base[found.start : found.end]
    covered = covering_image(hunks(base, text), found.start, found.end)
    if text[slice(*covered)] == proposed != original:
        return Placed(Place.ALREADY, *covered, proposed)
    where = place(anchor(base, found.start, found.end), base, text)
    if where.fit in (Fit.APPLIES, Fit.MOVED):
        return Placed(Place(where.fit.value), where.start, where.end, proposed)
    made = _where_made(found, base, text)
    if made:
        return Placed(Place.ALREADY, *made, proposed)
    if where.start is None or where.end is None:
        return Placed(Place.ORPHANED, proposed=proposed)
    point = None if original else image(hunks(base, text), found.start, found.end)
    if point:
        return Placed(Place.REBASED, *point, proposed)
    now = text[where.start : where.end]
    if not original or rebase_overlaps(original, proposed, now):
        return Placed(Place.COLLIDES, where.start, where.end, proposed)
    rebased = apply_hunks(now, rebase(original, proposed, now))
    return Placed(Place.ALREADY if rebased == now else Place.REBASED, where.start, where.end, rebased)


def _where_made(found: Proposal, base: str, text: str) -> tuple[int, int] | None:
    """Where the text has a proposal already: held against the base with the proposal in it, nothing differs there."""
    end = found.start + len(found.proposed)
    there = image(hunks(base[: found.start] + found.proposed + base[found.end :], text), found.start, end)
    return there if there and text[slice(*there)] == found.proposed else None


def placed_remark(found: Remark, base: str, text: str) -> Placed:
    """Where a comment's passage stands in a text; on words that are not in the base, the block around them."""
    if found.start is None or found.end is None:
        return Placed(Place.ORPHANED)
    start, end = _words_at(base, found.start, found.end)
    if start == end:
        return Placed(Place.ORPHANED)
    where = resolve(anchor(base, start, end), base, text)
    state = Place.APPLIES if where.state is AnchorState.UNCHANGED else Place(where.state.value)
    return Placed(state, where.start, where.end)


def share_kept(base: str, text: str) -> float:
    """How much of the paper's text the file's base has unchanged, from 0 to 1."""
    edits = hunks(base, text)
    if not text:
        return 0.0 if base.strip() else 1.0
    return max(0.0, 1 - sum(len(edit.replacement) for edit in edits) / len(text))


def quote_of(found: Remark, base: str) -> str:
    """The words a comment is about, as the base has them."""
    if found.start is None or found.end is None:
        return ""
    return base[slice(*_words_at(base, found.start, found.end))]


def _words_at(base: str, start: int, end: int) -> tuple[int, int]:
    if not base[start:end].strip():
        around = _block_at(blocks(base), start)
        if around is None:
            return start, start
        start, end = around.start, around.end
    text = base[start:end]
    start += len(text) - len(text.lstrip())
    return start, start + len(text.strip())


def _block_at(found: Sequence[Block], offset: int) -> Block | None:
    at = bisect_right([block.start for block in found], offset) - 1
    return found[at] if 0 <= at < len(found) else None
