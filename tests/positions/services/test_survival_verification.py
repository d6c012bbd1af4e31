"""`verify` finds a vote that claims to renew what it does not."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from sqlalchemy import text

from positions.services.verification import verify
from tests.support.rounds import cast
from tests.support.survivals import confirm, first_round, reopened, void
from tests.support.world import LEAD, PARTICIPANT, World, world_at


@dataclass(frozen=True)
class Story:
    """The lead approves, and confirms it on a newer text; the participant approves both times by itself."""

    world: World
    earlier: str
    other: str
    renewed: str


@pytest.fixture
async def story(database_url: str) -> AsyncIterator[Story]:
    async with world_at(database_url) as world:
        paper, row = await first_round(world)
        earlier, other = await cast(world, row.id, LEAD), await cast(world, row.id, PARTICIPANT)
        await void(world, row)
        again = await reopened(world, paper)
        renewed = await confirm(world, again.id, LEAD)
        await cast(world, again.id, PARTICIPANT)
        yield Story(world, earlier.id, other.id, renewed.id)


async def differences(world: World) -> list[str]:
    return [one.difference async for one in verify(world.database)]


async def run(world: World, statement: str, **values: object) -> None:
    async with world.database.write() as work:
        await work.session.execute(text(statement), values)


async def test_an_untouched_renewal_holds(story: Story) -> None:
    assert await differences(story.world) == []


@pytest.mark.parametrize("renews", ["other", None])
async def test_a_vote_that_renews_another_than_recorded_is_found(story: Story, renews: str | None) -> None:
    value = getattr(story, renews) if renews else None
    await run(story.world, "UPDATE votes SET renews_id = :v WHERE id = :id", v=value, id=story.renewed)
    assert f"vote {story.renewed} does not renew what was recorded" in await differences(story.world)


async def test_a_vote_that_was_never_said_to_renew_is_found(story: Story) -> None:
    await run(story.world, "UPDATE votes SET renews_id = :v WHERE id = :id", v=story.earlier, id=story.other)
    assert f"vote {story.other} does not renew what was recorded" in await differences(story.world)


@pytest.mark.parametrize(
    "change",
    [
        "choice = 'OBJECT'",
        "is_tacit = true",
        "organization_id = (SELECT id FROM organizations WHERE code = '08282')",
    ],
)
async def test_a_renewal_of_no_approval_of_its_own_town_is_found(story: Story, change: str) -> None:
    await run(story.world, f"UPDATE votes SET {change} WHERE id = :id", id=story.earlier)
    found = f"vote {story.renewed} renews what was no earlier approval of its town"
    assert found in await differences(story.world)
