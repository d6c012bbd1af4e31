"""`./dev soak live`: `positions serve` is killed a hundred times while people type, and a thousand random schedules are played, on both databases.

Several processes play shares of it, each on databases of its own; what is found wrong is told with its seed.
"""

import asyncio
import os
import shutil
import sys
import time
import traceback
from collections.abc import Callable, Coroutine, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from itertools import count
from multiprocessing import get_context
from random import Random
from typing import Any, NamedTuple

from rich.console import Console
from rich.progress import track
from rich.table import Table

from positions.lifecycle import Stage
from positions.services.sessions import sign_in
from tests.support.callers import Caller
from tests.support.databases import ENGINES, PostgresTemplate, SqliteTemplate, Templates
from tests.support.engines import shared_statements
from tests.support.live_servers import live_server
from tests.support.peers import Peer
from tests.support.postgres import throw_away_cluster
from tests.support.schedules import Schedule
from tests.support.scratch import make_scratch_folder
from tests.support.scribblers import kill_again_and_again
from tests.support.world import LEAD, OTHER_PARTICIPANT, PARTICIPANT, bring_to, propose, world_at
from tests.support.yjs import Yjs, running_yjs

KILLS = 100
KILLS_OF_ONE_TEXT = 25
SCHEDULES = 1000
SEATS = (LEAD, PARTICIPANT, OTHER_PARTICIPANT)
PROCESSES = 2 * (os.cpu_count() or 1)
"""They wait for one another's servers and clients more than they reckon."""


async def kill(url: str, seed: int, _: Yjs) -> None:
    """One text, while whose writing the server dies again and again."""
    await kill_again_and_again(url, KILLS_OF_ONE_TEXT, seed)


async def play(url: str, seed: int, yjs: Yjs) -> None:
    """One random schedule: two people at sockets, one who can only send requests."""
    async with world_at(url) as world:
        paper = await propose(world, participants=(PARTICIPANT, OTHER_PARTICIPANT))
        await bring_to(world, paper, Stage.DRAFTING)
        async with live_server(world.database) as address:
            numbers = count(2**31)
            peers: list[Peer] = []
            for kind, name in zip((Peer, Peer, Caller), SEATS, strict=True):
                async with world.database.write() as work:
                    secret = await sign_in(work, world.actors[name].signed_in())
                peers.append(kind(address, paper.document_id, secret, next(numbers)))
            await Schedule(world, paper, peers, SEATS, yjs, Random(seed)).run()


ACTS: dict[str, Callable[[str, int, Yjs], Coroutine[Any, Any, None]]] = {"kill -9": kill, "schedule": play}


class Share(NamedTuple):
    """What one process does with one template."""

    act: str
    engine: str
    seeds: Sequence[int]


def shares() -> list[Share]:
    """All there is to do; the long ones first."""
    texts = range(KILLS // KILLS_OF_ONE_TEXT)
    some = [range(first, first + 50) for first in range(0, SCHEDULES, 50)]
    kills = [Share("kill -9", engine, [seed]) for seed in texts for engine in ENGINES]
    return kills + [Share("schedule", engine, seeds) for seeds in some for engine in ENGINES]


def do(share: Share) -> tuple[float, list[str]]:
    """The seconds that it took, and what was wrong."""
    began, wrong = time.monotonic(), list[str]()
    with shared_statements(), running_yjs() as yjs, template_of(share.engine) as template:
        for seed in share.seeds:
            url = template.copy()
            try:
                asyncio.run(ACTS[share.act](url, seed, yjs))
            except Exception as error:  # noqa: BLE001  # whatever it was is what is looked for
                place = traceback.extract_tb(error.__traceback__)[-1]
                told = f"{type(error).__name__} {error} ({place.filename}:{place.lineno})"
                wrong.append(f"{share.engine}, {share.act}, seed {seed}: {told}")
            finally:
                template.remove(url)
    return time.monotonic() - began, wrong


@contextmanager
def template_of(engine: str) -> Iterator[Templates]:
    """A template of this process's own."""
    if engine == "postgresql":
        with throw_away_cluster() as cluster:
            yield PostgresTemplate(cluster)
    else:
        folder = make_scratch_folder()
        yield SqliteTemplate(folder)
        shutil.rmtree(folder)


def main() -> None:
    """Everything on both databases, as one table."""
    all_shares = shares()
    seconds, wrong = dict.fromkeys(((act, engine) for act in ACTS for engine in ENGINES), 0.0), list[str]()
    with ProcessPoolExecutor(PROCESSES, get_context("spawn")) as pool:
        doings = {pool.submit(do, share): share for share in all_shares}
        for done in track(as_completed(doings), "live", len(doings)):
            share, (took, found) = doings[done], done.result()
            seconds[share.act, share.engine] += took
            wrong += found
            seeds = f"{share.seeds[0]} to {share.seeds[-1]}"
            print(f"{share.act}, {share.engine}, seeds {seeds}: {took:.0f} s", *found, sep="\n", flush=True)
    table = Table("what", "engine", "times", "seconds of a process", "wrong")
    for act, engine in seconds:
        times = KILLS if act == "kill -9" else SCHEDULES
        bad = sum(one.startswith(f"{engine}, {act}") for one in wrong)
        table.add_row(act, engine, str(times), f"{seconds[act, engine]:.0f}", str(bad))
    Console(width=100).print(table)
    sys.exit("\n".join(wrong[:20]) if wrong else 0)


if __name__ == "__main__":
    main()
