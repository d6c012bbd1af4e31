"""`positions serve --workers 2`, as an operator starts it: people at either worker write one text, also when one is killed."""

import os
import signal
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

from tests.support.scribblers import people, writing
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


async def test_a_text_is_served_by_one_worker_and_nothing_is_lost_when_that_is_killed(
    postgres_url: str,
) -> None:
    with held_address() as address, serving(postgres_url, address, workers=2) as server:
        peers = await people(postgres_url, address, number=8)
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
