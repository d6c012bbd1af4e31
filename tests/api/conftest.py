"""What API tests ask for: a settled database and a client of the whole application."""

from collections.abc import AsyncIterator

import pytest

from positions.services.unit_of_work import Database
from tests.support.clients import Client, Clock, client_of, settle


@pytest.fixture
def clock() -> Clock:
    """The test's clock."""
    return Clock()


@pytest.fixture
async def database(database_url: str, clock: Clock) -> AsyncIterator[Database]:
    """A database with reference tables and people."""
    database = Database(database_url, clock)
    await settle(database)
    yield database
    await database.dispose()


@pytest.fixture
async def client(database: Database, clock: Clock) -> AsyncIterator[Client]:
    """A client of the application."""
    async with client_of(database, clock) as client:
        yield client
