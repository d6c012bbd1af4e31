"""How a text changed, carried over from the engine's counting (UTF-8 bytes) to ours (code points)."""

from collections.abc import Sequence
from math import isqrt

from positions.authorship import Delete, Insert, Retain
from positions.hunks import Hunk

Delta = tuple[Retain | Insert | Delete, ...]
"""A change in code points of the text before; what follows its last part stays."""

ByteDelta = Sequence[dict[str, int | str]]
"""A change as the engine tells it: one-entry mappings retain, delete (bytes) or insert (text)."""


ByteEdit = tuple[int, int, str]
"""Replace the bytes start…end of a text by another text."""


def in_two_passes(edits: Sequence[ByteEdit]) -> tuple[list[ByteEdit], list[ByteEdit]]:
    """Ascending edits as those to make first, which cut the text into even stretches, and the others, as they stand then.

    The engine walks over the pieces before an edit and copies the one that it cuts: in one pass edits cost their number times
    the text's length.
    """
    step = isqrt(len(edits)) or 1
    rest: list[ByteEdit] = []
    shift = 0
    for at, (start, end, text) in enumerate(edits):
        if at % step:
            rest.append((start + shift, end + shift, text))
        else:
            shift += len(text.encode()) - (end - start)
    return list(edits[::step]), rest


def follow(delta: ByteDelta, utf8: bytes) -> tuple[Delta, bytes]:
    """The change in code points, and the text's bytes after it."""
    changes: list[Retain | Insert | Delete] = []
    parts: list[bytes] = []
    place = 0
    for change in delta:
        ((kind, value),) = change.items()
        if isinstance(value, str):
            changes.append(Insert(value))
            parts.append(value.encode())
            continue
        stretch = utf8[place : place + value]
        place += value
        length = len(stretch.decode())
        if kind == "delete":
            changes.append(Delete(length))
        else:
            changes.append(Retain(length))
            parts.append(stretch)
    return tuple(changes), b"".join((*parts, utf8[place:]))


def hunks_of(delta: Delta) -> tuple[Hunk, ...]:
    """A change as edits of the text before it, touching ones joined."""
    found: list[Hunk] = []
    at = start = 0
    written = ""
    for change in delta:
        if isinstance(change, Insert):
            written += change.text
        elif isinstance(change, Delete):
            at += change.length
        elif change.length:
            if start < at or written:
                found.append(Hunk(start, at, written))
            at += change.length
            start, written = at, ""
    return (*found, Hunk(start, at, written)) if start < at or written else tuple(found)
