"""`./dev soak live`: `positions serve` is killed a hundred times while people type, and a thousand random schedules are played, on both databases."""

import asyncio
import shutil
import sys
import time
from itertools import count
from random import Random

from rich.console import Console
from rich.progress import track
from rich.table import Table

from positions.lifecycle import Stage
from positions.services.sessions import sign_in
from tests.support.callers import Caller
from tests.support.databases import PostgresTemplate, SqliteTemplate, Templates
from tests.support.live_servers import live_server
from tests.support.peers import Peer
from tests.support.postgres import throw_away_cluster
from tests.support.schedules import Schedule
from tests.support.scratch import make_scratch_folder
from tests.support.scribblers import kill_again_and_again
from tests.support.world import LEAD, OTHER_PARTICIPANT, PARTICIPANT, bring_to, propose, world_at

KILLS = 100
SCHEDULES = 1000


async def play(url: str, seed: int) -> None:
    """One random schedule: two people at sockets, one who can only send requests."""
    async with world_at(url) as world:
        paper = await propose(world)
        await bring_to(world, paper, Stage.DRAFTING)
        async with live_server(world.database) as address:
            numbers = count(2**31)
            peers: list[Peer] = []
            for kind, name in ((Peer, LEAD), (Peer, PARTICIPANT), (Caller, OTHER_PARTICIPANT)):
                async with world.database.write() as work:
                    secret = await sign_in(work, world.actors[name].signed_in())
                peers.append(kind(address, paper.document_id, secret, next(numbers)))
            await Schedule(world, paper, peers, Random(seed)).run()


def kill(template: Templates) -> tuple[str, int, list[str]]:
    """What was done, how often, and what was wrong."""
    url = template.copy()
    try:
        kept = asyncio.run(kill_again_and_again(url, KILLS))
    except (AssertionError, TimeoutError) as wrong:
        return "kill -9", KILLS, [f"{type(wrong).__name__}: {wrong}"]
    finally:
        template.remove(url)
    return f"kill -9, {kept} updates acknowledged", KILLS, []


def schedules(template: Templates) -> tuple[str, int, list[str]]:
    """The same for the schedules."""
    wrong = []
    for seed in track(range(SCHEDULES), "schedules"):
        url = template.copy()
        try:
            asyncio.run(play(url, seed))
        except (AssertionError, TimeoutError) as error:
            wrong.append(f"seed {seed}: {type(error).__name__}: {error}")
        finally:
            template.remove(url)
    return "random schedules", SCHEDULES, wrong


def main() -> None:
    """Everything on both databases, as one table."""
    table = Table("engine", "what", "times", "seconds", "wrong")
    folder, wrong = make_scratch_folder(), list[str]()
    with throw_away_cluster() as cluster:
        for name, template in (
            ("postgresql", PostgresTemplate(cluster)),
            ("sqlite", SqliteTemplate(folder)),
        ):
            for act in (kill, schedules):
                began = time.monotonic()
                what, times, found = act(template)
                wrong += [f"{name}, {what}: {one}" for one in found]
                table.add_row(name, what, str(times), f"{time.monotonic() - began:.1f}", str(len(found)))
    shutil.rmtree(folder)
    Console(width=100).print(table)
    sys.exit("\n".join(wrong[:20]) if wrong else 0)


if __name__ == "__main__":
    main()
