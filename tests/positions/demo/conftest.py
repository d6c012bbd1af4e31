"""The demo, played once for the file that looks at it."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime

import pytest

from positions.demo.player import play
from positions.services.reference_data import load
from positions.services.unit_of_work import Database
from tests.support.databases import Templates

PRESENT = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
COHESION, WASTEWATER, NODES = "AMB-PP-2026-001", "AMB-PP-2026-002", "AMB-PP-2026-003"


@pytest.fixture(scope="module")
async def played(database_template: Templates) -> AsyncIterator[str]:
    """A database into which the demo was played."""
    url = database_template.copy()
    database = Database(url, lambda: NOW)
    async with database.write() as work:
        await load(work)
    await play(url, PRESENT)
    await database.dispose()
    yield url
    database_template.remove(url)


@pytest.fixture
async def told(played: str) -> AsyncIterator[Database]:
    """The database, open."""
    database = Database(played, lambda: NOW)
    yield database
    await database.dispose()
