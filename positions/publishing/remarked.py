"""Where what was said of a text stands in a Word file: a word processor comments on words, not on listings, rules or notes."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from positions.blocks import Kind, blocks
from positions.comparison import BlockChange
from positions.papers import ReviewRemark

_NOTE = re.compile(r"[ \t]*(\[\^[^\]\s]+\]):")
_SILENT: frozenset[Kind] = frozenset({"code", "rule"})


def remarks_by_block(
    changes: Sequence[BlockChange], head: str, remarks: Sequence[ReviewRemark]
) -> list[tuple[ReviewRemark, ...]]:
    """What is said of each block of the later text; of a note where it is called, of what has no words at the words before."""
    kinds = {block.start: block.kind for block in blocks(head)}
    there = {
        change.head_start: place for place, change in enumerate(changes) if change.head_start is not None
    }
    starts = sorted(there)
    found: list[list[ReviewRemark]] = [[] for _ in changes]
    for one in remarks if starts else ():
        at = max(0, bisect_right(starts, one.start) - 1)
        found[there[starts[_carrier(at, starts, kinds, head)]]].append(one)
    return [tuple(said) for said in found]


def _carrier(at: int, starts: Sequence[int], kinds: Mapping[int, Kind], head: str) -> int:
    """The block that carries what is said of one."""
    if kinds.get(starts[at]) == "footnote":
        called = _NOTE.match(head, starts[at])
        place = head.find(called[1]) if called else -1
        at = bisect_right(starts, place) - 1 if 0 <= place < starts[at] else at
    order = [*range(at, -1, -1), *range(at + 1, len(starts))]
    return next((place for place in order if kinds.get(starts[place]) not in _SILENT), at)
