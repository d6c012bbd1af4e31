"""Drafts that rest after edits, or have many, are saved by themselves: once, and never when frozen."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select

from positions import versions as rules
from positions.hunks import Hunk
from positions.lifecycle import Stage
from positions.models.documents import Document, Update
from positions.models.versions import Version
from positions.services import automatic
from positions.services.automatic import save_due
from positions.services.drafts import Step, rewrite
from positions.services.unit_of_work import Database
from positions.services.verification import verify
from positions.services.versions import SaveVersion, save_version
from positions.versions import MANY_EDITS, QUIET, Occasion, occasion_of
from tests.support.world import Paper, World, bring_to, propose, write

TEXT = "# Títol\n\nUn paràgraf.\n"
Kept = list[tuple[int, str | None, str]]


@pytest.fixture
async def paper(world: World) -> Paper:
    paper = await propose(world)
    await bring_to(world, paper, Stage.DRAFTING, TEXT)
    return paper


def rest(world: World, time: timedelta = QUIET) -> None:
    world.clock.now += time


async def kept(world: World, paper: Paper) -> Kept:
    statement = select(Version.number, Version.occasion, Version.membership_id)
    async with world.database.read() as session:
        rows = await session.execute(
            statement.where(Version.document_id == paper.document_id).order_by(Version.number)
        )
        return [(row.number, row.occasion, row.membership_id) for row in rows]


def test_a_pause_or_many_edits_are_an_occasion() -> None:
    assert occasion_of(1, QUIET) is Occasion.QUIET
    assert occasion_of(MANY_EDITS, timedelta(0)) is Occasion.MANY_EDITS
    assert occasion_of(MANY_EDITS - 1, QUIET - timedelta(seconds=1)) is None
    assert occasion_of(0, timedelta(days=9)) is None


async def test_a_draft_that_rests_is_saved_for_whoever_wrote_last(world: World, paper: Paper) -> None:
    await write(world, paper, TEXT + "\nI més.\n", world.participant)
    assert await save_due(world.database) == 0
    rest(world)
    assert [await save_due(world.database), await save_due(world.database)] == [1, 0]
    assert await kept(world, paper) == [(1, "QUIET", world.participant.memberships[0].id)]
    assert [found async for found in verify(world.database)] == []


async def test_many_edits_do_not_wait_for_a_pause(
    world: World, paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (automatic, rules):
        monkeypatch.setattr(module, "MANY_EDITS", 3)
    await write(world, paper, TEXT + "u")
    assert await save_due(world.database) == 0
    await write(world, paper, TEXT + "dos")
    assert await save_due(world.database) == 1
    assert [occasion for _, occasion, _ in await kept(world, paper)] == ["MANY_EDITS"]


async def test_what_the_newest_version_says_is_not_saved_again(world: World, paper: Paper) -> None:
    async with world.database.write() as work:
        await save_version(work, world.lead, SaveVersion(paper.document_id, "v0.1"))
    await write(world, paper, "Una altra cosa.\n")
    await write(world, paper, TEXT)
    rest(world)
    assert await save_due(world.database) == 0
    assert [number for number, _, _ in await kept(world, paper)] == [1]


async def test_an_empty_draft_is_not_saved(world: World) -> None:
    paper = await propose(world)
    await bring_to(world, paper, Stage.DRAFTING, " ")
    rest(world)
    assert await save_due(world.database) == 0


async def test_a_frozen_text_is_not_saved(world: World) -> None:
    paper = await propose(world)
    await bring_to(world, paper, Stage.APPROVING)
    before = await kept(world, paper)
    rest(world, timedelta(days=30))
    assert await save_due(world.database) == 0
    assert await kept(world, paper) == before


async def test_two_processes_save_it_once(world: World, paper: Paper, database_url: str) -> None:
    rest(world)
    other = Database(database_url, world.clock)
    saved = await asyncio.gather(save_due(world.database), save_due(other))
    await other.dispose()
    assert sum(saved) == 1
    assert [number for number, _, _ in await kept(world, paper)] == [1]


async def test_what_was_typed_and_undone_is_looked_at_once(
    world: World, paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with world.database.write() as work:
        await save_version(work, world.lead, SaveVersion(paper.document_id))
    await write(world, paper, "Una altra cosa.\n")
    await write(world, paper, TEXT)
    rest(world)
    assert await save_due(world.database) == 0
    with monkeypatch.context() as patched:
        patched.setattr(automatic, "normalise", None)
        assert await save_due(world.database) == 0
    await write(world, paper, TEXT + "\nI més.\n")
    rest(world)
    assert await save_due(world.database) == 1


async def test_letters_get_their_one_form_in_a_pause_and_never_under_whoever_types(
    world: World, paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (automatic, rules):
        monkeypatch.setattr(module, "MANY_EDITS", 1)
    async with world.database.write() as work:
        document = await work.session.get_one(Document, paper.document_id, with_for_update=True)
        await rewrite(
            work, document, [Step([Hunk(0, 0, "La poblacio\u0301 creix.\n\n")])], paper_member(world)
        )
    assert await save_due(world.database) == 0
    assert await kept(world, paper) == []
    rest(world)
    assert await save_due(world.database) == 1
    async with world.database.read() as session:
        draft = await world.database.drafts.read(session, paper.document_id)
    assert draft.text == "La població creix.\n\n" + TEXT


async def test_a_draft_that_cannot_be_read_holds_up_no_other(world: World, paper: Paper) -> None:
    other = await propose(world, "Una altra")
    await bring_to(world, other, Stage.DRAFTING, TEXT)
    async with world.database.write() as work:
        (await work.session.get_one(Document, paper.document_id)).sequence += 1
        work.session.add(
            Update(
                document_id=paper.document_id,
                sequence=2,
                membership_id=paper_member(world),
                at=work.now,
                payload=b"no update",
                attribution=None,
            )
        )
    rest(world)
    with pytest.raises(ExceptionGroup):
        await save_due(world.database)
    assert [occasion for _, occasion, _ in await kept(world, other)] == ["QUIET"]


def paper_member(world: World) -> str:
    return str(world.lead.memberships[0].id)
