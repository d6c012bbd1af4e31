"""Processes that carry one outbox, and are killed at it."""

import asyncio
import multiprocessing
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.context import ForkServerProcess

from api.mail import Courier
from api.settings import Settings
from positions.services.mails import has_waiting
from positions.services.unit_of_work import Database

_PROCESSES = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload([__name__])


async def _carry(url: str, settings: Settings) -> None:
    assert settings.smtp is not None
    database, courier = Database(url), Courier(settings, settings.smtp)
    while await has_waiting(database):
        await courier.round_trip(database)
    await database.dispose()


def _run(url: str, settings: Settings) -> None:
    asyncio.run(_carry(url, settings))


@contextmanager
def couriers(url: str, settings: Settings, number: int) -> Iterator[list[ForkServerProcess]]:
    """So many processes at one outbox; each ends when nothing waits any more, at the latest with the block."""
    running = [_PROCESSES.Process(target=_run, args=(url, settings), daemon=True) for _ in range(number)]
    for process in running:
        process.start()
    try:
        yield running
    finally:
        for process in running:
            if process.is_alive():
                kill(process)


def kill(process: ForkServerProcess) -> None:
    """End a process as a power cut would."""
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    process.join()
