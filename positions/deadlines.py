"""Deadlines as clients write them: a moment, or a day that ends in Brussels.

European institutions close their windows at midnight, Brussels time, of the last day.
"""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from positions.errors import Invalid

BRUSSELS = ZoneInfo("Europe/Brussels")

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


def _read(text: str) -> datetime | None:
    if _DAY.fullmatch(text):
        following = date.fromisoformat(text) + timedelta(days=1)
        return datetime.combine(following, time(), BRUSSELS).astimezone(UTC)
    if _MOMENT.fullmatch(text):
        return datetime.fromisoformat(text.upper()).astimezone(UTC)
    return None
