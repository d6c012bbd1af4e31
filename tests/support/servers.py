"""A real server in a thread, on a port of its own, for clients that need a network."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from api.app import create_app
from api.settings import Settings


@contextmanager
def running_server(database_url: str) -> Iterator[str]:
    """The address of a server on this database; it stops when the block ends."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        settings = Settings(database_url=database_url, base_url=address, is_demo=True)
        server = uvicorn.Server(uvicorn.Config(create_app(settings), log_level="warning", ws="websockets-sansio"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        try:
            yield address
        finally:
            server.should_exit = True
            thread.join(10)
