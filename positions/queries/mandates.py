"""The files that prove mandates: their own organization sees them, others with the vote that names one. They are never public."""

from sqlalchemy import exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import undefer

from positions.actors import Actor
from positions.errors import NotFound
from positions.models.rounds import Certificate, Round, Vote
from positions.permissions import Permission
from positions.queries.access import Access, see_position_by_id
from positions.queries.lookups import equals
from positions.queries.rounds import COUNTED

CertificateRow = Certificate


async def see_certificate(
    session: AsyncSession, actor: Actor, certificate_id: str, *, whole: bool = False
) -> tuple[Access, Certificate]:
    """A certificate and the access to its position, or NotFound; `whole` with its content."""
    statement = select(Certificate).where(equals(Certificate.id, certificate_id))
    found = await session.scalar(statement.options(undefer(Certificate.content)) if whole else statement)
    if found is None:
        raise NotFound("certificate_unknown", ["certificateId"])
    try:
        access = await see_position_by_id(session, actor, found.position_id)
    except NotFound:
        raise NotFound("certificate_unknown", ["certificateId"]) from None
    is_own = found.organization_id in actor.organization_ids
    if not access.holds(Permission.READ) or not (is_own or await _is_named(session, found)):
        raise NotFound("certificate_unknown", ["certificateId"])
    return access, found


async def _is_named(session: AsyncSession, row: Certificate) -> bool:
    """Whether a vote that others may see names it: none that only waits, none of a sealed round before its count."""
    is_open = or_(~Round.is_sealed, Round.status.in_([status.value for status in COUNTED]))
    names = or_(Vote.certificate_id == row.id, Vote.ratification_certificate_id == row.id)
    statement = select(exists().where(names, ~Vote.is_awaiting, Round.id == Vote.round_id, is_open))
    return bool(await session.scalar(statement))
