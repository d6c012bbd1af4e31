"""Rounds read: those an actor sees, each with its frozen electorate, its votes that count, and their reservations.

Before publication whoever reads the position sees them; afterwards the public sees those that decided the adopted text.
A sealed round shows nobody how others voted before it has closed.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, exists, false, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from positions import rounds
from positions.actors import Actor, Role, Scope
from positions.errors import NotFound
from positions.lifecycle import Stage
from positions.models.positions import Position
from positions.models.rounds import Confirmation, Elector, Reservation, Round, Vote
from positions.models.versions import Version
from positions.permissions import Permission
from positions.queries.access import Access, see_position_by_id
from positions.queries.errata import adopting_rounds
from positions.queries.lookups import equals
from positions.queries.pages import Order, Page, Window, page
from positions.queries.routes import held_before
from positions.queries.standing import awaits, counts
from positions.queries.visible import visible
from positions.rounds import RoundStatus

RoundRow = Round
ElectorRow = Elector
VoteRow = Vote
GROUNDS = (
    selectinload(Vote.organization),
    selectinload(Vote.reservations),
    selectinload(Vote.certificate),
    selectinload(Vote.ratification_certificate),
    selectinload(Vote.membership),
    selectinload(Vote.confirmations).selectinload(Confirmation.asker),
)
"""All that a vote is shown with: whose it is, on which conditions, under what, and who confirmed it."""
ReservationRow = Reservation
ConfirmationRow = Confirmation

BY_NUMBER = Order((Round.number,))
RUNNING = frozenset({RoundStatus.SCHEDULED, RoundStatus.OPEN})
"""The statuses in which a round keeps its position's text frozen; there is one such round at a time."""

COUNTED = frozenset({RoundStatus.PASSED, RoundStatus.FAILED, RoundStatus.BROKEN})
"""The statuses that a count led to."""

_RUNNING = sorted(status.value for status in RUNNING)


@dataclass(frozen=True)
class PendingVote:
    """An organization of the actor's that has not voted in a round that takes votes."""

    position_id: str
    round_id: str
    closes_at: datetime
    organization_id: str


@dataclass(frozen=True)
class HeldReservation:
    """A reservation with the vote it is held with, the vote's round, and the access to the position."""

    access: Access
    round: Round
    vote: Vote
    reservation: Reservation


@dataclass(frozen=True)
class AwaitedRound:
    """A round that still takes votes, and how many organizations have said nothing."""

    position_id: str
    round_id: str
    closes_at: datetime
    pending: int


@dataclass(frozen=True)
class LiveRound:
    """A round that takes votes, as it stands at the door: its paper, its end, and the codes of those still to vote."""

    reference: str
    titles: dict[str, str]
    number: int
    name: str
    closes_at: datetime
    called: int
    pending: list[str]


@dataclass(frozen=True)
class RipeRound:
    """A round that may be closed: its time is over, or every organization has voted."""

    position_id: str
    round_id: str
    closes_at: datetime


def visible_rounds(access: Access) -> ColumnElement[bool]:
    """The condition under which a round of the position exists for the actor."""
    of_position = Round.position_id == access.position.id
    if access.holds(Permission.READ):
        return of_position
    return adopting_rounds(access.position.id) if access.is_published else false()


async def list_rounds(session: AsyncSession, access: Access, window: Window) -> Page[Round]:
    """A page of the position's rounds, by number."""
    return await page(session, loaded(select(Round).where(visible_rounds(access))), BY_NUMBER, window)


async def count_rounds(session: AsyncSession, access: Access) -> int:
    """How many rounds of the position the actor sees."""
    statement = select(func.count()).select_from(Round).where(visible_rounds(access))
    return await session.scalar(statement) or 0


async def round_by_number(session: AsyncSession, access: Access, number: int) -> Round | None:
    """One round of the position, if the actor sees it."""
    return await session.scalar(loaded(select(Round).where(visible_rounds(access), Round.number == number)))


async def see_round(
    session: AsyncSession, actor: Actor, round_id: str, *, lock: bool = False
) -> tuple[Access, Round]:
    """A round and the access to its position, or NotFound; with `lock` the position's row, then the round's, is held."""
    position_id = await session.scalar(select(Round.position_id).where(equals(Round.id, round_id)))
    if position_id is None:
        raise NotFound("round_unknown", ["roundId"])
    try:
        access = await see_position_by_id(session, actor, position_id, lock=lock)
    except NotFound:
        raise NotFound("round_unknown", ["roundId"]) from None
    statement = loaded(select(Round).where(visible_rounds(access), Round.id == round_id))
    found = await session.scalar(statement.with_for_update(of=Round) if lock else statement)
    if found is None:
        raise NotFound("round_unknown", ["roundId"])
    return access, found


async def see_reservation(
    session: AsyncSession, actor: Actor, reservation_id: str, *, lock: bool = False
) -> HeldReservation:
    """A reservation of a vote that the actor may see, or NotFound."""
    vote_id = await session.scalar(select(Reservation.vote_id).where(equals(Reservation.id, reservation_id)))
    round_id = await session.scalar(select(Vote.round_id).where(Vote.id == vote_id))
    try:
        access, found = await see_round(session, actor, round_id or "", lock=lock)
    except NotFound:
        raise NotFound("reservation_unknown", ["reservationId"]) from None
    for vote in open_votes(found, access):
        for reservation in open_reservations(vote, access):
            if reservation.id == reservation_id:
                return HeldReservation(access, found, vote, reservation)
    raise NotFound("reservation_unknown", ["reservationId"])


def loaded(statement: Select[Round]) -> Select[Round]:
    """The statement with all that a round is shown and counted with; of votes those that count."""
    votes = selectinload(Round.votes.and_(counts()))
    return statement.options(
        selectinload(Round.version),
        selectinload(Round.electors).selectinload(Elector.organization),
        votes.options(*GROUNDS),
    ).execution_options(populate_existing=True)


def has_ended(row: Round) -> bool:
    """Whether a round is over, with an outcome or without."""
    return RoundStatus(row.status) not in RUNNING


def voting_time(row: Round) -> rounds.Window:
    """A round's stored status and the time in which it takes votes."""
    return rounds.Window(RoundStatus(row.status), row.opens_at, row.closes_at)


def hides_count(row: Round) -> bool:
    """Whether the count is sealed: until a sealed round has an outcome."""
    return row.is_sealed and RoundStatus(row.status) not in COUNTED


def open_votes(row: Round, access: Access) -> list[Vote]:
    """The votes of a loaded round that the actor may see; of a sealed one, their own organizations'."""
    if not hides_count(row):
        return list(row.votes)
    return [vote for vote in row.votes if vote.organization_id in access.actor.organization_ids]


def open_reservations(vote: Vote, access: Access) -> list[Reservation]:
    """The reservations held with a vote; they are part of the debate, which the public does not read."""
    return list(vote.reservations) if access.holds(Permission.READ) else []


async def running_round(session: AsyncSession, position_id: str) -> Round | None:
    """The round that is scheduled or open."""
    statement = select(Round).where(Round.position_id == position_id, Round.status.in_(_RUNNING))
    return await session.scalar(statement)


async def tied_round(session: AsyncSession, position: Position) -> Round | None:
    """The position's last round, if it ended in a tie that is to be voted again: it failed, and led nowhere."""
    if position.stage != Stage.APPROVING:
        return None
    held = select(Round).where(Round.position_id == position.id, Round.recalled_at.is_(None))
    newest = held.order_by(Round.number.desc()).limit(1)
    last = await session.scalar(loaded(newest))
    return last if last is not None and last.status == RoundStatus.FAILED else None


async def round_before(session: AsyncSession, row: Round) -> Round | None:
    """The last round held before this one; those recalled were never held."""
    statement = (
        select(Round)
        .where(Round.position_id == row.position_id, Round.number < row.number, Round.recalled_at.is_(None))
        .order_by(Round.number.desc())
        .limit(1)
    )
    return await session.scalar(statement)


async def newest_held(session: AsyncSession, position_id: str) -> int:
    """The number of the last round that was not recalled, 0 before the first."""
    statement = select(func.max(Round.number)).where(
        Round.position_id == position_id, Round.recalled_at.is_(None)
    )
    return await session.scalar(statement) or 0


async def newest_number(session: AsyncSession, position_id: str) -> int:
    """The number of the position's last round, 0 before the first."""
    statement = select(func.max(Round.number)).where(Round.position_id == position_id)
    return await session.scalar(statement) or 0


async def passed_on(session: AsyncSession, position: Position, sha256: str) -> list[Round]:
    """The rounds that passed on exactly this text, by number."""
    statement = (
        select(Round)
        .join(Version, Version.id == Round.version_id)
        .where(
            Round.position_id == position.id,
            Round.status == RoundStatus.PASSED,
            Version.sha256 == sha256,
        )
        .order_by(Round.number)
    )
    return list(await session.scalars(statement))


async def passed_steps(session: AsyncSession, position: Position, sha256: str) -> dict[str, int]:
    """The steps of the position's route that passed on exactly this text, each with the number of its round."""
    after = held_before(position)
    passed = await passed_on(session, position, sha256)
    return {row.step_key: row.number for row in passed if row.step_key is not None and row.number > after}


async def due_rounds(session: AsyncSession, now: datetime) -> list[str]:
    """The rounds that should have opened or closed by now, the earliest first."""
    statement = select(Round.id).where(
        or_(
            and_(Round.status == RoundStatus.SCHEDULED, Round.opens_at <= now),
            and_(Round.status == RoundStatus.OPEN, Round.closes_at <= now),
        )
    )
    return list(await session.scalars(statement.order_by(Round.closes_at, Round.id)))


async def may_vote_now(session: AsyncSession, access: Access, now: datetime) -> bool:
    """Whether a round of the position takes votes now of an organization that the actor may vote for."""
    organizations = [
        membership.organization_id
        for membership in access.actor.memberships
        if access.holds_under(Permission.VOTE, membership)
    ]
    if not organizations:
        return False
    condition = exists().where(
        Round.position_id == access.position.id,
        takes_votes(now),
        Elector.round_id == Round.id,
        Elector.organization_id.in_(organizations),
    )
    return bool(await session.scalar(select(condition)))


async def pending_votes(session: AsyncSession, actor: Actor, now: datetime) -> list[PendingVote]:
    """The votes that the actor's organizations have still to cast or prepare, the most urgent first."""
    organizations = voting_for(actor)
    if not organizations:
        return []
    statement = (
        select(Round.position_id, Round.id, Round.closes_at, Elector.organization_id)
        .join(Elector, Elector.round_id == Round.id)
        .join(Position, Position.id == Round.position_id)
        .where(
            takes_votes(now),
            visible(actor),
            Elector.organization_id.in_(organizations),
            ~_has_vote(counts()),
            ~_has_vote(awaits()),
        )
        .order_by(Round.closes_at, Round.id, Elector.organization_id)
    )
    return [PendingVote(*found) for found in await session.execute(statement)]


async def ripe_rounds(session: AsyncSession, actor: Actor, now: datetime) -> list[RipeRound]:
    """The rounds of visible positions that a coordinator may close now, the most urgent first."""
    somebody_pending = exists().where(Elector.round_id == Round.id, ~_has_vote(counts()))
    statement = (
        select(Round.position_id, Round.id, Round.closes_at)
        .join(Position, Position.id == Round.position_id)
        .where(
            Round.status.in_(_RUNNING),
            Round.opens_at <= now,
            visible(actor),
            or_(Round.closes_at <= now, ~somebody_pending),
        )
        .order_by(Round.closes_at, Round.id)
    )
    return [RipeRound(*found) for found in await session.execute(statement)]


async def awaited_rounds(session: AsyncSession, actor: Actor, now: datetime) -> list[AwaitedRound]:
    """The rounds of visible positions that wait for somebody's vote, the most urgent first."""
    statement = (
        select(Round.position_id, Round.id, Round.closes_at, func.count())
        .join(Elector, Elector.round_id == Round.id)
        .join(Position, Position.id == Round.position_id)
        .where(takes_votes(now), visible(actor), ~_has_vote(counts()))
        .group_by(Round.position_id, Round.id, Round.closes_at)
        .order_by(Round.closes_at, Round.id)
    )
    return [AwaitedRound(*found) for found in await session.execute(statement)]


async def next_to_close(session: AsyncSession, now: datetime) -> LiveRound | None:
    """The round that takes votes now and closes first, whoever may see it: for a demo's door, where anybody may be anybody."""
    statement = select(Round).where(takes_votes(now)).order_by(Round.closes_at, Round.id).limit(1)
    row = (await session.scalars(loaded(statement))).one_or_none()
    if row is None:
        return None
    headings = selectinload(Position.headings)
    position = await session.get_one(Position, row.position_id, options=[headings])
    voted = {vote.organization_id for vote in row.votes}
    return LiveRound(
        reference=position.reference,
        titles={heading.language: heading.title for heading in position.headings if heading.title},
        number=row.number,
        name=row.name,
        closes_at=row.closes_at,
        called=len(row.electors),
        pending=sorted(one.organization.code for one in row.electors if one.organization_id not in voted),
    )


def takes_votes(now: datetime) -> ColumnElement[bool]:
    """The condition for a round that takes votes now."""
    return and_(Round.status.in_(_RUNNING), Round.opens_at <= now, Round.closes_at > now)


def _has_vote(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(
        Vote.round_id == Elector.round_id, Vote.organization_id == Elector.organization_id, condition
    )


def voting_for(actor: Actor) -> list[str]:
    """The ids of the organizations whose votes the actor casts."""
    if not actor.has_scope(Scope.VOTE):
        return []
    return sorted(
        membership.organization_id for membership in actor.memberships if membership.role is Role.DELEGATE
    )
