"""Tokens for programs: a prefixed random secret shown once, kept hashed, with scopes, an end, and maybe one organization.

Through a token, tokens are made and ended only with the scope ADMINISTER, and never wider than the token itself.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from positions.actors import Actor, Membership, Scope
from positions.errors import AlreadyDone, Forbidden, Invalid, NotFound
from positions.events import Tag
from positions.headings import plain_text
from positions.models.members import Token
from positions.queries.lookups import equals
from positions.services.record import record_register
from positions.services.sessions import hash_secret
from positions.services.signals import RightsChanged
from positions.services.unit_of_work import UnitOfWork

PREFIX = "positions_"
"""Makes a secret that lies around recognisable to scanners."""

MAX_NAME = 100
LONGEST = timedelta(days=366)
USE_IS_KEPT_EVERY = timedelta(hours=1)


@dataclass(frozen=True)
class CreateToken:
    """A wish for a token; without an organization it acts for all of its member's."""

    name: str
    scopes: Sequence[Scope]
    expires_at: datetime
    organization_code: str | None = None


async def create_token(work: UnitOfWork, actor: Actor, request: CreateToken) -> tuple[Token, str]:
    """Make a token for whoever is signed in, and return it with its secret, which is not kept."""
    member_id = actor.signed_in()
    _demand_scope(actor)
    membership = _membership(actor, request.organization_code)
    _check(request, work.now)
    secret = PREFIX + secrets.token_urlsafe(32)
    token = Token(
        id=work.new_id("tok"),
        secret_hash=hash_secret(secret),
        member_id=member_id,
        organization_id=_organization_id(actor, membership, request.organization_code),
        name=plain_text(request.name, ["name"], limit=MAX_NAME),
        scopes=sorted({scope.value for scope in request.scopes if actor.has_scope(scope)}),
        created_at=work.now,
        expires_at=request.expires_at,
        revoked_at=None,
        last_used_at=None,
    )
    work.session.add(token)
    await work.session.flush()
    await record_register(
        work, Tag.TOKEN_CREATED, membership, {"token": token.id, "scopes": token.scopes}, {"name": token.name}
    )
    return token, secret


async def revoke_token(work: UnitOfWork, actor: Actor, token_id: str) -> Token:
    """End a token of one's own at once; AlreadyDone when it has been."""
    member_id = actor.signed_in()
    token = await work.session.scalar(
        select(Token).where(equals(Token.id, token_id), Token.member_id == member_id).with_for_update()
    )
    if token is None:
        raise NotFound("token_unknown", ["tokenId"])
    _demand_scope(actor)
    if token.revoked_at is not None:
        raise AlreadyDone("token_revoked", ["tokenId"])
    token.revoked_at = work.now
    membership = actor.memberships[0] if actor.memberships else None
    await record_register(work, Tag.TOKEN_REVOKED, membership, {"token": token.id}, {})
    work.notify(RightsChanged(member_id))
    return token


async def keep_use(work: UnitOfWork, token_id: str) -> None:
    """Remember that a token was used just now."""
    token = await work.session.get_one(Token, token_id)
    token.last_used_at = work.now


def _membership(actor: Actor, organization_code: str | None) -> Membership | None:
    if organization_code is not None:
        return actor.acting(organization_code)
    return actor.memberships[0] if actor.memberships else None


def _demand_scope(actor: Actor) -> None:
    if not actor.has_scope(Scope.ADMINISTER):
        raise Forbidden("scope_missing", scope=Scope.ADMINISTER.value)


def _organization_id(actor: Actor, membership: Membership | None, code: str | None) -> str | None:
    """The only organization to act for: the one asked for; and of a token that acts for one, what it makes does too."""
    through_one = actor.scopes is not None and len(actor.organization_ids) == 1
    return membership.organization_id if membership is not None and (code or through_one) else None


def _check(request: CreateToken, now: datetime) -> None:
    if not 0 < len(request.name.strip()) <= MAX_NAME:
        raise Invalid("name_length", ["name"], limit=MAX_NAME)
    if not request.scopes:
        raise Invalid("scopes_missing", ["scopes"])
    if not now < request.expires_at <= now + LONGEST:
        raise Invalid("expiry_out_of_range", ["expiresAt"], days=LONGEST.days)
