"""The agenda behind a private address: what its member may see and has to do by the roles of today."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, or_, select, true
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from positions.actors import Actor, Role
from positions.agendas import Agenda, Entry, Occasion
from positions.lifecycle import Stage
from positions.mandates import RatificationStatus
from positions.milestones import standings
from positions.models.members import Member
from positions.models.organizations import Organization
from positions.models.positions import Participation, Position
from positions.models.rounds import Elector, Round, Vote
from positions.queries.covers import dated
from positions.queries.holidays import clock
from positions.queries.members import actor_of_member
from positions.queries.standing import counts
from positions.queries.visible import readable
from positions.rounds import RoundStatus

KEPT = timedelta(days=60)
"""How long what is past stays in a calendar."""

MOST = 500
"""How many entries of each kind a calendar shows."""


async def agenda_of(session: AsyncSession, secret_hash: str, now: datetime) -> Agenda | None:
    """The agenda of the member whose address this is; None when it is nobody's."""
    member_id = await session.scalar(select(Member.id).where(Member.calendar_secret_hash == secret_hash))
    actor = await actor_of_member(session, member_id, now) if member_id else None
    if actor is None:
        return None
    entries = [
        *await _rounds(session, actor, now),
        *await _milestones(session, actor, now),
        *await _ratifications(session, actor),
    ]
    return Agenda(actor.locale, tuple(entries))


async def _rounds(session: AsyncSession, actor: Actor, now: datetime) -> list[Entry]:
    statement = (
        select(Round, Position, Organization.name)
        .join(Position, Position.id == Round.position_id)
        .join(Elector, Elector.round_id == Round.id)
        .join(Organization, Organization.id == Elector.organization_id)
        .where(readable(actor), Elector.organization_id.in_(sorted(actor.organization_ids)))
        .where(Round.status != RoundStatus.VOID.value, Round.closes_at >= now - KEPT)
        .order_by(Round.closes_at, Round.id, Organization.code)
        .options(selectinload(Position.headings))
        .limit(MOST)
    )
    found: dict[str, Entry] = {}
    for row, position, town in await session.execute(statement):
        known = found.get(row.id)
        found[row.id] = Entry(
            key=row.id,
            occasion=Occasion.ROUND,
            reference=position.reference,
            titles=_titles(position),
            due=row.closed_at or row.closes_at,
            changed_at=row.closed_at or row.created_at or row.opens_at,
            towns=(*(known.towns if known else ()), town),
            round_number=row.number,
        )
    return list(found.values())


async def _milestones(session: AsyncSession, actor: Actor, now: datetime) -> list[Entry]:
    statement = (
        select(Position)
        .where(readable(actor), _own(actor), Position.stage != Stage.WITHDRAWN.value)
        .order_by(Position.id.desc())
        .options(selectinload(Position.headings), selectinload(Position.milestones))
        .limit(MOST)
    )
    holidays = await clock(session)
    return [
        Entry(
            key=f"{position.id}-{one.kind.lower()}",
            occasion=Occasion.MILESTONE,
            reference=position.reference,
            titles=_titles(position),
            due=one.due_at,
            changed_at=position.updated_at,
            milestone=one.kind,
        )
        for position in await session.scalars(statement)
        for one in standings(dated(position.milestones), Stage(position.stage), now, holidays)
        if one.expected_on is not None and one.due_at >= now - KEPT
    ]


async def _ratifications(session: AsyncSession, actor: Actor) -> list[Entry]:
    statement = (
        select(Vote, Round.number, Position, Organization.name)
        .join(Round, Round.id == Vote.round_id)
        .join(Position, Position.id == Round.position_id)
        .join(Organization, Organization.id == Vote.organization_id)
        .where(readable(actor), Vote.organization_id.in_(sorted(actor.organization_ids)))
        .where(counts(), Vote.ratification_status == RatificationStatus.PENDING.value)
        .where(Vote.ratification_due_on.is_not(None), Round.status != RoundStatus.VOID.value)
        .order_by(Vote.ratification_due_on, Vote.id)
        .options(selectinload(Position.headings))
        .limit(MOST)
    )
    return [
        Entry(
            key=vote.id,
            occasion=Occasion.RATIFICATION,
            reference=position.reference,
            titles=_titles(position),
            due=vote.ratification_due_on,
            changed_at=vote.cast_at,
            towns=(town,),
            round_number=number,
        )
        for vote, number, position, town in await session.execute(statement)
        if vote.ratification_due_on is not None
    ]


def _own(actor: Actor) -> ColumnElement[bool]:
    """The papers whose calendar is the actor's own: those they coordinate, lead or take part in."""
    if Role.COORDINATOR in actor.roles:
        return true()
    organizations = sorted(actor.organization_ids)
    taking_part = select(Participation.position_id).where(
        Participation.organization_id.in_(organizations), Participation.state != "LEFT"
    )
    return or_(Position.lead_id.in_(organizations), Position.id.in_(taking_part))


def _titles(position: Position) -> dict[str, str]:
    titles = {heading.language: heading.title for heading in position.headings if heading.title}
    return titles or {position.original_language: position.reference}
