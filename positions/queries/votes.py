"""Votes read one by one: those that count, those prepared, those cast subject to ratification; and what they ask of a town."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from positions.actors import Actor, Role
from positions.confirmations import ConfirmationKind, is_other
from positions.errors import NotFound
from positions.mandates import RatificationStatus
from positions.models.members import Membership
from positions.models.positions import Position
from positions.models.rounds import Confirmation, Round, Vote
from positions.permissions import Permission
from positions.queries.access import Access
from positions.queries.lookups import equals
from positions.queries.rounds import (
    GROUNDS,
    RUNNING,
    hides_count,
    open_votes,
    see_round,
    takes_votes,
    voting_for,
    voting_time,
)
from positions.queries.standing import awaits, counts
from positions.queries.visible import visible
from positions.rounds import RoundStatus, may_vote
from positions.votes import VoteStanding, standing_of

AWAITS_RATIFICATION = sorted(RUNNING | {RoundStatus.PASSED})
"""Whose votes still have to be ratified: of a round that led nowhere nothing does."""


@dataclass(frozen=True)
class AskedVote:
    """A vote of an organization of the actor's about which something is asked, in its round until then."""

    position_id: str
    round_id: str
    until: datetime


@dataclass(frozen=True)
class UnratifiedVote:
    """A vote of an organization of the actor's that its body has to ratify by a day."""

    position_id: str
    round_id: str
    due_on: date


async def see_vote(
    session: AsyncSession, actor: Actor, vote_id: str, *, lock: bool = False
) -> tuple[Access, Round, Vote]:
    """A vote that counts or was prepared and that the actor may see, or a replaced one of their own organization, or NotFound."""
    round_id = await session.scalar(select(Vote.round_id).where(equals(Vote.id, vote_id)))
    try:
        access, found = await see_round(session, actor, round_id or "", lock=lock)
    except NotFound:
        raise NotFound("vote_unknown", ["voteId"]) from None
    vote = await session.scalar(_whole(select(Vote).where(Vote.id == vote_id)))
    if vote is None or not (vote in open_votes(found, access) or _is_told(vote, found, access)):
        raise NotFound("vote_unknown", ["voteId"])
    return access, found, vote


async def has_been_voted(session: AsyncSession, round_id: str) -> bool:
    """Whether anybody ever voted in a round, counted or not: prepared, replaced and withdrawn votes were votes."""
    return bool(await session.scalar(select(exists().where(Vote.round_id == round_id))))


async def prepared_votes(session: AsyncSession, access: Access, row: Round) -> list[Vote]:
    """The votes of a loaded round that nobody confirmed yet, as far as the actor is told of them."""
    statement = _whole(select(Vote).where(Vote.round_id == row.id, awaits()))
    return [vote for vote in await session.scalars(statement) if _is_told(vote, row, access)]


async def votes_to_ratify(session: AsyncSession, access: Access, row: Round) -> list[Vote]:
    """The votes of a loaded round that were cast subject to ratification, the earliest due first, those withdrawn included."""
    was_withdrawn = Vote.ratification_status == RatificationStatus.WITHDRAWN
    statement = select(Vote).where(
        Vote.round_id == row.id, Vote.ratification_due_on.is_not(None), or_(counts(), was_withdrawn)
    )
    told = open_votes(row, access)
    votes = await session.scalars(_whole(statement.order_by(Vote.ratification_due_on)))
    return [vote for vote in votes if vote in told or _is_told(vote, row, access)]


def standing(vote: Vote, row: Round, now: datetime) -> VoteStanding:
    """What has become of a vote by now."""
    return standing_of(
        is_awaiting=vote.is_awaiting,
        is_replaced=vote.replaced_at is not None,
        ratification=RatificationStatus(vote.ratification_status) if vote.ratification_status else None,
        takes_votes=may_vote(voting_time(row), now),
    )


def waiting(vote: Vote) -> Confirmation | None:
    """The confirmation that a loaded vote waits for."""
    return next((one for one in vote.confirmations if one.confirmed_at is None), None)


def may_confirm(vote: Vote, row: Round, access: Access, now: datetime) -> bool:
    """Whether the actor may confirm a loaded vote now."""
    awaited = waiting(vote)
    return (
        awaited is not None
        and vote.replaced_at is None
        and is_other(ConfirmationKind(awaited.kind), awaited.asker.member_id, access.actor.member_id or "")
        and may_vote(voting_time(row), now)
        and _holds(Permission.VOTE, vote, access)
    )


def may_settle(vote: Vote, row: Round, access: Access, now: datetime) -> bool:
    """Whether the actor may say now what became of a loaded vote that was cast subject to ratification."""
    is_open = vote.replaced_at is None and not vote.is_awaiting
    is_pending = vote.ratification_status == RatificationStatus.PENDING
    is_coordinator = any(
        one.role is Role.COORDINATOR and access.holds_under(Permission.SETTLE_RATIFICATION, one)
        for one in access.actor.memberships
    )
    return (
        is_open
        and is_pending
        and takes_settlements(row, now)
        and (is_coordinator or _holds(Permission.SETTLE_RATIFICATION, vote, access))
    )


def takes_settlements(row: Round, now: datetime) -> bool:
    """Whether ratifications of a round's votes may be settled: not between its time and its count, nor once it is void."""
    status = RoundStatus(row.status)
    return may_vote(voting_time(row), now) if status in RUNNING else status is not RoundStatus.VOID


async def votes_to_confirm(session: AsyncSession, actor: Actor, now: datetime) -> list[AskedVote]:
    """The votes that wait for a word of the actor, the most urgent first."""
    is_others = or_(
        Confirmation.kind != ConfirmationKind.SECOND_PERSON, Membership.member_id != actor.member_id
    )
    statement = (
        select(Round.position_id, Round.id, Round.closes_at)
        .join(Vote, Vote.round_id == Round.id)
        .join(Confirmation, Confirmation.vote_id == Vote.id)
        .join(Membership, Membership.id == Confirmation.asked_by)
        .join(Position, Position.id == Round.position_id)
        .where(
            takes_votes(now),
            visible(actor),
            Vote.organization_id.in_(voting_for(actor)),
            Vote.replaced_at.is_(None),
            Confirmation.confirmed_at.is_(None),
            is_others,
        )
        .order_by(Round.closes_at, Round.id)
    )
    return [AskedVote(*found) for found in await session.execute(statement)]


async def unratified_votes(session: AsyncSession, actor: Actor) -> list[UnratifiedVote]:
    """The votes of the actor's organizations that a body has still to ratify, the earliest due first."""
    statement = (
        select(Round.position_id, Round.id, Vote.ratification_due_on)
        .join(Vote, Vote.round_id == Round.id)
        .join(Position, Position.id == Round.position_id)
        .where(
            Round.status.in_(AWAITS_RATIFICATION),
            visible(actor),
            Vote.organization_id.in_(voting_for(actor)),
            counts(),
            Vote.ratification_status == RatificationStatus.PENDING,
        )
        .order_by(Vote.ratification_due_on, Round.id)
    )
    rows = await session.execute(statement)
    return [
        UnratifiedVote(position_id, round_id, due_on)
        for position_id, round_id, due_on in rows
        if due_on is not None
    ]


def _is_told(vote: Vote, row: Round, access: Access) -> bool:
    """Whether the actor is told of a vote that does not count: its own town is; of what is asked of a town a coordinator is."""
    if vote.organization_id in access.actor.organization_ids:
        return True
    is_asked = vote.replaced_at is None or vote.ratification_status == RatificationStatus.WITHDRAWN
    return is_asked and Role.COORDINATOR in access.actor.roles and not hides_count(row)


def _holds(permission: Permission, vote: Vote, access: Access) -> bool:
    return any(
        membership.organization_id == vote.organization_id and access.holds_under(permission, membership)
        for membership in access.actor.memberships
    )


def _whole(statement: Select[Vote]) -> Select[Vote]:
    return statement.options(*GROUNDS).order_by(Vote.id).execution_options(populate_existing=True)
