"""A comparison as a Word file: what all participants say of it goes along, what is internal never does, and it comes back."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from positions.publishing.word_changes import read_changes
from tests.api.test_import_changes import EDIT, SAVE, TEXT, TOWN, document_of, read, reference
from tests.support.clients import Client
from tests.support.papers import COORDINATOR

pytestmark = pytest.mark.one_engine  # files are made from a text that was read

__all__ = ["reference"]

START = "mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id } userErrors { code } } }"
LATER = TEXT.replace("ple", "sec").replace("Un segon paràgraf.", "Un segon paràgraf, ampliat.")


async def compared(client: Client, reference: str) -> bytes:
    """The comparison of two versions, which Badalona downloads; one thread is for all, one is Barcelona's own."""
    document = await document_of(client, reference)
    await client.ask(SAVE, {"input": {"documentId": document, "label": "v1"}}, as_email=COORDINATOR)
    edit = {"documentId": document, "text": LATER, "baseSequence": 1}
    await client.ask(EDIT, {"input": edit}, as_email=TOWN)
    await client.ask(SAVE, {"input": {"documentId": document, "label": "v2"}}, as_email=TOWN)
    start = LATER.index("riu")
    for body, visibility in (("De tothom", "PARTICIPANTS"), ("De casa", "ORGANIZATION")):
        wish = {"documentId": document, "body": body, "visibility": visibility, "versionNumber": 2}
        asked = {**wish, "start": start, "end": start + 3}
        answer = await client.ask(START, {"input": asked}, as_email=TOWN)
        assert answer["startThread"]["userErrors"] == []
    cookie = f"positions_session={await client.sign_in(TOWN)}"
    answer = await client.http.get(
        f"/positions/{reference}/ca/comparison/1...2.docx", headers={"cookie": cookie}
    )
    assert answer.status_code == 200
    return bytes(answer.content)


async def test_what_all_say_goes_along_and_what_is_internal_stays(client: Client, reference: str) -> None:
    content = await compared(client, reference)
    with ZipFile(BytesIO(content)) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert b"De tothom" in everything
    assert b"De casa" not in everything
    assert b"Bernat" not in everything  # who spoke is told by the town
    file = read_changes("a.docx", content)
    ((who, body),) = file.remarks[0].said
    assert (who.author, body, len(file.remarks)) == ("Barcelona", "«riu»\nDe tothom", 1)


async def test_an_exported_comparison_brought_back_offers_the_same_changes(
    client: Client, reference: str
) -> None:
    content = await compared(client, reference)
    file = read_changes("a.docx", content)
    assert file.base == TEXT
    assert [(file.base[one.start : one.end], one.proposed) for one in file.suggestions] == [
        ("ple", "sec"),
        ("", ", ampliat"),
    ]
    reading = (await read(client, reference, content))["reading"]
    assert reading["baseVersion"] == 1
    assert [one["state"] for one in reading["changes"]] == ["ALREADY", "ALREADY"]
