"""Whatever happens to a text, its authorship adds up to its length: edits, saves on old bases, restores, amendments, files."""

from collections.abc import Awaitable, Callable
from random import Random

import pytest

from positions.amendments import Decision
from positions.authorship import contributors, total
from positions.errors import Refusal
from positions.hunks import Hunk
from positions.models.documents import Document
from positions.queries.drafts import fold
from positions.queries.verdicts import Given
from positions.queries.versions import newest_version, version_by_number, version_runs, version_text
from positions.services.amendments import ProposeAmendment, propose_amendment
from positions.services.decisions import DecideAmendments, decide_amendments
from positions.services.drafts import EditDraft, Step, current, edit_draft, prepare_edit, rewrite
from positions.services.imports import import_text
from positions.services.verification import verify
from positions.services.versions import SaveVersion, restore_version, save_version
from tests.support.rounds import ready
from tests.support.world import Paper, World

WORDS = [
    "els",
    "municipis",
    "col·laboració",
    "l·l",
    "🌊",
    "e\u0301s",
    "**fort**",
    "aigües\n\n-",
    "punt\n\n##",
    "Títol",
]
STEPS = 12


async def changed(world: World, paper: Paper, chance: Random) -> EditDraft:
    """The text of some earlier point, with words of it gone and others come."""
    async with world.database.read() as session:
        head = await fold(session, paper.document_id)
        base = chance.randint(max(1, head.sequence - 3), head.sequence)
        words = (await fold(session, paper.document_id, base)).text.split(" ")
    at = chance.randint(0, len(words))
    if chance.random() < 0.3:
        words = words[at:] + words[:at]
    words[at : at + chance.randint(0, 3)] = chance.choices(WORDS, k=chance.randint(0, 3))
    return EditDraft(paper.document_id, " ".join(words), base_sequence=base)


async def save_whole(world: World, paper: Paper, chance: Random) -> None:
    actor = chance.choice([world.lead, world.coordinator])
    prepared = await prepare_edit(world.database, actor, await changed(world, paper, chance))
    async with world.database.write() as work:
        await edit_draft(work, actor, prepared)


async def type_raw(world: World, paper: Paper, chance: Random) -> None:
    """Letters as a keyboard may send them: marks by themselves, line ends of other systems."""
    actor = chance.choice([world.lead, world.coordinator])
    async with world.database.write() as work:
        document = await work.session.get_one(Document, paper.document_id, with_for_update=True)
        at = chance.randint(0, len((await current(work, document)).text))
        typed = "".join(chance.choices(["e\u0301", "\u0308", "\r\n", "👩\u200d🚀", "a"], k=4))
        await rewrite(work, document, [Step([Hunk(at, at, typed)])], actor.memberships[0].id)


async def bring_in(world: World, paper: Paper, chance: Random) -> None:
    prepared = await prepare_edit(world.database, world.coordinator, await changed(world, paper, chance))
    async with world.database.write() as work:
        await import_text(work, world.coordinator, prepared)


async def restore(world: World, paper: Paper, chance: Random) -> None:
    async with world.database.write() as work:
        newest = await newest_version(work.session, paper.document_id)
        assert newest is not None
        await restore_version(work, world.lead, paper.document_id, chance.randint(1, newest.number))


async def keep(world: World, paper: Paper, _: Random) -> None:
    async with world.database.write() as work:
        await save_version(work, world.coordinator, SaveVersion(paper.document_id))


async def accept(world: World, paper: Paper, chance: Random) -> None:
    async with world.database.write() as work:
        newest = await newest_version(work.session, paper.document_id)
        assert newest is not None
        length = len(await version_text(work.session, newest))
        start = chance.randint(0, length)
        wish = ProposeAmendment(
            paper.document_id,
            newest.number,
            start=start,
            end=min(length, start + chance.randint(0, 9)),
            proposed_text=f"{chance.choice(WORDS)} esmena",
        )
        amendment = await propose_amendment(work, chance.choice([world.participant, world.lead]), wish)
    async with world.database.write() as work:
        given = Given(amendment.id, Decision.INCORPORATE)
        await decide_amendments(work, world.coordinator, DecideAmendments(paper.document_id, [given]))


ACTS: tuple[Callable[[World, Paper, Random], Awaitable[None]], ...] = (
    save_whole,
    type_raw,
    type_raw,
    bring_in,
    restore,
    keep,
    accept,
)


@pytest.mark.parametrize("seed", range(6))
async def test_authorship_always_adds_up(world: World, seed: int) -> None:
    paper, chance = await ready(world), Random(seed)
    done = 0
    for _ in range(STEPS):
        try:
            await chance.choice(ACTS)(world, paper, chance)
            done += 1
        except Refusal:
            continue  # it changed nothing, as the text shows
        finally:
            async with world.database.read() as session:
                draft = await fold(session, paper.document_id)
            assert total(draft.runs) == len(draft.text) == sum(contributors(draft.runs).values())
    assert done > STEPS // 2
    async with world.database.read() as session:
        number = 1
        while (version := await version_by_number(session, paper.document_id, number)) is not None:
            assert total(await version_runs(session, version)) == len(await version_text(session, version))
            number += 1
    assert [found async for found in verify(world.database)] == []


async def test_an_incorporated_amendment_counts_for_its_first_author(world: World) -> None:
    paper = await ready(world)
    wish = ProposeAmendment(paper.document_id, 1, start=0, end=0, proposed_text="Nou paràgraf.\n\n")
    async with world.database.write() as work:
        amendment = await propose_amendment(work, world.participant, wish)
    async with world.database.write() as work:
        given = Given(amendment.id, Decision.INCORPORATE)
        await decide_amendments(work, world.coordinator, DecideAmendments(paper.document_id, [given]))
    async with world.database.read() as session:
        shares = contributors((await fold(session, paper.document_id)).runs)
    assert shares[world.participant.memberships[0].id] == len("Nou paràgraf.\n\n")
    assert world.coordinator.memberships[0].id not in shares


async def test_whoever_moves_a_paragraph_does_not_become_its_author(world: World) -> None:
    paper = await ready(world)
    async with world.database.read() as session:
        text = (await fold(session, paper.document_id)).text
    more = "Un paràgraf de la coordinació, ben llarg.\n\n"
    for actor, head in ((world.coordinator, text + "\n\n" + more), (world.lead, more + text)):
        request = EditDraft(paper.document_id, head, base_sequence=await sequence_of(world, paper))
        prepared = await prepare_edit(world.database, actor, request)
        async with world.database.write() as work:
            await edit_draft(work, actor, prepared)
    async with world.database.read() as session:
        draft = await fold(session, paper.document_id)
    assert draft.text == more + text
    assert contributors(draft.runs)[world.coordinator.memberships[0].id] >= len(more.strip())


async def sequence_of(world: World, paper: Paper) -> int:
    async with world.database.read() as session:
        return (await fold(session, paper.document_id)).sequence
