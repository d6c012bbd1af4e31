"""Days off: those that stop the clock of rounds, and those that a single town has."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import extract, select
from sqlalchemy.ext.asyncio import AsyncSession

from positions.deadlines import day_of
from positions.holidays import CATALONIA, CLOCK, INSTITUTIONS, SEAT, STATE
from positions.models.holidays import Holiday
from positions.models.organizations import Organization
from positions.organizations import OrganizationKind
from positions.working_days import is_working_day

HolidayRow = Holiday


@dataclass(frozen=True)
class LocalHoliday:
    """A working day of everybody else on which one town does not work."""

    organization: Organization
    day: date
    names: dict[str, str]


async def clock(session: AsyncSession) -> frozenset[date]:
    """The days off on which the clock of every round stands still."""
    statement = select(Holiday.day).where(Holiday.calendar.in_(CLOCK))
    return frozenset(await session.scalars(statement))


async def holidays_between(
    session: AsyncSession, since: date, until: date, calendars: Collection[str] | None = None
) -> list[Holiday]:
    """The days off from one day to another, both included, by day; of all calendars or of some."""
    statement = select(Holiday).where(Holiday.day.between(since, until))
    if calendars is not None:
        statement = statement.where(Holiday.calendar.in_(sorted(set(calendars))))
    return list(await session.scalars(statement.order_by(Holiday.day, Holiday.calendar)))


async def institution_holidays(session: AsyncSession, since: datetime, until: date) -> list[Holiday]:
    """The institutions' days off from a moment to a day, included."""
    return await holidays_between(session, day_of(since), until, [INSTITUTIONS])


async def local_holidays(
    session: AsyncSession, codes: Collection[str], opens_at: datetime, closes_at: datetime
) -> list[LocalHoliday]:
    """Who of these towns has a day of its own inside a period, in which the others work; by day."""
    since, until = (day_of(moment) for moment in (opens_at, closes_at))
    stopped = await clock(session)
    statement = (
        select(Organization, Holiday)
        .join(Holiday, Holiday.calendar == Organization.code)
        .where(Organization.kind == OrganizationKind.MUNICIPALITY.value, Organization.code.in_(sorted(codes)))
        .where(Organization.code != SEAT, Holiday.day.between(since, until))
        .order_by(Holiday.day, Organization.code)
    )
    return [
        LocalHoliday(organization, row.day, row.names)
        for organization, row in await session.execute(statement)
        if is_working_day(row.day, stopped)
    ]


async def years_not_entered(session: AsyncSession, opens_at: datetime, closes_at: datetime) -> list[int]:
    """The years of a period for which nobody has entered the days off of Spain or of Catalonia."""
    first, last = (day_of(moment).year for moment in (opens_at, closes_at))
    year = extract("year", Holiday.day)
    statement = select(Holiday.calendar, year).where(Holiday.calendar.in_((STATE, CATALONIA))).distinct()
    known = {(calendar, int(of)) for calendar, of in await session.execute(statement)}
    return [each for each in range(first, last + 1) if not {(STATE, each), (CATALONIA, each)} <= known]
