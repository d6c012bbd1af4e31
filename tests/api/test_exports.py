"""A version as a file: whole, hashed, for those who may open it, and plainly fiction in a demo."""

import hashlib
from typing import Any

import pytest

from tests.support.clients import Client
from tests.support.papers import move, propose

pytestmark = pytest.mark.anyio

TOWN = "delegate@08019.demo"
TEXT = "# Aigua\n\nEl riu — l·l 😀 <script>alert(1)</script> [mal](javascript:alert(1))\n"


@pytest.fixture
async def reference(client: Client) -> str:
    """A paper with two versions."""
    reference = await propose(client)
    await move(client, reference, "START_DRAFTING")
    question = "query($r: String!) { position(reference: $r) { documents { id } } }"
    found: Any = await client.ask(question, {"r": reference}, as_email=TOWN)
    document_id = found["position"]["documents"][0]["id"]
    for sequence, text in enumerate((TEXT, TEXT.replace("riu", "riu gran"))):
        edit = "mutation($i: EditDraftInput!) { editDraft(input: $i) { userErrors { code } } }"
        given = {"documentId": document_id, "baseSequence": sequence, "text": text}
        await client.ask(edit, {"i": given}, as_email=TOWN)
        save = "mutation($i: SaveVersionInput!) { saveVersion(input: $i) { version { sha256 } } }"
        await client.ask(save, {"i": {"documentId": document_id}}, as_email=TOWN)
    return reference


async def get(client: Client, path: str, email: str | None = TOWN) -> Any:
    cookie = {"cookie": f"positions_session={await client.sign_in(email)}"} if email else {}
    return await client.http.get(path, headers=cookie)


async def test_the_markdown_is_the_text_and_its_hash_is_that_of_the_file(
    client: Client, reference: str
) -> None:
    answer = await get(client, f"/positions/{reference}/ca/versions/1.md")
    assert (answer.status_code, answer.text) == (200, TEXT)
    assert answer.headers["x-sha256"] == hashlib.sha256(answer.content).hexdigest()


async def test_the_page_is_harmless_and_says_that_a_demo_is_fiction(client: Client, reference: str) -> None:
    for path in ("versions/1.html", "comparison/1...2.html"):
        answer = await get(client, f"/positions/{reference}/ca/{path}")
        assert answer.status_code == 200
        assert "<script" not in answer.text
        assert 'href="javascript' not in answer.text
        assert "Dades fictícies" in answer.text
        assert "default-src 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("email", [None, "delegate@08101.demo"])
async def test_who_may_not_read_finds_nothing(client: Client, reference: str, email: str | None) -> None:
    for path in ("versions/1.md", "versions/1.html", "comparison/1...2.html", "versions/99.md"):
        assert (await get(client, f"/positions/{reference}/ca/{path}", email)).status_code == 404
