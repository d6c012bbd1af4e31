"""Keep the days off of a calendar's year; the register tells which days, and the hash of what they are called."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sqlalchemy import select

from positions.actors import Actor, Membership
from positions.data.holidays import read_holidays
from positions.errors import Invalid
from positions.events import Tag, canonical
from positions.holidays import CATALONIA, INSTITUTIONS, STATE, YearGiven, check_year, years_of
from positions.members import demand_administrator
from positions.models.holidays import Holiday
from positions.models.organizations import Organization
from positions.organizations import OrganizationKind
from positions.services.record import record_register
from positions.services.unit_of_work import UnitOfWork
from positions.versions import sha256_of

_OF_ALL = frozenset({STATE, CATALONIA, INSTITUTIONS})


@dataclass(frozen=True)
class ImportHolidays:
    """A CSV table of days off; each year of a calendar that it names is replaced."""

    csv: str
    acting_code: str | None = None


async def set_holidays(
    work: UnitOfWork, actor: Actor, given: YearGiven, acting_code: str | None = None
) -> list[Holiday]:
    """Replace the days off of one calendar in one year; none takes them all away."""
    recorder = demand_administrator(actor, acting_code)
    await _demand_calendar(work, given.calendar, ["calendar"])
    days = check_year(given.year, given.days)
    return await _replace(work, given.calendar, given.year, days, recorder=recorder)


async def import_holidays(work: UnitOfWork, actor: Actor, request: ImportHolidays) -> list[Holiday]:
    """Replace every year of a calendar that a table names; all of them or none."""
    recorder = demand_administrator(actor, request.acting_code)
    found: list[Holiday] = []
    for given in years_of(request.csv):
        await _demand_calendar(work, given.calendar, ["csv"])
        days = check_year(given.year, given.days)
        found += await _replace(work, given.calendar, given.year, days, recorder=recorder)
    return found


async def load_holidays(work: UnitOfWork) -> None:
    """Bring in what came with the software; a year in which somebody has verified a day is left as it is."""
    known = _by_year(list(await work.session.scalars(select(Holiday))))
    for (calendar, year), entries in groupby(
        sorted(read_holidays(), key=lambda entry: (entry.calendar, entry.day)),
        key=lambda entry: (entry.calendar, entry.day.year),
    ):
        wanted = {entry.day: (entry.names, entry.is_verified) for entry in entries}
        rows = known.get((calendar, year), [])
        if (
            any(row.verified for row in rows)
            or {row.day: (row.names, row.verified) for row in rows} == wanted
        ):
            continue
        days = {day: names for day, (names, _) in wanted.items()}
        is_verified = all(verified for _, verified in wanted.values())
        await _replace(work, calendar, year, days, is_verified=is_verified)


async def _demand_calendar(work: UnitOfWork, calendar: str, path: list[str]) -> None:
    municipality = OrganizationKind.MUNICIPALITY.value
    towns = select(Organization.code).where(Organization.kind == municipality, Organization.code == calendar)
    if calendar not in _OF_ALL and await work.session.scalar(towns) is None:
        raise Invalid("calendar_unknown", path, calendar=calendar[:40])


async def _replace(
    work: UnitOfWork,
    calendar: str,
    year: int,
    days: Mapping[date, dict[str, str]],
    *,
    recorder: Membership | None = None,
    is_verified: bool = True,
) -> list[Holiday]:
    within = Holiday.day.between(date(year, 1, 1), date(year, 12, 31))
    rows = {
        row.day: row
        for row in await work.session.scalars(select(Holiday).where(Holiday.calendar == calendar, within))
    }
    for day in rows.keys() - days.keys():
        await work.session.delete(rows[day])
    for day, names in days.items():
        row = rows.setdefault(day, Holiday(calendar=calendar, day=day))
        row.names, row.verified = names, is_verified
    kept = [rows[day] for day in days]
    work.session.add_all(kept)
    await work.session.flush()
    await record_register(work, Tag.HOLIDAYS_UPDATED, recorder, told_of_year(calendar, year, kept), {})
    return kept


def told_of_year(calendar: str, year: int, rows: list[Holiday]) -> dict[str, object]:
    """The days off of a calendar's year as the register keeps them."""
    ordered = sorted(rows, key=lambda row: row.day)
    return {
        "calendar": calendar,
        "year": year,
        "days": [row.day.isoformat() for row in ordered],
        "names_sha256": sha256_of(canonical([row.names for row in ordered])),
    }


def _by_year(rows: list[Holiday]) -> dict[tuple[str, int], list[Holiday]]:
    found: dict[tuple[str, int], list[Holiday]] = {}
    for row in rows:
        found.setdefault((row.calendar, row.day.year), []).append(row)
    return found
