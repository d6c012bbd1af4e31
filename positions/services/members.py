"""The register of members and their roles; each change stands in the register's chain, personal fields as commitments."""

import re
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select

from positions.actors import Role
from positions.errors import AlreadyDone, Invalid, NotFound
from positions.events import Tag
from positions.models.members import Member, Membership
from positions.models.organizations import Organization
from positions.queries.members import day_of
from positions.services.notices import RightsChanged
from positions.services.record import record_register
from positions.services.sessions import sign_out_everywhere
from positions.services.unit_of_work import UnitOfWork

MAX_NAME = 200
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+")


@dataclass(frozen=True)
class AddMember:
    """A person, and the role they are to have for an organization from today on."""

    email: str
    name: str
    organization_code: str
    role: Role


async def add_member(work: UnitOfWork, request: AddMember) -> Membership:
    """Give a person a role; one who is known already keeps name and other roles. AlreadyDone when they hold it."""
    email = request.email.strip().lower()
    if not _ADDRESS.fullmatch(email):
        raise Invalid("email_invalid", ["email"])
    if not 0 < len(request.name.strip()) <= MAX_NAME:
        raise Invalid("name_length", ["name"], limit=MAX_NAME)
    organization = await work.session.scalar(
        select(Organization).where(Organization.code == request.organization_code)
    )
    if organization is None:
        raise NotFound("organization_unknown", ["organizationCode"], organization=request.organization_code)
    member = await _member(work, email, request.name.strip())
    return await _membership(work, member, organization, request.role)


async def end_membership(work: UnitOfWork, membership_id: str) -> Membership:
    """End a role at once: yesterday was its last day."""
    membership = await work.session.get(Membership, membership_id, with_for_update=True)
    if membership is None:
        raise NotFound("membership_unknown", ["membershipId"])
    if membership.until is not None:
        raise AlreadyDone("membership_ended", ["membershipId"])
    membership.until = day_of(work.now) - timedelta(days=1)
    await record_register(work, Tag.MEMBERSHIP_ENDED, None, {"membership": membership.id}, {})
    await sign_out_everywhere(work, membership.member_id)
    return membership


async def _member(work: UnitOfWork, email: str, name: str) -> Member:
    member = await work.session.scalar(select(Member).where(Member.email == email))
    if member is None:
        member = Member(id=work.new_id("mem"), email=email, name=name, locale="ca", created_at=work.now)
        work.session.add(member)
        await work.session.flush()
        await record_register(
            work, Tag.MEMBER_ADDED, None, {"member": member.id}, {"email": email, "name": name}
        )
    return member


async def _membership(work: UnitOfWork, member: Member, organization: Organization, role: Role) -> Membership:
    held = await work.session.scalar(
        select(Membership).where(
            Membership.member_id == member.id,
            Membership.organization_id == organization.id,
            Membership.role == role.value,
            Membership.until.is_(None),
        )
    )
    if held is not None:
        raise AlreadyDone("membership_held", ["email"])
    membership = Membership(
        id=work.new_id("msh"),
        member_id=member.id,
        organization_id=organization.id,
        role=role.value,
        since=day_of(work.now),
        until=None,
    )
    work.session.add(membership)
    await work.session.flush()
    body = {
        "membership": membership.id,
        "member": member.id,
        "organization": organization.code,
        "role": role.value,
    }
    await record_register(work, Tag.MEMBERSHIP_ADDED, None, body, {})
    work.notify(RightsChanged(member.id))
    return membership
