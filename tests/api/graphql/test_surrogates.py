"""Lone surrogates, which JSON can spell: refused with the field's name in a mutation, unreadable anywhere else."""

import json

import httpx
import pytest

from api.graphql.surrogates import read_with_surrogates
from tests.support.clients import Client
from tests.support.papers import COORDINATOR, propose

LONE = "a\ud800b"
CREATE = "mutation ($input: CreatePositionInput!) { createPosition(input: $input) { position { id } userErrors { path code message } } }"
EDIT = "mutation ($input: EditDraftInput!) { editDraft(input: $input) { draft { text } userErrors { path code message } } }"
POSITION = {"titles": [{"language": "ca", "text": "Aigua"}], "originalLanguage": "ca", "leadCode": "AMB"}


async def send(client: Client, document: str, variables: object, **more: object) -> httpx.Response:
    body = json.dumps({"query": document, "variables": variables, **more}).encode()
    token = await client.token(COORDINATOR)
    headers = {"authorization": f"Bearer {token}", "content-type": "application/json"}
    return await client.http.post("/graphql", content=body, headers=headers)


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ({"titles": [{"language": "ca", "text": LONE}]}, ["titles", "0", "text"]),
        ({"leadCode": LONE}, ["leadCode"]),
        ({"participantCodes": ["08019", LONE]}, ["participantCodes", "1"]),
        ({"idempotencyKey": LONE}, ["idempotencyKey"]),
    ],
)
async def test_a_mutation_names_the_field(client: Client, given: dict[str, object], path: list[str]) -> None:
    answer = await send(client, CREATE, {"input": {**POSITION, **given}})
    assert answer.status_code == 200
    refused = answer.json()["data"]["createPosition"]
    assert refused["position"] is None
    assert [(error["path"], error["code"]) for error in refused["userErrors"]] == [(path, "INVALID")]


async def test_a_text_with_one_is_not_saved(client: Client) -> None:
    reference = await propose(client)
    query = "query ($r: String!) { position(reference: $r) { documents { id } } }"
    data = await client.ask(query, {"r": reference}, as_email=COORDINATOR)
    document_id = data["position"]["documents"][0]["id"]
    answer = await send(client, EDIT, {"input": {"documentId": document_id, "baseSequence": 0, "text": LONE}})
    refused = answer.json()["data"]["editDraft"]
    assert refused["draft"] is None
    assert [(error["path"], error["code"]) for error in refused["userErrors"]] == [(["text"], "INVALID")]


async def test_a_query_with_one_cannot_be_read(client: Client) -> None:
    answer = await send(client, "query ($id: ID!) { node(id: $id) { id } }", {"id": LONE})
    assert answer.status_code == 400


async def test_a_name_with_one_is_repeated_in_an_error(client: Client) -> None:
    answer = await send(client, CREATE, {"input": {**POSITION, LONE: 1}})
    assert answer.json()["errors"]


@pytest.mark.parametrize(
    "body",
    [
        rb'{"query": "\ud800", "variables": {"a": "\ud800"}}',
        rb'{"query": "{a}", "operationName": "\ud800", "variables": {"a": 1}}',
        rb'{"query": "{a}", "variables": {"a": "\ud83d\ude00", "b": NaN}}',
        rb'{"query": "{a}", "variables": {"a": "\ud800"',
        rb'["\ud800"]',
        rb'{"query": "{a}", "variables": {"a": "\ud800", "b": ' + b"[" * 5000 + b"]" * 5000 + b"}}",
        b'{"query": "{a}", "variables": {"a": "\\ud800\xff"}}',
    ],
)
def test_what_else_is_wrong_stays_wrong(body: bytes) -> None:
    assert read_with_surrogates(body) is None
