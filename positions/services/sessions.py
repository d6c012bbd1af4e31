"""Signing in and out of a browser: a random secret in the browser, its hash with us, revocable at any time."""

import hashlib
import secrets
from datetime import timedelta

from sqlalchemy import select, update

from positions.data.tables import LANGUAGES
from positions.errors import Invalid, NotFound
from positions.models.members import Member, Session
from positions.queries.lookups import equals
from positions.services.notices import RightsChanged
from positions.services.unit_of_work import UnitOfWork

LIFETIME = timedelta(days=14)


def hash_secret(secret: str) -> str:
    """What is kept of a secret. It has 256 random bits, so a plain hash cannot be guessed back."""
    return hashlib.sha256(secret.encode()).hexdigest()


async def sign_in(work: UnitOfWork, member_id: str, previous_hash: str | None = None) -> str:
    """Start a session and return its secret; the one the browser came with ends, so that none can be planted."""
    if previous_hash is not None:
        await sign_out(work, previous_hash)
    secret = secrets.token_urlsafe(32)
    work.session.add(
        Session(
            secret_hash=hash_secret(secret),
            id=work.new_id("ses"),
            member_id=member_id,
            created_at=work.now,
            expires_at=work.now + LIFETIME,
            revoked_at=None,
        )
    )
    await work.session.flush()
    return secret


async def sign_in_by_email(work: UnitOfWork, email: str, previous_hash: str | None = None) -> str:
    """Start a session for the member with this address; NotFound when there is none."""
    member_id = await work.session.scalar(
        select(Member.id).where(equals(Member.email, email.strip().lower()))
    )
    if member_id is None:
        raise NotFound("member_unknown", ["email"])
    return await sign_in(work, member_id, previous_hash)


async def sign_out(work: UnitOfWork, secret_hash: str) -> None:
    """End a session; nothing happens when there is none."""
    session = await work.session.get(Session, secret_hash)
    if session is not None and session.revoked_at is None:
        session.revoked_at = work.now
        work.notify(RightsChanged(session.member_id))


async def sign_out_everywhere(work: UnitOfWork, member_id: str) -> None:
    """End every session of a member."""
    await work.session.execute(
        update(Session)
        .where(Session.member_id == member_id, Session.revoked_at.is_(None))
        .values(revoked_at=work.now)
    )
    work.notify(RightsChanged(member_id))


async def set_locale(work: UnitOfWork, member_id: str, locale: str) -> None:
    """Keep the language a member reads in."""
    if locale not in LANGUAGES:
        raise Invalid("language_unknown", ["locale"], language=locale)
    member = await work.session.get_one(Member, member_id)
    member.locale = locale
