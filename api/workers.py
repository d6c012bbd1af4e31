"""How the application is served, and where a text is when several workers serve it: at one of them.

Whichever worker the kernel gives a connection to reads its request. When it opens a text that belongs to another worker, the open
connection goes there with what was read (SCM_RIGHTS, unix(7)): what is typed in a text is then folded, written and sent on once. A
worker that is gone is passed over; each may serve every text, and what several serve meets in the relays.
"""

import asyncio
import re
import secrets
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

import structlog
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

_LIVE = re.compile(rb"/live/(\w+)")
_log = structlog.get_logger(__name__)


class HandingOver(HttpToolsProtocol):
    """An HTTP connection which goes to another worker when it opens a text that is served there."""

    def handle_websocket_upgrade(self) -> None:
        """Hand the connection over, or begin a WebSocket here."""
        asked, seats = _LIVE.match(self.url), self.app_state.get("seats")
        if asked and seats and seats.hand_over(asked[1].decode(), self._head(), self.transport):
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
"""What uvicorn is told. Proxies keep an idle connection for a minute: one that ended here earlier could end just as they use it."""


class Seats:
    """The seat of this worker, and the way to the others: sockets in a folder that is made for the run."""

    def __init__(self, folder: Path, number: int) -> None:
        self._folder, self._number = folder, number
        self._mine = secrets.token_hex(4)
        self._door: _Door | None = None
        self._moved: Callable[[str], None] = lambda _: None

    @asynccontextmanager
    async def taken(self, app: ASGIApp, moved: Callable[[str], None]) -> AsyncIterator[None]:
        """Serve what other workers hand over, for the length of a block; `moved` is told which text another serves from now on."""
        self._moved = moved
        self._door = door = _Door(self._folder / self._mine, app)
        try:
            await self._until_all_are_there()
            yield
        finally:
            self.leave()
            if door.state.tasks:
                await asyncio.wait(door.state.tasks, timeout=CLOSING_SECONDS)

    def leave(self) -> None:
        """Hand over no more connections, and take none."""
        if self._door is not None:
            self._door.close()
            self._door = None

    def hand_over(self, document_id: str, head: bytes, transport: asyncio.Transport) -> bool:
        """Send a connection to the worker of its text; False when that is this one, or no other takes it."""
        if self._door is None or len(head) > LARGEST_HEAD:
            return False
        for seat in sorted(self._seats(), key=lambda seat: _weight(seat.name, document_id)):
            if seat.name == self._mine:
                return False
            if _sent(seat, head, transport.get_extra_info("socket").fileno()):
                self._moved(document_id)
                return True
        return False

    async def _until_all_are_there(self) -> None:
        """The first to start would otherwise serve everybody who comes back after a restart."""
        with suppress(TimeoutError):
            async with asyncio.timeout(STARTING_SECONDS):
                while self._door and len(self._seats()) < self._number:  # noqa: ASYNC110  # nobody tells who has come
                    await asyncio.sleep(0.05)

    def _seats(self) -> list[Path]:
        try:
            return list(self._folder.iterdir())
        except OSError:  # somebody tidied up: each worker serves what it gets
            return []


class _Door:
    """Where the other workers bring connections."""

    def __init__(self, path: Path, app: ASGIApp) -> None:
        self.state = ServerState()
        self._config = uvicorn.Config(app, **SERVED)
        self._config.load()
        self._path = path
        self._socket = _line()
        self._socket.bind(str(path))
        self._socket.listen(1024)
        self._watch()

    def close(self) -> None:
        """Let in who waits at it, and nobody else."""
        self._path.unlink(missing_ok=True)
        self._let_in()
        asyncio.get_running_loop().remove_reader(self._socket)
        self._socket.close()

    def _watch(self) -> None:
        if self._socket.fileno() >= 0:
            asyncio.get_running_loop().add_reader(self._socket, self._let_in)

    def _let_in(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            try:
                way, _ = self._socket.accept()
            except BlockingIOError:
                return
            except OSError as error:  # no descriptor is left
                _log.warning("worker_takes_nothing", reason=str(error))
                loop.remove_reader(self._socket)
                loop.call_later(1, self._watch)
                return
            loop.add_reader(way, self._take, way)

    def _take(self, way: socket.socket) -> None:
        asyncio.get_running_loop().remove_reader(way)
        with way:
            head, files, _, _ = socket.recv_fds(way, LARGEST_HEAD, 1)
        for file in files:  # none: whoever sent it died meanwhile, or no descriptor is left
            task = asyncio.create_task(self._begin(socket.socket(fileno=file), head))
            self.state.tasks.add(task)
            task.add_done_callback(self.state.tasks.discard)

    async def _begin(self, connection: socket.socket, head: bytes) -> None:
        """Go on as the worker would have that read the request."""

        def protocol() -> Any:
            return self._config.ws_protocol_class(config=self._config, server_state=self.state, app_state={})  # type: ignore[misc, call-arg]  # as uvicorn calls it

        _, begun = await asyncio.get_running_loop().connect_accepted_socket(protocol, connection)
        begun.data_received(head)


def _line() -> socket.socket:
    """A message and what it carries arrive whole; Linux only (unix(7))."""
    line = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    line.settimeout(0)
    return line


def _weight(seat: str, document_id: str) -> bytes:
    """The least has the text; when its worker goes, only its own texts move (rendezvous hashing, Thaler and Ravishankar 1998)."""
    return blake2b(f"{seat} {document_id}".encode(), digest_size=8).digest()


def _sent(seat: Path, head: bytes, file: int) -> bool:
    with _line() as way:
        try:
            way.connect(str(seat))
            socket.send_fds(way, [head], [file])
        except OSError:  # killed, gone, or too busy
            return False
    return True
