"""Take a signature back after the adoption: the adopted text stays as it is, with the withdrawal beside it."""

from dataclasses import dataclass, replace

from positions.actors import Actor, Membership
from positions.deadlines import day_of
from positions.errors import Forbidden, NotEligible
from positions.events import Tag
from positions.headings import reason_if_given
from positions.models.positions import Position
from positions.models.statements import SignatureWithdrawal
from positions.permissions import Permission, Standing
from positions.queries.access import Access, see_position
from positions.queries.organizations import find_organization
from positions.queries.signatories import act_of, signatures
from positions.services.minutes import kept, sound_act, told
from positions.services.record import record
from positions.services.unit_of_work import UnitOfWork
from positions.signatories import Withdrawal, check_withdrawal
from positions.versions import sha256_of


@dataclass(frozen=True)
class WithdrawSignature:
    """Whose signature (a delegate's own town's unless named), since when, by which act."""

    reference: str
    withdrawal: Withdrawal
    organization_code: str | None = None


async def withdraw_signature(work: UnitOfWork, actor: Actor, request: WithdrawSignature) -> Position:
    """Take a signature back; a delegate the own town's, a coordinator any town's from its act."""
    access = await see_position(work.session, actor, request.reference, lock=True)
    membership = _acting(access, request.organization_code)
    code = request.organization_code or membership.organization_code
    organization = await find_organization(work.session, code)
    found = await signatures(work.session, access)
    withdrawal = _sound(request.withdrawal, work)
    if organization is None or found is None:
        raise NotEligible("not_a_signatory", ["organizationCode"])
    check_withdrawal(
        withdrawal, found.of(organization.id), adopted_on=found.adopted_on, today=day_of(work.now)
    )
    row = SignatureWithdrawal(
        position_id=access.position.id,
        organization_id=organization.id,
        withdrawn_on=withdrawal.withdrawn_on,
        act=kept(withdrawal.act),
        reason=withdrawal.reason,
        membership_id=membership.id,
        recorded_at=work.now,
    )
    work.session.add(row)
    body = told_of_withdrawal(row, code)
    await record(work, access.position, Tag.SIGNATURE_WITHDRAWN, membership, body)
    return access.position


def told_of_withdrawal(row: SignatureWithdrawal, code: str) -> dict[str, object]:
    """A withdrawal as the record keeps it: no free text, but its hash."""
    return {
        "organization": code,
        "withdrawn_on": row.withdrawn_on,
        "act": told(act_of(row.act)),
        "reason_sha256": row.reason and sha256_of(row.reason),
    }


def _acting(access: Access, code: str | None) -> Membership:
    """Who withdraws: a member of that town, or a coordinator who records its act."""
    own = {membership.organization_code for membership in access.actor.memberships}
    membership = access.demand(Permission.WITHDRAW_SIGNATURE, code if code in own else None)
    if code not in own | {None} and access.standing(membership) is not Standing.COORDINATOR:
        raise Forbidden("not_your_organization", ["organizationCode"], organization=code)
    return membership


def _sound(given: Withdrawal, work: UnitOfWork) -> Withdrawal:
    return replace(
        given,
        act=sound_act(given.act, today=day_of(work.now)),
        reason=reason_if_given(given.reason),
    )
