"""Take part in a position: a town joins and leaves by itself, a coordinator invites and removes."""

from dataclasses import dataclass

from sqlalchemy import select

from positions.actors import Actor, Membership, Role
from positions.errors import Invalid
from positions.events import Tag
from positions.models.organizations import Organization
from positions.models.positions import Participation, Position
from positions.participation import ParticipationAct, ParticipationState, changed
from positions.permissions import Permission
from positions.queries.access import Access, see_position
from positions.queries.lookups import equals
from positions.services.record import record
from positions.services.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class SetParticipation:
    """Which organization is to take part or not; without a code, the actor's own."""

    reference: str
    participates: bool
    organization_code: str | None = None


async def set_participation(work: UnitOfWork, actor: Actor, request: SetParticipation) -> Position:
    """Bring an organization in or take it out; what already holds is left as it is, without an event."""
    access = await see_position(work.session, actor, request.reference, lock=True)
    position = access.position
    membership, act = _decide(access, request)
    given = request.organization_code
    organization = await _organization(work, membership.organization_code if given is None else given)
    if organization.id == position.lead_id and not request.participates:
        raise Invalid("lead_cannot_leave", ["participates"])
    row = next((part for part in position.participations if part.organization_id == organization.id), None)
    before = ParticipationState(row.state) if row else None
    after = changed(before, act)
    if after is None or after is before:
        return position
    if row is None:
        row = Participation(position_id=position.id, organization_id=organization.id)
        position.participations.append(row)
    row.state, row.since = after.value, work.now
    body = {"organization": organization.code, "from": before, "to": after}
    await record(work, position, Tag.PARTICIPATION_CHANGED, membership, body)
    return position


def _decide(access: Access, request: SetParticipation) -> tuple[Membership, ParticipationAct]:
    """The town's own act when the actor is its delegate, else the coordinator's."""
    code = request.organization_code
    is_own = any(
        membership.role is Role.DELEGATE and code in (None, membership.organization_code)
        for membership in access.actor.memberships
    )
    if is_own:
        membership = access.demand(Permission.PARTICIPATE, code)
        return membership, ParticipationAct.JOIN if request.participates else ParticipationAct.LEAVE
    membership = access.demand(Permission.INVITE)
    if code in (None, membership.organization_code):
        return membership, ParticipationAct.JOIN if request.participates else ParticipationAct.LEAVE
    return membership, ParticipationAct.INVITE if request.participates else ParticipationAct.REMOVE


async def _organization(work: UnitOfWork, code: str) -> Organization:
    organization = await work.session.scalar(select(Organization).where(equals(Organization.code, code)))
    if organization is None:
        raise Invalid("organization_unknown", ["organizationCode"], organization=code[:40])
    return organization
