"""`positions serve --workers 2`, as an operator starts it: people at either worker write one text, also when one is killed."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

from positions.services.unit_of_work import Database
from tests.support.peers import Peer, all_agree
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


def servers_of(address: str, workers: list[int]) -> set[int]:
    """The workers that hold connections at this address."""
    port = f":{urlsplit(address).port:04X}"
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()]
    open_here = {f"socket:[{row[9]}]" for row in rows if row[1].endswith(port) and row[3] == "01"}
    return {worker for worker in workers if open_here & _files_of(worker)}


def _files_of(process: int) -> set[str]:
    return {str(file.readlink()) for file in Path(f"/proc/{process}/fd").iterdir() if file.is_symlink()}


@asynccontextmanager
async def writing(database_url: str, peers: list[Peer]) -> AsyncIterator[None]:
    """All of them write for the length of a block and somewhat longer; then nothing is lost."""
    database = Database(database_url)
    lines = [asyncio.create_task(peer.keep_open()) for peer in peers]
    hands = [asyncio.create_task(scribble(peer, Random(peer.client_id))) for peer in peers]
    await until_more_is_kept(peers, 40)
    yield
    await check_nothing_is_lost(database, peers)
    await until_more_is_kept(peers, 40)
    await stop(hands)
    text = await all_agree(*peers)
    assert await check_nothing_is_lost(database, peers) == text
    await stop(lines)
    for peer in peers:
        await peer.close()
    await database.dispose()


async def test_a_text_is_served_by_one_worker_and_nothing_is_lost_when_that_is_killed(
    postgres_url: str,
) -> None:
    with held_address() as address, serving(postgres_url, address, workers=2) as server:
        peers = await people(postgres_url, address, seats=8)
        async with writing(postgres_url, peers):
            (busy,) = servers_of(address, workers_of(server.pid))
            os.kill(busy, signal.SIGKILL)


async def test_nothing_is_lost_between_two_programs_of_which_one_is_killed(postgres_url: str) -> None:
    with ExitStack() as stack:
        one, other = (stack.enter_context(held_address()) for _ in range(2))
        stack.enter_context(serving(postgres_url, one))
        killed = stack.enter_context(serving(postgres_url, other))
        peers = await people(postgres_url, one)
        peers[1].url = peers[1].url.replace(urlsplit(one).netloc, urlsplit(other).netloc)
        peers[1].origin = other
        async with writing(postgres_url, peers):
            killed.kill()
            killed.wait()
            stack.enter_context(serving(postgres_url, other))
