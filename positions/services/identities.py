"""From what a provider vouches for to a member: by the link made before, by an invitation, or by a verified address.

Roles come from the register alone. Whoever is not on it leaves no trace here.
"""

from dataclasses import dataclass

from sqlalchemy import delete, select

from positions.errors import Conflict, Forbidden
from positions.events import Tag
from positions.identities import Claim, subject_hash
from positions.models.members import Identity, Invitation, Member
from positions.queries.lookups import equals
from positions.services.invitations import accept, open_invitation
from positions.services.members import enrol
from positions.services.record import record_register
from positions.services.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Arrival:
    """Somebody who comes from a provider, perhaps with an invitation's link; `pepper` is the server's secret."""

    claim: Claim
    pepper: str
    invitation_hash: str | None = None


async def recognise(work: UnitOfWork, arrival: Arrival) -> Member:
    """The member who arrived, linked and invited as need be; Forbidden for whoever is not on the register."""
    hashed = subject_hash(arrival.pepper, arrival.claim)
    known = await _linked(work, arrival.claim.issuer, hashed)
    if arrival.invitation_hash is not None:
        invitation = await open_invitation(work, arrival.invitation_hash)
        member = await _invited(work, invitation, known)
        await accept(work, invitation, member)
        if known is None:
            await _forget(work, arrival.claim.issuer, member)
    else:
        member = known or await _by_address(work, arrival.claim)
    if known is None:
        await _link(work, arrival.claim.issuer, hashed, member)
    return member


async def accept_in_demo(work: UnitOfWork, invitation_hash: str) -> Member:
    """Take up an invitation where nobody vouches for anybody: in a demo."""
    invitation = await open_invitation(work, invitation_hash)
    member = await _invited(work, invitation, None)
    await accept(work, invitation, member)
    return member


async def _linked(work: UnitOfWork, issuer: str, hashed: str) -> Member | None:
    statement = select(Member).join(Identity, Identity.member_id == Member.id)
    found: Member | None = await work.session.scalar(
        statement.where(Identity.issuer == issuer, Identity.subject_hash == hashed)
    )
    return found


async def _invited(work: UnitOfWork, invitation: Invitation, known: Member | None) -> Member:
    """Whoever is signed in takes the invitation up, unless it is for somebody else on the register."""
    owner = await work.session.scalar(select(Member).where(Member.email == invitation.email))
    if known is not None and owner is not None and owner.id != known.id:
        raise Conflict("invitation_of_another")
    return known or owner or await enrol(work, invitation.email, invitation.name)


async def _by_address(work: UnitOfWork, claim: Claim) -> Member:
    email = claim.trusted_email
    member = await work.session.scalar(select(Member).where(equals(Member.email, email))) if email else None
    if member is None:
        raise Forbidden("person_unknown")
    tied = select(Identity).where(Identity.member_id == member.id, Identity.issuer == claim.issuer)
    if await work.session.scalar(tied.limit(1)) is not None:
        # An address may be given to somebody new; the person before must not be inherited with it.
        raise Conflict("address_of_another")
    return member


async def _link(work: UnitOfWork, issuer: str, hashed: str, member: Member) -> None:
    work.session.add(Identity(issuer=issuer, subject_hash=hashed, member_id=member.id, linked_at=work.now))
    await work.session.flush()
    body = {"issuer": issuer, "member": member.id}
    await record_register(work, Tag.IDENTITY_LINKED, None, body, {"subject": hashed})


async def _forget(work: UnitOfWork, issuer: str, member: Member) -> None:
    """A new invitation replaces the account that a member signed in with before."""
    earlier = delete(Identity).where(Identity.issuer == issuer, Identity.member_id == member.id)
    await work.session.execute(earlier)
