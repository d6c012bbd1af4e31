from typing import Any

import pytest

from tests.support.clients import Client

LIST = """
query ($first: Int!, $after: String, $filter: OrganizationFilter) {
  organizations(first: $first, after: $after, filter: $filter) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    nodes { id code name population seats comarca } edges { cursor node { code } }
  }
}
"""


async def listed(client: Client, **variables: object) -> Any:
    data = await client.ask(LIST, variables)
    return data["organizations"]


async def test_pages_go_through_all_municipalities_once(client: Client) -> None:
    codes: list[str] = []
    after = None
    while True:
        page = await listed(client, first=10, after=after, filter={"kind": "MUNICIPALITY"})
        assert page["totalCount"] == 36
        codes += [node["code"] for node in page["nodes"]]
        assert page["pageInfo"]["hasPreviousPage"] is (after is not None)
        after = page["pageInfo"]["endCursor"]
        assert [edge["node"]["code"] for edge in page["edges"]] == [node["code"] for node in page["nodes"]]
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert codes == sorted(set(codes))
    assert len(codes) == 36


async def test_figures_are_todays(client: Client) -> None:
    page = await listed(client, first=1, filter={"search": "barcelona 08019"})
    assert page["nodes"][0]["name"] == "Barcelona"
    assert page["nodes"][0]["population"] > 1_500_000
    assert page["nodes"][0]["seats"] == 25


async def test_search_does_not_mind_accents(client: Client) -> None:
    page = await listed(client, first=10, filter={"search": "hospitalet"})
    assert [node["code"] for node in page["nodes"]] == ["08101"]


async def test_a_node_is_found_by_its_id(client: Client) -> None:
    page = await listed(client, first=1)
    identifier = page["nodes"][0]["id"]
    data = await client.ask("query ($id: ID!) { node(id: $id) { __typename id } }", {"id": identifier})
    assert data == {"node": {"__typename": "Organization", "id": identifier}}


@pytest.mark.parametrize(
    "identifier", ["", "org_1", "org_01arz3ndektsv4rrffq69g5fav", "pos_01arz3ndektsv4rrffq69g5fav"]
)
async def test_an_unknown_id_is_null(client: Client, identifier: str) -> None:
    data = await client.ask("query ($id: ID!) { node(id: $id) { __typename id } }", {"id": identifier})
    assert data == {"node": None}


@pytest.mark.parametrize("after", ["x", "WzFd", "W10", "bnVsbA", "é"])
async def test_a_bad_cursor_is_told(client: Client, after: str) -> None:
    answer = await client.post({"query": LIST, "variables": {"first": 2, "after": after}})
    assert answer.json()["errors"][0]["extensions"]["code"] == "INVALID"


async def test_every_town_has_its_own_square_on_the_map(client: Client) -> None:
    asked = "{ organizations(first: 100) { nodes { kind tile { column row } } } }"
    nodes = (await client.ask(asked))["organizations"]["nodes"]
    tiles = [node["tile"] for node in nodes if node["kind"] == "MUNICIPALITY"]
    assert len({(tile["column"], tile["row"]) for tile in tiles}) == 36
    assert all(node["tile"] is None for node in nodes if node["kind"] != "MUNICIPALITY")


async def test_routes_say_their_steps(client: Client) -> None:
    asked = (
        '{ routes { key name(language: "ca") steps { key name(language: "en") silence rule { preset } } } }'
    )
    routes = {route["key"]: route for route in (await client.ask(asked))["routes"]}
    assert [step["key"] for step in routes["mayors"]["steps"]] == ["clearance", "mayors"]
    assert routes["mayors"]["steps"][1]["rule"] == {"preset": "DOUBLE_MAJORITY_BLOCKING"}
