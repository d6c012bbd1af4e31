"""Signing in at a real OpenID provider, and all the ways in which that does not end well."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import parse_qsl, urlencode, urlsplit

import httpx
import pytest
from sqlalchemy import select

from api.identity import COOKIE
from positions.actors import Role
from positions.invitations import LIFETIME
from positions.models.events import Event
from positions.models.members import Identity, Member
from positions.queries.members import actor_by_email
from positions.services.invitations import InviteMember, invite_member, revoke_invitation
from positions.services.members import EndMembership, end_membership
from positions.services.unit_of_work import Database
from tests.support.clients import Client, Clock, client_of
from tests.support.oidc import oidc_settings, pass_forms, running_provider

DELEGATE = "delegate@08019.demo"
CALLBACK = "http://test/auth/callback"
OURS = {"x-positions": "1"}


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    """The provider."""
    with running_provider("http://test") as issuer:
        yield issuer


@dataclass
class Visitor:
    """A browser: what it holds of us, and what it holds of the provider."""

    ours: Client
    provider: httpx.AsyncClient

    async def leave_for_provider(self, **query: str) -> str:
        """Press the button; the address at the provider."""
        answer = await self.ours.http.get(f"/auth/login?{urlencode(query)}")
        assert answer.status_code == 302, answer.text
        return str(answer.headers["location"])

    async def come_back(self, login: str, **query: str) -> str:
        """Sign in at the provider; the address it sends the browser back to."""
        address = await self.leave_for_provider(**query)
        return await pass_forms(self.provider, address, CALLBACK, login)

    async def sign_in(self, login: str, **query: str) -> httpx.Response:
        """The whole way."""
        return await self.ours.http.get(await self.come_back(login, **query))

    async def viewer(self) -> str | None:
        """The address of whoever is signed in."""
        told = (await self.ours.http.get("/session")).json()["viewer"]
        return told["email"] if told else None


@pytest.fixture
async def visitor(database: Database, clock: Clock, issuer: str) -> AsyncIterator[Visitor]:
    """A fresh browser on a server that knows the provider."""
    async with (
        client_of(database, clock, oidc_settings(issuer)) as ours,
        httpx.AsyncClient() as provider,
    ):
        yield Visitor(ours, provider)


async def invite(database: Database, email: str, role: Role = Role.DELEGATE, **term: date) -> tuple[str, str]:
    """An invitation's id and secret."""
    async with database.write() as work:
        anna = await actor_by_email(work.session, "admin@amb.demo", work.now)
        assert anna is not None
        request = InviteMember(email, "Nova Nadal", "08015", role, term.get("since"), term.get("until"))
        row, secret = await invite_member(work, anna, request)
        return row.id, secret


async def counts(database: Database) -> tuple[int, int]:
    """How many members and links there are."""
    async with database.read() as session:
        members = (await session.scalars(select(Member.id))).all()
        links = (await session.scalars(select(Identity.member_id))).all()
        return len(members), len(links)


def assert_page(answer: httpx.Response, status: int, *words: str) -> None:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.headers["cache-control"] == "no-store"
    assert COOKIE not in answer.headers.get("set-cookie", "")
    assert 'href="/' in answer.text
    for word in words:
        assert word in answer.text


async def test_a_member_signs_in_and_goes_where_they_wanted(visitor: Visitor, issuer: str) -> None:
    address = await visitor.leave_for_provider(next="/posicions?stage=DRAFTING")
    asked = dict(parse_qsl(urlsplit(address).query))
    assert {"state", "nonce", "code_challenge"} <= asked.keys()
    assert (asked["code_challenge_method"], asked["redirect_uri"]) == ("S256", CALLBACK)
    answer = await visitor.ours.http.get(await pass_forms(visitor.provider, address, CALLBACK, DELEGATE))
    assert (answer.status_code, answer.headers["location"]) == (303, "/posicions?stage=DRAFTING")
    cookies = answer.headers.get_list("set-cookie")
    assert any(COOKIE in one and "HttpOnly" in one and "SameSite=lax" in one for one in cookies)
    assert await visitor.viewer() == DELEGATE
    async with visitor.ours.database.read() as session:
        (link,) = await session.scalars(select(Identity))
        tags = set(await session.scalars(select(Event.tag)))
    assert link.issuer == issuer
    assert DELEGATE not in link.subject_hash
    assert {"identity:linked", "session:started"} <= tags


async def test_the_session_is_another_after_each_sign_in(visitor: Visitor) -> None:
    await visitor.sign_in(DELEGATE)
    first = visitor.ours.http.cookies[COOKIE]
    await visitor.sign_in(DELEGATE)
    second = visitor.ours.http.cookies[COOKIE]
    assert first != second
    visitor.ours.http.cookies.clear()
    visitor.ours.http.cookies.set(COOKIE, first)
    assert await visitor.viewer() is None
    assert await counts(visitor.ours.database) == (6, 1)


async def test_signing_out_ends_the_providers_session_too(visitor: Visitor, issuer: str) -> None:
    await visitor.sign_in(DELEGATE)
    answer = await visitor.ours.http.post("/auth/logout", headers=OURS)
    onward = answer.json()["next"]
    assert onward.startswith(f"{issuer}/session/end?")
    assert dict(parse_qsl(urlsplit(onward).query))["post_logout_redirect_uri"] == "http://test/"
    assert (await visitor.provider.get(onward)).status_code == 200
    assert await visitor.viewer() is None


async def test_signing_out_takes_a_press(visitor: Visitor) -> None:
    await visitor.sign_in(DELEGATE)
    assert '<form method="post"' in (await visitor.ours.http.get("/auth/logout")).text
    assert await visitor.viewer() == DELEGATE
    form = {"content-type": "application/x-www-form-urlencoded", "origin": "http://test"}
    answer = await visitor.ours.http.post("/auth/logout", headers=form)
    assert (answer.status_code, await visitor.viewer()) == (303, None)
    foreign = await visitor.ours.http.post("/auth/logout", headers={**form, "origin": "http://evil.test"})
    assert foreign.status_code == 403


@pytest.mark.parametrize("change", [{"state": "another"}, {"state": ""}, {"iss": "https://evil.test"}])
async def test_an_answer_to_no_question_of_ours(visitor: Visitor, change: dict[str, str]) -> None:
    back = urlsplit(await visitor.come_back(DELEGATE))
    query = urlencode({**dict(parse_qsl(back.query)), **change})
    answer = await visitor.ours.http.get(f"/auth/callback?{query}", headers={"accept-language": "en"})
    assert_page(answer, 400, "Signing in did not work", 'href="/entra?next=%2F"', "Reference")
    assert await visitor.viewer() is None


async def test_a_callback_in_another_browser_signs_nobody_in(
    visitor: Visitor, database: Database, clock: Clock, issuer: str
) -> None:
    back = await visitor.come_back(DELEGATE)
    async with client_of(database, clock, oidc_settings(issuer)) as other:
        assert_page(await other.http.get(back), 400)
        assert (await other.http.get("/session")).json()["viewer"] is None


async def test_the_same_callback_twice(visitor: Visitor) -> None:
    back = await visitor.come_back(DELEGATE)
    kept = dict(visitor.ours.http.cookies)
    assert (await visitor.ours.http.get(back)).status_code == 303
    assert_page(await visitor.ours.http.get(back), 400, "No s&#x27;ha pogut entrar")
    # Even with the cookie of before: the provider takes no code twice.
    visitor.ours.http.cookies.clear()
    visitor.ours.http.cookies.update(kept)
    assert_page(await visitor.ours.http.get(back), 400)
    assert await visitor.viewer() is None


async def test_consent_denied(visitor: Visitor) -> None:
    address = await visitor.leave_for_provider(language="es")
    state = dict(parse_qsl(urlsplit(address).query))["state"]
    answer = await visitor.ours.http.get(f"/auth/callback?error=access_denied&state={state}")
    assert_page(answer, 400, '<html lang="es">', "La entrada se ha cancelado")
    again = await visitor.ours.http.get(f"/auth/callback?error=access_denied&state={state}")
    assert_page(again, 400, "No se ha podido entrar")


async def test_the_provider_is_down(database: Database, clock: Clock) -> None:
    async with client_of(database, clock, oidc_settings("http://127.0.0.1:9")) as ours:
        answer = await ours.http.get("/auth/login", headers={"accept-language": "ca"})
    assert_page(answer, 503, "El servei d&#x27;identitat no respon", "Torna-ho a provar")


@pytest.mark.parametrize("login", ["nobody@nowhere.test", f"unverified-{DELEGATE}"])
async def test_an_unknown_person_leaves_no_trace(visitor: Visitor, login: str) -> None:
    before = await counts(visitor.ours.database)
    answer = await visitor.sign_in(login)
    assert_page(answer, 403, "Aquesta persona no és al registre", f"Nom de {login}")
    assert await counts(visitor.ours.database) == before
    assert await visitor.viewer() is None


async def test_an_address_given_to_somebody_new_inherits_nobody(visitor: Visitor) -> None:
    await visitor.sign_in(DELEGATE)
    async with visitor.ours.database.write() as work:
        (link,) = await work.session.scalars(select(Identity))
        link.subject_hash = "somebody before"
    assert_page(await visitor.sign_in(DELEGATE), 409, "ja està vinculada")


async def test_a_role_that_ended_or_is_to_come_is_said(visitor: Visitor, database: Database) -> None:
    async with database.write() as work:
        anna = await actor_by_email(work.session, "admin@amb.demo", work.now)
        delegate = await actor_by_email(work.session, DELEGATE, work.now)
        assert anna is not None
        assert delegate is not None
        await end_membership(work, anna, EndMembership(delegate.memberships[0].id))
    assert_page(await visitor.sign_in(DELEGATE), 403, "La pertinença ha acabat", "22/11/2026")
    assert await visitor.viewer() is None


async def take_link(visitor: Visitor, secret: str) -> dict[str, object]:
    """Open an invitation's link."""
    answer = await visitor.ours.http.post("/auth/invitation", json={"secret": secret}, headers=OURS)
    told: dict[str, object] = answer.json()
    return told


async def test_an_invitation_is_taken_up_once(visitor: Visitor, database: Database) -> None:
    _, secret = await invite(database, "nova@badalona.test")
    told = await take_link(visitor, secret)
    assert told["invitation"] == {
        "name": "Nova Nadal",
        "role": "DELEGATE",
        "organization": {"code": "08015", "name": "Badalona"},
        "from": "2026-11-23",
        "until": None,
    }
    # The account's own address may be another: the link decides who is meant.
    assert (await visitor.sign_in("unverified-nova")).status_code == 303
    assert await visitor.viewer() == "nova@badalona.test"
    assert await take_link(visitor, secret) == {"invitation": None, "state": "ACCEPTED"}
    await visitor.ours.http.post("/auth/logout", headers=OURS)
    assert (await visitor.sign_in("unverified-nova")).status_code == 303
    assert await visitor.viewer() == "nova@badalona.test"


async def test_an_invitation_brings_a_second_organization(visitor: Visitor, database: Database) -> None:
    _, secret = await invite(database, DELEGATE)
    await take_link(visitor, secret)
    await visitor.sign_in(DELEGATE)
    told = (await visitor.ours.http.get("/session")).json()["viewer"]
    assert {one["organization"]["code"] for one in told["memberships"]} == {"08019", "08015"}
    assert told["acting"] is None


@pytest.mark.parametrize(("how", "state"), [("late", "EXPIRED"), ("withdrawn", "REVOKED")])
async def test_an_invitation_that_no_longer_holds(
    visitor: Visitor, database: Database, clock: Clock, how: str, state: str
) -> None:
    identifier, secret = await invite(database, "nova@badalona.test")
    await take_link(visitor, secret)  # it still held when the link was opened
    back = await visitor.come_back("nova@badalona.test")
    if how == "late":
        clock.now += LIFETIME + timedelta(seconds=1)
    else:
        async with database.write() as work:
            anna = await actor_by_email(work.session, "admin@amb.demo", work.now)
            assert anna is not None
            await revoke_invitation(work, anna, identifier)
    before = await counts(database)
    assert_page(await visitor.ours.http.get(back), 409, "Cal demanar-ne una de nova")
    assert await counts(database) == before
    assert await take_link(visitor, secret) == {"invitation": None, "state": state}


async def test_an_invitation_for_another_member_stays_theirs(visitor: Visitor, database: Database) -> None:
    await visitor.sign_in(DELEGATE)
    _, secret = await invite(database, "delegate@08101.demo")
    await take_link(visitor, secret)
    assert_page(await visitor.sign_in(DELEGATE), 409, "per a una altra persona")
    assert (await take_link(visitor, secret))["state"] == "PENDING"


async def test_a_role_to_come_is_kept_and_waits(visitor: Visitor, database: Database, clock: Clock) -> None:
    _, secret = await invite(database, "nova@badalona.test", since=date(2026, 12, 1))
    await take_link(visitor, secret)
    assert_page(await visitor.sign_in("nova@badalona.test"), 403, "01/12/2026")
    clock.advance(days=9)
    assert (await visitor.sign_in("nova@badalona.test")).status_code == 303


async def test_the_demo_is_off_beside_a_provider(visitor: Visitor) -> None:
    for path, body in (("/auth/demo", {"email": DELEGATE}), ("/auth/demo/invitation", {"secret": "x"})):
        assert (await visitor.ours.http.post(path, json=body, headers=OURS)).status_code == 404
    told = (await visitor.ours.http.get("/session")).json()
    assert (told["demo"], [one["key"] for one in told["providers"]]) == (False, ["oidc"])


async def test_foreign_addresses_are_no_way_back(visitor: Visitor) -> None:
    answer = await visitor.sign_in(DELEGATE, next="https://evil.test/")
    assert answer.headers["location"] == "/"
