"""Servers to measure, each a process of its own as an operator starts it: ours, and those of others."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.support.crowds import Person
from benchmarks.support.live_world import BASE, Made, Scene, make
from tests.support.postgres import Cluster, throw_away_cluster
from tests.support.serving import held_address, running, serving


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
    with held_address() as address, serving(url, address, workers=workers) as process:
        yield Server(name, process.pid, database, lambda scene: made.people(scene, address))


@contextmanager
def node_peer(name: str, folder: Path, kind: str, *, stores: bool = False) -> Iterator[Server]:
    """A server on Node, from `peers.mjs`."""
    base = folder / "base.md"
    base.write_text(BASE)
    log = str(folder / f"{kind}.log") if stores else ""

    def people(scene: Scene) -> list[Person]:
        papers = [f"{scene.papers}-{seat}" for seat in scene.seats()]
        url = address.replace("http", "ws", 1)
        if kind == "hocuspocus":
            return [Person(url, paper, prefix=paper) for paper in papers]
        return [Person(f"{url}/{paper}", paper) for paper in papers]

    with held_address() as address:
        program, port = Path(__file__).with_name("peers.mjs"), str(urlsplit(address).port)
        with running(["node", str(program), kind, port, str(base), log], address) as process:
            yield Server(name, process.pid, None, people)


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
