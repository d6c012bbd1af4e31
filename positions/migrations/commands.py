"""Bringing a database up to date, and asking whether it is."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection


def _config(url: str | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["url"] = url
    return config


def migrate(url: str) -> None:
    """Run every revision that this database (any SQLAlchemy URL, asynchronous or not) lacks."""
    command.upgrade(_config(url), "head")


def revert(url: str, revision: str = "base") -> None:
    """Run the revisions backwards, down to and without `revision`."""
    command.downgrade(_config(url), revision)


def is_current(connection: Connection) -> bool:
    """Whether this database has every revision the code knows."""
    known = set(ScriptDirectory.from_config(_config()).get_heads())
    return set(MigrationContext.configure(connection).get_current_heads()) == known
