"""Keep, as an administrator, which municipalities are not called: suspended for a while, or merged into another.

A round that is scheduled or open keeps its electorate: it was frozen when it opened, and a vote stays the town's.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from positions.actors import Actor
from positions.deadlines import day_of
from positions.errors import AlreadyDone, Conflict, Invalid, NotFound
from positions.events import Tag
from positions.headings import reason_of
from positions.members import demand_administrator
from positions.models.organizations import Organization, Suspension
from positions.organizations import Days, OrganizationKind, check_days
from positions.queries.lookups import equals
from positions.services.record import record_register
from positions.services.unit_of_work import UnitOfWork
from positions.versions import sha256_of


@dataclass(frozen=True)
class Suspend:
    """A municipality, the days on which it is not to be called, and why; from today on unless a day is given."""

    code: str
    reason: str
    since: date | None = None
    until: date | None = None
    acting_code: str | None = None


@dataclass(frozen=True)
class Merge:
    """A municipality's last day and who follows it; both None take back what was said of it."""

    code: str
    last_day: date | None = None
    successor_code: str | None = None
    acting_code: str | None = None


async def suspend_organization(work: UnitOfWork, actor: Actor, request: Suspend) -> Organization:
    """Let a municipality not be called on some days, without end when that is not known yet."""
    membership = demand_administrator(actor, request.acting_code)
    row = await _municipality(work, request.code, "code")
    days = Days(request.since or day_of(work.now), request.until)
    check_days(days)
    reason = reason_of(request.reason)
    for known in row.suspensions:
        if known.since <= (days.until or date.max) and days.since <= (known.until or date.max):
            raise Conflict("suspended_already", ["from"], since=known.since)
    suspension = Suspension(
        id=work.new_id("sus"), organization_id=row.id, since=days.since, until=days.until, reason=reason
    )
    row.suspensions.append(suspension)
    await work.session.flush()
    await record_register(
        work, Tag.ORGANIZATION_SUSPENDED, membership, told_of_suspension(row, suspension), {}
    )
    return row


async def reinstate_organization(
    work: UnitOfWork, actor: Actor, code: str, acting_code: str | None = None
) -> Organization:
    """Call a suspended municipality again from today on; a suspension still to come does not happen."""
    membership = demand_administrator(actor, acting_code)
    row = await _municipality(work, code, "code")
    today = day_of(work.now)
    ending = [one for one in row.suspensions if one.until is None or one.until >= today]
    if not ending:
        raise AlreadyDone("not_suspended", ["code"], organization=code)
    for one in ending:
        # A suspension of no day is one whose last day lies before its first.
        one.until = max(today, one.since) - timedelta(days=1)
        await record_register(work, Tag.ORGANIZATION_REINSTATED, membership, told_of_suspension(row, one), {})
    return row


async def merge_organization(work: UnitOfWork, actor: Actor, request: Merge) -> Organization:
    """Say a municipality's last day and its successor, or take it back; later rounds call it no more."""
    membership = demand_administrator(actor, request.acting_code)
    row = await _municipality(work, request.code, "code")
    if (request.last_day is None) is not (request.successor_code is None):
        raise Invalid("successor_required", ["successorCode"])
    successor = None
    if request.last_day is not None:
        check_days(Days(request.last_day))
        successor = await _municipality(work, request.successor_code or "", "successorCode")
        if successor.id == row.id or successor.ended_on is not None:
            raise Invalid("successor_impossible", ["successorCode"], organization=successor.code)
    if (row.ended_on, row.successor_id) == (request.last_day, successor.id if successor else None):
        raise AlreadyDone("merged_already", ["code"], organization=row.code)
    row.ended_on, row.successor_id = request.last_day, successor.id if successor else None
    body = told_of_merger(row, successor.code if successor else None)
    await record_register(work, Tag.ORGANIZATION_UPDATED, membership, body, {})
    return row


def told_of_suspension(row: Organization, suspension: Suspension) -> dict[str, object]:
    """A suspension as the register keeps it."""
    return {
        "code": row.code,
        "suspension": suspension.id,
        "since": suspension.since,
        "until": suspension.until,
        "reason_sha256": sha256_of(suspension.reason),
    }


def told_of_merger(row: Organization, successor: str | None) -> dict[str, object]:
    """An organization's last day and its successor as the register keeps them."""
    return {"code": row.code, "name": row.name, "ended_on": row.ended_on, "successor": successor}


async def _municipality(work: UnitOfWork, code: str, path: str) -> Organization:
    statement = (
        select(Organization)
        .where(equals(Organization.code, code))
        .options(selectinload(Organization.suspensions))
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    row = await work.session.scalar(statement)
    if row is None:
        raise NotFound("organization_unknown", [path], organization=code)
    if row.kind != OrganizationKind.MUNICIPALITY:
        raise Invalid("municipality_required", [path], organization=code)
    return row
