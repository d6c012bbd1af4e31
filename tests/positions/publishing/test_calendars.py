"""The calendar of deadlines, read back, on both sides of the changes of the clocks."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Event

from positions.publishing.calendars import calendar
from tests.support.published import DEMO, SENT_AT, SITE, publication

BRUSSELS = ZoneInfo("Europe/Brussels")


def entry(deadline: datetime, language: str = "ca") -> Event:
    one = replace(publication(), deadline=deadline)
    made = Calendar.from_ical(calendar([one], language, SITE))
    (event,) = made.walk("VEVENT")
    assert isinstance(event, Event)
    return event


@pytest.mark.parametrize(
    ("deadline", "brussels", "words"),
    [
        # The last Sunday of March has 23 hours, that of October 25.
        (datetime(2026, 3, 28, 23, tzinfo=UTC), "2026-03-29T00:00", "28.03.2026 a les 24:00"),
        (datetime(2026, 3, 29, 22, tzinfo=UTC), "2026-03-30T00:00", "29.03.2026 a les 24:00"),
        (datetime(2026, 3, 29, 10, tzinfo=UTC), "2026-03-29T12:00", "29.03.2026 a les 12:00"),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "2026-10-25T02:30", "25.10.2026 a les 02:30"),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "2026-10-25T02:30", "25.10.2026 a les 02:30"),
        (datetime(2026, 10, 25, 23, tzinfo=UTC), "2026-10-26T00:00", "25.10.2026 a les 24:00"),
    ],
)
def test_a_deadline_is_the_same_moment_for_everybody(deadline: datetime, brussels: str, words: str) -> None:
    told = entry(deadline)
    end = told.end
    assert isinstance(end, datetime)
    assert end == deadline
    assert end.astimezone(BRUSSELS).isoformat(timespec="minutes").startswith(brussels)
    assert words in str(told["DESCRIPTION"])
    assert told.start == end - timedelta(hours=1)


def test_the_file_is_a_calendar() -> None:
    raw = calendar([publication(), replace(publication("AMB-PP-2026-002"), deadline=None)], "en", DEMO)
    assert raw.startswith(b"BEGIN:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    made = Calendar.from_ical(raw)
    assert made["VERSION"] == "2.0"
    assert "fictional data" in str(made["X-WR-CALNAME"])
    (event,) = made.walk("VEVENT")
    assert event["UID"] == "AMB-PP-2026-001-deadline@posicions.example"
    assert event["URL"] == "https://posicions.example/positions/AMB-PP-2026-001"
    assert isinstance(event, Event)
    assert event.DTSTAMP == SENT_AT
