"""`./dev soak traces`: what people once wrote, at once or alone, is played in full through the live endpoint and ends in the text that yjs gives.

The recordings lie beside the checkout (../shared/data/traces) and are not part of the product; an extract is played by the tests.
"""

import asyncio
import sys
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from positions.lifecycle import Stage
from positions.queries.drafts import fold
from positions.services.sessions import sign_in
from positions.services.verification import verify
from soak.live import template_of
from tests.support.callers import Caller
from tests.support.databases import ENGINES
from tests.support.live_servers import live_server
from tests.support.peers import Peer
from tests.support.traces import Play, Stroke, play_in_yjs, read_trace
from tests.support.world import LEAD, OTHER_PARTICIPANT, PARTICIPANT, bring_to, propose, world_at
from tests.support.yjs import MISSING, is_installed, running_yjs

TRACES = Path(__file__).parents[2] / "shared/data/traces"
NAMES = ("friendsforever", "clownschool", "seph-blog1", "automerge-paper")
AT_ONCE = 20
"""So many strokes of somebody who wrote alone go in one update."""

TOWNS = (LEAD, PARTICIPANT, OTHER_PARTICIPANT)


async def play(url: str, strokes: list[Stroke]) -> str:
    """Play a recording, with somebody who listens at a socket and somebody who calls; the text that the log gives."""
    async with world_at(url) as world:
        paper = await propose(world, participants=(PARTICIPANT, OTHER_PARTICIPANT))
        await bring_to(world, paper, Stage.DRAFTING, "")
        async with live_server(world.database) as address:
            seats = []
            for town in TOWNS:
                async with world.database.write() as work:
                    secret = await sign_in(work, world.actors[town].signed_in())
                seats.append((address, paper.document_id, secret))
            is_alone = len({stroke.writer for stroke in strokes}) == 1
            played = Play(strokes, AT_ONCE if is_alone else 1)
            text = await played.run(seats[: len(played.writers)], Peer(*seats[0], 7), Caller(*seats[0], 8))
        async with world.database.read() as session:
            draft = await fold(session, paper.document_id)
        assert draft.text == text
        assert sum(run.length for run in draft.runs) == len(text)
        assert [one async for one in verify(world.database)] == []
        return text


def main() -> None:
    """Every recording on both databases, as one table."""
    if not TRACES.is_dir() or not is_installed():
        print(f"Not played: {MISSING}." if TRACES.is_dir() else f"Not played: there is no {TRACES}.")
        return
    table = Table("recording", "writers", "strokes", "engine", "seconds", "as yjs has it")
    is_right = True
    for name in NAMES:
        strokes = read_trace(TRACES / f"{name}.json.gz")
        with running_yjs() as yjs:
            expected, written = play_in_yjs(yjs, strokes)
        for engine in ENGINES:
            began = time.monotonic()
            with template_of(engine) as template:
                is_same = asyncio.run(play(template.copy(), strokes)) == expected
            figures = (len(written), len(strokes), engine, f"{time.monotonic() - began:.0f}", is_same)
            table.add_row(name, *map(str, figures))
            print(name, *figures, flush=True)
            is_right = is_right and is_same
    Console(width=100).print(table)
    sys.exit(not is_right)


if __name__ == "__main__":
    main()
