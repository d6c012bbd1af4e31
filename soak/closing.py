"""`./dev soak closing`: dozens of rounds are due at once, the server is killed in the middle of it and started again.

Two processes close them on PostgreSQL, one on SQLite. Then the job alone is killed before each of its statements and commits in
turn, until it lives to the end. Every round must end as it was voted, be closed once, and be proved by the record.
"""

import asyncio
import shutil
import sys
import time
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from itertools import count
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
from tests.support.live_servers import server_process
from tests.support.postgres import throw_away_cluster
from tests.support.scratch import make_scratch_folder

ROUNDS = 60
KILLS = 15
PATIENCE = 600  # seconds: a killed server takes some to come back, on a busy machine many


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
        with ExitStack() as stack:
            processes = 1 if database.is_sqlite else 2
            servers = [stack.enter_context(server_process(url))[0] for _ in range(processes)]
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
