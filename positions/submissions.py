"""What was sent to an institution, and what came back: the rules of a submission, its registration and its replies."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum

from positions.errors import Invalid
from positions.headings import plain_text

LONGEST_REFERENCE = 200
LONGEST_BODY = 20_000
"""Limits in code points."""


class ReplyKind(StrEnum):
    """What followed a submission."""

    RECEIPT = "RECEIPT"
    ANSWER = "ANSWER"
    MEETING = "MEETING"


def check_sent(sent_at: datetime, now: datetime) -> None:
    """Invalid for a submission that has not happened yet."""
    if sent_at > now:
        raise Invalid("sent_in_future", ["sentAt"])


def check_reply(at: datetime, *, sent_at: datetime, now: datetime) -> None:
    """Invalid for what is still to come, or came before there was anything to answer."""
    if at > now:
        raise Invalid("reply_in_future", ["at"])
    if at < sent_at:
        raise Invalid("reply_before_sending", ["at"])


def check_registered(registered_on: date, today: date) -> None:
    """Invalid for a registration of a day that has not come."""
    if registered_on > today:
        raise Invalid("registered_in_future", ["registeredOn"])


def register_number(text: str | None, path: Sequence[str]) -> str | None:
    """A number in somebody's register, on one line; None where there is none."""
    if text is None or not text.strip():
        return None
    return " ".join(plain_text(text, path, limit=LONGEST_REFERENCE).split())
