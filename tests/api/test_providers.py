"""Providers that lie, fail, or speak plain OAuth 2.0; honest OpenID Connect is tried on a real one in `http/`."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace

import httpx
import pytest
from sqlalchemy import select

from api.identity import COOKIE
from api.settings import OAuthService, Settings
from positions.models.members import Identity
from positions.services.unit_of_work import Database
from tests.support.clients import Client, Clock, client_of
from tests.support.oidc import PEPPER, oidc_settings
from tests.support.providers import FOREIGN_KEY, Pretender, running_pretender

pytestmark = pytest.mark.one_engine  # what a provider says is judged before the database is asked

DELEGATE = "delegate@08019.demo"
NUMBER = "12345678Z"
TOLD = {"status": "ok", "identifier": NUMBER, "name": "Bernat", "surnames": "Barcelona", "email": DELEGATE}


@pytest.fixture
def pretender() -> Iterator[Pretender]:
    with running_pretender() as pretender:
        yield pretender


def service(pretender: Pretender, **changes: object) -> OAuthService:
    """A VÀLid-like service at the pretender's address."""
    address = pretender.address
    plain = OAuthService(
        f"{address}/o/auth", f"{address}/o/token", f"{address}/o/me", "positions", "a secret of the service"
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # fields of the service by name


@pytest.fixture
async def ours(database: Database, clock: Clock, pretender: Pretender) -> AsyncIterator[Client]:
    """A browser on a server that knows the pretender as its only provider, by OpenID Connect."""
    async with client_of(database, clock, oidc_settings(pretender.address)) as client:
        yield client


@pytest.fixture
async def impatient(database: Database, clock: Clock, pretender: Pretender) -> AsyncIterator[Client]:
    """As `ours`, for providers that keep silent: honest ones may take longer than this on a busy machine."""
    async with client_of(database, clock, oidc_settings(pretender.address, provider_seconds=0.3)) as client:
        yield client


@pytest.fixture
async def by_oauth(database: Database, clock: Clock, pretender: Pretender) -> AsyncIterator[Client]:
    """A browser on a server that knows the pretender as its only provider, by OAuth, and trusts its addresses."""
    pretender.answers["/o/token"] = (200, {"access_token": "the token", "token_type": "Bearer"})
    pretender.answers["/o/me"] = (200, TOLD)
    settings = Settings(base_url="http://test", secret=PEPPER, oauth=service(pretender, trusts_email=True))
    async with client_of(database, clock, settings) as client:
        yield client


async def sign_in(client: Client, pretender: Pretender, provider: str = "") -> httpx.Response:
    """The whole way, through the provider's redirect."""
    departure = await client.http.get(f"/auth/login?provider={provider}")
    if departure.status_code != 302:
        return departure
    return await client.http.get(f"/auth/callback?{pretender.arrival(departure.headers['location'])}")


async def assert_nobody(client: Client, answer: httpx.Response, status: int) -> None:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"].startswith("text/html")
    assert COOKIE not in answer.headers.get("set-cookie", "")
    assert (await client.http.get("/session")).json()["viewer"] is None
    async with client.database.read() as session:
        assert (await session.scalars(select(Identity.member_id))).all() == []


async def test_an_honest_token_is_taken(ours: Client, pretender: Pretender) -> None:
    assert (await sign_in(ours, pretender)).status_code == 303


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://evil.test"},
        {"aud": "another"},
        {"nonce": "another"},
        {"nonce": None},
        {"exp": 1_000_000_000},
        {"iat": None},
        {"sub": None},
        {"sub": ""},
    ],
    ids=str,
)
async def test_a_token_that_does_not_hold(
    ours: Client, pretender: Pretender, claims: dict[str, object]
) -> None:
    pretender.claims = claims
    await assert_nobody(ours, await sign_in(ours, pretender), 400)


async def test_a_token_signed_by_somebody_else(ours: Client, pretender: Pretender) -> None:
    pretender.key = FOREIGN_KEY
    await assert_nobody(ours, await sign_in(ours, pretender), 400)


async def test_an_unverified_address_is_nobodys(ours: Client, pretender: Pretender) -> None:
    for verified in (False, "true", 1, None):
        pretender.claims = {"email_verified": verified}
        await assert_nobody(ours, await sign_in(ours, pretender), 403)


async def test_user_info_about_somebody_else(ours: Client, pretender: Pretender) -> None:
    pretender.claims = {"email": None}
    pretender.discovery = {"userinfo_endpoint": f"{pretender.address}/me"}
    pretender.answers["/me"] = (200, {"sub": "43", "email": DELEGATE, "email_verified": True})
    await assert_nobody(ours, await sign_in(ours, pretender), 400)
    pretender.answers["/me"] = (200, {"sub": "42", "email": DELEGATE, "email_verified": True})
    assert (await sign_in(ours, pretender)).status_code == 303


@pytest.mark.parametrize(
    ("path", "answer", "status"),
    [
        ("/.well-known/openid-configuration", (500, {}), 502),
        ("/.well-known/openid-configuration", (200, "no JSON"), 502),
        ("/.well-known/openid-configuration", (200, {"issuer": "https://evil.test"}), 502),
        ("/token", (400, {"error": "invalid_grant"}), 400),
        ("/token", (500, {}), 502),
        ("/token", (200, "no JSON"), 502),
        ("/token", (200, {"access_token": "x", "token_type": "Bearer"}), 400),
        ("/jwks", (500, {}), 502),
        ("/jwks", (200, {"keys": []}), 400),
    ],
    ids=str,
)
async def test_a_provider_that_fails(
    ours: Client, pretender: Pretender, path: str, answer: tuple[int, object], status: int
) -> None:
    pretender.answers[path] = answer
    await assert_nobody(ours, await sign_in(ours, pretender), status)
    del pretender.answers[path]
    assert (await sign_in(ours, pretender)).status_code == 303, "it must recover"


@pytest.mark.parametrize("path", ["/.well-known/openid-configuration", "/token"])
async def test_a_provider_that_does_not_answer(impatient: Client, pretender: Pretender, path: str) -> None:
    pretender.silent_at = path
    await assert_nobody(impatient, await sign_in(impatient, pretender), 503)


async def test_signing_out_does_not_wait_for_a_provider_that_fails(
    ours: Client, pretender: Pretender
) -> None:
    await sign_in(ours, pretender)
    answer = await ours.http.post("/auth/logout", headers={"x-positions": "1"})
    assert answer.json() == {"ok": True, "next": None}
    assert (await ours.http.get("/session")).json()["viewer"] is None


async def test_a_service_without_id_tokens(by_oauth: Client, pretender: Pretender) -> None:
    assert (await sign_in(by_oauth, pretender)).status_code == 303
    paths = [path for path, _, _ in pretender.asked]
    assert paths == ["/o/token", "/o/me"]
    (_, token, _), (_, _, authorization) = pretender.asked
    assert token["client_secret"] == "a secret of the service"
    assert token["code_verifier"]
    assert authorization == "Bearer the token"
    async with by_oauth.database.read() as session:
        (link,) = await session.scalars(select(Identity))
    assert NUMBER not in f"{link.issuer}{link.subject_hash}"
    answer = await by_oauth.http.post("/auth/logout", headers={"x-positions": "1"})
    assert answer.json()["next"] is None


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ((200, {**TOLD, "identifier": None}), 400),
        ((200, {"status": "ko"}), 400),
        ((200, []), 502),
        ((200, "no JSON"), 502),
        ((401, {}), 502),
    ],
    ids=str,
)
async def test_user_info_that_says_nothing(
    by_oauth: Client, pretender: Pretender, told: tuple[int, object], status: int
) -> None:
    pretender.answers["/o/me"] = told
    await assert_nobody(by_oauth, await sign_in(by_oauth, pretender), status)


async def test_an_address_counts_only_where_the_service_is_trusted_with_it(
    database: Database, clock: Clock, pretender: Pretender, by_oauth: Client
) -> None:
    settings = Settings(base_url="http://test", secret=PEPPER, oauth=service(pretender))
    async with client_of(database, clock, settings) as client:
        await assert_nobody(client, await sign_in(client, pretender), 403)
    assert (await sign_in(by_oauth, pretender)).status_code == 303


async def test_a_token_in_the_query_where_a_service_wants_it_there(
    database: Database, clock: Clock, pretender: Pretender
) -> None:
    pretender.answers["/o/token"] = (200, {"access_token": "the token", "token_type": "Bearer"})
    pretender.answers["/o/me"] = (200, TOLD)
    wanted = service(pretender, userinfo_parameter="AccessToken", trusts_email=True)
    settings = Settings(base_url="http://test", secret=PEPPER, oauth=wanted)
    async with client_of(database, clock, settings) as client:
        assert (await sign_in(client, pretender)).status_code == 303
    assert pretender.asked[-1] == ("/o/me", {"AccessToken": "the token"}, "")


async def test_two_providers_vouch_for_the_same_member(
    database: Database, clock: Clock, pretender: Pretender
) -> None:
    pretender.answers["/o/token"] = (200, {"access_token": "the token", "token_type": "Bearer"})
    pretender.answers["/o/me"] = (200, TOLD)
    settings = replace(oidc_settings(pretender.address), oauth=service(pretender, trusts_email=True))
    async with client_of(database, clock, settings) as client:
        unsaid = await client.http.get("/auth/login?next=/compte")
        assert (unsaid.status_code, unsaid.headers["location"]) == (303, "/entra?next=%2Fcompte")
        for provider in ("oidc", "oauth"):
            assert (await sign_in(client, pretender, provider)).status_code == 303
            assert (await client.http.get("/session")).json()["viewer"]["email"] == DELEGATE
        names = [one["name"] for one in (await client.http.get("/session")).json()["providers"]]
    assert names == ["", "VÀLid"]
    async with database.read() as session:
        links = (await session.scalars(select(Identity))).all()
    assert len({link.member_id for link in links}) == 1
    assert len({link.issuer for link in links}) == 2
