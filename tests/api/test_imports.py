"""Files in: Word, OpenDocument and Markdown become an edit of the draft, and whatever is no such file changes nothing."""

import io
import zipfile
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.support.clients import Client
from tests.support.papers import move, propose

pytestmark = pytest.mark.one_engine  # what is read in a file, and told of it, is no matter of the database

FILES = Path(__file__).parents[1] / "files"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TOWN = "delegate@08019.demo"


@pytest.fixture
async def reference(client: Client) -> str:
    reference = await propose(client)
    await move(client, reference, "START_DRAFTING")
    return reference


async def send(
    client: Client,
    reference: str,
    content: bytes,
    *,
    name: str = "text.docx",
    email: str = TOWN,
    **query: str,
) -> tuple[int, dict[str, Any]]:
    cookie = f"positions_session={await client.sign_in(email)}"
    answer = await client.http.post(
        f"/positions/{reference}/ca/import",
        params={"base": "0", **query},
        content=content,
        headers={"x-filename": name, "x-positions": "1", "cookie": cookie, "accept-language": "ca"},
    )
    return answer.status_code, answer.json()


async def draft(client: Client, reference: str) -> str:
    question = (
        "query($reference: String!) { position(reference: $reference) { documents { draft { text } } } }"
    )
    data: Any = await client.ask(question, {"reference": reference}, as_email=TOWN)
    return str(data["position"]["documents"][0]["draft"]["text"])


@pytest.mark.parametrize("suffix", ["docx", "odt"])
async def test_an_office_file_becomes_the_draft_with_its_structure(
    client: Client, reference: str, suffix: str
) -> None:
    content = (FILES / f"aigues-residuals.{suffix}").read_bytes()
    status, answer = await send(client, reference, content, name=quote(f"aigües.{suffix}"))
    text = answer["draft"]["text"]
    assert (status, answer["userErrors"], answer["draft"]["sequence"]) == (200, [], 1)
    for piece in ("## 1. Resum", "**D1.**", "| ", "[^1]", "- **", "](http"):
        assert piece in text
    assert await draft(client, reference) == text


async def test_a_form_with_a_file_part_does_the_same(client: Client, reference: str) -> None:
    cookie = f"positions_session={await client.sign_in(TOWN)}"
    answer = await client.http.post(
        f"/positions/{reference}/ca/import?base=0",
        files={"file": ("text.md", "# Títol\r\n\r\nl·l\r\n".encode(), "text/markdown")},
        headers={"cookie": cookie, "x-positions": "1"},
    )
    assert answer.json()["draft"]["text"] == "# Títol\n\nl·l\n"


def bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"0" * 300_000_000)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("text.docx", b"no word file", "INVALID"),
        ("text.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "INVALID"),
        ("text.docx", b"", "INVALID"),
        ("text.exe", b"MZ", "UNSUPPORTED"),
        ("text.md", b"\xff\xfe\x00", "INVALID"),
        ("text.md", b"nul \0", "INVALID"),
    ],
)
async def test_what_is_no_such_file_is_refused_by_name_and_changes_nothing(
    client: Client, reference: str, name: str, content: bytes, code: str
) -> None:
    status, answer = await send(client, reference, content, name=name)
    assert (status, answer["draft"], answer["userErrors"][0]["code"]) == (200, None, code)
    assert answer["userErrors"][0]["message"]
    assert await draft(client, reference) == ""


async def test_a_zip_bomb_and_a_file_over_the_limit_are_413(client: Client, reference: str) -> None:
    status, answer = await send(client, reference, bomb())
    assert (status, answer["userErrors"][0]["code"]) == (413, "LIMIT_EXCEEDED")
    status, answer = await send(client, reference, b"x" * 20_000_001, name="text.md")
    assert (status, answer["userErrors"][0]["code"]) == (413, "LIMIT_EXCEEDED")
    assert await draft(client, reference) == ""


async def test_who_may_not_write_may_not_import(client: Client, reference: str) -> None:
    for email, code in (("observer@generalitat.demo", "FORBIDDEN"), ("delegate@08101.demo", "NOT_FOUND")):
        _, answer = await send(client, reference, b"# Text", name="text.md", email=email)
        assert answer["userErrors"][0]["code"] == code


async def test_an_import_on_an_older_base_merges_or_is_refused(client: Client, reference: str) -> None:
    await send(client, reference, b"# Aigua\n\nEl riu baixa.\n", name="a.md")
    await send(client, reference, b"# Aigua\n\nEl riu baixa ple.\n", name="b.md", base="1")
    _, merged = await send(client, reference, b"# L'aigua\n\nEl riu baixa.\n", name="c.md", base="1")
    assert merged["draft"]["text"] == "# L'aigua\n\nEl riu baixa ple.\n"
    _, refused = await send(
        client, reference, b"# Aigua\n\nEl riu puja.\n", name="d.md", base="1", onConflict="REJECT"
    )
    assert refused["userErrors"][0]["code"] == "CONFLICT"
    assert await draft(client, reference) == merged["draft"]["text"]


@pytest.mark.parametrize("media_type", ["", "application/octet-stream", "application/x-www-form-urlencoded"])
@pytest.mark.parametrize(
    ("name", "start"), [("aigues-residuals.docx", "#"), ("aigues-residuals.odt", "#"), (None, "Hola")]
)
async def test_a_program_need_not_say_what_kind_of_file_it_sends(
    client: Client, reference: str, media_type: str, name: str | None, start: str
) -> None:
    answer = await client.http.post(
        f"/positions/{reference}/ca/import",
        params={"base": "0"},
        content=(FILES / name).read_bytes() if name else b"Hola.\n",
        headers={"authorization": f"Bearer {await client.token(TOWN)}", "content-type": media_type},
    )
    assert answer.json()["draft"]["text"].startswith(start)


async def test_without_a_token_nothing_is_found(client: Client, reference: str) -> None:
    answer = await client.http.post(f"/positions/{reference}/ca/import", content=b"Hola.\n")
    assert [error["code"] for error in answer.json()["userErrors"]] == ["NOT_FOUND"]
