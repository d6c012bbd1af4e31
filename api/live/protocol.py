"""The messages of the live socket: y-websocket's wire format and one of our own, the acknowledgement.

    0 sync       0 step 1 (state vector: "this is what I have"), 1 step 2 (update: "this is what you lack"), 2 update
    1 presence   an awareness update: who is here, and where their carets are
    2 auth       0 permission denied, with a reason
    3 query      please tell everybody's presence
    4 ack        durable up to this sequence of the draft; so many update-carrying frames of this connection are settled

The protocol's rules: both sides open with step 1 and answer it with step 2. Steps 2 and updates are the frames that are
counted; a frame is settled when it is in the log or brought nothing new. A step 1 that comes later asks the other side to
send again whatever is missing. What decodes to nothing of the above is refused, and so is a byte too many. Pure: bytes
in, values out.
"""

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from positions import lib0
from positions.errors import LimitExceeded
from positions.updates import ROOT

MAX_FRAME = 8 * 1024 * 1024
"""Bytes of one frame: the largest document, pasted at once or brought back from offline with its history, has room."""

MAX_STATE_VECTOR = 256 * 1024
"""Bytes of one state vector: tens of thousands of clients have written."""

MAX_PRESENCE = 16 * 1024
"""Bytes of one frame of presence: a few tabs' carets."""


class Message(IntEnum):
    """The first number of a frame."""

    SYNC = 0
    PRESENCE = 1
    AUTH = 2
    QUERY_PRESENCE = 3
    ACK = 4


class Sync(IntEnum):
    """The second number of a sync frame."""

    STEP_1 = 0
    STEP_2 = 1
    UPDATE = 2


PERMISSION_DENIED = 0
"""The second number of an auth frame; there is no other."""


@dataclass(frozen=True)
class SyncStep1:
    """What the sender has, as a state vector; asks for what it lacks."""

    state_vector: bytes


@dataclass(frozen=True)
class SyncStep2:
    """All that the receiver lacked; counted."""

    update: bytes


@dataclass(frozen=True)
class SyncUpdate:
    """An edit; counted."""

    update: bytes


@dataclass(frozen=True)
class Presence:
    """One client's entry: its state as JSON, None when it has left; the higher clock wins."""

    client: int
    clock: int
    state: Mapping[str, object] | None


@dataclass(frozen=True)
class PresenceUpdate:
    """News of some clients."""

    entries: tuple[Presence, ...]


@dataclass(frozen=True)
class PermissionDenied:
    """The receiver may not write here; the reason is a key."""

    reason: str


@dataclass(frozen=True)
class QueryPresence:
    """Asks for everybody's presence."""


@dataclass(frozen=True)
class Ack:
    """The log is durable up to the sequence; so many counted frames of this connection are settled."""

    sequence: int
    frames: int


Frame = SyncStep1 | SyncStep2 | SyncUpdate | PresenceUpdate | PermissionDenied | QueryPresence | Ack


def decode(frame: bytes) -> Frame:
    """Read a frame; Invalid `frame_malformed`, LimitExceeded `frame_too_large`."""
    if len(frame) > MAX_FRAME:
        raise LimitExceeded("frame_too_large", limit=MAX_FRAME)
    reader = lib0.Reader(frame, "frame_malformed")
    read = _READERS.get(reader.number())
    if read is None:
        raise reader.malformed()
    message = read(reader)
    reader.finish()
    return message


def encode(message: Frame) -> bytes:
    """Write a frame."""
    match message:
        case SyncStep1(content):
            return _sync(Sync.STEP_1, content)
        case SyncStep2(content):
            return _sync(Sync.STEP_2, content)
        case SyncUpdate(content):
            return _sync(Sync.UPDATE, content)
        case PresenceUpdate(entries):
            return lib0.number(Message.PRESENCE) + lib0.chunk(encode_presence(entries))
        case PermissionDenied(reason):
            return _numbers(Message.AUTH, PERMISSION_DENIED) + lib0.string(reason)
        case QueryPresence():
            return _numbers(Message.QUERY_PRESENCE)
        case Ack(sequence, frames):
            return _numbers(Message.ACK, sequence, frames)


def split(body: bytes) -> list[bytes]:
    """The frames of a request or an answer, each with its length before it; Invalid `frame_malformed`."""
    reader = lib0.Reader(body, "frame_malformed")
    frames = []
    while reader.offset < len(body):
        frames.append(reader.chunk())
    return frames


def joined(frames: Iterable[bytes]) -> bytes:
    """Frames as the body of a request or an answer."""
    return b"".join(map(lib0.chunk, frames))


def decode_presence(update: bytes) -> tuple[Presence, ...]:
    """Read an awareness update; Invalid when malformed or when a state is neither a JSON object nor null."""
    reader = lib0.Reader(update, "presence_malformed")
    entries = tuple(
        Presence(reader.number(), reader.number(), _read_state(reader)) for _ in range(reader.number())
    )
    reader.finish()
    return entries


def encode_presence(entries: Iterable[Presence]) -> bytes:
    """Write an awareness update."""
    parts = [
        _numbers(entry.client, entry.clock) + lib0.string(json.dumps(entry.state, separators=(",", ":")))
        for entry in entries
    ]
    return lib0.number(len(parts)) + b"".join(parts)


def stamp(
    entries: Iterable[Presence], *, owned: Collection[int], identity: Mapping[str, object]
) -> tuple[Presence, ...]:
    """What a connection may say of itself: its own clients only, where their carets are, and who the session says it is."""
    return tuple(
        Presence(entry.client, entry.clock, None if entry.state is None else _stamped(entry.state, identity))
        for entry in entries
        if entry.client in owned
    )


def _stamped(state: Mapping[str, object], identity: Mapping[str, object]) -> dict[str, object]:
    """Only the caret is the client's to tell, and only when no browser can stumble over it."""
    cursor = state.get("cursor")
    ends = [_place(cursor.get(end)) for end in ("anchor", "head")] if isinstance(cursor, dict) else [None]
    caret = None if None in ends else dict(zip(("anchor", "head"), ends, strict=True))
    return {"user": dict(identity), "cursor": caret}


def _place(place: object) -> dict[str, object] | None:
    """A relative position of yjs in the shared text: between two units, or at an end of the text."""
    if not isinstance(place, dict):
        return None
    unit, side = place.get("item"), place.get("assoc", 0)
    is_unit = (
        isinstance(unit, dict) and unit.keys() == {"client", "clock"} and all(map(_is_number, unit.values()))
    )
    if not (unit is None or is_unit) or side not in (-1, 0, 1):
        return None
    return {"type": None, "tname": ROOT, "item": unit, "assoc": int(side)}


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= lib0.MAX_NUMBER


def _read_sync(reader: lib0.Reader) -> Frame:
    kind = reader.number()
    content = reader.chunk()
    match kind:
        case Sync.STEP_1:
            if len(content) > MAX_STATE_VECTOR:
                raise LimitExceeded("frame_too_large", limit=MAX_STATE_VECTOR)
            return SyncStep1(content)
        case Sync.STEP_2:
            return SyncStep2(content)
        case Sync.UPDATE:
            return SyncUpdate(content)
        case _:
            raise reader.malformed()


def _read_presence(reader: lib0.Reader) -> PresenceUpdate:
    update = reader.chunk()
    if len(update) > MAX_PRESENCE:
        raise LimitExceeded("frame_too_large", limit=MAX_PRESENCE)
    return PresenceUpdate(decode_presence(update))


def _read_auth(reader: lib0.Reader) -> PermissionDenied:
    if reader.number() != PERMISSION_DENIED:
        raise reader.malformed()
    return PermissionDenied(reader.string())


_READERS: Mapping[int, Callable[[lib0.Reader], Frame]] = {
    Message.SYNC: _read_sync,
    Message.PRESENCE: _read_presence,
    Message.AUTH: _read_auth,
    Message.QUERY_PRESENCE: lambda _: QueryPresence(),
    Message.ACK: lambda reader: Ack(reader.number(), reader.number()),
}


def _read_state(reader: lib0.Reader) -> dict[str, object] | None:
    try:
        state = json.loads(reader.string(), parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        raise reader.malformed() from None
    if state is not None and not isinstance(state, dict):
        raise reader.malformed()
    return state


def _refuse_constant(name: str) -> object:
    raise ValueError(name)  # NaN and Infinity are Python's, not JSON's


def _numbers(*values: int) -> bytes:
    return b"".join(map(lib0.number, values))


def _sync(kind: Sync, content: bytes) -> bytes:
    return _numbers(Message.SYNC, kind) + lib0.chunk(content)
