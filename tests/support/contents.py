"""The rows of a database by table: taken, put back, and whether anybody wrote meanwhile; over a connection of its own."""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import psycopg
from psycopg import sql

Rows = Mapping[str, Any]
"""By table: in order of insertion, as the engine gives and takes them fastest; a later state of a list begins with it or replaces it."""

_TELLING = ("events", "institutions", "members", "organizations", "subjects", "terms")
_IS_EMPTY = f"SELECT NOT ({' OR '.join(f'EXISTS (SELECT 1 FROM {table})' for table in _TELLING)})"


class Contents(Protocol):
    """What a database holds."""

    def is_empty(self) -> bool:
        """Whether it was migrated and nothing else."""
        ...

    def mark(self) -> object:
        """Something that is equal as long as nobody else wrote."""
        ...

    def take(self) -> Rows:
        """All rows."""
        ...

    def put(self, rows: Rows, *, instead_of: Rows) -> None:
        """Give it these rows; it holds the others."""
        ...

    def close(self) -> None:
        """Close the connection."""
        ...


def contents_of(url: str) -> Contents:
    """The contents of the database at this address."""
    return SqliteContents(url) if url.startswith("sqlite") else PostgresContents(url)


class SqliteContents:
    """Rows as the driver gives them."""

    def __init__(self, url: str) -> None:
        self._connection = sqlite3.connect(url.partition(":///")[2], isolation_level=None)
        tables = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        self._tables = [name for (name,) in self._connection.execute(tables)]

    def is_empty(self) -> bool:
        return bool(self._connection.execute(_IS_EMPTY).fetchone()[0])

    def mark(self) -> object:
        return self._connection.execute("PRAGMA data_version").fetchone()

    def take(self) -> Rows:
        by_insertion = "SELECT * FROM {} ORDER BY rowid"
        return {name: self._connection.execute(by_insertion.format(name)).fetchall() for name in self._tables}

    def put(self, rows: Rows, *, instead_of: Rows) -> None:
        self._connection.execute("BEGIN IMMEDIATE")
        for name, after in rows.items():
            before = instead_of[name]
            if after != before:
                self._replace(name, before, after)
        self._connection.execute("COMMIT")

    def _replace(self, name: str, before: Sequence[Any], after: Sequence[Any]) -> None:
        begun = len(before) if after[: len(before)] == before else 0
        if not begun:
            self._connection.execute(f"DELETE FROM {name}")
        if after[begun:]:
            places = ", ".join("?" * len(after[0]))
            self._connection.executemany(f"INSERT INTO {name} VALUES ({places})", after[begun:])

    def close(self) -> None:
        self._connection.close()


class PostgresContents:
    """Rows as COPY writes and reads them."""

    def __init__(self, url: str) -> None:
        self._connection = psycopg.connect(url.replace("+psycopg", ""), autocommit=True)
        self._connection.execute("SET session_replication_role = replica")  # no foreign keys, no triggers
        tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
        self._tables = [name for (name,) in self._connection.execute(tables)]

    def is_empty(self) -> bool:
        return bool(self._connection.execute(_IS_EMPTY).fetchone()[0])  # type: ignore[index]  # one row

    def mark(self) -> object:
        # The next transaction to write takes this number; the cluster is this process's own, and does not vacuum by itself.
        return self._connection.execute("SELECT pg_snapshot_xmax(pg_current_snapshot())::text").fetchone()

    def take(self) -> Rows:
        return {name: self._read(name) for name in self._tables}

    def _read(self, name: str) -> bytes:
        with self._connection.cursor().copy(
            sql.SQL("COPY {} TO STDOUT").format(sql.Identifier(name))
        ) as copy:
            return b"".join(bytes(part) for part in copy)

    def put(self, rows: Rows, *, instead_of: Rows) -> None:
        with self._connection.transaction():
            for name, after in rows.items():
                before = instead_of[name]
                if after != before:
                    self._replace(name, before, after)

    def _replace(self, name: str, before: bytes, after: bytes) -> None:
        table = sql.Identifier(name)
        begun = len(before) if after.startswith(before) else 0
        if not begun:
            self._connection.execute(sql.SQL("DELETE FROM {}").format(table))
        if after[begun:]:
            with self._connection.cursor().copy(sql.SQL("COPY {} FROM STDIN").format(table)) as copy:
                copy.write(after[begun:])

    def close(self) -> None:
        self._connection.close()
