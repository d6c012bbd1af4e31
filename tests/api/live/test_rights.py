"""Rights that are taken away while somebody is connected, by socket or by requests, and pretending to be somebody else."""

import httpx
import pytest

from api.identity import COOKIE
from api.live.polls import MAX_BODY
from api.live.protocol import Presence, PresenceUpdate
from positions.actors import Scope
from positions.services.members import EndMembership, end_membership
from positions.services.sessions import sign_out_everywhere
from positions.services.tokens import CreateToken, create_token, revoke_token
from tests.api.live.conftest import TEXT, Table, secret_of
from tests.api.live.test_presences import announce
from tests.support.callers import Caller
from tests.support.peers import Peer, at_the_table
from tests.support.world import LEAD, PARTICIPANT


async def seat(table: Table, kind: type[Peer], name: str) -> Peer:
    return kind(table.address, table.paper.document_id, await secret_of(table.world, name), 77)


async def test_a_token_that_is_ended_closes_the_program_and_not_the_member(table: Table) -> None:
    async with table.world.database.write() as work:
        wish = CreateToken("script", [Scope.READ, Scope.WRITE], work.now.replace(year=work.now.year + 1))
        token, secret = await create_token(work, table.world.lead, wish)
    program, page = await table.peer("ANONYMOUS"), await table.peer(LEAD)
    program.headers, program.origin = {"Authorization": f"Bearer {secret}"}, ""
    async with at_the_table(program, page):
        async with table.world.database.write() as work:
            await revoke_token(work, table.world.lead, token.id)
        assert await program.until_closed() == (4401, "token_invalid")
        await page.type(0, 0, "x")
        await page.until(lambda: page.is_saved)


@pytest.mark.parametrize("kind", [Peer, Caller])
async def test_who_has_no_role_any_more_is_shut_out_at_once(table: Table, kind: type[Peer]) -> None:
    anna, biel = await table.peer(LEAD), await seat(table, kind, PARTICIPANT)
    async with at_the_table(anna, biel):
        async with table.world.database.write() as work:
            membership = table.world.participant.memberships[0]
            await end_membership(work, table.world.actors["ADMINISTRATOR"], EndMembership(membership.id))
        assert (await biel.until_closed())[0] == 4401
        await biel.close()
        await biel.open()
        assert (await biel.until_closed())[0] == 4401
        await anna.type(0, 0, "x")
        await anna.until(lambda: anna.is_saved)
        assert anna.text == "x" + TEXT


@pytest.mark.parametrize("kind", [Peer, Caller])
async def test_signing_out_elsewhere_ends_what_waits_for_news(table: Table, kind: type[Peer]) -> None:
    anna = await seat(table, kind, LEAD)
    async with at_the_table(anna):
        async with table.world.database.write() as work:
            await sign_out_everywhere(work, table.world.lead.signed_in())
        assert (await anna.until_closed())[0] == 4401


@pytest.mark.parametrize("kind", [Peer, Caller])
async def test_nobody_is_shown_under_anothers_name_or_with_anothers_caret(
    table: Table, kind: type[Peer]
) -> None:
    anna, biel, eve = (
        await table.peer(LEAD),
        await table.peer(PARTICIPANT),
        await seat(table, kind, "OBSERVER"),
    )
    async with at_the_table(anna, biel, eve):
        await announce(anna)
        await biel.until(lambda: anna.client_id in biel.seen)
        before = biel.seen[anna.client_id]
        claimed = {"user": {"name": "Alcaldessa", "organization": LEAD, "key": "mem_x"}}
        entries = [Presence(anna.client_id, 10**13, state) for state in (claimed, None)]
        for entry in (*entries, Presence(eve.client_id, 1, claimed)):
            await eve.send(PresenceUpdate((entry,)))
        await biel.until(lambda: eve.client_id in biel.seen)
        assert biel.seen[anna.client_id] == before
        told = biel.seen[eve.client_id].state
        assert told is not None
        assert told["user"] == {
            "name": table.world.actors["OBSERVER"].name,
            "organization": "GENERALITAT",
            "key": table.world.actors["OBSERVER"].member_id,
        }


async def test_a_request_that_is_too_large_is_refused_before_it_is_read(table: Table) -> None:
    page = f"{table.address}/live/{table.paper.document_id}"
    cookies = {COOKIE: await secret_of(table.world, LEAD)}
    async with httpx.AsyncClient(headers={"origin": table.address}, cookies=cookies) as http:
        assert (await http.post(page, content=b"\0" * (MAX_BODY + 1))).status_code == 413
