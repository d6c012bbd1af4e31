"""Signing in through an identity provider, and out again.

What a sign-in must remember between going and coming back (state, nonce, where to return, an invitation) lies in a signed
cookie of its own for ten minutes, on `/auth` only. Whatever fails is answered with a page that has a way on, signs nobody
in, and stands in the log under the reference that the page shows.
"""

import secrets
from urllib.parse import urlencode

import structlog
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from api.errors import status_of
from api.identity import COOKIE, refuse_foreign_page
from api.languages import preferred_language
from api.notices import Notice, Way, show
from api.providers import Provider, ProviderFailed
from api.sessions import browser_of, keep_cookie, text_field
from api.settings import Settings
from api.state import database_of, providers_of, settings_of
from positions.data.tables import LANGUAGES
from positions.deadlines import day_of
from positions.errors import Refusal
from positions.identities import Claim, own_path
from positions.invitations import refusal_of
from positions.members import absence
from positions.messages.catalogue import label, message, title
from positions.queries.members import term_of
from positions.queries.registers import course_of, find_invitation
from positions.services.identities import Arrival, recognise
from positions.services.members import memberships_of
from positions.services.sessions import hash_secret, issuer_of_session, sign_in, sign_out

STATE_COOKIE = "positions_sign_in"
STATE_SECONDS = 600
SIGN_IN_PAGE = "/entra"

_log = structlog.get_logger(__name__)


async def log_in(request: Request) -> Response:
    """Send the browser to a provider; where there are several, or none, to the page that lists what there is."""
    asked, language = request.query_params, request.query_params.get("language")
    providers = providers_of(request)
    key = asked.get("provider") or (next(iter(providers)) if len(providers) == 1 else "")
    back = own_path(asked.get("next"))
    if key not in providers:
        return RedirectResponse(f"{SIGN_IN_PAGE}?{urlencode({'next': back})}", 303)
    request.session.update(provider=key, next=back)
    if language in LANGUAGES:
        request.session["language"] = language
    callback = f"{settings_of(request).base_url}/auth/callback"
    try:
        return await providers[key].depart(request, callback)
    except ProviderFailed as failure:
        return _failed(request, failure.reason, failure.status, detail=failure.detail)


async def come_back(request: Request) -> Response:
    """What a provider says of whoever comes back; the session before ends, a new one begins."""
    provider = providers_of(request).get(request.session.get("provider", ""))
    try:
        if provider is None:
            raise ProviderFailed("sign_in_state", 400)
        claim = await provider.arrive(request)
    except ProviderFailed as failure:
        return _failed(request, failure.reason, failure.status, detail=failure.detail)
    try:
        return await _admit(request, provider, claim)
    except Refusal as refusal:
        return _not_admitted(request, claim, refusal)


async def ask_to_log_out(request: Request) -> Response:
    """For whoever follows a link to it: signing out takes a press, so that no foreign page does it."""
    language = _language(request)
    ways = (Way(label("sign_out", language), "/auth/logout", is_form=True), Way(label("home", language), "/"))
    return show(Notice(label("sign_out_title", language), (), ways), language, 200)


async def log_out(request: Request) -> Response:
    """End this browser's session, then the provider's where it offers that; a program is told where."""
    settings = settings_of(request)
    refuse_foreign_page(request, settings.base_url)
    secret = request.cookies.get(COOKIE)
    issuer = None
    if secret:
        async with database_of(request).write() as work:
            issuer = await issuer_of_session(work, hash_secret(secret))
            await sign_out(work, hash_secret(secret))
    onward = await _farewell(request, issuer)
    is_form = request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded")
    response: Response = (
        RedirectResponse(onward or "/", 303)
        if is_form
        else JSONResponse({"ok": True, "next": onward}, headers={"cache-control": "no-store"})
    )
    response.delete_cookie(COOKIE, httponly=True, samesite="lax", secure=settings.is_secure)
    return response


async def look_at_invitation(request: Request) -> Response:
    """What an invitation's link offers; the sign-in that follows in this browser takes it up."""
    refuse_foreign_page(request, settings_of(request).base_url)
    secret_hash = hash_secret(await text_field(request, "secret"))
    database = database_of(request)
    async with database.read() as session:
        found = await find_invitation(session, secret_hash)
    refusal = refusal_of(course_of(found), database.clock()) if found else None
    if found is None or refusal is not None:
        request.session.pop("invitation", None)
        state = course_of(found).state(database.clock()).value if found else None
        return JSONResponse({"invitation": None, "state": state}, headers={"cache-control": "no-store"})
    request.session["invitation"] = secret_hash
    told = {
        "name": found.name,
        "role": found.role,
        "organization": {"code": found.organization.code, "name": found.organization.name},
        "from": found.since.isoformat(),
        "until": found.until.isoformat() if found.until else None,
    }
    return JSONResponse({"invitation": told, "state": "PENDING"}, headers={"cache-control": "no-store"})


def sign_in_routes(settings: Settings) -> list[BaseRoute]:
    """The doors of this module; those of a sign-in share its signed cookie."""
    remembering = Middleware(
        SessionMiddleware,
        secret_key=settings.secret or secrets.token_urlsafe(32),
        session_cookie=STATE_COOKIE,
        max_age=STATE_SECONDS,
        path="/auth",
        same_site="lax",
        https_only=settings.is_secure,
    )
    return [
        Route("/auth/login", log_in, middleware=[remembering]),
        Route("/auth/callback", come_back, middleware=[remembering]),
        Route("/auth/invitation", look_at_invitation, methods=["POST"], middleware=[remembering]),
        Route("/auth/logout", ask_to_log_out, methods=["GET"]),
        Route("/auth/logout", log_out, methods=["POST"]),
    ]


async def _admit(request: Request, provider: Provider, claim: Claim) -> Response:
    """Start a session for whoever is on the register today; what an invitation gave stays even where that is later."""
    remembered = dict(request.session)
    arrival = Arrival(claim, settings_of(request).secret, remembered.get("invitation"))
    secret = None
    async with database_of(request).write() as work:
        member = await recognise(work, arrival)
        terms = [term_of(one) for one in await memberships_of(work, member.id)]
        refusal = absence(terms, day_of(work.now))
        if refusal is None:
            secret = await sign_in(work, member.id, browser_of(request, provider.issuer))
    request.session.pop("invitation", None)
    if refusal is not None:
        raise refusal
    assert secret is not None
    request.session.clear()
    response = RedirectResponse(own_path(remembered.get("next")), 303, {"cache-control": "no-store"})
    keep_cookie(response, secret, settings_of(request))
    return response


async def _farewell(request: Request, issuer: str | None) -> str | None:
    """Where to end the provider's session; one that is away is not waited for: our own has ended."""
    for provider in providers_of(request).values():
        if provider.issuer == issuer:
            try:
                return await provider.farewell(f"{settings_of(request).base_url}/")
            except ProviderFailed as failure:
                _log.warning("farewell_failed", reason=failure.reason, detail=failure.detail)
    return None


def _failed(request: Request, reason: str, status: int, *, detail: object) -> Response:
    """The provider vouched for nobody: try again, or go on without."""
    again = Way(label("try_again", _language(request)), _sign_in_page(request))
    return _told(request, reason, status, [message(reason, _language(request))], again, detail=detail)


def _not_admitted(request: Request, claim: Claim, refusal: Refusal) -> Response:
    """Somebody is known to the provider and may not come in: say as whom they came, for it may be the wrong account."""
    language, person = _language(request), claim.name or claim.email
    sentences = [message(refusal.reason, language, **refusal.fields)]
    if person:
        sentences.append(label("arrived_as", language, person=person))
    other = Way(label("other_account", language), _sign_in_page(request))
    return _told(request, refusal.reason, status_of(refusal), sentences, other)


def _told(
    request: Request, reason: str, status: int, sentences: list[str], way: Way, *, detail: object = None
) -> Response:
    language, reference = _language(request), secrets.token_hex(6)
    _log.warning("sign_in_failed", reference=reference, reason=reason, status=status, detail=detail)
    ways = (way, Way(label("home", language), "/"))
    return show(Notice(title(reason, language), sentences, ways, reference), language, status)


def _sign_in_page(request: Request) -> str:
    return f"{SIGN_IN_PAGE}?{urlencode({'next': own_path(request.session.get('next'))})}"


def _language(request: Request) -> str:
    chosen = request.session.get("language") if "session" in request.scope else None
    return chosen or preferred_language(request.headers.get("accept-language")) or "ca"
