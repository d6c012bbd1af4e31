from datetime import timedelta

import pytest

from api.app import create_app
from api.identity import COOKIE
from api.settings import Settings, SettingsInvalid
from positions.actors import Scope
from positions.queries.members import actor_by_email
from positions.services.members import EndMembership, end_membership
from positions.services.sessions import LIFETIME
from positions.services.unit_of_work import Database
from tests.support.clients import PEOPLE, Client, Clock, client_of
from tests.support.rounds import cast, open_on, ready
from tests.support.world import LEAD, OTHER_PARTICIPANT, PARTICIPANT, world_at

OURS = {"x-positions": "1"}
VIEWER = (
    "{ viewer { name email locale memberships { role organization { code } from until } tokens { name } } }"
)


async def sign_in(client: Client, email: str) -> None:
    answer = await client.http.post("/auth/demo", json={"email": email}, headers=OURS)
    assert answer.status_code == 200
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Secure" not in cookie


async def test_nobody_is_signed_in_at_first(client: Client) -> None:
    assert (await client.http.get("/session")).json() == {"viewer": None, "demo": True, "providers": []}
    assert await client.ask("{ viewer { name } }") == {"viewer": None}


async def test_signing_in_and_out(client: Client) -> None:
    await sign_in(client, "Delegate@08019.demo ")
    viewer = (await client.http.get("/session")).json()["viewer"]
    assert viewer == {
        "id": viewer["id"],
        "name": "Bernat Barcelona",
        "email": "delegate@08019.demo",
        "locale": "ca",
        "memberships": [{"role": "DELEGATE", "organization": {"code": "08019", "name": "Barcelona"}}],
        "acting": "08019",
    }
    secret = client.http.cookies[COOKIE]
    assert (await client.http.post("/auth/logout", headers=OURS)).status_code == 200
    client.http.cookies.set(COOKIE, secret)
    assert (await client.http.get("/session")).json()["viewer"] is None


async def test_signing_in_anew_ends_the_session_before(client: Client) -> None:
    await sign_in(client, "delegate@08019.demo")
    first = client.http.cookies[COOKIE]
    await sign_in(client, "delegate@08015.demo")
    client.http.cookies.clear()
    client.http.cookies.set(COOKIE, first)
    assert (await client.http.get("/session")).json()["viewer"] is None


async def test_a_session_ends_by_itself(client: Client, clock: Clock) -> None:
    await sign_in(client, "delegate@08019.demo")
    clock.now += LIFETIME - timedelta(seconds=1)
    assert (await client.http.get("/session")).json()["viewer"]
    clock.advance(seconds=2)
    assert (await client.http.get("/session")).json()["viewer"] is None


async def test_the_demo_lists_its_members(client: Client) -> None:
    told = (await client.http.get("/auth/demo/members")).json()
    assert sorted(member["email"] for member in told["members"]) == sorted(person.email for person in PEOPLE)
    assert told["round"] is None


async def test_the_demos_door_shows_the_vote_that_is_live(database_url: str) -> None:
    async with world_at(database_url) as world:
        paper = await ready(world)
        await cast(world, (await open_on(world, paper)).id, LEAD)
        settings = Settings(base_url="https://test", is_demo=True)
        async with client_of(world.database, Clock(), settings) as client:
            told = (await client.http.get("/auth/demo/members")).json()
    assert (told["round"]["reference"], told["round"]["pending"]) == (
        paper.reference,
        sorted([PARTICIPANT, OTHER_PARTICIPANT]),
    )
    assert all(member["memberships"] for member in told["members"])


@pytest.mark.parametrize(
    ("path", "body", "headers", "status", "code"),
    [
        ("/auth/demo", {"email": "nobody@nowhere"}, OURS, 404, "NOT_FOUND"),
        ("/auth/demo", {"email": 1}, OURS, 422, "INVALID"),
        ("/auth/demo", [], OURS, 422, "INVALID"),
        ("/auth/demo", {"email": "delegate@08019.demo"}, {}, 403, "FORBIDDEN"),
        ("/auth/demo", {"email": "a" * 20_000}, OURS, 413, "LIMIT_EXCEEDED"),
        ("/auth/locale", {"locale": "ca"}, OURS, 401, "UNAUTHENTICATED"),
        ("/auth/locale", {"locale": "ca"}, {"authorization": "Bearer x"}, 401, "UNAUTHENTICATED"),
    ],
)
async def test_refusals(
    client: Client, path: str, body: object, headers: dict[str, str], status: int, code: str
) -> None:
    answer = await client.http.post(path, json=body, headers=headers)
    assert (answer.status_code, answer.json()["userErrors"][0]["code"]) == (status, code)
    assert answer.json()["userErrors"][0]["message"]


async def test_the_language_is_kept(client: Client) -> None:
    await sign_in(client, "delegate@08019.demo")
    assert (await client.http.post("/auth/locale", json={"locale": "es"}, headers=OURS)).status_code == 200
    assert (await client.http.get("/session")).json()["viewer"]["locale"] == "es"
    wrong = await client.http.post("/auth/locale", json={"locale": "xx"}, headers=OURS)
    assert wrong.status_code == 422


async def test_a_role_that_ended_gives_nothing(client: Client, database: Database) -> None:
    data = await client.ask("{ viewer { memberships { id } } }", as_email="delegate@08019.demo")
    membership = data["viewer"]["memberships"][0]["id"]
    async with database.write() as work:
        anna = await actor_by_email(work.session, "admin@amb.demo", work.now)
        assert anna is not None
        await end_membership(work, anna, EndMembership(membership))
    after = await client.ask("{ viewer { memberships { id } } }", as_email="delegate@08019.demo")
    assert after == {"viewer": {"memberships": []}}


async def test_demo_sign_in_is_off_without_the_setting(database: Database, clock: Clock) -> None:
    async with client_of(database, clock, Settings(base_url="https://test")) as client:
        answer = await client.http.post("/auth/demo", json={"email": "delegate@08019.demo"}, headers=OURS)
        assert answer.status_code == 404
        assert (await client.http.get("/auth/demo/members")).status_code == 404
        assert (await client.http.get("/session")).json()["demo"] is False


async def test_a_secure_address_makes_secure_cookies(database: Database, clock: Clock) -> None:
    async with client_of(database, clock, Settings(base_url="https://test", is_demo=True)) as client:
        answer = await client.http.post("/auth/demo", json={"email": "delegate@08019.demo"}, headers=OURS)
        assert "Secure" in answer.headers["set-cookie"]


def test_a_demo_with_an_issuer_does_not_start() -> None:
    with pytest.raises(SettingsInvalid):
        create_app(Settings(is_demo=True, oidc_issuer="https://login.example"))


@pytest.mark.parametrize("header", ["Bearer", "Bearer ", "bearer nobody", "Token x", "Bearer positions_x"])
async def test_a_bad_token_is_401_everywhere(client: Client, header: str) -> None:
    for path in ("/session", "/graphql?query={__typename}"):
        answer = await client.http.get(path, headers={"authorization": header})
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"].startswith("Bearer")


async def test_a_token_acts_for_its_member_until_it_ends(client: Client, clock: Clock) -> None:
    token = await client.token("delegate@08019.demo", Scope.READ, days=1)
    request = {"query": VIEWER}
    answer = await client.post(request, authorization=f"Bearer {token}")
    assert answer.json()["data"]["viewer"]["email"] == "delegate@08019.demo"
    assert answer.json()["data"]["viewer"]["tokens"] == []
    clock.advance(days=1, seconds=1)
    assert (await client.post(request, authorization=f"Bearer {token}")).status_code == 401
