"""Take back a round that was opened by mistake, or give a silence procedure more time, as a coordinator."""

from dataclasses import dataclass
from datetime import datetime

from positions.actors import Actor
from positions.events import Tag
from positions.headings import reason_of
from positions.lifecycle import Action
from positions.models.rounds import Round
from positions.permissions import Permission
from positions.queries.rounds import round_before, see_round, voting_time
from positions.queries.votes import has_been_voted
from positions.rounds import RoundStatus, check_extension, check_recall
from positions.rules import Silence
from positions.services.record import record
from positions.services.rounds import note_opening
from positions.services.stages import advance_position
from positions.services.unit_of_work import UnitOfWork
from positions.versions import sha256_of


@dataclass(frozen=True)
class RecallRound:
    """A round opened or scheduled by mistake, and what the mistake was."""

    round_id: str
    reason: str
    organization_code: str | None = None


@dataclass(frozen=True)
class ExtendRound:
    """A silence procedure, its new end, and why."""

    round_id: str
    closes_at: datetime
    reason: str
    organization_code: str | None = None


async def recall_round(work: UnitOfWork, actor: Actor, request: RecallRound) -> Round:
    """Take a round back soon after it was opened, while nobody has voted; the position stands where it stood before."""
    access, row = await see_round(work.session, actor, request.round_id, lock=True)
    membership = access.demand(Permission.CLOSE_ROUND, request.organization_code)
    reason = reason_of(request.reason)
    has_votes = await has_been_voted(work.session, row.id)
    check_recall(voting_time(row), row.created_at, has_votes=has_votes, now=work.now)
    row.status, row.closed_at, row.recalled_at = RoundStatus.VOID.value, work.now, work.now
    row.reason = reason
    body = {"round": row.id, "number": row.number, "reason_sha256": sha256_of(reason)}
    await record(work, access.position, Tag.ROUND_RECALLED, membership, body)
    before = await round_before(work.session, row)
    # Between the steps of a route, and before the second vote after a tie, the text was frozen and stays so.
    was_frozen = before is not None and (before.status == RoundStatus.PASSED or before.id == row.repeats_id)
    if not was_frozen:
        await advance_position(work, access.position, Action.FAIL_ROUND, membership=membership)
    return row


async def extend_round(work: UnitOfWork, actor: Actor, request: ExtendRound) -> Round:
    """Give a silence procedure that is open more time, once, with the reason for everybody to read."""
    access, row = await see_round(work.session, actor, request.round_id, lock=True)
    membership = access.demand(Permission.CLOSE_ROUND, request.organization_code)
    reason = reason_of(request.reason)
    check_extension(
        voting_time(row),
        Silence(row.silence),
        request.closes_at,
        is_extended=row.extended_from is not None,
        now=work.now,
    )
    await note_opening(work, access.position, row)
    row.extended_from, row.closes_at = row.closes_at, request.closes_at
    row.extension_reason = reason
    await record(work, access.position, Tag.ROUND_EXTENDED, membership, told_of_extension(row))
    return row


def told_of_extension(row: Round) -> dict[str, object]:
    """A round's extension as the record keeps it."""
    return {
        "round": row.id,
        "number": row.number,
        "extended_from": row.extended_from,
        "closes_at": row.closes_at,
        "reason_sha256": sha256_of(row.extension_reason or ""),
    }
