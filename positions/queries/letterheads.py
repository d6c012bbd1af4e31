"""Letterheads read: they stand on public papers, so everybody may."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import undefer

from positions.errors import NotFound
from positions.models.organizations import Letterhead, Organization
from positions.queries.organizations import find_organization

LetterheadRow = Letterhead


async def letterhead_in(session: AsyncSession, code: str) -> Letterhead | None:
    """An organization's letterhead without its mark, None when it has none."""
    statement = select(Letterhead).join(Organization, Organization.id == Letterhead.organization_id)
    return await session.scalar(statement.where(Organization.code == code))


async def logo_in(session: AsyncSession, code: str) -> bytes:
    """An organization's mark, or NotFound."""
    organization = await find_organization(session, code)
    if organization is not None:
        statement = select(Letterhead).where(Letterhead.organization_id == organization.id)
        row = await session.scalar(statement.options(undefer(Letterhead.logo)))
        if row is not None and row.logo is not None:
            return row.logo
    raise NotFound("logo_unknown", ["code"])
