"""The facts that indicators are counted from: of the papers an actor sees, what that actor may know of each.

Counted are papers that have reached amending, when every town can take part. Comments are counted for those who read
the discussion, and never those of a town's internal thread; amendments and rounds without outcome on the adopted text for
those who read the paper. The public counts published papers by what their public face shows.
"""

import asyncio
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from positions.actors import Actor
from positions.asks import asks
from positions.deadlines import day_of
from positions.events import Tag
from positions.indicators import Act, Facts, Town, Turnout
from positions.lifecycle import Stage
from positions.models.amendments import Amendment, AmendmentAuthor
from positions.models.comments import Comment, Thread
from positions.models.events import Event
from positions.models.members import Membership
from positions.models.organizations import Organization
from positions.models.positions import Position, PositionSubject
from positions.models.rounds import Elector, Round, Vote
from positions.models.submissions import Submission
from positions.models.uptakes import Uptake
from positions.organizations import OrganizationKind
from positions.permissions import Permission
from positions.queries.access import Access, access_to
from positions.queries.lookups import equals
from positions.queries.organizations import NO_FIGURES, figures_on
from positions.queries.rounds import COUNTED, visible_rounds
from positions.queries.uptakes import seen
from positions.queries.versions import version_by_id, version_text
from positions.queries.visible import visible_positions
from positions.references import parse_reference
from positions.rounds import RoundStatus
from positions.uptakes import outcomes

STAGES = (Stage.AMENDING, Stage.APPROVING, Stage.ADOPTED, Stage.SUBMITTED, Stage.CLOSED)
FOLLOWED = frozenset({Stage.SUBMITTED, Stage.CLOSED})
"""The stages in which an institution has something to take up."""


@dataclass(frozen=True)
class Counted:
    """A paper as the reader stands to it, and what counts of it."""

    access: Access
    facts: Facts


Row = TypeVar("Row", Round, Uptake)
Towns = dict[str, frozenset[str]]
"""Codes of municipalities by position's id."""


async def count_papers(
    session: AsyncSession, actor: Actor, towns: Collection[Town], subject_code: str | None = None
) -> list[Counted]:
    """Every paper that counts for the reader, by reference."""
    statement = visible_positions(actor).where(Position.stage.in_([stage.value for stage in STAGES]))
    if subject_code is not None:
        of_subject = select(PositionSubject.position_id).where(
            equals(PositionSubject.subject_code, subject_code)
        )
        statement = statement.where(Position.id.in_(of_subject))
    statement = statement.options(selectinload(Position.participations)).order_by(Position.reference)
    accesses = [access_to(actor, row) for row in await session.scalars(statement)]
    gathered = await _gather(session, accesses, frozenset(town.code for town in towns))
    return [Counted(access, gathered.facts(access)) for access in accesses]


async def facts_of(session: AsyncSession, access: Access, towns: Collection[Town]) -> Facts:
    """What counts of one paper, at whatever stage it is."""
    gathered = await _gather(session, [access], frozenset(town.code for town in towns))
    return gathered.facts(access)


async def towns_on(session: AsyncSession, day: date) -> tuple[Town, ...]:
    """The municipalities with their inhabitants of a day, by code."""
    figures = await figures_on(session, day)
    statement = select(Organization).where(Organization.kind == OrganizationKind.MUNICIPALITY.value)
    return tuple(
        Town(row.code, row.comarca or "", figures.get(row.id, NO_FIGURES).population or 0)
        for row in await session.scalars(statement.order_by(Organization.code))
    )


@dataclass(frozen=True)
class _Gathered:
    """What was found about some papers, by position's id."""

    towns: frozenset[str]
    adopted_at: dict[str, datetime]
    commented: Towns
    amended: Towns
    rounds: dict[str, list[Round]]
    called: Towns
    voted: Towns
    asks: dict[str, tuple[str, ...]]
    uptakes: dict[str, list[Uptake]]
    sent_at: dict[str, list[datetime]]

    def facts(self, access: Access) -> Facts:
        """What the reader may know of one paper."""
        position = access.position
        reached = outcomes(self.asks.get(position.id, ()), seen(self.uptakes.get(position.id, ())))
        return Facts(
            reference=position.reference,
            year=parse_reference(position.reference).year,
            days=self._days(position),
            turnouts=self._turnouts(access),
            steps=self._steps(access),
            asks=tuple(reached.values()),
            in_time=self._in_time(position),
        )

    def _days(self, position: Position) -> int | None:
        adopted_at = self.adopted_at.get(position.id)
        return (day_of(adopted_at) - day_of(position.created_at)).days if adopted_at else None

    def _turnouts(self, access: Access) -> dict[Act, Turnout]:
        key, nobody = access.position.id, frozenset[str]()
        found: dict[Act, Turnout] = {}
        if access.holds(Permission.READ_DISCUSSION):
            found[Act.COMMENTED] = Turnout(self.towns, self.commented.get(key, nobody))
        if access.holds(Permission.READ):
            found[Act.AMENDED] = Turnout(self.towns, self.amended.get(key, nobody))
        if key in self.called:
            found[Act.VOTED] = Turnout(self.called[key], self.voted.get(key, nobody))
        return found

    def _steps(self, access: Access) -> tuple[str, ...] | None:
        if not access.holds(Permission.READ):
            return None
        return tuple(_step(row) for row in self.rounds.get(access.position.id, ()) if _was_held(row))

    def _in_time(self, position: Position) -> tuple[bool, ...]:
        deadline = position.target_deadline
        if deadline is None:
            return ()
        return tuple(sent_at <= deadline for sent_at in self.sent_at.get(position.id, ()))


def _step(row: Round) -> str:
    """What names a round's step; without a route there is a clearance and a last word."""
    return row.step_key or ("LAST" if row.is_last else "CLEARANCE")


def _was_held(row: Round) -> bool:
    """Whether a round took votes and has ended."""
    is_void = row.status == RoundStatus.VOID and row.closed_at is not None and row.closed_at > row.opens_at
    return is_void or row.status in COUNTED


async def _gather(session: AsyncSession, accesses: Sequence[Access], towns: frozenset[str]) -> _Gathered:
    ids = [access.position.id for access in accesses]
    followed = [access.position for access in accesses if access.stage in FOLLOWED]
    rounds = await _rounds(session, accesses)
    counted = [row.id for row in rounds if row.status in COUNTED]
    return _Gathered(
        towns=towns,
        adopted_at=await _adopted_at(session, ids),
        commented=await _towns(session, _commenting(ids)),
        amended=await _towns(session, _amending(ids)),
        rounds=_by_position(rounds),
        called=await _towns(session, _electing(counted)),
        voted=await _towns(session, _voting(counted)),
        asks=await _asks(session, followed),
        uptakes=_by_position(await session.scalars(_standing(ids))),
        sent_at=await _sent_at(session, ids),
    )


async def _rounds(session: AsyncSession, accesses: Iterable[Access]) -> list[Round]:
    """The rounds that the reader sees: all of the papers they read, of others those that decided."""
    readable = [access.position.id for access in accesses if access.holds(Permission.READ)]
    statement = select(Round).where(Round.position_id.in_(readable)).order_by(Round.position_id, Round.number)
    found = list(await session.scalars(statement))
    for access in accesses:
        if not access.holds(Permission.READ):
            found += await session.scalars(select(Round).where(visible_rounds(access)))
    return found


def _commenting(ids: Collection[str]) -> Select[str, str]:
    return (
        select(Thread.position_id, Organization.code)
        .join(Comment, Comment.thread_id == Thread.id)
        .join(Membership, Membership.id == Comment.membership_id)
        .join(Organization, Organization.id == Membership.organization_id)
        .where(Thread.position_id.in_(ids), Thread.visibility == "PARTICIPANTS")
    )


def _amending(ids: Collection[str]) -> Select[str, str]:
    return (
        select(Amendment.position_id, Organization.code)
        .join(AmendmentAuthor, AmendmentAuthor.amendment_id == Amendment.id)
        .join(Organization, Organization.id == AmendmentAuthor.organization_id)
        .where(Amendment.position_id.in_(ids))
    )


def _electing(round_ids: Collection[str]) -> Select[str, str]:
    return (
        select(Round.position_id, Organization.code)
        .join(Elector, Elector.round_id == Round.id)
        .join(Organization, Organization.id == Elector.organization_id)
        .where(Round.id.in_(round_ids))
    )


def _voting(round_ids: Collection[str]) -> Select[str, str]:
    """Who said something; silence is no vote, nor is what nobody confirmed; what was replaced was said all the same."""
    return (
        select(Round.position_id, Organization.code)
        .join(Vote, Vote.round_id == Round.id)
        .join(Organization, Organization.id == Vote.organization_id)
        .where(Round.id.in_(round_ids), Vote.is_tacit.is_(False), Vote.is_awaiting.is_(False))
    )


def _standing(ids: Collection[str]) -> Select[Uptake]:
    return select(Uptake).where(Uptake.position_id.in_(ids), Uptake.replaced_at.is_(None))


async def _towns(session: AsyncSession, statement: Select[str, str]) -> Towns:
    """The codes of municipalities by position, of a statement that gives both."""
    of_towns = statement.where(Organization.kind == OrganizationKind.MUNICIPALITY.value).distinct()
    found: dict[str, set[str]] = defaultdict(set)
    for position_id, code in await session.execute(of_towns):
        found[position_id].add(code)
    return {position_id: frozenset(codes) for position_id, codes in found.items()}


async def _adopted_at(session: AsyncSession, ids: Collection[str]) -> dict[str, datetime]:
    statement = select(Event.chain, Event.at, Event.body).where(
        Event.chain.in_(ids), Event.tag == Tag.STAGE_MOVED.value
    )
    moves = await session.execute(statement.order_by(Event.sequence))
    return {chain: at for chain, at, body in moves if _is_adoption(body)}


def _is_adoption(body: str) -> bool:
    move = json.loads(body)
    return bool((move["from"], move["to"]) == (Stage.APPROVING, Stage.ADOPTED))


async def _asks(session: AsyncSession, followed: Iterable[Position]) -> dict[str, tuple[str, ...]]:
    """The keys of the asks of the adopted texts; they are read off the loop, for texts are long."""
    texts = {
        position.id: await version_text(session, await version_by_id(session, position.adopted_version_id))
        for position in followed
        if position.adopted_version_id
    }

    def read() -> dict[str, tuple[str, ...]]:
        return {key: tuple(dict.fromkeys(ask.key for ask in asks(text))) for key, text in texts.items()}

    return await asyncio.to_thread(read)


async def _sent_at(session: AsyncSession, ids: Collection[str]) -> dict[str, list[datetime]]:
    """When each institution was first sent a paper."""
    statement = select(Submission.position_id, func.min(Submission.sent_at)).where(
        Submission.position_id.in_(ids)
    )
    found: dict[str, list[datetime]] = defaultdict(list)
    grouped = statement.group_by(Submission.position_id, Submission.institution_id)
    for position_id, sent_at in await session.execute(grouped):
        found[position_id].append(sent_at)
    return found


def _by_position(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.position_id].append(row)
    return found
