"""Whoever asks, and for whom."""

import pytest

from positions.actors import ANONYMOUS, Actor, Membership, Role, Scope
from positions.errors import Forbidden, Invalid, Refusal, Unauthenticated
from positions.ids import MemberId, MembershipId, OrganizationId


def membership(code: str, role: Role = Role.DELEGATE, number: int = 0) -> Membership:
    return Membership(MembershipId(f"msh_{code}_{role}_{number}"), OrganizationId(f"org_{code}"), code, role)


TOWN = membership("08019")
OTHER = membership("08015")
COORDINATOR = membership("AMB", Role.COORDINATOR)


def actor(*memberships: Membership, scopes: frozenset[Scope] | None = None) -> Actor:
    return Actor(member_id=MemberId("mem_1"), memberships=memberships, scopes=scopes)


def test_nobody_is_signed_in_as_anonymous() -> None:
    assert ANONYMOUS.is_anonymous
    assert ANONYMOUS.roles == frozenset()
    with pytest.raises(Unauthenticated):
        ANONYMOUS.signed_in()
    with pytest.raises(Unauthenticated):
        ANONYMOUS.acting("08019")


def test_a_member_of_one_organization_acts_for_it() -> None:
    assert actor(TOWN).acting() is TOWN
    assert actor(TOWN).acting("08019") is TOWN
    assert actor(TOWN, membership("08019", Role.OBSERVER)).acting() is TOWN


@pytest.mark.parametrize(
    ("memberships", "code", "refusal", "reason"),
    [
        ((), None, Forbidden, "no_membership"),
        ((TOWN,), "08015", Forbidden, "not_your_organization"),
        ((TOWN,), "", Forbidden, "not_your_organization"),
        ((TOWN, OTHER), None, Invalid, "organization_required"),
    ],
)
def test_otherwise_it_is_said_why_not(
    memberships: tuple[Membership, ...], code: str | None, refusal: type[Refusal], reason: str
) -> None:
    with pytest.raises(refusal) as caught:
        actor(*memberships).acting(code)
    assert caught.value.reason == reason


def test_a_member_of_several_names_one() -> None:
    assert actor(TOWN, OTHER, COORDINATOR).acting("08015") is OTHER


def test_roles_and_organizations_are_gathered() -> None:
    gathered = actor(TOWN, COORDINATOR)
    assert gathered.roles == {Role.DELEGATE, Role.COORDINATOR}
    assert gathered.organization_ids == {"org_08019", "org_AMB"}


@pytest.mark.parametrize("scope", Scope)
def test_a_session_has_every_scope_and_a_token_its_own(scope: Scope) -> None:
    assert actor(TOWN).has_scope(scope)
    assert actor(TOWN, scopes=frozenset({scope})).has_scope(scope)
    assert not actor(TOWN, scopes=frozenset(Scope) - {scope}).has_scope(scope)
