"""Two processes serve one paper: what is written at one is seen at the other, and what is taken away there is gone here."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest

from positions.lifecycle import Action, Stage
from positions.services.unit_of_work import Database
from tests.api.live.conftest import TEXT, Table
from tests.api.live.test_presences import announce
from tests.support.live_servers import live_server
from tests.support.peers import Peer, all_agree, at_the_table
from tests.support.world import LEAD, PARTICIPANT, bring_to, move, propose, world_at


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
