"""Who may open a socket, who may write on it, and how it ends."""

import pytest
from sqlalchemy import update
from structlog.testing import capture_logs
from websockets.exceptions import InvalidStatus

from api.live.connections import Limits
from api.live.protocol import MAX_FRAME, Ack, SyncStep1, SyncUpdate
from positions.actors import Scope
from positions.hunks import Hunk
from positions.lifecycle import Action
from positions.models.members import Session
from positions.queries.registers import list_sessions
from positions.replicas import SERVER_CLIENT_BASE, Replica
from positions.services.sessions import revoke_session, sign_out_everywhere
from positions.services.tokens import CreateToken, create_token
from tests.api.live.conftest import TEXT, Table
from tests.support.live_servers import live_server
from tests.support.peers import Peer, all_agree, at_the_table
from tests.support.world import LEAD, OUTSIDER, PARTICIPANT, move


@pytest.mark.parametrize(("name", "code"), [("ANONYMOUS", 4401), (OUTSIDER, 4404)])
async def test_who_may_not_read_is_closed(table: Table, name: str, code: int) -> None:
    peer = await table.peer(name)
    await peer.open()
    assert (await peer.until_closed())[0] == code
    assert peer.heard == []


async def test_an_unknown_document_looks_like_one_that_may_not_be_read(table: Table) -> None:
    outsider, lost = await table.peer(OUTSIDER), await table.peer(LEAD)
    lost.url = lost.url.replace("doc_", "doc_0")
    for peer in (outsider, lost):
        await peer.open()
    assert await outsider.until_closed() == await lost.until_closed() == (4404, "document_unknown")


async def test_a_page_of_another_origin_does_not_get_in(table: Table) -> None:
    peer = await table.peer(LEAD)
    peer.origin = "https://example.org"
    with pytest.raises(InvalidStatus) as caught:
        await peer.open()
    assert caught.value.response.status_code == 403


async def test_a_page_is_shut_once_its_browser_is_somebody_elses(table: Table) -> None:
    anna, biel = await table.peer(LEAD), await table.peer(PARTICIPANT)
    page = f"?member={table.world.lead.member_id}"
    anna.url, biel.url = anna.url + page, biel.url + page
    async with at_the_table(anna):
        await biel.open()
        assert (await biel.until_closed())[0] == 4401
        assert biel.heard == []


async def test_a_program_comes_with_a_token(table: Table) -> None:
    async with table.world.database.write() as work:
        wish = CreateToken("script", [Scope.READ, Scope.WRITE], work.now.replace(year=work.now.year + 1))
        _, secret = await create_token(work, table.world.lead, wish)
    program, page = await table.peer("ANONYMOUS"), await table.peer(LEAD)
    program.headers, program.origin = {"Authorization": f"Bearer {secret}"}, ""
    async with at_the_table(program, page):
        await program.type(0, 0, "Hola ")
        assert await all_agree(program, page) == "Hola " + TEXT
    program.headers = {"Authorization": "Bearer wrong"}
    with pytest.raises(InvalidStatus) as caught:
        await program.open()
    assert caught.value.response.status_code == 401


async def test_an_observer_reads_and_cannot_write(table: Table) -> None:
    observer, anna = await table.peer("OBSERVER"), await table.peer(LEAD)
    async with at_the_table(anna):
        await observer.open()
        await observer.until(lambda: observer.text == TEXT)
        assert observer.denials == ["read_only"]
        await observer.type(0, 0, "x")
        await observer.until(lambda: observer.denials == ["read_only"] * 2)
        await anna.type(0, 0, "y")
        await observer.until(lambda: "y" in observer.text)
        await observer.close()
        assert anna.text == "y" + TEXT
        assert not any(isinstance(frame, Ack) and frame.frames > 1 for frame in observer.heard)


async def test_a_freeze_in_the_middle_is_told_and_nothing_more_is_taken(table: Table) -> None:
    anna, biel = await table.peer(LEAD), await table.peer(PARTICIPANT)
    async with at_the_table(anna, biel):
        await biel.type(0, 0, "abans ")
        await all_agree(anna, biel)
        await move(table.world, table.paper, Action.OPEN_AMENDING)
        await biel.until(lambda: biel.denials == ["frozen"])
        await biel.type(0, 0, "tard ")
        await biel.until(lambda: biel.denials == ["frozen"] * 2)
        await anna.type(0, 0, "la ponent ")
        await anna.until(lambda: anna.is_saved)
        assert anna.text == "la ponent abans " + TEXT
        await move(table.world, table.paper, Action.OPEN_ROUND)
        await anna.until(lambda: anna.denials == ["frozen"])


async def test_who_may_write_again_is_sent_to_come_back(table: Table) -> None:
    biel = await table.peer(PARTICIPANT)
    await move(table.world, table.paper, Action.OPEN_AMENDING)
    await biel.open()
    await biel.until(lambda: biel.text == TEXT)
    await biel.type(0, 0, "guardat ")
    await move(table.world, table.paper, Action.REOPEN_DRAFTING)
    assert await biel.until_closed() == (4205, "rights_gained")
    async with at_the_table(biel):
        assert biel.text == "guardat " + TEXT


async def test_signing_out_closes_every_socket_of_the_member(table: Table) -> None:
    anna, again, biel = await table.peer(LEAD), await table.peer(LEAD), await table.peer(PARTICIPANT)
    async with at_the_table(anna, again, biel):
        member_id = table.world.lead.signed_in()
        async with table.world.database.write() as work:
            await sign_out_everywhere(work, member_id)
        assert (await anna.until_closed())[0] == (await again.until_closed())[0] == 4401
        await biel.type(0, 0, "x")
        await biel.until(lambda: biel.is_saved)


async def test_one_session_that_is_ended_closes_its_own_socket(table: Table) -> None:
    anna, again = await table.peer(LEAD), await table.peer(LEAD)
    async with at_the_table(anna, again):
        async with table.world.database.write() as work:
            _, earlier = await list_sessions(work.session, table.world.lead.signed_in(), work.now)
            await revoke_session(work, table.world.lead, earlier.id)
        assert (await anna.until_closed())[0] == 4401
        await again.type(0, 0, "x")
        await again.until(lambda: again.is_saved)


async def test_rights_are_looked_up_again_without_any_signal(table: Table) -> None:
    async with live_server(table.world.database, Limits(recheck_seconds=0.05)) as address:
        table.address = address
        anna = await table.peer(LEAD)
        async with at_the_table(anna):
            async with table.world.database.write() as work:
                await work.session.execute(update(Session).values(revoked_at=work.now))
            assert (await anna.until_closed())[0] == 4401


@pytest.mark.parametrize(
    "frame", [b"\x09", b"", b"\x00\x02\x01", "text", b"\x00\x02\x01\x07", b"\x04\x01\x01"]
)
async def test_a_malformed_frame_closes_that_one_socket(table: Table, frame: bytes | str) -> None:
    anna, biel = await table.peer(LEAD), await table.peer(PARTICIPANT)
    async with at_the_table(anna, biel):
        await anna.type(0, 0, "x")
        with capture_logs() as logs:
            await anna.send_bytes(frame)
            code, reason = await anna.until_closed()
        assert (code, reason.endswith("malformed")) == (4400, True)
        assert [(log["code"], log["reason"]) for log in logs if log["event"] == "live_closed"] == [
            (code, reason)
        ]
        await biel.until(lambda: biel.text == "x" + TEXT)
        await biel.type(0, 0, "y")
        await biel.until(lambda: biel.is_saved)


async def test_a_frame_that_is_too_large_closes_that_one_socket(table: Table) -> None:
    anna = await table.peer(LEAD)
    async with at_the_table(anna):
        await anna.send_bytes(b"\0" * (MAX_FRAME + 1))
        assert await anna.until_closed() == (4413, "frame_too_large")


async def test_a_text_that_grows_too_large_is_not_taken(table: Table) -> None:
    anna, biel = await table.peer(LEAD), await table.peer(PARTICIPANT)
    async with at_the_table(anna, biel):
        await anna.type(0, 0, "x" * 2_000_000)
        await anna.until(lambda: anna.denials == ["text_too_long"])
        await biel.type(0, 0, "y")
        await biel.until(lambda: biel.is_saved)
        assert biel.text == "y" + TEXT


async def test_nobody_types_as_somebody_else(table: Table) -> None:
    anna, biel = await table.peer(LEAD), await table.peer(PARTICIPANT)
    async with at_the_table(anna, biel):
        await anna.type(0, 0, "x")
        await all_agree(anna, biel)
        for client_id in (anna.client_id, SERVER_CLIENT_BASE + 9):
            forged = Replica.from_updates([biel.replica.update_since()], client_id=client_id)
            await biel.send(SyncUpdate(forged.edit([Hunk(0, 0, "forged")])))
        await biel.until(lambda: biel.denials == ["client_id_taken"] * 2)
        assert anna.text == "x" + TEXT


async def test_one_member_may_return_with_the_same_client(table: Table) -> None:
    anna, twin = await table.peer(LEAD), await table.peer(LEAD)
    async with at_the_table(anna):
        await anna.type(0, 0, "x")
        await anna.until(lambda: anna.is_saved)
        twin.replica = Replica.from_updates([anna.replica.update_since()], client_id=anna.client_id)
        twin.client_id = anna.client_id
        await twin.open()
        await twin.type(0, 0, "y")
        await anna.until(lambda: anna.text == "yx" + TEXT)
        await twin.close()


async def test_every_session_is_asked_what_it_has(table: Table) -> None:
    peer: Peer = await table.peer("OBSERVER")
    await peer.open()
    await peer.until(lambda: any(isinstance(frame, SyncStep1) for frame in peer.heard))
    await peer.close()
