"""A deadline is a moment, or the end of a day in Brussels."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.deadlines import BRUSSELS, deadline
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
