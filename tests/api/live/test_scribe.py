"""Several rooms' updates go to the log together; what happens to one draft is no other's affair."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from sqlalchemy import select

from api.live import scribe as scribe_module
from api.live.scribe import Scribe
from positions.drafts import Draft, LogRow
from positions.errors import NotFound
from positions.hunks import Hunk
from positions.lifecycle import Stage
from positions.models.documents import Document
from positions.queries.drafts import fold
from positions.replicas import Replica
from positions.services.live import Appended, Batch, LiveDraft, Typed, find_visitor
from positions.services.unit_of_work import Database
from positions.updates import inspect
from tests.api.live.conftest import TEXT
from tests.support.world import LEAD, Paper, World, bring_to, propose, world_at


@pytest.fixture
async def papers(world: World) -> list[Paper]:
    papers = [await propose(world, title) for title in ("Aigua", "Aire")]
    for paper in papers:
        await bring_to(world, paper, Stage.DRAFTING, TEXT)
    return papers


@asynccontextmanager
async def scribe_of(database: Database) -> AsyncIterator[Scribe]:
    scribe = Scribe(database)
    writing = asyncio.create_task(scribe.run())
    try:
        yield scribe
    finally:
        writing.cancel()
        await asyncio.gather(writing, return_exceptions=True)


async def word(world: World, paper: Paper, word: str) -> Batch:
    """A room's draft, and an update to it."""
    live = await LiveDraft.load(world.database, paper.document_id)
    async with world.database.read() as session:
        visitor = await find_visitor(session, world.actors[LEAD], paper.document_id)
        copy = (await fold(session, paper.document_id)).replica.fork(7)
    update = copy.edit([Hunk(0, 0, word)])
    return Batch(live, [Typed(visitor, update, inspect(update))])


async def text_of(world: World, paper: Paper) -> str:
    async with world.database.read() as session:
        return (await fold(session, paper.document_id)).text


async def test_rooms_that_wait_together_are_written_together(world: World, papers: list[Paper]) -> None:
    batches = [await word(world, paper, "x") for paper in papers]
    async with scribe_of(world.database) as scribe:
        before = world.clock.now
        done = await asyncio.gather(*(scribe.write(lambda batch=batch: batch) for batch in batches))  # type: ignore[misc]  # bound in the loop
        assert (world.clock.now - before).total_seconds() == 1  # each unit of work looks at the clock once
    assert [type(each.outcomes[0]) for each in done] == [LogRow, LogRow]
    assert [await text_of(world, paper) for paper in papers] == ["x" + TEXT] * 2


async def test_a_draft_that_fails_is_left_out_alone(world: World, papers: list[Paper]) -> None:
    good, bad = [await word(world, paper, "x") for paper in papers]
    broken = Batch(LiveDraft(bad.live.document_id, Draft(Replica(), sequence=99), {}), bad.typed)
    unknown = Batch(LiveDraft("doc_none", Draft(Replica()), {}), good.typed)
    async with scribe_of(world.database) as scribe:
        orders = [scribe.write(lambda batch=batch: batch) for batch in (broken, unknown, good)]  # type: ignore[misc]  # bound in the loop
        wrong, missing, done = await asyncio.gather(*orders, return_exceptions=True)
    assert isinstance(wrong, Exception)
    assert isinstance(missing, NotFound)
    assert isinstance(done, Appended)
    assert [await text_of(world, paper) for paper in papers] == ["x" + TEXT, TEXT]


async def test_a_room_that_fails_to_say_what_it_has_ends_nobody_elses_writing(
    world: World, papers: list[Paper]
) -> None:
    def fail() -> Batch:
        raise RuntimeError("the room is broken")

    good = await word(world, papers[0], "x")
    async with scribe_of(world.database) as scribe:
        broken, done = await asyncio.gather(
            scribe.write(fail), scribe.write(lambda: good), return_exceptions=True
        )
        assert isinstance(broken, RuntimeError)
        assert isinstance(done, Appended)


async def test_a_log_with_a_gap_fails_its_own_listener_alone(world: World, papers: list[Paper]) -> None:
    first, second = [await word(world, paper, "x") for paper in papers]
    late = await LiveDraft.load(world.database, papers[1].document_id)
    gapped = LiveDraft(papers[0].document_id, Draft(Replica(), sequence=1), {})
    async with scribe_of(world.database) as scribe:
        await asyncio.gather(scribe.write(lambda: first), scribe.write(lambda: second))
        wrong, heard = await asyncio.gather(
            scribe.write(lambda: Batch(gapped)), scribe.write(lambda: Batch(late)), return_exceptions=True
        )
    assert isinstance(wrong, Exception)
    assert isinstance(heard, Appended)
    assert len(heard.others) == 1


@pytest.fixture
async def shared(postgres_url: str) -> AsyncIterator[World]:
    """Where others may hold a row."""
    async with world_at(postgres_url) as world:
        yield world


async def test_a_draft_that_somebody_holds_keeps_nobody_else_waiting(
    shared: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = shared
    held, free = [await propose(world, title) for title in ("Aigua", "Aire")]
    for paper in (held, free):
        await bring_to(world, paper, Stage.DRAFTING, TEXT)
    first, second = [await word(world, paper, "x") for paper in (held, free)]
    monkeypatch.setattr(scribe_module, "MOST", 1)  # what is held fills nobody else's share
    async with scribe_of(world.database) as scribe:
        async with world.database.write() as work:
            await work.session.scalar(
                select(Document).where(Document.id == held.document_id).with_for_update()
            )
            waiting = asyncio.create_task(scribe.write(lambda: first))
            await scribe.write(lambda: second)
            assert not waiting.done()
        assert isinstance((await waiting).outcomes[0], LogRow)


async def test_who_only_wants_to_hear_hears(world: World, papers: list[Paper]) -> None:
    batch = await word(world, papers[0], "x")
    other = await LiveDraft.load(world.database, papers[0].document_id)
    async with scribe_of(world.database) as scribe:
        await scribe.write(lambda: batch)
        heard = await scribe.write(lambda: Batch(other))
    assert [row.sequence for row in heard.others] == [other.sequence]
