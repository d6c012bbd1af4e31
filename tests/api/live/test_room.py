"""Rooms: what is typed reaches the log first, then everybody; nothing is lost when something fails."""

from collections.abc import Mapping, Sequence

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.live import room, scribe
from api.live.protocol import Presence, PresenceUpdate, SyncStep1, SyncStep2, SyncUpdate
from positions.drafts import Draft, LogRow
from positions.hunks import Hunk
from positions.models.documents import Checkpoint, Document, Update
from positions.queries.drafts import fold
from positions.services import live
from positions.services.drafts import Entry, append
from positions.services.live import Appended, Batch, LiveDraft, append_typed
from positions.services.signals import DraftMoved
from positions.services.unit_of_work import UnitOfWork
from tests.api.live.conftest import TEXT, Table
from tests.support.peers import Peer, all_agree, at_the_table
from tests.support.world import LEAD, PARTICIPANT, write


async def stored(table: Table) -> Draft:
    async with table.world.database.read() as session:
        return await fold(session, table.paper.document_id)


async def has_come_in(sender: Peer, other: Peer) -> None:
    """Wait until the server has read what the sender sent: presence overtakes the log, not the socket."""
    await sender.send(PresenceUpdate((Presence(sender.client_id, 1, {}),)))
    await other.until(lambda: sender.client_id in other.seen)


async def test_two_people_typing_converge(table: Table) -> None:
    anna, biel = await table.peer(LEAD), await table.peer(PARTICIPANT)
    async with at_the_table(anna, biel):
        assert anna.text == biel.text == TEXT
        for step in range(20):
            await anna.type(0, 0, f"a{step} ")
            await biel.type(len(biel.text), len(biel.text), f"😀{step}")
        text = await all_agree(anna, biel)
    assert all(f"a{step} " in text and f"😀{step}" in text for step in range(20))
    draft = await stored(table)
    authors = {run.author for run in draft.runs}
    assert (draft.text, len(authors)) == (text, 2)
    assert anna.sequence == draft.sequence


async def test_nothing_is_acknowledged_or_shown_before_it_is_durable(table: Table) -> None:
    anna, biel = await table.peer(LEAD), await table.peer(PARTICIPANT)
    async with at_the_table(anna, biel):
        async with table.world.database.write() as work:
            statement = select(Document).where(Document.id == table.paper.document_id)
            await work.session.scalar(statement.with_for_update())
            await anna.type(0, 0, "x")
            await has_come_in(anna, biel)
            assert not anna.is_saved
            assert biel.text == TEXT
        await biel.until(lambda: biel.text == "x" + TEXT)
        await anna.until(lambda: anna.is_saved)


async def test_coming_back_adds_nothing_to_the_log(table: Table) -> None:
    anna, biel = await table.peer(LEAD), await table.peer(PARTICIPANT)
    async with at_the_table(anna, biel):
        await anna.type(0, 5, "à 😀")
        await biel.type(0, 1, "")
        await all_agree(anna, biel)
    before = (await stored(table)).sequence
    for _ in range(3):
        async with at_the_table(anna, biel):
            assert anna.is_saved
    assert (await stored(table)).sequence == before


async def test_what_was_typed_offline_is_brought_along(table: Table) -> None:
    anna, biel = await table.peer(LEAD), await table.peer(PARTICIPANT)
    async with at_the_table(anna, biel):
        await anna.close()
        await anna.type(0, 0, "fora ")
        await anna.type(5, 5, "de línia ")
        await biel.type(len(TEXT), len(TEXT), "mentrestant")
        await anna.open()
        assert await all_agree(anna, biel) == "fora de línia " + TEXT + "mentrestant"


async def test_what_misses_something_earlier_is_asked_for_and_not_acknowledged(table: Table) -> None:
    anna, biel = await table.peer(LEAD), await table.peer(PARTICIPANT)
    async with at_the_table(anna, biel):
        anna.replica.edit([Hunk(0, 0, "perdut ")])  # never sent by itself
        await anna.type(0, 0, "primer ")
        assert await all_agree(anna, biel) == "primer perdut " + TEXT
        assert sum(isinstance(frame, SyncStep1) for frame in anna.heard) == 2


async def test_a_sender_whose_whole_answer_misses_something_is_closed(table: Table) -> None:
    anna, biel = await table.peer(LEAD), await table.peer(PARTICIPANT)
    async with at_the_table(anna, biel):
        anna.replica.edit([Hunk(0, 0, "x")])
        broken = anna.replica.edit([Hunk(0, 0, "y")])
        await anna.send(SyncStep2(broken))
        assert await anna.until_closed() == (4409, "update_dependencies_missing")
        assert biel.text == TEXT


async def test_a_save_from_elsewhere_appears_live(table: Table) -> None:
    anna, biel = await table.peer(LEAD), await table.peer(PARTICIPANT)
    async with at_the_table(anna, biel):
        await anna.type(0, 0, "x")
        await all_agree(anna, biel)
        await write(table.world, table.paper, "x" + TEXT + "\nDes d'un programa.\n")
        await anna.until(lambda: "programa" in anna.text)
        await biel.type(0, 1, "")
        assert await all_agree(anna, biel) == TEXT + "\nDes d'un programa.\n"


async def append_elsewhere(table: Table, client: int, word: str) -> LogRow:
    """A row by another process, of which this one is not told."""
    payload = (await stored(table)).replica.fork(2**32 + client).edit([Hunk(0, 0, word)])
    author = table.world.lead.memberships[0].id
    async with table.world.database.write() as work:
        document = await work.session.get_one(Document, table.paper.document_id, with_for_update=True)
        append(work, document, [Entry(author, payload)])
        work.signals = [each for each in work.signals if not isinstance(each, DraftMoved)]
    return LogRow(document.sequence, payload, author)


async def test_rows_that_come_with_a_notice_are_not_read(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def never(session: AsyncSession, sequences: Mapping[str, int]) -> dict[str, list[LogRow]]:
        raise AssertionError(sequences)

    anna, biel = await table.peer(LEAD), await table.peer(PARTICIPANT)
    async with at_the_table(anna, biel):
        monkeypatch.setattr(live, "rows_after", never)
        row = await append_elsewhere(table, 77, "u ")
        table.world.database.bus.publish(DraftMoved(table.paper.document_id, row.sequence, (row,)))
        await anna.until(lambda: "u " in anna.text)
        await biel.type(0, 0, "x")
        assert await all_agree(anna, biel) == "xu " + TEXT


async def test_a_notice_after_one_that_was_lost_has_the_log_read(table: Table) -> None:
    anna, biel = await table.peer(LEAD), await table.peer(PARTICIPANT)
    async with at_the_table(anna, biel):
        await append_elsewhere(table, 77, "u ")
        row = await append_elsewhere(table, 78, "dos ")
        table.world.database.bus.publish(DraftMoved(table.paper.document_id, row.sequence, (row,)))
        await anna.until(lambda: anna.text == "dos u " + TEXT)
        await biel.until(lambda: biel.text == anna.text)


async def test_a_log_that_cannot_be_read_is_not_read_without_end(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = []

    async def fail(session: AsyncSession, sequences: Mapping[str, int]) -> dict[str, list[LogRow]]:
        tries.append(sequences)
        raise OSError

    anna = await table.peer(LEAD)
    async with at_the_table(anna):
        monkeypatch.setattr(live, "rows_after", fail)
        table.world.database.bus.publish(DraftMoved(table.paper.document_id, 99))
        assert await anna.until_closed() == (1011, "room_failed")
        assert len(tries) == 2


async def test_rows_of_another_process_are_shown_before_ones_own(table: Table) -> None:
    """Nobody told this process; it finds them under the lock."""
    anna, biel = await table.peer(LEAD), await table.peer(PARTICIPANT)
    async with at_the_table(anna, biel):
        await append_elsewhere(table, 77, "d'allà ")
        await anna.type(0, 0, "d'aquí ")
        text = await all_agree(anna, biel)
    assert sorted(text.split()[:2]) == ["d'allà", "d'aquí"]


async def test_a_batch_that_fails_is_not_acknowledged_and_comes_again(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures = [RuntimeError("the disk is full")]

    async def failing(work: UnitOfWork, batches: Sequence[Batch]) -> list[Appended | Exception | None]:
        appended = await append_typed(work, batches)
        if failures:
            raise failures.pop()
        return appended

    anna, biel = await table.peer(LEAD), await table.peer(PARTICIPANT)
    async with at_the_table(anna, biel):
        monkeypatch.setattr(scribe, "append_typed", failing)
        await anna.type(0, 0, "x")
        assert await anna.until_closed() == (1011, "append_failed")
        assert (anna.durable, biel.text, (await stored(table)).text) == (0, TEXT, TEXT)
        await anna.open()
        assert await all_agree(anna, biel) == "x" + TEXT


async def test_a_room_that_cannot_load_serves_nothing_and_opens_later(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def failing(*_: object) -> None:
        raise OSError

    anna = await table.peer(LEAD)
    with monkeypatch.context() as broken:
        broken.setattr(LiveDraft, "load", failing)
        await anna.open()
        assert await anna.until_closed() == (1011, "room_failed")
        assert anna.heard == []
    async with at_the_table(anna):
        assert anna.text == TEXT


async def test_what_was_sent_is_written_even_when_its_sender_is_gone(table: Table) -> None:
    anna, biel = await table.peer(LEAD), await table.peer(PARTICIPANT)
    async with at_the_table(anna):
        for step in range(30):
            await anna.type(step, step, "x")
    async with at_the_table(biel):
        await biel.until(lambda: biel.text == "x" * 30 + TEXT)


async def test_checkpoints_are_made_while_people_type(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "CHECKPOINT_EVERY", 10)
    anna = await table.peer(LEAD)
    async with at_the_table(anna):
        for step in range(25):
            await anna.type(step, step, "à")
            await anna.until(lambda: anna.is_saved)
    async with table.world.database.read() as session:
        kept = list(await session.scalars(select(Checkpoint.sequence)))
        rows = await session.scalar(select(func.count()).select_from(Update))
    assert (len(kept), rows) == (1, 26)
    assert (await stored(table)).text == anna.text


async def test_many_updates_at_once_are_few_transactions(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    batches = list[int]()

    async def counting(work: UnitOfWork, given: Sequence[Batch]) -> list[Appended | Exception | None]:
        appended = await append_typed(work, given)
        batches.extend(len(batch.typed) for batch, done in zip(given, appended, strict=True) if done)
        return appended

    monkeypatch.setattr(scribe, "append_typed", counting)
    anna, biel = await table.peer(LEAD), await table.peer(PARTICIPANT)
    async with at_the_table(anna, biel):
        async with table.world.database.write() as work:
            await work.session.get_one(Document, table.paper.document_id, with_for_update=True)
            for step in range(50):
                await anna.type(step, step, "x")
            await has_come_in(anna, biel)
        await all_agree(anna, biel)
    assert sum(batches) == 50
    assert len(batches) <= 2
    assert not any(isinstance(frame, SyncUpdate) for frame in anna.heard)
