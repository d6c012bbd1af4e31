"""Quotes drawn from real revisions of laws, and by a ruler that is not the product's where each should be afterwards."""

import random
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from positions.hunks import Hunk

LENGTHS = (12, 40, 120)
NEAR = 60


@dataclass(frozen=True)
class Quote:
    """A range of a base, and where it stands in the head: nowhere when an edit touched it."""

    start: int
    end: int
    place: int | None


def quotes(base: str, edits: Sequence[Hunk], number: int, seed: int) -> Iterator[Quote]:
    """Quotes of every length, one third of them near edits; the place is that which the edits carry them to."""
    chance = random.Random(seed)
    for step in range(number * len(LENGTHS)):
        length = LENGTHS[step % len(LENGTHS)]
        if length >= len(base):
            continue
        start = chance.randrange(len(base) - length)
        if edits and step // len(LENGTHS) % 3 == 0:
            start = chance.choice(edits).start + chance.randint(-NEAR - length, NEAR)
            start = max(0, min(start, len(base) - length))
        if base[start : start + length].strip():
            yield Quote(start, start + length, carried(edits, start, start + length))


def carried(edits: Sequence[Hunk], start: int, end: int) -> int | None:
    """Where a range begins after the edits; an edit inside it, or reaching into it, touches it."""
    last = bisect_right([edit.end for edit in edits], start)
    touching = bisect_left([edit.start for edit in edits], end)
    if last < touching:
        return None
    return start + sum(len(edit.replacement) - (edit.end - edit.start) for edit in edits[:last])


def is_elsewhere(edits: Sequence[Hunk], quote: Quote, place: int) -> bool:
    """Whether what stands at a place of the head came, untouched, from another place of the base than the quote."""
    origin = carried(list(_undone(edits)), place, place + quote.end - quote.start)
    return origin is not None and origin != quote.start


def _undone(edits: Sequence[Hunk]) -> Iterator[Hunk]:
    """The ranges of the head that the edits wrote, as edits that would take them back; their words do not matter."""
    shift = 0
    for edit in edits:
        start = edit.start + shift
        yield Hunk(start, start + len(edit.replacement), "x" * (edit.end - edit.start))
        shift += len(edit.replacement) - (edit.end - edit.start)
