"""The edits of a whole-text save, chosen so that they keep clear of what others changed meanwhile.

One pair of texts has many edit scripts: a word added twice over may be the first or the second, a blank line belong to the
paragraph before or behind. Alone that does not matter; beside the others' edits it decides whether both fit. So a
save is compared twice, line by line and block by block, and where the two differ the one counts that meets fewer of the
others' edits; that they differ there is told. Where the edits still meet, the words around are aligned anew, and
neighbours between which the others changed something weigh most: the alignment is taken in which the save left these
together, if there is one. Limits are counts: `MAX_CELLS` pairs of words for one place, `MAX_TOTAL` for all; a place beyond
is cut into smaller ones, and what stays too long keeps its first alignment.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from positions.hunks import Hunk, Overlap, apply_hunks, hunks, overlaps
from positions.scripts import differing, line_hunks

MAX_CELLS = 100_000
MAX_TOTAL = 2_000_000

_REACHES = (120, 40, 12)
"""Edits so many code points apart are looked at together; less where that would be too long."""

_TOKEN = re.compile(r"\w+|[^\S\n]+|\n|[^\w\s]")
_WORD, _MARK, _SPACE = 8, 3, 1
_LONGEST = 8
# What it is worth that two neighbours stay neighbours: anywhere, and where the others changed something between them.
_BOND, _CONTESTED_BOND = 4, 300

Range = tuple[int, int]
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Beside:
    """A save's edits of its base beside others' edits, and where they meet or may meet."""

    edits: tuple[Hunk, ...]
    overlaps: tuple[Overlap, ...] = ()


def edits_beside(base: str, head: str, yours: Sequence[Hunk], theirs: Sequence[Hunk]) -> Beside:
    """A save's edits of base, as far as they can be from those that led to head; what both made alike is left out.

    A merge would write what both made twice. `theirs` are the edits as they were really made, which may be others than
    those that comparing base with head finds.
    """
    if not theirs:
        return Beside(tuple(yours))
    chosen, doubtful = _clearer(base, yours, theirs)
    made = {*hunks(base, head), *line_hunks(base, head), *theirs}
    left = [hunk for hunk in chosen if hunk not in made]
    places = sum(1 for _, around in _places(left, theirs, (0, len(base)), _REACHES[0]) if around)
    most = min(MAX_CELLS, MAX_TOTAL // max(places, 1))
    edits = tuple(_renewed(base, left, theirs, (0, len(base)), most))
    return Beside(edits, overlaps(base, edits, theirs, doubtful))


def _clearer(base: str, yours: Sequence[Hunk], theirs: Sequence[Hunk]) -> tuple[list[Hunk], list[Range]]:
    """Of two comparisons, place by place, the edits that meet fewer of theirs; and the places with theirs where both differ."""
    chosen: list[Hunk] = []
    doubtful: list[Range] = []
    for by_line, by_block in differing(line_hunks(base, apply_hunks(base, yours)), yours):
        chosen += by_line if _met(by_line, theirs) <= _met(by_block, theirs) else by_block
        start = min(edits[0].start for edits in (by_line, by_block) if edits)
        end = max(edits[-1].end for edits in (by_line, by_block) if edits)
        if by_line != by_block and _met([Hunk(start, end, "")], theirs):
            doubtful.append((start, end))
    return chosen, doubtful


def _met(yours: Sequence[Hunk], theirs: Sequence[Hunk]) -> int:
    """How many of their edits yours touch."""
    if not yours:
        return 0
    ends = [hunk.end for hunk in yours]
    met = 0
    for at in range(bisect_left(theirs, yours[0].start, key=_end), len(theirs)):
        start, end = theirs[at].start, theirs[at].end
        if start > ends[-1]:
            break
        met += yours[bisect_left(ends, start)].start <= end
    return met


def _end(hunk: Hunk) -> int:
    return hunk.end


def _renewed(
    base: str, yours: Sequence[Hunk], theirs: Sequence[Hunk], bounds: Range, most: int
) -> Iterator[Hunk]:
    """The edits, those near theirs made anew; `most` bounds the pairs of words of one place."""
    pending = [(yours, bounds, 0)]
    while pending:
        group, limits, step = pending.pop()
        if step == len(_REACHES):
            yield from group
            continue
        smaller = []
        for part, around in _places(group, theirs, limits, _REACHES[step]):
            made = _aligned(base, part, theirs, around, most) if around else part
            smaller.append(
                (part, around or limits, step + 1) if made is None else (made, limits, len(_REACHES))
            )
        pending += reversed(smaller)


def _places(
    yours: Sequence[Hunk], theirs: Sequence[Hunk], bounds: Range, reach: int
) -> Iterator[tuple[Sequence[Hunk], Range | None]]:
    """The edits in groups of neighbours, each with the range of base around it, or none when it meets none of theirs."""
    cuts = [at for at in range(1, len(yours)) if yours[at].start - yours[at - 1].end > reach]
    for first, last in pairwise([0, *cuts, len(yours)]):
        group = yours[first:last]
        if not group:
            continue
        low = yours[first - 1].end if first else bounds[0]
        high = yours[last].start if last < len(yours) else bounds[1]
        start = max(low, group[0].start - reach // 2)
        end = min(high, group[-1].end + reach // 2)
        yield group, (start, end) if start < end and _met(group, theirs) else None


def _aligned(
    base: str, group: Sequence[Hunk], theirs: Sequence[Hunk], around: Range, most: int
) -> tuple[Hunk, ...] | None:
    """A group's edits made anew beside theirs, or nothing when that would take too many pairs of words."""
    start, end = around
    old = base[start:end]
    new = apply_hunks(old, [Hunk(hunk.start - start, hunk.end - start, hunk.replacement) for hunk in group])
    # An empty word at either end stands for what is around.
    words, new_words = ["", *_TOKEN.findall(old), ""], ["", *_TOKEN.findall(new), ""]
    if len(words) * len(new_words) > most:
        return None
    places = [start, *accumulate(map(len, words), initial=start)][1:]
    bonds = _bonds(words, places[:-1], theirs)
    # From behind, so that of alignments that weigh the same the one with the latest edits is taken, as everywhere.
    backward = _heaviest(words[::-1], new_words[::-1], [0, *bonds[:0:-1]])
    pairs = [(len(words) - 1 - at, len(new_words) - 1 - new_at) for at, new_at in reversed(backward)]
    return tuple(_edits(places, new_words, pairs))


def _bonds(words: Sequence[str], places: Sequence[int], theirs: Sequence[Hunk]) -> list[int]:
    """What it is worth for each word to stay beside the one before it; a line's beginning may always be cut off."""
    bonds = [0, *(0 if before == "\n" else _BOND for before in words[:-1])]
    first = bisect_left([hunk.end for hunk in theirs], places[0])
    last = bisect_right([hunk.start for hunk in theirs], places[-1])
    for hunk in theirs[first:last]:
        low = max(bisect_right(places, max(hunk.start, places[0])) - 1, 1)
        high = min(max(bisect_left(places, hunk.end), low), len(places) - 1)
        bonds[low : high + 1] = [_CONTESTED_BOND] * (high + 1 - low)
    return bonds


def _weight(word: str) -> int:
    if word[:1].isalnum():
        return _WORD + min(len(word), _LONGEST)
    return _SPACE if word.isspace() else _MARK


def _heaviest(old: Sequence[str], new: Sequence[str], bonds: Sequence[int]) -> list[Pair]:
    """The pairs of equal words, ascending on both sides, that together with the bonds they keep weigh most.

    `best` is the weight of the best alignment of two beginnings, `matched` that of the best which pairs their last words.
    """
    best = [[0] * (len(new) + 1)]
    matched = [[-1] * (len(new) + 1)]
    for word, bond in zip(old, bonds, strict=True):
        weight = _weight(word)
        above, above_matched = best[-1], matched[-1]
        row, row_matched = [0], [-1]
        for at, other in enumerate(new):
            value = -1
            if other == word:
                value = above[at] + weight
                if above_matched[at] >= 0:
                    value = max(value, above_matched[at] + bond + weight)
            row_matched.append(value)
            row.append(max(value, row[at], above[at + 1]))
        best.append(row)
        matched.append(row_matched)
    return _traced(old, bonds, best, matched)


def _traced(
    old: Sequence[str], bonds: Sequence[int], best: Sequence[Sequence[int]], matched: Sequence[Sequence[int]]
) -> list[Pair]:
    """The pairs behind the last entry of both tables."""
    pairs: list[Pair] = []
    at, new_at = len(best) - 1, len(best[0]) - 1
    is_bound = False
    while at and new_at:
        value = matched[at][new_at]
        if is_bound or value == best[at][new_at]:
            before = matched[at - 1][new_at - 1]
            is_bound = before >= 0 and value == before + bonds[at - 1] + _weight(old[at - 1])
            at, new_at = at - 1, new_at - 1
            pairs.append((at, new_at))
        elif best[at][new_at] == best[at - 1][new_at]:
            at -= 1
        else:
            new_at -= 1
    return pairs[::-1]


def _edits(places: Sequence[int], new: Sequence[str], pairs: Sequence[Pair]) -> Iterator[Hunk]:
    for (at, new_at), (following, new_following) in pairwise([(-1, -1), *pairs, (len(places) - 1, len(new))]):
        if following > at + 1 or new_following > new_at + 1:
            yield Hunk(places[at + 1], places[following], "".join(new[new_at + 1 : new_following]))
