"""What is asked of whom, along a paper's life."""

from datetime import timedelta

import pytest

from positions.errors import NotFound
from positions.lifecycle import Action, Stage
from positions.milestones import MilestoneKind
from positions.queries.pages import Window
from positions.queries.positions import find_position
from positions.queries.tasks import Task, count_tasks, page_of_tasks, tasks_of
from positions.services.amendments import ProposeAmendment, propose_amendment
from positions.services.covers import CoverGiven, MilestoneGiven
from positions.services.looks import mark_read
from positions.services.participation import SetParticipation, set_participation
from positions.services.positions import UpdatePosition, update_position
from tests.support.rounds import DEADLINE, cast, open_on, ready
from tests.support.translations import add, adopted, approve, save, translate_all
from tests.support.world import (
    LEAD,
    OTHER_PARTICIPANT,
    OUTSIDER,
    PARTICIPANT,
    Paper,
    World,
    bring_to,
    move,
    propose,
    write,
)


async def tasks(world: World, name: str) -> list[Task]:
    async with world.database.read() as session:
        return await tasks_of(session, world.actors[name], world.clock.now)


async def asked_of(world: World, *names: str) -> dict[str, list[tuple[str, int]]]:
    """Kind and count of every task, by actor."""
    return {name: [(task.kind.value, task.count) for task in await tasks(world, name)] for name in names}


async def join(world: World, paper: Paper, code: str) -> None:
    async with world.database.write() as work:
        await set_participation(
            work, world.actors[code], SetParticipation(paper.reference, participates=True)
        )


async def set_tabling_deadline(world: World, paper: Paper, due_at: str) -> None:
    async with world.database.read() as session:
        access = await find_position(session, world.coordinator, paper.reference)
    assert access is not None
    cover = CoverGiven(milestones=[MilestoneGiven(MilestoneKind.TABLING_DEADLINE, due_at)])
    async with world.database.write() as work:
        request = UpdatePosition(paper.reference, access.position.updated_at, cover)
        await update_position(work, world.coordinator, request)


async def test_an_invitation_is_to_be_answered_before_writing(world: World) -> None:
    paper = await propose(world)
    await move(world, paper, Action.START_DRAFTING)
    everybody = (LEAD, PARTICIPANT, OUTSIDER, "COORDINATOR", "OBSERVER", "ADMINISTRATOR", "ANONYMOUS")
    found = await asked_of(world, *everybody)
    assert found == {
        LEAD: [("WRITE", 1)],
        PARTICIPANT: [("ACCEPT_INVITATION", 1)],
        OUTSIDER: [],
        "COORDINATOR": [("WRITE", 1)],
        "OBSERVER": [],
        "ADMINISTRATOR": [],
        "ANONYMOUS": [],
    }
    await join(world, paper, PARTICIPANT)
    assert await asked_of(world, PARTICIPANT) == {PARTICIPANT: [("WRITE", 1)]}


async def test_tabled_amendments_are_decided_before_a_round_is_opened(world: World) -> None:
    paper = await ready(world)
    assert (await asked_of(world, "COORDINATOR", LEAD)) == {"COORDINATOR": [("OPEN_ROUND", 1)], LEAD: []}
    async with world.database.write() as work:
        request = ProposeAmendment(paper.document_id, 1, 2, 8, "Rius")
        await propose_amendment(work, world.participant, request)
    assert (await asked_of(world, "COORDINATOR", LEAD, OUTSIDER)) == {
        "COORDINATOR": [("DECIDE_AMENDMENTS", 1)],
        LEAD: [("DECIDE_AMENDMENTS", 1)],
        OUTSIDER: [],
    }


async def test_no_round_is_asked_for_while_amendments_may_be_tabled(world: World) -> None:
    paper = await ready(world)
    await set_tabling_deadline(world, paper, "2026-11-30")
    assert await asked_of(world, "COORDINATOR") == {"COORDINATOR": []}
    world.clock.now += timedelta(days=10)
    assert await asked_of(world, "COORDINATOR") == {"COORDINATOR": [("OPEN_ROUND", 1)]}


async def test_an_open_round_asks_each_town_once_and_the_coordinator_at_the_end(world: World) -> None:
    paper = await ready(world)
    row = await open_on(world, paper)
    towns = (LEAD, PARTICIPANT, OTHER_PARTICIPANT)
    found = await asked_of(world, *towns, OUTSIDER, "COORDINATOR")
    assert all(("VOTE", 1) in found[code] for code in towns)
    assert (found[OUTSIDER], found["COORDINATOR"]) == ([], [("REMIND", 3)])
    vote = next(task for task in await tasks(world, LEAD) if task.kind == "VOTE")
    assert (vote.round_id, vote.due_at) == (row.id, DEADLINE)
    for code in towns:
        await cast(world, row.id, code)
    found = await asked_of(world, *towns, "COORDINATOR")
    assert found == {**{code: [] for code in towns}, "COORDINATOR": [("CLOSE_ROUND", 1)]}


async def test_a_round_whose_time_is_over_asks_to_be_closed_and_for_no_votes(world: World) -> None:
    paper = await ready(world)
    await open_on(world, paper)
    world.clock.now = DEADLINE
    assert await asked_of(world, LEAD, "COORDINATOR") == {LEAD: [], "COORDINATOR": [("CLOSE_ROUND", 1)]}


async def test_an_adopted_paper_asks_to_be_published(world: World) -> None:
    paper = await propose(world)
    await bring_to(world, paper, Stage.ADOPTED)
    assert await asked_of(world, LEAD, "COORDINATOR") == {LEAD: [], "COORDINATOR": [("PUBLISH", 1)]}
    await move(world, paper, Action.PUBLISH)
    assert await asked_of(world, "COORDINATOR") == {"COORDINATOR": []}


async def test_changes_since_the_last_look_are_told(world: World) -> None:
    paper = await propose(world)
    await join(world, paper, PARTICIPANT)
    await move(world, paper, Action.START_DRAFTING)
    await write(world, paper, "U\n")
    for _ in range(2):
        async with world.database.write() as work:
            await mark_read(work, world.participant, paper.document_id)
    assert await asked_of(world, PARTICIPANT) == {PARTICIPANT: [("WRITE", 1)]}
    await write(world, paper, "U i dos\n")
    await write(world, paper, "U i dos i tres\n")
    found = await asked_of(world, PARTICIPANT, LEAD)
    assert found == {PARTICIPANT: [("READ_CHANGES", 2), ("WRITE", 1)], LEAD: [("WRITE", 1)]}
    with pytest.raises(NotFound):
        async with world.database.write() as work:
            await mark_read(work, world.outsider, paper.document_id)


async def test_the_most_urgent_comes_first_and_pages_leave_nothing_out(world: World) -> None:
    dates = [None, "2026-12-03", "2026-12-01", "2026-12-02"]
    for due_at in dates:
        paper = await propose(world)
        if due_at is not None:
            await set_tabling_deadline(world, paper, due_at)
    found: list[Task] = []
    after = None
    async with world.database.read() as session:
        while True:
            page = await page_of_tasks(session, world.participant, world.clock.now, Window(1, after))
            found += page.rows
            if not page.has_next:
                break
            after = page.keys[-1]
        assert await count_tasks(session, world.participant, world.clock.now) == len(dates)
    assert [task.due_at.day if task.due_at else None for task in found] == [1, 2, 3, None]


async def test_a_translation_of_an_adopted_paper_is_to_be_approved_by_the_coordination(world: World) -> None:
    paper = await adopted(world)
    await move(world, paper, Action.PUBLISH)
    document_id = await add(world, paper)
    assert await asked_of(world, LEAD, "COORDINATOR") == {
        LEAD: [],
        "COORDINATOR": [("APPROVE_TRANSLATION", 1)],
    }
    await translate_all(world, document_id)
    await approve(world, document_id, await save(world, document_id))
    assert await asked_of(world, "COORDINATOR") == {"COORDINATOR": []}
