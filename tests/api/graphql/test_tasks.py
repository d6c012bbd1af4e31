"""My open tasks, as the browser asks for them."""

from typing import Any

from tests.api.graphql.test_positions import COORDINATOR, LEAD, OBSERVER, PARTICIPANT, move, proposed
from tests.support.clients import Client

TASKS = """
query Tasks($first: Int!, $after: String) {
  viewer {
    viewerCan
    tasks(first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { kind dueAt count position { reference title(language: "es", fallback: true) stage } round { number name } }
    }
  }
}
"""
MARK_READ = """mutation ($input: MarkReadInput!) {
  markRead(input: $input) { document { id } userErrors { code path } } }"""


async def tasks(client: Client, as_email: str, first: int = 10, after: str | None = None) -> dict[str, Any]:
    data: Any = await client.ask(TASKS, {"first": first, "after": after}, as_email=as_email)
    found: dict[str, Any] = data["viewer"]
    return found


async def test_everybody_is_asked_for_their_own(client: Client) -> None:
    reference = await proposed(client)
    await move(client, reference, "START_DRAFTING")
    expected = {
        COORDINATOR: (["CREATE_POSITION"], ["WRITE"]),
        LEAD: ([], ["WRITE"]),
        PARTICIPANT: ([], ["ACCEPT_INVITATION"]),
        OBSERVER: ([], []),
    }
    for as_email, (rights, kinds) in expected.items():
        viewer = await tasks(client, as_email)
        assert viewer["viewerCan"] == rights
        assert [task["kind"] for task in viewer["tasks"]["nodes"]] == kinds
    (task,) = (await tasks(client, LEAD))["tasks"]["nodes"]
    assert task["position"] == {"reference": reference, "title": "Aigües residuals", "stage": "DRAFTING"}
    assert (task["count"], task["dueAt"], task["round"]) == (1, "2026-12-15T23:00:00Z", None)


async def test_tasks_come_page_by_page(client: Client) -> None:
    references = {await proposed(client) for _ in range(3)}
    seen, after = set(), None
    for expected in (True, True, False):
        page = (await tasks(client, PARTICIPANT, 1, after))["tasks"]
        assert (page["totalCount"], page["pageInfo"]["hasNextPage"]) == (3, expected)
        seen |= {task["position"]["reference"] for task in page["nodes"]}
        after = page["pageInfo"]["endCursor"]
    assert seen == references


async def test_an_anonymous_reader_has_no_work(client: Client) -> None:
    assert await client.ask(TASKS, {"first": 1}) == {"viewer": None}


async def test_a_text_is_marked_as_read_by_whoever_may_read_it(client: Client) -> None:
    reference = await proposed(client)
    document = "query ($r: String!) { position(reference: $r) { documents { id } } }"
    data: Any = await client.ask(document, {"r": reference}, as_email=LEAD)
    (found,) = data["position"]["documents"]
    wanted = {"input": {"documentId": found["id"]}}
    read: Any = await client.ask(MARK_READ, wanted, as_email=LEAD)
    assert read["markRead"] == {"document": found, "userErrors": []}
    refused: Any = await client.ask(MARK_READ, wanted)
    assert refused["markRead"]["userErrors"] == [{"code": "NOT_FOUND", "path": ["documentId"]}]
