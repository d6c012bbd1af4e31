"""When a town is reminded of a round: two working days before its end, on the last morning, and when a coordinator asks."""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from positions.deadlines import HOME_ZONE, last_day
from positions.working_days import day_after

AGAIN_AFTER = timedelta(hours=1)
"""A town is not reminded more often than this."""

MORNING = time(8)
LEAST_TIME = timedelta(hours=3)
"""A reminder that leaves less time than this comes the morning before."""

RATIFICATION_NOTICE = 5
"""Working days before a ratification is due."""


class Occasion(StrEnum):
    """Why a reminder was sent."""

    ASKED = "ASKED"
    TWO_DAYS = "TWO_DAYS"
    LAST_MORNING = "LAST_MORNING"


def moments(opens_at: datetime, closes_at: datetime, holidays: Collection[date]) -> dict[Occasion, datetime]:
    """The moments of a round's own reminders; in a short round those that the opening itself makes needless are left out."""
    found = {
        Occasion.TWO_DAYS: _morning(day_after(last_day(closes_at), -2, holidays)),
        Occasion.LAST_MORNING: _last_morning(closes_at),
    }
    return {occasion: at for occasion, at in found.items() if at >= opens_at + timedelta(days=1)}


def due_occasion(
    times: dict[Occasion, datetime], done: frozenset[Occasion], now: datetime
) -> Occasion | None:
    """The newest reminder whose time has come, unless it was sent: after a standstill one is enough."""
    passed = [occasion for occasion, at in times.items() if at <= now]
    newest = max(passed, key=lambda occasion: times[occasion], default=None)
    return None if newest in done else newest


def may_remind(last: datetime | None, now: datetime) -> bool:
    """Whether a town may be reminded now."""
    return last is None or now - last >= AGAIN_AFTER


def _last_morning(closes_at: datetime) -> datetime:
    day = last_day(closes_at)
    morning = _morning(day)
    return morning if closes_at - morning >= LEAST_TIME else _morning(day - timedelta(days=1))


def _morning(day: date) -> datetime:
    return datetime.combine(day, MORNING, HOME_ZONE)
