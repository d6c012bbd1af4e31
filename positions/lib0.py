"""The byte encoding of yjs (lib0): variable-length unsigned numbers, length-prefixed bytes and strings.

Whatever lib0 itself would not have written is refused: a number that runs on or exceeds 53 bits, a length that
passes the end, a string that is not UTF-8. A reader never reads past its bytes and never returns half a value.
"""

from positions.errors import Invalid

MAX_NUMBER = 2**53 - 1
"""The largest number that lib0 reads or writes (JavaScript's safe integers)."""

_MAX_NUMBER_BYTES = 8


class Reader:
    """A cursor over bytes; every refusal of it carries the reason it was made with."""

    __slots__ = ("_bytes", "_end", "offset", "reason")

    def __init__(self, encoded: bytes, reason: str) -> None:
        self._bytes = encoded
        self._end = len(encoded)
        self.offset = 0
        self.reason = reason

    def malformed(self) -> Invalid:
        """The refusal that says where the bytes stopped making sense."""
        return Invalid(self.reason, offset=self.offset)

    def number(self, maximum: int = MAX_NUMBER) -> int:
        """The next variable-length unsigned number, at most `maximum`."""
        position = self.offset
        if position < self._end and (value := self._bytes[position]) < 0x80:
            self.offset = position + 1
        else:
            value = self._long_number(position)
        if value > maximum:
            raise self.malformed()
        return value

    def _long_number(self, start: int) -> int:
        value = shift = 0
        for position in range(start, min(start + _MAX_NUMBER_BYTES, self._end)):
            byte = self._bytes[position]
            if byte < 0x80:
                self.offset = position + 1
                return value | byte << shift
            value |= (byte & 0x7F) << shift
            shift += 7
        raise self.malformed()

    def byte(self) -> int:
        """The next byte as a number."""
        if self.offset >= self._end:
            raise self.malformed()
        self.offset += 1
        return self._bytes[self.offset - 1]

    def chunk(self) -> bytes:
        """The next length-prefixed bytes."""
        length = self.number()
        start, end = self.offset, self.offset + length
        if end > self._end:
            raise self.malformed()
        self.offset = end
        return self._bytes[start:end]

    def string(self) -> str:
        """The next length-prefixed UTF-8 string."""
        try:
            return self.chunk().decode()
        except UnicodeDecodeError:
            raise self.malformed() from None

    def finish(self) -> None:
        """Refuse whatever is left."""
        if self.offset != self._end:
            raise self.malformed()


def number(value: int) -> bytes:
    """One variable-length unsigned number."""
    if not 0 <= value <= MAX_NUMBER:
        raise ValueError(value)
    encoded = bytearray()
    while value > 0x7F:
        encoded.append(value & 0x7F | 0x80)
        value >>= 7
    encoded.append(value)
    return bytes(encoded)


def chunk(content: bytes) -> bytes:
    """Length-prefixed bytes."""
    return number(len(content)) + content


def string(text: str) -> bytes:
    """A length-prefixed UTF-8 string; the text must hold no lone surrogate."""
    return chunk(text.encode())
