"""How a text changed, carried over from the engine's counting (UTF-8 bytes) to ours (code points)."""

from collections.abc import Sequence

from positions.authorship import Delete, Insert, Retain

Delta = tuple[Retain | Insert | Delete, ...]
"""A change in code points of the text before; what follows its last part stays."""

ByteDelta = Sequence[dict[str, int | str]]
"""A change as the engine tells it: one-entry mappings retain, delete (bytes) or insert (text)."""


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
