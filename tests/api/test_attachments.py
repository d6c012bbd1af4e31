"""Files come in looked into, go out as downloads only, and stay in the record when they are taken off."""

from typing import Any

import pytest

from api.identity import COOKIE
from tests.support.clients import Client
from tests.support.papers import COORDINATOR, propose

PDF = b"%PDF-1.7\nAn annex.\n%%EOF\n"


@pytest.fixture
async def reference(client: Client) -> str:
    return await propose(client)


async def attach(
    client: Client, reference: str, name: str = "annex.pdf", content: bytes = PDF, **more: Any
) -> Any:
    email = more.pop("email", COORDINATOR)
    headers = {"x-filename": name, "x-positions": "1", "accept-language": "en", **more.pop("headers", {})}
    if email:
        headers["cookie"] = f"{COOKIE}={await client.sign_in(email)}"
    path = f"/positions/{reference}/attachments"
    return await client.http.post(path, content=content, headers=headers, params=more)


async def get(client: Client, path: str, email: str | None = COORDINATOR) -> Any:
    cookie = {"cookie": f"{COOKIE}={await client.sign_in(email)}"} if email else {}
    return await client.http.get(path, headers=cookie)


async def test_a_file_comes_in_and_out_again(client: Client, reference: str) -> None:
    kept = (await attach(client, reference, annex="true")).json()
    assert kept["userErrors"] == []
    assert (kept["attachment"]["mediaType"], kept["attachment"]["isAnnex"]) == ("application/pdf", True)
    document = "query($r: String!) { position(reference: $r) { attachments { name bytes isAnnex url } } }"
    (listed,) = (await client.ask(document, {"r": reference}, as_email=COORDINATOR))["position"][
        "attachments"
    ]
    answer = await get(client, listed["url"].removeprefix("http://test"))
    assert answer.content == PDF
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''annex.pdf"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]


async def test_a_form_works_as_well(client: Client, reference: str) -> None:
    cookie = {"cookie": f"{COOKIE}={await client.sign_in(COORDINATOR)}", "x-positions": "1"}
    files = {"file": ("Acta núm. 3.txt", b"Acta", "application/x-msdownload")}
    kept = await client.http.post(f"/positions/{reference}/attachments", files=files, headers=cookie)
    assert kept.json()["attachment"]["mediaType"] == "text/plain; charset=utf-8"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("annex.pdf", b"<script>alert(1)</script>", "INVALID"),
        ("page.html", b"<p>", "UNSUPPORTED"),
        ("annex.pdf", b"", "INVALID"),
        ("", PDF, "INVALID"),
        ("a%0d%0ab.pdf", PDF, "INVALID"),
    ],
)
async def test_what_is_not_kept_is_refused_and_changes_nothing(
    client: Client, reference: str, name: str, content: bytes, code: str
) -> None:
    refused = await attach(client, reference, name, content)
    assert (refused.status_code, refused.json()["attachment"]) == (200, None)
    assert refused.json()["userErrors"][0]["code"] == code
    document = "query($r: String!) { position(reference: $r) { attachments { name } } }"
    found = await client.ask(document, {"r": reference}, as_email=COORDINATOR)
    assert found["position"]["attachments"] == []


async def test_a_body_over_the_limit_is_413(client: Client, reference: str) -> None:
    refused = await attach(client, reference, content=PDF + bytes(21 * 1024 * 1024))
    assert refused.status_code == 413


@pytest.mark.parametrize(
    ("email", "code"),
    [
        (None, "NOT_FOUND"),
        ("delegate@08019.demo", "FORBIDDEN"),
        ("observer@generalitat.demo", "FORBIDDEN"),
        ("delegate@08101.demo", "NOT_FOUND"),
    ],
)
async def test_only_those_who_steer_the_paper_attach(
    client: Client, reference: str, email: str | None, code: str
) -> None:
    refused = await attach(client, reference, email=email)
    assert refused.json()["userErrors"][0]["code"] == code


async def test_a_foreign_page_attaches_nothing(client: Client, reference: str) -> None:
    refused = await attach(
        client, reference, headers={"x-positions": "", "origin": "https://elsewhere.example"}
    )
    assert refused.status_code == 403


async def test_a_file_taken_off_is_no_longer_listed_and_still_there(client: Client, reference: str) -> None:
    kept = (await attach(client, reference)).json()["attachment"]
    document = """mutation($id: ID!) { removeAttachment(input: { attachmentId: $id }) {
      attachment { removedAt } userErrors { code } } }"""
    first = await client.ask(document, {"id": kept["id"]}, as_email=COORDINATOR)
    assert first["removeAttachment"]["attachment"]["removedAt"]
    again = await client.ask(document, {"id": kept["id"]}, as_email=COORDINATOR)
    assert again["removeAttachment"]["userErrors"] == [{"code": "ALREADY_DONE"}]
    assert (await get(client, f"/positions/{reference}/attachments/{kept['id']}")).status_code == 200
    assert (await get(client, f"/positions/{reference}/attachments/{kept['id']}", None)).status_code == 404
