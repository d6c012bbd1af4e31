"""Rounds through the door that clients use: the documents of the contract, and nothing shown that may not be."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from positions.models.rounds import Round
from tests.support.clients import Client
from tests.support.papers import COORDINATOR, move, propose
from tests.support.states import step

BARCELONA, BADALONA, OUTSIDER = (f"delegate@{code}.demo" for code in ("08019", "08015", "08101"))
OBSERVER = "observer@generalitat.demo"
TEXT = "# Aigües\n\nUn paràgraf.\n\n- **D1.** Un pla.\n- **D2.** Sense ajornar.\n"
MANDATE = {"kind": "PLENARY", "date": "2026-11-20", "scope": "Tot", "validUntil": "2027-01-31"}

TALLY = """
fragment Tally on Round {
  id number name status closesAt
  tally {
    approving { organizations population seats }
    objecting { organizations population seats }
    abstaining { organizations population seats }
    recused { organizations population seats }
    pending { organizations population seats }
    tacit { organizations population seats }
    thresholds { of basis required { numerator denominator } reached { numerator denominator } met }
    decided wouldPass missing { kind organizations population }
  }
  votes(first: 100) {
    nodes { organization { code } choice isTacit castAt statement ratification { dueOn status }
            reservations { id kind state reason } }
  }
}
"""
OPEN = """
mutation OpenRound($input: OpenRoundInput!) {
  openRound(input: $input) {
    round {
      id number status version { number sha256 }
      electorate(first: 100) { nodes { organization { code } population seats } } closesAt
    }
    userErrors { path code message }
  }
}
"""
CAST = (
    """
mutation CastVote($input: CastVoteInput!) {
  castVote(input: $input) {
    vote { id choice castAt ratification { dueOn status } } round { ...Tally } userErrors { path code message }
  }
}
"""
    + TALLY
)
RECORD = (
    """
mutation RecordVotes($input: RecordVotesInput!) {
  recordVotes(input: $input) { round { ...Tally } userErrors { path code message } }
}
"""
    + TALLY
)
LIFT = """
mutation LiftReservation($input: LiftReservationInput!) {
  liftReservation(input: $input) { reservation { id state } userErrors { path code message } }
}
"""
CLOSE = (
    """
mutation CloseRound($input: CloseRoundInput!) {
  closeRound(input: $input) { round { ...Tally } position { stage } userErrors { path code message } }
}
"""
    + TALLY
)
ROUND = (
    """
query Round($reference: String!, $number: Int!) {
  position(reference: $reference) { round(number: $number) { ...Tally } }
}
"""
    + TALLY
)
ROUNDS = """
query Rounds($reference: String!, $first: Int!, $after: String) {
  position(reference: $reference) {
    viewerCan
    rounds(first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes {
        __typename id number name stepKey status takesVotes isLast isSealed opensAt closesAt closedAt reason silence
        rule {
          preset reservationsBlock castingCode
          thresholds { of basis required { numerator denominator } strict opponents }
          quorum { of required { numerator denominator } minimum }
        }
        version { id number label sha256 } document { id language }
        electorate(first: 2) { totalCount nodes { organization { code name } population seats hasVoted } }
        tally { hasQuorum isTied isBroken settling { organizations isExact } missing { kind seats } }
        votes(first: 5) {
          nodes {
            __typename id exceptAskKeys mandate { kind date scope validUntil } act { body date reference }
            author { name } reservations { id askKey start end wish organization { code } liftedAt }
          }
        }
        reservations { id kind }
      }
    }
  }
}
"""
NODE = "query Node($id: ID!) { node(id: $id) { __typename id } }"
EDIT = """
mutation ($input: EditDraftInput!) { editDraft(input: $input) { draft { sequence } userErrors { code } } }
"""
DOCUMENTS = "query ($r: String!) { position(reference: $r) { documents { id } } }"


@step
async def ready(client: Client, **cover: object) -> str:
    """The reference of a paper in amending, with a text and Barcelona and Badalona taking part."""
    reference = await propose(client, **cover)
    await move(client, reference, "START_DRAFTING")
    found: Any = await client.ask(DOCUMENTS, {"r": reference}, as_email=COORDINATOR)
    document_id = found["position"]["documents"][0]["id"]
    wish = {"documentId": document_id, "text": TEXT, "baseSequence": 0}
    edited: Any = await client.ask(EDIT, {"input": wish}, as_email=BARCELONA)
    assert edited["editDraft"]["userErrors"] == []
    await move(client, reference, "OPEN_AMENDING")
    return reference


async def ask(client: Client, document: str, email: str, **wish: object) -> Any:
    """What a mutation answers."""
    data: dict[str, Any] = await client.ask(document, {"input": wish}, as_email=email)
    return next(iter(data.values()))


@step
async def open_round(client: Client, reference: str, **terms: object) -> Any:
    usual = {} if "stepKey" in terms else {"name": "Consell", "rule": {"preset": "SIMPLE_MAJORITY"}}
    closes_at = (client.clock.now + timedelta(days=10)).isoformat()
    wish = {"reference": reference, "versionNumber": 1, "closesAt": closes_at, **usual, **terms}
    return await ask(client, OPEN, COORDINATOR, **wish)


@step
async def opened(client: Client, **terms: object) -> tuple[str, str]:
    """The reference of a paper, and the id of its open round."""
    reference = await ready(client)
    answer = await open_round(client, reference, **terms)
    assert answer["userErrors"] == []
    return reference, answer["round"]["id"]


@step
async def cast(client: Client, email: str, round_id: str, choice: str = "APPROVE", **more: object) -> Any:
    wish = {"roundId": round_id, "choice": choice, "mandate": MANDATE, **more}
    return await ask(client, CAST, email, **wish)


@step
async def close(client: Client, round_id: str) -> Any:
    return await ask(client, CLOSE, COORDINATOR, roundId=round_id, outcome="CLOSE")


def codes(answer: Any) -> list[str]:
    return [error["code"] for error in answer["userErrors"]]


async def rounds(client: Client, reference: str, email: str | None, **page: object) -> Any:
    variables = {"reference": reference, "first": 10, **page}
    found: Any = await client.ask(ROUNDS, variables, as_email=email)
    return found["position"] and found["position"]["rounds"]["nodes"]


async def test_a_round_from_opening_to_adoption(client: Client) -> None:
    reference = await ready(client)
    answer = await open_round(client, reference)
    electorate = answer["round"]["electorate"]["nodes"]
    assert [elector["organization"]["code"] for elector in electorate] == ["08015", "08019"]
    assert min(elector["population"] for elector in electorate) > 200_000
    assert (answer["round"]["status"], answer["round"]["version"]["number"]) == ("OPEN", 1)
    round_id = answer["round"]["id"]
    voted = await cast(client, BARCELONA, round_id, statement="Hi som", ratificationDueOn="2026-12-20")
    assert voted["vote"]["ratification"] == {"dueOn": "2026-12-20", "status": "PENDING"}
    tally = voted["round"]["tally"]
    assert (tally["approving"]["organizations"], tally["pending"]["organizations"]) == (1, 1)
    assert (tally["wouldPass"], tally["decided"], tally["missing"]) == (True, False, [])
    assert tally["thresholds"][0]["reached"] == {"numerator": 1, "denominator": 1}
    assert codes(await close(client, round_id)) == ["CONFLICT"]
    act = {"body": "Consell d'Alcaldes", "date": "2026-11-23", "reference": "Acta 7"}
    said = [{"organizationCode": "08015", "choice": "ABSTAIN", "statement": "Sense opinió"}]
    recorded = await ask(client, RECORD, COORDINATOR, roundId=round_id, votes=said, act=act)
    assert [vote["choice"] for vote in recorded["round"]["votes"]["nodes"]] == ["APPROVE", "ABSTAIN"]
    closed = await close(client, round_id)
    assert (closed["round"]["status"], closed["position"]["stage"]) == ("PASSED", "ADOPTED")
    shown: Any = await client.ask(ROUND, {"reference": reference, "number": 1}, as_email=OBSERVER)
    assert shown["position"]["round"] == closed["round"]
    assert codes(await cast(client, BARCELONA, round_id)) == ["ROUND_CLOSED"]


async def test_everything_about_a_round_is_shown_to_those_who_read(client: Client) -> None:
    held = {"kind": "SCRUTINY", "askKey": "D1", "reason": "Ho estudiem", "wish": "Un altre pla"}
    rule = {"preset": "CONSENSUS", "quorum": {"of": "SEATS", "numerator": 1, "denominator": 3}}
    reference, round_id = await opened(client, rule=rule)
    await cast(client, BARCELONA, round_id, exceptAskKeys=["D2"], reservations=[held])
    (seen,) = await rounds(client, reference, OUTSIDER)
    assert (seen["rule"]["preset"], seen["rule"]["reservationsBlock"]) == ("CONSENSUS", True)
    assert seen["rule"]["quorum"] == {
        "of": "SEATS",
        "required": {"numerator": 1, "denominator": 3},
        "minimum": 0,
    }
    assert (seen["takesVotes"], seen["isLast"], seen["isSealed"], seen["silence"]) == (
        True,
        True,
        False,
        "NONE",
    )
    assert [elector["hasVoted"] for elector in seen["electorate"]["nodes"]] == [False, True]
    assert seen["document"]["language"] == "ca"
    (vote,) = seen["votes"]["nodes"]
    assert vote["mandate"] == MANDATE
    assert (vote["exceptAskKeys"], vote["author"]["name"]) == (["D2"], "Bernat Barcelona")
    assert vote["reservations"][0]["organization"] == {"code": "08019"}
    assert [one["kind"] for one in seen["tally"]["missing"]] == ["RESERVATIONS"]
    for node in (seen, vote, vote["reservations"][0]):
        found: Any = await client.ask(NODE, {"id": node["id"]}, as_email=OUTSIDER)
        assert found["node"]["id"] == node["id"]
    reservation_id = vote["reservations"][0]["id"]
    assert codes(await ask(client, LIFT, BADALONA, reservationId=reservation_id)) == ["FORBIDDEN"]
    lifted = await ask(client, LIFT, BARCELONA, reservationId=reservation_id)
    assert lifted["reservation"] == {"id": reservation_id, "state": "LIFTED"}


async def test_the_public_sees_what_decided_and_only_after_publication(client: Client) -> None:
    reference, first = await opened(client, rule={"preset": "CONSENSUS"}, silence="CONSENT")
    held = {"kind": "SUBSTANTIVE", "reason": "Ho rebutgem"}
    for email in (BARCELONA, BADALONA):
        await cast(client, email, first)
    await close(client, first)
    second = (await open_round(client, reference))["round"]["id"]
    votes = [
        (await cast(client, email, second, reservations=[held]))["vote"]["id"]
        for email in (BARCELONA, BADALONA)
    ]
    await close(client, second)
    for identifier in (first, second, *votes):
        assert (await client.ask(NODE, {"id": identifier}))["node"] is None
    assert await rounds(client, reference, None) is None
    await move(client, reference, "PUBLISH")
    (seen,) = await rounds(client, reference, None)
    assert (seen["id"], seen["status"], seen["reservations"]) == (second, "PASSED", [])
    assert [vote["id"] for vote in seen["votes"]["nodes"]] == votes
    for vote in seen["votes"]["nodes"]:
        assert (vote["mandate"], vote["author"], vote["reservations"]) == (None, None, [])
    assert (await client.ask(NODE, {"id": first}))["node"] is None
    assert codes(await cast(client, BARCELONA, second)) == ["ROUND_CLOSED"]
    wish = {"roundId": second, "choice": "APPROVE"}
    anonymous: Any = await client.ask(CAST, {"input": wish})
    assert codes(anonymous["castVote"]) == ["UNAUTHENTICATED"]


async def test_a_sealed_round_tells_only_who_has_voted(client: Client) -> None:
    reference, round_id = await opened(client)
    async with client.database.write() as work:
        (await work.session.get_one(Round, round_id)).is_sealed = True
    vote = (await cast(client, BARCELONA, round_id))["vote"]
    for email, shown in ((BADALONA, []), (COORDINATOR, []), (BARCELONA, [vote["id"]])):
        (seen,) = await rounds(client, reference, email)
        assert ([one["id"] for one in seen["votes"]["nodes"]], seen["tally"]) == (shown, None)
        assert [elector["hasVoted"] for elector in seen["electorate"]["nodes"]] == [False, True]
    found = await client.ask(NODE, {"id": vote["id"]}, as_email=BADALONA)
    assert found["node"] is None


async def test_a_step_is_called_by_its_name_in_the_readers_language(client: Client) -> None:
    reference = await ready(client, routeKey="mayors")
    assert codes(await open_round(client, reference)) == ["INVALID"]
    assert codes(await open_round(client, reference, stepKey="mayors")) == ["CONFLICT"]
    answer = await open_round(client, reference, stepKey="clearance")
    assert len(answer["round"]["electorate"]["nodes"]) == 36
    names = {}
    for language in ("ca", "es", "en"):
        shown: Any = await client.ask(
            ROUND, {"reference": reference, "number": 1}, as_email=BARCELONA, language=language
        )
        names[language] = shown["position"]["round"]["name"]
    assert names == {"ca": "Validació tècnica", "es": "Validación técnica", "en": "Technical clearance"}


@pytest.mark.parametrize(
    ("email", "wish", "code"),
    [
        (BARCELONA, {"roundId": "rnd_" + "0" * 26}, "NOT_FOUND"),
        (COORDINATOR, {}, "FORBIDDEN"),
        (BARCELONA, {"organizationCode": "08015"}, "FORBIDDEN"),
        (BARCELONA, {"mandate": None}, "INVALID"),
        (BARCELONA, {"exceptAskKeys": ["D7"]}, "INVALID"),
        (OUTSIDER, {}, "NOT_ELIGIBLE"),
    ],
)
async def test_votes_refused_by_name(client: Client, email: str, wish: dict[str, Any], code: str) -> None:
    _, round_id = await opened(client)
    answer = await ask(
        client, CAST, email, **{"roundId": round_id, "choice": "APPROVE", "mandate": MANDATE, **wish}
    )
    assert (codes(answer), answer["vote"], answer["round"]) == ([code], None, None)
    assert answer["userErrors"][0]["message"]


@pytest.mark.parametrize(
    "rule",
    [
        {},
        {"preset": "UNANIMITY", "thresholds": []},
        {"thresholds": [{"of": "SEATS", "basis": "CAST", "numerator": 1, "denominator": 0}]},
        {"thresholds": [{"of": "SEATS", "basis": "CAST", "numerator": 3, "denominator": 2}]},
        {"preset": "SIMPLE_MAJORITY", "castingCode": "08101"},
    ],
)
async def test_rules_that_are_none_are_refused(client: Client, rule: dict[str, Any]) -> None:
    reference = await ready(client)
    assert codes(await open_round(client, reference, rule=rule)) == ["INVALID"]


async def test_a_rule_may_be_composed_freely(client: Client) -> None:
    part = {"of": "POPULATION", "basis": "ELIGIBLE", "numerator": 3, "denominator": 5, "strict": True}
    rule = {"thresholds": [part], "castingCode": "08019"}
    reference, round_id = await opened(client, rule=rule)
    (seen,) = await rounds(client, reference, OBSERVER)
    assert (seen["rule"]["preset"], seen["rule"]["castingCode"]) == (None, "08019")
    voted = await cast(client, BARCELONA, round_id)
    assert (voted["round"]["tally"]["decided"], voted["round"]["tally"]["wouldPass"]) == (True, True)


async def test_the_same_key_answers_the_same(client: Client) -> None:
    reference = await ready(client)
    first, again = [await open_round(client, reference, idempotencyKey="k") for _ in range(2)]
    assert first == again
    round_id = first["round"]["id"]
    vote = [await cast(client, BARCELONA, round_id, idempotencyKey="k") for _ in range(2)]
    assert vote[0] == vote[1]
    await cast(client, BARCELONA, round_id, "OBJECT")
    assert (await cast(client, BARCELONA, round_id, idempotencyKey="k"))["vote"] == vote[0]["vote"]
    assert codes(await cast(client, BARCELONA, round_id, "OBJECT", idempotencyKey="k")) == [
        "IDEMPOTENCY_MISMATCH"
    ]


async def test_after_its_time_a_round_shows_that_it_takes_no_votes(client: Client) -> None:
    reference, round_id = await opened(client)
    (seen,) = await rounds(client, reference, BARCELONA)
    assert (seen["status"], seen["takesVotes"]) == ("OPEN", True)
    client.clock.advance(days=10)
    (seen,) = await rounds(client, reference, BARCELONA)
    assert (seen["status"], seen["takesVotes"]) == ("OPEN", False)
    assert codes(await cast(client, BARCELONA, round_id)) == ["ROUND_CLOSED"]


async def test_rounds_and_electorates_are_paged(client: Client) -> None:
    reference, round_id = await opened(client)
    await ask(client, CLOSE, COORDINATOR, roundId=round_id, outcome="VOID", reason="Cal refer-ho")
    await open_round(client, reference)
    first: Any = await client.ask(ROUNDS, {"reference": reference, "first": 1}, as_email=BARCELONA)
    connection = first["position"]["rounds"]
    assert (connection["totalCount"], connection["pageInfo"]["hasNextPage"]) == (2, True)
    assert (connection["nodes"][0]["status"], connection["nodes"][0]["reason"]) == ("VOID", "Cal refer-ho")
    (second,) = await rounds(client, reference, BARCELONA, after=connection["pageInfo"]["endCursor"])
    assert second["number"] == 2


async def test_votes_sent_at_once_are_all_counted(client: Client) -> None:
    reference, round_id = await opened(client)
    await asyncio.gather(cast(client, BARCELONA, round_id), cast(client, BADALONA, round_id))
    (seen,) = await rounds(client, reference, OBSERVER)
    assert len(seen["votes"]["nodes"]) == 2
