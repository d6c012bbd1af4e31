"""Two texts side by side: which passage of a translation stands for which passage of its source.

A passage is a block without the blank lines around it. Passages of the same shape all through stand for each other one by
one. Otherwise, in this order: asks of the same key; passages with the same text, or known as one another's wording; and
in what lies between, in sequence, passages of the same kind, most of them and the most alike in level and length.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from positions.alignment import Alphabet, heaviest_chain, matches
from positions.asks import ask_key
from positions.blocks import Kind, blocks, count_cells

MAX_PAIRS = 40_000
"""Over so many pairs between two sure ones, only the shapes decide."""

_SAME_KIND = 100
_SAME_LEVEL = 50
_SAME_LENGTH = 49

_BLANK_LINES = re.compile(r"(?:[ \t\r]*+\n)*+")

Pair = tuple[int, int]
Known = Mapping[str, frozenset[str]]
"""By the text of a translation's passage: the source texts whose wording it was given as."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a translation keeps of a passage: kind, level, the key of an ask, the columns of a table's row."""

    kind: Kind
    level: int
    key: str
    columns: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A block's text without the blank lines around it, its code-point range, and its shape."""

    text: str
    start: int
    end: int
    shape: Shape


def passages(text: str) -> tuple[Passage, ...]:
    """The passages of a text in order."""
    found = []
    for block in blocks(text):
        start = _past_blank_lines(text, block.start)
        body = text[start : block.end].rstrip()
        if body:
            found.append(Passage(body, start, start + len(body), _shape(block.kind, block.level, body)))
    return tuple(found)


def align(source: Sequence[Passage], target: Sequence[Passage], known: Known) -> tuple[Pair, ...]:
    """The pairs of passage numbers, ascending on both sides."""
    if _shapes(source) == _shapes(target) and _is_in_step(source, target, known):
        return tuple((number, number) for number in range(len(source)))
    sure = _sure(source, target, known)
    pairs = list(sure)
    for source_gap, target_gap in _gaps(sure, len(source), len(target)):
        pairs += _in_gap(source, target, source_gap, target_gap)
    return tuple(sorted(pairs))


def _past_blank_lines(text: str, start: int) -> int:
    blank = _BLANK_LINES.match(text, start)
    return blank.end() if blank else start


def _shape(kind: Kind, level: int, body: str) -> Shape:
    columns = count_cells(body.partition("\n")[0]) if kind == "table_row" else 0
    return Shape(kind, level, ask_key(kind, body), columns)


def _shapes(side: Sequence[Passage]) -> list[Shape]:
    return [passage.shape for passage in side]


def _is_in_step(source: Sequence[Passage], target: Sequence[Passage], known: Known) -> bool:
    """Whether every passage whose source is known, and still there, stands beside it."""
    texts = {passage.text for passage in source}
    return all(
        passage.text in sources or not sources & texts
        for passage, sources in zip(
            source, (known.get(each.text, frozenset()) for each in target), strict=True
        )
    )


def _sure(source: Sequence[Passage], target: Sequence[Passage], known: Known) -> list[Pair]:
    keys = _lone_keys(source) & _lone_keys(target)
    texts = {passage.text for passage in source}
    left = [_source_token(passage, keys) for passage in source]
    right = [_target_token(passage, keys, texts, known) or f"\x00{n}" for n, passage in enumerate(target)]
    alphabet = Alphabet()
    runs = matches(alphabet.encode(left), alphabet.encode(right))
    return [(run.base + step, run.head + step) for run in runs for step in range(run.length)]


def _lone_keys(side: Sequence[Passage]) -> set[str]:
    counts = Counter(passage.shape.key for passage in side)
    return {key for key, count in counts.items() if key and count == 1}


def _source_token(passage: Passage, keys: set[str]) -> str:
    return f"\x01{passage.shape.key}" if passage.shape.key in keys else passage.text


def _target_token(passage: Passage, keys: set[str], texts: set[str], known: Known) -> str | None:
    """What the passage is called on the source's side, None when nothing tells."""
    if passage.shape.key in keys:
        return f"\x01{passage.shape.key}"
    if passage.text in texts:
        return passage.text
    return min(known.get(passage.text, frozenset()) & texts, default=None)


def _gaps(sure: Sequence[Pair], sources: int, targets: int) -> Iterator[tuple[range, range]]:
    """What lies between neighbouring sure pairs, where both sides have some."""
    before = (-1, -1)
    for pair in (*sure, (sources, targets)):
        gap = range(before[0] + 1, pair[0]), range(before[1] + 1, pair[1])
        if gap[0] and gap[1]:
            yield gap
        before = pair


def _in_gap(
    source: Sequence[Passage], target: Sequence[Passage], sources: range, targets: range
) -> list[Pair]:
    left, right = source[sources.start : sources.stop], target[targets.start : targets.stop]
    if _shapes(left) == _shapes(right):
        return list(zip(sources, targets, strict=True))
    if len(left) * len(right) > MAX_PAIRS:
        return _by_shape(left, right, sources.start, targets.start)
    weighed = [
        (number, other, weight)
        for number, other in product(sources, targets)
        if (weight := _likeness(source[number], target[other]))
    ]
    return heaviest_chain(weighed)


def _by_shape(left: Sequence[Passage], right: Sequence[Passage], start: int, other_start: int) -> list[Pair]:
    alphabet = Alphabet()
    shapes = [[repr(passage.shape) for passage in side] for side in (left, right)]
    runs = matches(alphabet.encode(shapes[0]), alphabet.encode(shapes[1]))
    return [
        (start + run.base + step, other_start + run.head + step) for run in runs for step in range(run.length)
    ]


def _likeness(passage: Passage, other: Passage) -> int:
    """How much two passages may stand for each other; nothing for another kind or another ask."""
    shape, other_shape = passage.shape, other.shape
    is_other_ask = shape.key != other_shape.key and shape.key and other_shape.key
    if shape.kind != other_shape.kind or is_other_ask:
        return 0
    lengths = sorted((len(passage.text), len(other.text)))
    alike = _SAME_LENGTH * lengths[0] // lengths[1]
    return _SAME_KIND + _SAME_LEVEL * (shape.level == other_shape.level) + alike


def known_wordings(pairs: Sequence[tuple[str, str]]) -> Known:
    """What `align` knows of (source, wording) pairs."""
    found: dict[str, set[str]] = defaultdict(set)
    for source, wording in pairs:
        found[wording].add(source)
    return {wording: frozenset(sources) for wording, sources in found.items()}
