"""Who is told of an event: one statement for each audience, over the roles held on the day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from positions.actors import Role
from positions.events import Tag
from positions.models.amendments import AmendmentAuthor
from positions.models.comments import Comment
from positions.models.members import Membership
from positions.models.notices import Notice
from positions.models.organizations import Organization
from positions.models.positions import Participation, Position
from positions.models.rounds import Elector, Round, Vote
from positions.notices import OPENINGS, Audience
from positions.participation import ParticipationState
from positions.queries.standing import counts
from positions.rounds import RoundStatus
from positions.rules import Choice


@dataclass(frozen=True)
class Recipient:
    """A member, and the organization as whose member they are told; None where it makes no difference."""

    member_id: str
    organization_id: str | None = None


_NAMING = ("organization", "organizations", "participants")
"""The fields of an event's body that name organizations by code."""


@dataclass(frozen=True)
class Happening:
    """An event as those are looked for whom it concerns."""

    position: Position
    tag: Tag
    body: Mapping[str, object]
    day: date
    audience_id: str | None = None

    @property
    def round_id(self) -> str | None:
        """The round it is about, if it is about one."""
        found = self.body.get("round")
        return str(found) if found is not None else None

    @property
    def codes(self) -> tuple[str, ...]:
        """The organizations it names."""
        if isinstance(votes := self.body.get("votes"), list):
            return tuple(str(vote["organization"]) for vote in votes)
        named = next((self.body[field] for field in _NAMING if self.body.get(field)), ())
        return tuple(map(str, named)) if isinstance(named, list | tuple) else (str(named),)


async def recipients(session: AsyncSession, audience: Audience, event: Happening) -> set[Recipient]:
    """Whoever belongs to the audience of an event."""
    found = await session.execute(_STATEMENTS[audience](event))
    keeps = audience in _AS_MEMBERS or event.audience_id is not None
    return {Recipient(member, organization if keeps else None) for member, organization in found}


async def delegates_of(session: AsyncSession, organization_ids: Iterable[str], day: date) -> set[Recipient]:
    """The members who may vote for these organizations."""
    statement = _delegates(day).where(Membership.organization_id.in_(sorted(organization_ids)))
    return {Recipient(*row) for row in await session.execute(statement)}


async def participants(session: AsyncSession, position: Position, day: date) -> set[Recipient]:
    """Whoever works on a position for the lead or for a town that takes part."""
    return {Recipient(member) for member, _ in await session.execute(_taking_part(position, day))}


async def coordinators(session: AsyncSession, day: date) -> set[Recipient]:
    """Whoever keeps the calendar."""
    return {Recipient(member) for member, _ in await session.execute(_with_role(Role.COORDINATOR, day))}


async def ids_of(session: AsyncSession, codes: Iterable[str]) -> dict[str, str]:
    """Organization ids by code."""
    statement = select(Organization.code, Organization.id).where(Organization.code.in_(sorted(codes)))
    return {code: identifier for code, identifier in await session.execute(statement)}  # noqa: C416  # rows are no pairs to mypy


async def earlier_approvers(session: AsyncSession, round_id: str) -> frozenset[str]:
    """The organizations that approved in the round before, where that one led to nothing."""
    asked = select(Round.position_id, Round.number).where(Round.id == round_id).subquery()
    statement = (
        select(Vote.organization_id)
        .join(Round, Round.id == Vote.round_id)
        .join(asked, and_(asked.c.position_id == Round.position_id, asked.c.number == Round.number + 1))
        .where(
            Round.status.in_([RoundStatus.FAILED, RoundStatus.BROKEN, RoundStatus.VOID]),
            Vote.choice == Choice.APPROVE,
            Vote.is_tacit.is_(False),
            counts(),
        )
    )
    return frozenset(await session.scalars(statement))


Told = Select[str, str] | Select[str, str | None]


def held_on(day: date) -> ColumnElement[bool]:
    """The condition that a role holds on a day."""
    return and_(Membership.since <= day, or_(Membership.until.is_(None), Membership.until >= day))


def _with_role(role: Role, day: date) -> Told:
    columns = select(Membership.member_id, Membership.organization_id)
    return columns.where(Membership.role == role.value, held_on(day))


def _delegates(day: date) -> Told:
    return _with_role(Role.DELEGATE, day)


def _called(event: Happening) -> Told:
    electors = select(Elector.organization_id).where(Elector.round_id == event.round_id)
    return _delegates(event.day).where(Membership.organization_id.in_(electors))


def _named(event: Happening) -> Told:
    named = select(Organization.id).where(Organization.code.in_(event.codes))
    return _delegates(event.day).where(Membership.organization_id.in_(named))


def _authors(event: Happening) -> Told:
    tabled = select(AmendmentAuthor.organization_id)
    tabled = tabled.where(AmendmentAuthor.amendment_id == str(event.body.get("amendment")))
    return _delegates(event.day).where(Membership.organization_id.in_(tabled))


def _informed(event: Happening) -> Told:
    """Who was told of a round; of one that was recalled, who has noticed."""
    openings = sorted(kind.value for kind in OPENINGS)
    statement = select(Notice.member_id, Notice.organization_id)
    statement = statement.where(Notice.round_id == event.round_id, Notice.kind.in_(openings))
    if event.tag is Tag.ROUND_RECALLED:
        statement = statement.where(or_(Notice.seen_at.is_not(None), Notice.mail_id.is_not(None)))
    return statement


def _participants(event: Happening) -> Told:
    return _taking_part(event.position, event.day)


def _taking_part(position: Position, day: date) -> Told:
    taking_part = select(Participation.organization_id).where(
        Participation.position_id == position.id, Participation.state != ParticipationState.LEFT
    )
    is_theirs = Membership.organization_id.in_(taking_part)
    return _delegates(day).where(or_(is_theirs, Membership.organization_id == position.lead_id))


def _coordinators(event: Happening) -> Told:
    return _with_role(Role.COORDINATOR, event.day)


def _thread(event: Happening) -> Told:
    """Whoever spoke in the thread; an internal one is for the members of its town, as they are today."""
    statement = select(Membership.member_id, Membership.organization_id)
    spoken = select(Comment.membership_id).where(Comment.thread_id == str(event.body.get("thread")))
    statement = statement.where(Membership.id.in_(spoken), held_on(event.day))
    if event.audience_id is not None:
        statement = statement.where(Membership.organization_id == event.audience_id)
    return statement


_STATEMENTS = {
    Audience.CALLED: _called,
    Audience.NAMED: _named,
    Audience.AUTHORS: _authors,
    Audience.INFORMED: _informed,
    Audience.PARTICIPANTS: _participants,
    Audience.COORDINATORS: _coordinators,
    Audience.THREAD: _thread,
}

_AS_MEMBERS = frozenset({Audience.CALLED, Audience.NAMED, Audience.AUTHORS, Audience.INFORMED})
"""The audiences that are told as members of one organization."""
