"""What an update of the shared text says, read without applying it (yjs update format, version 1).

An update is a list of structs per client and a set of deletions. Only plain text in the root type `text` is admitted:
formats, embedded content, nested or other types have no place in a draft. Clocks stay below 2**31, because yrs counts
them in 32 bits where yjs takes 53.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from positions import lib0
from positions.errors import Invalid, LimitExceeded
from positions.offsets import low_surrogates, utf16_length
from positions.structs import Deletion, Struct, StructKind, Unit, is_integrable

ROOT = "text"
"""The name of the one shared type of a document."""

MAX_CLOCK = 2**31 - 1
"""The highest clock that a client may reach."""


@dataclass(frozen=True)
class Inspection:
    """What an update brings, and what it needs to be there before it."""

    structs: Mapping[int, tuple[Struct, ...]]
    deletions: tuple[Deletion, ...]
    structs_size: int

    @property
    def clients(self) -> frozenset[int]:
        """The clients whose structs the update carries."""
        return frozenset(self.structs)

    @property
    def inserted_bytes(self) -> int:
        """The length of all text carried, in UTF-8 bytes."""
        return sum(len(s.text.encode()) for s in self._all_structs())

    def units_inside_characters(self) -> Iterator[Unit]:
        """The units that are the second half of a character: no edit may begin or end there."""
        for client, structs in self.structs.items():
            for struct in structs:
                for offset in low_surrogates(struct.text):
                    yield Unit(client, struct.clock + offset)

    def adds_to(self, state: Mapping[int, int]) -> frozenset[int]:
        """The clients of which the update carries structs beyond the state."""
        return frozenset(c for c, end in self._ends if end > state.get(c, 0))

    def is_noop(self, state: Mapping[int, int]) -> bool:
        """Whether the state alone shows that nothing is new; deletions cannot be told from a state."""
        return not self.deletions and not self.adds_to(state)

    def state_after(self, state: Mapping[int, int]) -> dict[int, int]:
        """The state that integrating the update leads to."""
        return {**state, **{c: max(end, state.get(c, 0)) for c, end in self._ends}}

    def is_integrable(self, state: Mapping[int, int]) -> bool:
        """Whether everything the update needs is in the state or comes, in some order, with the update."""
        return is_integrable(self.structs, self.deletions, state=state)

    def _all_structs(self) -> Iterator[Struct]:
        return (struct for structs in self.structs.values() for struct in structs)

    @cached_property
    def _ends(self) -> tuple[tuple[int, int], ...]:
        """The clock that each client reaches."""
        return tuple(
            (client, next((s.end for s in reversed(structs) if s.kind is not StructKind.GAP), 0))
            for client, structs in self.structs.items()
        )


def inspect(update: bytes, most: int | None = None) -> Inspection:
    """Read an update; Invalid `update_malformed`, or `update_unsupported_content` for all but plain text.

    LimitExceeded `frame_too_large` when it carries more structs or deletions than `most`: each takes a hundred times the memory of its bytes.
    """
    reader = lib0.Reader(update, "update_malformed")
    structs: dict[int, tuple[Struct, ...]] = {}
    read = 0
    for _ in range(reader.number()):
        count = reader.number()
        read += count
        _demand_at_most(read, most)
        client = reader.number()
        if client in structs or not count:
            raise reader.malformed()
        structs[client] = _read_structs(reader, count=count, client=client)
    structs_size = reader.offset
    deletions = tuple(_read_deletions(reader, most))
    reader.finish()
    return Inspection(structs, deletions, structs_size)


def with_deletions(update: bytes, deletions: Iterable[Deletion]) -> bytes:
    """The update's structs with another set of deletions (a full one is encoded into every difference)."""
    by_client: dict[int, list[Deletion]] = {}
    for deletion in deletions:
        by_client.setdefault(deletion.client, []).append(deletion)
    parts = [update[: inspect(update).structs_size], lib0.number(len(by_client))]
    for client, ranges in sorted(by_client.items(), reverse=True):
        parts += [lib0.number(client), lib0.number(len(ranges))]
        parts += [lib0.number(d.start) + lib0.number(d.end - d.start) for d in sorted(ranges)]
    return b"".join(parts)


def decode_state_vector(encoded: bytes) -> dict[int, int]:
    """The clocks of a state vector by client; Invalid `state_vector_malformed`."""
    reader = lib0.Reader(encoded, "state_vector_malformed")
    state: dict[int, int] = {}
    for _ in range(reader.number()):
        client = reader.number()
        if client in state:
            raise reader.malformed()
        state[client] = reader.number(MAX_CLOCK)
    reader.finish()
    return state


def encode_state_vector(state: Mapping[int, int]) -> bytes:
    """A state vector, highest client first as yjs writes it."""
    clocks = sorted(state.items(), reverse=True)
    return lib0.number(len(clocks)) + b"".join(lib0.number(c) + lib0.number(clock) for c, clock in clocks)


_ORIGIN, _RIGHT_ORIGIN, _KIND = 0x80, 0x40, 0x3F  # 0x20, a map key, is left in the kind: no kind has it


def _read_structs(reader: lib0.Reader, *, count: int, client: int) -> tuple[Struct, ...]:
    clock = reader.number(MAX_CLOCK)
    structs: list[Struct] = []
    for _ in range(count):
        struct = _read_struct(reader, client=client, clock=clock)
        clock = struct.end
        if not struct.length or clock > MAX_CLOCK:
            raise reader.malformed()
        structs.append(struct)
    return tuple(structs)


def _read_struct(reader: lib0.Reader, *, client: int, clock: int) -> Struct:
    flags = reader.byte()
    if flags in (StructKind.GARBAGE, StructKind.GAP):
        return Struct(StructKind(flags), clock, reader.number(MAX_CLOCK))
    kind = flags & _KIND
    if kind not in (StructKind.TEXT, StructKind.DELETED):
        raise Invalid("update_unsupported_content", kind=kind)
    origin = _read_unit(reader) if flags & _ORIGIN else None
    right_origin = _read_unit(reader) if flags & _RIGHT_ORIGIN else None
    for unit in (origin, right_origin):
        if unit is not None and unit.client == client and unit.clock >= clock:
            raise reader.malformed()  # an origin in its own future: yjs and yrs fail on it instead of waiting
    if origin is None and right_origin is None:
        _read_root(reader)
    if kind == StructKind.DELETED:
        return Struct(StructKind.DELETED, clock, reader.number(MAX_CLOCK), origin, right_origin)
    text = reader.string()
    if "\0" in text:
        raise Invalid("update_unsupported_content", kind=kind)
    return Struct(StructKind.TEXT, clock, utf16_length(text), origin, right_origin, text)


def _read_unit(reader: lib0.Reader) -> Unit:
    return Unit(reader.number(), reader.number(MAX_CLOCK))


def _read_root(reader: lib0.Reader) -> None:
    named = reader.number()
    if named > 1:
        raise reader.malformed()
    if not named or reader.string() != ROOT:
        raise Invalid("update_unsupported_content", kind=None)


def _demand_at_most(count: int, most: int | None) -> None:
    if most is not None and count > most:
        raise LimitExceeded("frame_too_large", limit=most)


def _read_deletions(reader: lib0.Reader, most: int | None) -> Iterator[Deletion]:
    seen: set[int] = set()
    read = 0
    for _ in range(reader.number()):
        client = reader.number()
        if client in seen:
            raise reader.malformed()
        seen.add(client)
        count = reader.number()
        read += count
        _demand_at_most(read, most)
        for _ in range(count):
            start, length = reader.number(MAX_CLOCK), reader.number(MAX_CLOCK)
            if not length or start + length > MAX_CLOCK:
                raise reader.malformed()
            yield Deletion(client, start, start + length)
