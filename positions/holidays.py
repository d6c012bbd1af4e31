"""Calendars of days off: the State's, Catalonia's, the institutions' in Brussels, and each town's own two days.

What counts the working days of a round is one clock for all: a period that is longer for one town than for another would be
no period. Who has a day of its own inside a period is named before the round opens.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from positions.errors import Invalid, LimitExceeded
from positions.headings import LanguageText, plain_text
from positions.languages import language_tag

STATE = "ES"
CATALONIA = "CT"
INSTITUTIONS = "EU"
SEAT = "08019"
"""The town where the metropolitan authority sits."""

CLOCK = (STATE, CATALONIA, SEAT)
"""The calendars whose days off stop the clock of every round."""

YEARS = range(2000, 2100)
MAX_DAYS = 60
MAX_NAME = 100


@dataclass(frozen=True)
class HolidayGiven:
    """A day off and its names, as clients give them."""

    day: date
    names: Sequence[LanguageText]


def check_year(year: int, given: Sequence[HolidayGiven]) -> Mapping[date, dict[str, str]]:
    """The days off of a calendar's year with their names by language, in order; Invalid when they cannot be that."""
    if year not in YEARS:
        raise Invalid("holiday_year_invalid", ["year"], year=year)
    if len(given) > MAX_DAYS:
        raise LimitExceeded("holidays_too_many", ["days"], limit=MAX_DAYS)
    found: dict[date, dict[str, str]] = {}
    for number, holiday in enumerate(given):
        path = ["days", str(number)]
        if holiday.day.year != year:
            raise Invalid("holiday_of_another_year", [*path, "day"], day=holiday.day.isoformat(), year=year)
        if holiday.day in found:
            raise Invalid("holiday_twice", [*path, "day"], day=holiday.day.isoformat())
        found[holiday.day] = _names(holiday.names, [*path, "names"])
    return dict(sorted(found.items()))


def _names(given: Sequence[LanguageText], path: Sequence[str]) -> dict[str, str]:
    names = {
        language_tag(name.language, path): " ".join(plain_text(name.text, path, limit=MAX_NAME).split())
        for name in given
    }
    if not names:
        raise Invalid("holiday_name_missing", path)
    return names


@dataclass(frozen=True)
class YearGiven:
    """All the days off of a calendar in one year."""

    calendar: str
    year: int
    days: Sequence[HolidayGiven]


def years_of(table: str) -> list[YearGiven]:
    """The years of a CSV table with the columns `calendar`, `day` and `name_ca` (also `name_es`, `name_en`)."""
    reader = csv.DictReader(table.lstrip("\ufeff").replace("\r\n", "\n").split("\n"))
    found: dict[tuple[str, int], list[HolidayGiven]] = {}
    try:
        for row in reader:
            day = date.fromisoformat((row["day"] or "").strip())
            holiday = HolidayGiven(day, [*_named(row)])
            found.setdefault(((row["calendar"] or "").strip(), day.year), []).append(holiday)
    except (csv.Error, KeyError, ValueError):
        raise Invalid("holidays_unreadable", ["csv"], line=reader.line_num) from None
    if not found:
        raise Invalid("holidays_unreadable", ["csv"], line=1)
    return [YearGiven(calendar, year, days) for (calendar, year), days in sorted(found.items())]


def _named(row: Mapping[str, str | None]) -> Iterator[LanguageText]:
    for column, text in row.items():
        # What a line has beyond the header stands under no name.
        if str(column).startswith("name_") and text and text.strip():
            yield LanguageText(column.removeprefix("name_"), text)
