"""The browser's session: who is signed in, for whom they act, in which language; and the demo's choosing of a member.

A session is a random secret in an HttpOnly cookie, kept hashed on the server, new at every sign-in, revocable at any time.
"""

import orjson
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from api.identity import COOKIE, identify, refuse_foreign_page
from api.limits import read_body
from api.settings import Settings
from api.state import database_of, providers_of, settings_of
from positions.deadlines import day_of
from positions.errors import Forbidden, Invalid, NotFound
from positions.queries.members import MemberRow, MembershipRow, find_member, holds, list_present_members
from positions.queries.rounds import LiveRound, next_to_close
from positions.services.identities import accept_in_demo
from positions.services.sessions import (
    LIFETIME,
    Browser,
    act_for,
    hash_secret,
    set_locale,
    sign_in,
    sign_in_by_email,
)

FORM_LIMIT = 16 * 1024


async def session(request: Request) -> Response:
    """Who is signed in, for the web application's start, and how one may sign in."""
    database = database_of(request)
    identity = await identify(request, database)
    viewer: dict[str, object] | None = None
    if identity.actor.member_id is not None:
        async with database.read() as reading:
            row = await find_member(reading, identity.actor.member_id)
            if row is not None:
                codes = {one.organization_code for one in identity.actor.memberships}
                acting = min(codes) if len(codes) == 1 else None
                viewer = {**_told(row, request), "id": row.id, "acting": acting}
    providers = [{"key": one.key, "name": one.name} for one in providers_of(request).values()]
    return _fresh({"viewer": viewer, "demo": settings_of(request).is_demo, "providers": providers})


async def demo_members(request: Request) -> Response:
    """The members one may sign in as in a demo, and the vote that is live, so that a visitor sees it first."""
    _demo_only(request)
    database = database_of(request)
    now = database.clock()
    async with database.read() as reading:
        members = [_told(row, request) for row in await list_present_members(reading, day_of(now))]
        live = await next_to_close(reading, now)  # read last: a round is read afresh, with its voters
    return _fresh({"members": members, "round": live and _told_of(live)})


async def demo_sign_in(request: Request) -> Response:
    """Sign in as a member of the demo by address."""
    _demo_only(request)
    _refuse_foreign(request)
    email = await text_field(request, "email")
    async with database_of(request).write() as work:
        secret = await sign_in_by_email(work, email, browser_of(request))
    response = _fresh({"ok": True})
    keep_cookie(response, secret, settings_of(request))
    return response


async def demo_invitation(request: Request) -> Response:
    """Take up an invitation in a demo, where nobody vouches for anybody, and sign in."""
    _demo_only(request)
    _refuse_foreign(request)
    secret_hash = hash_secret(await text_field(request, "secret"))
    async with database_of(request).write() as work:
        member = await accept_in_demo(work, secret_hash)
        secret = await sign_in(work, member.id, browser_of(request))
    response = _fresh({"ok": True})
    keep_cookie(response, secret, settings_of(request))
    return response


async def acting(request: Request) -> Response:
    """Choose the organization that this browser acts for."""
    _refuse_foreign(request)
    identity = await identify(request, database_of(request))
    member_id = identity.actor.signed_in()
    code = await text_field(request, "organizationCode")
    session_hash = identity.actor.session_hash
    if session_hash is None:
        raise Invalid("session_needed")
    database = database_of(request)
    async with database.write() as work:
        row = await find_member(work.session, member_id)
        held = [one for one in row.memberships if holds(one, day_of(work.now))] if row else []
        chosen = next((one for one in held if one.organization.code == code), None)
        if chosen is None:
            raise Forbidden("not_your_organization", ["organizationCode"], organization=code)
        await act_for(work, session_hash, chosen.organization_id)
    return _fresh({"ok": True})


async def locale(request: Request) -> Response:
    """Keep the language the signed-in member reads in."""
    _refuse_foreign(request)
    identity = await identify(request, database_of(request))
    member_id = identity.actor.signed_in()
    chosen = await text_field(request, "locale")
    async with database_of(request).write() as work:
        await set_locale(work, member_id, chosen)
    return _fresh({"ok": True})


routes: list[BaseRoute] = [
    Route("/session", session),
    Route("/auth/demo/members", demo_members),
    Route("/auth/demo", demo_sign_in, methods=["POST"]),
    Route("/auth/demo/invitation", demo_invitation, methods=["POST"]),
    Route("/auth/acting", acting, methods=["POST"]),
    Route("/auth/locale", locale, methods=["POST"]),
]


def _told_of(live: LiveRound) -> dict[str, object]:
    return {
        "reference": live.reference,
        "titles": live.titles,
        "number": live.number,
        "name": live.name,
        "closesAt": live.closes_at.isoformat(),
        "called": live.called,
        "pending": live.pending,
    }


def _demo_only(request: Request) -> None:
    if not settings_of(request).is_demo:
        raise NotFound("demo_is_off")


def _refuse_foreign(request: Request) -> None:
    # Signing in is guarded too: a foreign page must not sign a reader in as somebody else.
    refuse_foreign_page(request, settings_of(request).base_url)


def browser_of(request: Request, issuer: str | None = None) -> Browser:
    """Where a request comes from, for the session it starts."""
    present = request.cookies.get(COOKIE)
    return Browser(request.headers.get("user-agent"), issuer, hash_secret(present) if present else None)


def keep_cookie(response: Response, secret: str, settings: Settings) -> None:
    """Give the browser its session's secret."""
    response.set_cookie(
        COOKIE,
        secret,
        max_age=int(LIFETIME.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=settings.is_secure,
    )


async def text_field(request: Request, name: str) -> str:
    """One text of a small JSON body; Invalid when it is not there."""
    try:
        content = orjson.loads(await read_body(request, FORM_LIMIT))
    except orjson.JSONDecodeError:
        content = None
    value = content.get(name) if isinstance(content, dict) else None
    if not isinstance(value, str):
        raise Invalid("field_missing", [name], field=name)
    return value


def _told(row: MemberRow, request: Request) -> dict[str, object]:
    today = day_of(database_of(request).clock())
    return {
        "name": row.name,
        "email": row.email,
        "locale": row.locale,
        "memberships": [_role(one) for one in row.memberships if holds(one, today)],
    }


def _role(one: MembershipRow) -> dict[str, object]:
    organization = {"code": one.organization.code, "name": one.organization.name}
    return {"role": one.role, "organization": organization}


def _fresh(content: dict[str, object]) -> JSONResponse:
    return JSONResponse(content, headers={"cache-control": "no-store"})
