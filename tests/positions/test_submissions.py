"""What was sent lies in the past, and what came back came after it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from positions.errors import Invalid, LimitExceeded
from positions.submissions import check_registered, check_reply, check_sent, register_number

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
DAY = timedelta(days=1)


def test_only_what_has_happened_is_recorded() -> None:
    check_sent(NOW, NOW)
    check_reply(NOW, sent_at=NOW, now=NOW)
    check_registered(NOW.date(), NOW.date())
    with pytest.raises(Invalid, match="sent_in_future"):
        check_sent(NOW + DAY, NOW)
    with pytest.raises(Invalid, match="reply_in_future"):
        check_reply(NOW + DAY, sent_at=NOW, now=NOW)
    with pytest.raises(Invalid, match="registered_in_future"):
        check_registered(date(2026, 11, 24), NOW.date())


def test_nothing_answers_what_was_not_sent_yet() -> None:
    with pytest.raises(Invalid, match="reply_before_sending"):
        check_reply(NOW - DAY, sent_at=NOW, now=NOW)


@pytest.mark.parametrize(
    ("given", "kept"), [(None, None), (" \n ", None), (" Ares(2026) \n 14 ", "Ares(2026) 14")]
)
def test_a_register_number_is_one_line(given: str | None, kept: str | None) -> None:
    assert register_number(given, ["reference"]) == kept


def test_a_register_number_has_an_end() -> None:
    with pytest.raises(LimitExceeded):
        register_number("1" * 201, ["reference"])
