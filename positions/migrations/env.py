"""Runs the revisions: one transaction for all of them, or none.

Migrations are synchronous whatever driver the server uses. Two processes that start at once take turns, and a table that
is in use is not waited for longer than LOCK_TIMEOUT. SQLite alters a table by copying it ("batch"), with foreign keys off
while it copies and checked before the commit.
"""

import os
from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.types import TypeDecorator

from positions.models.tables import metadata

LOCK_TIMEOUT = "10s"
_ADVISORY_LOCK = 7_064_736  # any number; the same in every process that migrates
_SYNCHRONOUS = {"sqlite+aiosqlite": "sqlite", "postgresql": "postgresql+psycopg"}


def _database_url() -> str:
    url: str | None = context.config.attributes.get("url") or os.environ.get("POSITIONS_DATABASE_URL")
    if not url:
        raise SystemExit("Set POSITIONS_DATABASE_URL to the database that is to be migrated.")
    return url


def _engine(database_url: str) -> Engine:
    url = make_url(database_url)
    engine = create_engine(url.set(drivername=_SYNCHRONOUS.get(url.drivername, url.drivername)))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _leave_transactions_to_us)
        event.listen(engine, "begin", _begin_immediate)
    return engine


def _leave_transactions_to_us(connection: DBAPIConnection, _: object) -> None:
    connection.isolation_level = None  # the driver would commit before each CREATE TABLE


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _render_column_type(kind: str, subject: object, _: AutogenContext) -> str | Literal[False]:
    """Write a column type of ours as the plain type below it: a revision outlives the classes."""
    if kind == "type" and isinstance(subject, TypeDecorator):
        return f"sa.{subject.impl_instance!r}"
    return False


def _take_turn(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_LOCK})
        connection.execute(
            text("SELECT set_config('lock_timeout', :timeout, true)"), {"timeout": LOCK_TIMEOUT}
        )


def _check_references(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        broken = connection.execute(text("PRAGMA foreign_key_check")).all()
        if broken:
            raise RuntimeError(f"the migration leaves rows that point nowhere: {broken[:5]}")


def _run() -> None:
    engine = _engine(_database_url())
    with engine.begin() as connection:
        _take_turn(connection)
        context.configure(
            connection=connection,
            target_metadata=metadata,
            render_as_batch=connection.dialect.name == "sqlite",
            render_item=_render_column_type,
            compare_server_default=True,
        )
        context.run_migrations()
        _check_references(connection)
    engine.dispose()


_run()
