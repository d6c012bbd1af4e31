"""Working days are counted on the metropolis' clock, without the days off that are given."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.deadlines import HOME_ZONE
from positions.working_days import (
    MAX_WORKING_DAYS,
    day_after,
    days_after,
    is_working_day,
    usual_closing,
    working_days_between,
)

NOTHING: frozenset[date] = frozenset()
MERCE = date(2026, 9, 24)

days = st.dates(date(2024, 1, 1), date(2029, 12, 31))
holidays = st.frozensets(days, max_size=60)
hours = st.times()
counts = st.integers(1, 60)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HOME_ZONE).astimezone(UTC)


@pytest.mark.parametrize(
    ("opens", "closes", "count"),
    [
        ("2026-04-13 09:00", "2026-04-24 14:00", 10),
        ("2026-10-19 09:00", "2026-10-30 14:00", 10),  # the clocks change on the 25th
        ("2026-11-16 09:00", "2026-12-04 14:00", 15),
        ("2026-05-11 09:00", "2026-05-13 14:00", 3),
        ("2026-05-11 11:59", "2026-05-11 12:00", 1),
        ("2026-05-11 12:00", "2026-05-13 14:00", 2),
        ("2026-05-11 09:00", "2026-05-13 11:59", 2),
        ("2026-05-09 09:00", "2026-05-11 14:00", 1),  # a Saturday counts for nothing
        ("2026-05-13 09:00", "2026-05-11 14:00", 0),
    ],
)
def test_periods_of_the_demo_and_their_edges(opens: str, closes: str, count: int) -> None:
    assert working_days_between(at(opens), at(closes), NOTHING) == count


def test_a_day_off_makes_a_period_longer() -> None:
    opens = at("2026-09-21 09:00")
    assert usual_closing(opens, 5, NOTHING) == at("2026-09-25 14:00")
    assert usual_closing(opens, 5, {MERCE}) == at("2026-09-28 14:00")


@pytest.mark.parametrize("count", [0, -1, MAX_WORKING_DAYS + 1])
def test_a_period_has_a_day_and_ends(count: int) -> None:
    with pytest.raises(ValueError, match=str(count)):
        usual_closing(at("2026-05-11 09:00"), count, NOTHING)


@given(days, hours, counts, holidays)
def test_a_usual_period_is_as_long_as_asked(day: date, hour: time, count: int, off: frozenset[date]) -> None:
    opens_at = datetime.combine(day, hour, HOME_ZONE).astimezone(UTC)
    closes_at = usual_closing(opens_at, count, off)
    local = closes_at.astimezone(HOME_ZONE)
    assert working_days_between(opens_at, closes_at, off) == count
    assert (local.hour, local.minute) == (14, 0)  # on both sides of a change of the clocks
    assert is_working_day(local.date(), off)


@given(days, st.integers(-60, 60), holidays)
def test_days_are_added_as_they_are_counted(day: date, count: int, off: frozenset[date]) -> None:
    other = day_after(day, count, off)
    assert other == day if count == 0 else is_working_day(other, off)
    # From a day off backwards the day itself is not one that is counted again.
    assert days_after(day, other, off) == count or (count < 0 and not is_working_day(day, off))


@given(days, days, days, holidays)
def test_counts_add_up(first: date, second: date, third: date, off: frozenset[date]) -> None:
    there = days_after(first, second, off) + days_after(second, third, off)
    assert there == days_after(first, third, off)
    assert days_after(second, first, off) == -days_after(first, second, off)


@given(days, days, holidays, days)
def test_a_further_day_off_never_adds_a_working_day(
    first: date, second: date, off: frozenset[date], another: date
) -> None:
    opens_at, closes_at = (datetime.combine(day, time(9), HOME_ZONE) for day in (first, second))
    fewer = working_days_between(opens_at, closes_at, off | {another})
    assert fewer <= working_days_between(opens_at, closes_at, off) <= fewer + 1


@given(days, counts, holidays)
def test_a_later_opening_never_closes_earlier(day: date, count: int, off: frozenset[date]) -> None:
    opens_at = datetime.combine(day, time(9), HOME_ZONE).astimezone(UTC)
    closings = [usual_closing(opens_at + timedelta(hours=6) * number, count, off) for number in range(8)]
    assert closings == sorted(closings)
