"""A repeated request is answered as before, whatever has happened since: who lost the answer asks again late."""

import pytest

from positions.errors import IdempotencyMismatch, StageForbids
from positions.lifecycle import Action, Stage
from positions.services.amendments import ProposeAmendment, propose_amendment
from positions.services.drafts import EditDraft, Edited, edit_draft, prepare_edit
from positions.services.idempotency import Key
from positions.services.versions import SaveVersion, save_version
from tests.support.world import Paper, World, bring_to, move, propose, write

TEXT = "# Aigua\n\nDemanem un pla.\n"


@pytest.fixture
async def paper(world: World) -> Paper:
    paper = await propose(world)
    await bring_to(world, paper, Stage.AMENDING, TEXT)
    return paper


def key_of(world: World, operation: str, content: str = "same") -> Key:
    return Key(world.lead.signed_in(), operation, "k", content)


async def edit(world: World, paper: Paper, text: str, key: Key | None = None) -> Edited:
    request = EditDraft(paper.document_id, text, base_version=1)
    prepared = await prepare_edit(world.database, world.lead, request, key)
    async with world.database.write() as work:
        return await edit_draft(work, world.lead, prepared, key)


async def test_a_save_is_repeated_after_the_text_was_frozen(world: World, paper: Paper) -> None:
    key = key_of(world, "editDraft")
    first = await edit(world, paper, TEXT + "\nUn.\n", key)
    await move(world, paper, Action.OPEN_ROUND)
    assert await edit(world, paper, TEXT + "\nUn.\n", key) == first
    with pytest.raises(IdempotencyMismatch):
        await edit(world, paper, TEXT + "\nDos.\n", key_of(world, "editDraft", "other"))
    with pytest.raises(StageForbids):
        await edit(world, paper, TEXT + "\nDos.\n")


async def test_a_version_is_repeated_after_the_text_was_frozen(world: World, paper: Paper) -> None:
    saved = []
    for action in (Action.OPEN_ROUND, None):
        async with world.database.write() as work:
            request, key = SaveVersion(paper.document_id, "v2"), key_of(world, "saveVersion")
            saved.append((await save_version(work, world.lead, request, key)).id)
        if action:
            await move(world, paper, action)
    assert saved[0] == saved[1]


async def test_an_amendment_is_repeated_after_amending_has_ended(world: World, paper: Paper) -> None:
    tabled = []
    for action in (Action.REOPEN_DRAFTING, None):
        async with world.database.write() as work:
            request = ProposeAmendment(paper.document_id, 1, 0, 0, "Nota.\n\n")
            tabled.append((await propose_amendment(work, world.lead, request, key_of(world, "a"))).id)
        if action:
            await move(world, paper, action)
    assert tabled[0] == tabled[1]


async def test_a_save_that_changed_nothing_changes_nothing_later_either(world: World, paper: Paper) -> None:
    key = key_of(world, "editDraft")
    await write(world, paper, TEXT + "\nUn.\n")
    first = await edit(world, paper, TEXT + "\nUn.\n", key)  # the others had written just the same
    await write(world, paper, TEXT)
    assert await edit(world, paper, TEXT + "\nUn.\n", key) == first
    async with world.database.read() as session:
        assert (await world.database.drafts.load(session, paper.document_id)).text == TEXT
