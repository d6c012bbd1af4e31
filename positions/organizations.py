"""What an organization can be, and on which days it is not called to vote."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from positions.errors import Invalid
from positions.members import FIRST_YEAR, LAST_YEAR


class OrganizationKind(StrEnum):
    """Municipalities vote; the authority coordinates; partners read and comment."""

    MUNICIPALITY = "MUNICIPALITY"
    AUTHORITY = "AUTHORITY"
    PARTNER = "PARTNER"


class Absence(StrEnum):
    """Why an organization is not called: it is suspended, it has ended, or it takes no part in the position."""

    SUSPENDED = "SUSPENDED"
    ENDED = "ENDED"
    NO_PART = "NO_PART"


@dataclass(frozen=True, slots=True)
class Days:
    """From a first day to a last, without end when that is not known yet."""

    since: date
    until: date | None = None

    def has(self, day: date) -> bool:
        """Whether a day is one of them."""
        return self.since <= day and (self.until is None or day <= self.until)


def absence_on(day: date, *, ended_on: date | None, suspended: Iterable[Days]) -> Absence | None:
    """Why an organization is not called on a day; `ended_on` is the last day on which it is."""
    if ended_on is not None and day > ended_on:
        return Absence.ENDED
    return Absence.SUSPENDED if any(days.has(day) for days in suspended) else None


def check_days(days: Days) -> None:
    """Invalid for days that end before they begin, or at a time when nobody here held office."""
    for path, day in (("from", days.since), ("until", days.until)):
        if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise Invalid("term_out_of_range", [path])
    if days.until is not None and days.until < days.since:
        raise Invalid("term_reversed", ["until"], since=days.since, until=days.until)
