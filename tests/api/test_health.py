import asyncio
import threading

import pytest

from api.settings import Settings
from positions.services.unit_of_work import Database
from tests.support.clients import Client, Clock, client_of


async def test_a_migrated_database_is_ready(client: Client) -> None:
    assert (await client.http.get("/healthz")).text == "ok\n"
    answer = await client.http.get("/readyz")
    assert (answer.status_code, answer.json()) == (200, {"ready": True})


async def test_an_empty_or_unreachable_database_is_not_ready(
    clock: Clock, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("empty")
    for url in (f"sqlite+aiosqlite:///{folder}/new.db", f"sqlite+aiosqlite:///{folder}/no/such/folder.db"):
        database = Database(url, clock)
        async with client_of(database, clock, Settings()) as client:
            assert (await client.http.get("/healthz")).status_code == 200
            assert (await client.http.get("/readyz")).status_code == 503
        await database.dispose()
    await until_the_driver_has_ended()


async def until_the_driver_has_ended() -> None:
    """A connection that could not be made ends in a thread that nobody waits for, and tells the loop, which has to be there still."""
    for thread in threading.enumerate():
        if "_connection_worker_thread" in thread.name:
            await asyncio.to_thread(thread.join)


async def test_metrics_are_counted(client: Client) -> None:
    await client.ask("{ __typename }")
    assert "graphql_documents_total" in (await client.http.get("/metrics")).text
