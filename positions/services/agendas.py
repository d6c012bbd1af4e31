"""The private address of a member's agenda: made anew, which ends the one before, and ended. Only its hash is kept."""

import secrets

from positions.actors import Actor
from positions.errors import AlreadyDone, Forbidden
from positions.events import Tag
from positions.models.members import Member
from positions.services.record import record_register
from positions.services.sessions import hash_secret
from positions.services.unit_of_work import UnitOfWork

SECRET_BYTES = 32


async def renew_calendar_link(work: UnitOfWork, actor: Actor, acting_code: str | None = None) -> str:
    """Give whoever is signed in a new address; its secret is shown this once, and the address before stops working."""
    member = await _own_row(work, actor)
    secret = secrets.token_urlsafe(SECRET_BYTES)
    member.calendar_secret_hash = hash_secret(secret)
    await _tell(work, actor, "RENEWED", acting_code)
    return secret


async def end_calendar_link(work: UnitOfWork, actor: Actor, acting_code: str | None = None) -> None:
    """Let the address stop working; AlreadyDone when there is none."""
    member = await _own_row(work, actor)
    if member.calendar_secret_hash is None:
        raise AlreadyDone("calendar_link_missing")
    member.calendar_secret_hash = None
    await _tell(work, actor, "ENDED", acting_code)


async def _own_row(work: UnitOfWork, actor: Actor) -> Member:
    member_id = actor.signed_in()
    # An address outlives a token and knows no scopes: a program makes none.
    if actor.scopes is not None:
        raise Forbidden("calendar_link_by_person")
    return await work.session.get_one(Member, member_id, with_for_update=True)


async def _tell(work: UnitOfWork, actor: Actor, what: str, acting_code: str | None) -> None:
    membership = actor.memberships[0] if actor.memberships else None
    if acting_code is not None:
        membership = actor.acting(acting_code)
    body = {"member": actor.signed_in(), "calendar_link": what}
    await record_register(work, Tag.MEMBER_UPDATED, membership, body, {})
