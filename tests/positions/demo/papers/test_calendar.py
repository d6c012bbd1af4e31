"""The story's days move by whole weeks to the day of loading."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from positions.demo.papers.calendar import SCENARIO_PRESENT, day, moment, shift

DAYS = st.dates(date(2020, 1, 1), date(2060, 1, 1))


@given(DAYS)
def test_the_present_is_this_week(present: date) -> None:
    moved = SCENARIO_PRESENT + shift(present)
    assert timedelta() <= present - moved < timedelta(days=7)
    assert moved.weekday() == SCENARIO_PRESENT.weekday()


def test_the_clock_on_the_wall_is_kept_in_summer_and_winter() -> None:
    assert moment("2026-07-16 14:00", SCENARIO_PRESENT) == datetime(2026, 7, 16, 12, 0, tzinfo=UTC)
    assert moment("2026-12-16 14:00", SCENARIO_PRESENT) == datetime(2026, 12, 16, 13, 0, tzinfo=UTC)
    assert day("2026-05-11", date(2026, 11, 30)) == date(2026, 5, 18)


@given(DAYS, st.integers(0, 500), st.integers(0, 500))
def test_order_is_kept(present: date, first: int, second: int) -> None:
    told = [(SCENARIO_PRESENT - timedelta(days=days)).isoformat() for days in (first, second)]
    assert (day(told[0], present) < day(told[1], present)) == (told[0] < told[1])
