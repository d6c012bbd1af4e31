"""Signing in and out of a browser: a random secret in the browser, its hash with us, revocable at any time."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select

from positions.actors import Actor, Scope
from positions.data.tables import LANGUAGES
from positions.devices import shortened
from positions.errors import AlreadyDone, Forbidden, Invalid, NotFound
from positions.events import Tag
from positions.models.members import Member, Session
from positions.queries.lookups import equals
from positions.services.record import record_register
from positions.services.signals import RightsChanged
from positions.services.unit_of_work import UnitOfWork

LIFETIME = timedelta(days=14)
SIGHT_IS_KEPT_EVERY = timedelta(minutes=5)


@dataclass(frozen=True)
class Browser:
    """Where somebody signs in: what the browser calls itself, who vouched for them, and the session it came with."""

    user_agent: str | None = None
    issuer: str | None = None
    previous_hash: str | None = None


def hash_secret(secret: str) -> str:
    """What is kept of a secret. It has 256 random bits, so a plain hash cannot be guessed back."""
    return hashlib.sha256(secret.encode()).hexdigest()


async def sign_in(work: UnitOfWork, member_id: str, browser: Browser | None = None) -> str:
    """Start a session and return its secret; the one the browser came with ends, so that none can be planted.

    Whoever belongs to several organizations goes on for the one they last chose.
    """
    found = browser or Browser()
    if found.previous_hash is not None:
        await sign_out(work, found.previous_hash)
    last = select(Session.organization_id).where(Session.member_id == member_id)
    secret = secrets.token_urlsafe(32)
    session = Session(
        secret_hash=hash_secret(secret),
        id=work.new_id("ses"),
        member_id=member_id,
        created_at=work.now,
        expires_at=work.now + LIFETIME,
        last_seen_at=work.now,
        user_agent=shortened(found.user_agent),
        issuer=found.issuer,
        organization_id=await work.session.scalar(last.order_by(Session.id.desc()).limit(1)),
        revoked_at=None,
    )
    work.session.add(session)
    await work.session.flush()
    body = {"session": session.id, "member": member_id, "issuer": found.issuer}
    await record_register(work, Tag.SESSION_STARTED, None, body, {})
    return secret


async def sign_in_by_email(work: UnitOfWork, email: str, browser: Browser | None = None) -> str:
    """Start a session for the member with this address; NotFound when there is none."""
    member_id = await work.session.scalar(
        select(Member.id).where(equals(Member.email, email.strip().lower()))
    )
    if member_id is None:
        raise NotFound("member_unknown", ["email"])
    return await sign_in(work, member_id, browser)


async def sign_out(work: UnitOfWork, secret_hash: str) -> None:
    """End a session; nothing happens when there is none."""
    session = await work.session.get(Session, secret_hash)
    if session is not None and session.revoked_at is None:
        await _end(work, session)


async def issuer_of_session(work: UnitOfWork, secret_hash: str) -> str | None:
    """Who vouched for the member of a session, None in a demo or for an unknown one."""
    session = await work.session.get(Session, secret_hash)
    return session.issuer if session is not None else None


async def sign_out_everywhere(work: UnitOfWork, member_id: str) -> None:
    """End every session of a member."""
    for session in await _living(work, member_id):
        await _end(work, session)
    work.notify(RightsChanged(member_id))


async def revoke_session(work: UnitOfWork, actor: Actor, session_id: str) -> Session:
    """End a session of one's own at once, be it this one; AlreadyDone when it has ended."""
    member_id = actor.signed_in()
    statement = select(Session).where(equals(Session.id, session_id), Session.member_id == member_id)
    session = await work.session.scalar(statement.with_for_update())
    if session is None:
        raise NotFound("session_unknown", ["sessionId"])
    _demand_scope(actor)
    if session.revoked_at is not None or session.expires_at <= work.now:
        raise AlreadyDone("session_ended", ["sessionId"])
    await _end(work, session)
    return session


async def revoke_other_sessions(work: UnitOfWork, actor: Actor) -> int:
    """End every session of one's own but the one that asks; how many there were."""
    member_id = actor.signed_in()
    _demand_scope(actor)
    others = [one for one in await _living(work, member_id) if one.secret_hash != actor.session_hash]
    for session in others:
        await _end(work, session)
    return len(others)


async def act_for(work: UnitOfWork, secret_hash: str, organization_id: str) -> None:
    """Let a session act for one of its member's organizations from now on; live connections look again at once."""
    session = await work.session.get_one(Session, secret_hash)
    session.organization_id = organization_id
    work.notify(RightsChanged(session.member_id))


async def keep_sight(work: UnitOfWork, session_id: str) -> None:
    """Remember that a session was used just now."""
    session = await work.session.scalar(select(Session).where(Session.id == session_id))
    if session is not None:
        session.last_seen_at = work.now


async def set_locale(work: UnitOfWork, member_id: str, locale: str) -> None:
    """Keep the language a member reads in."""
    if locale not in LANGUAGES:
        raise Invalid("language_unknown", ["locale"], language=locale)
    member = await work.session.get_one(Member, member_id)
    member.locale = locale


async def _living(work: UnitOfWork, member_id: str) -> list[Session]:
    statement = select(Session).where(
        Session.member_id == member_id, Session.revoked_at.is_(None), Session.expires_at > work.now
    )
    return list(await work.session.scalars(statement.order_by(Session.id).with_for_update()))


async def _end(work: UnitOfWork, session: Session) -> None:
    session.revoked_at = work.now
    body = {"session": session.id, "member": session.member_id}
    await record_register(work, Tag.SESSION_ENDED, None, body, {})
    work.notify(RightsChanged(session.member_id))


def _demand_scope(actor: Actor) -> None:
    if not actor.has_scope(Scope.ADMINISTER):
        raise Forbidden("scope_missing", scope=Scope.ADMINISTER.value)
