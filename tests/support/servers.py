"""A real server in a thread, on a port of its own, for clients that need a network; and what other servers are made of."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

from api.app import create_app
from api.settings import Settings
from api.workers import SERVED
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
    with free_listener() as listener:
        address = address_of(listener)
        server = uvicorn.Server(config_of(app_at(address), grace=1))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        try:
            yield address
        finally:
            server.should_exit = True
            thread.join(10)


def free_listener() -> socket.socket:
    """A socket that listens on a port of its own; whoever connects waits until a server takes it over."""
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", 0))
    listener.listen(100)
    return listener


def address_of(listener: socket.socket) -> str:
    """The address that browsers would use."""
    return f"http://127.0.0.1:{listener.getsockname()[1]}"


def config_of(app: ASGIApp, grace: int = 5) -> uvicorn.Config:
    """How an application is served, in the operator's way; open requests are given some seconds at the end."""
    return uvicorn.Config(app, log_level="warning", **SERVED | {"timeout_graceful_shutdown": grace})
