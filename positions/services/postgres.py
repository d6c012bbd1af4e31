"""PostgreSQL's own driver under a session, for the three statements that everybody's typing is written with: they cost half as much."""

from typing import Any

import psycopg
from sqlalchemy.ext.asyncio import AsyncSession


async def driver_of(session: AsyncSession) -> "psycopg.AsyncConnection[tuple[Any, ...]]":
    """The driver's connection, in the session's transaction."""
    raw = await (await session.connection()).get_raw_connection()
    driver = raw.driver_connection
    assert isinstance(driver, psycopg.AsyncConnection)
    return driver
