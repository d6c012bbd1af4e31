"""Before every step that changes a text or lets it go on, what the draft says is kept as a version."""

from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import select

from positions.amendments import Decision
from positions.lifecycle import Action
from positions.models.versions import Version
from positions.queries.verdicts import Given
from positions.services.amendments import ProposeAmendment, propose_amendment
from positions.services.decisions import DecideAmendments, decide_amendments
from positions.services.drafts import EditDraft, prepare_edit
from positions.services.imports import import_text
from positions.services.verification import verify
from positions.services.versions import restore_version
from tests.support.rounds import ready
from tests.support.world import Paper, World, move, write

Step = Callable[[World, Paper], Awaitable[None]]
UNSAVED = "# Aigües\n\nUn paràgraf sobre el riu, escrit després.\n"


async def reopen(world: World, paper: Paper) -> None:
    await move(world, paper, Action.REOPEN_DRAFTING)


async def withdraw(world: World, paper: Paper) -> None:
    await move(world, paper, Action.WITHDRAW)


async def restore(world: World, paper: Paper) -> None:
    async with world.database.write() as work:
        await restore_version(work, world.coordinator, paper.document_id, 1)


async def bring_in(world: World, paper: Paper) -> None:
    edit = EditDraft(paper.document_id, "# D'un fitxer\n", base_version=1)
    prepared = await prepare_edit(world.database, world.coordinator, edit)
    async with world.database.write() as work:
        await import_text(work, world.coordinator, prepared)


async def decide(world: World, paper: Paper) -> None:
    tabled = ProposeAmendment(paper.document_id, 1, start=0, end=8, proposed_text="# El riu")
    async with world.database.write() as work:
        amendment = await propose_amendment(work, world.participant, tabled)
    given = Given(amendment.id, Decision.INCORPORATE)
    async with world.database.write() as work:
        await decide_amendments(work, world.coordinator, DecideAmendments(paper.document_id, [given]))


@pytest.mark.parametrize(
    ("step", "occasion"),
    [(reopen, "STAGE"), (withdraw, "STAGE"), (restore, "STEP"), (bring_in, "STEP"), (decide, "STEP")],
)
async def test_what_was_written_is_kept_before(world: World, step: Step, occasion: str) -> None:
    paper = await ready(world)
    await write(world, paper, UNSAVED, world.coordinator)
    await step(world, paper)
    async with world.database.read() as session:
        kept = (await session.scalars(select(Version).order_by(Version.number.desc()).limit(1))).one()
        assert (kept.number, kept.occasion) == (2, occasion)
        assert kept.words == len(["Aigües", "Un", "paràgraf", "sobre", "el", "riu", "escrit", "després"])
    assert [found async for found in verify(world.database)] == []


async def test_an_automatic_version_does_not_make_an_amendment_late(world: World) -> None:
    paper = await ready(world)
    await write(world, paper, UNSAVED, world.coordinator)
    await decide(world, paper)
    async with world.database.write() as work:
        await propose_amendment(
            work, world.participant, ProposeAmendment(paper.document_id, 1, start=0, end=8, proposed_text="")
        )
