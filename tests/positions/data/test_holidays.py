"""What came with the software is what the library knows of the gazettes."""

from datetime import date

import holidays
import pytest

from positions.data.holidays import read_holidays

KNOWN = read_holidays()
LOCALES = {"ca": "ca", "es": "es"}


def days_of(calendar: str, year: int) -> dict[date, dict[str, str]]:
    return {one.day: one.names for one in KNOWN if one.calendar == calendar and one.day.year == year}


@pytest.mark.parametrize("year", [2026, 2027])
@pytest.mark.parametrize(
    ("calendars", "subdivision"),
    [(("ES",), None), (("ES", "CT"), "CT"), (("ES", "CT", "08019"), "Barcelona")],
)
def test_spain_catalonia_and_barcelona_are_those_of_the_library(
    calendars: tuple[str, ...], subdivision: str | None, year: int
) -> None:
    found = {day: names for calendar in calendars for day, names in days_of(calendar, year).items()}
    for language, locale in LOCALES.items():
        known = holidays.country_holidays("ES", years=year, subdiv=subdivision, language=locale)
        assert {day: names[language] for day, names in found.items()} == dict(known.items())


def test_only_published_years_count_as_verified() -> None:
    verified = {(one.calendar, one.day.year) for one in KNOWN if one.is_verified}
    assert verified == {("ES", 2026), ("CT", 2026), ("08019", 2026)}


def test_the_institutions_rest_from_christmas_eve_and_every_day_has_three_names() -> None:
    closed = [one.day for one in KNOWN if one.calendar == "EU" and one.day >= date(2026, 12, 24)][:6]
    assert [day.day for day in closed] == [24, 25, 28, 29, 30, 31]
    assert all(set(one.names) == {"ca", "es", "en"} for one in KNOWN)
    assert all(one.day.weekday() < 5 for one in KNOWN if one.calendar == "EU")
