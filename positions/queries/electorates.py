"""Who is called to vote on a day: municipalities that are suspended or have ended are not."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from positions.electors import Elector
from positions.errors import Invalid
from positions.models.organizations import Organization, Suspension
from positions.organizations import Absence, Days, OrganizationKind, absence_on
from positions.queries.organizations import NO_FIGURES, figures_on

SuspensionRow = Suspension


@dataclass(frozen=True)
class Called:
    """Those called on a day, and those that are not, with why."""

    organizations: tuple[Organization, ...]
    left_out: tuple[tuple[Organization, Absence], ...] = ()


async def called_of_kind(
    session: AsyncSession, kind: OrganizationKind, day: date, *, only: Collection[str] | None = None
) -> Called:
    """The organizations of a kind by code; with `only`, those of these ids alone, the others leave themselves out."""
    called, left_out = [], []
    for row in await _every(session, kind):
        why = Absence.NO_PART if only is not None and row.id not in only else absence_of(row, day)
        if why is None:
            called.append(row)
        else:
            left_out.append((row, why))
    return Called(tuple(called), tuple(left_out))


async def called_by_code(
    session: AsyncSession, codes: Sequence[str], day: date, *, with_absent: bool = False
) -> Called:
    """The organizations with these codes, in the order given, repetitions included: the rules refuse those."""
    known = {row.code: row for row in await _every(session)}
    for code in codes:
        if code not in known:
            raise Invalid("organization_unknown", ["electorateCodes"], organization=code)
        if known[code].kind == OrganizationKind.PARTNER:
            raise Invalid("elector_not_entitled", ["electorateCodes"], organization=code)
        if not with_absent and absence_of(known[code], day) is not None:
            raise Invalid("elector_absent", ["electorateCodes"], organization=code)
    municipalities = [row for row in known.values() if row.kind == OrganizationKind.MUNICIPALITY]
    left_out = [
        (row, absence_of(row, day) or Absence.NO_PART) for row in municipalities if row.code not in set(codes)
    ]
    return Called(tuple(known[code] for code in codes), tuple(left_out))


async def weighed(
    session: AsyncSession, organizations: Sequence[Organization], day: date
) -> tuple[Elector, ...]:
    """The electors that organizations are, with the figures of a day, in the same order."""
    figures = await figures_on(session, day)
    found = []
    for organization in organizations:
        of_day = figures.get(organization.id, NO_FIGURES)
        found.append(Elector(organization.code, of_day.population or 0, of_day.seats or 0))
    return tuple(found)


async def suspensions_of(session: AsyncSession) -> dict[str, list[Suspension]]:
    """Every suspension there was, is, or is to come, by organization id."""
    found: dict[str, list[Suspension]] = {}
    for row in await session.scalars(select(Suspension).order_by(Suspension.since, Suspension.id)):
        found.setdefault(row.organization_id, []).append(row)
    return found


def absence_of(row: Organization, day: date) -> Absence | None:
    """Why a loaded organization is not called on a day."""
    suspended = [Days(one.since, one.until) for one in row.suspensions]
    return absence_on(day, ended_on=row.ended_on, suspended=suspended)


async def _every(session: AsyncSession, kind: OrganizationKind | None = None) -> list[Organization]:
    statement = (
        select(Organization).options(selectinload(Organization.suspensions)).order_by(Organization.code)
    )
    if kind is not None:
        statement = statement.where(Organization.kind == kind.value)
    return list(await session.scalars(statement.execution_options(populate_existing=True)))
