"""People who type without end at a server that is killed again and again; what was acknowledged must be in the log."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from random import Random

from positions.lifecycle import Stage
from positions.queries.drafts import fold
from positions.services.sessions import sign_in
from positions.services.unit_of_work import Database
from positions.services.verification import verify
from positions.updates import inspect
from tests.support.live_servers import server_process
from tests.support.peers import Peer, all_agree
from tests.support.world import LEAD, PARTICIPANT, bring_to, propose, world_at

UNSAVED = 50
"""How far a person's typing may run ahead of the acknowledgements, in UTF-16 units."""

PHRASES = ("a", "l·l", " ", "à", "😀", "\n\n", "aigua", "🇪🇸")


async def kill_again_and_again(database_url: str, kills: int, seed: int = 0) -> int:
    """Kill the server at random moments while two people type; how many of their updates were acknowledged and kept."""
    chance = Random(seed)
    with server_process(database_url) as (process, address):
        peers = await people(database_url, address)
        async with writing(database_url, peers, seed) as check:
            for _ in range(kills):
                await until_more_is_kept(peers, chance.randint(1, 60))
                process.kill()
                await check()
                process.start()
    return sum(len(peer.kept) for peer in peers)


@asynccontextmanager
async def writing(
    database_url: str, peers: list[Peer], seed: int = 0
) -> AsyncIterator[Callable[[], Awaitable[str]]]:
    """All of them write for the length of a block and somewhat longer; then nothing is lost, which may be looked at before, too."""
    database = Database(database_url)
    check = partial(check_nothing_is_lost, database, peers)
    lines = [asyncio.create_task(peer.keep_open()) for peer in peers]
    hands = [asyncio.create_task(scribble(peer, Random(peer.client_id + seed))) for peer in peers]
    try:
        await until_more_is_kept(peers, 40)
        yield check
        await check()
        await until_more_is_kept(peers, 40)
        await stop(hands)
        text = await all_agree(*peers)
        assert await check() == text
        assert [one async for one in verify(database)] == []
        await stop(lines)
        for peer in peers:
            await peer.close()
    finally:
        await database.dispose()


async def people(database_url: str, address: str, number: int = 2) -> list[Peer]:
    """A paper in drafting, and people of two towns who will write in it."""
    async with world_at(database_url) as world:
        paper = await propose(world)
        await bring_to(world, paper, Stage.DRAFTING)
        members = [world.actors[name].signed_in() for name in (LEAD, PARTICIPANT)]
    database = Database(database_url)  # sessions are of the real present, like the server's
    async with database.write() as work:
        secrets = [await sign_in(work, member_id) for member_id in members]
    await database.dispose()
    return [Peer(address, paper.document_id, secrets[turn % 2], 2**31 + turn) for turn in range(number)]


async def scribble(peer: Peer, chance: Random) -> None:
    """Type without end, never far ahead of what is saved."""
    while True:
        await peer.until(lambda: peer.unsaved < UNSAVED)
        length = len(peer.text)
        start = chance.randint(0, length)
        gone = chance.choice((0, 0, 0, 1, 4))
        await peer.type(start, min(length, start + gone), chance.choice(PHRASES))
        await asyncio.sleep(0)  # let the others have the loop


async def check_nothing_is_lost(database: Database, peers: list[Peer]) -> str:
    """Every acknowledged update is in the log; the log's text."""
    document_id = peers[0].url.rpartition("/")[2]
    promised = [(peer.client_id, peer.durable, tuple(peer.kept)) for peer in peers]
    async with database.read() as session:
        draft = await fold(session, document_id)
    for client_id, durable, kept in promised:
        assert draft.replica.state().get(client_id, 0) >= durable
        assert all(draft.replica.is_noop(inspect(update)) for update in kept)
    assert sum(run.length for run in draft.runs) == len(draft.text)
    return draft.text


async def stop(tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    assert all(
        isinstance(end, asyncio.CancelledError)
        for end in await asyncio.gather(*tasks, return_exceptions=True)
    )


async def until_more_is_kept(peers: list[Peer], count: int) -> None:
    target = sum(len(peer.kept) for peer in peers) + count
    await peers[0].until(lambda: sum(len(peer.kept) for peer in peers) >= target)
