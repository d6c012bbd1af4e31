"""Who is called: suspended and merged municipalities are not; a round that runs keeps its electorate."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from positions.errors import AlreadyDone, Conflict, Forbidden, Invalid, NotFound, Refusal
from positions.models.organizations import Organization
from positions.services.suspensions import (
    Merge,
    Suspend,
    merge_organization,
    reinstate_organization,
    suspend_organization,
)
from positions.services.verification import verify
from tests.support.rounds import cast, end, look, open_on, ready
from tests.support.world import (
    LEAD,
    OTHER_PARTICIPANT,
    OUTSIDER,
    PARTICIPANT,
    START,
    Paper,
    World,
)

TODAY = START.date()


async def suspend(world: World, code: str = PARTICIPANT, by: str = "ADMINISTRATOR", **days: Any) -> None:
    async with world.database.write() as work:
        await suspend_organization(work, world.actors[by], Suspend(code, "Motiu", **days))


async def merge(
    world: World, last_day: date | None, successor: str | None, by: str = "ADMINISTRATOR"
) -> Organization:
    async with world.database.write() as work:
        return await merge_organization(work, world.actors[by], Merge(PARTICIPANT, last_day, successor))


async def reinstate(world: World, code: str = PARTICIPANT, by: str = "ADMINISTRATOR") -> None:
    async with world.database.write() as work:
        await reinstate_organization(work, world.actors[by], code)


async def called(world: World, paper: Paper, **terms: Any) -> set[str]:
    row = await look(world, (await open_on(world, paper, **terms)).id)
    return {one.organization.code for one in row.electors}


async def refused(act: Any) -> Refusal:
    with pytest.raises(Refusal) as caught:
        await act
    return caught.value


async def holds(world: World) -> list[str]:
    return [f"{one.subject}: {one.difference}" async for one in verify(world.database)]


async def test_a_suspended_town_is_not_called_and_is_called_again_when_reinstated(world: World) -> None:
    await suspend(world)
    assert await called(world, await ready(world)) == {LEAD, OTHER_PARTICIPANT}
    await reinstate(world)
    assert await called(world, await ready(world)) == {LEAD, PARTICIPANT, OTHER_PARTICIPANT}
    assert await holds(world) == []


async def test_the_opening_day_decides(world: World) -> None:
    until = TODAY + timedelta(days=2)
    await suspend(world, until=until)
    later = START + timedelta(days=3)
    assert PARTICIPANT in await called(world, await ready(world), opens_at=later)
    assert PARTICIPANT not in await called(
        world, await ready(world), opens_at=START + timedelta(days=1, hours=1)
    )


async def test_a_routes_step_leaves_the_suspended_out_and_naming_one_is_refused(world: World) -> None:
    await suspend(world)
    paper = await ready(world, route_key="mayors")
    assert await called(world, paper, step_key="clearance") == {LEAD, OTHER_PARTICIPANT, OUTSIDER}
    refusal = await refused(open_on(world, await ready(world), electorate_codes=[LEAD, PARTICIPANT]))
    assert (type(refusal), refusal.reason) == (Invalid, "elector_absent")


async def test_when_everybody_is_suspended_the_electorate_is_of_nobody(world: World) -> None:
    for code in (LEAD, PARTICIPANT, OTHER_PARTICIPANT):
        await suspend(world, code)
    assert (await refused(open_on(world, await ready(world)))).reason == "electorate_empty"


async def test_a_merger_during_a_round_leaves_the_electorate_and_the_vote_as_they_are(world: World) -> None:
    paper = await ready(world)
    row = await open_on(world, paper)
    await cast(world, row.id, PARTICIPANT)
    await merge(world, TODAY, LEAD)
    world.clock.now = START + timedelta(days=2)
    for code in (LEAD, OTHER_PARTICIPANT):
        await cast(world, row.id, code)
    assert await end(world, row.id) == "PASSED"
    counted = await look(world, row.id)
    assert {vote.organization.code for vote in counted.votes} == {LEAD, PARTICIPANT, OTHER_PARTICIPANT}
    assert PARTICIPANT not in await called(world, await ready(world), closes_at=START + timedelta(days=20))
    assert await holds(world) == []


async def test_a_merger_is_taken_back(world: World) -> None:
    await merge(world, TODAY - timedelta(days=1), LEAD)
    assert isinstance(await refused(merge(world, TODAY - timedelta(days=1), LEAD)), AlreadyDone)
    row = await merge(world, None, None)
    assert (row.ended_on, row.successor_id) == (None, None)
    assert PARTICIPANT in await called(world, await ready(world))
    assert await holds(world) == []


async def test_what_cannot_be_is_refused(world: World) -> None:
    assert (await refused(merge(world, TODAY, None))).reason == "successor_required"
    assert (await refused(merge(world, TODAY, PARTICIPANT))).reason == "successor_impossible"
    assert isinstance(await refused(merge(world, TODAY, "99999")), NotFound)
    assert (await refused(suspend(world, "GENERALITAT"))).reason == "municipality_required"
    assert (await refused(suspend(world, until=TODAY - timedelta(days=9)))).reason == "term_reversed"
    assert isinstance(await refused(reinstate(world)), AlreadyDone)
    await suspend(world)
    assert isinstance(await refused(suspend(world)), Conflict)
    for name in ("COORDINATOR", LEAD):
        assert isinstance(await refused(suspend(world, by=name)), Forbidden)
        assert isinstance(await refused(reinstate(world, by=name)), Forbidden)
        assert isinstance(await refused(merge(world, TODAY, LEAD, by=name)), Forbidden)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE suspensions SET until = since",
        "UPDATE suspensions SET reason = 'Cap'",
        "DELETE FROM suspensions",
        "UPDATE organizations SET ended_on = NULL",
        "UPDATE organizations SET successor_id = NULL",
        "UPDATE organizations SET ended_on = '2026-11-23' WHERE code = '08282'",
    ],
)
async def test_an_absence_changed_behind_the_register_is_found(world: World, change: str) -> None:
    await suspend(world, OUTSIDER)
    await merge(world, TODAY, LEAD)
    assert await holds(world) == []
    async with world.database.write() as work:
        await work.session.execute(text(change))
    assert [one for one in await holds(world) if one.startswith("organization")]
