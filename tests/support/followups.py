"""An adopted and submitted paper in the small world, to follow up.

paper = await submitted(world)                     # asks D1, D2; addressed to EC and EP
await observe(world, paper, "D1", "EC", UptakeStatus.NOTED)
"""

from typing import Any

from positions.actors import Actor
from positions.lifecycle import Action
from positions.models.positions import Position
from positions.models.uptakes import Uptake
from positions.services.covers import CoverGiven
from positions.services.positions import UpdatePosition, update_position
from positions.services.uptakes import RecordUptake, record_uptake
from positions.uptakes import UptakeStatus
from tests.support.rounds import TEXT, cast, end, open_on, ready
from tests.support.states import step
from tests.support.world import LEAD, OTHER_PARTICIPANT, PARTICIPANT, Paper, World, move


@step
async def adopted(world: World, text: str = TEXT, *, addressees: tuple[str, ...] = ("EC", "EP")) -> Paper:
    """A paper that three towns approved in one round."""
    paper = await ready(world, text)
    await address(world, paper, addressees)
    row = await open_on(world, paper)
    for code in (LEAD, PARTICIPANT, OTHER_PARTICIPANT):
        await cast(world, row.id, code)
    await end(world, row.id)
    return paper


@step
async def submitted(world: World, text: str = TEXT, *, addressees: tuple[str, ...] = ("EC", "EP")) -> Paper:
    """An adopted paper at the stage in which it is followed up."""
    paper = await adopted(world, text, addressees=addressees)
    await move(world, paper, Action.SUBMIT)
    return paper


@step
async def address(world: World, paper: Paper, codes: tuple[str, ...]) -> None:
    """Name the institutions that the paper is for."""
    async with world.database.read() as session:
        seen = (await session.get_one(Position, paper.id)).updated_at
    async with world.database.write() as work:
        wish = UpdatePosition(paper.reference, seen, CoverGiven(addressee_codes=codes))
        await update_position(work, world.coordinator, wish)


@step
async def observe(
    world: World, paper: Paper, ask: str, institution: str, status: UptakeStatus, **more: Any
) -> Uptake:
    """Record an uptake as the coordinator, unless told otherwise."""
    actor: Actor = more.pop("actor", world.coordinator)
    async with world.database.write() as work:
        return await record_uptake(
            work, actor, RecordUptake(paper.reference, ask, institution, status, **more)
        )
