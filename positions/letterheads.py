"""What an organization prints at the head of its papers: a few lines, and a mark that really is a small PNG.

A mark is looked into before it is kept: its parts are whole, and it is no larger unpacked than a picture of its kind. Nobody's
coat of arms comes with the product: without a mark the name is set as one.
"""

import struct
import zlib
from collections.abc import Iterator, Sequence

from positions.actors import Actor, Membership, Role
from positions.errors import Forbidden, Invalid, LimitExceeded, Refusal, Unsupported
from positions.headings import plain_text
from positions.members import demand_administrator

MAX_LINES = 6
MAX_LINE = 120
MAX_LOGO_BYTES = 500_000
MAX_PIXELS = 4_000_000
LOGO_MEDIA_TYPE = "image/png"

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEADER_BYTES = 13
_BYTES_OF_PIXEL = 8
"""The most that a pixel takes: four channels of two bytes."""


def demand_keeper(actor: Actor, organization_code: str, acting_code: str | None = None) -> Membership:
    """The membership that may set an organization's letterhead: an administrator's, or a coordinator's for its own."""
    try:
        return demand_administrator(actor, acting_code)
    except Refusal as refusal:
        for membership in actor.memberships:
            is_meant = acting_code in (None, membership.organization_code)
            is_own = membership.organization_code == organization_code
            if is_meant and is_own and membership.role is Role.COORDINATOR:
                return membership
        if isinstance(refusal, Forbidden) and refusal.reason == "administrator_only":
            raise Forbidden("letterhead_forbidden") from None
        raise


def letterhead_lines(given: Sequence[str]) -> list[str]:
    """The lines trimmed, empty ones left out; refused when they are too many or too long."""
    lines = [
        " ".join(plain_text(line, ["lines", str(place)], limit=MAX_LINE).split())
        for place, line in enumerate(given)
        if line.strip()
    ]
    if len(lines) > MAX_LINES:
        raise LimitExceeded("letterhead_too_long", ["lines"], limit=MAX_LINES)
    return lines


def check_logo(content: bytes) -> None:
    """Unsupported for what is no PNG, Invalid for a damaged one, LimitExceeded for one that is too large, packed or unpacked."""
    if len(content) > MAX_LOGO_BYTES:
        raise LimitExceeded("logo_too_large", ["file"], kilobytes=MAX_LOGO_BYTES // 1000)
    if not content.startswith(_SIGNATURE):
        raise Unsupported("logo_not_png", ["file"])
    parts = list(_parts(content))
    kinds = [kind for kind, _ in parts]
    if not parts or kinds[0] != b"IHDR" or kinds[-1] != b"IEND" or len(parts[0][1]) != _HEADER_BYTES:
        raise Invalid("logo_damaged", ["file"])
    width, height = struct.unpack(">II", parts[0][1][:8])
    if not 0 < width * height <= MAX_PIXELS:
        raise LimitExceeded("logo_too_many_pixels", ["file"], pixels=MAX_PIXELS)
    _check_inflates(b"".join(part for kind, part in parts if kind == b"IDAT"), width, height)


def _parts(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of a PNG, each with its checksum checked."""
    at = len(_SIGNATURE)
    while at < len(content):
        head, rest = content[at : at + 8], content[at + 8 :]
        length = int.from_bytes(head[:4], "big")
        kind, part, checksum = head[4:], rest[:length], rest[length : length + 4]
        if len(part) != length or zlib.crc32(kind + part).to_bytes(4, "big") != checksum:
            raise Invalid("logo_damaged", ["file"])
        yield kind, part
        at += 12 + length


def _check_inflates(packed: bytes, width: int, height: int) -> None:
    """The pixels come out whole, and are no more than such a picture can have."""
    most = height * (width * _BYTES_OF_PIXEL + 1) * 2
    try:
        inflater = zlib.decompressobj()
        pixels = inflater.decompress(packed, most)
    except zlib.error:
        raise Invalid("logo_damaged", ["file"]) from None
    if not pixels or not inflater.eof or inflater.unconsumed_tail:
        raise Invalid("logo_damaged", ["file"])
