"""Which of the offered forms a client takes, from what its Accept header says (RFC 9110 §12.5.1)."""

from collections.abc import Sequence
from dataclasses import dataclass

ANYTHING = "*/*"


@dataclass(frozen=True)
class _Range:
    """A range of media types and how much it is wanted."""

    kind: str
    subtype: str
    quality: float

    def closeness(self, media_type: str) -> int:
        """How exactly it names a type: 3 by its whole name, 2 by its kind, 1 by a star, 0 not at all."""
        kind, _, subtype = media_type.partition("/")
        if (self.kind, self.subtype) == (kind, subtype):
            return 3
        if (self.kind, self.subtype) == (kind, "*"):
            return 2
        return 1 if (self.kind, self.subtype) == ("*", "*") else 0


def negotiate(accept: str | None, offered: Sequence[str]) -> str | None:
    """The offered type that is wanted most, the earlier of equals; None when none is taken. No header takes anything."""
    ranges = [found for part in (accept or ANYTHING).split(",") if (found := _range(part)) is not None]
    if not ranges:
        return offered[0]
    wanted = {media_type: _quality(ranges, media_type) for media_type in offered}
    best = max(offered, key=lambda media_type: wanted[media_type])
    return best if wanted[best] > 0 else None


def _quality(ranges: Sequence[_Range], media_type: str) -> float:
    """The quality that the range naming the type most exactly gives it."""
    closest = max(ranges, key=lambda each: (each.closeness(media_type), each.quality))
    return closest.quality if closest.closeness(media_type) else 0.0


def _range(part: str) -> _Range | None:
    """A range as written, None for what is none; parameters other than the quality do not matter here."""
    name, *parameters = part.strip().lower().split(";")
    kind, slash, subtype = name.strip().partition("/")
    if not slash or not kind or not subtype:
        return None
    told = (parameter.strip().partition("=") for parameter in parameters)
    written = next((value.strip() for key, _, value in told if key.strip() == "q"), "1")
    try:
        quality = float(written)
    except ValueError:
        return None
    return _Range(kind, subtype, quality) if 0 <= quality <= 1 else None
