"""When a town is reminded: two working days before, on the last morning, and not more than once an hour."""

from datetime import UTC, date, datetime, timedelta

import pytest

from positions.reminders import Occasion, due_occasion, may_remind, moments

OPENS = datetime(2026, 11, 23, 9, tzinfo=UTC)


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+00:00")


@pytest.mark.parametrize(
    ("closes", "holidays", "two_days", "last"),
    [
        ("2026-12-04T13:00", (), "2026-12-02T07:00", "2026-12-04T07:00"),
        ("2026-12-07T13:00", (), "2026-12-03T07:00", "2026-12-07T07:00"),
        ("2026-12-04T13:00", (date(2026, 12, 2),), "2026-12-01T07:00", "2026-12-04T07:00"),
        ("2026-12-04T08:00", (), "2026-12-02T07:00", "2026-12-03T07:00"),
        # What ends at midnight ends with the Friday before it.
        ("2026-12-04T23:00", (), "2026-12-02T07:00", "2026-12-04T07:00"),
    ],
)
def test_reminders_come_two_working_days_before_and_on_the_last_morning(
    closes: str, holidays: tuple[date, ...], two_days: str, last: str
) -> None:
    assert moments(OPENS, at(closes), holidays) == {
        Occasion.TWO_DAYS: at(two_days),
        Occasion.LAST_MORNING: at(last),
    }


def test_a_short_round_is_not_reminded_of_right_after_its_opening() -> None:
    assert moments(OPENS, OPENS + timedelta(hours=20), ()) == {}


def test_after_a_standstill_one_reminder_is_enough() -> None:
    times = moments(OPENS, at("2026-12-04T13:00"), ())
    assert due_occasion(times, frozenset(), at("2026-12-01T00:00")) is None
    assert due_occasion(times, frozenset(), at("2026-12-03T00:00")) is Occasion.TWO_DAYS
    assert due_occasion(times, frozenset({Occasion.TWO_DAYS}), at("2026-12-03T00:00")) is None
    assert due_occasion(times, frozenset(), at("2026-12-04T09:00")) is Occasion.LAST_MORNING
    assert due_occasion(times, frozenset({Occasion.LAST_MORNING}), at("2026-12-04T09:00")) is None


def test_a_town_is_reminded_at_most_once_an_hour() -> None:
    assert may_remind(None, OPENS)
    assert not may_remind(OPENS, OPENS + timedelta(minutes=59))
    assert may_remind(OPENS, OPENS + timedelta(hours=1))
