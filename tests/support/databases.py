"""Migrated databases by the copy, on both engines: the schema is made once in a template, then copied for each test."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Protocol

from positions.migrations.commands import migrate
from positions.services.unit_of_work import Clock, Database
from tests.support.postgres import Cluster

ENGINES = ("sqlite", "postgresql")


class Templates(Protocol):
    """One engine's migrated template."""

    def copy(self, source: str | None = None) -> str:
        """The URL of a fresh copy of the template, or of another database made here that nobody has open."""
        ...

    def remove(self, url: str) -> None:
        """Give the copy's room back, whoever still has it open."""
        ...


class SqliteTemplate:
    """A migrated file, copied as a file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count(1)
        self._file = folder / "template.db"
        migrate(f"sqlite+aiosqlite:///{self._file}")

    def copy(self, source: str | None = None) -> str:
        """The URL of a fresh copy."""
        target = self._folder / f"{next(self._numbers)}.db"
        shutil.copyfile(source.partition(":///")[2] if source else self._file, target)
        return f"sqlite+aiosqlite:///{target}"

    def remove(self, url: str) -> None:
        """Delete the file with its log."""
        for file in self._folder.glob(f"{Path(url.partition(':///')[2]).name}*"):
            file.unlink()


class PostgresTemplate:
    """A migrated database, copied by the server."""

    def __init__(self, cluster: Cluster) -> None:
        self._cluster = cluster
        self._database = cluster.create()
        migrate(cluster.url_of(self._database))

    def copy(self, source: str | None = None) -> str:
        """The URL of a fresh copy."""
        return self._cluster.url_of(self._cluster.create(_name_in(source) if source else self._database))

    def remove(self, url: str) -> None:
        """Drop the database."""
        self._cluster.drop(_name_in(url))


def _name_in(url: str) -> str:
    return url.partition("@/")[2].partition("?")[0]


@asynccontextmanager
async def copy_of(templates: Templates, url: str, clock: Clock) -> AsyncIterator[Database]:
    """A copy of a filled database, for one test."""
    copied = templates.copy(url)
    database = Database(copied, clock)
    yield database
    await database.dispose()
    templates.remove(copied)
