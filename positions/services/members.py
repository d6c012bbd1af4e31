"""The register of members and their roles; each change stands in the register's chain, personal fields as commitments."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from positions import actors
from positions.actors import Actor, Role
from positions.deadlines import day_of
from positions.errors import AlreadyDone, Conflict, Invalid, NotFound
from positions.events import Tag
from positions.members import Presence, Term, check_substitute, check_term, demand_administrator
from positions.models.members import Member, Membership
from positions.models.organizations import Organization
from positions.queries.lookups import equals
from positions.queries.members import term_of
from positions.services.record import record_register
from positions.services.sessions import sign_out_everywhere
from positions.services.signals import RightsChanged
from positions.services.unit_of_work import UnitOfWork

MAX_NAME = 200
LONGEST_EMAIL = 254
_ADDRESS = re.compile(r"[^\s@\x00-\x1f]+@[^\s@\x00-\x1f]+")


@dataclass(frozen=True)
class AddMember:
    """A person, and the role they are to have for an organization from today on."""

    email: str
    name: str
    organization_code: str
    role: Role


@dataclass(frozen=True)
class AddMembership:
    """A further role of somebody on the register; from today on unless a day is given."""

    member_id: str
    organization_code: str
    role: Role
    since: date | None = None
    until: date | None = None
    is_substitute: bool = False
    acting_code: str | None = None


@dataclass(frozen=True)
class EndMembership:
    """The last day a role is to have; none ends it at once."""

    membership_id: str
    last_day: date | None = None
    acting_code: str | None = None


async def add_member(work: UnitOfWork, request: AddMember) -> Membership:
    """Give a person a role; one who is known already keeps name and other roles. AlreadyDone when they hold it."""
    email, name = check_person(request.email, request.name)
    organization = await find_office(work, request.organization_code, "organizationCode")
    member = await enrol(work, email, name)
    return await give_role(work, member, organization, Term(request.role, day_of(work.now)))


async def add_membership(work: UnitOfWork, actor: Actor, request: AddMembership) -> Membership:
    """Give somebody on the register a further role, as an administrator."""
    recorder = demand_administrator(actor, request.acting_code)
    member = await work.session.scalar(select(Member).where(equals(Member.id, request.member_id)))
    if member is None:
        raise NotFound("member_unknown", ["memberId"])
    organization = await find_office(work, request.organization_code, "forOrganizationCode")
    term = Term(request.role, request.since or day_of(work.now), request.until)
    check_term(term)
    check_substitute(term.role, is_substitute=request.is_substitute)
    return await give_role(
        work, member, organization, term, recorder=recorder, is_substitute=request.is_substitute
    )


async def end_membership(work: UnitOfWork, actor: Actor, request: EndMembership) -> Membership:
    """End a role as an administrator: at once (yesterday was its last day), or after a last day.

    Nobody ends their own last role of administrator: the register must not be left without a keeper by a slip.
    """
    recorder = demand_administrator(actor, request.acting_code)
    statement = select(Membership).where(equals(Membership.id, request.membership_id))
    membership = await work.session.scalar(statement.with_for_update())
    if membership is None:
        raise NotFound("membership_unknown", ["membershipId"])
    yesterday = day_of(work.now) - timedelta(days=1)
    last_day = request.last_day or yesterday
    if last_day < yesterday:
        raise Invalid("last_day_past", ["lastDay"])
    if membership.until is not None and membership.until <= last_day:
        raise AlreadyDone("membership_ended", ["membershipId"], until=membership.until)
    await _keep_a_keeper(work, actor, membership)
    membership.until = last_day
    body = {"membership": membership.id, "until": last_day}
    await record_register(work, Tag.MEMBERSHIP_ENDED, recorder, body, {})
    if not await _holds_any(work, membership.member_id):
        await sign_out_everywhere(work, membership.member_id)
    work.notify(RightsChanged(membership.member_id))
    return membership


def check_person(email: str, name: str) -> tuple[str, str]:
    """Address and name as the register writes them; Invalid where they are none."""
    address, called = email.strip().lower(), " ".join(name.split())
    if not _ADDRESS.fullmatch(address) or len(address) > LONGEST_EMAIL:
        raise Invalid("email_invalid", ["email"])
    if not 0 < len(called) <= MAX_NAME or not called.isprintable():
        raise Invalid("name_length", ["name"], limit=MAX_NAME)
    return address, called


async def find_office(work: UnitOfWork, code: str, path: str) -> Organization:
    """The organization somebody is to act for, or NotFound."""
    organization = await work.session.scalar(select(Organization).where(equals(Organization.code, code)))
    if organization is None:
        raise NotFound("organization_unknown", [path], organization=code)
    return organization


async def enrol(work: UnitOfWork, email: str, name: str, recorder: actors.Membership | None = None) -> Member:
    """The member with this address, put on the register if there is none."""
    member = await work.session.scalar(select(Member).where(Member.email == email))
    if member is None:
        member = Member(id=work.new_id("mem"), email=email, name=name, locale="ca", created_at=work.now)
        work.session.add(member)
        await work.session.flush()
        await record_register(
            work, Tag.MEMBER_ADDED, recorder, {"member": member.id}, {"email": email, "name": name}
        )
    return member


async def give_role(
    work: UnitOfWork,
    member: Member,
    organization: Organization,
    term: Term,
    *,
    recorder: actors.Membership | None = None,
    is_substitute: bool = False,
) -> Membership:
    """A dated role for a member; AlreadyDone when they hold it on any of its days."""
    held = await _held(work, member, organization)
    if any(term_of(one).overlaps(term) for one in held):
        raise AlreadyDone("membership_held", ["email"])
    membership = Membership(
        id=work.new_id("msh"),
        member_id=member.id,
        organization_id=organization.id,
        role=term.role.value,
        is_substitute=is_substitute,
        since=term.since,
        until=term.until,
    )
    work.session.add(membership)
    await work.session.flush()
    body = {
        "membership": membership.id,
        "member": member.id,
        "organization": organization.code,
        "role": term.role.value,
        "since": term.since,
        "until": term.until,
        **({"substitute": True} if is_substitute else {}),
    }
    await record_register(work, Tag.MEMBERSHIP_ADDED, recorder, body, {})
    work.notify(RightsChanged(member.id))
    return membership


async def memberships_of(work: UnitOfWork, member_id: str) -> list[Membership]:
    """Every role of a member, past and to come."""
    statement = select(Membership).where(Membership.member_id == member_id)
    return list(await work.session.scalars(statement))


async def _held(work: UnitOfWork, member: Member, organization: Organization) -> list[Membership]:
    statement = select(Membership).where(
        Membership.member_id == member.id, Membership.organization_id == organization.id
    )
    return list(await work.session.scalars(statement))


async def _holds_any(work: UnitOfWork, member_id: str) -> bool:
    day = day_of(work.now)
    return any(
        term_of(row).presence(day) is Presence.PRESENT for row in await memberships_of(work, member_id)
    )


async def _keep_a_keeper(work: UnitOfWork, actor: Actor, ending: Membership) -> None:
    if ending.member_id != actor.signed_in() or ending.role != Role.ADMINISTRATOR.value:
        return
    others = select(Membership).where(
        Membership.member_id == ending.member_id,
        Membership.role == Role.ADMINISTRATOR.value,
        Membership.id != ending.id,
        Membership.until.is_(None),
        Membership.since <= day_of(work.now),
    )
    if await work.session.scalar(others.limit(1)) is None:
        raise Conflict("own_administration", ["membershipId"])
