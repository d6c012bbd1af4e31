"""`verify` finds a stage or a publication that no recorded act led to."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text

from positions.lifecycle import Action, Stage
from positions.services.verification import verify
from tests.support.world import World, bring_to, move, propose, world_at


@pytest.fixture
async def world(database_url: str) -> AsyncIterator[World]:
    """One paper that was published, one that was published and taken back, one just proposed."""
    async with world_at(database_url) as made:
        for actions in ((Action.PUBLISH,), (Action.PUBLISH, Action.UNPUBLISH)):
            paper = await propose(made)
            await bring_to(made, paper, Stage.ADOPTED)
            await move(made, paper, *actions)
        await propose(made)
        yield made


async def differences(world: World) -> list[str]:
    told = [f"{found.subject}: {found.difference}" async for found in verify(world.database)]
    return [one for one in told if "stage" in one or "publication" in one]


async def test_what_was_moved_by_recorded_acts_holds(world: World) -> None:
    assert await differences(world) == []


@pytest.mark.parametrize(
    ("table", "change", "told"),
    [
        ("positions", "published_at = NULL WHERE published_at IS NOT NULL", "publication"),
        ("positions", "published_at = updated_at WHERE stage = 'PROPOSED'", "publication"),
        ("positions", "published_at = created_at WHERE published_at IS NOT NULL", "publication"),
        ("positions", "stage = 'AMENDING' WHERE published_at IS NOT NULL", "its stage AMENDING"),
        ("positions", "stage = 'CLOSED' WHERE stage = 'PROPOSED'", "its stage CLOSED"),
        ("documents", "stage = 'DRAFTING' WHERE stage = 'ADOPTED'", "a document is at another stage"),
    ],
)
async def test_a_move_behind_the_record_is_found(world: World, table: str, change: str, told: str) -> None:
    async with world.database.write() as work:
        await work.session.execute(text(f"UPDATE {table} SET {change}"))  # the test's own words
    found = await differences(world)
    assert found
    assert all(told in one for one in found)
