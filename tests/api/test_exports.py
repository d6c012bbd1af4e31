"""A version as a file: whole, hashed, for those who may open it, and plainly fiction in a demo."""

import hashlib
import io
import zipfile
from typing import Any
from urllib.parse import unquote

import pytest

from tests.support.clients import Client
from tests.support.papers import move, propose

pytestmark = pytest.mark.one_engine  # files are made from a text that was read

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


@pytest.mark.parametrize(
    ("form", "media_type", "beginning"),
    [
        ("pdf", "application/pdf", b"%PDF-"),
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK"),
        ("odt", "application/vnd.oasis.opendocument.text", b"PK"),
        ("xml", "application/akn+xml", b"<?xml"),
    ],
)
async def test_a_version_comes_in_each_form_and_is_the_same_file_again(
    client: Client, reference: str, form: str, media_type: str, beginning: bytes
) -> None:
    first = await get(client, f"/positions/{reference}/ca/versions/2.{form}")
    assert (first.status_code, first.headers["content-type"]) == (200, media_type)
    assert first.content.startswith(beginning)
    assert f"{reference}-ca-v2.{form}" in first.headers["content-disposition"]
    again = await get(client, f"/positions/{reference}/ca/versions/2.{form}")
    assert again.headers["etag"] == first.headers["etag"]


async def test_a_comparison_comes_as_tracked_changes(client: Client, reference: str) -> None:
    answer = await get(client, f"/positions/{reference}/ca/comparison/1...2.docx")
    assert answer.status_code == 200
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        document = archive.read("word/document.xml").decode()
    assert "<w:ins " in document
    assert "gran" in document


async def test_a_pdf_that_cannot_declare_the_standards_says_why(client: Client, reference: str) -> None:
    answer = await get(client, f"/positions/{reference}/ca/versions/1.pdf")
    assert "😀" in unquote(answer.headers["x-positions-remark"])


async def test_a_form_that_is_not_offered_is_refused_by_name(client: Client, reference: str) -> None:
    assert (await get(client, f"/positions/{reference}/ca/versions/1.exe")).status_code == 415


@pytest.mark.parametrize("email", [None, "delegate@08101.demo"])
async def test_who_may_not_read_finds_nothing(client: Client, reference: str, email: str | None) -> None:
    for path in (
        "versions/1.md",
        "versions/1.html",
        "versions/1.pdf",
        "versions/1.docx",
        "versions/1.odt",
        "comparison/1...2.html",
        "comparison/1...2.docx",
        "versions/99.pdf",
    ):
        assert (await get(client, f"/positions/{reference}/ca/{path}", email)).status_code == 404
