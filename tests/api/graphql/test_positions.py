"""Positions through the door that clients use: the documents of the contract, and nothing shown that may not be."""

from typing import Any

from positions.actors import Scope
from positions.lifecycle import Action
from positions.services.stages import MOVES
from tests.support.clients import Client
from tests.support.states import step

COORDINATOR = "coordinator@amb.demo"
LEAD = "delegate@08019.demo"
PARTICIPANT = "delegate@08101.demo"
OUTSIDER = "delegate@08015.demo"
OBSERVER = "observer@generalitat.demo"

CREATE = """
mutation CreatePosition($input: CreatePositionInput!) {
  createPosition(input: $input) {
    position { id reference stage documents { id language isOriginal } titles { language text } }
    userErrors { path code message }
  }
}
"""
UPDATE = """
mutation UpdatePosition($input: UpdatePositionInput!) {
  updatePosition(input: $input) {
    position { reference updatedAt titles { language text } milestones { kind dueAt } } userErrors { path code message }
  }
}
"""
SET_PARTICIPATION = """
mutation SetParticipation($input: SetParticipationInput!) {
  setParticipation(input: $input) { position { participants { code } } userErrors { path code message } }
}
"""
MOVE_STAGE = """
mutation MoveStage($input: MoveStageInput!) {
  moveStage(input: $input) {
    position { reference stage publishedAt viewerCan } userErrors { path code message }
  }
}
"""
POSITION = """
query Position($reference: String!) {
  position(reference: $reference) {
    id reference url
    titles { language text } summaries { language text } title(language: "en", fallback: true)
    stage viewerCan
    documents { id language isOriginal isStale latestVersion { number label sha256 } approvedVersion { number } }
    relations { kind value } addressees { code } milestones { kind dueAt doneAt }
    asks { key texts { language text } uptakes { institution { code } status evidence } }
    events(first: 50) {
      nodes { sequence tag at actor { name organization { code } } hash previousHash }
    }
  }
}
"""
POSITIONS = """
query Positions($first: Int!, $after: String, $filter: PositionFilter) {
  positions(first: $first, after: $after, filter: $filter, orderBy: { field: UPDATED_AT, direction: DESC }) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes {
      id reference url titles { language text } title(language: "ca") stage
      subjects { code label(language: "ca") } lead { code name } participants { code } updatedAt publishedAt
    }
  }
}
"""
INPUT: dict[str, object] = {
    "titles": [{"language": "ca", "text": "Aigües residuals"}],
    "summaries": [{"language": "es", "text": "Resumen"}],
    "originalLanguage": "ca",
    "leadCode": "08019",
    "participantCodes": ["08101"],
    "subjectCodes": ["52"],
    "addresseeCodes": ["EP"],
    "relations": [{"kind": "PROCEDURE", "value": "2021/0420(COD)"}],
    "targetDeadline": "2026-12-15",
    "routeKey": "mayors",
}


async def create(client: Client, as_email: str | None = COORDINATOR, **fields: object) -> dict[str, Any]:
    data: Any = await client.ask(CREATE, {"input": {**INPUT, **fields}}, as_email=as_email)
    found: dict[str, Any] = data["createPosition"]
    return found


@step
async def proposed(client: Client, **fields: object) -> str:
    return str((await create(client, COORDINATOR, **fields))["position"]["reference"])


async def move(
    client: Client, reference: str, action: str, as_email: str | None = COORDINATOR
) -> dict[str, Any]:
    wanted = {"reference": reference, "action": action, "reason": "prova"}
    data: Any = await client.ask(MOVE_STAGE, {"input": wanted}, as_email=as_email)
    found: dict[str, Any] = data["moveStage"]
    return found


async def seen(client: Client, reference: str, as_email: str | None = None) -> dict[str, Any] | None:
    data: Any = await client.ask(POSITION, {"reference": reference}, as_email=as_email)
    found: dict[str, Any] | None = data["position"]
    return found


async def test_a_coordinator_proposes_and_reads_it_back(client: Client) -> None:
    answer = await create(client)
    assert answer["userErrors"] == []
    position = answer["position"]
    assert (position["reference"], position["stage"]) == ("AMB-PP-2026-001", "PROPOSED")
    assert [(each["language"], each["isOriginal"]) for each in position["documents"]] == [("ca", True)]
    whole = await seen(client, "AMB-PP-2026-001", COORDINATOR)
    assert whole is not None
    assert whole["url"] == "http://test/positions/AMB-PP-2026-001"
    assert whole["title"] == "Aigües residuals"
    assert whole["summaries"] == [{"language": "es", "text": "Resumen"}]
    assert whole["relations"] == [{"kind": "PROCEDURE", "value": "2021/0420(COD)"}]
    assert whole["addressees"] == [{"code": "EP"}]
    assert whole["milestones"] == [
        {"kind": "INSTITUTION_DEADLINE", "dueAt": "2026-12-15T23:00:00Z", "doneAt": None}
    ]
    assert [event["tag"] for event in whole["events"]["nodes"]] == ["position:created"]
    assert whole["events"]["nodes"][0]["actor"]["organization"] == {"code": "AMB"}


async def test_a_title_in_a_missing_language_is_null_without_fallback(client: Client) -> None:
    reference = await proposed(client)
    document = """query ($reference: String!) { position(reference: $reference) {
        en: title(language: "en") any: title(language: "en", fallback: true) ca: title(language: "ca")
        summary(language: "ca") nearest: summary(language: "ca", fallback: true)
        lead { name } participations { organization { code } state since } stages { stage enteredAt } } }"""
    data: Any = await client.ask(document, {"reference": reference}, as_email=COORDINATOR)
    found = data["position"]
    assert (found["en"], found["any"], found["ca"]) == (None, "Aigües residuals", "Aigües residuals")
    assert (found["summary"], found["nearest"]) == (None, "Resumen")
    assert [(each["organization"]["code"], each["state"]) for each in found["participations"]] == [
        ("08019", "ACCEPTED"),
        ("08101", "INVITED"),
    ]
    assert [each["stage"] for each in found["stages"]] == ["PROPOSED"]


REFUSED: list[tuple[str | None, dict[str, object], str, list[str]]] = [
    (None, {}, "UNAUTHENTICATED", []),
    (LEAD, {}, "FORBIDDEN", []),
    (OBSERVER, {}, "FORBIDDEN", []),
    (COORDINATOR, {"organizationCode": "08019"}, "FORBIDDEN", ["organizationCode"]),
    (COORDINATOR, {"leadCode": "99999"}, "INVALID", ["leadCode"]),
    (COORDINATOR, {"titles": []}, "INVALID", ["titles"]),
    (COORDINATOR, {"titles": [{"language": "ca", "text": "a\x00"}]}, "INVALID", ["titles", "0", "text"]),
    (COORDINATOR, {"originalLanguage": "catalan!"}, "INVALID", ["originalLanguage"]),
    (COORDINATOR, {"targetDeadline": "31/12/2026"}, "INVALID", ["targetDeadline"]),
    (COORDINATOR, {"routeKey": "shortcut"}, "INVALID", ["routeKey"]),
    (COORDINATOR, {"relations": [{"kind": "CELEX", "value": "x"}]}, "INVALID", ["relations", "0", "value"]),
]


async def test_refusals_are_data_and_write_nothing(client: Client) -> None:
    for as_email, fields, code, path in REFUSED:
        answer = await create(client, as_email, **fields)
        assert answer["position"] is None
        assert [(error["code"], error["path"]) for error in answer["userErrors"]] == [(code, path)]
    listed: Any = await client.ask(POSITIONS, {"first": 5}, as_email=COORDINATOR)
    assert listed["positions"]["totalCount"] == 0


async def test_the_same_key_proposes_once(client: Client) -> None:
    first = await create(client, idempotencyKey="k")
    again = await create(client, idempotencyKey="k")
    assert first["position"]["id"] == again["position"]["id"]
    other = await create(client, idempotencyKey="k", leadCode="08101")
    assert other["userErrors"][0]["code"] == "IDEMPOTENCY_MISMATCH"


async def test_a_cover_is_changed_by_whoever_saw_its_present_state(client: Client) -> None:
    reference = await proposed(client)
    data: Any = await client.ask(POSITIONS, {"first": 1}, as_email=COORDINATOR)
    expected = data["positions"]["nodes"][0]["updatedAt"]
    client.clock.advance(seconds=5)
    wanted = {
        "reference": reference,
        "expectedUpdatedAt": expected,
        "titles": [{"language": "ca", "text": "Nou"}, {"language": "en", "text": "New"}],
        "milestones": [{"kind": "TABLING_DEADLINE", "dueAt": "2026-12-01"}],
    }
    changed: Any = await client.ask(UPDATE, {"input": wanted}, as_email=COORDINATOR)
    assert changed["updatePosition"]["userErrors"] == []
    assert [each["text"] for each in changed["updatePosition"]["position"]["titles"]] == ["Nou", "New"]
    kinds = [each["kind"] for each in changed["updatePosition"]["position"]["milestones"]]
    assert kinds == ["TABLING_DEADLINE", "INSTITUTION_DEADLINE"]
    stale: Any = await client.ask(UPDATE, {"input": wanted}, as_email=COORDINATOR)
    assert stale["updatePosition"]["position"] is None
    assert stale["updatePosition"]["userErrors"][0]["code"] == "STALE"


async def test_a_town_joins_and_leaves_and_may_lose_sight(client: Client) -> None:
    reference = await proposed(client)
    wanted = {"reference": reference, "organizationCode": "08101", "participates": True}
    joined: Any = await client.ask(SET_PARTICIPATION, {"input": wanted}, as_email=PARTICIPANT)
    assert joined["setParticipation"]["position"]["participants"] == [{"code": "08019"}, {"code": "08101"}]
    left: Any = await client.ask(
        SET_PARTICIPATION, {"input": {**wanted, "participates": False}}, as_email=PARTICIPANT
    )
    assert left["setParticipation"] == {"position": None, "userErrors": []}
    lead: Any = await client.ask(
        SET_PARTICIPATION,
        {"input": {"reference": reference, "organizationCode": "08019", "participates": False}},
        as_email=COORDINATOR,
    )
    assert lead["setParticipation"]["userErrors"][0]["code"] == "INVALID"


async def test_the_record_says_what_about_and_what_came_of_it(client: Client) -> None:
    reference = await proposed(client)
    await client.ask(
        SET_PARTICIPATION,
        {"input": {"reference": reference, "organizationCode": "08301", "participates": True}},
        as_email=COORDINATOR,
    )
    await move(client, reference, "START_DRAFTING")
    data: Any = await client.ask(
        """query ($reference: String!) { position(reference: $reference) {
             events(first: 2, newestFirst: true) { nodes { tag subject outcome } } } }""",
        {"reference": reference},
        as_email=COORDINATOR,
    )
    assert data["position"]["events"]["nodes"] == [
        {"tag": "stage:moved", "subject": None, "outcome": "DRAFTING"},
        {"tag": "participation:changed", "subject": "08301", "outcome": "INVITED"},
    ]


async def test_moving_answers_the_stage_and_what_is_possible_now(client: Client) -> None:
    reference = await proposed(client)
    moved = await move(client, reference, "START_DRAFTING")
    assert moved["userErrors"] == []
    assert moved["position"]["stage"] == "DRAFTING"
    assert "OPEN_AMENDING" in moved["position"]["viewerCan"]
    assert "START_DRAFTING" not in moved["position"]["viewerCan"]
    refused = await move(client, reference, "START_DRAFTING")
    assert (refused["position"], refused["userErrors"][0]["code"]) == (None, "STAGE_FORBIDS")
    assert (await move(client, reference, "WITHDRAW", LEAD))["userErrors"][0]["code"] == "FORBIDDEN"
    assert (await move(client, reference, "WITHDRAW", OUTSIDER))["userErrors"][0]["code"] == "NOT_FOUND"
    assert (await move(client, reference, "WITHDRAW", None))["userErrors"][0]["code"] == "NOT_FOUND"


async def test_the_buttons_are_those_of_the_service(client: Client) -> None:
    data: Any = await client.ask('{ __type(name: "StageAction") { enumValues { name } } }')
    assert [Action(value["name"]) for value in data["__type"]["enumValues"]] == list(MOVES)


SEES = {None: False, OUTSIDER: False, LEAD: True, PARTICIPANT: True, OBSERVER: True, COORDINATOR: True}
NODES = "query ($id: ID!, $doc: ID!) { node(id: $id) { id } document: node(id: $doc) { __typename } }"


async def test_before_publication_it_exists_for_its_own_only(client: Client) -> None:
    created = (await create(client))["position"]
    ids = {"id": created["id"], "doc": created["documents"][0]["id"]}
    for as_email, sees in SEES.items():
        assert ((await seen(client, created["reference"], as_email)) is not None) is sees
        node: Any = await client.ask(NODES, ids, as_email=as_email)
        assert [node["node"] is not None, node["document"] is not None] == [sees, sees], as_email
        listed: Any = await client.ask(POSITIONS, {"first": 5}, as_email=as_email)
        assert listed["positions"]["totalCount"] == len(listed["positions"]["nodes"]) == int(sees)


async def test_a_token_without_read_is_like_nobody(client: Client) -> None:
    reference = await proposed(client)
    token = await client.token(COORDINATOR, Scope.VOTE)
    answer = await client.post(
        {"query": POSITION, "variables": {"reference": reference}}, authorization=f"Bearer {token}"
    )
    assert answer.json() == {"data": {"position": None}}


async def test_a_page_of_positions_takes_few_statements(client: Client) -> None:
    for number in range(4):
        await proposed(client, titles=[{"language": "ca", "text": f"Paper {number}"}])
        client.clock.advance(seconds=1)
    data: Any = await client.ask(POSITIONS, {"first": 3}, as_email=OBSERVER)
    page = data["positions"]
    assert [node["title"] for node in page["nodes"]] == ["Paper 3", "Paper 2", "Paper 1"]
    assert page["nodes"][0]["subjects"] == [{"code": "52", "label": "Medi ambient"}]
    assert page["totalCount"] == 4
    rest: Any = await client.ask(
        POSITIONS, {"first": 3, "after": page["pageInfo"]["endCursor"]}, as_email=OBSERVER
    )
    assert [node["title"] for node in rest["positions"]["nodes"]] == ["Paper 0"]
    assert rest["positions"]["pageInfo"]["hasNextPage"] is False


FILTERS: list[tuple[dict[str, object], int]] = [
    ({"search": "aigua residual"}, 1),
    ({"search": "energies"}, 0),
    ({"stages": ["PROPOSED"], "subjectCodes": ["52"]}, 1),
    ({"participantCodes": ["08101"], "institutionCodes": ["EP"]}, 1),
    ({"participantCodes": ["08015"]}, 0),
    ({"relation": "2021/0420(cod)"}, 1),
    ({"leadCode": "08019", "updatedSince": "2026-11-23T00:00:00Z"}, 1),
    ({"updatedSince": "2027-01-01T00:00:00Z"}, 0),
    ({"stages": []}, 0),
    ({"leadCode": "08\x0019", "relation": "\x00", "search": "\x00"}, 0),
    ({"participantCodes": ["08019", "\x00"]}, 1),
]


async def test_filters_must_all_hold(client: Client) -> None:
    await proposed(client)
    for wanted, count in FILTERS:
        data: Any = await client.ask(POSITIONS, {"first": 5, "filter": wanted}, as_email=COORDINATOR)
        assert data["positions"]["totalCount"] == count, wanted


async def test_the_hit_is_shown(client: Client) -> None:
    await proposed(client)
    document = """query ($search: String!) { positions(first: 5, filter: {search: $search}) {
        nodes { excerpt(search: $search) { text start end } } } }"""
    data: Any = await client.ask(document, {"search": "residual"}, as_email=COORDINATOR)
    assert data["positions"]["nodes"] == [{"excerpt": {"text": "Aigües residuals", "start": 7, "end": 16}}]


async def test_an_unknown_reference_is_null(client: Client) -> None:
    await proposed(client)
    for reference in ("", "AMB-PP-2026-999", "x' OR 1=1", "AMB\x00", "%"):
        assert await seen(client, reference, COORDINATOR) is None
        assert (await move(client, reference, "CLOSE"))["userErrors"][0]["code"] == "NOT_FOUND"
