"""How a version's text is hashed, chained and stored.

`sha256` is that of the UTF-8 bytes, what `sha256sum` prints for the file. `chainSha256` is the SHA-256 of the parent's
chain hash (nothing for version 1), a line feed, and the version's own hash, all in lower-case hexadecimal ASCII.
Version 1 and every hundredth after it are keyframes; the others are compressed with their keyframe's text as
dictionary: one hop, so that opening version N costs the same for every N.
"""

import hashlib

import zstandard

from positions.documents import MAX_BYTES

KEYFRAME_EVERY = 100

_LEVEL = 3


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
    dictionary = _dictionary(keyframe)
    compressor = zstandard.ZstdCompressor(level=_LEVEL, dict_data=dictionary, write_checksum=True)
    return compressor.compress(text.encode())


def unpack(blob: bytes, keyframe: str | None) -> str:
    """The text again; ValueError when the blob is damaged or was packed against another keyframe."""
    dictionary = _dictionary(keyframe)
    try:
        return (
            zstandard.ZstdDecompressor(dict_data=dictionary)
            .decompress(blob, max_output_size=MAX_BYTES)
            .decode()
        )
    except zstandard.ZstdError as error:
        raise ValueError("damaged version") from error


def _dictionary(keyframe: str | None) -> zstandard.ZstdCompressionDict | None:
    if not keyframe:
        return None
    return zstandard.ZstdCompressionDict(keyframe.encode(), dict_type=zstandard.DICT_TYPE_RAWCONTENT)
