"""How the application is served, and where a text is when several workers serve it: at one of them.

Whichever worker the kernel gives a connection to reads its request. When it opens a text that belongs to another worker, the open
connection goes there with what was read (SCM_RIGHTS, unix(7)): what is typed in a text is then folded, written and sent on once. A
worker that is gone is passed over; each may serve every text, and what several serve meets in the relays.
"""

import asyncio
import os
import re
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.server import ServerState

CLOSING_SECONDS = 2
"""How long connections that were sent away may take to hear it."""

STARTING_SECONDS = 15
"""How long a worker waits for the others when it starts."""

LARGEST_HEAD = 32_768
"""Bytes of a request that is handed over; what is longer is served where it came in."""

_LIVE = re.compile(rb"/live/([^/?]+)")


class HandingOver(HttpToolsProtocol):
    """An HTTP connection which goes to another worker when it opens a text that is served there."""

    def handle_websocket_upgrade(self) -> None:
        """Hand the connection over, or begin a WebSocket here."""
        asked, seats = _LIVE.match(self.url), self.app_state.get("seats")
        if asked and seats and seats.hand_over(asked[1], self._head(), self.transport):
            self.transport.abort()
        else:
            super().handle_websocket_upgrade()

    def _head(self) -> bytes:
        lines = [b"%s %s HTTP/1.1" % (self.scope["method"].encode(), self.url)]
        lines += [b"%s: %s" % header for header in self.headers]
        return b"\r\n".join([*lines, b"", b""])


SERVED: dict[str, Any] = {
    "loop": "uvloop",
    "http": HandingOver,
    "ws": "websockets-sansio",
    "server_header": False,
    "access_log": False,
    "timeout_graceful_shutdown": 5,
    "timeout_keep_alive": 75,
}
"""What uvicorn is told. An idle connection stays longer than the minute that proxies keep it, who else send a request into its end."""


class Seats:
    """The seat of this worker, and the way to the others: sockets in a folder that is made for the run; without one there is one worker."""

    def __init__(self, folder: Path | None, number: int = 1) -> None:
        self._folder, self._number = folder, number
        self._mine = str(os.getpid())
        self._door: socket.socket | None = None
        self._arrivals: set[asyncio.Task[None]] = set()

    @asynccontextmanager
    async def taken(self, app: ASGIApp) -> AsyncIterator[None]:
        """Serve what other workers hand over, for the length of a block; at its end wait for who has been sent away."""
        if self._folder is None:
            yield
            return
        config, state = uvicorn.Config(app, **SERVED), ServerState()
        config.load()
        self._door = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET | socket.SOCK_NONBLOCK)
        self._door.bind(str(self._folder / self._mine))
        self._door.listen(1024)
        asyncio.get_running_loop().add_reader(self._door, self._greet, config, state)
        await _until_there_are(self._number, self._folder)
        try:
            yield
        finally:
            self.leave()
            if state.tasks:
                await asyncio.wait(state.tasks, timeout=CLOSING_SECONDS)

    def leave(self) -> None:
        """Take no more connections from other workers."""
        if self._door is not None and self._folder is not None:
            asyncio.get_running_loop().remove_reader(self._door)
            (self._folder / self._mine).unlink(missing_ok=True)
            self._door.close()
            self._door = None

    def hand_over(self, document_id: bytes, head: bytes, transport: asyncio.Transport) -> bool:
        """Send a connection to the worker of its text; False when that is this one, or no other takes it."""
        if self._door is None or self._folder is None or len(head) > LARGEST_HEAD:
            return False
        for seat in sorted(_seats_in(self._folder), key=lambda seat: _weight(seat.name, document_id)):
            if seat.name == self._mine:
                return False
            if _sent(seat, head, transport.get_extra_info("socket").fileno()):
                return True
        return False

    def _greet(self, config: uvicorn.Config, state: ServerState) -> None:
        assert self._door is not None
        with suppress(BlockingIOError):
            way, _ = self._door.accept()
            asyncio.get_running_loop().add_reader(way, self._take, way, config, state)

    def _take(self, way: socket.socket, config: uvicorn.Config, state: ServerState) -> None:
        asyncio.get_running_loop().remove_reader(way)
        with way:
            head, files, _, _ = socket.recv_fds(way, LARGEST_HEAD, 1)
        for file in files:  # none: whoever sent it died meanwhile
            task = asyncio.create_task(_begin(socket.socket(fileno=file), head, config, state))
            self._arrivals.add(task)
            task.add_done_callback(self._arrivals.discard)


def _seats_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def _until_there_are(number: int, folder: Path) -> None:
    """The first to start would otherwise serve everybody who comes back after a restart."""
    with suppress(TimeoutError):
        async with asyncio.timeout(STARTING_SECONDS):
            while len(_seats_in(folder)) < number:  # noqa: ASYNC110  # nobody tells of another process's coming
                await asyncio.sleep(0.05)


def _weight(seat: str, document_id: bytes) -> bytes:
    """Whose is the least has the text, so that a worker that goes takes nobody else's along (rendezvous hashing, Thaler and Ravishankar 1998)."""
    return blake2b(seat.encode() + b" " + document_id, digest_size=8).digest()


def _sent(seat: Path, head: bytes, file: int) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET | socket.SOCK_NONBLOCK) as way:
        try:
            way.connect(str(seat))
            socket.send_fds(way, [head], [file])
        except ConnectionRefusedError:  # killed
            seat.unlink(missing_ok=True)
            return False
        except OSError:  # gone, or too busy
            return False
    return True


async def _begin(connection: socket.socket, head: bytes, config: uvicorn.Config, state: ServerState) -> None:
    """Go on as the worker would have that read the request."""

    def protocol() -> Any:
        return config.ws_protocol_class(config=config, server_state=state, app_state={})  # type: ignore[misc, call-arg]  # as uvicorn calls it

    _, begun = await asyncio.get_running_loop().connect_accepted_socket(protocol, connection)
    begun.data_received(head)
