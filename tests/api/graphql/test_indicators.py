"""Indicators through the API: the same figures in every grouping, and for the public nothing but votes."""

from typing import Any

from tests.api.graphql.test_positions import COORDINATOR, PARTICIPANT
from tests.api.graphql.test_public_face import adopted
from tests.support.clients import Client
from tests.support.papers import move

DOCUMENT = """
query ($year: Int, $subject: String) { indicators(year: $year, subjectCode: $subject) {
  summary { ...Sum }
  papers { reference daysToAdoption summary { papers adopted } }
  years { year summary { papers } }
  tiers { tier towns turnout { ...Turn } }
  comarques { comarca towns turnout { ...Turn } }
  byTown { organization { code } tier turnout { ...Turn } }
} }
fragment Sum on IndicatorSummary { papers adopted medianDaysToAdoption rounds roundsRepeated
  askOutcomes { status asks } asksTakenUp { ...Sh } submittedInTime { ...Sh } turnout { ...Turn } }
fragment Turn on Turnout { commented { ...Sh } amended { ...Sh } voted { ...Sh } }
fragment Sh on Share { count of fraction { numerator denominator } }
"""
ALONE = "query ($r: String!) { position(reference: $r) { indicators { reference summary { turnout { amended { count of } } } } } }"


async def indicators(client: Client, as_email: str | None, **variables: object) -> Any:
    data: Any = await client.ask(DOCUMENT, variables, as_email=as_email)
    return data["indicators"]


async def test_towns_sizes_and_comarques_add_up(client: Client) -> None:
    reference = await adopted(client)
    found = await indicators(client, COORDINATOR)
    assert [paper["reference"] for paper in found["papers"]] == [reference]
    assert found["years"] == [{"year": 2026, "summary": {"papers": 1}}]
    assert (len(found["byTown"]), len(found["tiers"]), len(found["comarques"])) == (36, 5, 4)
    whole = found["summary"]["turnout"]["commented"]
    assert whole == {"count": 1, "of": 36, "fraction": {"numerator": 1, "denominator": 36}}
    for grouping in ("byTown", "tiers", "comarques"):
        shares = [group["turnout"]["commented"] for group in found[grouping]]
        assert (sum(one["count"] for one in shares), sum(one["of"] for one in shares)) == (1, 36)
    assert sum(group["towns"] for group in found["tiers"]) == 36


async def test_a_year_and_a_subject_narrow_the_papers_but_not_the_years(client: Client) -> None:
    await adopted(client)
    found = await indicators(client, COORDINATOR, year=2024)
    assert (found["papers"], found["summary"]["papers"]) == ([], 0)
    assert [year["year"] for year in found["years"]] == [2026]
    assert (await indicators(client, COORDINATOR, subject="99"))["years"] == []


async def test_the_public_learns_nothing_of_what_is_not_published(client: Client) -> None:
    reference = await adopted(client)
    assert (await indicators(client, None))["papers"] == []
    await move(client, reference, "PUBLISH")
    found = await indicators(client, None)
    summary = found["summary"]
    assert (summary["papers"], summary["rounds"], summary["roundsRepeated"]) == (1, None, None)
    nothing = {"count": 0, "of": 0, "fraction": None}
    for group in (found["summary"], *found["byTown"], *found["tiers"], *found["comarques"]):
        assert group["turnout"]["commented"] == group["turnout"]["amended"] == nothing
    alone: Any = await client.ask(ALONE, {"r": reference})
    assert alone["position"]["indicators"]["summary"]["turnout"]["amended"] == {"count": 0, "of": 0}
    inside: Any = await client.ask(ALONE, {"r": reference}, as_email=PARTICIPANT)
    assert inside["position"]["indicators"]["summary"]["turnout"]["amended"] == {"count": 1, "of": 36}
