"""The life of a mail: it is taken before it is handed over, and handed over once; what is not certain is left to a person."""

from collections.abc import Iterable, Mapping
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


class MailCourse(StrEnum):
    """What became of telling somebody by mail, the best first."""

    SENT = "SENT"
    WAITING = "WAITING"
    DOUBTFUL = "DOUBTFUL"
    FAILED = "FAILED"
    UNNEEDED = "UNNEEDED"  # It was settled before the mail went.
    UNWANTED = "UNWANTED"  # They want no mail.
    NO_SERVER = "NO_SERVER"  # Nothing sent mail when it was due.


_COURSES: Mapping[MailState, MailCourse] = {
    MailState.WAITING: MailCourse.WAITING,
    MailState.TAKEN: MailCourse.WAITING,
    MailState.SENT: MailCourse.SENT,
    MailState.DOUBTFUL: MailCourse.DOUBTFUL,
    MailState.FAILED: MailCourse.FAILED,
    MailState.DROPPED: MailCourse.UNNEEDED,
}


def course_of(state: MailState | None, *, is_wanted: bool, is_settled: bool, is_coming: bool) -> MailCourse:
    """What became of telling a member by mail; without a state no mail was made, and perhaps none is coming."""
    if state is not None:
        return _COURSES[state]
    if not is_wanted:
        return MailCourse.UNWANTED
    if is_settled:
        return MailCourse.UNNEEDED
    return MailCourse.WAITING if is_coming else MailCourse.NO_SERVER


def best_course(courses: Iterable[MailCourse]) -> MailCourse | None:
    """The best of what became of telling several; None of nobody."""
    return min(courses, key=list(MailCourse).index, default=None)


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
