import asyncio
import gc
from collections.abc import AsyncIterator
from random import Random

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from positions.models.organizations import Organization
from positions.organizations import OrganizationKind
from positions.services.snapshots import Snapshot, SnapshotOver
from positions.services.unit_of_work import Database
from tests.support.clients import Clock


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    database = Database(database_url, Clock())
    yield database
    await database.dispose()


async def organizations(session: AsyncSession, plus: int = 0) -> int:
    return (await session.scalar(select(func.count()).select_from(Organization)) or 0) + plus


async def add(database: Database, code: str) -> None:
    async with database.write() as work:
        kind = OrganizationKind.PARTNER.value
        work.session.add(Organization(id=work.new_id("org"), code=code, kind=kind, name=code, comarca=None))


async def test_one_snapshot_until_it_is_closed(database: Database) -> None:
    snapshot = Snapshot(database)
    assert await snapshot.read(organizations) == 0
    await add(database, "A")
    assert await snapshot.read(organizations) == 0
    await snapshot.close()
    assert await snapshot.read(organizations) == 1
    await snapshot.end()


async def test_many_at_once_take_turns(database: Database) -> None:
    snapshot = Snapshot(database)
    found = await asyncio.gather(*(snapshot.read(organizations, number) for number in range(20)))
    assert found == list(range(20))
    await snapshot.end()


async def test_what_was_asked_once_is_known(database: Database) -> None:
    snapshot = Snapshot(database)
    assert snapshot.known(organizations, 1) is None
    assert await snapshot.read_once(organizations, 1) == 1
    assert snapshot.known(organizations, 1) == 1
    await snapshot.close()
    assert snapshot.known(organizations, 1) is None
    await snapshot.end()


async def test_nothing_is_read_after_the_end(database: Database) -> None:
    snapshot = Snapshot(database)
    await snapshot.read(organizations)
    await snapshot.end()
    with pytest.raises(SnapshotOver):
        await snapshot.read(organizations)


async def test_readers_who_leave_while_a_connection_is_made_lose_none(database: Database) -> None:
    """What a cancelled reader leaves behind, the collector reports as an error of this test."""
    chance = Random(1)

    async def read_and_leave() -> None:
        snapshot = Snapshot(database)
        try:
            await snapshot.read(organizations)
        finally:
            await snapshot.end()

    for _ in range(20):
        readers = [asyncio.create_task(read_and_leave()) for _ in range(10)]
        await asyncio.wait(readers, timeout=chance.random() / 30)
        for reader in readers:
            reader.cancel()
        await asyncio.gather(*readers, return_exceptions=True)
        await database.dispose()
    gc.collect()
