"""Drafts read from their log: what the reader's snapshot has and no more, without holding up the others."""

import asyncio

import pytest

from positions.lifecycle import Stage
from positions.models.documents import Document
from positions.queries import drafts as queries
from positions.queries.consolidations import docket
from positions.queries.drafts import Drafts, fold
from tests.support.world import Paper, World, bring_to, propose, write

TEXT = "# Títol\n\nUn paràgraf.\n"


@pytest.fixture
async def paper(world: World) -> Paper:
    paper = await propose(world)
    await bring_to(world, paper, Stage.DRAFTING, TEXT)
    return paper


async def test_a_draft_others_have_read_further_is_read_as_the_snapshot_has_it(
    world: World, paper: Paper
) -> None:
    drafts = world.database.drafts
    async with world.database.read() as before:
        document = await before.get_one(Document, paper.document_id)
        await write(world, paper, TEXT + "\nI més.\n")
        async with world.database.read() as after:
            assert (await drafts.read(after, paper.document_id)).text == TEXT + "\nI més.\n"
        for found in (
            await drafts.read(before, paper.document_id),
            await Drafts().read(before, paper.document_id),
            await drafts.read_at(before, paper.document_id, document.sequence),
        ):
            assert (found.sequence, found.text) == (document.sequence, TEXT)
        rows = await docket(before, drafts, paper.document_id)
        assert (rows.sequence, rows.head) == (document.sequence, TEXT)


async def test_what_was_read_stays_when_the_draft_goes_on(world: World, paper: Paper) -> None:
    async with world.database.read() as session:
        first = await world.database.drafts.read(session, paper.document_id)
    await write(world, paper, "Una altra cosa.\n")
    async with world.database.read() as session:
        second = await world.database.drafts.read(session, paper.document_id)
    assert (first.text, second.text) == (TEXT, "Una altra cosa.\n")
    assert (first.sequence, second.sequence) == (1, 2)


async def test_a_long_log_is_folded_in_turns(
    world: World, paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    for each in range(6):
        await write(world, paper, f"{TEXT}\n{each}\n")
    monkeypatch.setattr(queries, "AT_ONCE", 2)
    async with world.database.read() as session:
        rows = await queries.log_rows(session, paper.document_id, after=0)
        seen: list[int] = []

        async def others() -> None:
            while True:
                seen.append(draft.sequence)
                await asyncio.sleep(0)

        draft = await fold(session, paper.document_id, until=0)
        beside = asyncio.create_task(others())
        await queries.fold_in(draft, rows)
        beside.cancel()
    assert seen == [2, 4, 6, draft.sequence]
    assert draft.text == f"{TEXT}\n5\n"
