"""`verify` finds whatever is changed behind the software's back: one flipped byte is enough."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from sqlalchemy import text

from positions.errors import NotFound
from positions.models.append_only import create_statements, drop_statements
from positions.services.unit_of_work import Database
from positions.services.verification import verify
from tests.support.clients import Client, Clock, client_of, settle
from tests.support.databases import Templates, copy_of
from tests.support.papers import move, propose
from tests.support.texts import document_of, save, write


@pytest.fixture(scope="module")
async def written_url(database_template: Templates) -> str:
    """A database with a paper of two versions, to be copied."""
    url = database_template.copy()
    database = Database(url, Clock())
    await settle(database)
    async with client_of(database, Clock()) as client:
        await _write(client)
    await database.dispose()
    return url


async def _write(client: Client) -> None:
    reference = await propose(client)
    await move(client, reference, "START_DRAFTING")
    document = await document_of(client, reference)
    await client.token("delegate@08019.demo")
    first = await write(client, document, "# Aigües\n\nDemanem **fons**.\n", base=0)
    await save(client, document)
    await write(client, document, "# Aigües\n\nDemanem més fons, l·l 🌊.\n", base=first["sequence"])
    await save(client, document, "v2")
    await write(client, document, "# Aigües\n\nDemanem quatre fons.\n", base=2)


@pytest.fixture
async def database(written_url: str, database_template: Templates) -> AsyncIterator[Database]:
    async with copy_of(database_template, written_url, Clock()) as database:
        yield database


@asynccontextmanager
async def without_triggers(database: Database) -> AsyncIterator[None]:
    """As somebody with the database's password would do it: triggers off, change, triggers on again."""
    dialect = "sqlite" if database.is_sqlite else "postgresql"
    await run(database, *drop_statements(dialect))
    yield
    await run(database, *create_statements(dialect))


async def run(database: Database, *statements: str) -> None:
    async with database.write() as work:
        for statement in statements:
            await work.session.execute(text(statement))


async def differences(database: Database) -> str:
    return "\n".join([f"{found.subject}: {found.difference}" async for found in verify(database)])


async def test_what_nobody_touched_holds(database: Database) -> None:
    assert await differences(database) == ""


async def test_an_unknown_reference_is_not_found(database: Database) -> None:
    with pytest.raises(NotFound):
        _ = [found async for found in verify(database, "AMB-PP-1999-001")]


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE events SET tag = 'stage:mowed' WHERE tag = 'stage:moved'", "HASH"),
        ("UPDATE events SET body = replace(body, 'DRAFTING', 'AMENDING') WHERE tag = 'stage:moved'", "HASH"),
        ("UPDATE events SET body = body || ' ' WHERE tag = 'stage:moved'", "BODY"),
        (
            "UPDATE events SET hash = substr(hash, 2) || substr(hash, 1, 1) WHERE tag = 'position:created'",
            "event 1",
        ),
        ("UPDATE events SET at = '2026-11-23 09:30:00.000001' WHERE tag = 'stage:moved'", "HASH"),
        ("UPDATE events SET membership_id = NULL WHERE tag = 'stage:moved'", "HASH"),
        ("DELETE FROM events WHERE tag = 'stage:moved'", "SEQUENCE"),
        (
            "DELETE FROM events WHERE tag = 'draft:edited' AND sequence = (SELECT max(sequence) FROM events WHERE tag = 'draft:edited')",
            "HEAD",
        ),
        ("UPDATE commitments SET value = 'somebody else'", "committed"),
        (
            "UPDATE chains SET head = substr(head, 2) || substr(head, 1, 1) WHERE name = 'register'",
            "register",
        ),
        ("UPDATE chains SET sequence = sequence + 1 WHERE name = 'register'", "counts"),
        ("DELETE FROM chains WHERE name <> 'register'", "no head"),
        ("UPDATE versions SET sha256 = replace(sha256, '1', '2') WHERE number = 1", "hash"),
        ("UPDATE versions SET chain_sha256 = replace(chain_sha256, '1', '2') WHERE number = 2", "chain"),
        ("UPDATE versions SET sequence = sequence - 1 WHERE number = 2", "another text"),
        ("UPDATE versions SET authorship = payload WHERE number = 1", "authorship cannot be unpacked"),
        (
            "UPDATE versions SET authorship = (SELECT authorship FROM versions WHERE number = 1) WHERE number = 2",
            "other authors",
        ),
        ("UPDATE versions SET occasion = 'QUIET' WHERE number = 1", "announced another"),
        ("UPDATE versions SET label = 'v3' WHERE number = 2", "announced another"),
        ("UPDATE versions SET note = 'x' WHERE number = 1", "announced another"),
        (
            "UPDATE versions SET created_at = '2026-11-23 09:30:00.000001' WHERE number = 1",
            "announced another",
        ),
        ("UPDATE versions SET words = words + 1 WHERE number = 1", "number of words"),
        ("DELETE FROM versions WHERE number = 2", "counts 2 versions"),
        ("UPDATE updates SET membership_id = (SELECT max(id) FROM memberships)", "other authors"),
        ("DELETE FROM updates WHERE sequence = 1", "cannot be folded"),
        ("UPDATE documents SET sequence = sequence + 1", "the document counts"),
        ("UPDATE checkpoints SET authorship = state", "checkpoint"),
    ],
)
async def test_a_change_is_found(database: Database, statement: str, told: str) -> None:
    async with without_triggers(database):
        await run(database, statement)
    assert told in await differences(database)


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("versions", "payload"),
        ("versions", "authorship"),
        ("updates", "payload"),
        ("checkpoints", "state"),
        ("checkpoints", "authorship"),
    ],
)
@pytest.mark.parametrize("place", [0, 5, -1])
async def test_one_flipped_byte_is_found(database: Database, table: str, column: str, place: int) -> None:
    async with without_triggers(database), database.write() as work:
        blob = await work.session.scalar(text(f"SELECT {column} FROM {table} ORDER BY 1 LIMIT 1"))
        flipped = bytearray(bytes(blob))
        flipped[place] ^= 1
        await work.session.execute(
            text(f"UPDATE {table} SET {column} = :flipped WHERE {column} = :blob"),
            {"flipped": bytes(flipped), "blob": bytes(blob)},
        )
    assert await differences(database)


async def test_a_flipped_byte_behind_the_last_version_is_found(database: Database) -> None:
    async with without_triggers(database), database.write() as work:
        last = "FROM updates WHERE sequence = 3"
        blob = bytes(await work.session.scalar(text(f"SELECT payload {last}")))
        place = blob.index(b"quatre")
        flipped = blob[:place] + bytes([blob[place] ^ 1]) + blob[place + 1 :]
        await work.session.execute(
            text("UPDATE updates SET payload = :flipped WHERE sequence = 3"), {"flipped": flipped}
        )
    assert "update 3: the record tells of another text" in await differences(database)


async def test_what_is_no_row_is_told_and_ends_nothing(database: Database) -> None:
    if not database.is_sqlite:
        return  # PostgreSQL takes no such row
    async with without_triggers(database):
        await run(database, "UPDATE events SET at = '2026-1x-23 09:30:00' WHERE tag = 'stage:moved'")
    assert "cannot be read" in await differences(database)


async def test_missing_triggers_are_found(database: Database) -> None:
    await run(database, *drop_statements("sqlite" if database.is_sqlite else "postgresql")[:1])
    assert "trigger" in await differences(database)


async def test_a_disabled_or_altered_trigger_is_found(database: Database) -> None:
    if database.is_sqlite:
        await run(
            database,
            "DROP TRIGGER events_no_update",
            "CREATE TRIGGER events_no_update BEFORE UPDATE ON events BEGIN SELECT 1; END",
        )
    else:
        await run(database, "ALTER TABLE events DISABLE TRIGGER events_no_update")
    assert "events_no_update" in await differences(database)
