"""The revisions make exactly the tables of the models, on both engines, and can be taken back."""

from collections.abc import Iterator

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, create_engine, inspect, make_url

from positions.migrations.commands import is_current, migrate, revert
from positions.models.tables import metadata

_SYNCHRONOUS = {"sqlite+aiosqlite": "sqlite"}


@pytest.fixture
def connection(database_url: str) -> Iterator[Connection]:
    url = make_url(database_url)
    engine = create_engine(url.set(drivername=_SYNCHRONOUS.get(url.drivername, url.drivername)))
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def test_a_migrated_database_is_current(connection: Connection) -> None:
    assert is_current(connection)


def test_the_tables_are_those_of_the_models(connection: Connection) -> None:
    context = MigrationContext.configure(connection, opts={"compare_server_default": True})
    assert compare_metadata(context, metadata) == []


def test_migrating_again_changes_nothing(database_url: str, connection: Connection) -> None:
    migrate(database_url)
    assert is_current(connection)


def test_everything_can_be_taken_back_and_made_again(database_url: str, connection: Connection) -> None:
    revert(database_url)
    assert inspect(connection).get_table_names() == ["alembic_version"]
    assert not is_current(connection)
    connection.rollback()
    migrate(database_url)
    assert is_current(connection)
