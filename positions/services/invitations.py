"""Invitations to the register: an administrator offers a dated role, the person takes it up once through a secret link."""

import secrets
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import selectinload

from positions.actors import Actor, Role
from positions.deadlines import day_of
from positions.errors import NotFound
from positions.events import Tag
from positions.invitations import LIFETIME, refusal_of
from positions.members import Term, check_substitute, check_term, demand_administrator
from positions.models.members import Invitation, Member, Membership
from positions.queries.lookups import equals
from positions.queries.members import detached, term_of
from positions.queries.registers import course_of
from positions.services.members import check_person, find_office, give_role
from positions.services.record import record_register
from positions.services.sessions import hash_secret
from positions.services.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class InviteMember:
    """Whom to invite, to which role; from today on unless a day is given."""

    email: str
    name: str
    organization_code: str
    role: Role
    since: date | None = None
    until: date | None = None
    is_substitute: bool = False
    acting_code: str | None = None


async def invite_member(work: UnitOfWork, actor: Actor, request: InviteMember) -> tuple[Invitation, str]:
    """Offer a role and return the invitation with its link's secret, which is not kept.

    Whoever holds the role already may be invited again: the new link ties another account to the same person.
    """
    recorder = demand_administrator(actor, request.acting_code)
    email, name = check_person(request.email, request.name)
    organization = await find_office(work, request.organization_code, "forOrganizationCode")
    term = Term(request.role, request.since or day_of(work.now), request.until)
    check_term(term)
    check_substitute(term.role, is_substitute=request.is_substitute)
    secret = secrets.token_urlsafe(32)
    invitation = Invitation(
        id=work.new_id("inv"),
        secret_hash=hash_secret(secret),
        email=email,
        name=name,
        organization_id=organization.id,
        role=term.role.value,
        is_substitute=request.is_substitute,
        since=term.since,
        until=term.until,
        invited_by=recorder.id,
        created_at=work.now,
        expires_at=work.now + LIFETIME,
    )
    invitation.organization = organization
    work.session.add(invitation)
    await work.session.flush()
    body = {
        "invitation": invitation.id,
        "organization": organization.code,
        "role": term.role.value,
        "since": term.since,
        "until": term.until,
        **({"substitute": True} if request.is_substitute else {}),
    }
    await record_register(work, Tag.INVITATION_SENT, recorder, body, {"email": email, "name": name})
    return invitation, secret


async def revoke_invitation(
    work: UnitOfWork, actor: Actor, invitation_id: str, acting_code: str | None = None
) -> Invitation:
    """Take an invitation back before anybody took it up."""
    recorder = demand_administrator(actor, acting_code)
    invitation = await _locked(work, equals(Invitation.id, invitation_id), "invitationId")
    refusal = refusal_of(course_of(invitation), work.now)
    if refusal is not None:
        raise refusal
    invitation.revoked_at = work.now
    await record_register(work, Tag.INVITATION_REVOKED, recorder, {"invitation": invitation.id}, {})
    return invitation


async def open_invitation(work: UnitOfWork, secret_hash: str) -> Invitation:
    """The invitation behind a link, held until the end of the transaction, or why it cannot be taken up any more."""
    invitation = await _locked(work, Invitation.secret_hash == secret_hash, "secret")
    refusal = refusal_of(course_of(invitation), work.now)
    if refusal is not None:
        raise refusal
    return invitation


async def accept(work: UnitOfWork, invitation: Invitation, member: Member) -> None:
    """Take up an invitation that is open: its role is the member's, and the link is used up."""
    term = Term(Role(invitation.role), invitation.since, invitation.until)
    membership = await _overlapping(work, invitation, member, term)
    if membership is None:
        membership = await give_role(
            work, member, invitation.organization, term, is_substitute=invitation.is_substitute
        )
    membership.organization = invitation.organization
    invitation.accepted_at = work.now
    body = {"invitation": invitation.id, "member": member.id, "membership": membership.id}
    await record_register(work, Tag.INVITATION_ACCEPTED, detached(membership), body, {})


async def _overlapping(
    work: UnitOfWork, invitation: Invitation, member: Member, term: Term
) -> Membership | None:
    statement = select(Membership).where(
        Membership.member_id == member.id, Membership.organization_id == invitation.organization_id
    )
    rows = await work.session.scalars(statement)
    return next((row for row in rows if term_of(row).overlaps(term)), None)


async def _locked(work: UnitOfWork, condition: ColumnElement[bool], path: str) -> Invitation:
    statement = select(Invitation).where(condition).options(selectinload(Invitation.organization))
    invitation = await work.session.scalar(statement.with_for_update())
    if invitation is None:
        raise NotFound("invitation_unknown", [path])
    return invitation
