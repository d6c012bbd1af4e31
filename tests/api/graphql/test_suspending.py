"""Suspending, reinstating and merging municipalities over GraphQL; recalling and extending a round."""

from datetime import timedelta
from typing import Any

import pytest

from tests.support.clients import NOW, PEOPLE, Client
from tests.support.papers import COORDINATOR, move, propose
from tests.support.states import step

ADMIN, TOWN = "admin@amb.demo", "08101"
SHOWN = "{ code endedOn successor { code } suspensions { from until reason } }"
ERRORS = "userErrors { path code message }"
ORGANIZATION = f"query ($code: String!) {{ organization(code: $code) {SHOWN} }}"
EDIT = """mutation ($input: EditDraftInput!) { editDraft(input: $input) { userErrors { code message } } }"""
DOCUMENT = "query ($reference: String!) { position(reference: $reference) { documents { id } } }"
SAVE = "mutation ($input: SaveVersionInput!) { saveVersion(input: $input) { version { number } userErrors { code } } }"
OPEN = f"""mutation ($input: OpenRoundInput!) {{ openRound(input: $input) {{
  round {{ id status urgency recallableUntil electorate(first: 50) {{ totalCount }} }} {ERRORS} }} }}"""
RECALL = f"""mutation ($input: RecallRoundInput!) {{ recallRound(input: $input) {{
  round {{ status recalledAt reason recallableUntil }} position {{ stage }} {ERRORS} }} }}"""
EXTEND = f"""mutation ($input: ExtendRoundInput!) {{ extendRound(input: $input) {{
  round {{ closesAt extendedFrom extensionReason }} {ERRORS} }} }}"""

CAST = "mutation ($input: CastVoteInput!) { castVote(input: $input) { vote { id } userErrors { code } } }"
SETTLE = "mutation ($input: SettleRatificationInput!) { settleRatification(input: $input) { userErrors { code } } }"
RECALLABLE = "query ($id: ID!) { node(id: $id) { ... on Round { recallableUntil } } }"


def doing(field: str) -> str:
    kind = field[0].upper() + field[1:]
    return f"mutation ($input: {kind}Input!) {{ {field}(input: $input) {{ organization {SHOWN} {ERRORS} }} }}"


ACTS: dict[str, dict[str, object]] = {
    "suspendOrganization": {"code": TOWN, "reason": "Dissolució del ple"},
    "reinstateOrganization": {"code": TOWN},
    "mergeOrganization": {"code": TOWN, "lastDay": "2026-12-31", "successorCode": "08019"},
}


async def tell(client: Client, document: str, given: dict[str, Any], by: str = ADMIN) -> Any:
    (payload,) = (await client.ask(document, {"input": given}, as_email=by)).values()
    return payload


@step
async def opened(client: Client, **terms: object) -> Any:
    reference = await propose(client)
    await move(client, reference, "START_DRAFTING")
    asked = await client.ask(DOCUMENT, {"reference": reference}, as_email=COORDINATOR)
    (document,) = asked["position"]["documents"]
    edit = {"documentId": document["id"], "text": "# Aigües\n", "baseSequence": 0}
    assert (await tell(client, EDIT, edit, COORDINATOR))["userErrors"] == []
    await move(client, reference, "OPEN_AMENDING")
    wish = {
        "reference": reference,
        "versionNumber": 1,
        "closesAt": (NOW + timedelta(days=9)).isoformat(),
        "name": "Consulta",
        "rule": {"preset": "CONSENSUS"},
        **terms,
    }
    return (await tell(client, OPEN, wish, COORDINATOR))["round"]


async def test_a_town_is_suspended_and_called_again(client: Client) -> None:
    row = (await tell(client, doing("suspendOrganization"), ACTS["suspendOrganization"]))["organization"]
    assert row["suspensions"] == [{"from": "2026-11-23", "until": None, "reason": "Dissolució del ple"}]
    read = await client.ask(ORGANIZATION, {"code": TOWN})
    assert read["organization"]["suspensions"][0]["reason"] is None
    back = (await tell(client, doing("reinstateOrganization"), {"code": TOWN}))["organization"]
    assert back["suspensions"][0]["until"] == "2026-11-22"


async def test_a_town_merges_into_another(client: Client) -> None:
    row = (await tell(client, doing("mergeOrganization"), ACTS["mergeOrganization"]))["organization"]
    assert (row["endedOn"], row["successor"]) == ("2026-12-31", {"code": "08019"})
    back = (await tell(client, doing("mergeOrganization"), {"code": TOWN}))["organization"]
    assert (back["endedOn"], back["successor"]) == (None, None)


@pytest.mark.parametrize("email", [person.email for person in PEOPLE if person.email != ADMIN])
async def test_only_administrators_say_who_is_called(client: Client, email: str) -> None:
    for field, given in ACTS.items():
        (error,) = (await tell(client, doing(field), given, email))["userErrors"]
        assert error["code"] == "FORBIDDEN"


async def test_a_round_says_until_when_it_can_be_recalled_and_is(client: Client) -> None:
    row = await opened(client, urgency="La consulta es tanca dilluns")
    assert row["recallableUntil"] == (NOW + timedelta(minutes=30)).isoformat().replace("+00:00", "Z")
    assert row["urgency"] == "La consulta es tanca dilluns"
    answer = await tell(client, RECALL, {"roundId": row["id"], "reason": "Era una prova"}, COORDINATOR)
    assert answer["position"] == {"stage": "AMENDING"}
    assert (answer["round"]["status"], answer["round"]["recallableUntil"]) == ("VOID", None)
    assert answer["round"]["recalledAt"]


async def test_a_silence_procedure_is_extended_and_shows_it(client: Client) -> None:
    row = await opened(client, silence="CONSENT")
    wish = {
        "roundId": row["id"],
        "closesAt": (NOW + timedelta(days=12)).isoformat(),
        "reason": "Falta la notificació a un municipi",
    }
    extended = (await tell(client, EXTEND, wish, COORDINATOR))["round"]
    assert extended["extendedFrom"] == (NOW + timedelta(days=9)).isoformat().replace("+00:00", "Z")
    assert extended["extensionReason"] == wish["reason"]
    (error,) = (await tell(client, EXTEND, wish, COORDINATOR))["userErrors"]
    assert error["code"] == "INVALID"


async def test_a_round_somebody_voted_in_offers_no_recall_even_when_the_vote_was_withdrawn(
    client: Client,
) -> None:
    row = await opened(client, electorateCodes=["08019", "08015"])
    town = "delegate@08019.demo"
    vote = {
        "roundId": row["id"],
        "choice": "APPROVE",
        "mandate": {"kind": "GOVERNMENT_BOARD", "date": "2026-11-20"},
        "ratificationDueOn": "2026-12-20",
    }
    cast = await tell(client, CAST, vote, town)
    act = {"body": "Ple municipal", "date": "2026-11-23", "reference": "Acord 1"}
    settled = {"voteId": cast["vote"]["id"], "outcome": "WITHDRAWN", "act": act}
    assert (await tell(client, SETTLE, settled, town))["userErrors"] == []
    (error,) = (await tell(client, RECALL, {"roundId": row["id"], "reason": "Error"}, COORDINATOR))[
        "userErrors"
    ]
    assert error["code"] == "CONFLICT"
    asked = await client.ask(RECALLABLE, {"id": row["id"]}, as_email=COORDINATOR)
    assert asked["node"] == {"recallableUntil": None}
