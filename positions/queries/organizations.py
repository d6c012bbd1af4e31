"""Organizations, and what counts in a vote on a day: population and seats."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from positions.models.organizations import Organization, Population, SeatCount
from positions.queries.lookups import equals
from positions.queries.pages import Order, Page, Window, count, page
from positions.search import patterns

BY_CODE = Order((Organization.code,))
OrganizationRow = Organization


@dataclass(frozen=True)
class OrganizationFilter:
    """Which organizations: of a kind, or found by words of the name or the code."""

    kind: str | None = None
    search: str | None = None


@dataclass(frozen=True)
class Figures:
    """What an organization counts on a day; null where it has none."""

    population: int | None = None
    seats: int | None = None


NO_FIGURES = Figures()


async def list_organizations(
    session: AsyncSession, wanted: OrganizationFilter, window: Window
) -> Page[Organization]:
    """One page of organizations, by code."""
    return await page(session, _filtered(wanted), BY_CODE, window)


async def count_organizations(session: AsyncSession, wanted: OrganizationFilter) -> int:
    """How many organizations the filter finds."""
    return await count(session, _filtered(wanted))


async def find_organization(session: AsyncSession, code: str) -> Organization | None:
    """The organization with this code."""
    return await session.scalar(select(Organization).where(equals(Organization.code, code)))


async def organizations_by_id(session: AsyncSession, ids: Iterable[str]) -> dict[str, Organization]:
    """Organizations by id; unknown ids are left out."""
    statement = select(Organization).where(Organization.id.in_(sorted(set(ids))))
    return {row.id: row for row in await session.scalars(statement)}


async def every_organization(session: AsyncSession) -> dict[str, Organization]:
    """Every organization by id."""
    return {row.id: row for row in await session.scalars(select(Organization))}


async def organizations_by_code(session: AsyncSession, codes: Iterable[str]) -> dict[str, Organization]:
    """Organizations by code; unknown codes are left out."""
    statement = select(Organization).where(Organization.code.in_(sorted(set(codes))))
    return {row.code: row for row in await session.scalars(statement)}


async def figures_on(session: AsyncSession, day: date) -> dict[str, Figures]:
    """Every organization's figures on a day, by id: the newest not after it, else the oldest there is."""
    populations = await _on(session, Population, day)
    seats = await _on(session, SeatCount, day)
    return {key: Figures(populations.get(key), seats.get(key)) for key in populations.keys() | seats.keys()}


async def _on(session: AsyncSession, table: type[Population] | type[SeatCount], day: date) -> dict[str, int]:
    rows = await session.execute(
        select(table.organization_id, table.since, table.value).order_by(table.since)
    )
    found: dict[str, int] = {}
    for organization_id, since, value in rows:
        if since <= day or organization_id not in found:
            found[organization_id] = value
    return found


def _filtered(wanted: OrganizationFilter) -> Select[Organization]:
    statement = select(Organization)
    if wanted.kind is not None:
        statement = statement.where(Organization.kind == wanted.kind)
    for alternatives in patterns(wanted.search or ""):
        statement = statement.where(or_(*(Organization.search.like(pattern) for pattern in alternatives)))
    return statement
