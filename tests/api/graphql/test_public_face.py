"""What the public is shown of a published position, and what it never is: at no depth, under no alias, in no fragment."""

import json
from typing import Any

from sqlalchemy import select

from positions.lifecycle import Action
from positions.models.positions import Position
from positions.models.versions import Version
from positions.services.stages import advance_position
from tests.api.graphql.test_positions import COORDINATOR, LEAD, OUTSIDER, PARTICIPANT, move, proposed
from tests.support.clients import Client
from tests.support.states import step

SECRET = "tarifaconfidencial"
ADOPTED = "# Aigües\n\n- **D1.** Que hi hagi un pla.\n"

SAVE = """
mutation ($edit: EditDraftInput!, $save: SaveVersionInput!) {
  editDraft(input: $edit) { userErrors { code message } }
  saveVersion(input: $save) { version { number } userErrors { code message } }
}
"""
THREAD = "mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id } userErrors { message } } }"
AMEND = """mutation ($input: ProposeAmendmentInput!) {
  proposeAmendment(input: $input) { amendment { id } userErrors { message } } }"""
EVERYTHING = """
query ($reference: String!) {
  position(reference: $reference) { ...Face again: id events(first: 2) { nodes { tag position { ...Face } } } }
  positions(first: 1) { nodes { ...Face } }
}
fragment Face on Position {
  reference stage viewerCan isPublished publishedAt
  participations { state }
  stages { stage }
  asks { key texts { language text } }
  excerpt(search: "SECRETWORD") { text }
  threads(first: 2) { totalCount nodes { id comments(first: 2) { nodes { body } } } }
  amendments(first: 2) { totalCount nodes { id proposedText } }
  documents {
    id language
    draft { text html }
    latestVersion { number text }
    approvedVersion { number text html }
    secret: version(number: 2) { text }
    adopted: version(number: 1) { text }
    versions(first: 3) { totalCount nodes { number text note } }
    comparison(base: 1, head: 2) { html }
    live: comparison(base: 1) { html }
  }
}
""".replace("SECRETWORD", SECRET)


async def write(client: Client, document_id: str, text: str, sequence: int, note: str | None = None) -> None:
    data: Any = await client.ask(
        SAVE,
        {
            "edit": {"documentId": document_id, "text": text, "baseSequence": sequence},
            "save": {"documentId": document_id, "note": note},
        },
        as_email=LEAD,
    )
    assert data["editDraft"]["userErrors"] == data["saveVersion"]["userErrors"] == []


@step
async def adopted(client: Client) -> str:
    """A position whose first version was adopted; all that came later, and all that was said, is secret."""
    reference = await proposed(client)
    await move(client, reference, "START_DRAFTING")
    found: Any = await client.ask(
        "query ($r: String!) { position(reference: $r) { documents { id } } }",
        {"r": reference},
        as_email=LEAD,
    )
    document_id = found["position"]["documents"][0]["id"]
    await write(client, document_id, ADOPTED, 0)
    await write(client, document_id, f"{ADOPTED}\n- **D2.** {SECRET}\n", 1, note=SECRET)
    await move(client, reference, "OPEN_AMENDING")
    remark = {"documentId": document_id, "body": SECRET}
    assert await client.ask(THREAD, {"input": remark}, as_email=PARTICIPANT)
    change = {"documentId": document_id, "versionNumber": 2, "start": 2, "end": 8, "proposedText": SECRET}
    tabled: Any = await client.ask(AMEND, {"input": change}, as_email=PARTICIPANT)
    assert tabled["proposeAmendment"]["userErrors"] == []
    async with client.database.write() as work:
        position = (await work.session.scalars(select(Position))).one()
        position.adopted_version_id = await work.session.scalar(select(Version.id).where(Version.number == 1))
        await advance_position(work, position, Action.OPEN_ROUND)
        await advance_position(work, position, Action.ADOPT)
    return reference


async def looked_at(client: Client, reference: str, as_email: str | None) -> tuple[dict[str, Any], str]:
    """The whole answer, read and as text."""
    data: Any = await client.ask(EVERYTHING, {"reference": reference}, as_email=as_email)
    return data, json.dumps(data)


async def test_before_publication_there_is_nothing(client: Client) -> None:
    reference = await adopted(client)
    data, text = await looked_at(client, reference, None)
    assert data == {"position": None, "positions": {"nodes": []}}
    assert SECRET not in text


async def test_the_public_reads_the_adopted_text_and_nothing_else(client: Client) -> None:
    reference = await adopted(client)
    client.clock.advance(seconds=1)
    await move(client, reference, "PUBLISH")
    document_id = (await looked_at(client, reference, COORDINATOR))[0]["position"]["documents"][0]["id"]
    remark = {"documentId": document_id, "body": SECRET}
    assert await client.ask(THREAD, {"input": remark}, as_email=PARTICIPANT)
    data, text = await looked_at(client, reference, None)
    assert SECRET not in text
    position = data["position"]
    assert data["positions"]["nodes"][0]["documents"] == position["documents"]
    assert (position["viewerCan"], position["participations"], position["excerpt"]) == ([], [], None)
    assert [each["stage"] for each in position["stages"]] == ["ADOPTED"]
    assert [ask["key"] for ask in position["asks"]] == ["D1"]
    assert position["threads"] == position["amendments"] == {"totalCount": 0, "nodes": []}
    assert [event["tag"] for event in position["events"]["nodes"]] == ["position:published"]
    (document,) = position["documents"]
    assert document["latestVersion"] == {"number": 1, "text": ADOPTED}
    assert document["adopted"] == {"text": ADOPTED}
    assert (document["draft"], document["secret"], document["comparison"], document["live"]) == (None,) * 4
    assert document["approvedVersion"]["text"] == ADOPTED
    assert document["versions"]["totalCount"] == len(document["versions"]["nodes"]) == 1


async def test_public_search_looks_into_the_adopted_text(client: Client) -> None:
    reference = await adopted(client)
    await move(client, reference, "PUBLISH")
    document = "query ($s: String!) { positions(first: 5, filter: {search: $s}) { totalCount } }"
    for as_email, words, count in (
        (None, SECRET, 0),
        (None, "aigua", 1),
        (None, "plans", 1),
        (OUTSIDER, SECRET, 1),
        (COORDINATOR, SECRET, 1),
    ):
        data: Any = await client.ask(document, {"s": words}, as_email=as_email)
        assert data["positions"]["totalCount"] == count, (as_email, words)


async def test_whoever_may_read_sees_it_all(client: Client) -> None:
    reference = await adopted(client)
    data, _ = await looked_at(client, reference, COORDINATOR)
    position = data["position"]
    assert SECRET in position["excerpt"]["text"]
    assert [ask["key"] for ask in position["asks"]] == ["D1"]  # the adopted text's, for everybody
    assert position["documents"][0]["versions"]["totalCount"] == 2
    assert (position["threads"]["totalCount"], position["amendments"]["totalCount"]) == (1, 1)
    assert "PUBLISH" in position["viewerCan"]
    assert "UNPUBLISH" not in position["viewerCan"]
    assert "VOTE" not in position["viewerCan"]
