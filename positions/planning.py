"""Planning backwards: from the day on which an institution closes its window to the day on which the work has to begin."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from types import MappingProxyType

from positions.deadlines import BRUSSELS, day_of, last_day, moment_at
from positions.milestones import MilestoneKind
from positions.working_days import USUAL_CLOSING, day_after, days_after

OPENING = time(12)
"""A round opens at noon: the day on which towns are told is not one of those they have for answering."""


class Window(StrEnum):
    """How long before the deadline the work begins."""

    FOUR_WEEKS = "FOUR_WEEKS"
    EIGHT_WEEKS = "EIGHT_WEEKS"
    TWELVE_WEEKS = "TWELVE_WEEKS"


@dataclass(frozen=True)
class Stop:
    """A milestone, so many working days before the deadline; a round opens so many days before."""

    kind: MilestoneKind
    due: int
    opens: int | None = None


_LAST = (
    Stop(MilestoneKind.TRANSLATION, 3),
    Stop(MilestoneKind.SEALING, 2),
    Stop(MilestoneKind.SUBMISSION, 1),
)

TEMPLATES: Mapping[Window, tuple[Stop, ...]] = MappingProxyType(
    {
        # Only the asks and a letter; there is no time to table amendments, and towns ratify afterwards.
        Window.FOUR_WEEKS: (
            Stop(MilestoneKind.SCOPE, 18),
            Stop(MilestoneKind.ZERO_DRAFT, 14),
            Stop(MilestoneKind.COMMENTS_END, 10),
            Stop(MilestoneKind.CONSOLIDATION, 9),
            Stop(MilestoneKind.CLEARANCE, 5, opens=8),
            Stop(MilestoneKind.ADOPTION, 4),
            *_LAST,
        ),
        Window.EIGHT_WEEKS: (
            Stop(MilestoneKind.SCOPE, 38),
            Stop(MilestoneKind.ZERO_DRAFT, 30),
            Stop(MilestoneKind.COMMENTS_END, 22),
            Stop(MilestoneKind.TABLING_DEADLINE, 17),
            Stop(MilestoneKind.CONSOLIDATION, 14),
            Stop(MilestoneKind.CLEARANCE, 8, opens=13),
            Stop(MilestoneKind.ADOPTION, 4, opens=7),
            *_LAST,
        ),
        # The whole route, with two political steps.
        Window.TWELVE_WEEKS: (
            Stop(MilestoneKind.SCOPE, 58),
            Stop(MilestoneKind.ZERO_DRAFT, 48),
            Stop(MilestoneKind.COMMENTS_END, 38),
            Stop(MilestoneKind.TABLING_DEADLINE, 31),
            Stop(MilestoneKind.CONSOLIDATION, 28),
            Stop(MilestoneKind.CLEARANCE, 17, opens=27),
            Stop(MilestoneKind.DECISION, 11, opens=16),
            Stop(MilestoneKind.ADOPTION, 4, opens=10),
            *_LAST,
        ),
    }
)
"""What has to be done when, by window."""


@dataclass(frozen=True)
class Proposed:
    """A milestone on a date that can be taken or changed; it `fits` when its time has not gone by."""

    kind: MilestoneKind
    working_days_before: int
    opens_at: datetime | None
    due_at: datetime
    fits: bool


@dataclass(frozen=True)
class CalendarProposal:
    """A calendar that leads to a deadline; `is_whole` when everything in it is still possible."""

    window: Window
    deadline: datetime
    working_days_left: int
    milestones: tuple[Proposed, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing of it has gone by."""
        return all(one.fits for one in self.milestones)


def propose(
    deadline: datetime, window: Window, now: datetime, holidays: Collection[date]
) -> CalendarProposal:
    """The calendar of a window, counted back in working days from the deadline."""
    end = last_day(deadline, BRUSSELS)
    stops = [_proposed(stop, end, now, holidays) for stop in TEMPLATES[window]]
    closing = Proposed(MilestoneKind.INSTITUTION_DEADLINE, 0, None, deadline, deadline > now)
    left = days_after(day_of(now), end, holidays)
    return CalendarProposal(window, deadline, max(left, 0), (*stops, closing))


def fitting_window(deadline: datetime, now: datetime, holidays: Collection[date]) -> Window | None:
    """The longest window of which nothing has gone by; None when even the shortest no longer fits."""
    longest_first = reversed(Window)
    return next((one for one in longest_first if propose(deadline, one, now, holidays).is_whole), None)


def _proposed(stop: Stop, end: date, now: datetime, holidays: Collection[date]) -> Proposed:
    due_at = moment_at(day_after(end, -stop.due, holidays), USUAL_CLOSING)
    opens_at = None
    if stop.opens is not None:
        opens_at = moment_at(day_after(end, -stop.opens, holidays), OPENING)
    return Proposed(stop.kind, stop.due, opens_at, due_at, (opens_at or due_at) > now)
