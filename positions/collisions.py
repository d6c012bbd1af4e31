"""Which amendments change the same words of a text, so that at most one of them can be incorporated.

What counts is what they change, not the range they speak about. Two edits collide when their ranges, widened to whole
words, meet; blocks that come or go whole only when the ranges really cut into each other. Never do:
- edits that do just the same (they are made once);
- blocks added at one place: each has its own slot, in the order of the amendments' numbers.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from positions.proposals import Edit, widened

Pairs = tuple[tuple[int, int], ...]


def meets(text: str, one: Edit, other: Edit) -> bool:
    """Whether two edits of a text collide."""
    if one.does(other) or (one.is_slot and other.is_slot):
        return False
    if one.is_block:
        return _cuts(text, one, other)
    if other.is_block:
        return _cuts(text, other, one)
    start, end = widened(text, one.start, one.end)
    other_start, other_end = widened(text, other.start, other.end)
    return start <= other_end and other_start <= end


class Nearby:
    """Edits that ascend, found by place."""

    def __init__(self, text: str, edits: Sequence[Edit]) -> None:
        self._text = text
        self._edits = sorted(edits)
        ranges = [reach(text, edit) for edit in self._edits]
        self._starts = [found[0] for found in ranges]
        self._ends = [found[1] for found in ranges]

    def to(self, edit: Edit) -> Sequence[Edit]:
        """Those that an edit may meet."""
        start, end = reach(self._text, edit)
        return self._edits[bisect_left(self._ends, start) : bisect_right(self._starts, end)]

    def has(self, edit: Edit) -> bool:
        """Whether one of them does just what an edit does."""
        return any(known.does(edit) for known in self.to(edit))

    def meets(self, edit: Edit) -> bool:
        """Whether an edit collides with one of them."""
        return any(meets(self._text, edit, known) for known in self.to(edit))


def colliding_pairs(text: str, changes: Mapping[int, Sequence[Edit]]) -> Pairs:
    """The pairs of numbers whose edits of a text collide, each once, ascending."""
    marked = sorted((*reach(text, edit), number, edit) for number, edits in changes.items() for edit in edits)
    found: set[tuple[int, int]] = set()
    running: list[tuple[int, int, Edit]] = []
    for start, end, number, edit in marked:
        running = [known for known in running if known[0] >= start]
        for _, other, known in running:
            if other != number and meets(text, known, edit):
                found.add((min(number, other), max(number, other)))
        running.append((end, number, edit))
    return tuple(sorted(found))


def by_number(pairs: Pairs) -> dict[int, tuple[int, ...]]:
    """What each number collides with, ascending."""
    met: dict[int, set[int]] = {}
    for one, other in pairs:
        met.setdefault(one, set()).add(other)
        met.setdefault(other, set()).add(one)
    return {number: tuple(sorted(others)) for number, others in met.items()}


def collision_sets(pairs: Pairs) -> tuple[tuple[int, ...], ...]:
    """The sets of numbers that collide directly or through one another, ascending."""
    met = by_number(pairs)
    found: list[tuple[int, ...]] = []
    seen: set[int] = set()
    for number in sorted(met):
        if number not in seen:
            connected = _connected(number, met)
            seen |= connected
            found.append(tuple(sorted(connected)))
    return tuple(found)


def _cuts(text: str, block: Edit, other: Edit) -> bool:
    """Whether an edit reaches into a block that comes or goes; words added at a block's edge belong to the block they are in."""
    if block.is_slot or other.is_block or other.start < other.end:
        return block.start < other.end and other.start < block.end
    return block.start <= other.start < block.end or other.start == block.end == len(text)


def _connected(number: int, met: Mapping[int, Sequence[int]]) -> set[int]:
    found, waiting = {number}, [number]
    while waiting:
        for other in met[waiting.pop()]:
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


def reach(text: str, edit: Edit) -> tuple[int, int]:
    """The range in which an edit may meet others."""
    return (edit.start, edit.end) if edit.is_block else widened(text, edit.start, edit.end)
