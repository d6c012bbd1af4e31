"""Which block of one text became which block of the other.

In this order: blocks with the same words in the same sequence; blocks whose text is found elsewhere (moved); in what
lies between, the most similar ones in sequence (changed), short ones by their letters; last, similar ones elsewhere
(moved and changed). Limits are counts: of more than `MAX_FREE` blocks in a row none is taken for changed; over `MAX_PAIRS`
in a row, or `MAX_ALL_PAIRS` in all, only blocks that share a rare word are compared; over `MAX_MOVED_PAIRS` changed blocks
are not sought elsewhere; of blocks that would take over `MAX_CELLS` pairs of words only the beginnings are compared.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from math import isqrt

from rapidfuzz.distance import Indel
from rapidfuzz.process import extract

from positions.alignment import Alphabet, Match, heaviest_chain, matches, unmatched
from positions.sides import Side
from positions.wording import wording

MAX_PAIRS = 40_000
MAX_ALL_PAIRS = 500_000
MAX_MOVED_PAIRS = 10_000
MAX_CELLS = 10_000_000_000
MAX_FREE = 20_000

_SIMILAR = 0.4
_SIMILAR_LETTERS = 0.7
_SIMILAR_ELSEWHERE = 0.75
_MOVABLE_LENGTH = 20
_SHORT = 2 * _MOVABLE_LENGTH
_MOVABLE_WORDS = 8
_RARE = 6
# A row, an item, or anything with a real word: "§ 68" alone is another paragraph's number as soon as they are numbered anew.
_TELLING = re.compile(r"[ ]*[|*+-].*\w|.*[^\W\d_]{3}", re.DOTALL)

Pair = tuple[int, int]
Gap = tuple[Sequence[int], Sequence[int]]
"""The blocks between two that stand in both texts: numbers of the base's, numbers of the head's."""
_Words = Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Pairing:
    """Runs of blocks in sequence (ascending on both sides), and pairs of block numbers that moved (in the head's order)."""

    runs: tuple[Match, ...]
    moved: tuple[Pair, ...]

    @property
    def kept(self) -> tuple[Pair, ...]:
        """The pairs of block numbers in sequence."""
        return tuple(pair for run in self.runs for pair in run.pairs())


def pair_blocks(base: Side, head: Side, *, with_moves: bool) -> Pairing:
    """Pair the blocks of two texts; every block is in at most one pair."""
    alphabet = Alphabet()
    runs = matches(alphabet.encode(base.keys), alphabet.encode(head.keys))
    gaps: list[Gap] = [*unmatched(runs, len(base.keys), len(head.keys))]
    moved = _moved_whole(base, head, gaps) if with_moves else []
    gaps = _without(gaps, moved)
    most = MAX_PAIRS if sum(len(ours) * len(theirs) for ours, theirs in gaps) <= MAX_ALL_PAIRS else 0
    similar = [Match(*pair, 1) for gap in gaps for pair in _most_similar(base, head, gap, most)]
    if with_moves:
        moved += _moved_and_changed(base, head, _without(gaps, similar))
    return Pairing(tuple(sorted([*runs, *similar])), tuple(sorted(moved, key=lambda pair: pair[1])))


def _without(gaps: Iterable[Gap], pairs: Sequence[Sequence[int]]) -> list[Gap]:
    """The gaps without the blocks of some pairs."""
    taken = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    return [_outside(gap, taken) for gap in gaps if gap[0] or gap[1]]


def _outside(gap: Gap, taken: tuple[Set[int], Set[int]]) -> Gap:
    return [index for index in gap[0] if index not in taken[0]], [
        index for index in gap[1] if index not in taken[1]
    ]


def _free(gaps: Iterable[Gap], which: int) -> list[int]:
    return [index for gap in gaps for index in gap[which]]


def _moved_whole(base: Side, head: Side, gaps: Sequence[Gap]) -> list[Pair]:
    """Blocks found again elsewhere, word for word, in turn where a text stands there several times."""
    free_base, free_head = _free(gaps, 0), _free(gaps, 1)
    places: dict[str, list[int]] = defaultdict(list)
    for index in reversed(free_head):
        places[head.keys[index]].append(index)
    told = _told_by_itself([key for at in free_base if (key := base.keys[at]) in places], base, head)
    moved = [
        (index, places[key].pop()) for index in free_base if (key := base.keys[index]) in told and places[key]
    ]
    return moved + _companions(base, head, moved, (set(free_base), set(free_head)))


def _told_by_itself(keys: Sequence[str], base: Side, head: Side) -> set[str]:
    """The texts of blocks that are long enough to be known again, or say something and stand once in both whole texts."""
    short = {key for key in keys if len(key) < _MOVABLE_LENGTH and _TELLING.match(key)}
    for side in (base, head):
        counts = Counter(key for key in side.keys if key in short)
        short = {key for key in short if counts[key] == 1}
    return short | {key for key in keys if len(key) >= _MOVABLE_LENGTH}


def _companions(base: Side, head: Side, moved: Sequence[Pair], free: tuple[set[int], set[int]]) -> list[Pair]:
    """Blocks too short to be found by themselves that stand beside a moved one on both sides."""
    found: list[Pair] = []
    free_base, free_head = free[0] - {pair[0] for pair in moved}, free[1] - {pair[1] for pair in moved}
    for step in (-1, 1):
        for pair in moved:
            at, head_at = pair[0] + step, pair[1] + step
            while at in free_base and head_at in free_head and base.keys[at] == head.keys[head_at]:
                found.append((at, head_at))
                free_base.remove(at)
                free_head.remove(head_at)
                at, head_at = at + step, head_at + step
    return found


def _most_similar(base: Side, head: Side, gap: Gap, most: int) -> list[Pair]:
    """The pairs of a gap that together keep most words, in sequence; over so many pairs, only some are weighed."""
    gap_base, gap_head = gap
    if not 0 < min(len(gap_base), len(gap_head)) <= max(len(gap_base), len(gap_head)) <= MAX_FREE:
        return []
    words = {at: base.letters(at)[1:] for at in gap_base}
    head_words = {head_at: head.letters(head_at)[1:] for head_at in gap_head}
    weighed = [
        (at, head_at, share * (len(words[at]) + len(head_words[head_at])))
        for at, head_at, share in _weighed(words, _candidates(words, head_words, most), _SIMILAR)
    ]
    known = {pair[0] for pair in weighed}, {pair[1] for pair in weighed}
    for at, head_at, share in _alike_by_letters(base, head, _outside(gap, known), most):
        weighed.append((at, head_at, share * (len(words[at]) + len(head_words[head_at]))))
    return heaviest_chain(weighed)


def _alike_by_letters(base: Side, head: Side, gap: Gap, most: int) -> Iterator[tuple[int, int, float]]:
    """Short blocks whose wording is the same but for some letters: a heading of one word, or one that is marked otherwise."""
    ours, theirs = (
        {at: wording(key) for at in free if len(key := side.keys[at]) < _SHORT}
        for side, free in zip((base, head), gap, strict=True)
    )
    if len(ours) * len(theirs) <= most:
        for at, mine in ours.items():
            for _, share, head_at in extract(
                mine, theirs, scorer=Indel.normalized_similarity, limit=None, score_cutoff=_SIMILAR_LETTERS
            ):
                yield at, head_at, share


def _candidates(words: _Words, head_words: _Words, most: int) -> dict[int, _Words]:
    """The blocks worth comparing with each: all, or over the limit those that share a rare word."""
    if len(words) * len(head_words) <= most:
        return dict.fromkeys(words, head_words)
    holders: dict[str, list[int]] = defaultdict(list)
    for head_at, letters in head_words.items():
        for letter in dict.fromkeys(letters):
            holders[letter].append(head_at)
    found: dict[int, _Words] = {}
    for at, letters in words.items():
        shared: dict[int, str] = {}
        for letter in dict.fromkeys(letters):
            places = holders.get(letter, ())
            if len(places) <= _RARE:
                shared.update((head_at, head_words[head_at]) for head_at in places)
        found[at] = shared
    return found


def _weighed(
    words: _Words, candidates: Mapping[int, _Words], least: float
) -> Iterator[tuple[int, int, float]]:
    """The pairs that share at least so much of their words, each with that share; empty blocks share nothing."""
    reach = _reach(sum(map(len, candidates.values())))
    distinct = {id(others): others for others in candidates.values()}.values()
    longest = max((len(letters) for others in distinct for letters in others.values()), default=0)
    for at, others in candidates.items():
        mine = words[at][:reach]
        if mine:
            cut = others if reach >= longest else {key: letters[:reach] for key, letters in others.items()}
            for _, share, head_at in extract(
                mine, cut, scorer=Indel.normalized_similarity, limit=None, score_cutoff=least
            ):
                yield at, head_at, share


def _moved_and_changed(base: Side, head: Side, gaps: Sequence[Gap]) -> list[Pair]:
    """Longer blocks that are much the same elsewhere, the most similar first."""
    free_base, free_head = (
        [index for index in _free(gaps, which) if len(side.keys[index]) >= _SHORT]
        for which, side in enumerate((base, head))
    )
    if len(free_base) * len(free_head) > MAX_MOVED_PAIRS:
        return []
    words = {at: base.letters(at)[1:] for at in free_base}
    head_words = {head_at: head.letters(head_at)[1:] for head_at in free_head}
    movable = (at for at, letters in words.items() if len(letters) >= _MOVABLE_WORDS)
    weighed = [
        (-share, at, head_at)
        for at, head_at, share in _weighed(words, dict.fromkeys(movable, head_words), _SIMILAR_ELSEWHERE)
    ]
    found: list[Pair] = []
    taken_base: set[int] = set()
    taken_head: set[int] = set()
    for _, at, head_at in sorted(weighed):
        if at not in taken_base and head_at not in taken_head:
            found.append((at, head_at))
            taken_base.add(at)
            taken_head.add(head_at)
    return found


def _reach(pairs: int) -> int:
    """How many words of each block so many comparisons may look at."""
    return isqrt(MAX_CELLS // max(pairs, 1))
