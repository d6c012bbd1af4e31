"""What two sequences have in common: the engine under every comparison. Deterministic, and bounded by size, not by time.

Tokens (blocks, words) become code points of two strings, so that rapidfuzz's bit-parallel longest common
subsequence works on them. The rules for long sequences, in this order:
- a common beginning and end are cut off;
- up to `FEW_CELLS` pairs of tokens, the longest common subsequence decides;
- above, tokens that occur once on both sides cut the sequences into parts, each of which begins anew;
- where there is none, or after `MAX_DEPTH` cuts, up to `MAX_CELLS` the longest common subsequence decides;
- above, phrases that occur once cut; a part without any, or after so many cuts, is aligned half by half.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import count
from typing import NamedTuple

from rapidfuzz.distance import Indel

FEW_CELLS = 4_000_000
MAX_CELLS = 400_000_000
MAX_DEPTH = 40

_PHRASE = 4


class Match(NamedTuple):
    """A run that both sequences share: where it starts in each, and its length."""

    base: int
    head: int
    length: int

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Its places in both."""
        return zip(
            range(self.base, self.base + self.length), range(self.head, self.head + self.length), strict=True
        )


class Alphabet(defaultdict[str, str]):
    """Gives every distinct token one code point, the same for all sequences of a comparison; never to be written out."""

    def __init__(self) -> None:
        super().__init__(map(chr, count()).__next__)

    def encode(self, tokens: Sequence[str]) -> str:
        """The sequence as a string with one code point for each token."""
        return "".join(map(self.__getitem__, tokens))


def matches(base: str, head: str) -> list[Match]:
    """The shared runs of two encoded sequences, ascending in both, adjacent ones joined."""
    joined: list[Match] = []
    for match in _runs(base, head, (0, 0), 0):
        last = joined[-1] if joined else None
        if last and last.base + last.length == match.base and last.head + last.length == match.head:
            joined[-1] = Match(last.base, last.head, last.length + match.length)
        elif match.length:
            joined.append(match)
    return joined


def longest(base: str, head: str) -> list[Match]:
    """The runs of the longest common subsequence, however long the sequences; over `MAX_CELLS` as `matches` finds them."""
    if len(base) * len(head) > MAX_CELLS:
        return matches(base, head)
    return list(_longest(base, head, (0, 0)))


def unmatched(runs: Sequence[Match], base_length: int, head_length: int) -> Iterator[tuple[range, range]]:
    """What lies before each shared run and behind the last one, on both sides."""
    at = head_at = 0
    for run in (*runs, Match(base_length, head_length, 0)):
        yield range(at, run.base), range(head_at, run.head)
        at, head_at = run.base + run.length, run.head + run.length


def heaviest_chain(pairs: Sequence[tuple[int, int, float]]) -> list[tuple[int, int]]:
    """The pairs (base, head, weight) with the greatest total weight that ascend strictly on both sides."""
    ordered = sorted(pairs, key=lambda pair: (pair[0], -pair[1]))
    ranks = {head: rank for rank, head in enumerate(sorted({pair[1] for pair in ordered}), start=1)}
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(ranks) + 1)
    before: list[int] = []
    for index, (_, head, weight) in enumerate(ordered):
        total, last = _best_up_to(best, ranks[head] - 1)
        before.append(last)
        _raise_from(best, ranks[head], (total + weight, index))
    chain = []
    index = _best_up_to(best, len(ranks))[1]
    while index >= 0:
        chain.append((ordered[index][0], ordered[index][1]))
        index = before[index]
    return chain[::-1]


def common_prefix(base: str, head: str) -> int:
    """The number of code points at the beginning that are the same."""
    low, high = 0, min(len(base), len(head))
    while low < high:
        middle = (low + high + 1) // 2
        if base[low:middle] == head[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def common_suffix(base: str, head: str) -> int:
    """The number of code points at the end that are the same."""
    return common_prefix(base[::-1], head[::-1])


def _runs(base: str, head: str, at: tuple[int, int], depth: int) -> Iterator[Match]:
    """The shared runs of two stretches, given where these start in the whole."""
    base_at, head_at = at
    prefix = common_prefix(base, head)
    suffix = common_suffix(base[prefix:], head[prefix:])
    if prefix:
        yield Match(base_at, head_at, prefix)
    inner_base, inner_head = base[prefix : len(base) - suffix], head[prefix : len(head) - suffix]
    if inner_base and inner_head:
        yield from _inside(inner_base, inner_head, (base_at + prefix, head_at + prefix), depth)
    if suffix:
        yield Match(base_at + len(base) - suffix, head_at + len(head) - suffix, suffix)


def _inside(base: str, head: str, at: tuple[int, int], depth: int) -> Iterator[Match]:
    """The shared runs of two stretches that differ at both ends."""
    cells = len(base) * len(head)
    cuts: list[tuple[int, int]] = []
    if cells > FEW_CELLS and depth < MAX_DEPTH:
        cuts = _unique_in_both(base, head, 1)
    if not cuts and cells <= MAX_CELLS:
        yield from _longest(base, head, at)
        return
    if not cuts and depth < MAX_DEPTH:
        cuts = _unique_in_both(base, head, _PHRASE)
    if cuts:
        yield from _between(base, head, at, depth, cuts)
    elif min(len(base), len(head)) > 1:
        middle, head_middle = len(base) // 2, len(head) // 2
        yield from _runs(base[:middle], head[:head_middle], at, MAX_DEPTH)
        behind = at[0] + middle, at[1] + head_middle
        yield from _runs(base[middle:], head[head_middle:], behind, MAX_DEPTH)


def _longest(base: str, head: str, at: tuple[int, int]) -> Iterator[Match]:
    for block in Indel.opcodes(base, head).as_matching_blocks():
        if block.size:
            yield Match(at[0] + block.a, at[1] + block.b, block.size)


def _between(
    base: str, head: str, at: tuple[int, int], depth: int, cuts: Sequence[tuple[int, int]]
) -> Iterator[Match]:
    """The runs between places that are known to match, and these; nothing where there are none."""
    base_last = head_last = 0
    for base_cut, head_cut in cuts:
        if base_last < base_cut and head_last < head_cut:
            start = at[0] + base_last, at[1] + head_last
            yield from _runs(base[base_last:base_cut], head[head_last:head_cut], start, depth + 1)
        yield Match(at[0] + base_cut, at[1] + head_cut, 1)
        base_last, head_last = base_cut + 1, head_cut + 1
    if cuts:
        yield from _runs(
            base[base_last:], head[head_last:], (at[0] + base_last, at[1] + head_last), depth + 1
        )


def _unique_in_both(base: str, head: str, size: int) -> list[tuple[int, int]]:
    """The longest ascending chain of places where phrases of so many tokens begin that each side has once."""
    base_phrases = [base[at : at + size] for at in range(len(base) - size + 1)]
    head_phrases = [head[at : at + size] for at in range(len(head) - size + 1)]
    base_counts, head_counts = Counter(base_phrases), Counter(head_phrases)
    places = {phrase: at for at, phrase in enumerate(head_phrases) if head_counts[phrase] == 1}
    pairs = [
        (at, places[phrase])
        for at, phrase in enumerate(base_phrases)
        if base_counts[phrase] == 1 and phrase in places
    ]
    tails: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for index, (_, head_index) in enumerate(pairs):
        rank = bisect_left(tails, head_index)
        before.append(tops[rank - 1] if rank else -1)
        tails[rank : rank + 1] = [head_index]
        tops[rank : rank + 1] = [index]
    chain = []
    index = tops[-1] if tops else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]


def _best_up_to(best: list[tuple[float, int]], rank: int) -> tuple[float, int]:
    """The best total among the ranks 1…rank of a Fenwick tree of maxima."""
    found = (0.0, -1)
    while rank > 0:
        if best[rank][0] > found[0]:
            found = best[rank]
        rank -= rank & -rank
    return found


def _raise_from(best: list[tuple[float, int]], rank: int, entry: tuple[float, int]) -> None:
    """Enter a total at a rank of the tree."""
    while rank < len(best):
        if entry[0] > best[rank][0]:
            best[rank] = entry
        rank += rank & -rank
