"""GraphQL over WebSocket (graphql-transport-ws), and streams over SSE.

Each operation of a connection gets surroundings of its own: a snapshot is never shared, and rights are looked up afresh,
so that a session that was ended elsewhere does nothing more on a connection that is still open.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing
from functools import partial
from json import JSONDecodeError
from typing import Any

import orjson
import strawberry
from graphql import GraphQLError, GraphQLSchema
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket
from strawberry.asgi import ASGIWebSocketAdapter, GraphQL
from strawberry.exceptions import ConnectionRejectionError
from strawberry.http.streaming import SSETransport, merge_stream_with_heartbeat
from strawberry.schema.schema import StreamResult
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL
from strawberry.types.execution import ExecutionResult, PreExecutionError
from strawberry.types.unset import UNSET, UnsetType

from api.graphql.context import Context
from api.identity import BadCredential, identify, identify_bearer
from api.languages import preferred_language
from api.limits import GRAPHQL_BODY, is_too_deep
from api.settings import Settings
from positions.errors import Unauthenticated
from positions.messages.catalogue import message
from positions.publishing.press import Press
from positions.services.unit_of_work import Database

MAX_OPERATIONS = 20
"""How many operations one connection may run at a time."""


class Schema(strawberry.Schema):
    """The schema; on a connection that stays open every operation gets surroundings of its own."""

    @property
    def core(self) -> GraphQLSchema:
        """The schema as graphql-core knows it."""
        return self._schema

    async def stream(self, query: str | None, *args: Any, **kwargs: Any) -> StreamResult:
        """Run an operation and stream its answers. Nothing is opened before the first answer is asked for."""
        context: Context = kwargs["context_value"].fork()
        run = partial(super().stream, query, *args, **{**kwargs, "context_value": context})
        return _answers(run, context)

    def process_errors(self, errors: object, execution_context: object = None) -> None:
        """Nothing: bugs are logged where they are masked, and refusals are no events."""


async def _answers(run: Callable[[], Awaitable[StreamResult]], context: Context) -> StreamResult:
    try:
        await context.renew()
        async with aclosing(await run()) as results:
            async for result in results:
                await context.refresh()  # whoever takes the answer slowly holds no connection to the database
                yield result
    except BadCredential:
        refusal = Unauthenticated("token_invalid")
        text = message(refusal.reason, context.language)
        yield PreExecutionError(
            data=None, errors=[GraphQLError(text, extensions={"code": refusal.code.value})]
        )
    finally:
        await context.end()


class SocketAdapter(ASGIWebSocketAdapter):
    """Sends text frames: clients refuse GraphQL in binary ones."""

    async def send_json(self, message: object) -> None:
        """Send one message."""
        await self.ws.send_text(orjson.dumps(message).decode())


class SocketView(GraphQL[Context, None]):
    """`/graphql` as a WebSocket. A page of another origin is refused, since browsers send cookies along."""

    websocket_adapter_class = SocketAdapter

    def __init__(self, schema: Schema, database: Database, settings: Settings, press: Press) -> None:
        super().__init__(
            schema,
            graphql_ide=None,
            subscription_protocols=(GRAPHQL_TRANSPORT_WS_PROTOCOL,),
            max_subscriptions_per_connection=MAX_OPERATIONS,
            allowed_origins=(settings.base_url,),
        )
        self.database = database
        self.settings = settings
        self.press = press

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        socket = WebSocket(scope, receive, send)
        try:
            identity = await identify(socket, self.database)
        except BadCredential:
            await socket.send_denial_response(Response(status_code=401))
            return
        language = preferred_language(socket.headers.get("accept-language"))
        await self.run(socket, context=Context(self.database, self.settings, identity, language, self.press))

    def decode_json(self, data: str | bytes) -> object:
        """One message, read as strictly as a body is: no lone surrogates, no size or depth without end."""
        if len(data) > GRAPHQL_BODY:
            raise JSONDecodeError("too large: whole texts are sent by POST", "", 0)
        content = orjson.loads(data)
        if is_too_deep(content):
            raise JSONDecodeError("nested too deeply", "", 0)
        return content

    async def on_ws_connect(self, context: Context) -> UnsetType | dict[str, object] | None:
        """Take the token of `connection_init`, if there is one."""
        parameters = context.connection_params or {}
        authorization = parameters.get("Authorization", parameters.get("authorization"))
        if authorization is not None:
            try:
                context.identity = await identify_bearer(str(authorization), self.database)
            except BadCredential:
                raise ConnectionRejectionError from None
            context.actor = context.identity.actor
        nothing: UnsetType = UNSET
        return nothing


def event_stream(results: StreamResult) -> StreamingResponse:
    """The answers of an operation as server-sent events."""
    transport = SSETransport()

    async def told() -> AsyncIterator[str]:
        async for result in results:
            assert isinstance(result, ExecutionResult)
            yield transport.encode_event("next", orjson.dumps(response_body(result)).decode())
        yield transport.encode_complete()

    stream = merge_stream_with_heartbeat(
        told,  # type: ignore[arg-type]  # an async generator, which its annotation does not say
        lambda: transport.encode_comment("ping"),
        transport.heartbeat_interval,
        send_initial_heartbeat=False,
    )
    return StreamingResponse(stream(), headers=dict(transport.headers))


def response_body(result: ExecutionResult, *, with_data: bool = True) -> dict[str, object]:
    """A GraphQL response as JSON values; a request error has no `data` at all."""
    body: dict[str, object] = {}
    if result.errors:
        body["errors"] = [error.formatted for error in result.errors]
    if with_data:
        body["data"] = result.data
    if result.extensions:
        body["extensions"] = result.extensions
    return body
