"""How a version's text is hashed, chained and stored.

`sha256` is that of the UTF-8 bytes, what `sha256sum` prints for the file. `chainSha256` is the SHA-256 of the parent's
chain hash (nothing for version 1), a line feed, and the version's own hash, all in lower-case hexadecimal ASCII.
Version 1 and every hundredth after it are keyframes; the others are compressed with their keyframe's text as
dictionary: one hop, so that opening version N costs the same for every N. Authorship is stored in the same way.
"""

import hashlib
from collections.abc import Sequence
from datetime import timedelta
from enum import StrEnum

from positions.authorship import Run
from positions.packing import decode_runs, deflate, encode_runs, inflate, names_in

KEYFRAME_EVERY = 100


QUIET = timedelta(minutes=10)
"""A draft that has rested for so long after edits is saved."""

MANY_EDITS = 500
"""So many updates since the newest version are saved without a pause."""


class Occasion(StrEnum):
    """Why the system saved a version: before a stage, before another step, in a pause, after many edits."""

    STAGE = "STAGE"
    STEP = "STEP"
    QUIET = "QUIET"
    MANY_EDITS = "MANY_EDITS"


PASSING = frozenset({Occasion.STEP, Occasion.QUIET, Occasion.MANY_EDITS})
"""Versions that come and go by themselves: none of them makes what refers to the version before it out of date."""


def occasion_of(updates: int, rest: timedelta) -> Occasion | None:
    """Whether a draft is to be saved by itself, after so many updates since its newest version and so long a rest."""
    if updates >= MANY_EDITS:
        return Occasion.MANY_EDITS
    return Occasion.QUIET if updates and rest >= QUIET else None


def sha256_of(text: str) -> str:
    """The SHA-256 of a text's UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def chain_sha256(sha256: str, parent_chain: str | None) -> str:
    """The hash that covers a version's own hash and, through its parent's, all before it."""
    return hashlib.sha256(f"{parent_chain or ''}\n{sha256}".encode()).hexdigest()


def is_keyframe(number: int) -> bool:
    """Whether the version of this number is stored whole."""
    return keyframe_of(number) == number


def keyframe_of(number: int) -> int:
    """The number of the version that this one is stored against: itself for a keyframe."""
    return number - (number - 1) % KEYFRAME_EVERY


def pack(text: str, keyframe: str | None) -> bytes:
    """A text compressed, against its keyframe's text unless it is one itself."""
    return deflate(text.encode(), keyframe.encode() if keyframe else None)


def unpack(blob: bytes, keyframe: str | None) -> str:
    """The text again; ValueError when the blob is damaged or was packed against another keyframe."""
    return inflate(blob, keyframe.encode() if keyframe else None).decode()


def pack_runs(runs: Sequence[Run], keyframe: bytes | None = None) -> bytes:
    """Authorship compressed, against its keyframe's packed authorship unless it is one itself."""
    if keyframe is None:
        return deflate(encode_runs(runs), None)
    base = inflate(keyframe, None)
    return deflate(encode_runs(runs, names_in(base)[0]), base)


def unpack_runs(blob: bytes, keyframe: bytes | None = None) -> tuple[Run, ...]:
    """The authorship again; ValueError when either blob is damaged or they do not belong together."""
    return decode_runs(inflate(blob, None if keyframe is None else inflate(keyframe, None)))
