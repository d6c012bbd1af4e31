"""Members, and the identity behind a session or a token."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from positions import actors
from positions.actors import Actor, Role, Scope
from positions.deadlines import day_of
from positions.ids import MemberId, MembershipId, OrganizationId
from positions.members import Presence, Term
from positions.models.members import Member, Membership, Session, Token
from positions.queries.lookups import equals

MemberRow = Member
MembershipRow = Membership
TokenRow = Token


@dataclass(frozen=True)
class TokenUse:
    """The actor behind a token, and what keeping its last use needs."""

    actor: Actor
    token_id: str
    last_used_at: datetime | None


@dataclass(frozen=True)
class SessionUse:
    """The actor behind a session, and what keeping its last sight needs."""

    actor: Actor
    session_id: str
    last_seen_at: datetime | None


def term_of(membership: Membership) -> Term:
    """A role and its days."""
    return Term(Role(membership.role), membership.since, membership.until)


def holds(membership: Membership, day: date) -> bool:
    """Whether a dated role holds on a day; `until` is its last day."""
    return term_of(membership).presence(day) is Presence.PRESENT


async def actor_of_session(session: AsyncSession, secret_hash: str, now: datetime) -> Actor | None:
    """The actor behind a browser's session; None when it is unknown, revoked or expired."""
    use = await use_of_session(session, secret_hash, now)
    return use.actor if use else None


async def use_of_session(session: AsyncSession, secret_hash: str, now: datetime) -> SessionUse | None:
    """The actor behind a browser's session; None when it is unknown, revoked or expired.

    A session that acts for an organization sees only its member's roles there, like a token; one whose member belongs there
    no longer sees them all.
    """
    row = await session.scalar(
        select(Session).where(
            Session.secret_hash == secret_hash, Session.revoked_at.is_(None), Session.expires_at > now
        )
    )
    member = await find_member(session, row.member_id) if row else None
    if row is None or member is None:
        return None
    whole = _actor(member, now, session_hash=secret_hash)
    chosen = _actor(member, now, None, row.organization_id, session_hash=secret_hash)
    return SessionUse(chosen if chosen.memberships else whole, row.id, row.last_seen_at)


async def use_of_token(session: AsyncSession, secret_hash: str, now: datetime) -> TokenUse | None:
    """The actor behind a token; None when it is unknown, revoked or expired.

    A token bound to an organization sees only its member's roles there.
    """
    token = await session.scalar(
        select(Token).where(
            Token.secret_hash == secret_hash, Token.revoked_at.is_(None), Token.expires_at > now
        )
    )
    member = await find_member(session, token.member_id) if token else None
    if token is None or member is None:
        return None
    scopes = frozenset(Scope(scope) for scope in token.scopes)
    return TokenUse(_actor(member, now, scopes, token.organization_id), token.id, token.last_used_at)


async def find_member(session: AsyncSession, member_id: str) -> Member | None:
    """A member with every membership and its organization."""
    statement = select(Member).where(Member.id == member_id).options(_WITH_ORGANIZATIONS)
    return await session.scalar(statement)


async def find_member_by_email(session: AsyncSession, email: str) -> Member | None:
    """A member by address, whatever its capitals."""
    statement = select(Member).where(Member.email == email.strip().lower()).options(_WITH_ORGANIZATIONS)
    return await session.scalar(statement)


async def actor_by_email(session: AsyncSession, email: str, now: datetime) -> Actor | None:
    """The actor a member is now, by address: for what runs without a door, such as the demo; None for an unknown one."""
    member = await find_member_by_email(session, email)
    return _actor(member, now) if member else None


async def actor_of_member(session: AsyncSession, member_id: str, now: datetime) -> Actor | None:
    """The actor a member is now, under every role: for what is written to them."""
    member = await find_member(session, member_id)
    return _actor(member, now) if member else None


async def list_present_members(session: AsyncSession, day: date) -> list[Member]:
    """Every member who holds a role on a day, by name."""
    now_held = and_(Membership.since <= day, or_(Membership.until.is_(None), Membership.until >= day))
    statement = select(Member).where(Member.memberships.any(now_held)).order_by(Member.name, Member.id)
    return list(await session.scalars(statement.options(_WITH_ORGANIZATIONS)))


async def memberships_by_id(session: AsyncSession, ids: Iterable[str]) -> dict[str, Membership]:
    """Memberships with member and organization: the authors that texts and events name."""
    statement = select(Membership).where(Membership.id.in_(sorted(set(ids))))
    loaded = statement.options(selectinload(Membership.member), selectinload(Membership.organization))
    return {row.id: row for row in await session.scalars(loaded)}


async def list_tokens(session: AsyncSession, member_id: str) -> list[Token]:
    """A member's tokens, newest first."""
    statement = select(Token).where(Token.member_id == member_id).order_by(Token.id.desc())
    return list(await session.scalars(statement))


async def find_token(session: AsyncSession, member_id: str, token_id: str) -> Token | None:
    """One of a member's tokens, ended ones too."""
    return await session.scalar(select(Token).where(equals(Token.id, token_id), Token.member_id == member_id))


_WITH_ORGANIZATIONS = selectinload(Member.memberships).selectinload(Membership.organization)


def _actor(
    member: Member,
    now: datetime,
    scopes: frozenset[Scope] | None = None,
    organization_id: str | None = None,
    *,
    session_hash: str | None = None,
) -> Actor:
    return Actor(
        member_id=MemberId(member.id),
        name=member.name,
        locale=member.locale,
        memberships=tuple(
            detached(membership)
            for membership in sorted(member.memberships, key=lambda one: one.id)
            if holds(membership, day_of(now)) and organization_id in (None, membership.organization_id)
        ),
        scopes=scopes,
        session_hash=session_hash,
    )


def detached(membership: Membership) -> actors.Membership:
    """A membership as rules know it."""
    return actors.Membership(
        id=MembershipId(membership.id),
        organization_id=OrganizationId(membership.organization_id),
        organization_code=membership.organization.code,
        role=Role(membership.role),
        is_substitute=membership.is_substitute,
    )
