"""Subscriptions over real sockets: graphql-transport-ws and server-sent events."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from api.graphql import following
from positions.actors import Scope
from positions.services.sessions import hash_secret, sign_out
from positions.services.signals import DraftMoved, PositionMoved, RightsChanged, Signal, SignalsLost
from positions.services.unit_of_work import Database
from tests.support.clients import Client, Clock
from tests.support.papers import MOVE, propose
from tests.support.servers import running_server

FOLLOW = """
subscription ($reference: String!, $after: Int) {
  positionEvents(reference: $reference, after: $after) {
    sequence tag actor { name organization { code } } position { reference stage }
  }
}
"""
COORDINATOR = "coordinator@amb.demo"


@asynccontextmanager
async def socket(address: str, token: str | None = None) -> AsyncIterator[ClientConnection]:
    url = address.replace("http", "ws") + "/graphql"
    async with connect(url, subprotocols=["graphql-transport-ws"]) as opened:  # type: ignore[list-item]  # a NewType
        payload = {"Authorization": f"Bearer {token}"} if token else {}
        await opened.send(json.dumps({"type": "connection_init", "payload": payload}))
        yield opened


async def heard(opened: ClientConnection) -> dict[str, Any]:
    message = await opened.recv()
    assert isinstance(message, str)
    told: dict[str, Any] = json.loads(message)
    return told


async def subscribe(opened: ClientConnection, identifier: str = "1", **variables: object) -> None:
    payload = {"query": FOLLOW, "variables": variables}
    await opened.send(json.dumps({"id": identifier, "type": "subscribe", "payload": payload}))


async def test_what_was_missed_comes_first_then_what_happens(
    client: Client, database: Database, clock: Clock
) -> None:
    reference = await propose(client)
    token = await client.token(COORDINATOR)
    with running_server(database.url, clock) as address:
        async with socket(address, token) as opened, httpx.AsyncClient(base_url=address) as http:
            assert (await heard(opened))["type"] == "connection_ack"
            await subscribe(opened, reference=reference, after=0)
            first = (await heard(opened))["payload"]["data"]["positionEvents"]
            assert (first["sequence"], first["tag"]) == (1, "position:created")
            assert first["actor"] == {"name": "Clara Coordinadora", "organization": {"code": "AMB"}}
            wish = {"reference": reference, "action": "START_DRAFTING"}
            body = {"query": MOVE, "variables": {"input": wish}}
            moved = await http.post("/graphql", json=body, headers={"authorization": f"Bearer {token}"})
            assert moved.json()["data"]["moveStage"]["userErrors"] == []
            second = (await heard(opened))["payload"]["data"]["positionEvents"]
            assert (second["sequence"], second["tag"]) == (2, "stage:moved")
            assert second["position"] == {"reference": reference, "stage": "DRAFTING"}


async def test_an_invisible_position_is_not_found(client: Client, database: Database, clock: Clock) -> None:
    reference = await propose(client)
    with running_server(database.url, clock) as address:
        async with socket(address) as opened:
            assert (await heard(opened))["type"] == "connection_ack"
            for identifier, wanted in enumerate((reference, "AMB-PP-1999-001")):
                await subscribe(opened, str(identifier), reference=wanted)
                message = await heard(opened)
                errors = message["payload"] if message["type"] == "error" else message["payload"]["errors"]
                assert errors[0]["extensions"]["code"] == "NOT_FOUND"
                while message["type"] == "next":
                    message = await heard(opened)


async def test_following_ends_with_the_right_to_read(
    client: Client, database: Database, clock: Clock
) -> None:
    reference = await propose(client)
    token = await client.token(COORDINATOR, Scope.READ)
    with running_server(database.url, clock) as address:
        async with socket(address, token) as opened, httpx.AsyncClient(base_url=address) as http:
            await heard(opened)
            await subscribe(opened, reference=reference, after=0)
            await heard(opened)
            session = {"cookie": f"positions_session={await client.sign_in(COORDINATOR)}", "x-positions": "1"}
            listed = await http.post(
                "/graphql", json={"query": "{ viewer { tokens { id } } }"}, headers=session
            )
            (made,) = listed.json()["data"]["viewer"]["tokens"]
            revoke = "mutation ($id: ID!) { revokeToken(input: {tokenId: $id}) { userErrors { code } } }"
            await http.post("/graphql", json={"query": revoke, "variables": made}, headers=session)
            assert (await heard(opened))["type"] == "complete"


async def test_following_ends_with_the_session_at_once(
    client: Client, database: Database, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "LOOK_EVERY", 3600)  # only the signal can tell
    reference = await propose(client)
    cookie = {"cookie": f"positions_session={await client.sign_in(COORDINATOR)}"}
    with running_server(database.url, clock) as address:
        url = address.replace("http", "ws") + "/graphql"
        async with (
            connect(url, subprotocols=["graphql-transport-ws"], additional_headers=cookie) as opened,  # type: ignore[list-item]  # a NewType
            httpx.AsyncClient(base_url=address) as http,
        ):
            await opened.send(json.dumps({"type": "connection_init"}))
            await heard(opened)
            await subscribe(opened, reference=reference, after=0)
            assert (await heard(opened))["type"] == "next"
            other = {"cookie": f"positions_session={await client.sign_in(COORDINATOR)}", "x-positions": "1"}
            revoke = "mutation { revokeOtherSessions(input: {}) { ended userErrors { code } } }"
            answer = await http.post("/graphql", json={"query": revoke}, headers=other)
            assert answer.json()["data"]["revokeOtherSessions"]["userErrors"] == []
            assert (await heard(opened))["type"] == "complete"


async def test_doors_are_shut_to_bad_tokens_and_foreign_pages(
    client: Client, database: Database, clock: Clock
) -> None:
    with running_server(database.url, clock) as address:
        async with socket(address, "nobody") as opened:
            with pytest.raises(ConnectionClosed) as closed:
                await heard(opened)
            assert closed.value.rcvd is not None
            assert closed.value.rcvd.code == 4403
        url = address.replace("http", "ws") + "/graphql"
        for headers, status in (
            ({"authorization": "Bearer nobody"}, 401),
            ({"origin": "http://elsewhere.test"}, 403),
        ):
            with pytest.raises(InvalidStatus) as refused:
                await connect(url, subprotocols=["graphql-transport-ws"], additional_headers=headers)  # type: ignore[list-item]  # a NewType
            assert refused.value.response.status_code == status


async def test_a_connection_runs_twenty_operations_at_most(
    client: Client, database: Database, clock: Clock
) -> None:
    reference = await propose(client)
    token = await client.token(COORDINATOR)
    with running_server(database.url, clock) as address:
        async with socket(address, token) as opened:
            await heard(opened)
            for number in range(21):
                await subscribe(opened, str(number), reference=reference)
            message = await heard(opened)
            assert (message["id"], message["type"]) == ("20", "error")


async def test_server_sent_events(client: Client, database: Database, clock: Clock) -> None:
    reference = await propose(client)
    token = await client.token(COORDINATOR)
    headers = {"accept": "text/event-stream", "authorization": f"Bearer {token}"}
    body = {"query": FOLLOW, "variables": {"reference": reference, "after": 0}}
    with running_server(database.url, clock) as address:
        async with httpx.AsyncClient(base_url=address) as http:
            async with http.stream("POST", "/graphql", json=body, headers=headers) as stream:
                assert stream.headers["content-type"].startswith("text/event-stream")
                lines = stream.aiter_lines()
                assert await anext(lines) == "event: next"
                told = json.loads((await anext(lines)).removeprefix("data: "))
                assert told["data"]["positionEvents"]["tag"] == "position:created"
            query = {"query": "{ __typename }"}
            plain = await http.post("/graphql", json=query, headers={"accept": "text/event-stream"})
            assert plain.text.split() == [
                "event:",
                "next",
                "data:",
                '{"data":{"__typename":"Query"}}',
                "event:",
                "complete",
                "data:",
            ]
            refused = await http.post("/graphql", json=body, headers={"authorization": f"Bearer {token}"})
            assert refused.status_code == 406


VIEWER = "{ viewer { name } }"


async def asked(opened: ClientConnection, identifier: str, document: str, **variables: object) -> Any:
    payload = {"query": document, "variables": variables}
    await opened.send(json.dumps({"id": identifier, "type": "subscribe", "payload": payload}))
    answer = await heard(opened)
    if answer["type"] == "next":
        assert (await heard(opened))["type"] == "complete"
    return answer["payload"]


async def test_a_session_that_was_ended_does_nothing_more_on_an_open_connection(
    client: Client, database: Database, clock: Clock
) -> None:
    secret = await client.sign_in(COORDINATOR)
    cookie = {"cookie": f"positions_session={secret}"}
    with running_server(database.url, clock) as address:
        url = address.replace("http", "ws") + "/graphql"
        async with connect(url, subprotocols=["graphql-transport-ws"], additional_headers=cookie) as opened:  # type: ignore[list-item]  # a NewType
            await opened.send(json.dumps({"type": "connection_init"}))
            await heard(opened)
            assert (await asked(opened, "1", VIEWER))["data"]["viewer"] == {"name": "Clara Coordinadora"}
            async with database.write() as work:
                await sign_out(work, hash_secret(secret))
            assert (await asked(opened, "2", VIEWER))["data"]["viewer"] is None


async def test_a_token_that_has_ended_asks_for_nothing_more_on_an_open_connection(
    client: Client, database: Database, clock: Clock
) -> None:
    token = await client.token(COORDINATOR, days=1)
    with running_server(database.url, clock) as address:
        async with socket(address, token) as opened:
            await heard(opened)
            clock.advance(days=2)
            (error,) = await asked(opened, "1", VIEWER)
            assert error["extensions"]["code"] == "UNAUTHENTICATED"


@pytest.mark.parametrize(
    "message", ['{"type": "\\ud800"}', "[" * 1000 + "]" * 1000, "no JSON", f'{{"type": "{"x" * 300_000}"}}']
)
async def test_messages_are_read_as_strictly_as_bodies(
    database: Database, clock: Clock, message: str
) -> None:
    with running_server(database.url, clock) as address:
        async with socket(address) as opened:
            await heard(opened)
            await opened.send(message)
            with pytest.raises(ConnectionClosed) as closed:
                await heard(opened)
            assert closed.value.rcvd is not None
            assert closed.value.rcvd.code == 4400


@pytest.mark.parametrize(
    ("signal", "wakes"),
    [
        (PositionMoved("pos_1", 3), True),
        (PositionMoved("pos_1", 2), False),
        (PositionMoved("pos_2", 3), False),
        (RightsChanged("mem_1"), True),
        (SignalsLost(), True),
        (DraftMoved("doc_1", 3), False),
    ],
)
def test_what_is_typed_in_texts_wakes_no_follower(signal: Signal, wakes: bool) -> None:
    assert following._concerns(signal, "pos_1", 2) is wakes
