"""Is the server alive, is it ready, and what does it count."""

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from api.state import database_of
from positions.services.upkeep import is_ready


async def alive(_: Request) -> Response:
    """The process answers."""
    return PlainTextResponse("ok\n")


async def ready(request: Request) -> Response:
    """The database is reachable and migrated; 503 otherwise."""
    is_up = await is_ready(database_of(request))
    return JSONResponse({"ready": is_up}, status_code=200 if is_up else 503)


async def metrics(_: Request) -> Response:
    """Everything counted, for Prometheus."""
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


routes: list[BaseRoute] = [
    Route("/healthz", alive),
    Route("/readyz", ready),
    Route("/metrics", metrics),
]
