"""Routes over GraphQL: administrators keep them, a paper chooses one and shows how far it has come."""

from typing import Any

import pytest

from tests.support.clients import PEOPLE, Client
from tests.support.papers import COORDINATOR, propose

ADMIN = "admin@amb.demo"
ROUTE = """{ key updatedAt isRetired name(language: "es") names { language text }
  steps { key name(language: "ca") kind electorate silence workingDays isSealed rule { preset thresholds { of } } } }"""
ERRORS = "userErrors { path code message }"
SAVE = f"mutation ($input: SaveRouteInput!) {{ saveRoute(input: $input) {{ route {ROUTE} {ERRORS} }} }}"
RETIRE = f"mutation ($input: OfferRouteInput!) {{ retireRoute(input: $input) {{ route {ROUTE} {ERRORS} }} }}"
AGAIN = (
    f"mutation ($input: OfferRouteInput!) {{ reinstateRoute(input: $input) {{ route {ROUTE} {ERRORS} }} }}"
)
CHOOSE = """mutation ($input: ChooseRouteInput!) { chooseRoute(input: $input) {
  position { routeKey route { key steps { key } } routeProgress { step { key } passedIn runningIn isNext } }
  userErrors { path code message } } }"""
KNOWN = "{ routes(withRetired: true) { key isRetired } }"


def named(text: str) -> list[dict[str, str]]:
    return [{"language": language, "text": text} for language in ("ca", "es", "en")]


WISH: dict[str, Any] = {
    "key": "urgent",
    "names": named("Per urgència"),
    "steps": [
        {
            "key": "board",
            "names": named("Junta de Govern"),
            "kind": "DECISION",
            "electorate": "AUTHORITY",
            "rule": {"preset": "SIMPLE_MAJORITY"},
            "workingDays": 2,
            "isSealed": True,
        }
    ],
}


async def tell(client: Client, document: str, given: dict[str, Any], by: str = ADMIN) -> Any:
    (payload,) = (await client.ask(document, {"input": given}, as_email=by)).values()
    return payload


async def test_a_route_is_saved_read_and_retired_by_an_administrator(client: Client) -> None:
    saved = (await tell(client, SAVE, WISH))["route"]
    assert (saved["key"], saved["name"], saved["isRetired"]) == ("urgent", "Per urgència", False)
    (step,) = saved["steps"]
    assert (step["name"], step["workingDays"], step["isSealed"]) == ("Junta de Govern", 2, True)
    assert step["rule"] == {"preset": "SIMPLE_MAJORITY", "thresholds": [{"of": "ORGANIZATIONS"}]}
    assert (await tell(client, RETIRE, {"key": "urgent"}))["route"]["isRetired"]
    known = (await client.ask(KNOWN, as_email=ADMIN))["routes"]
    assert {"key": "urgent", "isRetired": True} in known
    assert "urgent" not in {one["key"] for one in (await client.ask(KNOWN, as_email=COORDINATOR))["routes"]}
    assert not (await tell(client, AGAIN, {"key": "urgent"}))["route"]["isRetired"]


@pytest.mark.parametrize("email", [person.email for person in PEOPLE if person.email != ADMIN])
async def test_nobody_else_keeps_routes(client: Client, email: str) -> None:
    for document, given in ((SAVE, WISH), (RETIRE, {"key": "mayors"}), (AGAIN, {"key": "mayors"})):
        (error,) = (await tell(client, document, given, email))["userErrors"]
        assert error["code"] == "FORBIDDEN"


async def test_a_route_that_is_none_is_refused_at_its_place(client: Client) -> None:
    silent = {**WISH, "steps": [{**WISH["steps"][0], "silence": "CONSENT"}]}
    (error,) = (await tell(client, SAVE, silent))["userErrors"]
    assert (error["code"], error["path"]) == ("INVALID", ["steps", "0", "silence"])


async def test_a_paper_chooses_its_route_and_shows_the_step_that_is_due(client: Client) -> None:
    reference = await propose(client)
    chosen = await tell(client, CHOOSE, {"reference": reference, "routeKey": "mayors"}, COORDINATOR)
    position = chosen["position"]
    assert [step["key"] for step in position["route"]["steps"]] == ["clearance", "mayors"]
    assert [one["isNext"] for one in position["routeProgress"]] == [True, False]
    left = await tell(client, CHOOSE, {"reference": reference, "routeKey": None}, COORDINATOR)
    assert (left["position"]["route"], left["position"]["routeProgress"]) == (None, [])
