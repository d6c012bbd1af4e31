"""Pictures for tests: PNGs of one blue-green colour."""

import struct
import zlib


def chunk(kind: bytes, content: bytes) -> bytes:
    """A part of a PNG with its checksum."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(width: int = 1, height: int = 1, claims: tuple[int, int] | None = None) -> bytes:
    """A picture of one colour; `claims` is the size that it says it has."""
    rows = b"".join(b"\x00" + b"\x0b\x5a\x66" * width for _ in range(height))
    header = struct.pack(">IIBBBBB", *(claims or (width, height)), 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


PNG = png()
