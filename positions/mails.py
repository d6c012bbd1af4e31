"""The life of a mail: it is taken before it is handed over, and handed over once; what is not certain is left to a person."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum

from positions.errors import Conflict

PATIENCE = timedelta(minutes=10)
"""A mail that was taken so long ago and not acknowledged belongs to a process that is gone."""

STALE_AFTER = timedelta(days=3)
"""What should have been mailed before then is not mailed any more: it stands in the application."""

PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 180, 360, 720))
"""How long to wait after each fault that may pass."""


class MailKind(StrEnum):
    """What a mail is for."""

    ASKED = "ASKED"
    DIGEST = "DIGEST"
    INVITATION = "INVITATION"


class MailState(StrEnum):
    """Where a mail is on its way."""

    WAITING = "WAITING"
    TAKEN = "TAKEN"
    SENT = "SENT"
    DOUBTFUL = "DOUBTFUL"  # Taken and not acknowledged: it may have arrived.
    FAILED = "FAILED"
    DROPPED = "DROPPED"  # Nothing was left to say when its turn came.


class Delivery(StrEnum):
    """How handing a mail over ended."""

    ACCEPTED = "ACCEPTED"
    POSTPONED = "POSTPONED"  # Certainly not accepted; later it may be.
    REFUSED = "REFUSED"
    UNCERTAIN = "UNCERTAIN"  # The line broke while the text was on its way.


_ENDS: Mapping[Delivery, MailState] = {
    Delivery.ACCEPTED: MailState.SENT,
    Delivery.REFUSED: MailState.FAILED,
    Delivery.UNCERTAIN: MailState.DOUBTFUL,
}

REVIEWED = (MailState.DOUBTFUL, MailState.FAILED)
"""What waits for an administrator."""


def settle(delivery: Delivery, attempts: int, now: datetime) -> tuple[MailState, datetime]:
    """The state after a delivery, and when to try again; one that was postponed too often has failed."""
    if delivery is not Delivery.POSTPONED:
        return _ENDS[delivery], now
    if attempts > len(PAUSES):
        return MailState.FAILED, now
    return MailState.WAITING, now + PAUSES[attempts - 1]


def check_again(state: MailState, *, has_content: bool) -> None:
    """Conflict unless a person may have the mail sent again; an invitation's link is not kept, so a new one is made instead."""
    if state not in REVIEWED or not has_content:
        raise Conflict("mail_not_in_review", ["mailId"], state=state.value)
