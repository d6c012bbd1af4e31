"""Two processes serve one paper: what is written at one is seen at the other, and what is taken away there is gone here."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack

import pytest

from positions.amendments import Decision
from positions.hunks import Hunk
from positions.lifecycle import Action, Stage
from positions.services.amendments import ProposeAmendment, propose_amendment
from positions.services.decisions import DecideAmendment, decide_amendment
from positions.services.drafts import EditDraft, prepare_edit
from positions.services.imports import import_text
from positions.services.unit_of_work import Database
from positions.services.versions import SaveVersion, restore_version, save_version
from tests.api.live.conftest import TEXT, Table, secret_of
from tests.api.live.test_presences import announce
from tests.support.live_servers import live_server
from tests.support.peers import Peer, all_agree, at_the_table
from tests.support.world import LEAD, PARTICIPANT, Paper, World, bring_to, move, propose, world_at
from tests.support.world import write as write_whole


@pytest.fixture
async def tables(postgres_url: str) -> AsyncIterator[tuple[Table, Table]]:
    """The same paper on two servers that share nothing but the database."""
    async with AsyncExitStack() as stack:
        world = await stack.enter_async_context(world_at(postgres_url))
        paper = await propose(world)
        await bring_to(world, paper, Stage.DRAFTING, TEXT)
        other = Database(postgres_url, world.clock)
        stack.push_async_callback(other.dispose)
        addresses = [
            await stack.enter_async_context(live_server(database)) for database in (world.database, other)
        ]
        first, second = (Table(world, paper, address) for address in addresses)
        yield first, second


async def write(peer: Peer, words: str) -> None:
    for letter in words:
        await peer.type(0, 0, letter)


async def test_people_at_two_processes_write_one_text(tables: tuple[Table, Table]) -> None:
    here, there = tables
    anna, biel = await here.peer(LEAD), await there.peer(PARTICIPANT)
    async with at_the_table(anna, biel):
        await write(anna, "anna")
        await write(biel, "l·l 😀")
        text = await all_agree(anna, biel)
        assert text.endswith(TEXT)
        assert sorted(text.removesuffix(TEXT)) == sorted("annal·l 😀")


async def test_a_freeze_at_one_process_is_told_at_the_other(tables: tuple[Table, Table]) -> None:
    here, there = tables
    biel = await there.peer(PARTICIPANT)
    async with at_the_table(biel):
        await move(here.world, here.paper, Action.OPEN_AMENDING)
        await biel.until(lambda: biel.denials == ["frozen"])


async def test_everybody_is_shown_at_every_process_also_who_was_there_before(
    tables: tuple[Table, Table],
) -> None:
    here, there = tables
    anna, biel = await here.peer(LEAD), await there.peer(PARTICIPANT)
    async with at_the_table(anna):
        await announce(anna)
        async with at_the_table(biel):
            await announce(biel)
            await biel.until(lambda: anna.client_id in biel.seen)
            await anna.until(lambda: biel.client_id in anna.seen)
        await anna.until(lambda: biel.client_id not in anna.seen)


PASSAGE, CHANGED = "La riera baixa molt neta avui.", "La gran riera 🌊 baixa neta sempre."
BEFORE = f"Primer paràgraf.\n\n{PASSAGE}\n\nTercer paràgraf.\n"
AFTER = BEFORE.replace(PASSAGE, CHANGED)
Act = Callable[[World, Paper], Awaitable[None]]


async def stand(world: World, paper: Paper) -> None:
    """Nothing has to be there before."""


async def keep_what_comes(world: World, paper: Paper) -> None:
    await write_whole(world, paper, AFTER)
    async with world.database.write() as work:
        await save_version(work, world.lead, SaveVersion(paper.document_id, "v1"))
    await write_whole(world, paper, BEFORE)


async def restore(world: World, paper: Paper) -> None:
    async with world.database.write() as work:
        await restore_version(work, world.lead, paper.document_id, 1)


async def open_amending(world: World, paper: Paper) -> None:
    async with world.database.write() as work:
        await save_version(work, world.lead, SaveVersion(paper.document_id, "v1"))
    await move(world, paper, Action.OPEN_AMENDING)


async def accept(world: World, paper: Paper) -> None:
    start = BEFORE.index(PASSAGE)
    wish = ProposeAmendment(paper.document_id, 1, start, start + len(PASSAGE), CHANGED, "Més precís")
    async with world.database.write() as work:
        amendment = await propose_amendment(work, world.participant, wish)
    async with world.database.write() as work:
        decision = DecideAmendment(amendment.id, Decision.INCORPORATE, reason="D'acord")
        await decide_amendment(work, world.coordinator, decision)


async def save(world: World, paper: Paper) -> None:
    await write_whole(world, paper, AFTER)


async def bring_in(world: World, paper: Paper) -> None:
    request = EditDraft(paper.document_id, AFTER, base_sequence=1)
    prepared = await prepare_edit(world.database, world.lead, request)
    async with world.database.write() as work:
        await import_text(work, world.lead, prepared)


WAYS: dict[str, tuple[Act, Act]] = {
    "a save": (stand, save),
    "an accepted amendment": (open_amending, accept),
    "a restore": (keep_what_comes, restore),
    "a Word file": (stand, bring_in),
}


@pytest.mark.parametrize("way", WAYS)
async def test_what_comes_in_at_one_process_appears_at_the_other_beside_what_is_typed_there(
    tables: tuple[Table, Table], way: str
) -> None:
    here, there = tables
    prepare, act = WAYS[way]
    paper = await propose(here.world)
    await bring_to(here.world, paper, Stage.DRAFTING, BEFORE)
    await prepare(here.world, paper)
    anna = Peer(there.address, paper.document_id, await secret_of(here.world, LEAD), 2**31)
    async with at_the_table(anna):
        at = BEFORE.index("xa molt")
        anna.replica.edit([Hunk(at, at, "2")])  # typed inside the passage, and not sent yet
        await act(here.world, paper)
        await anna.until(lambda: anna.text == AFTER.replace("baixa", "bai2xa"))
        await anna.type(0, 0, "1")
        assert await all_agree(anna) == "1" + AFTER.replace("baixa", "bai2xa")
