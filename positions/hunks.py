"""A comparison as an edit script: hunks on the old text, word by word, as small as merging wants them.

Hunks ascend and do not touch; offsets are code points of the text they were made against. `apply_hunks(base,
hunks(base, head)) == head` for every pair of texts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from itertools import pairwise

from positions.alignment import common_prefix, common_suffix
from positions.errors import Invalid
from positions.pairing import pair_blocks
from positions.sides import Side, sides
from positions.tokens import cuts_word
from positions.words import exact_edits

MOST = 4_000
"""So many hunks at most: those nearest to each other become one. The engine of the shared text takes each its own way."""

_MOST_SLACK = 1_000
"""Edits are not followed further along repeated words."""


@dataclass(frozen=True, slots=True)
class Hunk:
    """Replace the code points start…end of a text; start equal to end inserts, an empty replacement deletes."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Overlap:
    """A range of the base that both sides touched, and what each made of it."""

    base_start: int
    base_end: int
    yours: str
    theirs: str


@lru_cache(maxsize=16)
def hunks(base: str, head: str) -> tuple[Hunk, ...]:
    """The edits that turn base into head; the last few are kept, as many anchors ask for the same ones."""
    joined: list[Hunk] = []
    for hunk in _hunks(base, head):
        if joined and joined[-1].end == hunk.start:
            last = joined.pop()
            joined.append(Hunk(last.start, hunk.end, last.replacement + hunk.replacement))
        else:
            joined.append(hunk)
    return at_most(
        MOST, base, [_tight(base, hunk) for hunk in joined if base[hunk.start : hunk.end] != hunk.replacement]
    )


def at_most(most: int, base: str, edits: Sequence[Hunk]) -> tuple[Hunk, ...]:
    """The same edits as fewer, where they are more: those nearest to each other are joined, over what stands between them."""
    if len(edits) <= most:
        return tuple(edits)
    widest = nlargest(
        most - 1, range(1, len(edits)), key=lambda at: (edits[at].start - edits[at - 1].end, -at)
    )
    groups = [edits[first:last] for first, last in pairwise([0, *sorted(widest), len(edits)])]
    ranges = [(group, group[0].start, group[-1].end) for group in groups]
    return tuple(Hunk(start, end, _inside(base, group, start, end)) for group, start, end in ranges)


def apply_hunks(base: str, edits: Sequence[Hunk]) -> str:
    """The text after the edits; Invalid when they do not ascend or leave the text."""
    pieces, at = [], 0
    for hunk in edits:
        if not at <= hunk.start <= hunk.end <= len(base):
            raise Invalid("hunk_out_of_range", start=hunk.start, end=hunk.end)
        pieces += [base[at : hunk.start], hunk.replacement]
        at = hunk.end
    return "".join((*pieces, base[at:]))


def overlaps(
    base: str,
    yours: Sequence[Hunk],
    theirs: Sequence[Hunk],
    doubtful: Sequence[tuple[int, int]] | None = None,
) -> tuple[Overlap, ...]:
    """Where two sets of edits of one text touch the same words: ranges that meet once widened to whole words.

    With doubtful ranges (ascending; your edits may stand elsewhere in them) also where your edit could as well be one
    that does: there, or as a word or a blank line that was added to, or taken from, several alike.
    """
    found: list[Overlap] = []
    for start, end in _meeting(base, yours, theirs, doubtful):
        ours = [hunk for hunk in yours if start <= hunk.start and hunk.end <= end]
        others = [hunk for hunk in theirs if start <= hunk.start and hunk.end <= end]
        found.append(Overlap(start, end, _inside(base, ours, start, end), _inside(base, others, start, end)))
    return tuple(found)


def image(edits: Sequence[Hunk], start: int, end: int) -> tuple[int, int] | None:
    """Where a range of the base stands after the edits, or None when an edit touches it.

    An edit that ends where the range starts, or starts where it ends, does not touch it; for an empty range it does,
    as nobody can tell on which side the place then lies.
    """
    shift = 0
    for hunk in edits:
        if hunk.start >= end and (start < end or hunk.start > end):
            break
        if hunk.end > start or (start == end and hunk.end == start):
            return None
        shift += len(hunk.replacement) - (hunk.end - hunk.start)
    return start + shift, end + shift


def covering_image(edits: Sequence[Hunk], start: int, end: int) -> tuple[int, int]:
    """The range that a range of the base became, with the whole of every edit that touches it."""
    new_start = _carried_start(edits, start)
    return new_start, max(new_start, _carried_end(edits, end))


def _carried_start(edits: Sequence[Hunk], offset: int) -> int:
    shift = 0
    for hunk in edits:
        if hunk.start > offset:
            break
        if hunk.end > offset:
            return hunk.start + shift
        shift += len(hunk.replacement) - (hunk.end - hunk.start)
    return offset + shift


def _carried_end(edits: Sequence[Hunk], offset: int) -> int:
    shift = 0
    for hunk in edits:
        if hunk.start >= offset:
            break
        if hunk.end >= offset:
            return hunk.start + shift + len(hunk.replacement)
        shift += len(hunk.replacement) - (hunk.end - hunk.start)
    return offset + shift


def _hunks(base: str, head: str) -> Iterator[Hunk]:
    old, new = sides(base, head)
    pairs = [*pair_blocks(old, new, with_moves=False).kept, (len(old.blocks), len(new.blocks))]
    for (last, head_last), (at, head_at) in pairwise([(-1, -1), *pairs]):
        if last >= 0 and old.texts[last] != new.texts[head_last]:
            yield from _inside_block(old, new, last, head_last)
        start, end = _span(old, last + 1, at, len(base))
        replacement = "".join(new.texts[head_last + 1 : head_at])
        if start < end or replacement:
            yield Hunk(start, end, replacement)


def _tight(base: str, hunk: Hunk) -> Hunk:
    """A hunk without the words and white space that its two sides end and begin with."""
    old, new = base[hunk.start : hunk.end], hunk.replacement
    suffix = common_suffix(old, new)
    while suffix and (cuts_word(old, len(old) - suffix) or cuts_word(new, len(new) - suffix)):
        suffix -= 1
    prefix = common_prefix(old[: len(old) - suffix], new[: len(new) - suffix])
    while prefix and (cuts_word(old, prefix) or cuts_word(new, prefix)):
        prefix -= 1
    return Hunk(hunk.start + prefix, hunk.end - suffix, new[prefix : len(new) - suffix])


def _inside_block(old: Side, new: Side, index: int, head_index: int) -> Iterator[Hunk]:
    start = old.blocks[index].start
    text = new.texts[head_index]
    for edit in exact_edits(old.tokens(index), new.tokens(head_index)):
        yield Hunk(start + edit.start, start + edit.end, text[edit.new_start : edit.new_end])


def _span(side: Side, first: int, last: int, length: int) -> tuple[int, int]:
    """The range of the blocks first…last - 1."""
    start = side.blocks[first].start if first < len(side.blocks) else length
    return start, side.blocks[last].start if last < len(side.blocks) else length


def _meeting(
    base: str, yours: Sequence[Hunk], theirs: Sequence[Hunk], doubtful: Sequence[tuple[int, int]] | None
) -> list[tuple[int, int]]:
    """The joined ranges in which hunks of both sides meet."""
    marked = [
        (*_widened(base, hunk if doubtful is None else _slack(base, hunk)), side)
        for side, edits in enumerate((yours, theirs))
        for hunk in edits
    ]
    marked = sorted([*marked, *((start, end, 0) for start, end in doubtful or ())])
    groups: list[tuple[int, int, set[int]]] = []
    for start, end, side in marked:
        if groups and start <= groups[-1][1]:
            last = groups.pop()
            groups.append((last[0], max(last[1], end), last[2] | {side}))
        else:
            groups.append((start, end, {side}))
    return [(start, end) for start, end, sides in groups if sides == {0, 1}]


def _widened(base: str, hunk: Hunk) -> tuple[int, int]:
    """A hunk's range, widened to the words it cuts into; new lines reach over the blank lines behind them."""
    start, end = hunk.start, hunk.end
    while cuts_word(base, start):
        start -= 1
    while cuts_word(base, end):
        end += 1
    if start == end and base[start - 1 : start] == "\n":
        while base[end : end + 1] == "\n":
            end += 1
    return start, end


def _slack(base: str, hunk: Hunk) -> Hunk:
    """The range in which an insertion or deletion could stand as well without another outcome."""
    start, end, moving = hunk.start, hunk.end, hunk.replacement or base[hunk.start : hunk.end]
    if (hunk.start < hunk.end) == bool(hunk.replacement):
        return hunk
    length, left, right = len(moving), 0, 0
    while left < min(start, _MOST_SLACK) and base[start - left - 1] == moving[-1 - left % length]:
        left += 1
    while right < min(len(base) - end, _MOST_SLACK) and base[end + right] == moving[right % length]:
        right += 1
    return Hunk(start - left, end + right, hunk.replacement)


def _inside(base: str, edits: Sequence[Hunk], start: int, end: int) -> str:
    """What edits make of a range of the base."""
    shifted = [Hunk(hunk.start - start, hunk.end - start, hunk.replacement) for hunk in edits]
    return apply_hunks(base[start:end], shifted)
