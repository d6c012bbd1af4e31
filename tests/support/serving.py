"""Programs that serve, each in a process of its own: `positions serve` as an operator starts it, and what it is compared with."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from urllib.parse import urlsplit

from tests.support.servers import address_of

PROGRAM = Path(sys.executable).with_name("positions")
PATIENCE = 300
"""Seconds that two processes may take to start where many things are tested at once."""


@contextmanager
def held_address() -> Iterator[str]:
    """An address for a server to come: its port is bound, so that nobody else is given it, and free to be listened at."""
    with socket.socket() as holder:
        holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        holder.bind(("127.0.0.1", 0))
        yield address_of(holder)


def serving(
    database_url: str, address: str, *, workers: int = 1
) -> AbstractContextManager["subprocess.Popen[bytes]"]:
    """The product, running."""
    command = [str(PROGRAM), "serve", "--workers", str(workers), "--port", str(urlsplit(address).port)]
    return running(command, address, POSITIONS_DATABASE_URL=database_url, POSITIONS_BASE_URL=address)


@contextmanager
def running(command: Sequence[str], address: str, **variables: str) -> Iterator["subprocess.Popen[bytes]"]:
    """A program from when it serves; stopped at the end. What it says of errors stands in its `stderr`, a file: nobody need read it meanwhile."""
    with (
        TemporaryFile() as said,
        subprocess.Popen(
            command, env={**os.environ, **variables}, stderr=said, stdout=subprocess.DEVNULL
        ) as server,
    ):
        server.stderr = said
        try:
            _wait_until_served(address, server)
            yield server
        finally:
            server.terminate()


def _wait_until_served(address: str, server: "subprocess.Popen[bytes]") -> None:
    place, late = urlsplit(address), time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < late:
        with socket.socket() as attempt:
            if attempt.connect_ex((place.hostname, place.port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError(f"a server did not start: {server.args!r}")
