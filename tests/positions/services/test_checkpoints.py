"""Checkpoints that two keep at once: whoever saves a version is not stopped by what the live server keeps for itself."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select, text

from positions.lifecycle import Stage
from positions.models.documents import Checkpoint, Document
from positions.queries.drafts import fold
from positions.services.checkpoints import Folded, keep_checkpoint
from positions.services.unit_of_work import Database
from positions.services.versions import SaveVersion, save_version
from tests.support.world import Paper, World, bring_to, propose, world_at, write


@pytest.fixture
async def shared(postgres_url: str) -> AsyncIterator[World]:
    """Where others may hold a row."""
    async with world_at(postgres_url) as world:
        yield world


async def folded(world: World, paper: Paper) -> Folded:
    async with world.database.read() as session:
        draft = await fold(session, paper.document_id)
    return Folded(paper.document_id, draft.sequence, draft.replica.update_since(), draft.runs)


async def keep(database: Database, made: Folded) -> None:
    async with database.write() as work:
        await keep_checkpoint(work, made)


async def until_somebody_waits(database: Database) -> None:
    """Wait until a lock is waited for."""
    waiting = text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
    async with asyncio.timeout(60):
        while True:
            async with database.read() as session:
                if await session.scalar(waiting):
                    return


@pytest.mark.parametrize("is_of_one_row", [True, False])
async def test_a_version_saved_beside_a_checkpoint_of_the_live_draft(
    shared: World, is_of_one_row: bool
) -> None:
    world, paper = shared, await propose(shared)
    await bring_to(world, paper, Stage.DRAFTING, "Aigua")
    async with world.database.write() as work:
        await keep_checkpoint(work, await folded(world, paper))
    await write(world, paper, "Aigua neta")
    live = await folded(world, paper)
    if not is_of_one_row:
        await write(world, paper, "Aigua neta i barata")
    async with world.database.write() as work:
        await work.session.get_one(Document, paper.document_id, with_for_update=True)
        keeping = asyncio.create_task(keep(world.database, live))
        await until_somebody_waits(world.database)
        await save_version(work, world.lead, SaveVersion(paper.document_id))
    await keeping
    async with world.database.read() as session:
        kept = set(await session.scalars(select(Checkpoint.sequence)))
    assert live.sequence in kept
