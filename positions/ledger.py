"""What a replica of the shared text holds, kept beside it in plain numbers: clocks, deletions, inner units.

It answers, before an update touches the replica, the three questions that yrs does not: would it be integrated whole,
does it change anything, and does it cut a character in two. The last is refused because yjs and yrs disagree on it:
yjs turns both halves of the character into U+FFFD, yrs moves the cut to the character's end (seen with yjs 13.6.33
and yrs 0.28), and from then on their texts differ for good.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping

from positions.errors import Invalid, Stale
from positions.offsets import low_surrogates
from positions.structs import Struct, Unit
from positions.updates import Inspection


class Spans:
    """A set of whole numbers, kept as disjoint ascending stretches, end excluded."""

    __slots__ = ("_ends", "_starts")

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def add(self, start: int, end: int) -> None:
        """Take in a stretch, joining what it touches."""
        first, last = bisect_left(self._ends, start), bisect_right(self._starts, end)
        if first < last:
            start, end = min(start, self._starts[first]), max(end, self._ends[last - 1])
        self._starts[first:last] = [start]
        self._ends[first:last] = [end]

    def covers(self, start: int, end: int) -> bool:
        """Whether the whole stretch is in the set."""
        index = bisect_right(self._starts, start) - 1
        return index >= 0 and self._ends[index] >= end


class Ledger:
    """The clocks reached, the units deleted, and the units inside characters."""

    __slots__ = ("_deleted", "_inner", "state")

    def __init__(self) -> None:
        self.state: dict[int, int] = {}
        self._deleted: dict[int, Spans] = {}
        self._inner: dict[int, set[int]] = {}

    def demand_earlier(self, inspection: Inspection) -> None:
        """Refuse what cannot be taken whole: Stale when something earlier is missing."""
        if not inspection.is_integrable(self.state):
            raise Stale("update_dependencies_missing")

    def admit(self, inspection: Inspection) -> None:
        """Refuse besides what cuts a character: Invalid. Of characters deleted before its checkpoint a replica does not know."""
        self.demand_earlier(inspection)
        if self.cuts(inspection):
            raise Invalid("update_splits_character")

    def cuts(self, inspection: Inspection) -> bool:
        """Whether integrating an update would cut a character that is known here."""
        own = set(inspection.units_inside_characters())
        return any(unit in own or self._is_inner(unit) for unit in self._places(inspection))

    def is_noop(self, inspection: Inspection) -> bool:
        """Whether an admitted update would change nothing."""
        return not inspection.adds_to(self.state) and all(
            d.client in self._deleted and self._deleted[d.client].covers(d.start, d.end)
            for d in inspection.deletions
        )

    def record(self, inspection: Inspection) -> None:
        """Take note of an admitted update that the replica has integrated."""
        for unit in inspection.units_inside_characters():
            self._inner.setdefault(unit.client, set()).add(unit.clock)
        for deletion in inspection.deletions:
            self._deleted.setdefault(deletion.client, Spans()).add(deletion.start, deletion.end)
        self.state = inspection.state_after(self.state)

    def whole(self, state: Mapping[int, int]) -> dict[int, int]:
        """A foreign state without its last unit where that is half a character."""
        return {c: clock - self._is_inner(Unit(c, clock)) for c, clock in state.items()}

    def _is_inner(self, unit: Unit) -> bool:
        return unit.clock in self._inner.get(unit.client, ())

    def _places(self, inspection: Inspection) -> Iterator[Unit]:
        """The units before which integrating the update would cut the text."""
        for client, structs in inspection.structs.items():
            known = self.state.get(client, 0)
            for struct in structs:
                if struct.end > known:
                    yield from _places_of(struct, client=client, known=known)
        for deletion in inspection.deletions:
            yield Unit(deletion.client, deletion.start)
            yield Unit(deletion.client, deletion.end)


def _places_of(struct: Struct, *, client: int, known: int) -> Iterator[Unit]:
    if struct.origin is not None:
        yield Unit(struct.origin.client, struct.origin.clock + 1)
    if struct.right_origin is not None:
        yield struct.right_origin
    if known - struct.clock in low_surrogates(struct.text):
        yield Unit(client, known)
