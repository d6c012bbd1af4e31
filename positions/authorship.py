"""Who wrote what: runs of authors along a text, carried through its changes.

Lengths count Unicode code points. The runs of a text tile it: their lengths add up to its length.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from positions.hunks import Hunk


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


@dataclass(frozen=True)
class Run:
    """A stretch of text by one author (a membership id)."""

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
    """The authorship after a change; `insert_runs` divide its inserted text, in order, among authors."""
    before, inserted = _Taker(runs), _Taker(insert_runs)
    after: list[Run] = []
    for change in delta:
        match change:
            case Retain(length):
                after += before.take(length)
            case Insert(text):
                after += inserted.take(len(text))
            case Delete(length):
                tuple(before.take(length))
    return merge_runs([*after, *before.rest()])


def contributors(runs: Sequence[Run]) -> dict[str, int]:
    """How many code points each author wrote, in order of first appearance."""
    shares: dict[str, int] = {}
    for run in runs:
        shares[run.author] = shares.get(run.author, 0) + run.length
    return {author: length for author, length in shares.items() if length}


def slice_runs(runs: Sequence[Run], start: int, end: int) -> tuple[Run, ...]:
    """The runs of a range of the text; ValueError when the range is not in it."""
    taker = _Taker(runs)
    tuple(taker.take(start))
    return merge_runs(tuple(taker.take(end - start)))


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
            taken = min(run.length, length)
            if taken < run.length:
                self._runs.append(Run(run.length - taken, run.author))
            length -= taken
            yield Run(taken, run.author)

    def rest(self) -> Iterator[Run]:
        """All that is left."""
        return reversed(self._runs)
