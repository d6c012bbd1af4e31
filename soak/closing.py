"""`./dev soak closing`: dozens of rounds are due at once, `positions serve` is killed in the middle of it and started again.

Two processes close them on PostgreSQL, one on SQLite. Then the job alone is killed before each of its statements and commits in
turn, until it lives to the end. Every round must end as it was voted, be closed once, and be proved by the record.
"""

import asyncio
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from random import Random

from rich.console import Console
from rich.table import Table

from positions.services.closing import close_due
from tests.support.closings import (
    KINDS,
    Kind,
    close_and_die,
    closed_in,
    database_at,
    differences,
    make_due,
    mixed,
    until_closed,
)
from tests.support.databases import PostgresTemplate, SqliteTemplate, Templates
from tests.support.live_servers import address_of, free_listener
from tests.support.postgres import throw_away_cluster
from tests.support.scratch import make_scratch_folder

ROUNDS = 60
KILLS = 15
PATIENCE = 600  # seconds: a killed server takes some to come back, on a busy machine many
PROGRAM = Path(sys.executable).with_name("positions")


class Server:
    """`positions serve` as an operator runs it, on a port of its own."""

    def __init__(self, url: str) -> None:
        with free_listener() as listener:
            self._port = address_of(listener).rpartition(":")[2]
        self._environment = {**os.environ, "POSITIONS_DATABASE_URL": url}
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self._process = subprocess.Popen(
            [PROGRAM, "serve", "--port", self._port],
            env=self._environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def kill(self) -> None:
        assert self._process is not None
        self._process.kill()
        self._process.wait()


@contextmanager
def serving(url: str, processes: int) -> Iterator[list[Server]]:
    servers = [Server(url) for _ in range(processes)]
    for server in servers:
        server.start()
    try:
        yield servers
    finally:
        for server in servers:
            server.kill()


@dataclass(frozen=True)
class Result:
    """What was done, and what was wrong afterwards."""

    what: str
    rounds: int
    deaths: int
    wrong: list[str]


async def kill_servers(url: str, chance: Random) -> Result:
    due = await make_due(url, mixed(ROUNDS))
    async with database_at(url) as database:
        with serving(url, 1 if database.is_sqlite else 2) as servers:
            for _ in range(KILLS):
                found = await closed_in(database)
                more = min(ROUNDS, found + chance.randint(1, 2 * ROUNDS // KILLS - 1))
                await until_closed(database, more, PATIENCE)
                server = chance.choice(servers)
                server.kill()
                server.start()
            await until_closed(database, ROUNDS, PATIENCE)
        return Result(f"{len(servers)} servers", ROUNDS, KILLS, await differences(database, due))


def kill_at_every_statement(template: Templates) -> Result:
    """The job dies before its first statement, its second, … of each kind of round, and what is left is closed afterwards."""
    deaths, wrong = 0, list[str]()
    for kind in KINDS:
        source = template.copy()
        due = asyncio.run(make_due(source, [kind]))
        for number in count(1):
            url = template.copy(source)
            has_died = close_and_die(url, number)
            deaths += has_died
            wrong += asyncio.run(closed_afterwards(url, due))
            template.remove(url)
            if not has_died:
                break
        template.remove(source)
    return Result("every statement", len(KINDS), deaths, wrong)


async def closed_afterwards(url: str, due: Mapping[str, Kind]) -> list[str]:
    async with database_at(url) as database:
        await close_due(database)
        return await differences(database, due)


def soak_servers(engine: str, template: Templates) -> Result:
    url = template.copy()
    result = asyncio.run(kill_servers(url, Random(engine)))
    template.remove(url)
    return result


def main() -> None:
    table = Table("engine", "what is killed", "rounds", "kills", "seconds", "wrong")
    folder, wrong = make_scratch_folder(), list[str]()
    with throw_away_cluster() as cluster:
        for name, template in (
            ("postgresql", PostgresTemplate(cluster)),
            ("sqlite", SqliteTemplate(folder)),
        ):
            for act in (partial(soak_servers, name), kill_at_every_statement):
                began = time.monotonic()
                result = act(template)
                wrong += [f"{name}, {result.what}: {one}" for one in result.wrong]
                figures = (result.rounds, result.deaths, f"{time.monotonic() - began:.1f}", len(result.wrong))
                table.add_row(name, result.what, *map(str, figures))
    shutil.rmtree(folder)
    Console(width=100).print(table)
    sys.exit("\n".join(wrong[:20]) if wrong else 0)


if __name__ == "__main__":
    main()
