"""The register as its administrators and its members see it: people with every role, invitations, sessions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from positions.actors import Role
from positions.invitations import Course, InvitationState
from positions.members import Presence
from positions.models.members import Identity, Invitation, Member, Membership, Session
from positions.queries.lookups import equals
from positions.queries.members import term_of
from positions.search import fold, matches

InvitationRow = Invitation
SessionRow = Session


@dataclass(frozen=True)
class MemberFilter:
    """Which members: by words of name, address or organization; by one role that fits all the rest."""

    search: str | None = None
    role: Role | None = None
    organization_code: str | None = None
    presence: Presence | None = None


async def list_members(session: AsyncSession, wanted: MemberFilter, day: date) -> list[Member]:
    """Every member the filter finds, with every role, by name. A register has hundreds of people, not thousands."""
    statement = select(Member).options(selectinload(Member.memberships).selectinload(Membership.organization))
    rows = await session.scalars(statement)
    return sorted((row for row in rows if _fits(row, wanted, day)), key=member_key)


def member_key(row: Member) -> str:
    """What members are ordered by."""
    return f"{fold(row.name).strip()} {row.id}"


async def linked_members(session: AsyncSession, ids: Iterable[str]) -> frozenset[str]:
    """Those of these members who have signed in through a provider."""
    statement = select(Identity.member_id).where(Identity.member_id.in_(sorted(set(ids))))
    return frozenset(await session.scalars(statement))


async def list_invitations(
    session: AsyncSession, state: InvitationState | None, now: datetime
) -> list[Invitation]:
    """Invitations with their organization, newest first."""
    statement = select(Invitation).options(selectinload(Invitation.organization))
    rows = await session.scalars(statement.order_by(Invitation.id.desc()))
    return [row for row in rows if state in (None, course_of(row).state(now))]


async def find_invitation(session: AsyncSession, secret_hash: str) -> Invitation | None:
    """The invitation behind a link, with its organization."""
    statement = select(Invitation).where(equals(Invitation.secret_hash, secret_hash))
    return await session.scalar(statement.options(selectinload(Invitation.organization)))


async def list_sessions(session: AsyncSession, member_id: str, now: datetime) -> list[Session]:
    """A member's living sessions, the one seen last first."""
    statement = select(Session).where(
        Session.member_id == member_id, Session.revoked_at.is_(None), Session.expires_at > now
    )
    rows = await session.scalars(statement.order_by(Session.id.desc()))
    return sorted(rows, key=lambda row: row.last_seen_at or row.created_at, reverse=True)


def course_of(row: Invitation) -> Course:
    """The moments of an invitation."""
    return Course(row.expires_at, row.accepted_at, row.revoked_at)


def _fits(row: Member, wanted: MemberFilter, day: date) -> bool:
    asked = wanted.role or wanted.organization_code or wanted.presence
    if asked and not any(_role_fits(one, wanted, day) for one in row.memberships):
        return False
    organizations = " ".join(f"{one.organization.name} {one.organization.code}" for one in row.memberships)
    return not wanted.search or matches(wanted.search, fold(f"{row.name} {row.email} {organizations}"))


def _role_fits(one: Membership, wanted: MemberFilter, day: date) -> bool:
    return (
        wanted.role in (None, one.role)
        and wanted.organization_code in (None, one.organization.code)
        and wanted.presence in (None, term_of(one).presence(day))
    )
