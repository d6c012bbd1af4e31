"""What API tests ask for: a settled database and a client of the whole application."""

from collections.abc import AsyncIterator

import pytest

from positions.services.unit_of_work import Database
from tests.support.clients import Client, Clock, add_people, client_of
from tests.support.databases import Templates, copy_of
from tests.support.states import Trail


@pytest.fixture
def clock() -> Clock:
    """The test's clock."""
    return Clock()


@pytest.fixture(scope="session")
async def settled_url(database_template: Templates, loaded_url: str) -> str:
    """A database with reference tables and people, to be copied."""
    url = database_template.copy(loaded_url)
    database = Database(url, Clock())
    await add_people(database)
    await database.dispose()
    return url


@pytest.fixture
async def database(settled_url: str, database_template: Templates, clock: Clock) -> AsyncIterator[Database]:
    """A database of this test's own, with reference tables and people."""
    async with copy_of(database_template, settled_url, clock) as database:
        yield database


@pytest.fixture
async def client(database: Database, clock: Clock, settled_url: str) -> AsyncIterator[Client]:
    """A client of the application."""
    async with client_of(database, clock) as client:
        client.trail = Trail(database, clock, settled_url)
        yield client
        client.trail.close()
