"""Who wrote what: runs of authors along a text, carried through its changes.

Lengths count Unicode code points. The runs of a text tile it: their lengths add up to its length.
"""

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from positions.hunks import Hunk

_LINES = re.compile(r"[^\n]+|\n+")
_LEAST_MOVED = 20
"""A shorter line that goes here and comes there may well be another."""


@dataclass(frozen=True)
class Retain:
    """A stretch of the text before that stays."""

    length: int


@dataclass(frozen=True)
class Insert:
    """New text at this place."""

    text: str


@dataclass(frozen=True)
class Delete:
    """A stretch of the text before that goes."""

    length: int


class Run(NamedTuple):
    """A stretch of text by one author (a membership id); a paper has thousands, made at each opening."""

    length: int
    author: str


def merge_runs(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The same authorship with empty runs left out and neighbours of one author joined."""
    merged: list[Run] = []
    for run in runs:
        if merged and merged[-1].author == run.author:
            merged[-1] = Run(merged[-1].length + run.length, run.author)
        elif run.length:
            merged.append(run)
    return tuple(merged)


def splice(
    runs: Sequence[Run], delta: Sequence[Retain | Insert | Delete], insert_runs: Sequence[Run]
) -> tuple[Run, ...]:
    """The authorship after a change; `runs` are merged, `insert_runs` divide its inserted text, in order, among authors."""
    untouched, skipped = _before_change(runs, delta)
    before, inserted = _Taker(runs[untouched:]), _Taker(insert_runs)
    after = list(runs[max(untouched - 1, 0) : untouched])
    for change in delta:
        match change:
            case Retain(length):
                after += before.take(length - skipped)
                skipped = 0
            case Insert(text):
                after += inserted.take(len(text))
            case Delete(length):
                tuple(before.take(length))
    rest = tuple(before.rest())
    return (*runs[: max(untouched - 1, 0)], *merge_runs([*after, *rest[:1]]), *rest[1:])


def _before_change(runs: Sequence[Run], delta: Sequence[Retain | Insert | Delete]) -> tuple[int, int]:
    """How many runs lie wholly before the change, and their length: a paper has thousands, a key press touches one."""
    if not delta or not isinstance(delta[0], Retain):
        return 0, 0
    place, length = delta[0].length, 0
    for count, (own, _) in enumerate(runs):
        if length + own > place:
            return count, length
        length += own
    return len(runs), length


def contributors(runs: Sequence[Run]) -> dict[str, int]:
    """How many code points each author wrote, in order of first appearance."""
    shares: dict[str, int] = {}
    for run in runs:
        shares[run.author] = shares.get(run.author, 0) + run.length
    return {author: length for author, length in shares.items() if length}


def total(runs: Sequence[Run]) -> int:
    """The length of the text that the runs tile."""
    return sum(run.length for run in runs)


def delta_of(edits: Sequence[Hunk]) -> tuple[Retain | Insert | Delete, ...]:
    """An edit script as a change from front to back; what follows its last part stays."""
    changes: list[Retain | Insert | Delete] = []
    at = 0
    for hunk in edits:
        if hunk.start > at:
            changes.append(Retain(hunk.start - at))
        if hunk.end > hunk.start:
            changes.append(Delete(hunk.end - hunk.start))
        if hunk.replacement:
            changes.append(Insert(hunk.replacement))
        at = hunk.end
    return tuple(changes)


def carry(runs: Sequence[Run], edits: Sequence[Hunk], author: str) -> tuple[Run, ...]:
    """The authorship after edits that are all by one author."""
    return splice(runs, delta_of(edits), [Run(sum(len(hunk.replacement) for hunk in edits), author)])


def restored_runs(edits: Sequence[Hunk], target_runs: Sequence[Run]) -> tuple[Run, ...]:
    """Who wrote the text that edits towards an old text put back, in order: the old text's authors."""
    restored: list[Run] = []
    target = _Taker(target_runs)
    at = shift = 0
    for hunk in edits:
        start = hunk.start + shift
        tuple(target.take(start - at))
        restored += target.take(len(hunk.replacement))
        at = start + len(hunk.replacement)
        shift += len(hunk.replacement) - (hunk.end - hunk.start)
    return merge_runs(restored)


def reformed_runs(edits: Sequence[Hunk], runs: Sequence[Run]) -> tuple[Run, ...]:
    """Who wrote what edits put in, where they change the form of letters alone: whoever wrote the letter before."""
    reformed: list[Run] = []
    before = _Taker(runs)
    at = 0
    for hunk in edits:
        tuple(before.take(hunk.start - at))
        first, *_ = before.take(hunk.end - hunk.start)
        reformed.append(Run(len(hunk.replacement), first.author))
        at = hunk.end
    return merge_runs(reformed)


def moved_runs(base: str, runs: Sequence[Run], edits: Sequence[Hunk], author: str) -> tuple[Run, ...]:
    """Who wrote what edits put in: whoever makes them, but for lines that go elsewhere, which stay whose they were."""
    gone: defaultdict[str, deque[tuple[Run, ...]]] = defaultdict(deque)
    before = _Taker(runs)
    at = 0
    for hunk in edits:
        tuple(before.take(hunk.start - at))
        for line in _LINES.findall(base[hunk.start : hunk.end]):
            gone[line].append(tuple(before.take(len(line))))
        at = hunk.end
    made: list[Run] = []
    for hunk in edits:
        for line in _LINES.findall(hunk.replacement):
            is_moved = len(line) >= _LEAST_MOVED and gone[line]
            made += gone[line].popleft() if is_moved else [Run(len(line), author)]
    return merge_runs(made)


class _Taker:
    """Runs that are used up from the front."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self._runs = list(reversed(runs))

    def take(self, length: int) -> Iterator[Run]:
        """The next `length` code points' runs; ValueError when there are not so many."""
        while length:
            if not self._runs:
                raise ValueError(length)
            run = self._runs.pop()
            if run.length > length:
                self._runs.append(Run(run.length - length, run.author))
                run = Run(length, run.author)
            length -= run.length
            yield run

    def rest(self) -> Iterator[Run]:
        """All that is left."""
        return reversed(self._runs)
