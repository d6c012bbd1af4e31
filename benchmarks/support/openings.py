"""How long a paper with a long log takes to open."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

from benchmarks.support.crowds import Crowds
from benchmarks.support.live_servers import Server, ours
from benchmarks.support.live_world import Scene, make
from benchmarks.support.processes import usage_of
from benchmarks.support.recordings import RECORDING, Recording, keep, keep_tail, read_recording
from positions.drafts import Draft, LogRow
from positions.services.unit_of_work import Database

LIMIT = 200.0
COPIES = 3
WITHOUT = 26_000


def measure_openings(load: Crowds, folder: Path) -> None:
    """Print what the first who opens a paper waits for, and the second."""
    if not RECORDING.is_file():
        print(f"openings skipped: {RECORDING.name} does not lie beside this checkout")
        return
    scene, url = Scene(2 * COPIES, COPIES), f"sqlite+aiosqlite:///{folder}/openings.db"
    made, recording = make(url, (scene,), text=""), read_recording()
    asyncio.run(_each(url, made.documents[scene], recording, keep))
    with ours("ours, SQLite", url, made) as server:
        _until_quiet(server)  # one that has just started saves versions of what it finds
        asyncio.run(_each(url, made.documents[scene], recording, keep_tail))
        visits, taken = list[dict[str, float]](), list[float]()
        for person in server.people(scene):
            before = usage_of(server.process).seconds
            visits.append(load.visit(person))
            taken.append(1000 * (usage_of(server.process).seconds - before))
    edits = len(recording.updates)
    table = Table("opening a paper", "edits", "server ms", "its CPU", "yjs in the browser")
    for who, some in (("the first", slice(COPIES)), ("the second", slice(COPIES, None))):
        times = (_middle(visits[some], "wire"), median(taken[some]), _middle(visits[some], "engine"))
        table.add_row(who, f"{edits:,}", *(f"{each:.0f}" for each in times))
    table.add_row("folding its log instead", f"{WITHOUT:,}", "", f"{_fold(recording):.0f}", "")
    Console(width=120).print(table)
    first = _middle(visits[:COPIES], "wire")
    print(
        f"first text of {edits:,} edits: {first:.0f} of {LIMIT:.0f} ms {'met' if first <= LIMIT else 'MISSED'}"
    )


async def _each(
    url: str,
    document_ids: Sequence[str],
    recording: Recording,
    act: Callable[[Database, str, Recording], Awaitable[None]],
) -> None:
    database = Database(url)
    for document_id in document_ids:
        await act(database, document_id, recording)
    await database.dispose()


def _fold(recording: Recording) -> float:
    """Milliseconds of CPU without a checkpoint, for a tenth of the log."""
    began = time.process_time()
    rows = enumerate(recording.updates[:WITHOUT], 1)
    Draft.fold(LogRow(number, payload, "msh_1") for number, payload in rows)
    return (time.process_time() - began) * 1000


def _until_quiet(server: Server) -> None:
    """A server that has just started looks after what was left."""
    while True:
        before = usage_of(server.process).seconds
        time.sleep(1)
        if usage_of(server.process).seconds - before < 0.05:
            return


def _middle(visits: Sequence[dict[str, float]], what: str) -> float:
    return median(visit[what] for visit in visits)
