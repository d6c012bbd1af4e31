"""A draft: the fold over a document's log, with its authorship."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Self

from positions.authorship import Insert, Run, splice
from positions.deltas import Delta
from positions.errors import Invalid, Stale
from positions.replicas import Replica, merged
from positions.updates import Inspection


@dataclass(frozen=True)
class LogRow:
    """One row of a draft's log; the attribution, where there is one, divides what the update inserts among authors."""

    sequence: int
    update: bytes
    author: str
    attribution: tuple[Run, ...] | None = None


class Draft:
    """A document's text, its authorship and the sequence of the last row folded in; appending changes it in place."""

    def __init__(self, replica: Replica, runs: tuple[Run, ...] = (), sequence: int = 0) -> None:
        self.replica = replica
        self.runs = runs
        self.sequence = sequence

    @classmethod
    def fold(cls, rows: Iterable[LogRow]) -> Self:
        """The draft that a log, read from its first row, leads to."""
        draft = cls(Replica())
        draft.extend(rows)
        return draft

    @property
    def text(self) -> str:
        """The text as it stands."""
        return self.replica.text

    def extend(self, rows: Iterable[LogRow]) -> None:
        """Fold in rows as `append` would one by one; what one author typed at a stretch is taken in at once."""
        for _, stretch in groupby(rows, _joint):
            some = list(stretch)
            for steps, row in enumerate(some, 1):
                self._expect(row, steps)
            whole = replace(some[0], update=merged([row.update for row in some]))
            known = self.replica.read_row(whole.update)
            if len(some) > 1 and self.replica.cuts(known):
                for row in some:  # somebody wrote where a character had been deleted meanwhile
                    self.append(row)
            else:
                self.append(whole, known)
                self.sequence += len(some) - 1

    def append(self, row: LogRow, inspection: Inspection | None = None) -> Delta:
        """Fold the next row in; Stale when it is not the next, Invalid when its attribution does not add up.

        Pass the update's inspection when it was made already. What stands in the log was admitted by whoever appended it,
        and is not refused here: of a character that was deleted before its checkpoint that one knew nothing.
        """
        self._expect(row)
        delta = self.replica.apply(row.update, inspection or self.replica.read_row(row.update), known=True)
        self.runs = splice(self.runs, delta, _insert_runs(row, delta))
        self.sequence = row.sequence
        return delta

    def _expect(self, row: LogRow, steps: int = 1) -> None:
        if row.sequence != self.sequence + steps:
            raise Stale("log_has_gap", expected=self.sequence + steps, found=row.sequence)


def _insert_runs(row: LogRow, delta: Delta) -> tuple[Run, ...]:
    inserted = sum(len(change.text) for change in delta if isinstance(change, Insert))
    if row.attribution is None:
        return (Run(inserted, row.author),)
    if sum(run.length for run in row.attribution) != inserted:
        raise Invalid("attribution_does_not_add_up", inserted=inserted)
    return row.attribution


def _joint(row: LogRow) -> object:
    """What neighbouring rows must share to be taken in as one."""
    return row.author if row.attribution is None else row.sequence
