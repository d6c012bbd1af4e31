"""What builds on words that the server has not got is neither acknowledged nor lost: it is taken when those words have come, however they come."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from api.live.protocol import Ack, Frame, SyncStep1, SyncStep2, SyncUpdate
from positions.hunks import Hunk
from positions.queries.drafts import fold
from positions.replicas import Replica
from positions.services.unit_of_work import Database
from positions.services.verification import verify
from tests.api.live.conftest import TEXT, Table, secret_of
from tests.api.live.test_processes import tables
from tests.support.callers import Caller
from tests.support.live_servers import server_process
from tests.support.peers import Peer, at_the_table
from tests.support.scribblers import people
from tests.support.world import LEAD, PARTICIPANT

__all__ = ["tables"]  # a fixture

EDITS = {"written inside": (Hunk(3, 3, "·"), "per·dut "), "deleted": (Hunk(0, 4, ""), "ut ")}


@dataclass(frozen=True)
class Torn:
    """Two updates of which the second builds on the first, and what both make of the beginning of the text."""

    first: bytes
    second: bytes
    words: str

    @classmethod
    def of(cls, replica: Replica, edit: str) -> "Torn":
        """A tab of one's own wrote the first; the second is what another tab made of it."""
        hunk, words = EDITS[edit]
        earlier = replica.fork(1)
        first = earlier.edit([Hunk(0, 0, "perdut ")])
        return cls(first, earlier.fork(2).edit([hunk]), words)


class _Silent:
    """Answers no question by itself."""

    heard: list[Frame]

    async def _hear(self, frame: Frame) -> None:
        if isinstance(frame, SyncStep1):
            self.heard.append(frame)
        else:
            await super()._hear(frame)  # type: ignore[misc]  # of the peer it is mixed with

    def is_asked(self, times: int) -> bool:
        """Whether the server has asked so often what is here."""
        return sum(isinstance(frame, SyncStep1) for frame in self.heard) >= times

    def is_taken(self, update: bytes) -> bool:
        """Whether an update was acknowledged."""
        return update in self.kept  # type: ignore[attr-defined]  # the peer's


class SilentPeer(_Silent, Peer):
    """At a socket."""


class SilentCaller(_Silent, Caller):
    """By requests."""


Silent = SilentPeer | SilentCaller
KINDS = pytest.mark.parametrize("kind", [SilentPeer, SilentCaller])


async def send_what_misses_something(sender: Silent, torn: Torn) -> None:
    """Have the server refuse it, and ask for what is there."""
    await sender.open()
    await insist(sender, SyncUpdate(torn.second), lambda: sender.is_asked(2))
    assert not any(isinstance(frame, Ack) for frame in sender.heard)
    assert not sender.kept


async def insist(sender: Silent, frame: Frame, is_so: Callable[[], bool]) -> None:
    """Say it, and again on a new line when there was no answer, as a page does."""
    await sender.send(frame)
    await sender.until(lambda: is_so() or sender.close_code is not None)
    while not is_so():
        await sender.close()
        await sender.open()
        await sender.send(frame)
        await sender.until(lambda: is_so() or sender.close_code is not None)


async def bring(peer: Peer, update: bytes) -> None:
    """Have a peer say what it has from another tab."""
    peer.replica.apply(update)
    await peer.send(SyncUpdate(update))


async def text_of(database: Database, document_id: str) -> str:
    async with database.read() as session:
        return (await fold(session, document_id)).text


@KINDS
@pytest.mark.parametrize("leaves", [True, False], ids=["leaves", "stays"])
@pytest.mark.parametrize(("edit", "other"), list(zip(EDITS, (LEAD, PARTICIPANT), strict=True)))
async def test_it_is_taken_when_the_words_have_come_over_another_connection(
    table: Table, kind: type[Silent], edit: str, *, leaves: bool, other: str
) -> None:
    await come_and_build(table, table, kind, edit, leaves=leaves, other=other)


@KINDS
@pytest.mark.parametrize("leaves", [True, False], ids=["leaves", "stays"])
async def test_it_is_taken_when_the_words_have_come_at_another_process(
    tables: tuple[Table, Table],  # the fixture
    kind: type[Silent],
    *,
    leaves: bool,
) -> None:
    await come_and_build(*tables, kind, "written inside", leaves=leaves, other=PARTICIPANT)


async def come_and_build(
    here: Table, there: Table, kind: type[Silent], edit: str, *, leaves: bool, other: str
) -> None:
    """Somebody here builds on what comes later, over there, from somebody else's connection."""
    database, document_id = here.world.database, here.paper.document_id
    async with database.read() as session:
        torn = Torn.of((await fold(session, document_id)).replica, edit)
    sender = kind(here.address, document_id, await secret_of(here.world, LEAD), 2)
    bringer, listener = await there.peer(other), await here.peer("OBSERVER")
    async with at_the_table(bringer, listener):
        await send_what_misses_something(sender, torn)
        if leaves:
            await sender.close()
        assert (await text_of(database, document_id), listener.text) == (TEXT, TEXT)
        await bring(bringer, torn.first)
        await listener.until(lambda: listener.text == "perdut " + TEXT)
        if leaves:
            await sender.open()
        await insist(sender, SyncStep2(torn.second), lambda: sender.is_taken(torn.second))
        await listener.until(lambda: listener.text == torn.words + TEXT)
        assert await text_of(database, document_id) == torn.words + TEXT
        await sender.close()


@KINDS
async def test_it_is_taken_when_the_server_was_killed_before_the_words_came(
    database_url: str, kind: type[Silent]
) -> None:
    database = Database(database_url)
    with server_process(database_url) as (process, address):
        anna, biel = await people(database_url, address)
        document_id = anna.url.rpartition("/")[2]
        async with database.read() as session:
            draft = await fold(session, document_id)
        torn = Torn.of(draft.replica, "written inside")
        sender = kind(address, document_id, anna.headers["Cookie"].partition("=")[2], 2)
        await send_what_misses_something(sender, torn)
        process.kill()
        await sender.close()
        assert await text_of(database, document_id) == draft.text
        process.start()
        async with at_the_table(biel):
            await bring(biel, torn.first)
            await biel.until(lambda: biel.is_saved)
            await sender.open()
            await insist(sender, SyncStep2(torn.second), lambda: sender.is_taken(torn.second))
            await biel.until(lambda: biel.text.startswith(torn.words[:4]))
            await sender.close()
        assert await text_of(database, document_id) == torn.words + draft.text
        assert [one async for one in verify(database)] == []
    await database.dispose()
