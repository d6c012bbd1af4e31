"""What the product sees happen marks the calendar; a text that is open again takes marks back."""

from datetime import datetime, timedelta

from sqlalchemy import select

from positions.lifecycle import Action
from positions.milestones import MilestoneKind
from positions.models.positions import Milestone
from positions.rules import Choice, Silence
from positions.services.closing import Closing
from tests.support.dossiers import adopted_in_english, send
from tests.support.rounds import CONSENSUS, cast, end, open_on, ready
from tests.support.world import (
    LEAD,
    OTHER_PARTICIPANT,
    PARTICIPANT,
    START,
    Paper,
    World,
    move,
    propose,
    write,
)

DUE = START + timedelta(days=40)


async def plan(world: World, paper: Paper) -> None:
    """A calendar with everything in it; what it has already keeps its date."""
    async with world.database.write() as work:
        for kind in MilestoneKind:
            if await work.session.get(Milestone, (paper.id, kind.value)) is None:
                work.session.add(Milestone(position_id=paper.id, kind=kind.value, due_at=DUE))


async def marked(world: World, paper: Paper) -> dict[str, datetime]:
    async with world.database.read() as session:
        rows = await session.scalars(select(Milestone).where(Milestone.position_id == paper.id))
        return {row.kind: row.done_at for row in rows if row.done_at is not None}


async def test_moving_a_paper_on_marks_its_first_dates(world: World) -> None:
    paper = await propose(world)
    await plan(world, paper)
    await move(world, paper, Action.START_DRAFTING)
    await write(world, paper, "# Aigües\n")
    assert set(await marked(world, paper)) == {"SCOPE"}
    await move(world, paper, Action.OPEN_AMENDING)
    assert set(await marked(world, paper)) == {"SCOPE", "ZERO_DRAFT"}


async def test_a_cleared_text_is_consolidated_and_one_that_fails_is_so_no_longer(world: World) -> None:
    paper = await ready(world)
    await plan(world, paper)
    clearance = await open_on(world, paper, rule=CONSENSUS, silence=Silence.CONSENT)
    assert set(await marked(world, paper)) == {"CONSOLIDATION"}
    world.clock.now = clearance.closes_at
    await end(world, clearance.id)
    first = await marked(world, paper)
    assert set(first) == {"CONSOLIDATION", "CLEARANCE"}
    decision = await open_on(world, paper, closes_at=clearance.closes_at + timedelta(days=5))
    assert await marked(world, paper) == first
    for code in (LEAD, PARTICIPANT, OTHER_PARTICIPANT):
        await cast(world, decision.id, code, Choice.OBJECT)
    await end(world, decision.id)
    assert await marked(world, paper) == {}


async def test_a_voided_round_opens_the_text_again(world: World) -> None:
    paper = await ready(world)
    await plan(world, paper)
    running = await open_on(world, paper)
    await end(world, running.id, Closing.VOID, "El text ha de canviar")
    assert await marked(world, paper) == {}


async def test_sending_marks_the_seal_the_submission_and_the_institution_once(world: World) -> None:
    paper = await adopted_in_english(world)
    await plan(world, paper)
    await send(world, paper)
    first = await marked(world, paper)
    assert set(first) == {"SEALING", "SUBMISSION", "INSTITUTION_DEADLINE"}
    await send(world, paper, institution_code="EP")
    assert await marked(world, paper) == first


async def test_a_date_that_is_not_in_the_calendar_is_not_made(world: World) -> None:
    paper = await ready(world)
    running = await open_on(world, paper)
    await end(world, running.id, Closing.VOID, "El text ha de canviar")
    async with world.database.read() as session:
        rows = await session.scalars(select(Milestone).where(Milestone.position_id == paper.id))
        assert [row.kind for row in rows] == []
