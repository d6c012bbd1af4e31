"""`positions serve` as an operator starts it, in a process of its own."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile

import httpx

PROGRAM = Path(sys.executable).with_name("positions")


@contextmanager
def serving(database_url: str, address: str, *, workers: int = 1) -> Iterator["subprocess.Popen[bytes]"]:
    """A server; stopped at the end. What it says of errors stands in its `stderr`, a file: nobody need read it while it runs."""
    command = [str(PROGRAM), "serve", "--workers", str(workers), "--port", address.rpartition(":")[2]]
    environment = {**os.environ, "POSITIONS_DATABASE_URL": database_url, "POSITIONS_BASE_URL": address}
    with (
        TemporaryFile() as said,
        subprocess.Popen(command, env=environment, stderr=said, stdout=subprocess.DEVNULL) as server,
    ):
        server.stderr = said
        try:
            yield server
        finally:
            server.terminate()


async def until_served(address: str) -> None:
    """Two processes take long to start where many things are tested at once."""
    async with httpx.AsyncClient(base_url=address) as http, asyncio.timeout(300):
        while True:
            with suppress(httpx.TransportError):
                if (await http.get("/readyz")).is_success:
                    return
            await asyncio.sleep(0.1)
