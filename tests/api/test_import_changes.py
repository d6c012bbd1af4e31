"""A Word file's changes and comments: read, chosen, and brought in as amendments and threads, or into the draft."""

from typing import Any

import pytest

from tests.support.clients import Client
from tests.support.papers import COORDINATOR, move, propose
from tests.support.states import step
from tests.support.word_files import (
    JOAN,
    MARIA,
    Comment,
    commented,
    deleted,
    inserted,
    paragraph,
    plain,
    word_file,
)

pytestmark = pytest.mark.one_engine  # what is read in a file, and told of it, is no matter of the database

TOWN = "delegate@08019.demo"
TEXT = "# Aigua\n\nEl riu baixa ple i net.\n\nUn segon paràgraf.\n"
EDIT = "mutation ($input: EditDraftInput!) { editDraft(input: $input) { draft { sequence } userErrors { code } } }"
SAVE = "mutation ($input: SaveVersionInput!) { saveVersion(input: $input) { version { number } userErrors { code } } }"
IMPORT = """
mutation ($input: ImportChangesInput!) {
  importChanges(input: $input) {
    amendments { number original proposedText importedAuthor importedAt authors { code } }
    threads {
      resolvedAt anchor { exact } comments(first: 9) { nodes { body importedAuthor importedAt author { organization { code } } } }
    }
    draft { text }
    userErrors { path code message }
  }
}
"""
FILE = word_file(
    paragraph("Aigua", style="Ttol1"),
    paragraph(plain("El riu "), commented("0", plain("baixa")), plain(" "), deleted("ple", MARIA),
              inserted("sec", MARIA), plain(" i net"), inserted(" sempre", JOAN), plain(".")),
    paragraph("Un segon paràgraf."),
    comments=[Comment("0", JOAN, "Segur?", is_done=True), Comment("1", MARIA, "Sí.", answers="0")],
)  # fmt: skip


@pytest.fixture
async def reference(client: Client) -> str:
    """A paper in drafting with a text."""
    reference = await propose(client)
    await move(client, reference, "START_DRAFTING")
    wish = {"documentId": await document_of(client, reference), "text": TEXT, "baseSequence": 0}
    await client.ask(EDIT, {"input": wish}, as_email=TOWN)
    return reference


async def document_of(client: Client, reference: str) -> str:
    question = "query($reference: String!) { position(reference: $reference) { documents { id } } }"
    data = await client.ask(question, {"reference": reference}, as_email=COORDINATOR)
    return str(data["position"]["documents"][0]["id"])


@step
async def amending(client: Client, reference: str) -> None:
    wish = {"documentId": await document_of(client, reference), "label": "v1"}
    await client.ask(SAVE, {"input": wish}, as_email=COORDINATOR)
    await move(client, reference, "OPEN_AMENDING")


async def read(client: Client, reference: str, content: bytes, *, email: str = TOWN) -> dict[str, Any]:
    cookie = f"positions_session={await client.sign_in(email)}"
    answer = await client.http.post(
        f"/positions/{reference}/ca/import/changes",
        content=content,
        headers={"x-filename": "text.docx", "x-positions": "1", "cookie": cookie, "accept-language": "ca"},
    )
    found: dict[str, Any] = answer.json()
    return found


def chosen(reading: dict[str, Any], **more: object) -> dict[str, object]:
    """Everything that can be placed, as the screen sends it."""
    return {
        "documentId": reading["documentId"],
        "versionNumber": reading["versionNumber"],
        "draftSequence": reading["draftSequence"],
        "changes": [
            {
                "start": one["start"],
                "end": one["end"],
                "proposedText": one["proposedText"],
                "importedAuthor": one["author"],
                "importedAt": one["at"],
            }
            for one in reading["changes"]
            if one["isPlaced"]
        ],
        "threads": [
            {
                "start": one["start"],
                "end": one["end"],
                "isResolved": one["isResolved"],
                "comments": [
                    {"body": said["body"], "importedAuthor": said["author"], "importedAt": said["at"]}
                    for said in one["comments"]
                ],
            }
            for one in reading["threads"]
        ],
        **more,
    }


async def bring(client: Client, wish: dict[str, object], *, email: str = TOWN) -> dict[str, Any]:
    data = await client.ask(IMPORT, {"input": wish}, as_email=email, language="ca")
    answer: dict[str, Any] = data["importChanges"]
    return answer


async def test_in_amending_changes_become_amendments_and_comments_threads(
    client: Client, reference: str
) -> None:
    await amending(client, reference)
    reading = (await read(client, reference, FILE))["reading"]
    assert (reading["authors"], reading["share"], reading["versionNumber"]) == (
        ["Maria Puig", "Joan Soler"],
        1.0,
        1,
    )
    assert reading["baseVersion"] == 1
    answer = await bring(client, chosen(reading))
    assert answer["userErrors"] == []
    assert [
        (one["number"], one["original"], one["proposedText"], one["importedAuthor"], one["importedAt"])
        for one in answer["amendments"]
    ] == [
        (1, "ple", "sec", "Maria Puig", "2026-11-12T10:03:00Z"),
        (2, "", " sempre", "Joan Soler", "2026-11-14T16:20:00Z"),
    ]
    assert answer["amendments"][0]["authors"] == [{"code": "08019"}]
    (thread,) = answer["threads"]
    assert (thread["anchor"]["exact"], bool(thread["resolvedAt"])) == ("baixa", True)
    assert [(one["body"], one["importedAuthor"]) for one in thread["comments"]["nodes"]] == [
        ("Segur?", "Joan Soler"),
        ("Sí.", "Maria Puig"),
    ]


async def test_in_drafting_the_chosen_changes_are_written_into_the_draft(
    client: Client, reference: str
) -> None:
    reading = (await read(client, reference, FILE))["reading"]
    assert (reading["versionNumber"], reading["draftSequence"]) == (None, 1)
    answer = await bring(client, chosen(reading))
    assert (answer["userErrors"], answer["amendments"]) == ([], [])
    assert answer["draft"]["text"] == TEXT.replace("ple i net", "sec i net sempre")
    again = (await read(client, reference, FILE))["reading"]
    assert [one["state"] for one in again["changes"]] == ["ALREADY", "ALREADY"]


async def test_a_key_brings_in_once_and_another_input_is_refused(client: Client, reference: str) -> None:
    await amending(client, reference)
    wish = chosen((await read(client, reference, FILE))["reading"], idempotencyKey="k")
    first, second = await bring(client, wish), await bring(client, wish)
    assert first == second
    other = await bring(client, {**wish, "threads": []})
    assert other["userErrors"][0]["code"] == "IDEMPOTENCY_MISMATCH"


async def test_the_file_finds_its_places_in_a_text_that_has_gone_on(client: Client, reference: str) -> None:
    wish = {
        "documentId": await document_of(client, reference),
        "text": "# Aigua\n\nUn de nou.\n\nEl gran riu baixa ple i molt net.\n",
        "baseSequence": 1,
    }
    await client.ask(EDIT, {"input": wish}, as_email=TOWN)
    gone = word_file(
        paragraph("Aigua", style="Ttol1"),
        paragraph(plain("El riu baixa "), deleted("ple", MARIA), inserted("sec", MARIA), plain(" i net.")),
        paragraph(plain("Un "), deleted("segon", JOAN), inserted("tercer", JOAN), plain(" paràgraf.")),
    )
    reading = (await read(client, reference, gone))["reading"]
    assert [(one["state"], one["isPlaced"]) for one in reading["changes"]] == [
        ("APPLIES", True),
        ("ORPHANED", False),
    ]
    lost = reading["changes"][1]
    assert (lost["original"], lost["written"], lost["author"]) == ("segon", "tercer", "Joan Soler")
    answer = await bring(client, chosen(reading))
    assert "El gran riu baixa sec i molt net." in answer["draft"]["text"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"draftSequence": 0}, "STALE"),
        ({"draftSequence": None}, "INVALID"),
        ({"changes": [], "threads": []}, "INVALID"),
        ({"changes": [{"start": 0, "end": 9_999, "proposedText": "x", "importedAuthor": ""}]}, "INVALID"),
        ({"changes": [{"start": 0, "end": 0, "proposedText": "\0", "importedAuthor": ""}]}, "INVALID"),
        ({"threads": [{"comments": []}]}, "INVALID"),
        ({"changes": [{"start": 0, "end": 4, "proposedText": "x", "importedAuthor": ""}] * 2}, "CONFLICT"),
        ({"changes": [{"start": 0, "end": 0, "proposedText": "x", "importedAuthor": "n" * 201}]}, "OK"),
    ],
)
async def test_what_cannot_be_brought_in_changes_nothing(
    client: Client, reference: str, change: dict[str, object], code: str
) -> None:
    wish = chosen((await read(client, reference, FILE))["reading"])
    answer = await bring(client, {**wish, **change})
    if code == "OK":  # the name is not kept on an edit of the draft
        assert answer["userErrors"] == []
        return
    assert [error["code"] for error in answer["userErrors"]] == [code]
    assert (await read(client, reference, FILE))["reading"]["draftSequence"] == 1


async def test_who_may_not_speak_may_not_have_a_file_read(client: Client, reference: str) -> None:
    answer = await read(client, reference, FILE, email="delegate@08101.demo")
    assert answer["userErrors"][0]["code"] == "NOT_FOUND"
    answer = await read(client, reference, b"no word file")
    assert (answer["reading"], answer["userErrors"][0]["code"]) == (None, "INVALID")
