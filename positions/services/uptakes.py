"""Record what an institution did with an ask; what was recorded before is kept as history."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from positions.actors import Actor
from positions.deadlines import day_of
from positions.errors import Invalid
from positions.events import Tag
from positions.headings import plain_text
from positions.links import web_link
from positions.models.institutions import Institution
from positions.models.positions import PositionAddressee
from positions.models.uptakes import Uptake
from positions.permissions import Permission
from positions.queries.access import Access, see_position
from positions.queries.institutions import find_institution
from positions.queries.uptakes import adopted_asks, approached
from positions.services.record import record
from positions.services.unit_of_work import UnitOfWork
from positions.uptakes import UptakeStatus
from positions.versions import sha256_of

MAX_EVIDENCE = 4_000
"""In code points."""


@dataclass(frozen=True)
class RecordUptake:
    """What was seen; without `observed_on` it was seen today."""

    reference: str
    ask_key: str
    institution_code: str
    status: UptakeStatus
    evidence: str | None = None
    evidence_url: str | None = None
    observed_on: date | None = None
    organization_code: str | None = None


async def record_uptake(work: UnitOfWork, actor: Actor, request: RecordUptake) -> Uptake:
    """Record what an addressee did with an ask of the adopted text; the same again changes nothing."""
    access = await see_position(work.session, actor, request.reference, lock=True)
    membership = access.demand(Permission.RECORD_UPTAKE, request.organization_code)
    if request.ask_key not in await adopted_asks(work.session, access):
        raise Invalid("ask_unknown", ["askKey"], ask=request.ask_key[:40])
    institution = await _addressed(work, access, request.institution_code)
    seen = Uptake(
        position_id=access.position.id,
        ask_key=request.ask_key,
        institution_id=institution.id,
        status=request.status.value,
        evidence=_evidence(request),
        evidence_url=_evidence_url(request),
        observed_on=_observed_on(work, request),
    )
    before = await _standing(work, seen)
    if before is not None and _said(before) == _said(seen):
        return before
    if before is not None:
        before.replaced_at = work.now
        await work.session.flush()  # only one may stand at a time
    seen.id, seen.membership_id, seen.recorded_at = work.new_id("upt"), membership.id, work.now
    work.session.add(seen)
    body = {**told_of_uptake(seen, institution.code), "replaces": before.id if before else None}
    await record(work, access.position, Tag.UPTAKE_RECORDED, membership, body)
    return seen


async def _addressed(work: UnitOfWork, access: Access, code: str) -> Institution:
    """The institution: one to which the paper is addressed or was submitted."""
    institution = await find_institution(work.session, code)
    if institution is None:
        raise Invalid("institution_unknown", ["institutionCode"], code=code[:40])
    addressees = select(PositionAddressee.institution_id).where(
        PositionAddressee.position_id == access.position.id
    )
    known = {*await work.session.scalars(addressees), *await approached(work.session, access.position.id)}
    if institution.id not in known:
        raise Invalid("institution_not_addressed", ["institutionCode"], code=code)
    return institution


async def _standing(work: UnitOfWork, seen: Uptake) -> Uptake | None:
    """What is recorded now for the same ask and institution."""
    statement = select(Uptake).where(
        Uptake.position_id == seen.position_id,
        Uptake.ask_key == seen.ask_key,
        Uptake.institution_id == seen.institution_id,
        Uptake.replaced_at.is_(None),
    )
    found: Uptake | None = await work.session.scalar(statement)
    return found


def _evidence(request: RecordUptake) -> str | None:
    if not (request.evidence or "").strip():
        return None
    return plain_text(request.evidence or "", ["evidence"], limit=MAX_EVIDENCE)


def _evidence_url(request: RecordUptake) -> str | None:
    if not (request.evidence_url or "").strip():
        return None
    return web_link(request.evidence_url or "", ["evidenceUrl"])


def _observed_on(work: UnitOfWork, request: RecordUptake) -> date:
    today = day_of(work.now)
    if request.observed_on is not None and request.observed_on > today:
        raise Invalid("observed_in_future", ["observedOn"], day=request.observed_on.isoformat())
    return request.observed_on or today


def _said(row: Uptake) -> tuple[object, ...]:
    return (row.status, row.evidence, row.evidence_url, row.observed_on)


def told_of_uptake(row: Uptake, institution_code: str) -> dict[str, object]:
    """What the record says of an uptake."""
    return {
        "uptake": row.id,
        "ask": row.ask_key,
        "institution": institution_code,
        "status": row.status,
        "evidence_sha256": row.evidence and sha256_of(row.evidence),
        "evidence_url": row.evidence_url,
        "observed_on": row.observed_on,
    }
