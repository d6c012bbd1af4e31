"""A failed round and a newer text to vote on, and short ways to confirm and to look at what may be confirmed.

paper, row = await first_round(world)  # round 1 on version 1
await cast(world, row.id, LEAD)
await void(world, row)
again = await reopened(world, paper)   # round 2 on version 2, which says BETTER
await confirm(world, again.id, LEAD)
"""

from dataclasses import replace
from typing import Any

from positions.mandates import Covers
from positions.models.rounds import Reservation, Round, Vote
from positions.queries.rounds import see_round
from positions.queries.survivals import Earlier, earlier_vote
from positions.services.closing import Closing
from positions.services.survivals import ConfirmApproval, confirm_approval
from positions.services.versions import SaveVersion, save_version
from positions.services.votes import lift_reservation
from tests.support.rounds import MANDATE, TEXT, end, open_on, ready
from tests.support.states import step
from tests.support.world import Paper, World, write

BETTER = TEXT.replace("un pla.", "un pla a deu anys.")
WHOLE_PAPER = replace(MANDATE, covers=Covers.POSITION)


@step
async def first_round(world: World, **terms: Any) -> tuple[Paper, Round]:
    """A paper with a round open on its first version."""
    paper = await ready(world)
    return paper, await open_on(world, paper, **terms)


@step
async def amend(world: World, paper: Paper, text: str = BETTER) -> int:
    """Give the draft another text and save it as a version; its number."""
    await write(world, paper, text, world.coordinator)
    async with world.database.write() as work:
        return (await save_version(work, world.coordinator, SaveVersion(paper.document_id))).number


@step
async def void(world: World, row: Round) -> None:
    """End a round without an outcome."""
    await end(world, row.id, Closing.VOID, "El text s'ha de refer")


@step
async def reopened(world: World, paper: Paper, text: str = BETTER, **terms: Any) -> Round:
    """A round on a newer version."""
    number = await amend(world, paper, text)
    return await open_on(world, paper, version_number=number, **terms)


@step
async def confirm(world: World, round_id: str, code: str, **more: Any) -> Vote:
    """Confirm a town's earlier approval as its delegate, under a mandate of its own unless told otherwise."""
    request = ConfirmApproval(round_id, **{"mandate": MANDATE, **more})
    async with world.database.write() as work:
        return await confirm_approval(work, world.actors[code], request)


async def earlier(world: World, round_id: str, code: str) -> Earlier | None:
    """What a town may confirm in a round."""
    actor = world.actors[code]
    async with world.database.read() as session:
        access, row = await see_round(session, actor, round_id)
        return await earlier_vote(session, access, row, actor.memberships[0].organization_id)


@step
async def lift(world: World, code: str, reservation_id: str) -> Reservation:
    """Lift a reservation as its holder."""
    async with world.database.write() as work:
        return await lift_reservation(work, world.actors[code], reservation_id)
