"""A calendar is proposed from a deadline, taken over, and tells where each date stands."""

from typing import Any

from tests.api.graphql.test_positions import COORDINATOR, CREATE, INPUT, MOVE_STAGE, UPDATE
from tests.support.clients import Client

PROPOSAL = """
query ($deadline: String!, $window: CalendarWindow, $reference: String) {
  calendarProposal(deadline: $deadline, window: $window, reference: $reference) {
    window fittingWindow workingDaysLeft
    milestones { kind workingDaysBefore opensAt dueAt fits isBehind }
    institutionHolidays { day name(language: "ca") calendar isVerified }
  }
}
"""
STANDING = """
query ($reference: String!) {
  position(reference: $reference) {
    updatedAt milestones { kind dueAt doneAt isOverdue slippage expectedOn fits }
  }
}
"""


async def proposal(client: Client, deadline: str, window: str | None = None) -> Any:
    found: Any = await client.ask(PROPOSAL, {"deadline": deadline, "window": window})
    return found["calendarProposal"]


async def test_the_longest_calendar_that_fits_is_proposed_and_says_who_is_closed(client: Client) -> None:
    made = await proposal(client, "2027-03-26")
    assert (made["window"], made["fittingWindow"]) == ("TWELVE_WEEKS", "TWELVE_WEEKS")
    assert all(one["fits"] for one in made["milestones"])
    assert made["milestones"][-2:] == [
        {
            "kind": "SUBMISSION",
            "workingDaysBefore": 1,
            "opensAt": None,
            "dueAt": "2027-03-25T13:00:00Z",
            "fits": True,
            "isBehind": False,
        },
        {
            "kind": "INSTITUTION_DEADLINE",
            "workingDaysBefore": 0,
            "opensAt": None,
            "dueAt": "2027-03-26T23:00:00Z",
            "fits": True,
            "isBehind": False,
        },
    ]
    closed = [(one["day"], one["name"], one["isVerified"]) for one in made["institutionHolidays"]]
    assert closed == [("2027-03-25", "Dijous Sant", False), ("2027-03-26", "Divendres Sant", False)]


async def test_with_too_little_time_it_says_what_has_gone_by(client: Client) -> None:
    made = await proposal(client, "2026-12-18", "EIGHT_WEEKS")
    assert (made["window"], made["fittingWindow"]) == ("EIGHT_WEEKS", "FOUR_WEEKS")
    assert [one["kind"] for one in made["milestones"] if not one["fits"]] == [
        "SCOPE",
        "ZERO_DRAFT",
        "COMMENTS_END",
    ]


async def test_what_is_no_date_is_said(client: Client) -> None:
    answer = await client.post({"query": PROPOSAL, "variables": {"deadline": "aviat"}})
    (error,) = answer.json()["errors"]
    assert error["extensions"]["code"] == "INVALID"


async def test_a_calendar_is_taken_over_with_the_paper_or_later(client: Client) -> None:
    made = await proposal(client, "2027-03-01")
    dates = [{"kind": one["kind"], "dueAt": one["dueAt"]} for one in made["milestones"]]
    wanted = {**INPUT, "targetDeadline": None, "milestones": dates[:2]}
    created: Any = await client.ask(CREATE, {"input": wanted}, as_email=COORDINATOR)
    reference = created["createPosition"]["position"]["reference"]
    seen: Any = await client.ask(STANDING, {"reference": reference}, as_email=COORDINATOR)
    assert [one["kind"] for one in seen["position"]["milestones"]] == ["SCOPE", "ZERO_DRAFT"]
    update = {"reference": reference, "expectedUpdatedAt": seen["position"]["updatedAt"], "milestones": dates}
    changed: Any = await client.ask(UPDATE, {"input": update}, as_email=COORDINATOR)
    assert len(changed["updatePosition"]["position"]["milestones"]) == len(dates)
    start = {"input": {"reference": reference, "action": "START_DRAFTING"}}
    await client.ask(MOVE_STAGE, start, as_email=COORDINATOR)
    asked = {"deadline": "2027-03-01", "reference": reference}
    again: Any = await client.ask(PROPOSAL, asked, as_email=COORDINATOR)
    behind = [one["kind"] for one in again["calendarProposal"]["milestones"] if one["isBehind"]]
    assert behind == ["SCOPE"]


async def test_a_date_that_has_passed_is_late(client: Client) -> None:
    dates = [
        {"kind": "SCOPE", "dueAt": "2026-12-02T13:00:00Z"},
        {"kind": "ZERO_DRAFT", "dueAt": "2027-01-11T13:00:00Z"},
    ]
    created: Any = await client.ask(CREATE, {"input": {**INPUT, "milestones": dates}}, as_email=COORDINATOR)
    reference = created["createPosition"]["position"]["reference"]
    client.clock.advance(days=20)
    late: Any = await client.ask(STANDING, {"reference": reference}, as_email=COORDINATOR)
    scope, draft = late["position"]["milestones"][:2]
    assert (scope["isOverdue"], scope["fits"], scope["doneAt"]) == (True, False, None)
    assert scope["slippage"] > 0
    assert (draft["isOverdue"], draft["slippage"]) == (False, None)
