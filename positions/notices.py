"""What members are told: each kind in one table, with the event it follows from, who is told, and whether anything is asked.

A notice is written in the unit of work of its event, once for each member and `key`. Where its cause has gone (a recalled
round, a vote that was cast) it is withdrawn: nobody is reminded of what they have done.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from positions.deadlines import HOME_ZONE
from positions.events import Tag
from positions.permissions import PERMISSIONS, Permission, Standing
from positions.working_days import is_working_day

FOLDING = timedelta(minutes=2)
"""What is asked within this time is said in one mail."""

QUIET = timedelta(minutes=30)
"""A burst of edits is over when nobody has written for so long."""

DIGEST_AT = time(7, 30)


class Urgency(StrEnum):
    """Whether a notice asks for something, or only tells."""

    ASKED = "ASKED"
    NEWS = "NEWS"


class Cadence(StrEnum):
    """How often a member wants mail; what is asked comes at once unless they want none."""

    IMMEDIATE = "IMMEDIATE"
    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    NONE = "NONE"


class NoticeKind(StrEnum):
    """What a notice is about."""

    VOTE_ASKED = "VOTE_ASKED"
    RENEWAL_ASKED = "RENEWAL_ASKED"
    VOTE_REMINDED = "VOTE_REMINDED"
    ROUND_EXTENDED = "ROUND_EXTENDED"
    ROUND_RECALLED = "ROUND_RECALLED"
    ROUND_VOIDED = "ROUND_VOIDED"
    ROUND_CLOSED = "ROUND_CLOSED"
    CONFIRMATION_ASKED = "CONFIRMATION_ASKED"
    RATIFICATION_DUE = "RATIFICATION_DUE"
    RATIFICATION_OVERDUE = "RATIFICATION_OVERDUE"
    RESERVATION_LIFTABLE = "RESERVATION_LIFTABLE"
    PARTICIPATION_ASKED = "PARTICIPATION_ASKED"
    AMENDMENT_TABLED = "AMENDMENT_TABLED"
    AMENDMENT_DECIDED = "AMENDMENT_DECIDED"
    COMMENT_ANSWERED = "COMMENT_ANSWERED"
    PAPER_CHANGED = "PAPER_CHANGED"
    STAGE_MOVED = "STAGE_MOVED"
    PAPER_PUBLISHED = "PAPER_PUBLISHED"
    DEADLINE_PASSED = "DEADLINE_PASSED"


class Audience(StrEnum):
    """Who is told, as seen from the event."""

    CALLED = "CALLED"  # The delegates of every organization in the round's electorate.
    NAMED = "NAMED"  # The delegates of the organizations that the event names.
    INFORMED = "INFORMED"  # Those who were told of the round's opening.
    AUTHORS = "AUTHORS"  # The delegates of the organizations that tabled the amendment.
    PARTICIPANTS = "PARTICIPANTS"  # The delegates of the lead and of those who take part.
    COORDINATORS = "COORDINATORS"
    THREAD = "THREAD"  # Whoever has spoken in the thread; of an internal one only its town's members.


@dataclass(frozen=True)
class Announcement:
    """A row of the table; without a tag a job tells it, when its time has come. `when`: what the event must hold."""

    kind: NoticeKind
    urgency: Urgency
    tag: Tag | None = None
    audiences: tuple[Audience, ...] = ()
    when: Mapping[str, frozenset[str]] | None = None


_ASKED, _NEWS = Urgency.ASKED, Urgency.NEWS
_ANNOUNCED_ACTIONS = frozenset(
    {"START_DRAFTING", "OPEN_AMENDING", "REOPEN_DRAFTING", "SUBMIT", "CLOSE", "REOPEN", "WITHDRAW"}
)
"""A round's outcome tells of the moves that follow from it."""

ANNOUNCEMENTS: tuple[Announcement, ...] = (
    Announcement(NoticeKind.VOTE_ASKED, _ASKED, Tag.ROUND_OPENED, (Audience.CALLED,)),
    Announcement(NoticeKind.RENEWAL_ASKED, _ASKED),
    Announcement(NoticeKind.VOTE_REMINDED, _ASKED, Tag.ROUND_REMINDED, (Audience.NAMED,)),
    Announcement(NoticeKind.ROUND_EXTENDED, _NEWS, Tag.ROUND_EXTENDED, (Audience.INFORMED,)),
    Announcement(NoticeKind.ROUND_RECALLED, _NEWS, Tag.ROUND_RECALLED, (Audience.INFORMED,)),
    Announcement(NoticeKind.ROUND_VOIDED, _NEWS, Tag.ROUND_VOIDED, (Audience.INFORMED,)),
    Announcement(
        NoticeKind.ROUND_CLOSED, _NEWS, Tag.ROUND_CLOSED, (Audience.INFORMED, Audience.COORDINATORS)
    ),
    Announcement(NoticeKind.CONFIRMATION_ASKED, _ASKED, Tag.CONFIRMATION_ASKED, (Audience.NAMED,)),
    Announcement(NoticeKind.CONFIRMATION_ASKED, _ASKED, Tag.VOTE_PREPARED, (Audience.NAMED,)),
    Announcement(NoticeKind.RATIFICATION_DUE, _ASKED),
    Announcement(NoticeKind.RATIFICATION_OVERDUE, _ASKED),
    Announcement(NoticeKind.RESERVATION_LIFTABLE, _ASKED),
    Announcement(
        NoticeKind.PARTICIPATION_ASKED,
        _ASKED,
        Tag.PARTICIPATION_CHANGED,
        (Audience.NAMED,),
        {"to": frozenset({"INVITED"})},
    ),
    Announcement(NoticeKind.PARTICIPATION_ASKED, _ASKED, Tag.POSITION_CREATED, (Audience.NAMED,)),
    Announcement(NoticeKind.AMENDMENT_TABLED, _NEWS, Tag.AMENDMENT_PROPOSED, (Audience.COORDINATORS,)),
    Announcement(NoticeKind.AMENDMENT_DECIDED, _NEWS, Tag.AMENDMENT_DECIDED, (Audience.AUTHORS,)),
    Announcement(NoticeKind.AMENDMENT_DECIDED, _NEWS, Tag.AMENDMENT_FELL, (Audience.AUTHORS,)),
    Announcement(NoticeKind.COMMENT_ANSWERED, _NEWS, Tag.COMMENT_ADDED, (Audience.THREAD,)),
    Announcement(NoticeKind.PAPER_CHANGED, _NEWS),
    Announcement(
        NoticeKind.STAGE_MOVED,
        _NEWS,
        Tag.STAGE_MOVED,
        (Audience.PARTICIPANTS, Audience.COORDINATORS),
        {"action": _ANNOUNCED_ACTIONS},
    ),
    Announcement(
        NoticeKind.PAPER_PUBLISHED,
        _NEWS,
        Tag.POSITION_PUBLISHED,
        (Audience.PARTICIPANTS, Audience.COORDINATORS),
    ),
    Announcement(NoticeKind.DEADLINE_PASSED, _NEWS),
)

URGENCIES: Mapping[NoticeKind, Urgency] = {row.kind: row.urgency for row in ANNOUNCEMENTS}

OPENINGS = frozenset({NoticeKind.VOTE_ASKED, NoticeKind.RENEWAL_ASKED})
"""The kinds that tell a town of a round: the proof of notice."""

VOTING = OPENINGS | {NoticeKind.VOTE_REMINDED, NoticeKind.CONFIRMATION_ASKED}
"""What a cast vote, or the end of a round, settles."""

FOLDED = frozenset(
    {
        NoticeKind.AMENDMENT_TABLED,
        NoticeKind.AMENDMENT_DECIDED,
        NoticeKind.COMMENT_ANSWERED,
        NoticeKind.PAPER_CHANGED,
    }
)
"""The kinds of which a paper has one at a time for each member: the next adds to it until it was seen or mailed."""

RATIFYING = frozenset({NoticeKind.RATIFICATION_DUE, NoticeKind.RATIFICATION_OVERDUE})

SETTLED: Mapping[Tag, frozenset[NoticeKind]] = {
    Tag.VOTE_CAST: VOTING,
    Tag.VOTE_RECORDED: VOTING,
    Tag.VOTE_CONFIRMED: VOTING,
    Tag.VOTE_RATIFIED: RATIFYING,
    Tag.RESERVATION_LIFTED: frozenset({NoticeKind.RESERVATION_LIFTABLE}),
    Tag.PARTICIPATION_CHANGED: frozenset({NoticeKind.PARTICIPATION_ASKED}),
    Tag.ROUND_CLOSED: VOTING,
    Tag.ROUND_RECALLED: VOTING | {NoticeKind.ROUND_EXTENDED},
    Tag.ROUND_VOIDED: VOTING | RATIFYING | {NoticeKind.ROUND_EXTENDED},
}
"""What each event settles: those notices are withdrawn, of the organizations it names, else of the whole round."""


def settled_by(tag: Tag, body: Mapping[str, object]) -> frozenset[NoticeKind]:
    """What an event settles; nobody is asked to take part any more in a stage that admits nobody."""
    admitting = PERMISSIONS[Permission.PARTICIPATE][Standing.DELEGATE]
    if tag is Tag.STAGE_MOVED and body["to"] not in admitting:
        return frozenset({NoticeKind.PARTICIPATION_ASKED})
    return SETTLED.get(tag, frozenset())


def announcements_of(tag: Tag, body: Mapping[str, object]) -> list[Announcement]:
    """The rows of the table that an event calls for."""
    return [row for row in _BY_TAG.get(tag, ()) if _holds(row, body)]


def _holds(row: Announcement, body: Mapping[str, object]) -> bool:
    return all(str(body.get(field)) in values for field, values in (row.when or {}).items())


_BY_TAG: Mapping[Tag, tuple[Announcement, ...]] = {
    tag: tuple(row for row in ANNOUNCEMENTS if row.tag is tag) for tag in Tag
}


def key_of(kind: NoticeKind, subject: str, organization_id: str | None = None) -> str:
    """What makes a notice the same: its kind, what it is about, and for whom it asks."""
    return ":".join(part for part in (kind.value, subject, organization_id) if part)


def mail_time(
    kind: NoticeKind, cadence: Cadence, now: datetime, holidays: Collection[date]
) -> datetime | None:
    """When a notice goes by mail: what is asked at once, news with the member's digest, nothing for who wants none."""
    if cadence is Cadence.NONE:
        return None
    if cadence is Cadence.IMMEDIATE or URGENCIES[kind] is Urgency.ASKED:
        return now + FOLDING
    return next_digest(cadence, now, holidays)


def next_digest(cadence: Cadence, now: datetime, holidays: Collection[date]) -> datetime:
    """The next working morning; for the weekly digest the first of a later week, Monday unless that is a holiday."""
    local = now.astimezone(HOME_ZONE)
    day = local.date() if local.time() < DIGEST_AT else local.date() + timedelta(days=1)
    if cadence is Cadence.WEEKLY:
        day += timedelta(days=-day.weekday() % 7)
    while not is_working_day(day, holidays):
        day += timedelta(days=1)
    return datetime.combine(day, DIGEST_AT, HOME_ZONE)


PLACES: Mapping[NoticeKind, str] = {
    NoticeKind.VOTE_ASKED: "aprovacio",
    NoticeKind.RENEWAL_ASKED: "aprovacio",
    NoticeKind.VOTE_REMINDED: "aprovacio",
    NoticeKind.ROUND_EXTENDED: "aprovacio",
    NoticeKind.ROUND_RECALLED: "aprovacio",
    NoticeKind.ROUND_VOIDED: "aprovacio",
    NoticeKind.ROUND_CLOSED: "aprovacio",
    NoticeKind.CONFIRMATION_ASKED: "aprovacio",
    NoticeKind.RATIFICATION_DUE: "aprovacio",
    NoticeKind.RATIFICATION_OVERDUE: "aprovacio",
    NoticeKind.RESERVATION_LIFTABLE: "aprovacio",
    NoticeKind.AMENDMENT_TABLED: "esmenes",
    NoticeKind.AMENDMENT_DECIDED: "esmenes",
    NoticeKind.COMMENT_ANSWERED: "debat",
    NoticeKind.PAPER_CHANGED: "canvis",
}
"""The place of the paper that a notice is about; the paper itself for the others."""


def path_of(kind: NoticeKind, reference: str, round_number: int | None = None) -> str:
    """Where a notice leads."""
    place = PLACES.get(kind)
    if place is None:
        return f"/positions/{reference}"
    query = f"?ronda={round_number}" if round_number is not None and place == "aprovacio" else ""
    return f"/positions/{reference}/{place}{query}"
