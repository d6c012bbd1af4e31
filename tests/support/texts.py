"""Texts written through the API."""

from typing import Any

from tests.support.clients import Client
from tests.support.papers import COORDINATOR
from tests.support.states import step

DOCUMENTS = "query ($reference: String!) { position(reference: $reference) { documents { id language } } }"
EDIT = """
mutation ($input: EditDraftInput!) {
  editDraft(input: $input) { draft { sequence text } userErrors { path code message } }
}
"""
SAVE = """
mutation ($input: SaveVersionInput!) {
  saveVersion(input: $input) { version { id number sha256 chainSha256 } userErrors { path code message } }
}
"""


@step
async def document_of(client: Client, reference: str) -> str:
    """The id of the position's original."""
    data = await client.ask(DOCUMENTS, {"reference": reference}, as_email=COORDINATOR)
    return str(data["position"]["documents"][0]["id"])


@step
async def write(client: Client, document: str, text: str, *, base: int, as_email: str = COORDINATOR) -> Any:
    """The draft after a whole-text save on a sequence."""
    wish = {"documentId": document, "baseSequence": base, "text": text, "onConflict": "MERGE"}
    data = await client.ask(EDIT, {"input": wish}, as_email=as_email)
    assert data["editDraft"]["userErrors"] == []
    return data["editDraft"]["draft"]


@step
async def save(client: Client, document: str, label: str = "v1") -> Any:
    """A version of the draft as it stands."""
    data = await client.ask(SAVE, {"input": {"documentId": document, "label": label}}, as_email=COORDINATOR)
    assert data["saveVersion"]["userErrors"] == []
    return data["saveVersion"]["version"]
