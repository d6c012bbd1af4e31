"""Reminding: once for each occasion, only those who have not voted, and not more than once an hour."""

from datetime import date, datetime, timedelta

import pytest

from positions.actors import Actor
from positions.errors import AlreadyDone, Forbidden, NotEligible, RateLimited, Refusal, RoundClosed
from positions.mandates import RatificationStatus
from positions.models.rounds import Vote
from positions.queries.reminders import PendingTown, pending_towns
from positions.queries.rounds import see_round
from positions.services.closing import Closing, close_due
from positions.services.looks import mark_read
from positions.services.reminders import RemindOrganizations, remind_due, remind_organizations
from tests.support.notices import end_role, rows, told
from tests.support.rounds import DEADLINE, cast, end, open_on, ready
from tests.support.world import (
    LEAD,
    OTHER_PARTICIPANT,
    OUTSIDER,
    PARTICIPANT,
    START,
    World,
)

TWO_DAYS_BEFORE = DEADLINE - timedelta(days=2)


async def remind(world: World, round_id: str, *codes: str, actor: Actor | None = None) -> None:
    async with world.database.write() as work:
        request = RemindOrganizations(round_id, codes or None)
        await remind_organizations(work, actor or world.coordinator, request)


async def refused(world: World, round_id: str, *codes: str, actor: Actor | None = None) -> Refusal:
    before = len(await rows(world))
    with pytest.raises(Refusal) as caught:
        await remind(world, round_id, *codes, actor=actor)
    assert len(await rows(world)) == before
    return caught.value


async def pending(world: World, round_id: str) -> dict[str, PendingTown]:
    async with world.database.read() as session:
        access, row = await see_round(session, world.coordinator, round_id)
        found = await pending_towns(session, access, row, world.clock())
    return {one.elector.organization.code: one for one in found}


async def reminded(world: World, code: str) -> int:
    return (await told(world, world.actors[code])).count("VOTE_REMINDED")


async def at(world: World, moment: datetime) -> int:
    world.clock.now = moment
    return await remind_due(world.database)


async def test_only_towns_that_have_not_voted_are_reminded_and_each_once(world: World) -> None:
    """openslides#3513 asks for mail on closing dates, since 2017: to those concerned, and once."""
    row = await open_on(world, await ready(world))
    await cast(world, row.id, LEAD)
    assert await at(world, TWO_DAYS_BEFORE) == 1
    assert await at(world, TWO_DAYS_BEFORE + timedelta(minutes=5)) == 0
    assert [await reminded(world, code) for code in (LEAD, PARTICIPANT, OTHER_PARTICIPANT)] == [0, 1, 1]
    assert await at(world, DEADLINE - timedelta(hours=1)) == 1
    assert await reminded(world, PARTICIPANT) == 2


async def test_nobody_is_reminded_of_what_they_have_done_datatracker_7769(world: World) -> None:
    row = await open_on(world, await ready(world))
    await at(world, TWO_DAYS_BEFORE)
    await cast(world, row.id, PARTICIPANT)
    assert await reminded(world, PARTICIPANT) == 0
    world.clock.now += timedelta(hours=2)
    await remind(world, row.id)
    assert await reminded(world, PARTICIPANT) == 0


async def test_a_deferred_paper_is_reminded_of_to_nobody_datatracker_6152(world: World) -> None:
    row = await open_on(world, await ready(world))
    await end(world, row.id, Closing.VOID, "S'ajorna")
    assert await at(world, TWO_DAYS_BEFORE) == 0
    assert (await refused(world, row.id)).reason == "stage_forbids"
    assert await pending(world, row.id) == {}


async def test_a_scheduled_round_is_reminded_of_to_nobody_datatracker_7159(world: World) -> None:
    row = await open_on(world, await ready(world), opens_at=START + timedelta(days=9))
    assert await at(world, TWO_DAYS_BEFORE) == 0
    assert isinstance(await refused(world, row.id), RoundClosed)


async def test_a_coordinator_reminds_one_town_or_all_of_them(world: World) -> None:
    row = await open_on(world, await ready(world))
    await remind(world, row.id, PARTICIPANT)
    await remind(world, row.id)
    assert [await reminded(world, code) for code in (LEAD, PARTICIPANT, OTHER_PARTICIPANT)] == [1, 1, 1]


async def test_a_town_is_reminded_once_an_hour(world: World) -> None:
    row = await open_on(world, await ready(world))
    await remind(world, row.id, PARTICIPANT)
    assert isinstance(await refused(world, row.id, PARTICIPANT, LEAD), RateLimited)
    world.clock.now += timedelta(hours=1)
    await remind(world, row.id, PARTICIPANT)
    assert await reminded(world, PARTICIPANT) == 2


async def test_bad_reminders_are_refused(world: World) -> None:
    row = await open_on(world, await ready(world))
    await cast(world, row.id, LEAD)
    assert isinstance(await refused(world, row.id, LEAD), AlreadyDone)
    assert isinstance(await refused(world, row.id, OUTSIDER), NotEligible)
    assert isinstance(await refused(world, row.id, actor=world.lead), Forbidden)
    world.clock.now = DEADLINE
    assert isinstance(await refused(world, row.id), RoundClosed)
    await close_due(world.database)
    assert isinstance(await refused(world, row.id), Refusal)


async def test_pending_towns_show_when_they_last_worked_on_the_paper(world: World) -> None:
    paper = await ready(world)
    await end_role(world, world.actors[OTHER_PARTICIPANT])
    row = await open_on(world, paper)
    await remind(world, row.id, PARTICIPANT)
    async with world.database.write() as work:
        await mark_read(work, world.participant, paper.document_id)
        seen = work.now
    found = await pending(world, row.id)
    assert list(found) == [LEAD, PARTICIPANT, OTHER_PARTICIPANT]
    assert found[PARTICIPANT].last_activity_at == seen
    assert found[PARTICIPANT].last_reminded_at is not None
    assert not found[PARTICIPANT].may_be_reminded
    assert not found[OTHER_PARTICIPANT].is_reachable
    assert found[OTHER_PARTICIPANT].last_activity_at is None


async def test_a_ratification_is_asked_for_in_time_and_when_late(world: World) -> None:
    row = await open_on(world, await ready(world))
    vote = await cast(world, row.id, LEAD, ratification_due_on=date(2026, 12, 18))
    for day, kinds in (
        ("12-10", []),
        ("12-11", ["DUE"]),
        ("12-19", ["DUE", "OVERDUE"]),
        ("12-20", ["DUE", "OVERDUE"]),
    ):
        await at(world, datetime.fromisoformat(f"2026-{day}T12:00+00:00"))
        found = [kind for kind in await told(world, world.lead) if kind.startswith("RATIFICATION")]
        assert found == [f"RATIFICATION_{kind}" for kind in kinds], day
    async with world.database.write() as work:
        settled = await work.session.get_one(Vote, vote.id)
        settled.ratification_status = RatificationStatus.CONFIRMED.value
