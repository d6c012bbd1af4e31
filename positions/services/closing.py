"""Close rounds: by a coordinator, or by themselves when their time is over; the outcome moves the position.

What closes by itself does so in its own unit of work, once only: the position's row is held and the status looked at again, so
that any number of processes may try, and a vote is either counted or refused.
"""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select

from positions.actors import Actor, Membership
from positions.electors import Weight
from positions.errors import RoundClosed
from positions.events import Tag
from positions.headings import reason_if_given
from positions.lifecycle import Action, Stage
from positions.milestones import MilestoneKind
from positions.models.positions import Position
from positions.models.rounds import Round, Vote
from positions.permissions import Permission
from positions.queries.rounds import (
    due_rounds,
    has_ended,
    loaded,
    newest_held,
    see_round,
    voting_time,
)
from positions.queries.tallies import held_under, last_moment_in, tally_of
from positions.reservations import ReservationState, move
from positions.rounds import RoundStatus, close, leads_to, status_at, void
from positions.rules import Choice, Maintained, Silence
from positions.services.milestones import mark
from positions.services.record import record
from positions.services.rounds import note_opening
from positions.services.stages import advance_position
from positions.services.unit_of_work import Database, UnitOfWork
from positions.tallies import Tally
from positions.versions import sha256_of


class Closing(StrEnum):
    """How a coordinator ends a round: with its outcome, or without any."""

    CLOSE = "CLOSE"
    VOID = "VOID"


@dataclass(frozen=True)
class CloseRound:
    """What a coordinator asks; voiding needs a reason."""

    round_id: str
    outcome: Closing
    reason: str | None = None
    organization_code: str | None = None


async def close_round(work: UnitOfWork, actor: Actor, request: CloseRound) -> Round:
    """End a round: CLOSE before its deadline only when every organization has voted, VOID at any time."""
    access, row = await see_round(work.session, actor, request.round_id, lock=True)
    membership = access.demand(Permission.CLOSE_ROUND, request.organization_code)
    reason = reason_if_given(request.reason)
    if request.outcome is Closing.VOID:
        await _void(work, access.position, row, membership=membership, reason=reason)
        return row
    await note_opening(work, access.position, row)
    await _conclude(work, access.position, row, membership=membership, reason=reason)
    return row


async def end_broken_silence(work: UnitOfWork, position: Position, row: Round) -> None:
    """Close a silence procedure at once when somebody has objected; the caller holds the position's row."""
    if row.silence == Silence.NONE:
        return
    afresh = (await work.session.scalars(loaded(select(Round).where(Round.id == row.id)))).one()
    if tally_of(afresh).is_objected:
        await _conclude(work, position, afresh)


async def close_due(database: Database) -> int:
    """Open and close every round whose time has come; returns how many changed. One that fails does not hold up the others."""
    async with database.read() as session:
        due = await due_rounds(session, database.clock())
    changed, failures = 0, []
    for round_id in due:
        try:
            async with database.write() as work:
                changed += await _keep_time(work, round_id)
        except Exception as failure:  # noqa: BLE001  # told below, when the others are done
            failures.append(failure)
    if failures:
        raise ExceptionGroup("rounds that could not be opened or closed", failures)
    return changed


async def _keep_time(work: UnitOfWork, round_id: str) -> bool:
    position_id = select(Round.position_id).where(Round.id == round_id).scalar_subquery()
    statement = select(Position).where(Position.id == position_id).with_for_update()
    position = (await work.session.scalars(statement)).one()
    row = (await work.session.scalars(loaded(select(Round).where(Round.id == round_id)))).one()
    has_opened = await note_opening(work, position, row)
    if row.status != RoundStatus.OPEN or work.now < row.closes_at:
        return has_opened
    await _conclude(work, position, row)
    return True


async def _conclude(
    work: UnitOfWork,
    position: Position,
    row: Round,
    *,
    membership: Membership | None = None,
    reason: str | None = None,
) -> None:
    """Count, keep what was counted, and let the outcome lead on; the caller holds the position's row."""
    outcome = close(voting_time(row), tally_of(row), now=work.now)
    row.status, row.closed_at, row.reason = outcome.value, last_moment_in(row, work.now), reason
    count = tally_of(row)
    await _maintain_reservations(work, position, row)
    tacit = _add_tacit(work, row) if count.tacit.organizations else []
    await record(work, position, Tag.ROUND_CLOSED, membership, _body(row, count, tacit))
    if count.would_repeat:
        return  # the text stays frozen for the second vote
    action = leads_to(outcome, is_last=row.is_last)
    if action is Action.ADOPT:
        position.adopted_version_id = row.version_id
    if action is Action.PASS_STEP:
        is_clearance = row.silence == Silence.CONSENT
        await mark(work, position, [MilestoneKind.CLEARANCE if is_clearance else MilestoneKind.DECISION])
    await advance_position(work, position, action, membership=membership)


async def _void(
    work: UnitOfWork, position: Position, row: Round, *, membership: Membership, reason: str | None
) -> None:
    """End a round without an outcome; one that has passed only while nothing came after it."""
    is_tied = row.status == RoundStatus.FAILED and position.stage == Stage.APPROVING
    status = void(status_at(voting_time(row), work.now), reason, is_tied=is_tied)
    if has_ended(row) and row.number != await newest_held(work.session, position.id):
        raise RoundClosed("round_closed", ["roundId"], status=row.status)
    row.status, row.closed_at, row.reason = status.value, row.closed_at or work.now, reason
    body = {"round": row.id, "number": row.number, "reason_sha256": sha256_of(reason or "")}
    await record(work, position, Tag.ROUND_VOIDED, membership, body)
    await advance_position(work, position, Action.FAIL_ROUND, membership=membership)


async def _maintain_reservations(work: UnitOfWork, position: Position, row: Round) -> None:
    """Under a rule that lets reservations count, those still open at the end are maintained."""
    if held_under(row).maintained is Maintained.NOTHING:
        return
    for vote in row.votes:
        for reservation in vote.reservations:
            if reservation.state == ReservationState.OPEN:
                state = move(ReservationState.OPEN, ReservationState.MAINTAINED)
                reservation.state = state.value
                body = {"round": row.id, "number": row.number, "reservation": reservation.id}
                await record(work, position, Tag.RESERVATION_MAINTAINED, None, body)


def _add_tacit(work: UnitOfWork, row: Round) -> list[str]:
    """Show the silent as tacit; they are never counted as having voted."""
    voted = {vote.organization_id for vote in row.votes}
    silent = [elector for elector in row.electors if elector.organization_id not in voted]
    work.session.add_all(
        Vote(
            id=work.new_id("vot"),
            round_id=row.id,
            organization_id=elector.organization_id,
            choice=Choice.APPROVE.value,
            is_tacit=True,
            except_ask_keys=[],
            cast_at=work.now,
        )
        for elector in silent
    )
    return sorted(elector.organization.code for elector in silent)


def _body(row: Round, count: Tally, tacit: list[str]) -> dict[str, object]:
    return {
        "round": row.id,
        "number": row.number,
        "version": row.version_id,
        "sha256": row.version.sha256,
        "outcome": row.status,
        "reason_sha256": row.reason and sha256_of(row.reason),
        "tally": {name: _weight(getattr(count, name)) for name in _totals(count)},
        "tacit": tacit,
    }


def _totals(count: Tally) -> tuple[str, ...]:
    """What the record keeps of a count: of approvals that count otherwise only when there were any."""
    said = ("approving", "objecting", "abstaining", "recused", "pending", "tacit")
    return (*said, "reserved") if count.reserved.organizations else said


def _weight(weight: Weight) -> dict[str, int]:
    return {
        "organizations": weight.organizations,
        "population": weight.population,
        "seats": weight.seats,
    }
