"""What is asked of an actor now, over all positions: one statement for each source, the rest is the permission table."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from sqlalchemy import and_, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from positions.actors import Actor
from positions.amendments import AmendmentStatus
from positions.deadlines import HOME_ZONE
from positions.lifecycle import Stage
from positions.models.amendments import Amendment
from positions.models.documents import Document, Update
from positions.models.members import Membership
from positions.models.positions import Position
from positions.models.requests import Look
from positions.models.rounds import Round
from positions.participation import ParticipationState
from positions.permissions import Permission
from positions.queries.access import Access, access_to
from positions.queries.pages import Page, Window
from positions.queries.reservations import reached_by_position
from positions.queries.rounds import RUNNING, awaited_rounds, pending_votes, ripe_rounds, voting_for
from positions.queries.translations import count_unapproved
from positions.queries.visible import readable, visible_positions
from positions.queries.votes import unratified_votes, votes_to_confirm
from positions.tasks import TaskKind

LIVING = (Stage.PROPOSED, Stage.DRAFTING, Stage.AMENDING, Stage.APPROVING, Stage.ADOPTED)
"""The stages in which something may be asked."""


@dataclass(frozen=True)
class Task:
    """Something to do about a position: how much of it, until when, in which round."""

    kind: TaskKind
    access: Access
    due_at: datetime | None
    count: int = 1
    round_id: str | None = None

    @property
    def key(self) -> tuple[str, str, str, str]:
        """Its place in the list: the most urgent first, the dateless last."""
        due = self.due_at.isoformat() if self.due_at else "~"
        return (due, self.access.position.reference, self.kind, self.round_id or "")


@dataclass(frozen=True)
class _Facts:
    """What is known of the living positions, by position id."""

    now: datetime
    tabled: dict[str, int]
    unread: dict[str, int]
    in_round: frozenset[str]
    unapproved: dict[str, int]
    reached: dict[str, int]


async def tasks_of(session: AsyncSession, actor: Actor, now: datetime) -> list[Task]:
    """Everything that is asked of the actor, the most urgent first."""
    if not actor.memberships:
        return []
    accesses = await _living(session, actor)
    facts = _Facts(
        now,
        tabled=await _tabled(session, list(accesses)),
        unread=await _unread(session, actor, list(accesses)),
        in_round=await _in_round(session, list(accesses)),
        unapproved=await count_unapproved(session, list(accesses)),
        reached=await reached_by_position(session, voting_for(actor), list(accesses)),
    )
    found = [task for access in accesses.values() for task in _of_position(access, facts)]
    found += await _in_rounds(session, actor, accesses, now)
    found += await _to_ratify(session, actor)
    return sorted(found, key=lambda task: task.key)


async def page_of_tasks(session: AsyncSession, actor: Actor, now: datetime, window: Window) -> Page[Task]:
    """One page of the tasks."""
    rest = [
        task
        for task in await tasks_of(session, actor, now)
        if window.after is None or task.key > tuple(map(str, window.after))
    ]
    shown = rest[: window.limit]
    return Page(shown, [task.key for task in shown], len(rest) > window.limit)


async def count_tasks(session: AsyncSession, actor: Actor, now: datetime) -> int:
    """How many tasks there are."""
    return len(await tasks_of(session, actor, now))


def _of_position(access: Access, facts: _Facts) -> Iterator[Task]:
    for kind, count_of in _COUNTS.items():
        count = count_of(access, facts)
        if count:
            yield Task(kind, access, _DUE[kind](access.position), count)


def _invitations(access: Access, _: _Facts) -> int:
    return sum(
        state is ParticipationState.INVITED
        for organization_id, state in _own_states(access)
        if _may_join(access, organization_id)
    )


def _may_join(access: Access, organization_id: str) -> bool:
    return any(
        membership.organization_id == organization_id
        and access.holds_under(Permission.PARTICIPATE, membership)
        for membership in access.actor.memberships
    )


def _writing(access: Access, _: _Facts) -> int:
    states = [state for _, state in _own_states(access)]
    has_accepted = not states or ParticipationState.ACCEPTED in states
    return int(access.stage is Stage.DRAFTING and has_accepted and access.holds(Permission.EDIT_ORIGINAL))


def _changes(access: Access, facts: _Facts) -> int:
    return facts.unread.get(access.position.id, 0)


def _decisions(access: Access, facts: _Facts) -> int:
    return facts.tabled.get(access.position.id, 0) if access.holds(Permission.DECIDE_AMENDMENT) else 0


def _openings(access: Access, facts: _Facts) -> int:
    position = access.position
    is_free = position.id not in facts.in_round and not facts.tabled.get(position.id)
    is_late = position.tabling_deadline is None or position.tabling_deadline <= facts.now
    return int(is_free and is_late and access.holds(Permission.OPEN_ROUND))


def _liftings(access: Access, facts: _Facts) -> int:
    return facts.reached.get(access.position.id, 0) if access.stage is not Stage.ADOPTED else 0


def _translations(access: Access, facts: _Facts) -> int:
    count = facts.unapproved.get(access.position.id, 0)
    return count if access.holds(Permission.APPROVE_TRANSLATION) else 0


def _publications(access: Access, _: _Facts) -> int:
    return int(access.stage is Stage.ADOPTED and not access.is_published and access.holds(Permission.PUBLISH))


_COUNTS: dict[TaskKind, Callable[[Access, _Facts], int]] = {
    TaskKind.ACCEPT_INVITATION: _invitations,
    TaskKind.WRITE: _writing,
    TaskKind.READ_CHANGES: _changes,
    TaskKind.DECIDE_AMENDMENTS: _decisions,
    TaskKind.OPEN_ROUND: _openings,
    TaskKind.LIFT_RESERVATION: _liftings,
    TaskKind.APPROVE_TRANSLATION: _translations,
    TaskKind.PUBLISH: _publications,
}
"""How much of each kind a position asks of the actor; what rounds ask comes from the rounds."""


def _until_tabling(position: Position) -> datetime | None:
    return position.tabling_deadline or position.target_deadline


def _until_target(position: Position) -> datetime | None:
    return position.target_deadline


_DUE: dict[TaskKind, Callable[[Position], datetime | None]] = {
    TaskKind.ACCEPT_INVITATION: _until_tabling,
    TaskKind.WRITE: _until_tabling,
    TaskKind.READ_CHANGES: _until_tabling,
    TaskKind.DECIDE_AMENDMENTS: _until_target,
    TaskKind.OPEN_ROUND: _until_target,
    TaskKind.LIFT_RESERVATION: _until_target,
    TaskKind.APPROVE_TRANSLATION: _until_target,
    TaskKind.PUBLISH: _until_target,
}


def _own_states(access: Access) -> list[tuple[str, ParticipationState]]:
    own = access.actor.organization_ids
    return [
        (part.organization_id, ParticipationState(part.state))
        for part in access.position.participations
        if part.organization_id in own
    ]


async def _living(session: AsyncSession, actor: Actor) -> dict[str, Access]:
    statement = visible_positions(actor).where(readable(actor), Position.stage.in_(LIVING))
    rows = await session.scalars(statement.options(selectinload(Position.participations)))
    return {row.id: access_to(actor, row) for row in rows}


async def _tabled(session: AsyncSession, ids: list[str]) -> dict[str, int]:
    statement = (
        select(Amendment.position_id, func.count())
        .where(Amendment.position_id.in_(ids), Amendment.status == AmendmentStatus.TABLED)
        .group_by(Amendment.position_id)
    )
    return {position_id: count for position_id, count in await session.execute(statement)}  # noqa: C416  # rows are no pairs to mypy


async def _unread(session: AsyncSession, actor: Actor, ids: list[str]) -> dict[str, int]:
    """How many updates of others the member has not seen of texts looked at before."""
    statement = (
        select(Document.position_id, func.count())
        .join(Look, Look.document_id == Document.id)
        .join(Update, and_(Update.document_id == Document.id, Update.sequence > Look.sequence))
        .join(Membership, Membership.id == Update.membership_id)
        .where(
            Document.position_id.in_(ids),
            Look.member_id == actor.member_id,
            Membership.member_id != actor.member_id,
        )
        .group_by(Document.position_id)
    )
    return {position_id: int(count) for position_id, count in await session.execute(statement)}


async def _in_round(session: AsyncSession, ids: list[str]) -> frozenset[str]:
    statement = select(Round.position_id).where(Round.position_id.in_(ids), Round.status.in_(RUNNING))
    return frozenset(await session.scalars(statement))


async def _in_rounds(
    session: AsyncSession, actor: Actor, accesses: dict[str, Access], now: datetime
) -> list[Task]:
    """Votes to cast, votes to confirm, towns to remind, and rounds to close."""
    asked = [
        (TaskKind.VOTE, vote.position_id, vote.round_id, vote.closes_at)
        for vote in await pending_votes(session, actor, now)
    ] + [
        (TaskKind.CONFIRM_VOTE, vote.position_id, vote.round_id, vote.until)
        for vote in await votes_to_confirm(session, actor, now)
    ]
    votes = [
        Task(kind, accesses[position_id], until, count, round_id)
        for (kind, position_id, round_id, until), count in Counter(asked).items()
        if position_id in accesses
    ]
    remindings = [
        Task(
            TaskKind.REMIND,
            accesses[awaited.position_id],
            awaited.closes_at,
            awaited.pending,
            awaited.round_id,
        )
        for awaited in await awaited_rounds(session, actor, now)
        if awaited.position_id in accesses and accesses[awaited.position_id].holds(Permission.REMIND)
    ]
    closings = [
        Task(TaskKind.CLOSE_ROUND, accesses[ripe.position_id], ripe.closes_at, round_id=ripe.round_id)
        for ripe in await ripe_rounds(session, actor, now)
        if ripe.position_id in accesses and accesses[ripe.position_id].holds(Permission.CLOSE_ROUND)
    ]
    return votes + remindings + closings


async def _to_ratify(session: AsyncSession, actor: Actor) -> list[Task]:
    """Votes that a town's body has still to ratify, whatever has become of the paper since; the overdue come first by their day."""
    found = Counter(
        (vote.position_id, vote.round_id, vote.due_on) for vote in await unratified_votes(session, actor)
    )
    ids = {position_id for position_id, _, _ in found}
    statement = visible_positions(actor).where(readable(actor), Position.id.in_(sorted(ids)))
    rows = await session.scalars(statement.options(selectinload(Position.participations)))
    accesses = {row.id: access_to(actor, row) for row in rows} if ids else {}
    return [
        Task(TaskKind.RATIFY, accesses[position_id], _end_of(due_on), count, round_id)
        for (position_id, round_id, due_on), count in found.items()
        if position_id in accesses
    ]


def _end_of(day: date) -> datetime:
    """The last second of a day of the metropolis."""
    return datetime.combine(day, time(23, 59, 59), HOME_ZONE).astimezone(UTC)
