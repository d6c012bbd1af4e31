"""Counting through the API: rules composed of every part, what one choice would change, what if, and a tie voted again."""

from typing import Any

import pytest

from positions.models.rounds import Round
from tests.api.graphql.test_rounds import (
    BADALONA,
    BARCELONA,
    MANDATE,
    OBSERVER,
    ask,
    cast,
    close,
    codes,
    open_round,
    opened,
    ready,
)
from tests.support.clients import Client
from tests.support.papers import COORDINATOR

RULE = """
query ($r: String!) {
  position(reference: $r) {
    round(number: 1) {
      rule {
        preset castingCode secondVote maintained reservationsBlock
        thresholds { of basis required { numerator denominator } strict opponents }
        quorum { of required { numerator denominator } minimum }
      }
    }
  }
}
"""
SWINGS = """
query ($r: String!, $n: Int!) {
  position(reference: $r) {
    stage
    round(number: $n) {
      status awaitsSecondVote repeats { number }
      tally { wouldPass wouldRepeat decided reserved { organizations } objecting { organizations } }
      electorate(first: 10) {
        nodes { organization { code } swings { choice wouldPass wouldRepeat decided } }
      }
    }
  }
}
"""
WHAT_IF = """
query ($r: String!, $votes: [SupposedVoteInput!]!) {
  position(reference: $r) {
    round(number: 1) {
      whatIf(votes: $votes) { wouldPass decided approving { organizations } pending { organizations } }
      tally { pending { organizations } }
    }
  }
}
"""
PART = {"of": "SEATS", "basis": "EXPRESSED", "numerator": 1, "denominator": 2, "strict": True, "opponents": 2}
COMPOSED = {
    "thresholds": [PART, {"of": "POPULATION", "basis": "CAST", "numerator": 1, "denominator": 3}],
    "quorum": {"of": "POPULATION", "numerator": 1, "denominator": 4, "minimum": 1},
    "castingCode": "08019",
    "secondVote": True,
    "maintained": "OBJECTS",
}


async def look(client: Client, reference: str, number: int = 1, email: str = OBSERVER) -> Any:
    found: Any = await client.ask(SWINGS, {"r": reference, "n": number}, as_email=email)
    return found["position"]


async def test_every_part_of_a_rule_may_be_composed_and_is_read_back(client: Client) -> None:
    reference, _ = await opened(client, rule=COMPOSED)
    found: Any = await client.ask(RULE, {"r": reference}, as_email=OBSERVER)
    assert found["position"]["round"]["rule"] == {
        "preset": None,
        "castingCode": "08019",
        "secondVote": True,
        "maintained": "OBJECTS",
        "reservationsBlock": False,
        "thresholds": [
            {
                "of": "SEATS",
                "basis": "EXPRESSED",
                "required": {"numerator": 1, "denominator": 2},
                "strict": True,
                "opponents": 2,
            },
            {
                "of": "POPULATION",
                "basis": "CAST",
                "required": {"numerator": 1, "denominator": 3},
                "strict": False,
                "opponents": 0,
            },
        ],
        "quorum": {"of": "POPULATION", "required": {"numerator": 1, "denominator": 4}, "minimum": 1},
    }


@pytest.mark.parametrize(
    "rule",
    [
        {"preset": "CONSENSUS", "maintained": "ABSTAINS", "reservationsBlock": False},
        {"thresholds": [{**PART, "numerator": 0, "strict": False, "opponents": 0}]},
        {"thresholds": [{**PART, "opponents": 3}]},
        {"thresholds": [{**PART, "opponents": -1}]},
        {"thresholds": [{**PART, "numerator": 1, "denominator": 1}]},
        {"thresholds": [PART], "quorum": {"of": "SEATS", "numerator": 1, "denominator": 0}},
        {"thresholds": [PART], "quorum": {"of": "SEATS", "numerator": 0, "denominator": 1, "minimum": 3}},
        {"thresholds": [PART], "castingCode": "99999"},
    ],
)
async def test_rules_without_two_outcomes_change_nothing(client: Client, rule: dict[str, Any]) -> None:
    reference = await ready(client)
    assert codes(await open_round(client, reference, rule=rule)) == ["INVALID"]
    found = await look(client, reference)
    assert (found["stage"], found["round"]) == ("AMENDING", None)


async def test_each_pending_town_says_what_its_choice_would_change(client: Client) -> None:
    reference, round_id = await opened(client, rule={"preset": "ABSOLUTE_MAJORITY"})
    await cast(client, BARCELONA, round_id)
    badalona, barcelona = (await look(client, reference))["round"]["electorate"]["nodes"]
    assert barcelona["swings"] == []
    said = {one["choice"]: (one["wouldPass"], one["decided"]) for one in badalona["swings"]}
    assert said == {
        "APPROVE": (True, True),
        "OBJECT": (False, True),
        "ABSTAIN": (False, True),
        "RECUSE": (True, True),
    }


async def test_what_if_counts_a_supposition_and_keeps_nothing(client: Client) -> None:
    reference, round_id = await opened(client, rule={"preset": "ABSOLUTE_MAJORITY"})
    await cast(client, BARCELONA, round_id)
    votes = [{"organizationCode": "08015", "choice": "APPROVE"}]
    found: Any = await client.ask(WHAT_IF, {"r": reference, "votes": votes}, as_email=COORDINATOR)
    supposed, real = found["position"]["round"]["whatIf"], found["position"]["round"]["tally"]
    assert (supposed["wouldPass"], supposed["approving"]["organizations"]) == (True, 2)
    assert (supposed["pending"]["organizations"], real["pending"]["organizations"]) == (0, 1)
    assert (await look(client, reference))["round"]["tally"]["wouldPass"] is False


@pytest.mark.parametrize(
    ("towns", "code"), [(["08101"], "NOT_ELIGIBLE"), (["08015", "08015"], "INVALID"), (["x"], "NOT_ELIGIBLE")]
)
async def test_what_if_of_towns_that_are_not_called_is_refused(
    client: Client, towns: list[str], code: str
) -> None:
    reference, _ = await opened(client)
    votes = [{"organizationCode": town, "choice": "APPROVE"} for town in towns]
    body = {"query": WHAT_IF, "variables": {"r": reference, "votes": votes}}
    answer = await client.post(body, authorization=f"Bearer {await client.token(COORDINATOR)}")
    assert answer.json()["errors"][0]["extensions"]["code"] == code


async def test_while_a_round_is_sealed_nothing_of_its_count_is_told(client: Client) -> None:
    reference, round_id = await opened(client)
    async with client.database.write() as work:
        (await work.session.get_one(Round, round_id)).is_sealed = True
    await cast(client, BARCELONA, round_id)
    votes = [{"organizationCode": "08015", "choice": "APPROVE"}]
    found: Any = await client.ask(WHAT_IF, {"r": reference, "votes": votes}, as_email=COORDINATOR)
    assert found["position"]["round"] == {"whatIf": None, "tally": None}
    seen = (await look(client, reference, email=COORDINATOR))["round"]
    assert [elector["swings"] for elector in seen["electorate"]["nodes"]] == [[], []]


async def test_an_approval_with_a_reservation_counts_as_the_rule_says(client: Client) -> None:
    rule = {"preset": "UNANIMITY", "maintained": "OBJECTS"}
    reference, round_id = await opened(client, rule=rule)
    held = {"kind": "SUBSTANTIVE", "reason": "Falta el finançament"}
    for email in (BARCELONA, BADALONA):
        await cast(client, email, round_id, reservations=[held] if email == BADALONA else [])
    tally = (await look(client, reference))["round"]["tally"]
    assert (tally["wouldPass"], tally["reserved"]["organizations"]) == (False, 1)
    assert tally["objecting"]["organizations"] == 1
    closed = await close(client, round_id)
    assert (closed["round"]["status"], closed["position"]["stage"]) == ("FAILED", "AMENDING")
    votes = closed["round"]["votes"]["nodes"]
    assert [one["state"] for vote in votes for one in vote["reservations"]] == ["MAINTAINED"]


async def test_a_tie_is_voted_again_and_then_the_casting_vote_decides(client: Client) -> None:
    rule = {"preset": "SIMPLE_MAJORITY", "castingCode": "08019"}
    reference, round_id = await opened(client, rule=rule)
    await cast(client, BARCELONA, round_id)
    badalona, _ = (await look(client, reference))["round"]["electorate"]["nodes"]
    assert [one["choice"] for one in badalona["swings"] if one["wouldRepeat"]] == ["OBJECT"]
    await cast(client, BADALONA, round_id, "OBJECT")
    closed = await close(client, round_id)
    assert (closed["round"]["status"], closed["position"]["stage"]) == ("FAILED", "APPROVING")
    first = (await look(client, reference))["round"]
    assert (first["awaitsSecondVote"], first["tally"]["wouldRepeat"]) == (True, True)
    second = await open_round(client, reference, name=None, rule=None)
    assert codes(second) == []
    found = (await look(client, reference, 2))["round"]
    assert (found["repeats"], found["awaitsSecondVote"]) == ({"number": 1}, False)
    assert not (await look(client, reference))["round"]["awaitsSecondVote"]
    for email, choice in ((BARCELONA, "APPROVE"), (BADALONA, "OBJECT")):
        wish = {"roundId": second["round"]["id"], "choice": choice, "mandate": MANDATE}
        assert codes(await ask(client, _CAST, email, **wish)) == []
    closed = await close(client, second["round"]["id"])
    assert (closed["round"]["status"], closed["position"]["stage"]) == ("PASSED", "ADOPTED")


_CAST = "mutation ($input: CastVoteInput!) { castVote(input: $input) { userErrors { code } } }"
