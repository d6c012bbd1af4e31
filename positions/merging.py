"""The edits of a whole-text save, chosen so that they keep clear of what others changed meanwhile.

One pair of texts has many edit scripts: a word added twice over may be the first or the second, a blank line belong to the
paragraph before or behind. Alone that does not matter; beside the others' edits it decides whether both fit. So a
save is compared twice, line by line and block by block, and where the two differ the one counts that meets fewer of the
others' edits; that they differ there is told.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from positions.hunks import MOST, Hunk, Overlap, apply_hunks, overlaps
from positions.scripts import differing, line_hunks, word_hunks

REACH = 120
"""Edits so many code points apart at most are neighbours."""

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Beside:
    """A save's edits of its base beside others' edits, and where they meet or may meet."""

    edits: tuple[Hunk, ...]
    overlaps: tuple[Overlap, ...] = ()


def edits_beside(base: str, yours: Sequence[Hunk], theirs: Sequence[Hunk]) -> Beside:
    """A save's edits of base, as far as they can be from those that led to head; what both made alike is left out.

    A merge would write what both made twice. `theirs` are the edits as they were really made, which may be others than
    those that comparing base with head finds. A save of `hunks.MOST` edits is taken as the comparison has it.
    """
    if not theirs:
        return Beside(tuple(yours))
    if len(yours) >= MOST:
        made = {*theirs}
        edits = tuple(hunk for hunk in yours if hunk not in made)
        return Beside(edits, overlaps(base, edits, theirs, ()))
    chosen, doubtful = _clearer(base, yours, theirs)
    made = set(theirs)
    left = [hunk for hunk in chosen if hunk not in made]
    edits = tuple(_by_word(base, left, theirs))
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


def _by_word(base: str, yours: Sequence[Hunk], theirs: Sequence[Hunk]) -> Iterator[Hunk]:
    """The edits, those of neighbours that meet theirs made word by word where that meets fewer: paragraphs were split or joined."""
    cuts = [at for at in range(1, len(yours)) if yours[at].start - yours[at - 1].end > REACH]
    for first, last in pairwise([0, *cuts, len(yours)]):
        group = yours[first:last]
        met = _met(group, theirs)
        made = tuple(_word_by_word(base, group)) if met else group
        yield from made if _met(made, theirs) < met else group


def _word_by_word(base: str, edits: Sequence[Hunk]) -> Iterator[Hunk]:
    start, end = edits[0].start, edits[-1].end
    inside = [Hunk(one.start - start, one.end - start, one.replacement) for one in edits]
    for one in word_hunks(base[start:end], apply_hunks(base[start:end], inside)):
        yield Hunk(one.start + start, one.end + start, one.replacement)


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
