"""Who is still to vote, when each town was reminded and last seen at work on the paper, and what a job has to remind of."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from positions.events import Tag
from positions.mandates import RatificationStatus
from positions.models.documents import Document
from positions.models.events import Event
from positions.models.members import Membership
from positions.models.requests import Look
from positions.models.rounds import Elector, Round, Vote
from positions.queries.access import Access
from positions.queries.recipients import delegates_of
from positions.queries.standing import counts
from positions.reminders import Occasion, may_remind
from positions.rounds import RoundStatus

_COUNTED = (RoundStatus.OPEN, RoundStatus.PASSED)


@dataclass(frozen=True)
class Reminder:
    """A reminder that was sent: when, why, and to which organizations."""

    at: datetime
    occasion: Occasion
    codes: frozenset[str]


@dataclass(frozen=True)
class PendingTown:
    """An organization that has not voted in an open round."""

    elector: Elector
    is_reachable: bool
    last_activity_at: datetime | None
    last_reminded_at: datetime | None
    may_be_reminded: bool


@dataclass(frozen=True)
class OpenRatification:
    """A vote that its town's body has yet to ratify."""

    position_id: str
    round_id: str
    vote_id: str
    organization_id: str
    due_on: date


async def reminders_of(session: AsyncSession, row: Round) -> list[Reminder]:
    """Every reminder of a round, the earliest first."""
    statement = select(Event).where(Event.chain == row.position_id, Event.tag == Tag.ROUND_REMINDED.value)
    events = await session.scalars(statement.order_by(Event.sequence))
    return [reminder for event in events for reminder in _read(event, row.id)]


def _read(event: Event, round_id: str) -> Iterator[Reminder]:
    body = json.loads(event.body)
    if body["round"] == round_id:
        yield Reminder(event.at, Occasion(body["occasion"]), frozenset(body["organizations"]))


def last_reminded(reminders: list[Reminder], code: str) -> datetime | None:
    """When an organization was last reminded."""
    return max((one.at for one in reminders if code in one.codes), default=None)


def pending_electors(row: Round) -> list[Elector]:
    """Those called who have not said anything that counts or waits to be confirmed, of a loaded round; by code."""
    said = {vote.organization_id for vote in row.votes if not vote.is_tacit}
    return sorted(
        (one for one in row.electors if one.organization_id not in said),
        key=lambda one: one.organization.code,
    )


async def pending_towns(
    session: AsyncSession, access: Access, row: Round, now: datetime
) -> list[PendingTown]:
    """The organizations whose vote is missing in an open round, the largest first; of any other round nobody is missing."""
    if row.status != RoundStatus.OPEN or now < row.opens_at or now >= row.closes_at:
        return []
    pending = sorted(pending_electors(row), key=lambda one: (-one.population, one.organization.code))
    ids = [one.organization_id for one in pending]
    activity = await last_activity(session, access.position.id, ids)
    reminders = await reminders_of(session, row)
    reachable = {one.organization_id for one in await delegates_of(session, ids, now.date())}
    return [
        PendingTown(
            elector=one,
            is_reachable=one.organization_id in reachable,
            last_activity_at=activity.get(one.organization_id),
            last_reminded_at=(last := last_reminded(reminders, one.organization.code)),
            may_be_reminded=one.organization_id in reachable and may_remind(last, now),
        )
        for one in pending
    ]


async def last_activity(
    session: AsyncSession, position_id: str, organization_ids: list[str]
) -> dict[str, datetime]:
    """When the members of each organization last did or read anything in a position; internal threads are nobody's business."""
    did = (
        select(Membership.organization_id, func.max(Event.at))
        .join(Event, Event.membership_id == Membership.id)
        .where(
            Event.chain == position_id,
            Event.audience_id.is_(None),
            Membership.organization_id.in_(organization_ids),
        )
        .group_by(Membership.organization_id)
    )
    read = (
        select(Membership.organization_id, func.max(Look.at))
        .join(Look, Look.member_id == Membership.member_id)
        .join(Document, Document.id == Look.document_id)
        .where(Document.position_id == position_id, Membership.organization_id.in_(organization_ids))
        .group_by(Membership.organization_id)
    )
    found: dict[str, datetime] = {}
    for statement in (did, read):
        for organization_id, at in await session.execute(statement):
            found[organization_id] = max(at, found.get(organization_id, at))
    return found


async def open_rounds(session: AsyncSession, now: datetime) -> list[Round]:
    """Every round that takes votes now."""
    statement = select(Round).where(
        Round.status == RoundStatus.OPEN, Round.opens_at <= now, Round.closes_at > now
    )
    return list(await session.scalars(statement.order_by(Round.closes_at, Round.id)))


async def with_electorate(session: AsyncSession, round_id: str) -> Round:
    """A round with its electorate and the votes that count."""
    statement = select(Round).where(Round.id == round_id)
    loaded = statement.options(
        selectinload(Round.electors).selectinload(Elector.organization),
        selectinload(Round.votes.and_(counts())),
    )
    return (await session.scalars(loaded.execution_options(populate_existing=True))).one()


async def open_ratifications(session: AsyncSession, until: date) -> list[OpenRatification]:
    """The votes whose ratification is due by a day and not settled, of rounds that were not given up."""
    statement = (
        select(Round.position_id, Round.id, Vote.id, Vote.organization_id, Vote.ratification_due_on)
        .join(Round, Round.id == Vote.round_id)
        .where(
            Vote.ratification_status == RatificationStatus.PENDING,
            Vote.ratification_due_on <= until,
            counts(),
            Round.status.in_([status.value for status in _COUNTED]),
        )
        .order_by(Vote.id)
    )
    found = await session.execute(statement)
    return [
        OpenRatification(position, round_, vote, organization, due_on)
        for position, round_, vote, organization, due_on in found
        if due_on is not None
    ]
