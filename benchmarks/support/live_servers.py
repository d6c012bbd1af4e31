"""Servers to measure, each a process of its own as an operator starts it: ours, and those of others."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.support.crowds import Person
from benchmarks.support.live_world import BASE, Made, Scene, make
from tests.support.postgres import Cluster, throw_away_cluster

PROGRAM = Path(sys.executable).with_name("positions")
PATIENCE = 120


@dataclass(frozen=True)
class Server:
    """A running server: its process, its database server's if it has one, and who opens what at it."""

    name: str
    process: int
    database: int | None
    people: Callable[[Scene], list[Person]]


@contextmanager
def ours(name: str, url: str, made: Made, workers: int = 1, database: int | None = None) -> Iterator[Server]:
    """`positions serve` on a database that was filled."""
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    command = [str(PROGRAM), "serve", "--port", str(port), "--workers", str(workers)]
    variables = {"POSITIONS_DATABASE_URL": url, "POSITIONS_BASE_URL": address, "POSITIONS_SECRET": "b" * 40}
    with _running(command, port, variables) as process:
        yield Server(name, process, database, lambda scene: made.people(scene, address))


@contextmanager
def node_peer(name: str, folder: Path, kind: str, *, stores: bool = False) -> Iterator[Server]:
    """A server on Node, from `peers.mjs`."""
    port, base = _free_port(), folder / "base.md"
    base.write_text(BASE)
    log = str(folder / f"{kind}.log") if stores else ""
    command = ["node", str(Path(__file__).with_name("peers.mjs")), kind, str(port), str(base), log]

    def people(scene: Scene) -> list[Person]:
        papers = [f"{scene.papers}-{seat}" for seat in scene.seats()]
        url = f"ws://127.0.0.1:{port}"
        if kind == "hocuspocus":
            return [Person(url, paper, prefix=paper) for paper in papers]
        return [Person(f"{url}/{paper}", paper) for paper in papers]

    with _running(command, port, {}) as process:
        yield Server(name, process, None, people)


@contextmanager
def all_servers(folder: Path, scenes: tuple[Scene, ...]) -> Iterator[list[Server]]:
    """Every server that is compared."""
    with ExitStack() as stack:
        sqlite = f"sqlite+aiosqlite:///{folder}/positions.db"
        servers = [stack.enter_context(ours("ours, SQLite", sqlite, make(sqlite, scenes)))]
        cluster = stack.enter_context(throw_away_cluster(durable=True))
        servers += _on_postgres(stack, cluster, scenes)
        for name, kind, stores in PEERS:
            servers.append(stack.enter_context(node_peer(name, folder, kind, stores=stores)))
        yield servers


PEERS = (
    ("Hocuspocus, storing", "hocuspocus", True),
    ("Hocuspocus", "hocuspocus", False),
    ("minimal Node", "minimal", False),
)


def _on_postgres(stack: ExitStack, cluster: Cluster, scenes: tuple[Scene, ...]) -> list[Server]:
    first = cluster.create()
    made = make(cluster.url_of(first), scenes)
    copy = cluster.create(template=first)
    return [
        stack.enter_context(
            ours(f"ours, PostgreSQL, {workers}", cluster.url_of(database), made, workers, cluster.process)
        )
        for workers, database in ((1, first), (2, copy))
    ]


@contextmanager
def _running(command: Sequence[str], port: int, variables: dict[str, str]) -> Iterator[int]:
    process = subprocess.Popen(command, env={**os.environ, **variables}, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT)  # fmt: skip
    try:
        _wait_for(port, process)
        yield process.pid
    finally:
        process.terminate()
        process.wait()


def _wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    late = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < late:
        with socket.socket() as attempt:
            if attempt.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError(f"a server did not start: {process.args!r}")


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
