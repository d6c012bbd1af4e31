"""Servers for live sockets: one in the test's own loop with limits to choose, and the whole product in a process to kill."""

import multiprocessing
import os
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from multiprocessing.context import ForkServerProcess

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Route, WebSocketRoute

from api.app import REFUSALS, create_app
from api.live.connections import Limits
from api.live.polls import LivePolls
from api.live.rooms import Rooms
from api.live.socket import LiveSocket
from api.settings import Settings
from positions.services.unit_of_work import Database
from tests.support.servers import address_of, config_of, free_listener

_PROCESSES = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload([__name__])


@asynccontextmanager
async def live_server(
    database: Database, limits: Limits | None = None, rooms: Rooms | None = None
) -> AsyncIterator[str]:
    """The live endpoint alone, in this loop; its address."""
    with free_listener() as listener:
        address, rooms = address_of(listener), rooms or Rooms(database)
        endpoint = LiveSocket(rooms, database, Settings(base_url=address), limits=limits)

        @asynccontextmanager
        async def lifespan(_: Starlette) -> AsyncIterator[None]:
            async with rooms.running(), database.listening():
                yield

        polls = LivePolls(rooms, database, Settings(base_url=address), limits=limits)
        routes = [
            WebSocketRoute("/live/{document_id}", endpoint),
            Route("/live/{document_id}", polls.answer, methods=["POST"]),
        ]
        app = Starlette(routes=routes, lifespan=lifespan, exception_handlers=REFUSALS)
        server = uvicorn.Server(config_of(app))
        server.config.load()
        server.lifespan = server.config.lifespan_class(server.config)
        await server.startup([listener])
        try:
            yield address
        finally:
            await server.shutdown([listener])


class ServerProcess:
    """The product in a process of its own, which can be killed and started again on the same port."""

    def __init__(self, database_url: str, listener: socket.socket) -> None:
        self._arguments = (database_url, listener)
        self._process: ForkServerProcess | None = None

    def start(self) -> None:
        """Start it."""
        self._process = _PROCESSES.Process(target=_serve, args=self._arguments, daemon=True)
        self._process.start()

    def kill(self) -> None:
        """End it as a power cut would (signal 9)."""
        assert self._process is not None
        self._process.kill()
        self._process.join()
        self._process.close()


@contextmanager
def server_process(database_url: str) -> Iterator[tuple[ServerProcess, str]]:
    """A running server process and its address; killed at the end."""
    with free_listener() as listener:
        process = ServerProcess(database_url, listener)
        process.start()
        try:
            yield process, address_of(listener)
        finally:
            process.kill()


def _serve(database_url: str, listener: socket.socket) -> None:
    os.setsid()  # Ctrl-C is for the tests
    app = create_app(Settings(database_url=database_url, base_url=address_of(listener)))
    uvicorn.Server(config_of(app)).run(sockets=[listener])
