from collections.abc import AsyncIterator
from datetime import date

import pytest
from sqlalchemy import func, select

from positions.models.events import Event
from positions.models.institutions import Channel, Institution, Subject, Term
from positions.models.organizations import Organization, Population, SeatCount
from positions.queries.organizations import figures_on
from positions.services.reference_data import PARTNERS, load
from positions.services.unit_of_work import Database
from tests.support.clients import Clock
from tests.support.databases import Templates, copy_of

TABLES = (Organization, Population, SeatCount, Institution, Channel, Subject, Term, Event)


@pytest.fixture
async def database(database_template: Templates, loaded_url: str) -> AsyncIterator[Database]:
    async with copy_of(database_template, loaded_url, Clock()) as database:
        yield database


async def counted(database: Database) -> dict[str, int | None]:
    async with database.read() as session:
        return {
            table.__tablename__: await session.scalar(select(func.count()).select_from(table))
            for table in TABLES
        }


async def test_every_table_is_loaded_and_a_second_time_changes_nothing(database: Database) -> None:
    first = await counted(database)
    assert first["organizations"] == 36 + len(PARTNERS)
    assert first["subjects"] == 21
    assert all(first.values())
    async with database.write() as work:
        await load(work)
    assert await counted(database) == first


async def test_what_differs_is_put_right_and_recorded(database: Database) -> None:
    async with database.write() as work:
        town = (await work.session.scalars(select(Organization).where(Organization.code == "08019"))).one()
        town.name = "Barcino"
    before = await counted(database)
    async with database.write() as work:
        await load(work)
    async with database.read() as session:
        assert (
            await session.scalar(select(Organization.name).where(Organization.code == "08019")) == "Barcelona"
        )
    after = await counted(database)
    assert (after["events"] or 0) - (before["events"] or 0) == 1


async def test_figures_are_those_of_the_day(database: Database) -> None:
    async with database.write() as work:
        town = (await work.session.scalars(select(Organization).where(Organization.code == "08019"))).one()
        work.session.add(Population(organization_id=town.id, since=date(2030, 1, 1), value=1))
    async with database.read() as session:
        years = {
            day: (await figures_on(session, date(day, 6, 1)))[town.id].population
            for day in (1990, 2029, 2030)
        }
    assert years[2030] == 1
    assert years[1990] == years[2029] or years[1990] is not None
    assert years[2029] != 1


async def test_limits_nobody_has_confirmed_stay_unknown(database: Database) -> None:
    async with database.read() as session:
        channels = list(await session.scalars(select(Channel)))
    assert all(channel.max_characters is None for channel in channels if not channel.verified)
