"""Networks between a browser and the server that let no WebSocket through, each in a way of its own."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import ASGIApp
from starlette.websockets import WebSocket, WebSocketDisconnect

METHODS = ["GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS"]
_OWN = {"content-length", "content-encoding", "transfer-encoding", "connection"}


async def refuse(socket: WebSocket) -> None:
    """Say no, as a proxy does that knows no upgrades."""
    await socket.send_denial_response(Response("Upgrades are not supported.", 501))


async def swallow(socket: WebSocket) -> None:
    """Take everything and pass nothing on."""
    await socket.accept()
    try:
        while True:
            await socket.receive_bytes()
    except WebSocketDisconnect:
        return


def proxy(upstream: str, meet: Callable[[WebSocket], object]) -> Callable[[str], ASGIApp]:
    """A proxy that passes an answer on when it has all of it, and meets sockets in this way."""
    client = httpx.AsyncClient(base_url=upstream, timeout=60)

    async def pass_on(request: Request) -> Response:
        answer = await client.request(
            request.method,
            str(request.url.replace(scheme="", netloc="")),
            headers=request.headers.raw,
            content=await request.body(),
        )
        headers = {name: value for name, value in answer.headers.multi_items() if name not in _OWN}
        return Response(answer.content, answer.status_code, headers)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with client:
            yield

    routes = [WebSocketRoute("/{path:path}", meet), Route("/{path:path}", pass_on, methods=METHODS)]
    app = Starlette(routes=routes, lifespan=lifespan)
    return lambda _: app
