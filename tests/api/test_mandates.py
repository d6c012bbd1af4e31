"""Certificates of mandates come in by their town only, looked into, and go out to readers, never to the public."""

from typing import Any

import pytest

from api.identity import COOKIE
from tests.support.clients import Client
from tests.support.papers import COORDINATOR, propose

PDF = b"%PDF-1.7\nEl ple acorda.\n%%EOF\n"
TOWN = "delegate@08019.demo"


async def keep(
    client: Client,
    reference: str,
    email: str | None = TOWN,
    name: str = "acord.pdf",
    content: bytes = PDF,
    **more: Any,
) -> Any:
    headers = {"x-filename": name, "x-positions": "1", **more}
    if email:
        headers["cookie"] = f"{COOKIE}={await client.sign_in(email)}"
    return await client.http.post(f"/positions/{reference}/certificates", content=content, headers=headers)


async def get(client: Client, path: str, email: str | None) -> Any:
    cookie = {"cookie": f"{COOKIE}={await client.sign_in(email)}"} if email else {}
    return await client.http.get(path, headers=cookie)


async def test_a_certificate_comes_in_and_its_town_has_it(client: Client) -> None:
    reference = await propose(client)
    kept = (await keep(client, reference)).json()
    assert kept["userErrors"] == []
    path = f"/positions/{reference}/certificates/{kept['certificate']['id']}"
    answer = await get(client, path, TOWN)
    assert answer.content == PDF
    assert answer.headers["content-disposition"].startswith("attachment")
    for email in (None, COORDINATOR, "delegate@08015.demo"):  # no vote names it yet
        assert (await get(client, path, email)).status_code == 404


@pytest.mark.parametrize(
    ("email", "name", "content", "code"),
    [
        (COORDINATOR, "acord.pdf", PDF, "FORBIDDEN"),
        ("observer@generalitat.demo", "acord.pdf", PDF, "FORBIDDEN"),
        (None, "acord.pdf", PDF, "NOT_FOUND"),
        (TOWN, "acord.pdf", b"<script>", "INVALID"),
        (TOWN, "acord.exe", PDF, "UNSUPPORTED"),
        (TOWN, "acord.pdf", b"", "INVALID"),
    ],
)
async def test_what_is_not_kept_is_refused(
    client: Client, email: str | None, name: str, content: bytes, code: str
) -> None:
    answer = (await keep(client, await propose(client), email, name, content)).json()
    assert answer["certificate"] is None
    assert answer["userErrors"][0]["code"] == code


async def test_a_page_of_another_origin_keeps_nothing(client: Client) -> None:
    reference = await propose(client)
    foreign: dict[str, Any] = {"x-positions": "", "origin": "https://elsewhere.example"}
    answer = await keep(client, reference, **foreign)
    assert answer.status_code == 403
