"""A real server in a thread, on a port of its own, for clients that need a network."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

from api.app import create_app
from api.settings import Settings
from positions.services.unit_of_work import Clock, Database, system_clock


@contextmanager
def running_server(
    database_url: str, clock: Clock = system_clock, settings_at: Callable[[str], Settings] | None = None
) -> Iterator[str]:
    """The address of a server on this database, a demo unless told otherwise; it stops when the block ends."""

    def app_at(address: str) -> ASGIApp:
        settings = settings_at(address) if settings_at else Settings(base_url=address, is_demo=True)
        return create_app(settings, Database(database_url, clock))

    with running_app(app_at) as address:
        yield address


@contextmanager
def running_app(app_at: Callable[[str], ASGIApp]) -> Iterator[str]:
    """The address of an application that is told it; it stops when the block ends."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        config = uvicorn.Config(
            app_at(address), log_level="warning", ws="websockets-sansio", timeout_graceful_shutdown=1
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        try:
            yield address
        finally:
            server.should_exit = True
            thread.join(10)
