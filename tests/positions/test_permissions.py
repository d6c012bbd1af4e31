"""Who may do what, when: the whole matrix, and the evaluator's answers in the order of the contract."""

import itertools

import pytest

from positions.actors import ANONYMOUS, Actor, Membership, Role, Scope
from positions.errors import Code, Refusal, StageForbids
from positions.ids import MemberId, MembershipId, OrganizationId
from positions.lifecycle import FROZEN, Stage
from positions.permissions import (
    PERMISSIONS,
    SCOPES,
    Allowed,
    Denied,
    Permission,
    Standing,
    allowed,
    can,
    demand,
    standing,
)
from tests.support.permission_matrix import GOLDEN, PAGE, golden, page, sentences

SOMEBODY = Actor(member_id=MemberId("mem_1"))
LEAD_ID = OrganizationId("org_lead")
TOWN_ID = OrganizationId("org_town")
CELLS = list(itertools.product(Standing, Stage))


def member_of(organization_id: OrganizationId, role: Role = Role.DELEGATE) -> Membership:
    return Membership(MembershipId("msh_1"), organization_id, "08001", role)


def refusal_of(permission: Permission, actor: Actor, where: Standing, stage: Stage) -> Refusal | None:
    decision = can(permission, actor, where, stage)
    return decision.refusal if isinstance(decision, Denied) else None


def test_every_permission_has_a_sentence_and_a_row() -> None:
    assert list(sentences()) == list(Permission)
    assert set(PERMISSIONS) == set(Permission)
    assert all(stages for grants in PERMISSIONS.values() for stages in grants.values())


def test_the_matrix_is_the_golden_one() -> None:
    assert golden() == GOLDEN.read_text(encoding="utf-8")


def test_the_page_in_the_docs_is_true() -> None:
    assert page() == PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("permission", Permission)
def test_the_evaluator_says_what_the_table_says(permission: Permission) -> None:
    grants = PERMISSIONS[permission]
    for where, stage in CELLS:
        refused = refusal_of(permission, SOMEBODY, where, stage)
        named = Code.STAGE_FORBIDS if where in grants else Code.FORBIDDEN
        expected = None if stage in grants.get(where, ()) else named
        assert (refused.code if refused else None) == expected, (where, stage)
        assert (permission in allowed(SOMEBODY, where, stage)) == (expected is None), (where, stage)


@pytest.mark.parametrize("permission", Permission)
def test_anonymous_never_may_and_is_told_to_sign_in(permission: Permission) -> None:
    for where, stage in CELLS:
        refused = refusal_of(permission, ANONYMOUS, where, stage)
        assert refused is not None
        assert refused.code is Code.UNAUTHENTICATED


@pytest.mark.parametrize("permission", Permission)
def test_a_token_never_widens_and_needs_the_scope(permission: Permission) -> None:
    needed = SCOPES.get(permission, Scope.WRITE)
    narrow = Actor(member_id=MemberId("mem_1"), scopes=frozenset(Scope) - {needed})
    full = Actor(member_id=MemberId("mem_1"), scopes=frozenset({needed}))
    for where, stage in CELLS:
        refused = refusal_of(permission, narrow, where, stage)
        assert refused is not None
        assert refused.code is Code.FORBIDDEN
        assert type(can(permission, full, where, stage)) is type(can(permission, SOMEBODY, where, stage))


def test_demand_raises_what_can_says() -> None:
    demand(Permission.EDIT_ORIGINAL, SOMEBODY, Standing.DELEGATE, Stage.DRAFTING)
    with pytest.raises(StageForbids) as caught:
        demand(Permission.EDIT_ORIGINAL, SOMEBODY, Standing.DELEGATE, Stage.AMENDING)
    assert caught.value.fields == {"stage": "AMENDING", "action": "EDIT_ORIGINAL"}
    assert can(Permission.EDIT_ORIGINAL, SOMEBODY, Standing.LEAD, Stage.AMENDING) == Allowed()


@pytest.mark.parametrize("stage", sorted(FROZEN))
def test_nobody_writes_the_original_of_a_frozen_position(stage: Stage) -> None:
    assert not [where for where, stages in PERMISSIONS[Permission.EDIT_ORIGINAL].items() if stage in stages]


@pytest.mark.parametrize("permission", [each for each in Permission if each is not Permission.READ])
def test_an_administrator_reads_and_nothing_else(permission: Permission) -> None:
    assert Standing.ADMINISTRATOR not in PERMISSIONS[permission]


@pytest.mark.parametrize(("where", "stage"), CELLS)
def test_whoever_may_do_anything_about_a_text_may_read_it(where: Standing, stage: Stage) -> None:
    joining = {
        Permission.PARTICIPATE,
        Permission.VOTE,
        Permission.SETTLE_RATIFICATION,
        Permission.READ,
    }
    if stage not in PERMISSIONS[Permission.READ].get(where, ()):
        assert set(allowed(SOMEBODY, where, stage)) <= joining


@pytest.mark.parametrize(
    ("membership", "expected"),
    [
        (None, Standing.ANONYMOUS),
        (member_of(LEAD_ID), Standing.LEAD),
        (member_of(TOWN_ID), Standing.DELEGATE),
        (member_of(OrganizationId("org_other")), Standing.OUTSIDER),
        (member_of(LEAD_ID, Role.OBSERVER), Standing.OBSERVER),
        (member_of(TOWN_ID, Role.COORDINATOR), Standing.COORDINATOR),
        (member_of(LEAD_ID, Role.ADMINISTRATOR), Standing.ADMINISTRATOR),
    ],
)
def test_a_standing_follows_from_role_lead_and_participation(
    membership: Membership | None, expected: Standing
) -> None:
    assert standing(membership, LEAD_ID, frozenset({LEAD_ID, TOWN_ID})) is expected
