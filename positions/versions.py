"""How a version's text is hashed, chained and stored.

`sha256` is that of the UTF-8 bytes, what `sha256sum` prints for the file. `chainSha256` is the SHA-256 of the parent's
chain hash (nothing for version 1), a line feed, and the version's own hash, all in lower-case hexadecimal ASCII.
Version 1 and every hundredth after it are keyframes; the others are compressed with their keyframe's text as
dictionary: one hop, so that opening version N costs the same for every N. Authorship is stored in the same way: the names
of the authors, the keyframe's first, then one record of fixed width for each run.
"""

import hashlib
from collections.abc import Sequence
from enum import StrEnum
from struct import Struct

import zstandard

from positions.authorship import Run

KEYFRAME_EVERY = 100

_LEVEL = 3

_RECORD = Struct("<IH")
"""A run: how many code points, and the place of its author among the names."""

_LARGE = 500_000
"""Dictionaries of more bytes need larger tables."""

_NAMES_END = b"\n\n"


class Occasion(StrEnum):
    """Why the system saved a version; the versions that people save have none."""

    STAGE = "STAGE"
    STEP = "STEP"
    QUIET = "QUIET"
    MANY_EDITS = "MANY_EDITS"


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
    return _deflated(text.encode(), keyframe.encode() if keyframe else None)


def unpack(blob: bytes, keyframe: str | None) -> str:
    """The text again; ValueError when the blob is damaged or was packed against another keyframe."""
    return _inflated(blob, keyframe.encode() if keyframe else None).decode()


def pack_runs(runs: Sequence[Run], keyframe: bytes | None = None) -> bytes:
    """Authorship compressed, against its keyframe's packed authorship unless it is one itself."""
    base = None if keyframe is None else _inflated(keyframe, None)
    places = {} if base is None else {name: place for place, name in enumerate(_names(base)[0])}
    for run in runs:
        places.setdefault(run.author, len(places))
    records = b"".join([_RECORD.pack(run.length, places[run.author]) for run in runs])
    return _deflated("\n".join(places).encode() + _NAMES_END + records, base)


def unpack_runs(blob: bytes, keyframe: bytes | None = None) -> tuple[Run, ...]:
    """The authorship again; ValueError when either blob is damaged or they do not belong together."""
    raw = _inflated(blob, None if keyframe is None else _inflated(keyframe, None))
    names, start = _names(raw)
    records = memoryview(raw)[start:]
    if len(records) % _RECORD.size:
        raise ValueError("damaged authorship")
    try:
        return tuple([Run(length, names[place]) for length, place in _RECORD.iter_unpack(records)])
    except IndexError as error:
        raise ValueError("damaged authorship") from error


def _names(raw: bytes) -> tuple[list[str], int]:
    """The authors' names and where the records begin."""
    end = raw.index(_NAMES_END)
    return raw[:end].decode().split("\n") if end else [], end + len(_NAMES_END)


def _deflated(content: bytes, dictionary: bytes | None) -> bytes:
    compressor = zstandard.ZstdCompressor(
        dict_data=_dictionary(dictionary),
        compression_params=zstandard.ZstdCompressionParameters.from_level(
            _LEVEL,
            source_size=len(content) + len(dictionary or b""),
            write_checksum=True,
            **_tables(dictionary),
        ),
    )
    return compressor.compress(content)


def _tables(dictionary: bytes | None) -> dict[str, int]:
    """Larger tables for a large dictionary: by itself the engine looks at no more than its last megabyte."""
    return {"window_log": 22, "hash_log": 19, "chain_log": 19} if len(dictionary or b"") > _LARGE else {}


def _inflated(blob: bytes, dictionary: bytes | None) -> bytes:
    try:
        return zstandard.ZstdDecompressor(dict_data=_dictionary(dictionary)).decompress(blob)
    except zstandard.ZstdError as error:
        raise ValueError("damaged version") from error


def _dictionary(content: bytes | None) -> zstandard.ZstdCompressionDict | None:
    if not content:
        return None
    return zstandard.ZstdCompressionDict(content, dict_type=zstandard.DICT_TYPE_RAWCONTENT)
