"""Letterheads over GraphQL and HTTP: who sets them, what is refused, and that the record keeps what was printed."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

import pytest
from sqlalchemy import select

from positions.models.events import Event
from positions.services.unit_of_work import Database
from positions.versions import sha256_of
from tests.support.clients import Client
from tests.support.pictures import PNG

ADMIN, COORDINATOR, DELEGATE = "admin@amb.demo", "coordinator@amb.demo", "delegate@08019.demo"
SET = """mutation ($input: SetLetterheadInput!) { setLetterhead(input: $input) {
  letterhead { lines hasLogo } userErrors { path code message } } }"""
SHOW = "query ($code: String!) { letterhead(organizationCode: $code) { lines hasLogo } }"
LINES = ["Plaça de Sant Jaume, 1", "08002 Barcelona"]


async def tell(client: Client, given: Mapping[str, object], by: str | None) -> Any:
    return (await client.ask(SET, {"input": given}, as_email=by))["setLetterhead"]


async def send(client: Client, method: str, code: str, by: str | None, content: bytes = b"") -> Any:
    headers = (
        {"cookie": f"positions_session={await client.sign_in(by)}", "origin": "http://test"} if by else {}
    )
    return await client.http.request(
        method, f"/organizations/{code}/letterhead/logo", content=content, headers=headers
    )


async def shown(client: Client, code: str) -> Any:
    return (await client.ask(SHOW, {"code": code}))["letterhead"]


async def test_an_administrator_sets_any_and_a_coordinator_its_own(client: Client) -> None:
    assert await shown(client, "08019") is None
    assert (await tell(client, {"forOrganizationCode": "08019", "lines": LINES}, ADMIN))["userErrors"] == []
    assert (await tell(client, {"forOrganizationCode": "AMB", "lines": ["Zona Franca"]}, COORDINATOR))[
        "userErrors"
    ] == []
    assert await shown(client, "08019") == {"lines": LINES, "hasLogo": False}
    refused = [("08019", COORDINATOR), ("08019", DELEGATE), ("AMB", DELEGATE)]
    for code, by in refused:
        answer = await tell(client, {"forOrganizationCode": code, "lines": []}, by)
        assert [error["code"] for error in answer["userErrors"]] == ["FORBIDDEN"]
    anonymous = await tell(client, {"forOrganizationCode": "AMB", "lines": []}, None)
    assert [error["code"] for error in anonymous["userErrors"]] == ["UNAUTHENTICATED"]
    assert await shown(client, "08019") == {"lines": LINES, "hasLogo": False}


async def test_a_mark_comes_in_as_a_png_and_goes_again(client: Client) -> None:
    answer = await send(client, "PUT", "08019", ADMIN, PNG)
    assert answer.json() == {"letterhead": {"lines": [], "hasLogo": True}, "userErrors": []}
    picture = await send(client, "GET", "08019", None)
    assert (picture.content, picture.headers["content-type"]) == (PNG, "image/png")
    assert (await send(client, "DELETE", "08019", ADMIN)).json()["letterhead"]["hasLogo"] is False
    assert (await send(client, "GET", "08019", None)).status_code == 404


@pytest.mark.parametrize(
    ("content", "code", "status"),
    [
        (b"<svg/>", "UNSUPPORTED", 200),
        (PNG[:-2], "INVALID", 200),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 500_100, "LIMIT_EXCEEDED", 413),
    ],
)
async def test_a_file_that_is_no_small_png_changes_nothing(
    client: Client, content: bytes, code: str, status: int
) -> None:
    answer = await send(client, "PUT", "08019", ADMIN, content)
    assert (answer.status_code, answer.json()["userErrors"][0]["code"]) == (status, code)
    assert await shown(client, "08019") is None


async def test_others_may_not_and_nobody_for_what_does_not_exist(client: Client) -> None:
    assert (await send(client, "PUT", "AMB", DELEGATE, PNG)).json()["userErrors"][0]["code"] == "FORBIDDEN"
    assert (await send(client, "PUT", "00000", ADMIN, PNG)).json()["userErrors"][0]["code"] == "NOT_FOUND"


async def test_the_register_records_the_hashes(client: Client, database: Database) -> None:
    await tell(client, {"forOrganizationCode": "08019", "lines": LINES}, ADMIN)
    await send(client, "PUT", "08019", ADMIN, PNG)
    async with database.read() as session:
        rows = select(Event).where(Event.tag == "organization:updated").order_by(Event.sequence)
        bodies = [json.loads(event.body) for event in await session.scalars(rows)]
    assert bodies == [
        {"organization": "08019", "letterhead_sha256": sha256_of("\n".join(LINES))},
        {"organization": "08019", "logo_sha256": hashlib.sha256(PNG).hexdigest()},
    ]
