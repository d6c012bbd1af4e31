"""Since my last look: what is new since a member read, or its town voted, and which towns wrote it."""

from typing import Any

import pytest

from tests.api.graphql.test_survivals import (
    BADALONA,
    BARCELONA,
    BETTER,
    CAST,
    EDIT,
    LOOK,
    MANDATE,
    OUTSIDER,
    TEXT,
    Story,
    story,
)
from tests.support.clients import Client
from tests.support.papers import COORDINATOR

__all__ = ["story"]


OBSERVER = "observer@generalitat.demo"
BASELINES = """query ($id: ID!) { node(id: $id) { ... on Document { viewerBaselines {
  kind sequence unseen roundNumber version { number } mandate { kind certificate { id } } organization { code } } } } }"""
SINCE = """query ($id: ID!, $base: Int, $sequence: Int, $head: Int) { node(id: $id) { ... on Document {
  comparison(base: $base, baseSequence: $sequence, head: $head) {
    insertedWords deletedWords html
    contributors { organization { code } insertedWords insertedCharacters deletedWords deletedCharacters }
  } } } }"""
TASKS = "query { viewer { tasks(first: 10) { nodes { kind count } } } }"


async def baselines(story: Story, email: str | None) -> Any:
    found: Any = await story.client.ask(BASELINES, {"id": story.document_id}, as_email=email)
    return (found["node"] or {}).get("viewerBaselines")


async def since(story: Story, email: str | None, **sides: int) -> Any:
    found: Any = await story.client.ask(SINCE, {"id": story.document_id, **sides}, as_email=email)
    return (found["node"] or {}).get("comparison")


async def sequence_of(story: Story) -> int:
    draft = "query ($id: ID!) { node(id: $id) { ... on Document { draft { sequence } } } }"
    found: Any = await story.client.ask(draft, {"id": story.document_id}, as_email=COORDINATOR)
    return int(found["node"]["draft"]["sequence"])


async def edit(story: Story, email: str, text: str) -> None:
    base = await sequence_of(story)
    await story.tell(EDIT, email, documentId=story.document_id, text=text, baseSequence=base)


async def look(story: Story, email: str, **more: int) -> None:
    await story.tell(LOOK, email, documentId=story.document_id, **more)


async def unread(client: Client, email: str) -> list[int]:
    found: Any = await client.ask(TASKS, as_email=email)
    return [task["count"] for task in found["viewer"]["tasks"]["nodes"] if task["kind"] == "READ_CHANGES"]


async def test_what_came_since_the_last_reading_and_which_towns_wrote_it(story: Story) -> None:
    assert await baselines(story, BADALONA) == []
    await look(story, BADALONA)
    seen = await sequence_of(story)
    await edit(story, COORDINATOR, BETTER)
    await edit(story, COORDINATOR, BETTER.replace("Un paràgraf.", "Un bon paràgraf."))
    (read,) = await baselines(story, BADALONA)
    assert (read["kind"], read["sequence"], read["unseen"], read["version"]) == ("READ", seen, 2, None)
    found = await since(story, BADALONA, sequence=read["sequence"])
    assert found["insertedWords"] == 4
    assert found["contributors"] == [
        {
            "organization": {"code": "AMB"},
            "insertedWords": 4,
            "insertedCharacters": len(" a deu anys") + len("bon "),
            "deletedWords": 0,
            "deletedCharacters": 0,
        }
    ]


async def test_a_town_is_told_whose_words_went(story: Story) -> None:
    await look(story, BADALONA)
    (read,) = await baselines(story, BADALONA)
    await edit(story, COORDINATOR, TEXT.replace("Sense ajornar.", "Demà."))
    shares = (await since(story, BADALONA, sequence=read["sequence"]))["contributors"]
    assert [(one["organization"]["code"], one["insertedWords"], one["deletedWords"]) for one in shares] == [
        ("AMB", 1, 0),
        ("08019", 0, 2),
    ]


async def test_reading_what_is_new_leaves_what_came_meanwhile_unread(story: Story) -> None:
    await look(story, BADALONA)
    await edit(story, COORDINATOR, BETTER)
    shown = await sequence_of(story)
    await edit(story, COORDINATOR, TEXT)
    assert await unread(story.client, BADALONA) == [2]
    await look(story, BADALONA, sequence=shown)
    assert await unread(story.client, BADALONA) == [1]
    await look(story, BADALONA, sequence=0)
    assert (await baselines(story, BADALONA))[0]["sequence"] == shown
    await look(story, BADALONA)
    assert await unread(story.client, BADALONA) == []


@pytest.mark.parametrize("sequence", [-1, 1_000_000])
async def test_a_point_that_the_draft_never_had_is_refused_and_shows_nothing(
    story: Story, sequence: int
) -> None:
    refused = await story.ask(LOOK, BADALONA, documentId=story.document_id, sequence=sequence)
    assert [error["code"] for error in refused["userErrors"]] == ["INVALID"]
    assert await baselines(story, BADALONA) == []
    assert await since(story, BADALONA, sequence=sequence) is None
    assert await since(story, BADALONA) is None
    assert await since(story, BADALONA, sequence=0, base=1) is None


async def test_ones_own_words_are_nothing_new(story: Story) -> None:
    await look(story, BARCELONA)
    story_text = TEXT.replace("Un paràgraf.", "Dos paràgrafs.")
    await edit(story, COORDINATOR, story_text)
    await look(story, COORDINATOR)
    await edit(story, COORDINATOR, TEXT)
    assert await unread(story.client, COORDINATOR) == []
    assert await unread(story.client, BARCELONA) == [2]
    assert (await baselines(story, COORDINATOR))[0]["unseen"] == 0


async def test_what_the_town_voted_on_and_was_mandated_for(story: Story) -> None:
    mandate = {**MANDATE, "covers": "POSITION"}
    first = await story.open()
    await story.tell(CAST, BARCELONA, roundId=first, choice="APPROVE", mandate=mandate)
    await story.void(first)
    second = await story.open(await story.amend())
    await story.tell(CAST, BARCELONA, roundId=second, choice="APPROVE", mandate=mandate)
    voted, mandated = await baselines(story, BARCELONA)
    assert (voted["kind"], voted["roundNumber"], voted["version"]) == ("VOTED", 2, {"number": 2})
    assert (voted["mandate"], voted["organization"]) == (None, {"code": "08019"})
    assert (mandated["kind"], mandated["roundNumber"], mandated["version"]) == ("MANDATED", 1, {"number": 1})
    assert mandated["mandate"] == {"kind": "PLENARY", "certificate": None}
    assert (await since(story, BARCELONA, base=1))["insertedWords"] == 3
    for email in (BADALONA, COORDINATOR, OBSERVER):
        assert await baselines(story, email) == []


async def test_who_may_not_read_the_draft_learns_nothing(story: Story) -> None:
    await edit(story, COORDINATOR, BETTER)
    assert await baselines(story, None) is None
    assert await since(story, None, sequence=0) is None
    for email in (OBSERVER, OUTSIDER):
        await look(story, email)
        assert [one["kind"] for one in await baselines(story, email)] == ["READ"]
        assert (await since(story, email, sequence=1))["insertedWords"] == 3


async def test_how_a_text_was_drafted_is_told_to_those_who_drafted_it(story: Story) -> None:
    await edit(story, COORDINATOR, BETTER)
    for email, words in ((BADALONA, 12), (OBSERVER, 12), (OUTSIDER, None)):
        found = await since(story, email, sequence=0)
        assert (found and found["insertedWords"]) == words
