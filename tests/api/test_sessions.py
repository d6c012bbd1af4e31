"""A browser's session: listed, ended, acting for one of several organizations; live connections feel it at once."""

from typing import Any

import pytest

from api.identity import COOKIE
from positions.actors import Role, Scope
from positions.queries.members import actor_by_email
from positions.services.members import AddMember, EndMembership, add_member, end_membership
from positions.services.unit_of_work import Database
from tests.support.clients import Client, Clock
from tests.support.papers import propose

OURS = {"x-positions": "1"}
DELEGATE = "delegate@08019.demo"
SESSIONS = "{ viewer { sessions { id device createdAt lastSeenAt isCurrent } } }"
REVOKE = "mutation ($input: RevokeSessionInput!) { revokeSession(input: $input) { session { id } userErrors { code } } }"
REVOKE_OTHERS = """mutation { revokeOtherSessions(input: {}) { ended userErrors { code } } }"""
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
THREAD = "mutation ($input: StartThreadInput!) { startThread(input: $input) { userErrors { path code } } }"
CREATE = """mutation ($input: CreatePositionInput!) { createPosition(input: $input) {
  position { reference } userErrors { path code } } }"""


async def enter(client: Client, email: str = DELEGATE, user_agent: str = FIREFOX) -> str:
    """Sign in by the demo's door; the session's secret."""
    headers = {**OURS, "user-agent": user_agent}
    assert (await client.http.post("/auth/demo", json={"email": email}, headers=headers)).status_code == 200
    secret = client.http.cookies[COOKIE]
    client.http.cookies.clear()
    return secret


async def ask(client: Client, secret: str, document: str, **given: object) -> Any:
    """A GraphQL answer's data, by this session."""
    body = {"query": document, "variables": {"input": given}}
    headers = {**OURS, "cookie": f"{COOKIE}={secret}"}
    return (await client.http.post("/graphql", json=body, headers=headers)).json()["data"]


async def act(client: Client, secret: str, code: str) -> int:
    """Choose whom to act for; the status."""
    headers = {**OURS, "cookie": f"{COOKIE}={secret}"}
    return (
        await client.http.post("/auth/acting", json={"organizationCode": code}, headers=headers)
    ).status_code


async def told(client: Client, secret: str) -> Any:
    """What the web application hears of the session."""
    return (await client.http.get("/session", headers={"cookie": f"{COOKIE}={secret}"})).json()["viewer"]


async def test_sessions_are_listed_with_what_their_owner_knows_them_by(client: Client, clock: Clock) -> None:
    first = await enter(client, user_agent="curl/8.0")
    clock.advance(minutes=3)
    second = await enter(client)
    (one, other) = (await ask(client, second, SESSIONS))["viewer"]["sessions"]
    assert (one["device"], one["isCurrent"], one["lastSeenAt"]) == (
        "Firefox · Windows",
        True,
        "2026-11-23T09:33:00Z",
    )
    assert (other["device"], other["isCurrent"], other["createdAt"]) == (None, False, "2026-11-23T09:30:00Z")
    assert (await ask(client, first, SESSIONS))["viewer"]["sessions"][0]["isCurrent"] is False


async def test_the_last_sight_is_kept_every_few_minutes(client: Client, clock: Clock) -> None:
    secret = await enter(client)

    async def seen() -> str:
        (one,) = (await ask(client, secret, SESSIONS))["viewer"]["sessions"]
        return str(one["lastSeenAt"])

    clock.advance(minutes=4)
    assert await seen() == "2026-11-23T09:30:00Z"
    clock.advance(minutes=4)
    assert await seen() == "2026-11-23T09:38:00Z"


async def test_one_session_is_ended_from_another(client: Client) -> None:
    first, second = await enter(client), await enter(client)
    listed = (await ask(client, second, SESSIONS))["viewer"]["sessions"]
    (lost,) = [one["id"] for one in listed if not one["isCurrent"]]
    ended = await ask(client, second, REVOKE, sessionId=lost)
    assert ended["revokeSession"] == {"session": {"id": lost}, "userErrors": []}
    assert await told(client, first) is None
    assert await told(client, second)
    again = await ask(client, second, REVOKE, sessionId=lost)
    assert again["revokeSession"]["userErrors"] == [{"code": "ALREADY_DONE"}]
    stranger = await enter(client, "delegate@08015.demo")
    own = next(one["id"] for one in listed if one["isCurrent"])
    foreign = await ask(client, stranger, REVOKE, sessionId=own)
    assert foreign["revokeSession"]["userErrors"] == [{"code": "NOT_FOUND"}]


async def test_all_others_are_ended_at_once(client: Client) -> None:
    secrets = [await enter(client) for _ in range(3)]
    assert (await ask(client, secrets[1], REVOKE_OTHERS))["revokeOtherSessions"]["ended"] == 2
    assert [await told(client, secret) is not None for secret in secrets] == [False, True, False]


async def test_a_token_ends_sessions_only_with_its_scope(client: Client) -> None:
    await enter(client)
    for scopes, code in (((Scope.READ, Scope.WRITE), ["FORBIDDEN"]), (tuple(Scope), [])):
        token = await client.token(DELEGATE, *scopes)
        answer = await client.post({"query": REVOKE_OTHERS}, authorization=f"Bearer {token}")
        payload = answer.json()["data"]["revokeOtherSessions"]
        assert [error["code"] for error in payload["userErrors"]] == code


@pytest.fixture
async def twofold(client: Client, database: Database) -> str:
    """The session of a coordinator who is also a delegate of Badalona and Barcelona's observer."""
    async with database.write() as work:
        for code, role in (("08015", Role.DELEGATE), ("08019", Role.OBSERVER)):
            await add_member(work, AddMember("coordinator@amb.demo", "Clara", code, role))
    return await enter(client, "coordinator@amb.demo")


async def test_a_session_acts_for_one_organization(client: Client, twofold: str) -> None:
    wish = {"titles": [{"language": "ca", "text": "Aigua"}], "originalLanguage": "ca", "leadCode": "08019"}
    assert (await told(client, twofold))["acting"] is None
    assert await act(client, twofold, "08015") == 200
    viewer = await told(client, twofold)
    assert (viewer["acting"], len(viewer["memberships"])) == ("08015", 3)
    refused = await ask(client, twofold, CREATE, **wish)
    assert [error["code"] for error in refused["createPosition"]["userErrors"]] == ["FORBIDDEN"]
    assert await act(client, twofold, "AMB") == 200
    assert (await ask(client, twofold, CREATE, **wish))["createPosition"]["userErrors"] == []
    roles = "{ viewer { memberships { organization { code } } } }"
    assert (await ask(client, twofold, roles))["viewer"]["memberships"] == [{"organization": {"code": "AMB"}}]


async def test_nobody_acts_for_strangers(client: Client, twofold: str) -> None:
    assert await act(client, twofold, "08101") == 403
    assert await act(client, twofold, "99999") == 403
    foreign = await client.http.post(
        "/auth/acting", json={"organizationCode": "08015"}, headers={"cookie": f"{COOKIE}={twofold}"}
    )
    assert foreign.status_code == 403
    token = await client.token("coordinator@amb.demo")
    bearer = {"authorization": f"Bearer {token}"}
    answer = await client.http.post("/auth/acting", json={"organizationCode": "08015"}, headers=bearer)
    assert answer.status_code == 422
    assert (await client.http.post("/auth/acting", json={}, headers=OURS)).status_code == 401


async def test_the_choice_lasts_and_ends_with_the_role(
    client: Client, twofold: str, database: Database
) -> None:
    await act(client, twofold, "08015")
    later = await enter(client, "coordinator@amb.demo")
    assert (await told(client, later))["acting"] == "08015"
    async with database.write() as work:
        anna = await actor_by_email(work.session, "admin@amb.demo", work.now)
        clara = await actor_by_email(work.session, "coordinator@amb.demo", work.now)
        assert anna is not None
        assert clara is not None
        badalona = clara.acting("08015")
        await end_membership(work, anna, EndMembership(badalona.id))
    viewer = await told(client, later)
    assert (viewer["acting"], len(viewer["memberships"])) == (None, 2)


async def test_a_token_still_names_its_organization(client: Client, twofold: str) -> None:
    reference = await propose(client)
    asked = f'{{ position(reference: "{reference}") {{ documents {{ id }} }} }}'
    await act(client, twofold, "AMB")
    (document,) = (await ask(client, twofold, asked))["position"]["documents"]
    given = {"documentId": document["id"], "body": "Un fil"}
    assert (await ask(client, twofold, THREAD, **given))["startThread"]["userErrors"] == []
    token = await client.token("coordinator@amb.demo")
    for code, wanted in ((None, [["organizationCode"]]), ("AMB", [])):
        body = {"query": THREAD, "variables": {"input": {**given, "organizationCode": code}}}
        answer = await client.post(body, authorization=f"Bearer {token}")
        assert [one["path"] for one in answer.json()["data"]["startThread"]["userErrors"]] == wanted


async def test_an_invitation_is_taken_up_in_a_demo(client: Client) -> None:
    document = (
        "mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { link userErrors { code } } }"
    )
    wish = {"email": "nova@x.test", "name": "Nova", "forOrganizationCode": "08015", "role": "DELEGATE"}
    admin = await enter(client, "admin@amb.demo")
    link = (await ask(client, admin, document, **wish))["inviteMember"]["link"]
    body = {"secret": link.partition("#")[2]}
    assert (await client.http.post("/auth/demo/invitation", json=body, headers=OURS)).status_code == 200
    assert (await told(client, client.http.cookies[COOKIE]))["email"] == "nova@x.test"
    assert (await client.http.post("/auth/demo/invitation", json=body, headers=OURS)).status_code == 409
    wrong = await client.http.post("/auth/demo/invitation", json={"secret": "x"}, headers=OURS)
    assert wrong.status_code == 404
