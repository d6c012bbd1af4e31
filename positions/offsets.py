"""Offsets of one place in a text, in its three countings.

Everything of ours counts Unicode code points; browsers and the clocks of the shared text count UTF-16 units;
pycrdt counts UTF-8 bytes. This is the one place that converts. An offset outside the text, or inside a character, is
refused and never rounded. Texts hold no lone surrogates (`documents.normalise` refuses them).
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from positions.errors import Invalid

_UTF16 = "utf-16-le"


def utf16_length(text: str) -> int:
    """The text's length in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode(_UTF16)) // 2


def byte_length(text: str) -> int:
    """The text's length in UTF-8 bytes."""
    return len(text) if text.isascii() else len(text.encode())


def code_point_to_utf16(text: str, offset: int) -> int:
    """The UTF-16 offset of a code-point offset; Invalid when it lies outside the text."""
    return utf16_length(text[: _within(offset, len(text))])


def code_point_to_byte(text: str, offset: int) -> int:
    """The UTF-8 offset of a code-point offset; Invalid when it lies outside the text."""
    return byte_length(text[: _within(offset, len(text))])


def utf16_to_code_point(text: str, offset: int) -> int:
    """The code-point offset of a UTF-16 offset; Invalid outside the text or between two surrogates."""
    encoded = text.encode(_UTF16)
    _within(offset, len(encoded) // 2)
    return _decoded_length(encoded[: 2 * offset], _UTF16, offset)


def byte_to_code_point(text: str, offset: int) -> int:
    """The code-point offset of a UTF-8 offset; Invalid outside the text or inside a character."""
    encoded = text.encode()
    return _decoded_length(encoded[: _within(offset, len(encoded))], "utf-8", offset)


def code_points_to_bytes(text: str, offsets: Iterable[int]) -> Iterator[int]:
    """The UTF-8 offsets of ascending code-point offsets, in one walk over the text."""
    total = 0
    for before, offset in pairwise((0, *offsets)):
        if not before <= offset <= len(text):
            raise Invalid("offset_out_of_range", offset=offset, length=len(text))
        total += byte_length(text[before:offset])
        yield total


def low_surrogates(text: str) -> Iterator[int]:
    """The UTF-16 offsets that lie inside a character, ascending."""
    if text and max(text) <= "\uffff":
        return
    offset = 0
    for character in text:
        offset += 1
        if character > "\uffff":
            yield offset
            offset += 1


def _within(offset: int, length: int) -> int:
    if not 0 <= offset <= length:
        raise Invalid("offset_out_of_range", offset=offset, length=length)
    return offset


def _decoded_length(encoded: bytes, encoding: str, offset: int) -> int:
    try:
        return len(encoded.decode(encoding))
    except UnicodeDecodeError:
        raise Invalid("offset_out_of_range", offset=offset, length=len(encoded)) from None
