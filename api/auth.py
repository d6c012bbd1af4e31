"""Signing in and out, and who is signed in. (OpenID Connect will stand beside the demo's choosing of a member.)

A session is a random secret in an HttpOnly cookie, kept hashed on the server, new at every sign-in, revocable at any time.
"""

import orjson
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from api.identity import COOKIE, identify, refuse_foreign_page
from api.limits import read_body
from api.state import database_of, settings_of
from positions.errors import Invalid, NotFound
from positions.queries.members import MemberRow, day_of, find_member, holds, list_present_members
from positions.services.sessions import LIFETIME, hash_secret, set_locale, sign_in_by_email, sign_out

FORM_LIMIT = 16 * 1024


async def session(request: Request) -> Response:
    """Who is signed in, for the web application's start."""
    database = database_of(request)
    identity = await identify(request, database)
    viewer: dict[str, object] | None = None
    if identity.actor.member_id is not None:
        async with database.read() as reading:
            row = await find_member(reading, identity.actor.member_id)
            viewer = _told(row, request) if row else None
    return _fresh({"viewer": viewer, "demo": settings_of(request).is_demo})


async def demo_members(request: Request) -> Response:
    """The members one may sign in as in a demo."""
    _demo_only(request)
    database = database_of(request)
    async with database.read() as reading:
        rows = await list_present_members(reading, day_of(database.clock()))
        return _fresh({"members": [_told(row, request) for row in rows]})


async def demo_sign_in(request: Request) -> Response:
    """Sign in as a member of the demo by address."""
    _demo_only(request)
    _refuse_foreign(request)
    email = await _text_field(request, "email")
    async with database_of(request).write() as work:
        secret = await sign_in_by_email(work, email, _present_hash(request))
    response = _fresh({"ok": True})
    response.set_cookie(
        COOKIE,
        secret,
        max_age=int(LIFETIME.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=settings_of(request).is_secure,
    )
    return response


async def log_out(request: Request) -> Response:
    """End this browser's session."""
    _refuse_foreign(request)
    present = _present_hash(request)
    if present is not None:
        async with database_of(request).write() as work:
            await sign_out(work, present)
    response = _fresh({"ok": True})
    response.delete_cookie(COOKIE, httponly=True, samesite="lax", secure=settings_of(request).is_secure)
    return response


async def locale(request: Request) -> Response:
    """Keep the language the signed-in member reads in."""
    _refuse_foreign(request)
    identity = await identify(request, database_of(request))
    member_id = identity.actor.signed_in()
    chosen = await _text_field(request, "locale")
    async with database_of(request).write() as work:
        await set_locale(work, member_id, chosen)
    return _fresh({"ok": True})


routes: list[BaseRoute] = [
    Route("/session", session),
    Route("/auth/demo/members", demo_members),
    Route("/auth/demo", demo_sign_in, methods=["POST"]),
    Route("/auth/logout", log_out, methods=["POST"]),
    Route("/auth/locale", locale, methods=["POST"]),
]


def _demo_only(request: Request) -> None:
    if not settings_of(request).is_demo:
        raise NotFound("demo_is_off")


def _refuse_foreign(request: Request) -> None:
    # Signing in is guarded too: a foreign page must not sign a reader in as somebody else.
    refuse_foreign_page(request, settings_of(request).base_url)


def _present_hash(request: Request) -> str | None:
    secret = request.cookies.get(COOKIE)
    return hash_secret(secret) if secret else None


async def _text_field(request: Request, name: str) -> str:
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
        "memberships": [
            {"role": one.role, "organization": {"code": one.organization.code, "name": one.organization.name}}
            for one in row.memberships
            if holds(one, today)
        ],
    }


def _fresh(content: dict[str, object]) -> JSONResponse:
    return JSONResponse(content, headers={"cache-control": "no-store"})
