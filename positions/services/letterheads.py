"""Setting what an organization prints at the head of its papers; the register's record keeps the hashes of lines and mark."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import undefer

from positions.actors import Actor
from positions.events import Tag
from positions.letterheads import LOGO_MEDIA_TYPE, check_logo, demand_keeper, letterhead_lines
from positions.models.organizations import Letterhead, Organization
from positions.services.members import find_office
from positions.services.record import record_register
from positions.services.unit_of_work import UnitOfWork
from positions.versions import sha256_of


@dataclass(frozen=True)
class SetLetterhead:
    """Whose letterhead, and its lines: an address, as it is to be printed."""

    code: str
    lines: Sequence[str]
    acting_code: str | None = None


@dataclass(frozen=True)
class SetLogo:
    """Whose mark, and the PNG; None takes it away."""

    code: str
    content: bytes | None
    acting_code: str | None = None


async def set_letterhead(work: UnitOfWork, actor: Actor, request: SetLetterhead) -> Letterhead:
    """Set the lines; the mark stays."""
    recorder = demand_keeper(actor, request.code, request.acting_code)
    lines = letterhead_lines(request.lines)
    organization, row = await _row(work, request.code)
    row.lines, row.updated_at = lines, work.now
    body = {"organization": organization.code, "letterhead_sha256": sha256_of("\n".join(lines))}
    await record_register(work, Tag.ORGANIZATION_UPDATED, recorder, body, {})
    return row


async def set_logo(work: UnitOfWork, actor: Actor, request: SetLogo) -> Letterhead:
    """Set or take away the mark; the lines stay."""
    recorder = demand_keeper(actor, request.code, request.acting_code)
    if request.content is not None:
        check_logo(request.content)
    organization, row = await _row(work, request.code)
    row.logo, row.updated_at = request.content, work.now
    row.logo_media_type = LOGO_MEDIA_TYPE if request.content is not None else None
    digest = hashlib.sha256(request.content).hexdigest() if request.content is not None else None
    body = {"organization": organization.code, "logo_sha256": digest}
    await record_register(work, Tag.ORGANIZATION_UPDATED, recorder, body, {})
    return row


async def _row(work: UnitOfWork, code: str) -> tuple[Organization, Letterhead]:
    organization = await find_office(work, code, "forOrganizationCode")
    statement = select(Letterhead).where(Letterhead.organization_id == organization.id)
    row = await work.session.scalar(statement.options(undefer(Letterhead.logo)))
    if row is None:
        row = Letterhead(
            organization_id=organization.id, lines=[], logo=None, logo_media_type=None, updated_at=work.now
        )
        work.session.add(row)
    return organization, row
