"""`positions serve --workers 2`, as an operator starts it: people at either worker write one text, also when one is killed."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager, suppress
from pathlib import Path
from random import Random

import httpx

from positions.services.unit_of_work import Database
from tests.support.live_servers import address_of, free_listener
from tests.support.peers import all_agree
from tests.support.scribblers import check_nothing_is_lost, people, scribble, stop, until_more_is_kept

PROGRAM = Path(sys.executable).with_name("positions")


@contextmanager
def serving(database_url: str, address: str) -> Iterator[int]:
    """The process id of a server with two workers."""
    command = [str(PROGRAM), "serve", "--workers", "2", "--port", address.rpartition(":")[2]]
    environment = {**os.environ, "POSITIONS_DATABASE_URL": database_url, "POSITIONS_BASE_URL": address}
    with subprocess.Popen(
        command, env=environment, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    ) as server:
        try:
            yield server.pid
        finally:
            server.terminate()


def workers_of(server: int) -> list[int]:
    """The processes that the server has started to serve."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = (folder / "stat").read_text().rpartition(")")[2].split()[1]
            command = (folder / "cmdline").read_text()
        except OSError:  # it has ended meanwhile
            continue
        if int(parent) == server and "spawn_main" in command:
            found.append(int(folder.name))
    return found


async def until_served(address: str) -> None:
    """Two processes take long to start where many things are tested at once."""
    async with httpx.AsyncClient(base_url=address) as http, asyncio.timeout(300):
        while True:
            with suppress(httpx.TransportError):
                if (await http.get("/readyz")).is_success:
                    return
            await asyncio.sleep(0.1)


async def test_nothing_is_lost_between_two_workers_of_which_one_is_killed(postgres_url: str) -> None:
    database = Database(postgres_url)
    with free_listener() as listener:
        address = address_of(listener)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(database.dispose)
        server = stack.enter_context(serving(postgres_url, address))
        peers = await people(postgres_url, address)
        await until_served(address)
        lines = [asyncio.create_task(peer.keep_open()) for peer in peers]
        hands = [asyncio.create_task(scribble(peer, Random(peer.client_id))) for peer in peers]
        await until_more_is_kept(peers, 40)
        os.kill(max(workers_of(server)), signal.SIGKILL)
        await check_nothing_is_lost(database, peers)
        await until_more_is_kept(peers, 40)
        await stop(hands)
        text = await all_agree(*peers)
        assert await check_nothing_is_lost(database, peers) == text
        await stop(lines)
        for peer in peers:
            await peer.close()
