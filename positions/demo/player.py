"""Play the demo: each step of each paper through the real services, in order of time, under the story's clock.

Nothing is written beside the services, so every version, comment, amendment and vote is one that the rules allowed.
"""

import heapq
from collections.abc import Callable
from datetime import date, datetime, timedelta

from sqlalchemy import func, select

from positions.actors import Actor
from positions.demo.acts import approving, drafting, sending
from positions.demo.acts.drafting import create
from positions.demo.cast import Acts, Cast
from positions.demo.members import email_of, members
from positions.demo.papers.calendar import moment
from positions.demo.papers.library import PAPERS
from positions.demo.papers.steps import Paper, Step
from positions.demo.papers.towns import ALL_TOWNS, AMB, DIBA, GENERALITAT
from positions.errors import AlreadyDone
from positions.models.positions import Position
from positions.queries.members import actor_by_email
from positions.services.members import add_member
from positions.services.notices import mark_old_seen
from positions.services.unit_of_work import Database, system_clock

ACTS: Acts = {**drafting.ACTS, **approving.ACTS, **sending.ACTS}
BEFORE_THE_STORY = timedelta(days=14)
"""How long before the first step the members were registered."""


READ_AFTER = timedelta(days=7)
"""News of the story that are older have been read."""


class StoryClock:
    """The story's present; each look at it is a little later, so that no two acts share a moment."""

    def __init__(self) -> None:
        self._now = system_clock()

    def set(self, now: datetime) -> None:
        """Go to a moment."""
        self._now = now

    def __call__(self) -> datetime:
        """The story's present."""
        self._now += timedelta(milliseconds=1)
        return self._now


async def play(url: str, present: date, told: Callable[[int, int], None] = lambda _done, _steps: None) -> int:
    """Play every demo paper into a database that holds no position; returns how many steps were played."""
    clock = StoryClock()
    database = Database(url, clock)
    try:
        async with database.read() as session:
            if await session.scalar(select(func.count()).select_from(Position)):
                raise AlreadyDone("database_not_empty")
        story = list(_in_order(present))
        clock.set(story[0][0] - BEFORE_THE_STORY)
        actors = await _register(database)
        casts: dict[str, Cast] = {}
        for number, (at, paper, step) in enumerate(story, 1):
            clock.set(at)
            if step is paper.created:
                casts[paper.key] = await create(database, actors, paper, present)
            else:
                await ACTS[type(step)](casts[paper.key], step)
            told(number, len(story))
        async with database.write() as work:
            await mark_old_seen(work, work.now - READ_AFTER)
        return len(story)
    finally:
        await database.dispose()


async def _register(database: Database) -> dict[str, Actor]:
    """Let the members in; whoever acts for each organization."""
    async with database.write() as work:
        for member in members():
            await add_member(work, member)
    async with database.read() as session:
        found = {
            code: await actor_by_email(session, email_of(code), database.clock())
            for code in (*ALL_TOWNS, AMB, DIBA, GENERALITAT)
        }
    return {code: actor for code, actor in found.items() if actor is not None}


def _in_order(present: date) -> list[tuple[datetime, Paper, Step]]:
    """Every step of every paper by time; of one paper, in its own order."""
    told = [
        [(moment(step.at, present), number, paper, step) for step in (paper.created, *paper.steps)]
        for number, paper in enumerate(PAPERS)
    ]
    merged = heapq.merge(*told, key=lambda entry: (entry[0], entry[1]))
    return [(at, paper, step) for at, _, paper, step in merged]
