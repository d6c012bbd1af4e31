"""`./dev bench live`: people typing at once, from each key to all the others' sockets; servers take turns, in one run.

Everybody types four keys a second, as updates that yjs makes; one Node process plays all of them, and its CPU is not counted. Ours is
`positions serve` with its rights, sessions and one row in the log for each update, committed before it is shown. Hocuspocus stores
likewise: each update is appended to a file and synced before it is applied (what has come in meanwhile at once). That is less than a
database does, and so is the others' storing nothing. What PostgreSQL itself takes stands in a column of its own and is not in the ratio;
Hocuspocus syncs as often as it can, where a pause like ours might save it some. First a paper with 260,000 edits behind it is opened: its newest
checkpoint and as many rows as there may be after it. Last, somebody reads nothing more, beside the fifty. Times are of a machine that has other work to do: ratios within one run count.
"""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

from benchmarks.support.crowds import MISSING, Crowds, crowds, is_installed
from benchmarks.support.live_servers import Server, all_servers
from benchmarks.support.live_world import Scene
from benchmarks.support.openings import measure_openings
from benchmarks.support.processes import Usage, usage_of
from benchmarks.support.stuck import measure_stuck

SCENES = (Scene(50, 1), Scene(200, 40))
TURNS = 5
SECONDS = 3.0
RATE = 4.0
P99_LIMIT = 100.0
CPU_LIMIT = 1.5
STORING = "Hocuspocus, storing"


@dataclass(frozen=True)
class Turn:
    """What one server did in one turn: milliseconds, percent of one core, MB."""

    p50: float
    p99: float
    largest: float
    cpu: float
    database_cpu: float
    peak: float
    generator_cpu: float


def main() -> None:
    """Print a table for each scene, and what is met of what was asked for."""
    if not is_installed():
        print(MISSING)
        return
    with tempfile.TemporaryDirectory(prefix="positions-bench-") as folder, crowds() as load:
        measure_openings(load, Path(folder))
        with all_servers(Path(folder), SCENES) as servers:
            for scene in SCENES:
                _measure(load, servers, scene)
            measure_stuck(load, servers[0], SCENES[0], RATE)


def _measure(load: Crowds, servers: Sequence[Server], scene: Scene) -> None:
    for server in servers:
        load.open(server.name, server.people(scene))
        load.type(server.name, 1, RATE, lambda: None)
    turns: dict[str, list[Turn]] = {server.name: [] for server in servers}
    for _ in range(TURNS):
        for server in servers:
            turns[server.name].append(_turn(load, server))
    for server in servers:
        load.check(server.name)
        load.close(server.name)
    _print(scene, {name: _middle(each) for name, each in turns.items()})


def _turn(load: Crowds, server: Server) -> Turn:
    looks: list[tuple[Usage, Usage]] = []

    def look() -> None:
        database = usage_of(server.database) if server.database else Usage(0, 0)
        looks.append((usage_of(server.process), database))

    found = load.type(server.name, SECONDS, RATE, look)
    if found["heard"] != found["expected"] or found["closed"] or found["unacknowledged"]:
        print(f"{server.name}: {found}")
    (own, database), (own_after, database_after) = looks
    return Turn(
        p50=found["p50"],
        p99=found["p99"],
        largest=found["max"],
        cpu=100 * (own_after.seconds - own.seconds) / SECONDS,
        database_cpu=100 * (database_after.seconds - database.seconds) / SECONDS,
        peak=own_after.peak,
        generator_cpu=100 * found["generator"] / SECONDS,
    )


def _middle(turns: Sequence[Turn]) -> Turn:
    columns = zip(*(vars(turn).values() for turn in turns), strict=True)
    return Turn(*map(median, columns))


def _print(scene: Scene, found: dict[str, Turn]) -> None:
    columns = ("p50 ms", "p99", "max", "CPU %", "ratio", "database %", "peak MB", "load %")
    table = Table(f"{scene.people} on {scene.papers}", *columns, title=f"median of {TURNS} turns")
    base = found[STORING].cpu
    for name, turn in found.items():
        times = (f"{turn.p50:.1f}", f"{turn.p99:.1f}", f"{turn.largest:.0f}")
        shares = (f"{turn.cpu:.1f}", f"{turn.cpu / base:.2f}", f"{turn.database_cpu:.1f}")
        table.add_row(name, *times, *shares, f"{turn.peak:.0f}", f"{turn.generator_cpu:.0f}")
    console = Console(width=120)
    console.print(table)
    for name, turn in found.items():
        if name.startswith("ours"):
            ratio = turn.cpu / base
            console.print(
                f"{name}: p99 {_verdict(turn.p99, P99_LIMIT)} ms, CPU {_verdict(ratio, CPU_LIMIT)} × storing"
            )


def _verdict(found: float, limit: float) -> str:
    return f"{found:.3g} of {limit:g} {'met' if found <= limit else 'MISSED'}"


if __name__ == "__main__":
    main()
