"""Whatever is sent in whatever place, no answer is a fault of ours: NUL, monsters, numbers and moments out of this world."""

import base64

import orjson
import pytest

from tests.support.clients import Client
from tests.support.papers import COORDINATOR, propose

NUL = "\x00"
LONG = "x" * 60_000
REFERENCE = "AMB-PP-2026-001"


def cursor(*key: object) -> str:
    return base64.urlsafe_b64encode(orjson.dumps(key)).decode().rstrip("=")


KEYS: tuple[tuple[object, ...], ...] = (
    (NUL,),
    (NUL, NUL),
    ("0001-01-01T00:00:00+14:00", "x"),
    (2**63,),
    (True,),
    ([],),
)
OF_POSITION = 'query ($v: %s) { position(reference: "%s") { %s } }'
QUERIES = [
    *(
        (f"query ($v: {kind}!) {{ {field} {{ id }} }}", value)
        for kind, field in (
            ("String", "organization(code: $v)"),
            ("String", "institution(code: $v)"),
            ("ID", "node(id: $v)"),
            ("String", "position(reference: $v)"),
        )
        for value in (NUL, LONG)
    ),
    *(
        (f"query ($v: {kind}!) {{ positions(first: 5, filter: {{{name}: $v}}) {{ totalCount }} }}", value)
        for kind, name, value in (
            ("String", "search", LONG),
            ("String", "search", NUL),
            ("String", "relation", NUL),
            ("[String!]", "subjectCodes", [str(number) for number in range(33_000)]),
            ("[String!]", "participantCodes", [NUL, LONG]),
            ("DateTime", "updatedSince", "0001-01-01T00:00:00+14:00"),
            ("DateTime", "updatedSince", "9999-12-31T23:59:59-14:00"),
        )
    ),
    *(
        (f"query ($v: String!) {{ {field}(first: 5, after: $v) {{ totalCount }} }}", cursor(*key))
        for field in ("organizations", "institutions", "positions")
        for key in KEYS
    ),
    *(
        (OF_POSITION % ("String!", REFERENCE, f"{field}(first: 5, after: $v) {{ totalCount }}"), cursor(key))
        for field in ("rounds", "threads", "amendments", "events")
        for key in (NUL, 2**40, 2**63, -(2**63), True)
    ),
    (OF_POSITION % ("String!", REFERENCE, "excerpt(search: $v) { text }"), LONG),
]
INPUTS = (
    "closeRound roundId:$v,outcome:CLOSE",
    "castVote roundId:$v,choice:RECUSE",
    "confirmApproval roundId:$v",
    "liftReservation reservationId:$v",
    'reply threadId:$v,body:"x"',
    "resolveThread threadId:$v",
    "withdrawAmendment amendmentId:$v",
    "revokeToken tokenId:$v",
    "markRead documentId:$v",
    'startThread documentId:$v,body:"x"',
    'createToken name:$v,scopes:[READ],expiresAt:"2026-12-01T00:00:00Z"',
    f'setParticipation reference:"{REFERENCE}",participates:true,organizationCode:$v',
    f'moveStage reference:"{REFERENCE}",action:WITHDRAW,reason:$v',
    "updateViewer locale:$v",
    *(
        f'createPosition titles:[{{language:"ca",text:"a"}}],originalLanguage:"ca",leadCode:"AMB",{given}'
        for given in (
            "idempotencyKey:$v",
            "routeKey:$v",
            "subjectCodes:[$v]",
            "targetDeadline:$v",
            "relations:[{kind:CELEX,value:$v}]",
        )
    ),
)
PATHS = (
    "/%00",
    "/" + "a" * 5000,
    "/assets/%00",
    "/assets/" + "a" * 300,
    "/positions/%00/%00/versions/1.md",
    f"/positions/{REFERENCE}/ca/versions/{10**30}.md",
    f"/positions/{REFERENCE}/ca/comparison/{10**30}...{2**70}.html",
)


async def test_queries_are_answered_or_refused(client: Client) -> None:
    await propose(client)
    session = {"cookie": f"positions_session={await client.sign_in(COORDINATOR)}"}
    for document, value in QUERIES:
        answer = await client.post({"query": document, "variables": {"v": value}}, x_positions="1", **session)
        assert "INTERNAL" not in answer.text, (document, str(value)[:40])


@pytest.mark.parametrize("value", [NUL, LONG])
async def test_mutations_are_refused_with_a_name(client: Client, value: str) -> None:
    assert await propose(client) == REFERENCE
    session = {"cookie": f"positions_session={await client.sign_in(COORDINATOR)}"}
    for each in INPUTS:
        name, _, fields = each.partition(" ")
        kind = "ID" if "Id:$v" in fields else "String"
        document = f"mutation ($v: {kind}!) {{ {name}(input: {{{fields}}}) {{ userErrors {{ code }} }} }}"
        answer = await client.post({"query": document, "variables": {"v": value}}, x_positions="1", **session)
        assert answer.json()["data"][name]["userErrors"], each


async def test_addresses_are_answered(client: Client) -> None:
    await propose(client)
    session = {"cookie": f"positions_session={await client.sign_in(COORDINATOR)}", "x-positions": "1"}
    for path in PATHS:
        answer = await client.http.get(path, headers=session)
        assert answer.status_code in {200, 404, 503}, path
    for path, content in (
        ("/auth/demo", orjson.dumps({"email": NUL})),
        ("/auth/locale", orjson.dumps({"locale": NUL})),
        (f"/positions/{REFERENCE}/ca/import?base={'9' * 5000}", b"x"),
        (f"/positions/{REFERENCE}/ca/import?organizationCode=%00", b"x"),
    ):
        answer = await client.http.post(path, content=content, headers={**session, "x-filename": "a%00.md"})
        assert answer.json()["userErrors"], path
