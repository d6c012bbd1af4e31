"""Where no WebSocket gets through, the same happens over requests."""

import asyncio

import httpx
import pytest

from api.identity import COOKIE
from api.live.polls import TOLD
from api.live.protocol import (
    Presence,
    PresenceUpdate,
    SyncStep1,
    SyncStep2,
    SyncUpdate,
    decode,
    encode,
    joined,
    split,
)
from positions.lifecycle import Action
from tests.api.live.conftest import TEXT, Table, secret_of
from tests.support.callers import Caller
from tests.support.peers import Peer, all_agree, at_the_table
from tests.support.world import LEAD, OUTSIDER, PARTICIPANT, move


async def caller(table: Table, name: str, client_id: int = 77) -> Caller:
    return Caller(table.address, table.paper.document_id, await secret_of(table.world, name), client_id)


async def write(peer: Peer, words: str) -> None:
    for letter in words:
        await peer.type(0, 0, letter)


async def test_whoever_calls_and_whoever_is_connected_write_one_text(table: Table) -> None:
    anna, biel = await caller(table, LEAD), await table.peer(PARTICIPANT)
    async with at_the_table(anna, biel):
        await write(anna, "anna")
        await write(biel, "l·l 😀")
        text = await all_agree(anna, biel)
        assert sorted(text.removesuffix(TEXT)) == sorted("annal·l 😀")
        assert len(anna.kept) == 5  # the answer to the greeting, and four letters


async def test_what_was_written_without_a_line_is_given_when_it_is_back(table: Table) -> None:
    anna, biel = await caller(table, LEAD), await table.peer(PARTICIPANT)
    await write(anna, "fora")
    async with at_the_table(anna, biel):
        assert await all_agree(anna, biel) == "arof" + TEXT


async def test_callers_are_seen_between_their_requests_and_see_the_others(table: Table) -> None:
    anna, biel = await caller(table, LEAD), await table.peer(PARTICIPANT)
    async with at_the_table(anna, biel):
        for peer in (anna, biel):
            await peer.send(PresenceUpdate((Presence(peer.client_id, 1, {}),)))
        await biel.until(lambda: anna.client_id in biel.seen)
        await anna.until(lambda: biel.client_id in anna.seen)
        await write(anna, "a")
        await all_agree(anna, biel)
        assert anna.client_id in biel.seen
    late = await table.peer(PARTICIPANT)
    async with at_the_table(late):
        await late.until(lambda: anna.client_id in late.seen)


async def test_what_a_page_sent_is_not_told_to_its_own_waiting_request(table: Table) -> None:
    anna = await caller(table, LEAD)
    async with at_the_table(anna):
        before = len(anna.heard)
        await write(anna, "abc")
        await anna.until(lambda: anna.is_saved)
        assert len(anna.heard) - before == 6  # an acknowledgement and an answer for each letter


async def test_a_request_waits_also_where_words_were_deleted(table: Table) -> None:
    """The answer to its step 1 names all deletions each time."""
    anna, biel = await table.peer(LEAD), await table.peer(PARTICIPANT)
    here = PresenceUpdate((Presence(biel.client_id, 1, {}),))
    page = f"{table.address}/live/{table.paper.document_id}"
    async with at_the_table(anna), httpx.AsyncClient(headers={**biel.headers, "origin": biel.origin}) as http:
        await anna.type(0, 2, "")
        await anna.until(lambda: anna.is_saved)
        question = SyncStep1(anna.replica.state_vector())
        first = await http.post(page, content=joined([encode(question)]), params={"heard": "0"})
        params = {"heard": "0", "wait": "25", "told": first.headers[TOLD]}
        body = joined([encode(here), encode(question)])
        waiting = asyncio.create_task(http.post(page, content=body, params=params))
        await anna.until(lambda: biel.client_id in anna.seen)
        await anna.type(0, 0, "x")
        frames = [decode(frame) for frame in split((await waiting).content)]
    assert [type(frame) for frame in frames] == [SyncStep2, SyncUpdate]


async def test_who_may_not_write_is_told_and_hears(table: Table) -> None:
    biel = await caller(table, PARTICIPANT)
    async with at_the_table(biel):
        await move(table.world, table.paper, Action.OPEN_AMENDING)
        await write(biel, "x")
        await biel.until(lambda: "frozen" in biel.denials)
        assert biel.unsaved == 1


async def test_who_knows_of_a_refusal_is_not_told_again(table: Table) -> None:
    anna, biel = await table.peer(LEAD), await caller(table, PARTICIPANT)
    await move(table.world, table.paper, Action.OPEN_AMENDING)
    async with at_the_table(anna, biel):
        for text in ("a", "ba", "cba"):
            await anna.type(0, 0, text[0])
            await all_agree(anna, biel)
            assert biel.text == text + TEXT
        assert biel.denials == [
            "frozen"
        ]  # said with every answer it would be news, and no request would wait


async def test_who_may_write_again_is_sent_to_come_back(table: Table) -> None:
    biel = await caller(table, PARTICIPANT)
    await move(table.world, table.paper, Action.OPEN_AMENDING)
    await biel.open()
    await biel.until(lambda: biel.denials == ["frozen"])
    await move(table.world, table.paper, Action.REOPEN_DRAFTING)
    await biel.until_closed()
    await biel.close()
    async with at_the_table(biel):
        assert biel.denials == []


async def test_a_page_is_shut_once_its_browser_is_somebody_elses(table: Table) -> None:
    biel = await caller(table, PARTICIPANT)
    biel.member = table.world.lead.signed_in()
    await biel.open()
    assert await biel.until_closed() == (4401, "")
    await biel.close()


async def test_a_stranger_is_not_let_in(table: Table) -> None:
    eve = await caller(table, OUTSIDER)
    await eve.open()
    assert await eve.until_closed() == (4404, "")
    await eve.close()


@pytest.mark.parametrize(
    ("body", "status"),
    [(b"\x05ab", 422), (joined([b"\x09"]), 422), (joined([encode(SyncStep1(b"\xff"))]), 422)],
)
async def test_bodies_that_are_none_are_refused(table: Table, body: bytes, status: int) -> None:
    page = f"{table.address}/live/{table.paper.document_id}"
    cookies = {COOKIE: await secret_of(table.world, LEAD)}
    async with httpx.AsyncClient(headers={"origin": table.address}, cookies=cookies) as http:
        assert (await http.post(page, content=body)).status_code == status
        foreign = await http.post(page, headers={"origin": "http://elsewhere.test"})
        assert foreign.status_code == 403
