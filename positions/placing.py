"""Where what a Word file brings stands in a paper's text, which has gone on, or was laid out otherwise, since."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from positions.amendments import Fit
from positions.anchors import AnchorState, anchor, resolve
from positions.blocks import Block, blocks
from positions.courses import Course, course
from positions.hunks import Hunk, apply_hunks, hunks, image
from positions.imports import Remark, Suggestion, WordFile
from positions.proposals import Proposal

_AROUND = 40
"""So many code points on both sides, unchanged, say that a passage is where it was: repeated words could be elsewhere."""


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
class Located:
    """Where something of a file stands in the paper's text, and what would stand there; no range where it has no place."""

    state: Place
    start: int | None = None
    end: int | None = None
    proposed: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """A file held against a text: its suggestions and remarks in their places, and how much of the text its base has
    unchanged, from 0 to 1."""

    suggestions: tuple[Located, ...]
    remarks: tuple[Located, ...]
    share: float


def hold(file: WordFile, text: str) -> Held:
    """A file held against a text that its base has become, or came from."""
    return Held(
        locate(file.suggestions, file.base, text),
        tuple(locate_remark(one, file.base, text) for one in file.remarks),
        share_kept(file.base, text),
    )


def locate(found: Sequence[Suggestion], base: str, text: str) -> tuple[Located, ...]:
    """Where suggestions stand in a text, and what each makes of its passage there."""
    way = course(base, text)
    made = _made(found, base, text)
    return tuple(
        _untouched(one, way) or made.get(rank) or _carried(one, way) for rank, one in enumerate(found)
    )


def _untouched(found: Suggestion, way: Course) -> Located | None:
    """A suggestion whose passage stands among its own words as if nobody had written since."""
    start, end = max(0, found.start - _AROUND), min(len(way.base), found.end + _AROUND)
    there = image(hunks(way.base, way.head), start, end)
    is_cut = there and ((not start and there[0]) or (end == len(way.base) and there[1] < len(way.head)))
    if there is None or is_cut:
        return None
    start = there[0] + found.start - start
    return Located(Place.APPLIES, start, start + found.end - found.start, found.proposed)


def _carried(found: Suggestion, way: Course) -> Located:
    original = way.base[found.start : found.end]
    untouched = image(hunks(way.base, way.head), found.start, found.end)
    if untouched:
        return Located(Place.APPLIES, *untouched, found.proposed)
    placed, there = (
        way.carry(Proposal(0, found.start, found.end, found.proposed)),
        way.image(found.start, found.end),
    )
    if way.head[slice(*there)] == found.proposed != original or (placed.is_applicable and not placed.edits):
        return Located(Place.ALREADY, *there, found.proposed)
    if placed.placement.fit is Fit.ORPHANED:
        return Located(Place.ORPHANED, proposed=found.proposed)
    passage = placed.passage(way.head)
    state = Place.REBASED if placed.placement.fit is Fit.APPLIES else Place(placed.placement.fit.value)
    return Located(state, passage.start, passage.end, passage.replacement)


def _made(found: Sequence[Suggestion], base: str, text: str) -> dict[int, Located]:
    """By rank, those that the text has: it is held against the base with as many of them in it as do not overlap, until
    each has been in it once, so that there are as many comparisons as suggestions of one passage, however many there are."""
    made: dict[int, Located] = {}
    waiting = sorted(range(len(found)), key=lambda rank: (found[rank].start, found[rank].end))
    while waiting:
        layer: list[int] = []
        for rank in waiting:
            if not layer or found[layer[-1]].end <= found[rank].start:
                layer.append(rank)
        taken = set(layer)
        waiting = [rank for rank in waiting if rank not in taken]
        edits = [Hunk(one.start, one.end, one.proposed) for one in (found[rank] for rank in layer)]
        theirs = hunks(apply_hunks(base, edits), text)
        shift = 0
        for rank, edit in zip(layer, edits, strict=True):
            start = edit.start + shift
            there = image(theirs, start, start + len(edit.replacement))
            if there and text[slice(*there)] == edit.replacement:
                made[rank] = Located(Place.ALREADY, *there, edit.replacement)
            shift += len(edit.replacement) - (edit.end - edit.start)
    return made


def locate_remark(found: Remark, base: str, text: str) -> Located:
    """Where a comment's passage stands in a text; on words that are not in the base, the block around them."""
    if found.start is None or found.end is None:
        return Located(Place.ORPHANED)
    start, end = _words_at(base, found.start, found.end)
    if start == end:
        return Located(Place.ORPHANED)
    where = resolve(anchor(base, start, end), base, text)
    state = Place.APPLIES if where.state is AnchorState.UNCHANGED else Place(where.state.value)
    return Located(state, where.start, where.end)


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
