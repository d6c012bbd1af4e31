"""Routes kept by administrators and followed by positions: a change never reaches papers under way; `verify` proves both."""

from typing import Any

import pytest
from sqlalchemy import select, text

from positions.actors import Actor
from positions.errors import AlreadyDone, Conflict, Forbidden, Invalid, NotFound, Refusal, StageForbids, Stale
from positions.lifecycle import Stage
from positions.models.events import Event
from positions.models.positions import Position
from positions.models.routes import Route
from positions.queries.routes import followed
from positions.routes import compose_route
from positions.services.closing import Closing
from positions.services.routes import SaveRoute, choose_route, load_routes, offer_route, save_route
from positions.services.verification import verify
from positions.usual_routes import USUAL_ROUTES
from tests.support.rounds import cast, end, open_on, ready
from tests.support.world import (
    LEAD,
    OTHER_PARTICIPANT,
    PARTICIPANT,
    Paper,
    World,
    bring_to,
    propose,
)

BOARD: Any = compose_route(USUAL_ROUTES["government_board"])
NAMES = {"ca": "Per urgència", "es": "Por urgencia", "en": "In urgency"}


async def route(world: World, key: str) -> Route:
    async with world.database.read() as session:
        return (await session.scalars(select(Route).where(Route.key == key))).one()


async def save(world: World, by: str = "ADMINISTRATOR", **changes: Any) -> Route:
    wish = {"key": "urgent", "names": NAMES, "steps": BOARD["steps"], **changes}
    async with world.database.write() as work:
        return await save_route(work, world.actors[by], SaveRoute(**wish))


async def choose(world: World, paper: Paper, key: str | None, actor: Actor | None = None) -> Position:
    async with world.database.write() as work:
        return await choose_route(work, actor or world.coordinator, paper.reference, key)


async def refused(act: Any) -> Refusal:
    with pytest.raises(Refusal) as caught:
        await act
    return caught.value


async def holds(world: World) -> list[str]:
    return [f"{one.subject}: {one.difference}" async for one in verify(world.database)]


async def test_an_administrator_adds_a_route_changes_it_retires_it_and_offers_it_again(world: World) -> None:
    made = await save(world)
    assert (made.number, made.names["ca"]) == (6, "Per urgència")
    changed = await save(
        world,
        steps=[*BOARD["steps"], {**BOARD["steps"][0], "key": "again"}],
        expected_updated_at=made.updated_at,
    )
    assert [step["key"] for step in changed.steps] == ["board", "again"]
    async with world.database.write() as work:
        await offer_route(work, world.actors["ADMINISTRATOR"], "urgent", is_offered=False)
    paper = await propose(world)
    assert (await refused(choose(world, paper, "urgent"))).reason == "route_not_offered"
    async with world.database.write() as work:
        await offer_route(work, world.actors["ADMINISTRATOR"], "urgent", is_offered=True)
    assert (await choose(world, paper, "urgent")).route_key == "urgent"
    assert await holds(world) == []


async def test_what_somebody_else_changed_is_not_overwritten(world: World) -> None:
    made = await save(world)
    await save(world, expected_updated_at=made.updated_at, names={**NAMES, "ca": "Urgent"})
    assert isinstance(await refused(save(world, expected_updated_at=made.updated_at)), Stale)
    assert isinstance(await refused(save(world)), Conflict)
    unknown = save(world, key="nowhere", expected_updated_at=made.updated_at)
    assert isinstance(await refused(unknown), NotFound)


@pytest.mark.parametrize("name", ["COORDINATOR", LEAD, "OBSERVER"])
async def test_only_administrators_keep_routes(world: World, name: str) -> None:
    assert isinstance(await refused(save(world, name)), Forbidden)
    async with world.database.write() as work:
        retiring = offer_route(work, world.actors[name], "mayors", is_offered=False)
        assert isinstance(await refused(retiring), Forbidden)


async def test_a_route_that_is_none_changes_nothing(world: World) -> None:
    assert (await refused(save(world, steps=[]))).reason == "route_without_steps"
    assert await holds(world) == []


async def test_a_paper_under_way_keeps_the_route_it_was_given(world: World) -> None:
    paper = await ready(world, route_key="mayors")
    usual = await route(world, "mayors")
    shorter = compose_route(USUAL_ROUTES["mayors"])["steps"]
    assert isinstance(shorter, list)
    await save(
        world, key="mayors", names=usual.names, steps=shorter[1:], expected_updated_at=usual.updated_at
    )
    assert (await refused(open_on(world, paper, step_key="mayors"))).reason == "step_not_next"
    assert (await open_on(world, paper, step_key="clearance")).is_last is False
    other = await propose(world)
    chosen = followed(await choose(world, other, "mayors"))
    assert chosen is not None
    assert [step.key for step in chosen.steps] == ["mayors"]
    assert await holds(world) == []


async def test_a_coordinator_chooses_a_route_leaves_it_and_takes_its_newer_edition(world: World) -> None:
    paper = await propose(world)
    assert (await choose(world, paper, "mayors")).route_key == "mayors"
    assert isinstance(await refused(choose(world, paper, "mayors")), AlreadyDone)
    assert isinstance(await refused(choose(world, paper, "plebiscite")), Invalid)
    assert (await choose(world, paper, None)).route is None
    assert isinstance(await refused(choose(world, paper, "signatories", world.lead)), Forbidden)
    assert await holds(world) == []


@pytest.mark.parametrize("stage", [Stage.APPROVING, Stage.ADOPTED])
async def test_a_route_is_chosen_before_approval(world: World, stage: Stage) -> None:
    paper = await propose(world)
    await bring_to(world, paper, stage)
    assert isinstance(await refused(choose(world, paper, "mayors")), StageForbids)


async def test_no_route_is_chosen_while_a_round_has_passed_on_the_present_text(world: World) -> None:
    paper = await ready(world, route_key="mayors")
    first = await open_on(world, paper, step_key="clearance")
    for town in (LEAD, PARTICIPANT, OTHER_PARTICIPANT, "08282"):
        await cast(world, first.id, town)
    assert await end(world, first.id) == "PASSED"
    second = await open_on(world, paper, step_key="mayors")
    await end(world, second.id, Closing.VOID, "Una errada")
    assert (await refused(choose(world, paper, "signatories"))).reason == "route_under_way"


async def test_loading_again_overwrites_no_route_and_gives_older_papers_the_copy_they_lack(
    world: World,
) -> None:
    paper = await propose(world)
    made = await route(world, "mayors")
    await save(world, key="mayors", names=NAMES, steps=made.steps, expected_updated_at=made.updated_at)
    async with world.database.write() as work:
        (await work.session.get_one(Position, paper.id)).route_key = "mayors"
    for _ in range(2):
        async with world.database.write() as work:
            await load_routes(work)
    assert (await route(world, "mayors")).names == NAMES
    async with world.database.read() as session:
        position = await session.get_one(Position, paper.id)
        chosen = select(Event.tag).where(Event.chain == paper.id, Event.tag == "route:chosen")
        assert len(list(await session.scalars(chosen))) == 1
    assert (found := followed(position)) is not None
    assert found.names == NAMES


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("UPDATE routes SET retired_at = updated_at WHERE key = 'mayors'", "route mayors"),
        ("DELETE FROM routes WHERE key = 'mayors'", "route mayors"),
        ("UPDATE positions SET route_key = 'signatories'", "the route it follows"),
        ("UPDATE positions SET route = NULL", "the route it follows"),
    ],
)
async def test_a_route_changed_behind_the_record_is_found(world: World, change: str, told: str) -> None:
    await choose(world, await propose(world), "mayors")
    assert await holds(world) == []
    async with world.database.write() as work:
        await work.session.execute(text(change))
    assert [one for one in await holds(world) if told in one]
