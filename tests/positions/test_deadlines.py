"""A deadline is a moment, or the end of a day in Brussels."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.deadlines import BRUSSELS, HOME_ZONE, deadline, moment_at
from positions.errors import Invalid


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-12-15", datetime(2026, 12, 15, 23, tzinfo=UTC)),
        ("2026-07-15", datetime(2026, 7, 15, 22, tzinfo=UTC)),
        ("2026-10-25", datetime(2026, 10, 25, 23, tzinfo=UTC)),  # the day on which summer time ends
        ("2026-12-15T14:00:00+01:00", datetime(2026, 12, 15, 13, tzinfo=UTC)),
        ("2026-12-15t14:00:00.25z", datetime(2026, 12, 15, 14, 0, 0, 250_000, tzinfo=UTC)),
    ],
)
def test_deadlines_are_read(text: str, moment: datetime) -> None:
    assert deadline(text) == moment


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "2026-02-30",
        "2026-12-15T14:00:00",
        "15/12/2026",
        "2026-12-15T25:00:00Z",
        "0001-01-01",
        "9999-12-31",
        "2026-12-15 14:00:00Z",
        "20261215",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(Invalid) as caught:
        deadline(text, ["targetDeadline"])
    assert (caught.value.reason, caught.value.path) == ("deadline_invalid", ("targetDeadline",))


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_a_day_ends_where_the_next_begins(day: date) -> None:
    local = deadline(day.isoformat()).astimezone(BRUSSELS)
    assert (local.date(), local.hour, local.minute) == (day + timedelta(days=1), 0, 0)


@pytest.mark.parametrize(
    ("day", "hour", "moment"),
    [
        (
            date(2026, 10, 25),
            time(2, 30),
            datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
        ),  # shown twice: the second
        (
            date(2027, 3, 28),
            time(2, 30),
            datetime(2027, 3, 28, 1, 30, tzinfo=UTC),
        ),  # skipped: half past three
        (date(2026, 10, 25), time(3), datetime(2026, 10, 25, 2, tzinfo=UTC)),
        (date(2027, 3, 28), time(1, 59), datetime(2027, 3, 28, 0, 59, tzinfo=UTC)),
    ],
)
@pytest.mark.parametrize("zone", [HOME_ZONE, BRUSSELS])
def test_an_hour_that_the_clocks_repeat_or_skip_never_shortens_a_period(
    day: date, hour: time, moment: datetime, zone: ZoneInfo
) -> None:
    assert moment_at(day, hour, zone) == moment


@given(st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1)))  # noqa: DTZ001  # a clock on a wall has no zone
def test_an_hour_on_the_wall_is_never_early(shown: datetime) -> None:
    moment = moment_at(shown.date(), shown.time())
    assert moment.astimezone(HOME_ZONE).replace(tzinfo=None) >= shown
