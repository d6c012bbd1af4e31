"""Days off are kept by administrators, told to the register, and outlive the tables of a new release."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select

from positions.errors import Forbidden, Invalid, Refusal, Unauthenticated
from positions.headings import LanguageText
from positions.holidays import HolidayGiven, YearGiven
from positions.models.events import Event
from positions.models.holidays import Holiday
from positions.queries.holidays import clock, holidays_between, local_holidays, years_not_entered
from positions.services.holidays import ImportHolidays, import_holidays, set_holidays
from positions.services.reference_data import load
from positions.working_days import working_days_between
from tests.support.states import step
from tests.support.world import World, world_at

OPENS, CLOSES = datetime(2026, 5, 8, 7, tzinfo=UTC), datetime(2026, 5, 29, 12, tzinfo=UTC)
BADALONA = "calendar,day,name_ca\n08015,2026-05-11,Sant Anastasi\n08015,2026-08-17,L'endemà de Sant Roc\n"


@pytest.fixture
async def world(database_url: str) -> AsyncIterator[World]:
    async with world_at(database_url) as made:
        await _load(made)
        yield made


@step
async def _load(made: World) -> None:
    async with made.database.write() as work:
        await load(work)


def day_off(day: date, name: str = "Festa major") -> HolidayGiven:
    return HolidayGiven(day, [LanguageText("ca", name)])


async def told(world: World) -> list[Event]:
    async with world.database.read() as session:
        statement = select(Event).where(Event.tag == "holidays:updated").order_by(Event.sequence)
        return list(await session.scalars(statement))


async def test_the_clock_of_rounds_knows_spain_catalonia_and_the_seat(world: World) -> None:
    async with world.database.read() as session:
        stopped = await clock(session)
        assert {date(2026, 5, 1), date(2026, 4, 6), date(2026, 5, 25)} <= stopped
        assert date(2026, 5, 14) not in stopped  # the institutions' Ascension Day
        assert working_days_between(OPENS, CLOSES, stopped) == 15
        assert await years_not_entered(session, OPENS, CLOSES) == []
        assert await years_not_entered(session, OPENS, datetime(2029, 1, 1, tzinfo=UTC)) == [2028, 2029]


async def test_a_town_with_a_day_of_its_own_is_named(world: World) -> None:
    async with world.database.write() as work:
        await import_holidays(work, world.actors["ADMINISTRATOR"], ImportHolidays(BADALONA))
    async with world.database.read() as session:
        found = await local_holidays(session, ["08015", "08019", "08101"], OPENS, CLOSES)
        assert [(one.organization.code, one.day) for one in found] == [("08015", date(2026, 5, 11))]
        assert found[0].names == {"ca": "Sant Anastasi"}
        assert await local_holidays(session, ["08101"], OPENS, CLOSES) == []


async def test_a_year_is_replaced_and_the_register_says_with_what(world: World) -> None:
    before = len(await told(world))
    for days in ([date(2026, 9, 7), date(2026, 1, 20)], [date(2026, 9, 8)], []):
        given = YearGiven("08101", 2026, [day_off(day) for day in days])
        async with world.database.write() as work:
            await set_holidays(work, world.actors["ADMINISTRATOR"], given)
        async with world.database.read() as session:
            rows = await holidays_between(session, date(2026, 1, 1), date(2026, 12, 31), ["08101"])
        assert [row.day for row in rows] == sorted(days)
    bodies = [json.loads(event.body) for event in (await told(world))[before:]]
    assert [body["days"] for body in bodies] == [["2026-01-20", "2026-09-07"], ["2026-09-08"], []]
    assert "Festa major" not in str(bodies)


async def test_what_somebody_verified_outlives_a_new_release(world: World) -> None:
    given = YearGiven("CT", 2027, [day_off(date(2027, 3, 29)), day_off(date(2027, 6, 24))])
    async with world.database.write() as work:
        await set_holidays(work, world.actors["ADMINISTRATOR"], given)
    count = len(await told(world))
    async with world.database.write() as work:
        await work.session.delete(await work.session.get_one(Holiday, ("ES", date(2027, 1, 1))))
        await work.session.flush()
        await load(work)
    async with world.database.read() as session:
        rows = await holidays_between(session, date(2027, 1, 1), date(2027, 12, 31), ["CT", "ES"])
    assert [row.day for row in rows if row.calendar == "CT"] == [date(2027, 3, 29), date(2027, 6, 24)]
    assert date(2027, 1, 1) in {row.day for row in rows}  # foreseen only: the software's table holds
    assert len(await told(world)) == count + 1


@pytest.mark.parametrize(
    ("who", "kind"), [("ANONYMOUS", Unauthenticated), ("COORDINATOR", Forbidden), ("08015", Forbidden)]
)
async def test_only_administrators_keep_days_off(world: World, who: str, kind: type[Refusal]) -> None:
    actor = world.actors[who]
    with pytest.raises(kind):
        async with world.database.write() as work:
            await set_holidays(work, actor, YearGiven("CT", 2027, []))
    with pytest.raises(kind):
        async with world.database.write() as work:
            await import_holidays(work, actor, ImportHolidays(BADALONA))


async def test_a_table_with_one_fault_changes_nothing(world: World) -> None:
    count = len(await told(world))
    async with world.database.read() as session:
        rows = await session.scalar(select(func.count()).select_from(Holiday))
    for line in ("99999,2026-05-11,Enlloc", "08015,2026-05-11,Sant Anastasi"):
        with pytest.raises(Invalid):
            async with world.database.write() as work:
                await import_holidays(
                    work, world.actors["ADMINISTRATOR"], ImportHolidays(f"{BADALONA}{line}\n")
                )
    async with world.database.read() as session:
        assert await session.scalar(select(func.count()).select_from(Holiday)) == rows
    assert len(await told(world)) == count
