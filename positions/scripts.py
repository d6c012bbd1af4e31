"""Edit scripts between two texts line by line, and where two scripts of the same texts differ.

Lines are paired before words, by the longest common subsequence: people who edit Markdown in a file change lines.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, starmap

from positions.alignment import Alphabet, longest, unmatched
from positions.hunks import Hunk

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


def line_hunks(base: str, head: str) -> tuple[Hunk, ...]:
    """The edits that turn base into head: words inside the lines that differ."""
    found: list[Hunk] = []
    for start, end, replacement in _stretches(Alphabet(), _lines(base), _lines(head)):
        found += (
            Hunk(start + one.start, start + one.end, one.replacement)
            for one in word_hunks(base[start:end], replacement)
        )
    return tuple(found)


def word_hunks(base: str, head: str) -> Iterator[Hunk]:
    """The edits that turn base into head, word by word, whatever lines the words stand in."""
    return starmap(Hunk, _stretches(Alphabet(), _TOKEN.findall(base), _TOKEN.findall(head)))


def differing(
    first: Sequence[Hunk], second: Sequence[Hunk]
) -> Iterator[tuple[Sequence[Hunk], Sequence[Hunk]]]:
    """Two scripts of the same texts cut where both have come to the same place of both texts, outside of every edit."""
    at = cut = other_at = other_cut = 0
    shift = reach = 0
    while at < len(first) or other_at < len(second):
        is_first = other_at == len(second) or (at < len(first) and first[at].start <= second[other_at].start)
        hunk = first[at] if is_first else second[other_at]
        if hunk.start > reach and not shift and (at > cut or other_at > other_cut):
            yield first[cut:at], second[other_cut:other_at]
            cut, other_cut = at, other_at
        grown = len(hunk.replacement) - (hunk.end - hunk.start)
        shift += grown if is_first else -grown
        reach = max(reach, hunk.end)
        at, other_at = at + is_first, other_at + (not is_first)
    if at > cut or other_at > other_cut:
        yield first[cut:], second[other_cut:]


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def _stretches(alphabet: Alphabet, old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Where two sequences of pieces differ: offsets in the old text, and the new text."""
    offsets = [0, *accumulate(map(len, old))]
    runs = longest(alphabet.encode(old), alphabet.encode(new))
    for gone, come in unmatched(runs, len(old), len(new)):
        if gone or come:
            yield offsets[gone.start], offsets[gone.stop], "".join(new[come.start : come.stop])
