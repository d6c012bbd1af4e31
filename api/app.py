"""The application: routes, what every answer carries, background jobs, and the life of the database's connections."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass

import structlog
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api import (
    agendas,
    attachments,
    dossiers,
    exports,
    feeds,
    health,
    imports,
    indicators,
    letterheads,
    mandates,
    open_data,
    pages,
    printed,
    publications,
    reports,
    sessions,
)
from api.auth import sign_in_routes
from api.errors import status_of, user_error
from api.graphql.schema import schema, write_sdl
from api.graphql.subscriptions import SocketView
from api.graphql.view import GraphQLView
from api.identity import BadCredential, ForeignPage
from api.languages import preferred_language
from api.limits import BodyTooLarge
from api.live.polls import LivePolls
from api.live.rooms import Rooms
from api.live.socket import LiveSocket
from api.mail import Courier
from api.providers import make_providers
from api.settings import Settings
from api.stopping import when_asked_to_stop
from api.workers import Seats
from positions.errors import Forbidden, LimitExceeded, Refusal, Unauthenticated
from positions.publishing.press import Press
from positions.services.automatic import save_due
from positions.services.changes import tell_changes
from positions.services.closing import close_due
from positions.services.reminders import remind_due
from positions.services.unit_of_work import Database

_log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Job:
    """Work that is done again and again while the server runs: its name, the pause between, and what is done."""

    name: str
    seconds: float
    act: Callable[[Database], Awaitable[object]]


JOBS: tuple[Job, ...] = (
    Job("rounds", 5, close_due),
    Job("reminders", 30, remind_due),
    Job("changes", 60, tell_changes),
    Job("versions", 30, save_due),
)
"""What comes by itself: rounds open and close, towns are reminded, changes are told, drafts are saved. All of them run in every process, and what
each does is done once: it holds the row it is about."""


def jobs(settings: Settings) -> tuple[Job, ...]:
    """What this server does by itself; it sends mail where a mail server is named."""
    server = settings.smtp
    return JOBS if server is None else (*JOBS, Job("mails", 10, Courier(settings, server).round_trip))


ROUTES: tuple[Sequence[BaseRoute], ...] = (
    health.routes,
    sessions.routes,
    exports.routes,
    printed.routes,
    letterheads.routes,
    imports.routes,
    indicators.routes,
    dossiers.routes,
    feeds.routes,
    agendas.routes,
    open_data.routes,
    publications.routes,
    reports.routes,
    attachments.routes,
    mandates.routes,
)
"""The doors beside GraphQL, in the order in which they are tried."""

HEADERS = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"same-origin",
    b"x-frame-options": b"DENY",
    b"cross-origin-opener-policy": b"same-origin",
    b"permissions-policy": b"camera=(), geolocation=(), microphone=()",
}


def create_app(settings: Settings, database: Database | None = None, seats: Seats | None = None) -> Starlette:
    """The server as an ASGI application; it closes the database when it stops."""
    used = database or Database(settings.database_url)
    rooms = Rooms(used)
    press = Press()

    def send_away() -> None:
        if seats:
            seats.leave()
        rooms.send_away()

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[dict[str, object]]:
        tasks = [asyncio.create_task(_repeat(job, used), name=job.name) for job in jobs(settings)]
        try:
            async with rooms.running(), used.listening():
                with when_asked_to_stop(send_away):
                    async with seats.taken(app, rooms.send_on) if seats else nullcontext():
                        yield {"seats": seats}
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await used.dispose()

    app = Starlette(
        routes=[
            *_graphql(used, settings, press),
            WebSocketRoute("/live/{document_id}", LiveSocket(rooms, used, settings)),
            Route("/live/{document_id}", LivePolls(rooms, used, settings).answer, methods=["POST"]),
            *sign_in_routes(settings),
            *(route for routes in ROUTES for route in routes),
            *pages.routes,
        ],
        middleware=[Middleware(SecurityHeaders)],
        exception_handlers=REFUSALS,
        lifespan=lifespan,
    )
    app.state.database = used
    app.state.settings = settings
    app.state.press = press
    app.state.providers = make_providers(settings)
    return app


def _graphql(database: Database, settings: Settings, press: Press) -> list[BaseRoute]:
    sdl = write_sdl()

    async def show_schema(_: Request) -> Response:
        return PlainTextResponse(sdl, headers={"cache-control": "public, max-age=300"})

    return [
        Route("/graphql/schema.graphql", show_schema),
        Route("/graphql", GraphQLView(schema, database, settings, press)),
        WebSocketRoute("/graphql", SocketView(schema, database, settings, press)),
    ]


async def _repeat(job: Job, database: Database) -> None:
    while True:
        try:
            await job.act(database)
        except Exception:  # noqa: BLE001  # whatever it was, the next turn must come
            _log.exception("job_failed", job=job.name)
        await asyncio.sleep(job.seconds)


class SecurityHeaders:
    """Adds the headers that every answer carries."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *HEADERS.items()]
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)


async def _gone(_: Request, __: Exception) -> Response:
    """Who left before the question was whole hears nothing; that is no fault of the server."""
    return Response(status_code=400)


def _refusal_response(request: Request, refusal: Refusal, **headers: str) -> Response:
    language = preferred_language(request.headers.get("accept-language")) or "ca"
    content = {"userErrors": [user_error(refusal, language)]}
    return JSONResponse(content, status_of(refusal), headers={"cache-control": "no-store", **headers})


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refusal)
    return _refusal_response(request, error)


async def _too_large(request: Request, error: Exception) -> Response:
    assert isinstance(error, BodyTooLarge)
    return _refusal_response(request, LimitExceeded("body_too_large", limit=error.limit))


async def _bad_credential(request: Request, _: Exception) -> Response:
    challenge = {"www-authenticate": 'Bearer error="invalid_token"'}
    return _refusal_response(request, Unauthenticated("token_invalid"), **challenge)


async def _foreign_page(request: Request, _: Exception) -> Response:
    return _refusal_response(request, Forbidden("foreign_page"))


REFUSALS: Mapping[type[Exception], Callable[[Request, Exception], Awaitable[Response]]] = {
    Refusal: _refused,
    BodyTooLarge: _too_large,
    BadCredential: _bad_credential,
    ForeignPage: _foreign_page,
    ClientDisconnect: _gone,
}
"""What is answered where a door refuses."""
