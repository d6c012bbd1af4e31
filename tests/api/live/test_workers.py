"""`positions serve --workers 2`, as an operator starts it: people at either worker write one text, also when one is killed."""

import asyncio
import os
import signal
from contextlib import AsyncExitStack
from pathlib import Path
from random import Random

from positions.services.unit_of_work import Database
from tests.support.peers import all_agree
from tests.support.scribblers import check_nothing_is_lost, people, scribble, stop, until_more_is_kept
from tests.support.serving import held_address, serving


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


async def test_nothing_is_lost_between_two_workers_of_which_one_is_killed(postgres_url: str) -> None:
    database = Database(postgres_url)
    async with AsyncExitStack() as stack:
        address = stack.enter_context(held_address())
        stack.push_async_callback(database.dispose)
        server = stack.enter_context(serving(postgres_url, address, workers=2))
        peers = await people(postgres_url, address)
        lines = [asyncio.create_task(peer.keep_open()) for peer in peers]
        hands = [asyncio.create_task(scribble(peer, Random(peer.client_id))) for peer in peers]
        await until_more_is_kept(peers, 40)
        os.kill(max(workers_of(server.pid)), signal.SIGKILL)
        await check_nothing_is_lost(database, peers)
        await until_more_is_kept(peers, 40)
        await stop(hands)
        text = await all_agree(*peers)
        assert await check_nothing_is_lost(database, peers) == text
        await stop(lines)
        for peer in peers:
            await peer.close()
