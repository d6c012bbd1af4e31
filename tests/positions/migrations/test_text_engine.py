"""The authorship of a database in use is packed when it is brought up to date, and unpacked when it is taken back."""

import json

from sqlalchemy import create_engine, make_url, text

from positions.lifecycle import Stage
from positions.migrations.commands import migrate, revert
from positions.queries.versions import version_by_number, version_runs
from positions.services.unit_of_work import Database
from positions.services.verification import verify
from positions.services.versions import SaveVersion, save_version
from tests.support.world import bring_to, propose, world_at, write

Stored = list[list[tuple[int, str]]]


async def versions_of_two_authors(url: str) -> tuple[str, Stored]:
    async with world_at(url) as world:
        paper = await propose(world)
        await bring_to(world, paper, Stage.AMENDING)
        for number, actor in enumerate((world.lead, world.coordinator, world.lead)):
            await write(world, paper, f"# Títol {number}\n\nUn paràgraf {number}.\n", actor)
            async with world.database.write() as work:
                await save_version(work, actor, SaveVersion(paper.document_id))
        return paper.document_id, await unpacked(world.database, paper.document_id)


async def unpacked(database: Database, document_id: str) -> Stored:
    found: Stored = []
    async with database.read() as session:
        while (version := await version_by_number(session, document_id, len(found) + 1)) is not None:
            runs = await version_runs(session, version)
            found.append([(run.length, run.author) for run in runs])
    return found


def plain(url: str) -> Stored:
    address = make_url(url)
    driver = {"sqlite+aiosqlite": "sqlite"}.get(address.drivername, address.drivername)
    engine = create_engine(address.set(drivername=driver))
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT authorship FROM versions ORDER BY number")).scalars().all()
    engine.dispose()
    values = [json.loads(row) if isinstance(row, str) else row for row in rows]
    return [[(length, author) for length, author in value] for value in values]


async def test_the_authorship_survives_the_way_back_and_forth(database_url: str) -> None:
    document_id, before = await versions_of_two_authors(database_url)
    assert (len(before), len({author for runs in before for _, author in runs})) == (4, 2)
    revert(database_url, "0003rounds")
    assert plain(database_url) == before
    migrate(database_url)
    database = Database(database_url)
    assert await unpacked(database, document_id) == before
    assert [found async for found in verify(database)] == []
    async with database.read() as session:
        occasions = await session.execute(text("SELECT occasion FROM versions ORDER BY number"))
        assert occasions.scalars().all() == ["STAGE", None, None, None]
    await database.dispose()
