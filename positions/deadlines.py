"""Deadlines as clients write them: a moment, or a day that ends in Brussels; hours and days on the clock of a zone.

European institutions close their windows at midnight, Brussels time, of the last day. The metropolis lives by its own clock.
"""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from positions.errors import Invalid

BRUSSELS = ZoneInfo("Europe/Brussels")
HOME_ZONE = ZoneInfo("Europe/Madrid")

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d{1,6})?([Zz]|[+-]\d{2}:\d{2})")
_YEARS = range(1990, 2200)


def deadline(text: str, path: Sequence[str] = ()) -> datetime:
    """The moment in UTC: of an RFC 3339 time, or of the midnight that ends a date in Brussels."""
    try:
        moment = _read(text.strip())
    except (ValueError, OverflowError):
        moment = None
    if moment is None or moment.year not in _YEARS:
        raise Invalid("deadline_invalid", path, deadline=text[:40])
    return moment


def moment_at(day: date, hour: time, zone: ZoneInfo = HOME_ZONE) -> datetime:
    """The moment in UTC at which a zone's clocks show this hour.

    Of an hour that the clocks show twice it is the second one, and of one that they skip the moment after the gap: whoever
    reads the hour on a wall never has less time than it says.
    """
    shown = datetime.combine(day, hour, zone)
    return max(shown.replace(fold=fold).astimezone(UTC) for fold in (0, 1))


def day_of(moment: datetime) -> date:
    """The day on which something happens where the towns are."""
    return moment.astimezone(HOME_ZONE).date()


def last_day(end: datetime, zone: ZoneInfo = HOME_ZONE) -> date:
    """The day that an end closes: what ends at midnight ends with the day before."""
    return (end - timedelta(seconds=1)).astimezone(zone).date()


def _read(text: str) -> datetime | None:
    if _DAY.fullmatch(text):
        following = date.fromisoformat(text) + timedelta(days=1)
        return datetime.combine(following, time(), BRUSSELS).astimezone(UTC)
    if _MOMENT.fullmatch(text):
        return datetime.fromisoformat(text.upper()).astimezone(UTC)
    return None
