"""The register over GraphQL: who keeps it, what may be changed, and what stands in its record afterwards."""

from collections.abc import Mapping
from typing import Any

import pytest
from sqlalchemy import select

from positions.actors import Scope
from positions.models.events import Event
from positions.models.members import Session
from positions.services.record import REGISTER
from positions.services.unit_of_work import Database
from positions.services.verification import verify
from tests.support.clients import PEOPLE, Client, Clock

ADMIN, DELEGATE = "admin@amb.demo", "delegate@08019.demo"
OTHERS = tuple(person.email for person in PEOPLE if person.email != ADMIN)
ERRORS = "userErrors { path code message }"
ROLE = "{ id role from until presence organization { code } }"
MEMBERS = f"""query ($filter: MemberFilter) {{ register {{ members(first: 50, filter: $filter) {{
  totalCount nodes {{ id name email isLinked memberships {ROLE} }} }} }} }}"""
INVITATIONS = """query ($state: InvitationState) { register { invitations(first: 10, state: $state) {
  totalCount nodes { id email state } } } }"""
INVITE = f"""mutation ($input: InviteMemberInput!) {{ inviteMember(input: $input) {{
  invitation {{ id email name role from until state expiresAt organization {{ code }} }} link {ERRORS} }} }}"""
REVOKE = f"""mutation ($input: RevokeInvitationInput!) {{ revokeInvitation(input: $input) {{
  invitation {{ id state }} {ERRORS} }} }}"""
ADD = f"""mutation ($input: AddMembershipInput!) {{ addMembership(input: $input) {{ membership {ROLE} {ERRORS} }} }}"""
END = f"""mutation ($input: EndMembershipInput!) {{ endMembership(input: $input) {{ membership {ROLE} {ERRORS} }} }}"""
WISH = {
    "email": " Nova@Badalona.test",
    "name": "Nova  Nadal",
    "forOrganizationCode": "08015",
    "role": "DELEGATE",
}


async def tell(client: Client, document: str, given: Mapping[str, object], by: str = ADMIN) -> Any:
    """A mutation's payload."""
    (payload,) = (await client.ask(document, {"input": given}, as_email=by)).values()
    return payload


async def member(client: Client, email: str) -> Any:
    """Somebody on the register."""
    data = await client.ask(MEMBERS, {"filter": {"search": email}}, as_email=ADMIN)
    (found,) = data["register"]["members"]["nodes"]
    return found


def codes(payload: Any) -> list[tuple[list[str], str]]:
    return [(error["path"], error["code"]) for error in payload["userErrors"]]


async def test_only_administrators_see_the_register(client: Client) -> None:
    for email in OTHERS:
        assert await client.ask(MEMBERS, as_email=email) == {"register": None}
    assert await client.ask("{ register { members(first: 1) { totalCount } } }") == {"register": None}
    found = await client.ask(MEMBERS, as_email=ADMIN)
    assert found["register"]["members"]["totalCount"] == len(PEOPLE)
    for scope in Scope:
        token = await client.token(ADMIN, Scope.READ, scope)
        answer = await client.post({"query": MEMBERS}, authorization=f"Bearer {token}")
        assert (answer.json()["data"]["register"] is not None) is (scope is Scope.ADMINISTER)


@pytest.mark.parametrize(
    ("document", "given"),
    [
        (INVITE, WISH),
        (REVOKE, {"invitationId": "inv_none"}),
        (ADD, {"memberId": "mem_none", "forOrganizationCode": "08015", "role": "OBSERVER"}),
        (END, {"membershipId": "msh_none"}),
    ],
)
async def test_only_administrators_change_it(client: Client, document: str, given: dict[str, object]) -> None:
    for email in OTHERS:
        assert [code for _, code in codes(await tell(client, document, given, by=email))] == ["FORBIDDEN"]
    (payload,) = (await client.ask(document, {"input": given})).values()
    assert [code for _, code in codes(payload)] == ["UNAUTHENTICATED"]
    token = await client.token(ADMIN, Scope.READ, Scope.WRITE)
    answer = await client.post(
        {"query": document, "variables": {"input": given}}, authorization=f"Bearer {token}"
    )
    (payload,) = answer.json()["data"].values()
    assert [code for _, code in codes(payload)] == ["FORBIDDEN"]


async def test_members_are_found_by_what_is_known_of_them(client: Client) -> None:
    async def emails(**wanted: object) -> set[str]:
        data = await client.ask(MEMBERS, {"filter": wanted}, as_email=ADMIN)
        return {one["email"] for one in data["register"]["members"]["nodes"]}

    assert await emails(search="bernat barcélona") == {DELEGATE}
    assert await emails(search="08019") == {DELEGATE}
    assert await emails(role="ADMINISTRATOR") == {ADMIN}
    assert await emails(organizationCode="AMB") == {ADMIN, "coordinator@amb.demo"}
    assert await emails(organizationCode="AMB", role="DELEGATE") == set()
    assert await emails(presence="ENDED") == set()


async def test_an_invitation_is_made_listed_and_taken_back(client: Client, database: Database) -> None:
    made = await tell(client, INVITE, WISH)
    assert made["userErrors"] == []
    assert made["invitation"] == {
        "id": made["invitation"]["id"],
        "email": "nova@badalona.test",
        "name": "Nova Nadal",
        "role": "DELEGATE",
        "from": "2026-11-23",
        "until": None,
        "state": "PENDING",
        "expiresAt": "2026-12-07T09:30:00Z",
        "organization": {"code": "08015"},
    }
    address, _, secret = made["link"].partition("#")
    assert (address, len(secret)) == ("http://test/invitacio", 43)
    wanted = {"invitationId": made["invitation"]["id"]}
    ended = await tell(client, REVOKE, wanted)
    assert ended["invitation"]["state"] == "REVOKED"
    assert codes(await tell(client, REVOKE, wanted)) == [(["invitationId"], "ALREADY_DONE")]
    for state, count in (("PENDING", 0), ("REVOKED", 1), (None, 1)):
        found = await client.ask(INVITATIONS, {"state": state}, as_email=ADMIN)
        assert found["register"]["invitations"]["totalCount"] == count
    async with database.read() as session:
        bodies = list(await session.scalars(select(Event.body).where(Event.chain == REGISTER)))
    assert not any("nova@" in body or "Nadal" in body or secret in body for body in bodies)
    assert [finding async for finding in verify(database)] == []


async def test_an_expired_invitation_is_said_to_be(client: Client, clock: Clock) -> None:
    made = await tell(client, INVITE, WISH)
    clock.advance(days=14)
    found = await client.ask(INVITATIONS, {"state": "EXPIRED"}, as_email=ADMIN)
    assert [one["state"] for one in found["register"]["invitations"]["nodes"]] == ["EXPIRED"]
    wanted = {"invitationId": made["invitation"]["id"]}
    assert codes(await tell(client, REVOKE, wanted)) == [(["invitationId"], "STALE")]


@pytest.mark.parametrize(
    ("changes", "path", "code"),
    [
        ({"email": "nobody"}, ["email"], "INVALID"),
        ({"email": "a@" + "b" * 300}, ["email"], "INVALID"),
        ({"name": " "}, ["name"], "INVALID"),
        ({"name": "a\x00b"}, ["name"], "INVALID"),
        ({"forOrganizationCode": "99999"}, ["forOrganizationCode"], "NOT_FOUND"),
        ({"forOrganizationCode": "\x00"}, ["forOrganizationCode"], "NOT_FOUND"),
        ({"from": "2027-01-01", "until": "2026-12-31"}, ["until"], "INVALID"),
        ({"from": "0001-01-01"}, ["from"], "INVALID"),
        ({"organizationCode": "08019"}, [], "FORBIDDEN"),
    ],
)
async def test_invitations_that_cannot_be(
    client: Client, changes: dict[str, object], path: list[str], code: str
) -> None:
    made = await tell(client, INVITE, {**WISH, **changes})
    assert (codes(made), made["invitation"], made["link"]) == ([(path, code)], None, None)


async def test_a_person_gets_a_second_organization(client: Client) -> None:
    berta = await member(client, "delegate@08015.demo")
    wish = {"memberId": berta["id"], "forOrganizationCode": "AMB", "role": "OBSERVER", "from": "2026-12-01"}
    added = await tell(client, ADD, wish)
    assert (added["membership"]["presence"], added["membership"]["organization"]["code"]) == (
        "TO_COME",
        "AMB",
    )
    assert codes(await tell(client, ADD, {**wish, "from": "2027-06-01"})) == [(["email"], "ALREADY_DONE")]
    assert codes(await tell(client, ADD, {**wish, "memberId": "mem_none"})) == [(["memberId"], "NOT_FOUND")]
    asked = "{ viewer { memberships { role } everyMembership { role presence } } }"
    viewer = (await client.ask(asked, as_email="delegate@08015.demo"))["viewer"]
    assert viewer["memberships"] == [{"role": "DELEGATE"}]
    assert [one["presence"] for one in viewer["everyMembership"]] == ["PRESENT", "TO_COME"]


async def test_a_role_ends_on_its_last_day(client: Client, clock: Clock, database: Database) -> None:
    role = (await member(client, DELEGATE))["memberships"][0]["id"]
    await client.sign_in(DELEGATE)
    ended = await tell(client, END, {"membershipId": role, "lastDay": "2026-11-24"})
    assert (ended["membership"]["until"], ended["membership"]["presence"]) == ("2026-11-24", "PRESENT")
    asked = "{ viewer { memberships { role } } }"
    clock.advance(days=1)
    assert (await client.ask(asked, as_email=DELEGATE))["viewer"]["memberships"]
    clock.advance(days=1)
    assert (await client.ask(asked, as_email=DELEGATE))["viewer"]["memberships"] == []
    again = await tell(client, END, {"membershipId": role})
    assert codes(again) == [(["membershipId"], "ALREADY_DONE")]
    past = await tell(client, END, {"membershipId": role, "lastDay": "2026-11-01"})
    assert codes(past) == [(["lastDay"], "INVALID")]
    async with database.read() as session:
        living = await session.scalars(select(Session.id).where(Session.revoked_at.is_(None)))
        assert living.all(), "a day's end ends no session by itself: it only holds no role any more"


async def test_nobody_ends_their_own_last_administration(client: Client) -> None:
    own = (await member(client, ADMIN))["memberships"][0]["id"]
    for last_day in (None, "2027-12-31"):
        refused = await tell(client, END, {"membershipId": own, "lastDay": last_day})
        assert codes(refused) == [(["membershipId"], "CONFLICT")]
    anna = await member(client, ADMIN)
    wish = {"memberId": anna["id"], "forOrganizationCode": "08015", "role": "ADMINISTRATOR"}
    assert (await tell(client, ADD, wish))["userErrors"] == []
    assert (await tell(client, END, {"membershipId": own}))["userErrors"] == []
