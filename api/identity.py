"""From a request or a socket's handshake to an Actor: a Bearer token if there is one, else the session cookie.

A bad or expired token is an error (HTTP 401), because a program must not go on as somebody else. A cookie that has ended
leaves a person anonymous.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

from starlette.requests import HTTPConnection

from positions.actors import ANONYMOUS, Actor
from positions.queries.members import TokenUse, actor_of_session, use_of_session, use_of_token
from positions.services.sessions import SIGHT_IS_KEPT_EVERY, hash_secret, keep_sight
from positions.services.tokens import USE_IS_KEPT_EVERY, keep_use
from positions.services.unit_of_work import Database

COOKIE = "positions_session"
OWN_HEADER = "x-positions"
"""A header that a page of another origin cannot send without asking; our own pages send `X-Positions: 1`."""


class BadCredential(Exception):
    """The token is unknown, expired, revoked, or not a Bearer token at all."""


class ForeignPage(Exception):
    """A page of another origin tried to act with a reader's cookie."""


@dataclass(frozen=True)
class Identity:
    """Who asks, and how to ask again later on a connection that stays open."""

    actor: Actor
    again: Callable[[], Awaitable[Actor]]


async def identify(connection: HTTPConnection, database: Database) -> Identity:
    """The identity behind a connection; BadCredential for a token that does not hold."""
    authorization = connection.headers.get("authorization")
    if authorization:
        return await identify_bearer(authorization, database)
    secret = connection.cookies.get(COOKIE)
    if not secret:
        return Identity(ANONYMOUS, _anonymous)
    secret_hash = hash_secret(secret)
    async with database.read() as session:
        use = await use_of_session(session, secret_hash, database.clock())
    if use is None:
        return Identity(ANONYMOUS, _anonymous)
    if use.last_seen_at is None or database.clock() - use.last_seen_at > SIGHT_IS_KEPT_EVERY:
        async with database.write() as work:
            await keep_sight(work, use.session_id)
    return Identity(use.actor, partial(_of_session, secret_hash, database))


async def identify_bearer(authorization: str, database: Database) -> Identity:
    """The identity behind an Authorization header's value."""
    scheme, _, secret = authorization.partition(" ")
    if scheme.lower() != "bearer" or not secret.strip():
        raise BadCredential
    secret_hash = hash_secret(secret.strip())
    use = await _of_token(secret_hash, database)
    now = database.clock()
    if use.last_used_at is None or now - use.last_used_at > USE_IS_KEPT_EVERY:
        async with database.write() as work:
            await keep_use(work, use.token_id)

    async def again() -> Actor:
        return (await _of_token(secret_hash, database)).actor

    return Identity(use.actor, again)


def refuse_foreign_page(connection: HTTPConnection, base_url: str) -> None:
    """Raise ForeignPage when a cookie might act for a page that is not ours; a program with a token is not asked."""
    if "authorization" in connection.headers or connection.headers.get(OWN_HEADER) == "1":
        return
    origin = urlsplit(connection.headers.get("origin", "")).netloc
    if origin and origin in {connection.headers.get("host"), urlsplit(base_url).netloc}:
        return
    raise ForeignPage


async def _anonymous() -> Actor:
    return ANONYMOUS


async def _of_session(secret_hash: str, database: Database) -> Actor:
    async with database.read() as session:
        return await actor_of_session(session, secret_hash, database.clock()) or ANONYMOUS


async def _of_token(secret_hash: str, database: Database) -> TokenUse:
    async with database.read() as session:
        use = await use_of_token(session, secret_hash, database.clock())
    if use is None:
        raise BadCredential
    return use
