"""Closing time: many rounds are due at once, processes are killed in the middle of it, and each round is closed exactly once."""

from contextlib import ExitStack
from random import Random

from tests.support.closings import (
    close_and_die,
    closed_in,
    database_at,
    differences,
    make_due,
    mixed,
    until_closed,
)
from tests.support.live_servers import ServerProcess, server_process

PAPERS = 8
KILLS = 3
DEATHS = 6


def engine_of(url: str) -> str:
    return url.partition("+")[0]


async def test_servers_killed_at_closing_time_close_every_round_once(database_url: str) -> None:
    """Two servers on PostgreSQL, one on SQLite; one of them is killed as soon as one more round is closed, and started again."""
    due, chance = await make_due(database_url, mixed(PAPERS)), Random(engine_of(database_url))
    async with database_at(database_url) as database:
        with ExitStack() as stack:
            processes = 1 if database.is_sqlite else 2
            servers = [stack.enter_context(server_process(database_url))[0] for _ in range(processes)]
            for _ in range(KILLS):
                found = await closed_in(database)
                await until_closed(database, min(PAPERS, found + chance.randint(1, 2)))
                restart(chance.choice(servers))
            await until_closed(database, PAPERS)
        assert await differences(database, due) == []


def restart(server: ServerProcess) -> None:
    server.kill()
    server.start()


async def test_a_job_killed_before_any_statement_leaves_nothing_half_done(database_url: str) -> None:
    """The job dies at a point drawn by lot, is begun again, dies at another …; in the end all is as if nothing had happened."""
    due, chance = await make_due(database_url, mixed(PAPERS)), Random(engine_of(database_url))
    for _ in range(DEATHS):
        assert close_and_die(database_url, chance.randint(2, 30))
    assert not close_and_die(database_url, 0)
    async with database_at(database_url) as database:
        assert await closed_in(database) == len(due)
        assert await differences(database, due) == []
