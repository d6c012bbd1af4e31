"""Rounds that are all due at once, processes that close them and are killed, and the proof that each was closed exactly once."""

import asyncio
import multiprocessing
import os
import signal
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count, cycle, islice
from typing import Any

from sqlalchemy import event, func, select
from sqlalchemy.engine import Engine

from positions.mandates import Mandate, MandateKind
from positions.models.events import Event
from positions.models.positions import Position
from positions.models.rounds import Round, Vote
from positions.queries.rounds import loaded
from positions.queries.tallies import tally_of
from positions.rules import Choice, Silence
from positions.services.closing import close_due
from positions.services.unit_of_work import Database
from positions.services.verification import verify
from tests.support.rounds import CONSENSUS, cast, open_on, ready
from tests.support.world import LEAD, OTHER_PARTICIPANT, PARTICIPANT, World, world_at

_PROCESSES = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload([__name__])

LONG_AGO = datetime(2024, 1, 8, 9, tzinfo=UTC)
"""When the rounds were opened: whenever this runs, a server's own clock says that they are due."""
DUE = LONG_AGO + timedelta(days=10)
MANDATE = Mandate(MandateKind.GOVERNMENT_BOARD, date(2024, 1, 5))
PATIENCE = 60
"""Seconds after which what has not come true is a failure."""
_PAUSE = 0.01

YES, NO = Choice.APPROVE, Choice.OBJECT


@dataclass(frozen=True)
class Kind:
    """One way for a round to end: its terms, what the towns said, and what must be counted."""

    terms: Mapping[str, Any]
    said: Mapping[str, Choice]
    ends: tuple[str, str, int, int, int]
    """The round's status, the paper's stage; how many approved, objected, and consented in silence."""


_SILENCE = {"rule": CONSENSUS, "silence": Silence.CONSENT}
_LATE = {"opens_at": LONG_AGO + timedelta(days=2)}
KINDS = (
    Kind({}, {LEAD: YES, PARTICIPANT: YES, OTHER_PARTICIPANT: NO}, ("PASSED", "ADOPTED", 2, 1, 0)),
    Kind({}, {LEAD: YES, PARTICIPANT: NO, OTHER_PARTICIPANT: NO}, ("FAILED", "AMENDING", 1, 2, 0)),
    Kind(_SILENCE, {LEAD: YES}, ("PASSED", "APPROVING", 1, 0, 2)),
    Kind(_LATE, {}, ("FAILED", "AMENDING", 0, 0, 0)),  # it has not even opened
)


async def make_due(url: str, kinds: Iterable[Kind]) -> dict[str, Kind]:
    """A paper for each, with a round that should have closed; how it must end, by the round's id."""
    async with world_at(url) as world:
        return {await _due(world, kind): kind for kind in kinds}


def mixed(number: int) -> Iterator[Kind]:
    """So many kinds, one after the other."""
    return islice(cycle(KINDS), number)


async def _due(world: World, kind: Kind) -> str:
    world.clock.now = LONG_AGO
    paper = await ready(world)
    row = await open_on(world, paper, closes_at=DUE, **kind.terms)
    for code, choice in kind.said.items():
        await cast(world, row.id, code, choice, mandate=MANDATE)
    return row.id


@asynccontextmanager
async def database_at(url: str) -> AsyncIterator[Database]:
    """A database whose connections are closed afterwards."""
    database = Database(url)
    try:
        yield database
    finally:
        await database.dispose()


async def closed_in(database: Database) -> int:
    """How many closings the record tells of."""
    async with database.read() as session:
        return await session.scalar(select(func.count()).where(Event.tag == "round:closed")) or 0


async def until_closed(database: Database, number: int, patience: float = PATIENCE) -> int:
    """Look until so many rounds have been closed, and how many then are; the servers that close them need the cores too."""
    async with asyncio.timeout(patience):
        while (found := await closed_in(database)) < number:  # noqa: ASYNC110  # other processes close them, and tell nobody here
            await asyncio.sleep(_PAUSE)
    return found


async def differences(database: Database, due: Mapping[str, Kind]) -> list[str]:
    """Every round that did not end as it must, was closed more or less than once, or is not proved by the record."""
    found = []
    async with database.read() as session:
        rows = (await session.scalars(loaded(select(Round).where(Round.id.in_(due))))).all()
        for row in rows:
            stage = await session.scalar(select(Position.stage).where(Position.id == row.position_id))
            tags = list(await session.scalars(select(Event.tag).where(Event.chain == row.position_id)))
            tacit = select(func.count()).where(Vote.round_id == row.id, Vote.is_tacit)
            tally = tally_of(row)
            weights = (tally.approving, tally.objecting, tally.tacit)
            ended = (row.status, stage, *(weight.organizations for weight in weights))
            twice = tags.count("round:closed") != 1 or tags.count("round:opened") > 1
            if ended != due[row.id].ends or twice or await session.scalar(tacit) != tally.tacit.organizations:
                found.append(f"round {row.number} of {row.position_id}: {ended}, {tags[-4:]}")
    missing = [] if len(rows) == len(due) else [f"{len(rows)} of {len(due)} rounds"]
    return [*missing, *found, *[str(finding) async for finding in verify(database)]]


def close_and_die(url: str, statement: int) -> bool:
    """Run the closing job in a process that kills itself before its `statement`th statement or commit; whether it came to that."""
    process = _PROCESSES.Process(target=_close, args=(url, statement))
    process.start()
    process.join()
    assert process.exitcode in {0, -signal.SIGKILL}, process.exitcode
    return process.exitcode != 0


def _close(url: str, statement: int) -> None:
    numbers = count(1)

    def die(*_: object, **__: object) -> None:
        if next(numbers) == statement:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", die)
    event.listen(Engine, "commit", die)
    asyncio.run(_close_all(url))


async def _close_all(url: str) -> None:
    async with database_at(url) as database:
        await close_due(database)
