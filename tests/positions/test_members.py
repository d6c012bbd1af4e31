from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.actors import ANONYMOUS, Actor, Membership, Role, Scope
from positions.errors import Forbidden, Invalid, Unauthenticated
from positions.ids import MemberId, MembershipId, OrganizationId
from positions.members import Presence, Term, absence, check_substitute, check_term, demand_administrator

DAY = date(2026, 11, 28)
days = st.dates(date(2020, 1, 1), date(2030, 1, 1))
terms = st.builds(
    lambda since, length, role: Term(role, since, since + timedelta(length) if length >= 0 else None),
    days,
    st.integers(-1, 1_000),
    st.sampled_from(Role),
)


def actor(*roles: Role, scopes: frozenset[Scope] | None = None) -> Actor:
    held = tuple(Membership(MembershipId(role), OrganizationId("org"), "AMB", role) for role in roles)
    return Actor(MemberId("mem"), memberships=held, scopes=scopes)


@given(terms, days)
def test_a_day_is_before_within_or_after(term: Term, day: date) -> None:
    is_within = term.since <= day and (term.until is None or day <= term.until)
    assert (term.presence(day) is Presence.PRESENT) is is_within
    assert (term.presence(day) is Presence.TO_COME) is (day < term.since)


@given(terms, terms, days)
def test_terms_overlap_where_they_share_a_role_and_a_day(one: Term, other: Term, day: date) -> None:
    assert one.overlaps(other) is other.overlaps(one)
    both = {one.presence(day), other.presence(day)} == {Presence.PRESENT}
    if both and one.role is other.role:
        assert one.overlaps(other)
    if one.until and one.until < other.since:
        assert not one.overlaps(other)


@pytest.mark.parametrize(
    ("since", "until"),
    [(DAY, DAY - timedelta(1)), (date(26, 1, 1), None), (DAY, date(9999, 1, 1))],
)
def test_terms_that_cannot_be(since: date, until: date | None) -> None:
    with pytest.raises(Invalid):
        check_term(Term(Role.DELEGATE, since, until))


def test_a_term_of_one_day() -> None:
    check_term(Term(Role.DELEGATE, DAY, DAY))


def test_only_an_administrator_keeps_the_register() -> None:
    assert demand_administrator(actor(Role.DELEGATE, Role.ADMINISTRATOR)).role is Role.ADMINISTRATOR
    with pytest.raises(Unauthenticated):
        demand_administrator(ANONYMOUS)
    with pytest.raises(Forbidden, match="administrator_only"):
        demand_administrator(actor(Role.COORDINATOR))
    with pytest.raises(Forbidden, match="scope_missing"):
        demand_administrator(actor(Role.ADMINISTRATOR, scopes=frozenset({Scope.WRITE})))
    demand_administrator(actor(Role.ADMINISTRATOR, scopes=frozenset({Scope.ADMINISTER})))


def term(since: int, until: int | None) -> Term:
    last = None if until is None else DAY + timedelta(until)
    return Term(Role.DELEGATE, DAY + timedelta(since), last)


@pytest.mark.parametrize(
    ("held", "reason"),
    [
        ([], "no_membership"),
        ([term(-9, None)], None),
        ([term(-9, 0)], None),
        ([term(-9, -1)], "membership_over"),
        ([term(1, None)], "membership_to_come"),
        ([term(-9, -1), term(1, None)], "membership_to_come"),
        ([term(-9, -1), term(0, None), term(5, None)], None),
    ],
)
def test_why_somebody_may_not_come_in(held: list[Term], reason: str | None) -> None:
    refusal = absence(held, DAY)
    assert (refusal.reason if refusal else None) == reason


def test_the_last_day_and_the_first_are_told() -> None:
    over = absence([term(-9, -5), term(-9, -1)], DAY)
    to_come = absence([term(3, None), term(2, None)], DAY)
    assert over is not None
    assert to_come is not None
    assert over.fields["until"] == DAY - timedelta(1)
    assert to_come.fields["since"] == DAY + timedelta(2)


def test_only_a_delegate_is_stood_in_for() -> None:
    check_substitute(Role.DELEGATE, is_substitute=True)
    check_substitute(Role.OBSERVER, is_substitute=False)
    with pytest.raises(Invalid) as refusal:
        check_substitute(Role.OBSERVER, is_substitute=True)
    assert refusal.value.reason == "substitute_not_delegate"
