"""Whether the database can be worked with."""

from sqlalchemy.exc import SQLAlchemyError

from positions.migrations.commands import is_current
from positions.services.unit_of_work import Database


async def is_ready(database: Database) -> bool:
    """Whether the database is reachable and has every revision the code knows."""
    try:
        async with database.read() as session:
            connection = await session.connection()
            return await connection.run_sync(is_current)
    except (SQLAlchemyError, OSError):
        return False
