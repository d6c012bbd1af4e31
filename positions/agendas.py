"""What a member has to keep in mind: closings of rounds, dates of papers, ratifications that are due."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from positions.milestones import MilestoneKind


class Occasion(StrEnum):
    """Why something stands in an agenda."""

    ROUND = "ROUND"
    MILESTONE = "MILESTONE"
    RATIFICATION = "RATIFICATION"


@dataclass(frozen=True)
class Entry:
    """One deadline: a moment, or a whole day; `key` stays the same when the date moves."""

    key: str
    occasion: Occasion
    reference: str
    titles: Mapping[str, str]
    due: datetime | date
    changed_at: datetime
    towns: tuple[str, ...] = ()
    round_number: int | None = None
    milestone: MilestoneKind | None = None


@dataclass(frozen=True)
class Agenda:
    """A member's deadlines, in the language they read."""

    language: str
    entries: tuple[Entry, ...] = field(default=())
