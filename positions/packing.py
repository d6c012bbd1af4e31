"""How texts and their authorship become few bytes, and come back.

Authorship is a record for each run: one byte for its length (0 where that needs more) and one for the place of its author
among the names (two from 257 names on); the long lengths follow. A run is thus two bytes that repeat from version to version.
"""

from collections.abc import Iterable, Sequence
from struct import iter_unpack, pack, unpack_from

import zstandard

from positions.authorship import Run

_LEVEL = 3

_LARGE = 500_000
"""Dictionaries of more bytes need larger tables: by itself the engine looks at no more than the last megabyte of one."""

_TABLES = {"window_log": 22, "hash_log": 19, "chain_log": 19}

_NAMES_END = b"\n\n"
_BYTE = 256


def deflate(content: bytes, dictionary: bytes | None) -> bytes:
    """Bytes compressed, with the bytes of something alike as dictionary."""
    size = len(dictionary or b"")
    parameters = zstandard.ZstdCompressionParameters.from_level(
        _LEVEL,
        source_size=len(content) + size,
        write_checksum=True,
        **(_TABLES if size > _LARGE else {}),
    )
    compressor = zstandard.ZstdCompressor(dict_data=_made(dictionary), compression_params=parameters)
    return compressor.compress(content)


def inflate(blob: bytes, dictionary: bytes | None) -> bytes:
    """The bytes again; ValueError when they are damaged or were compressed with another dictionary."""
    try:
        return zstandard.ZstdDecompressor(dict_data=_made(dictionary)).decompress(blob)
    except zstandard.ZstdError as error:
        raise ValueError("damaged version") from error


def encode_runs(runs: Sequence[Run], known: Iterable[str] = ()) -> bytes:
    """Authorship as bytes; `known` names come first, so that places stay what they are elsewhere."""
    places = {name: place for place, name in enumerate(known)}
    for run in runs:
        places.setdefault(run.author, len(places))
    width = _width(len(places))
    named = {name: place.to_bytes(width, "little") for name, place in places.items()}
    records = [bytes((run.length if 0 < run.length < _BYTE else 0,)) + named[run.author] for run in runs]
    long = [pack("<I", run.length) for run in runs if not 0 < run.length < _BYTE]
    return b"".join(("\n".join(places).encode(), _NAMES_END, *records, *long, pack("<I", len(long))))


def decode_runs(raw: bytes) -> tuple[Run, ...]:
    """The authorship again; ValueError when it is none.

    Runs that are alike are one object: thousands of new ones would set the memory's housekeeping to work.
    """
    names, start = names_in(raw)
    step = 1 + _width(len(names))
    end = len(raw) - 4 - 4 * int.from_bytes(raw[-4:], "little")
    if end < start or (end - start) % step:
        raise ValueError("damaged authorship")
    if step == 2:
        records: Sequence[int] = unpack_from(f"<{(end - start) // 2}H", raw, start)
    else:
        records = [int.from_bytes(raw[at : at + step], "little") for at in range(start, end, step)]
    try:
        made = {record: Run(record % _BYTE, names[record // _BYTE]) for record in set(records)}
        runs = list(map(made.__getitem__, records))
        at, lengths = -1, raw[start:end:step]
        for (length,) in iter_unpack("<I", raw[end:-4]):
            at = lengths.index(0, at + 1)
            runs[at] = Run(length, runs[at].author)
    except IndexError as error:
        raise ValueError("damaged authorship") from error
    return tuple(runs)


def names_in(raw: bytes) -> tuple[list[str], int]:
    """The authors' names, and where the records begin."""
    end = raw.index(_NAMES_END)
    return raw[:end].decode().split("\n") if end else [], end + len(_NAMES_END)


def _width(names: int) -> int:
    return 1 if names <= _BYTE else 2


def _made(dictionary: bytes | None) -> zstandard.ZstdCompressionDict | None:
    if not dictionary:
        return None
    return zstandard.ZstdCompressionDict(dictionary, dict_type=zstandard.DICT_TYPE_RAWCONTENT)
