"""A paper ready for approval in the small world, and short ways to open, vote, close and look.

paper = await ready(world)                     # AMENDING, version 1 equals the draft
row = await open_on(world, paper)              # DOUBLE_MAJORITY among Barcelona, L'Hospitalet and Badalona
await cast(world, row.id, LEAD)
await end(world, row.id)
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from positions.actors import Actor
from positions.compositions import rule_of
from positions.lifecycle import Stage
from positions.mandates import Mandate, MandateKind
from positions.models.events import Event
from positions.models.positions import Position
from positions.models.rounds import Round, Vote
from positions.queries.rounds import see_round
from positions.queries.tallies import tally_of
from positions.rules import Choice
from positions.services.closing import CloseRound, Closing, close_round
from positions.services.openings import OpenRound
from positions.services.rounds import open_round
from positions.services.routes import choose_route
from positions.services.votes import CastVote, cast_vote
from positions.tallies import Tally
from tests.support.states import step
from tests.support.world import (
    OTHER_PARTICIPANT,
    PARTICIPANT,
    START,
    Paper,
    World,
    bring_to,
    propose,
)

TEXT = """# Aigües

Un paràgraf sobre el riu.

- **D1.** Que hi hagi un pla.
- **D2.** Que no s'ajorni.
"""
DEADLINE = START + timedelta(days=10)
MANDATE = Mandate(MandateKind.GOVERNMENT_BOARD, date(2026, 11, 20), "El document sencer", date(2027, 1, 31))
MAJORITY: Mapping[str, object] = {"preset": "SIMPLE_MAJORITY"}
CONSENSUS: Mapping[str, object] = {"preset": "CONSENSUS"}


@step
async def ready(
    world: World, text: str = TEXT, *, route_key: str | None = None, participants: tuple[str, ...] = ()
) -> Paper:
    """A paper in amending whose version 1 is what the draft says; Barcelona, L'Hospitalet and Badalona take part."""
    paper = await propose(world, participants=participants or (PARTICIPANT, OTHER_PARTICIPANT))
    await bring_to(world, paper, Stage.AMENDING, text)
    if route_key is not None:
        async with world.database.write() as work:
            await choose_route(work, world.coordinator, paper.reference, route_key)
    return paper


def asked(paper: Paper, **terms: Any) -> OpenRound:
    """An ad-hoc round by simple majority, unless told otherwise; with a step nothing more is said."""
    usual = {} if "step_key" in terms else {"name": "Consell d'Alcaldes", "rule": MAJORITY}
    return OpenRound(
        **{"reference": paper.reference, "version_number": 1, "closes_at": DEADLINE, **usual, **terms}
    )


@step
async def open_on(world: World, paper: Paper, **terms: Any) -> Round:
    """Open a round as the coordinator."""
    async with world.database.write() as work:
        return await open_round(work, world.coordinator, asked(paper, **terms))


@step
async def cast(world: World, round_id: str, code: str, choice: Choice = Choice.APPROVE, **more: Any) -> Vote:
    """Cast a town's vote as its delegate."""
    request = CastVote(**{"round_id": round_id, "choice": choice, "mandate": MANDATE, **more})
    async with world.database.write() as work:
        return await cast_vote(work, world.actors[code], request)


@step
async def end(
    world: World, round_id: str, outcome: Closing = Closing.CLOSE, reason: str | None = None
) -> str:
    """Close or void a round as the coordinator; its status."""
    async with world.database.write() as work:
        return (await close_round(work, world.coordinator, CloseRound(round_id, outcome, reason))).status


async def look(world: World, round_id: str, actor: Actor | None = None) -> Round:
    """A round as somebody sees it."""
    async with world.database.read() as session:
        return (await see_round(session, actor or world.coordinator, round_id))[1]


async def count(world: World, round_id: str) -> Tally:
    """A round's tally."""
    row = await look(world, round_id)
    assert rule_of(row.rule).thresholds
    return tally_of(row)


async def state(world: World, paper: Paper) -> tuple[str, str | None, list[str]]:
    """The position's stage, its adopted version, and what was recorded about rounds, votes and stages."""
    async with world.database.read() as session:
        position = await session.get_one(Position, paper.id)
        events = select(Event.tag).where(Event.chain == paper.id).order_by(Event.sequence)
        tags = [tag for tag in await session.scalars(events) if tag.split(":")[0] in SUBJECTS]
        return position.stage, position.adopted_version_id, tags


SUBJECTS = frozenset({"round", "vote", "reservation", "stage"})
