"""Saving and restoring versions: numbers, hashes, authorship, and what refuses."""

import pytest

from positions.authorship import Run
from positions.errors import Forbidden, Invalid, NotFound, StageForbids
from positions.hunks import Hunk
from positions.lifecycle import Stage
from positions.models.documents import Document
from positions.models.versions import Version
from positions.queries.drafts import log_rows
from positions.queries.versions import (
    newest_version,
    open_version,
    version_by_number,
    version_runs,
    version_text,
)
from positions.services.drafts import Step, rewrite
from positions.services.idempotency import key
from positions.services.versions import SaveVersion, restore_version, save_version
from positions.versions import chain_sha256, sha256_of
from tests.support.world import Paper, World, bring_to, propose, write


@pytest.fixture
async def paper(world: World) -> Paper:
    paper = await propose(world)
    await bring_to(world, paper, Stage.DRAFTING)
    return paper


async def save(world: World, paper: Paper, label: str | None = None) -> Version:
    async with world.database.write() as work:
        return await save_version(work, world.lead, SaveVersion(paper.document_id, label))


async def text_of(world: World, paper: Paper, number: int) -> str:
    async with world.database.read() as session:
        version = await version_by_number(session, paper.document_id, number)
        assert version is not None
        return await version_text(session, version)


async def test_versions_are_numbered_hashed_and_chained(world: World, paper: Paper) -> None:
    first = await save(world, paper, "v0.1")
    await write(world, paper, "# Títol\n\nUn altre paràgraf, amb l·l i 😀.\n")
    second = await save(world, paper, "v0.2")
    assert (first.number, second.number, second.label) == (1, 2, "v0.2")
    assert second.sha256 == sha256_of(await text_of(world, paper, 2))
    assert second.chain_sha256 == chain_sha256(second.sha256, first.chain_sha256)
    assert await text_of(world, paper, 1) == "# Títol\n\nUn paràgraf.\n"


@pytest.mark.one_engine  # how versions are packed
async def test_a_hundred_and_one_versions_open_across_the_keyframe(world: World, paper: Paper) -> None:
    for number in range(1, 102):
        await write(world, paper, f"# Títol\n\nLa versió {number}.\n")
        await save(world, paper)
    assert [await text_of(world, paper, number) for number in (1, 100, 101)] == [
        f"# Títol\n\nLa versió {number}.\n" for number in (1, 100, 101)
    ]


async def test_an_empty_draft_is_no_version(world: World) -> None:
    paper = await propose(world)
    await bring_to(world, paper, Stage.DRAFTING, text=" ")
    with pytest.raises(Invalid, match="draft_empty"):
        await save(world, paper)


async def test_who_may_not_write_may_not_save(world: World, paper: Paper) -> None:
    request = SaveVersion(paper.document_id)
    for name, refusal in (("OBSERVER", Forbidden), ("08282", NotFound), ("ANONYMOUS", NotFound)):
        with pytest.raises(refusal):
            async with world.database.write() as work:
                await save_version(work, world.actors[name], request)


async def test_a_frozen_text_gets_no_version(world: World, paper: Paper) -> None:
    other = await propose(world)
    await bring_to(world, other, Stage.APPROVING)
    with pytest.raises(StageForbids):
        await save(world, other)


async def test_a_repeated_request_saves_once(world: World, paper: Paper) -> None:
    request = SaveVersion(paper.document_id, "v1")
    numbers = []
    for _ in range(2):
        used = key(world.lead, "saveVersion", "abc", {"label": "v1"})
        async with world.database.write() as work:
            numbers.append((await save_version(work, world.lead, request, used)).number)
    assert numbers == [1, 1]


async def test_restored_words_keep_their_authors(world: World, paper: Paper) -> None:
    await save(world, paper, "v0.1")
    before = "# Títol\n\nUn paràgraf.\n"
    await write(world, paper, "# Nou\n", world.participant)
    async with world.database.write() as work:
        restored = await restore_version(work, world.participant, paper.document_id, 1)
    assert restored.text == before
    await save(world, paper)
    async with world.database.read() as session:
        newest = await newest_version(session, paper.document_id)
        assert newest is not None
        runs = await version_runs(session, newest)
    lead = world.lead.memberships[0].id
    assert sum(run.length for run in runs) == len(before)
    assert sum(run.length for run in runs if run.author == lead) >= len("Un paràgraf.")


async def test_what_was_there_before_a_restore_is_kept_as_an_automatic_version(
    world: World, paper: Paper
) -> None:
    await save(world, paper)
    await write(world, paper, "Una altra cosa.\n")
    async with world.database.write() as work:
        await restore_version(work, world.lead, paper.document_id, 1)
    assert await text_of(world, paper, 2) == "Una altra cosa.\n"


async def test_letters_that_get_their_one_form_stay_with_those_who_typed_them(
    world: World, paper: Paper
) -> None:
    lead, coordinator = (actor.memberships[0].id for actor in (world.lead, world.coordinator))
    async with world.database.write() as work:
        document = await work.session.get_one(Document, paper.document_id, with_for_update=True)
        typed = (Run(3, coordinator), Run(2, lead))
        await rewrite(work, document, [Step([Hunk(9, 9, "ae\u0301u\u0308")], typed)], lead)
    async with world.database.write() as work:
        version = await save_version(work, world.coordinator, SaveVersion(paper.document_id))
    async with world.database.read() as session:
        text, runs = await open_version(session, version)
        rows = await log_rows(session, paper.document_id, after=2)
    assert text == "# Títol\n\naéüUn paràgraf.\n"
    assert runs == (Run(9, lead), Run(2, coordinator), Run(len(text) - 11, lead))
    assert [row.attribution for row in rows] == [(Run(1, coordinator), Run(1, lead))]
