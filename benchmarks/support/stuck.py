"""What somebody who reads nothing more costs the others, and how soon the server lets them go."""

import time
from pathlib import Path
from statistics import median

from benchmarks.support.crowds import Crowds
from benchmarks.support.live_servers import Server
from benchmarks.support.live_world import Scene

STATED = 40.0
"""Seconds: a ping after 20, and 20 for its answer; whoever does not take what is sent is let go 10 seconds after the buffers are full."""

TURNS = 5
SECONDS = 3.0
ESTABLISHED = "01"


def measure_stuck(load: Crowds, server: Server, scene: Scene, rate: float) -> None:
    """Print the others' p99 without and with somebody stuck, and after how many seconds they were let go."""
    people = server.people(scene)
    load.open(server.name, people)

    def p99() -> float:
        return float(load.type(server.name, SECONDS, rate, lambda: None)["p99"])

    p99()
    without = [p99() for _ in range(TURNS)]
    port, began = load.stick(people[0]), time.monotonic()
    beside = []
    while (gone := time.monotonic() - began) < 2 * STATED and _is_open(port):
        beside.append(p99())
    load.check(server.name)
    load.close(server.name)
    print(
        f"{server.name}, {scene.name}, p99 beside somebody who reads nothing more: {median(beside):.1f} ms, without {median(without):.1f} ms; "
        f"let go within {gone:.0f} s ({STATED:.0f} s stated, looked at every {SECONDS:.0f} s or more)"
    )


def _is_open(port: int) -> bool:
    rows = (line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:])
    return any(int(row[1].rpartition(":")[2], 16) == port and row[3] == ESTABLISHED for row in rows)
