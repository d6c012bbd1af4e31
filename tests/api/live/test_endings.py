"""How connections end that nobody ended: a reader that stands still, and a server that stops."""

import asyncio
import signal
import socket
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from urllib.parse import urlsplit

from sqlalchemy import select
from websockets.asyncio.client import ClientConnection, connect

from api.live.connections import Limits
from api.live.protocol import Presence, PresenceUpdate, SyncStep1, encode
from api.live.rooms import Rooms
from positions.models.documents import Document
from positions.queries.drafts import fold
from tests.api.live.conftest import TEXT, Table, secret_of
from tests.support.callers import Caller
from tests.support.live_servers import live_server
from tests.support.peers import Peer, all_agree, at_the_table
from tests.support.scribblers import people
from tests.support.serving import held_address, serving
from tests.support.world import LEAD, PARTICIPANT


@asynccontextmanager
async def standing_still(peer: Peer) -> AsyncIterator[ClientConnection]:
    """The peer's socket, through which it hears nothing more once a few kilobytes wait."""
    address = urlsplit(peer.url)
    narrow = socket.socket()
    narrow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    narrow.connect((str(address.hostname), int(address.port or 0)))
    async with connect(
        peer.url,
        sock=narrow,
        origin=peer.origin,  # type: ignore[arg-type]  # a new type of str
        additional_headers=peer.headers,
        compression=None,
        max_queue=1,
        ping_interval=None,
        close_timeout=0.1,
    ) as line:
        await line.send(encode(SyncStep1(peer.replica.state_vector())))
        await line.send(encode(PresenceUpdate((Presence(peer.client_id, 1, {}),))))
        yield line


async def test_a_reader_that_stands_still_is_cut_off_and_delays_nobody(table: Table) -> None:
    limits = Limits(send_seconds=1, outgoing_bytes=1_000_000)
    async with live_server(table.world.database, limits) as table.address:
        anna, biel = await table.peer(LEAD), await table.peer(PARTICIPANT)
        still = await table.peer("OBSERVER")
        async with at_the_table(anna, biel), standing_still(still):
            await anna.until(lambda: still.client_id in anna.seen)
            while still.client_id in anna.seen:
                await anna.type(0, 0, "x" * 200_000)
                await anna.type(0, 200_000, "")
                await anna.until(lambda: anna.is_saved)
            assert await all_agree(anna, biel) == TEXT
        async with at_the_table(still):
            assert still.text == TEXT


async def test_a_request_that_waits_for_news_is_answered_at_once_when_the_server_stops(table: Table) -> None:
    rooms = Rooms(table.world.database)
    async with live_server(table.world.database, rooms=rooms) as address:
        secret = await secret_of(table.world, LEAD)
        waiting = Caller(address, table.paper.document_id, secret, 77)
        await waiting.open()
        await waiting.until(lambda: len(rooms.connections()) == 1)  # the greeting's is over
        rooms.send_away()
        assert (await waiting.until_closed())[0] == 1012
        await waiting.close()
        late = Caller(address, table.paper.document_id, secret, 78)
        await late.open()
        assert (await late.until_closed())[0] == 1012
        await late.close()


async def test_whoever_is_in_a_room_comes_back_when_another_worker_serves_its_text(table: Table) -> None:
    rooms = Rooms(table.world.database)
    async with live_server(table.world.database, rooms=rooms) as table.address:
        anna = await table.peer(LEAD)
        async with at_the_table(anna):
            rooms.send_on("doc_another")
            await anna.type(0, 0, "x")
            await anna.until(lambda: anna.is_saved)
            rooms.send_on(table.paper.document_id)
            assert (await anna.until_closed())[0] == 1012
        async with at_the_table(anna):
            assert anna.text == "x" + TEXT


async def test_a_process_that_is_asked_to_stop_waits_for_no_request(database_url: str) -> None:
    async with AsyncExitStack() as stack:
        address = stack.enter_context(held_address())
        (anna, biel) = await people(database_url, address)
        server = stack.enter_context(serving(database_url, address))
        document_id, secret = anna.url.rpartition("/")[2], anna.headers["Cookie"].partition("=")[2]
        caller = Caller(address, document_id, secret, 77)
        async with at_the_table(caller, biel):
            await biel.type(0, 0, "x")
            await all_agree(caller, biel)
            server.terminate()
            assert (await biel.until_closed())[0] == 1012
            assert (await caller.until_closed())[0] in {1006, 1012}  # without a line between two requests
        await asyncio.to_thread(server.wait)
        assert server.stderr is not None
        server.stderr.seek(0)
        said = server.stderr.read()
    assert server.returncode == -signal.SIGTERM
    assert b"Cancel" not in said
    assert b"Traceback" not in said


async def test_a_server_that_stops_writes_what_it_was_sent(table: Table) -> None:
    async with AsyncExitStack() as stack:
        table.address = await stack.enter_async_context(live_server(table.world.database))
        anna, biel = await table.peer(LEAD), await table.peer(PARTICIPANT)
        async with at_the_table(anna, biel):
            async with table.world.database.write() as work:
                statement = select(Document).where(Document.id == table.paper.document_id)
                await work.session.scalar(statement.with_for_update())
                await anna.type(0, 0, "x")
                await anna.send(PresenceUpdate((Presence(anna.client_id, 1, {}),)))
                await biel.until(lambda: anna.client_id in biel.seen)  # the update before it has come in
                stopping = asyncio.create_task(stack.aclose())
                assert (await anna.until_closed())[0] == (await biel.until_closed())[0] == 1012
            await stopping
    async with table.world.database.read() as session:
        assert (await fold(session, table.paper.document_id)).text == "x" + TEXT
