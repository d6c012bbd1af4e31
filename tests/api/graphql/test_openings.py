"""The preview of a round over GraphQL, in the words a coordinator reads."""

from datetime import timedelta

from tests.api.graphql.test_suspending import opened
from tests.support.clients import NOW, Client
from tests.support.papers import COORDINATOR

PREVIEW = """query ($input: OpenRoundInput!) { openingPreview(input: $input) {
  number name outcome workingDays usualWorkingDays usualClosesAt recallMinutes people confirmableApprovals
  weight { organizations population seats } electorate { organization { code } population }
  leftOut { organization { code } why } cautions { kind count organizations { code } languages }
  userErrors { path code message } } }"""


async def test_a_coordinator_is_told_and_nobody_else(client: Client) -> None:
    await opened(client)
    wish = {
        "reference": "AMB-PP-2026-001",
        "versionNumber": 1,
        "closesAt": (NOW + timedelta(days=3)).isoformat(),
        "name": "Consulta",
        "rule": {"preset": "DOUBLE_MAJORITY"},
    }
    asked = await client.ask(PREVIEW, {"input": wish}, as_email=COORDINATOR)
    found = asked["openingPreview"]
    assert (found["number"], found["outcome"], found["recallMinutes"]) == (2, "ADOPTED", 30)
    assert {one["organization"]["code"] for one in found["electorate"]} == {"08019", "08015"}
    assert found["weight"]["organizations"] == 2
    assert len(found["leftOut"]) == 34
    assert "SHORT_PERIOD" in {one["kind"] for one in found["cautions"]}
    (error,) = found["userErrors"]
    assert error["code"] == "CONFLICT"
    for email in ("delegate@08019.demo", "admin@amb.demo", None):
        other = await client.ask(PREVIEW, {"input": wish}, as_email=email)
        assert other == {"openingPreview": None}
