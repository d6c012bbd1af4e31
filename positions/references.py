"""The human key of a position, `AMB-PP-2026-001`: numbered anew each year."""

import re
from dataclasses import dataclass

from positions.errors import Invalid, LimitExceeded

MOST_IN_A_YEAR = 999
_SHAPE = re.compile(r"AMB-PP-(\d{4})-(\d{3})", re.ASCII)


@dataclass(frozen=True, order=True, slots=True)
class Reference:
    """A year and the number in it."""

    year: int
    number: int

    def __str__(self) -> str:
        return f"AMB-PP-{self.year:04}-{self.number:03}"


def make_reference(year: int, number: int) -> Reference:
    """The reference of a year's position; LimitExceeded when the year is full."""
    if number > MOST_IN_A_YEAR:
        raise LimitExceeded("references_exhausted", limit=MOST_IN_A_YEAR)
    return Reference(year, number)


def parse_reference(text: str) -> Reference:
    """The reference behind its text; Invalid when it is none."""
    match = _SHAPE.fullmatch(text)
    if not match or match[2] == "000":
        raise Invalid("reference_malformed", ["reference"])
    return Reference(int(match[1]), int(match[2]))
