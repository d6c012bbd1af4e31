"""The register as its administrators and its members see it: people with every role, invitations, sessions."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from positions.actors import Role
from positions.invitations import Course, InvitationState
from positions.members import Presence
from positions.models.members import Identity, Invitation, Member, Membership, Session
from positions.queries.lookups import equals
from positions.queries.members import term_of
from positions.queries.pages import Order, Page, Window, count, page
from positions.search import fold, matches

NEWEST_FIRST = Order((Invitation.id,), is_descending=True)
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


async def linked_members(session: AsyncSession) -> frozenset[str]:
    """The members who have signed in through a provider."""
    return frozenset(await session.scalars(select(Identity.member_id)))


async def list_invitations(
    session: AsyncSession, state: InvitationState | None, now: datetime, window: Window
) -> Page[Invitation]:
    """One page of invitations with their organization, newest first."""
    statement = _in_state(state, now).options(selectinload(Invitation.organization))
    return await page(session, statement, NEWEST_FIRST, window)


async def count_invitations(session: AsyncSession, state: InvitationState | None, now: datetime) -> int:
    """How many invitations are in a state."""
    return await count(session, _in_state(state, now))


async def find_invitation(session: AsyncSession, secret_hash: str) -> Invitation | None:
    """The invitation behind a link, with its organization."""
    statement = select(Invitation).where(equals(Invitation.secret_hash, secret_hash))
    return await session.scalar(statement.options(selectinload(Invitation.organization)))


async def find_invitation_by_id(session: AsyncSession, identifier: str) -> Invitation | None:
    """The invitation with this id, with its organization."""
    statement = select(Invitation).where(equals(Invitation.id, identifier))
    return await session.scalar(statement.options(selectinload(Invitation.organization)))


async def list_sessions(session: AsyncSession, member_id: str, now: datetime) -> list[Session]:
    """A member's living sessions, the one seen last first."""
    statement = select(Session).where(
        Session.member_id == member_id, Session.revoked_at.is_(None), Session.expires_at > now
    )
    rows = await session.scalars(statement.order_by(Session.id.desc()))
    return sorted(rows, key=lambda row: row.last_seen_at or row.created_at, reverse=True)


def _in_state(state: InvitationState | None, now: datetime) -> Select[Invitation]:
    accepted, revoked = Invitation.accepted_at, Invitation.revoked_at
    conditions: dict[InvitationState | None, tuple[ColumnElement[bool], ...]] = {
        None: (),
        InvitationState.ACCEPTED: (accepted.is_not(None),),
        InvitationState.REVOKED: (accepted.is_(None), revoked.is_not(None)),
        InvitationState.PENDING: (accepted.is_(None), revoked.is_(None), Invitation.expires_at > now),
        InvitationState.EXPIRED: (accepted.is_(None), revoked.is_(None), Invitation.expires_at <= now),
    }
    return select(Invitation).where(*conditions[state])


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
