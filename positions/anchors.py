"""A place in a version, told by its quote, the text around it and its range; and where that place is in a later text.

Rules (never silently on a lookalike):
1. The range carried through the edits between the texts still holds the quote: UNCHANGED, at its new offsets; but
   MOVED where the old text had the quote several times and little of this one's context is left, so that it is told.
2. The quote stands elsewhere, in words that are new there (a place that held the same words before is another
   passage), with some of its context; the best context wins, then nearness; a draw decides nothing: MOVED.
3. Else ORPHANED, without a range.
An anchor without a quote (an addition) needs its prefix and suffix adjacent at exactly one place.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from positions.alignment import common_prefix, common_suffix
from positions.errors import Invalid
from positions.hunks import Hunk, covering_image, hunks, image

CONTEXT = 32
MAX_CANDIDATES = 1000

# A place with little of the anchor's context may be any lookalike: where a passage was really moved, at least the side
# that moved with it is all there (white space left aside), or this share of both.
_LEAST_SHARE = 0.6
_LEAST_SIDE = 8


class AnchorState(StrEnum):
    """How sure a place is in a later text."""

    UNCHANGED = "UNCHANGED"
    MOVED = "MOVED"
    ORPHANED = "ORPHANED"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A range of code points in a version, its text, and up to 32 code points before and behind it."""

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """Where an anchor is in a later text; no offsets when it is orphaned."""

    state: AnchorState
    start: int | None
    end: int | None


ORPHANED = Resolution(AnchorState.ORPHANED, None, None)


def anchor(text: str, start: int, end: int) -> Anchor:
    """The anchor of a range; Invalid when the range is not in the text."""
    if not 0 <= start <= end <= len(text):
        raise Invalid("anchor_out_of_range", start=start, end=end, length=len(text))
    prefix, suffix = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return Anchor(start, end, text[start:end], prefix, suffix)


def resolve(found: Anchor, base: str, head: str) -> Resolution:
    """Where an anchor made in base is in head."""
    return resolve_all([found], base, head)[0]


def resolve_all(anchors: Sequence[Anchor], base: str, head: str) -> tuple[Resolution, ...]:
    """The places of many anchors of one text, compared once."""
    edits = hunks(base, head)
    return tuple(_resolve(found, base, head, edits) for found in anchors)


def _resolve(found: Anchor, base: str, head: str, edits: Sequence[Hunk]) -> Resolution:
    if not edits:
        return Resolution(AnchorState.UNCHANGED, found.start, found.end)
    if not found.exact:
        return _resolve_point(found, head, image(edits, found.start, found.end))
    kept = _carried(found, head, edits)
    if kept is not None:
        is_sure = _is_enough(found, *_context(found, head, kept)) or base.count(found.exact) == 1
        state = AnchorState.UNCHANGED if is_sure else AnchorState.MOVED
        return Resolution(state, kept, kept + len(found.exact))
    place = _best_place(found, head, edits)
    if place is None:
        return ORPHANED
    return Resolution(AnchorState.MOVED, place, place + len(found.exact))


def _carried(found: Anchor, head: str, edits: Sequence[Hunk]) -> int | None:
    """Where the edits carry a quote that they leave whole; white space at its ends may be another that reads alike."""
    words = found.exact.strip()
    lead = found.exact.find(words)
    start = found.start + lead
    carried = image(edits, start, start + len(words)) if words else image(edits, found.start, found.end)
    if carried is None:
        return None
    place = carried[0] - (lead if words else 0)
    return place if place >= 0 and head.startswith(found.exact, place) else None


def _resolve_point(found: Anchor, head: str, carried: tuple[int, int] | None) -> Resolution:
    places = _adjacent_places(found, head)
    if len(places) != 1:
        return ORPHANED
    state = AnchorState.UNCHANGED if carried and carried[0] == places[0] else AnchorState.MOVED
    return Resolution(state, places[0], places[0])


def _adjacent_places(found: Anchor, head: str) -> list[int]:
    """The first two places where prefix and suffix meet; a missing one means the text's own end."""
    around = found.prefix + found.suffix
    if not found.prefix and not found.suffix:
        return [] if head else [0]
    if not found.prefix:
        return [0] if head.startswith(found.suffix) else []
    if not found.suffix:
        return [len(head)] if head.endswith(found.prefix) else []
    places: list[int] = []
    at = head.find(around)
    while at >= 0 and len(places) < 2:
        places.append(at + len(found.prefix))
        at = head.find(around, at + 1)
    return places


def _best_place(found: Anchor, head: str, edits: Sequence[Hunk]) -> int | None:
    """The one new place of a quote with the best context, the nearest of equals; None when there is no such one."""
    expected = covering_image(edits, found.start, found.end)[0]
    ranked: list[tuple[int, int, int]] = []
    for place in _new_places(found.exact, head, edits):
        before, after = _context(found, head, place)
        if _is_enough(found, before, after):
            ranked.append((-before - after, abs(place - expected), place))
        if len(ranked) > MAX_CANDIDATES:
            return None
    ranked.sort()
    if not ranked or (len(ranked) > 1 and ranked[0][:2] == ranked[1][:2]):
        return None
    return ranked[0][2]


def _new_places(exact: str, head: str, edits: Sequence[Hunk]) -> Iterator[int]:
    """The places of a quote in head that edits wrote at least in part."""
    written = list(_written(edits))
    at, rank = head.find(exact), 0
    while at >= 0:
        while rank < len(written) and written[rank][1] <= at:
            rank += 1
        if rank < len(written) and written[rank][0] < at + len(exact):
            yield at
        at = head.find(exact, at + 1)


def _written(edits: Sequence[Hunk]) -> Iterator[tuple[int, int]]:
    """The ranges of the new text that edits wrote; where one only deleted, the code points on both sides of the cut."""
    shift = 0
    for hunk in edits:
        start = hunk.start + shift
        end = start + len(hunk.replacement)
        yield (start, end) if hunk.replacement else (max(0, start - 1), start + 1)
        shift += len(hunk.replacement) - (hunk.end - hunk.start)


def _context(found: Anchor, head: str, place: int) -> tuple[int, int]:
    """How much of an anchor's prefix and suffix stands around a place, in code points that are not white space."""
    end = place + len(found.exact)
    kept_before = common_suffix(found.prefix, head[max(0, place - CONTEXT) : place])
    kept_after = common_prefix(found.suffix, head[end : end + CONTEXT])
    before = found.prefix[len(found.prefix) - kept_before :]
    return _substance(before), _substance(found.suffix[:kept_after])


def _is_enough(found: Anchor, before: int, after: int) -> bool:
    """Whether a place has all of one side of an anchor's context, or most of both; nothing is never enough."""
    prefix, suffix = _substance(found.prefix), _substance(found.suffix)
    is_side_whole = _LEAST_SIDE <= before == prefix or _LEAST_SIDE <= after == suffix
    return is_side_whole or before + after >= max(1.0, _LEAST_SHARE * (prefix + suffix))


def _substance(text: str) -> int:
    return sum(1 for sign in text if not sign.isspace())
