"""Working days: Monday to Friday without the days off that a calendar names, told on the metropolis' own clock.

A day at either end of a period counts when a half of it or more is left for answering: the opening day when it opens before
noon, the closing day when it closes at noon or later.
"""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta

from positions.deadlines import HOME_ZONE, moment_at

NOON = time(12)
USUAL_CLOSING = time(14)
"""When town halls stop answering the telephone."""

MAX_WORKING_DAYS = 250
"""About a year; longer periods are not asked for."""

_DAY = timedelta(days=1)


def is_working_day(day: date, holidays: Collection[date]) -> bool:
    """Whether an administration works on this day."""
    return day.weekday() < 5 and day not in holidays


def day_after(day: date, working_days: int, holidays: Collection[date]) -> date:
    """The day so many working days after this one; before it when the number is negative, itself when it is zero."""
    step = _DAY if working_days > 0 else -_DAY
    for _ in range(abs(working_days)):
        day += step
        while not is_working_day(day, holidays):
            day += step
    return day


def days_after(day: date, other: date, holidays: Collection[date]) -> int:
    """How many working days another day lies after this one; negative when it lies before."""
    if other < day:
        return -days_after(other, day, holidays)
    days = (day + _DAY * number for number in range(1, (other - day).days + 1))
    return sum(is_working_day(each, holidays) for each in days)


def working_days_between(opens_at: datetime, closes_at: datetime, holidays: Collection[date]) -> int:
    """How many working days there are for answering; none when it closes before it opens."""
    first, last = first_day(opens_at), _last_day(closes_at)
    days = (first + _DAY * number for number in range((last - first).days + 1))
    return sum(is_working_day(each, holidays) for each in days)


def usual_closing(opens_at: datetime, working_days: int, holidays: Collection[date]) -> datetime:
    """When a round that opens then closes after so many working days: at two in the afternoon of the last of them."""
    if not 1 <= working_days <= MAX_WORKING_DAYS:
        raise ValueError(working_days)
    before = first_day(opens_at) - _DAY
    return moment_at(day_after(before, working_days, holidays), USUAL_CLOSING)


def first_day(opens_at: datetime) -> date:
    """The first day that may count of a period that opens then."""
    local = opens_at.astimezone(HOME_ZONE)
    return local.date() if local.time() < NOON else local.date() + _DAY


def _last_day(closes_at: datetime) -> date:
    local = closes_at.astimezone(HOME_ZONE)
    return local.date() if local.time() >= NOON else local.date() - _DAY
