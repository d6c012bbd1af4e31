"""A throw-away PostgreSQL cluster: made in a fresh folder in a second, reached by a Unix socket, gone afterwards.

PostgreSQL refuses to run as root: then it runs as the account `postgres` that its package makes. Nothing is written durably
(fsync is off), so that its timings say nothing about a real server's, except where it is asked for.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
from psycopg import sql

from tests.support.scratch import make_scratch_folder

_ACCOUNT = "postgres"
_SERVER_OPTIONS = ("listen_addresses=''", "max_connections=200")
_CARELESS_OPTIONS = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "autovacuum=off",  # the databases are gone before it pays
    "dynamic_shared_memory_type=mmap",  # within the folder, so that nothing outlives a stop in haste
)


class PostgresMissing(Exception):
    """No PostgreSQL server program is installed."""


def find_programs() -> Path:
    """The folder that holds initdb and pg_ctl: Debian's newest, else the one on the PATH."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name))
    for folder in reversed(folders):
        if (folder / "initdb").exists():
            return folder
    found = shutil.which("initdb")
    if found is None:
        raise PostgresMissing("No PostgreSQL server here: apt-get install postgresql")
    return Path(found).resolve().parent


class Cluster:
    """A running cluster, and the making of databases in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._numbers = count(1)

    @property
    def process(self) -> int:
        """The server's process id."""
        return int((self.folder / "data/postmaster.pid").read_text().split()[0])

    def url_of(self, database: str) -> str:
        """The SQLAlchemy address of one database."""
        return f"postgresql+psycopg://{_ACCOUNT}@/{database}?host={self.folder}"

    def create(self, template: str = "template0") -> str:
        """Make a database, a copy of `template`, and return its name."""
        name = f"test_{next(self._numbers)}"
        self._execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )
        return name

    def drop(self, database: str) -> None:
        """Remove a database, whoever is still connected to it."""
        self._execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(database)))

    def _execute(self, statement: sql.Composed) -> None:
        with psycopg.connect(
            host=str(self.folder), user=_ACCOUNT, dbname="postgres", autocommit=True
        ) as connection:
            connection.execute(statement)


@contextmanager
def throw_away_cluster(*, durable: bool = False) -> Iterator[Cluster]:
    """Start a fresh cluster, on a disk if it is to be durable; stop and delete it when the block ends."""
    programs = find_programs()
    folder = Path(tempfile.mkdtemp(prefix="positions-")) if durable else make_scratch_folder()
    data = folder / "data"
    if os.getuid() == 0:
        shutil.chown(folder, _ACCOUNT, _ACCOUNT)
        folder.chmod(0o755)
    chosen = _SERVER_OPTIONS if durable else _SERVER_OPTIONS + _CARELESS_OPTIONS
    options = " ".join([f"-k {folder}", *(f"-c {option}" for option in chosen)])
    try:
        _run(
            [
                programs / "initdb",
                "-A",
                "trust",
                "-N",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "-U",
                _ACCOUNT,
                "-D",
                data,
            ]
        )
        _run([programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start"])
        yield Cluster(folder)
    finally:
        if (data / "postmaster.pid").exists():
            _run([programs / "pg_ctl", "-D", data, "-m", "immediate", "stop"])
        shutil.rmtree(folder, ignore_errors=True)


def _run(command: Sequence[Path | str]) -> None:
    account = {"user": _ACCOUNT, "group": _ACCOUNT, "extra_groups": []} if os.getuid() == 0 else {}
    done = subprocess.run(  # type: ignore[call-overload]  # the account's keywords are chosen at run time
        [str(part) for part in command],
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        **account,
    )
    if done.returncode:
        raise RuntimeError(f"{Path(command[0]).name} failed:\n{done.stdout}")
