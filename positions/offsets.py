"""Offsets and lengths of a text in its three countings.

Everything of ours counts Unicode code points; browsers and the clocks of the shared text count UTF-16 units;
pycrdt counts UTF-8 bytes. This is the one place that converts. An offset outside the text is refused and never rounded. Texts hold no lone surrogates (`documents.normalise` refuses them).
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
