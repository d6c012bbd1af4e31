"""Taking part: a town's own steps, a coordinator's, and nobody else's."""

import pytest
from sqlalchemy import select

from positions.errors import Forbidden, Invalid, NotFound, Refusal, StageForbids, Unauthenticated
from positions.lifecycle import Action, Stage
from positions.models.events import Event
from positions.models.organizations import Organization
from positions.models.positions import Participation
from positions.services.participation import SetParticipation, set_participation
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
)


async def states(world: World, paper: Paper) -> dict[str, str]:
    statement = (
        select(Organization.code, Participation.state)
        .join(Participation, Participation.organization_id == Organization.id)
        .where(Participation.position_id == paper.id)
    )
    async with world.database.read() as session:
        return dict((await session.execute(statement)).all())


async def say(world: World, name: str, paper: Paper, participates: bool, code: str | None = None) -> None:
    async with world.database.write() as work:
        request = SetParticipation(paper.reference, participates, code)
        await set_participation(work, world.actors[name], request)


async def refused(
    world: World, name: str, paper: Paper, participates: bool, code: str | None = None
) -> Refusal:
    before = await states(world, paper)
    with pytest.raises(Refusal) as caught:
        await say(world, name, paper, participates, code)
    assert await states(world, paper) == before
    return caught.value


async def test_the_lead_takes_part_and_the_others_are_invited(world: World) -> None:
    paper = await propose(world, participants=[PARTICIPANT, LEAD, PARTICIPANT])
    assert await states(world, paper) == {LEAD: "ACCEPTED", PARTICIPANT: "INVITED"}


async def test_a_town_accepts_leaves_and_is_invited_again(world: World) -> None:
    paper = await propose(world)
    await say(world, PARTICIPANT, paper, True, PARTICIPANT)
    assert (await states(world, paper))[PARTICIPANT] == "ACCEPTED"
    await say(world, PARTICIPANT, paper, False)
    assert (await states(world, paper))[PARTICIPANT] == "LEFT"
    assert isinstance(await refused(world, PARTICIPANT, paper, True), NotFound)
    await say(world, "COORDINATOR", paper, True, PARTICIPANT)
    assert (await states(world, paper))[PARTICIPANT] == "INVITED"


async def test_a_town_that_sees_the_position_joins_by_itself(world: World) -> None:
    paper = await propose(world)
    assert isinstance(await refused(world, OUTSIDER, paper, True), NotFound)
    await bring_to(world, paper, Stage.AMENDING)
    await say(world, OUTSIDER, paper, True)
    assert (await states(world, paper))[OUTSIDER] == "ACCEPTED"


async def test_a_coordinator_invites_removes_and_joins_with_the_authority(world: World) -> None:
    paper = await propose(world)
    await say(world, "COORDINATOR", paper, True, OTHER_PARTICIPANT)
    await say(world, "COORDINATOR", paper, False, PARTICIPANT)
    await say(world, "COORDINATOR", paper, True)
    assert await states(world, paper) == {
        LEAD: "ACCEPTED",
        PARTICIPANT: "LEFT",
        OTHER_PARTICIPANT: "INVITED",
        "AMB": "ACCEPTED",
    }


async def test_saying_it_again_changes_nothing_and_records_nothing(world: World) -> None:
    paper = await propose(world)
    await say(world, PARTICIPANT, paper, True)
    before = await states(world, paper), await _events(world, paper)
    await say(world, PARTICIPANT, paper, True)
    await say(world, "COORDINATOR", paper, True, PARTICIPANT)
    await say(world, "COORDINATOR", paper, False, OUTSIDER)
    assert (await states(world, paper), await _events(world, paper)) == before


async def _events(world: World, paper: Paper) -> list[str]:
    async with world.database.read() as session:
        tags = await session.scalars(
            select(Event.tag).where(Event.chain == paper.id).order_by(Event.sequence)
        )
        return list(tags)


@pytest.mark.parametrize("name", [LEAD, "COORDINATOR"])
async def test_the_lead_stays(world: World, name: str) -> None:
    paper = await propose(world)
    refusal = await refused(world, name, paper, False, LEAD)
    assert (type(refusal), refusal.reason, refusal.path) == (Invalid, "lead_cannot_leave", ("participates",))


@pytest.mark.parametrize("code", ["99999", ""])
async def test_an_unknown_organization_is_refused(world: World, code: str) -> None:
    paper = await propose(world)
    refusal = await refused(world, "COORDINATOR", paper, True, code)
    assert (type(refusal), refusal.path) == (Invalid, ("organizationCode",))


@pytest.mark.parametrize(
    ("name", "code", "expected"),
    [
        ("ANONYMOUS", PARTICIPANT, NotFound),
        (PARTICIPANT, LEAD, Forbidden),
        (LEAD, PARTICIPANT, Forbidden),
        ("OBSERVER", "GENERALITAT", Forbidden),
        ("ADMINISTRATOR", PARTICIPANT, Forbidden),
    ],
)
async def test_nobody_speaks_for_another(world: World, name: str, code: str, expected: type[Refusal]) -> None:
    paper = await propose(world)
    for participates in (True, False):
        assert type(await refused(world, name, paper, participates, code)) is expected


@pytest.mark.parametrize("name", [PARTICIPANT, "COORDINATOR"])
async def test_from_approval_on_the_participants_stand(world: World, name: str) -> None:
    paper = await propose(world)
    await bring_to(world, paper, Stage.APPROVING)
    assert isinstance(await refused(world, name, paper, False, PARTICIPANT), StageForbids)


async def test_the_public_is_told_to_sign_in(world: World) -> None:
    paper = await propose(world)
    await bring_to(world, paper, Stage.ADOPTED)
    await move(world, paper, Action.PUBLISH)
    assert isinstance(await refused(world, "ANONYMOUS", paper, True, PARTICIPANT), Unauthenticated)
