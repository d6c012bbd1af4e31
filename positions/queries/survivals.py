"""What a town said before a round: the vote it may confirm there, and the text it spoke about last.

Comparable are the ended rounds of the same step or, without a route, those in which silence means the same. The town's last word
in any of them is taken, whatever came of the round: nobody is dropped because one round was voided before they had voted.
"""

import asyncio
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from positions.mandates import RatificationStatus
from positions.models.requests import Look
from positions.models.rounds import Reservation, Round, Vote
from positions.models.versions import Version
from positions.permissions import Permission
from positions.queries.access import Access
from positions.queries.rounds import RUNNING, round_by_number
from positions.queries.standing import counts
from positions.queries.versions import version_text
from positions.reservations import Reservation as Condition
from positions.reservations import ReservationKind, ReservationState
from positions.rules import Choice
from positions.survivals import EarlierVote, LastWordKind, Survival, survival


@dataclass(frozen=True)
class Earlier:
    """A town's earlier vote with its round, and what becomes of it on the text of a newer one."""

    round: Round
    vote: Vote
    survival: Survival


@dataclass(frozen=True)
class LastWord:
    """The text that a town spoke about last before a round, or that its member looked at last."""

    kind: LastWordKind
    at: datetime
    version: Version
    round_number: int | None = None


async def earlier_vote(
    session: AsyncSession, access: Access, row: Round, organization_id: str
) -> Earlier | None:
    """What an organization said last in a round that the given one can be compared with."""
    statement = (
        select(Round.number)
        .join(Vote, Vote.round_id == Round.id)
        .where(
            Round.position_id == row.position_id,
            Round.number < row.number,
            Round.step_key.is_not_distinct_from(row.step_key),
            Round.silence == row.silence,
            Round.status.not_in(RUNNING),
            Vote.organization_id == organization_id,
            counts(),
        )
        .order_by(Round.number.desc())
    )
    number = await session.scalar(statement.limit(1))
    earlier = None if number is None else await round_by_number(session, access, number)
    if earlier is None:
        return None
    own = (one for one in earlier.votes if one.organization_id == organization_id)
    vote = next(own)
    base = await version_text(session, earlier.version)
    head = await version_text(session, row.version)
    return Earlier(earlier, vote, await asyncio.to_thread(survival, _said(vote), base, head))


async def last_word(
    session: AsyncSession, row: Round, organization_id: str, member_id: str | None
) -> LastWord | None:
    """What an organization spoke about last before a round; if it never did, what the member looked at last."""
    statement = (
        select(Vote, Round)
        .join(Round, Round.id == Vote.round_id)
        .where(
            Round.position_id == row.position_id,
            Round.number < row.number,
            Vote.organization_id == organization_id,
            ~Vote.is_tacit,
            ~Vote.is_awaiting,
        )
        .order_by(Round.number.desc(), Vote.cast_at.desc(), Vote.id.desc())
    )
    found = (await session.execute(statement.limit(1))).first()
    if found is None:
        return await _last_look(session, row, member_id)
    vote, earlier = found
    version = await session.get_one(Version, earlier.version_id)
    return LastWord(LastWordKind.VOTE, vote.cast_at, version, earlier.number)


def called_for(access: Access, row: Round, organization_code: str | None = None) -> str | None:
    """The id of the one organization called to a round that the actor may vote for."""
    called = {one.organization_id for one in row.electors}
    own = {
        membership.organization_id
        for membership in access.actor.memberships
        if membership.organization_id in called
        and organization_code in (None, membership.organization_code)
        and access.holds_under(Permission.VOTE, membership)
    }
    return own.pop() if len(own) == 1 else None


async def _last_look(session: AsyncSession, row: Round, member_id: str | None) -> LastWord | None:
    document_id = row.version.document_id
    look = await session.get(Look, (member_id, document_id)) if member_id else None
    if look is None:
        return None
    statement = select(Version).where(
        Version.document_id == document_id,
        Version.sequence <= look.sequence,
        Version.number <= row.version.number,
    )
    seen = await session.scalar(statement.order_by(Version.number.desc()).limit(1))
    return LastWord(LastWordKind.LOOK, look.at, seen) if seen else None


def _said(vote: Vote) -> EarlierVote:
    return EarlierVote(
        Choice(vote.choice),
        is_tacit=vote.is_tacit,
        is_withdrawn=vote.ratification_status == RatificationStatus.WITHDRAWN,
        except_asks=tuple(vote.except_ask_keys),
        held=tuple((ReservationState(one.state), condition_of(one)) for one in vote.reservations),
    )


def condition_of(row: Reservation) -> Condition:
    """A reservation as it was stated."""
    return Condition(
        ReservationKind(row.kind), row.reason, row.wish, ask_key=row.ask_key, start=row.start, end=row.end
    )
