"""Structs and deletions, the matter of which updates of the shared text are made, and when they can be integrated.

A struct is a stretch of one client's clock: inserted text (one tick per UTF-16 unit), text deleted since, collected
garbage, or a gap. Its origins name the units it was typed between. A replica takes a struct only after all earlier
ones of the same client and after its origins, and a deletion only after what it deletes; anything else it would keep
aside without a word, which is why we ask first.
"""

from collections.abc import Iterable, Mapping
from enum import IntEnum
from typing import NamedTuple


class StructKind(IntEnum):
    """The admitted kinds of struct, by their number on the wire."""

    GARBAGE = 0
    DELETED = 1
    TEXT = 4
    GAP = 10


class Unit(NamedTuple):
    """The identity of one UTF-16 unit: who inserted it, and at which tick of that client."""

    client: int
    clock: int


class Struct(NamedTuple):
    """A stretch of a client's clock; the length is in UTF-16 units."""

    kind: StructKind
    clock: int
    length: int
    origin: Unit | None = None
    right_origin: Unit | None = None
    text: str = ""

    @property
    def end(self) -> int:
        """The first clock after the stretch."""
        return self.clock + self.length


class Deletion(NamedTuple):
    """A deleted stretch of a client's clock, end excluded."""

    client: int
    start: int
    end: int


def is_integrable(
    structs: Mapping[int, tuple[Struct, ...]], deletions: Iterable[Deletion], *, state: Mapping[int, int]
) -> bool:
    """Whether everything needed is in the state or comes, in some order, with the structs themselves."""
    walk = _Walk(structs, state)
    walk.run()
    return walk.is_complete() and all(d.end <= walk.reached.get(d.client, 0) for d in deletions)


class _Walk:
    """Takes structs of all clients in any order that their origins allow; each is looked at about once."""

    def __init__(self, structs: Mapping[int, tuple[Struct, ...]], state: Mapping[int, int]) -> None:
        self.structs = structs
        self.reached = dict(state)
        self.taken = dict.fromkeys(structs, 0)

    def is_complete(self) -> bool:
        """Whether no struct is left."""
        return all(self.taken[client] == len(structs) for client, structs in self.structs.items())

    def run(self) -> None:
        """Go on until nothing moves; a client that waits for another is woken when that one has moved."""
        queue = list(self.structs)
        waiting: dict[int, list[int]] = {}
        while queue:
            client = queue.pop()
            taken_before = self.taken[client]
            blocker = self._advance(client)
            if blocker is not None:
                waiting.setdefault(blocker, []).append(client)
            if self.taken[client] > taken_before:
                queue.extend(waiting.pop(client, ()))

    def _advance(self, client: int) -> int | None:
        """Take the client's structs up to the first that must wait; the client waited for, if another."""
        structs = self.structs[client]
        while self.taken[client] < len(structs):
            struct = structs[self.taken[client]]
            known = self.reached.get(client, 0)
            if struct.clock > known:
                return None
            for unit in (struct.origin, struct.right_origin):
                if unit is not None and unit.clock >= self.reached.get(unit.client, 0):
                    return unit.client
            if struct.kind is not StructKind.GAP:
                self.reached[client] = max(known, struct.end)
            self.taken[client] += 1
        return None
