"""The ways to read a paper while it is amended."""

from dataclasses import dataclass
from enum import StrEnum

from positions.numbering import Numbered


class Reading(StrEnum):
    """A way to read a paper."""

    ORIGINAL = "ORIGINAL"
    AMENDED = "AMENDED"
    DIFFERENCES = "DIFFERENCES"
    ADOPTED = "ADOPTED"
    FINAL = "FINAL"


COMPARED = frozenset({Reading.AMENDED, Reading.DIFFERENCES, Reading.ADOPTED})
"""The readings that are shown against the original."""

WITH_TABLED = frozenset({Reading.AMENDED, Reading.DIFFERENCES})
"""The readings in which what is only proposed stands too."""


@dataclass(frozen=True, slots=True)
class Read:
    """A text in a reading: its base's number and text, its numbered blocks, and the amendments it leaves out."""

    text: str
    base: int | None
    base_text: str | None
    paragraphs: tuple[Numbered, ...]
    left: tuple[int, ...] = ()
