"""What happens elsewhere reaches the rooms it concerns."""

from typing import Any

import pytest

from api.live import socket
from positions.hunks import Hunk
from positions.lifecycle import Action
from positions.models.documents import Document
from positions.queries.drafts import fold
from positions.services.comments import StartThread, start_thread
from positions.services.drafts import Entry, append
from positions.services.live import Visitor, find_visitor
from positions.services.participation import SetParticipation, set_participation
from positions.services.signals import QUEUE_LIMIT, DraftMoved
from tests.api.live.conftest import TEXT, Table
from tests.support.peers import at_the_table
from tests.support.world import LEAD, PARTICIPANT, move


async def test_a_town_that_leaves_sees_the_draft_no_more(table: Table) -> None:
    anna, biel = await table.peer(LEAD), await table.peer(PARTICIPANT)
    async with at_the_table(anna, biel):
        async with table.world.database.write() as work:
            request = SetParticipation(table.paper.reference, participates=False)
            await set_participation(work, table.world.participant, request)
        assert await biel.until_closed() == (4404, "document_unknown")
        await anna.type(0, 0, "x")
        await anna.until(lambda: anna.is_saved)


async def test_comments_do_not_make_everybody_prove_their_rights_again(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    async def counting(*arguments: Any) -> Visitor:
        visitor = await find_visitor(*arguments)
        asked.append(visitor.actor.name)
        return visitor

    monkeypatch.setattr(socket, "find_visitor", counting)
    anna, biel = await table.peer(LEAD), await table.peer(PARTICIPANT)
    async with at_the_table(anna, biel):
        for _ in range(5):
            async with table.world.database.write() as work:
                await start_thread(work, table.world.lead, StartThread(table.paper.document_id, "Què?"))
            await anna.type(0, 0, "x")
            await anna.until(lambda: anna.is_saved)
        await move(table.world, table.paper, Action.OPEN_AMENDING)
        await biel.until(lambda: biel.denials == ["frozen"])
    assert len(asked) <= 6  # at the door, at the first news, and when the stage moved


async def append_unsignalled(table: Table, word: str) -> None:
    """What a process does whose signals never arrive."""
    async with table.world.database.write() as work:
        document = await work.session.get_one(Document, table.paper.document_id, with_for_update=True)
        copy = (await fold(work.session, document.id)).replica.fork(2**32 + 77)
        entry = Entry(table.world.lead.memberships[0].id, copy.edit([Hunk(0, 0, word)]))
        append(work, document, [entry])
        work.signals = []


async def test_after_lost_signals_every_room_looks_afresh(table: Table) -> None:
    anna, biel = await table.peer(LEAD), await table.peer(PARTICIPANT)
    async with at_the_table(anna, biel):
        await append_unsignalled(table, "callat ")
        for number in range(QUEUE_LIMIT + 5):
            table.world.database.bus.publish(DraftMoved(f"doc_{number}", 1))
        for peer in (anna, biel):
            await peer.until(lambda peer=peer: peer.text == "callat " + TEXT)  # type: ignore[misc]  # bound in the loop
