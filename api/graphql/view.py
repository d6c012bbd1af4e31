"""`/graphql` over HTTP, as the GraphQL-over-HTTP specification has it.

What goes wrong before execution is a request error: no `data`, and status 400 under `application/graphql-response+json`
(200 under plain JSON, but for requests that cannot be read). Every error, of transport too, is a GraphQL error body.
"""

import json
from collections.abc import Mapping
from http import HTTPStatus

import orjson
from graphql import FieldNode, GraphQLError, OperationDefinitionNode
from graphql import OperationType as GraphQLOperation
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types.execution import ExecutionResult
from strawberry.types.graphql import OperationType

from api.graphql.context import Context
from api.graphql.masking import is_internal, mask
from api.graphql.preparation import prepare
from api.graphql.requests import (
    EVENT_STREAM,
    GRAPHQL_JSON,
    JSON,
    Parameters,
    RequestRefused,
    negotiate,
    read_parameters,
)
from api.graphql.subscriptions import Schema, event_stream, response_body
from api.identity import BadCredential, ForeignPage, identify, refuse_foreign_page
from api.languages import preferred_language
from api.limits import GRAPHQL_BODY, BodyTooLarge
from api.settings import Settings
from positions.publishing.press import Press
from positions.services.unit_of_work import Database

LARGE_FIELDS = frozenset({"editDraft", "correctText"})
"""The mutations whose bodies may be large: a whole text is sent."""

_FRESH = {"cache-control": "no-store"}  # an answer to a GET is its reader's alone
_ALLOWED = {"GET": {OperationType.QUERY}, "POST": {OperationType.QUERY, OperationType.MUTATION}}


class GraphQLView:
    """Answers GET and POST; a GET runs queries only."""

    def __init__(self, schema: Schema, database: Database, settings: Settings, press: Press) -> None:
        self.schema = schema
        self.database = database
        self.settings = settings
        self.press = press

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        request = Request(scope, receive)
        response = await self.respond(request)
        await response(scope, receive, send)

    async def respond(self, request: Request) -> Response:
        """The answer to one request."""
        media = JSON
        try:
            media = negotiate(request.headers.get("accept"))
            context = await self._open(request)
            parameters = await read_parameters(request, may_be_large=not context.actor.is_anonymous)
            if parameters.is_large and not self._may_be_large(parameters):
                raise BodyTooLarge(GRAPHQL_BODY)
            if parameters.has_surrogates and not self._is_mutation(parameters):
                raise RequestRefused(HTTPStatus.BAD_REQUEST, "A text holds a lone surrogate.")
            if media == EVENT_STREAM:
                return await self._stream(request, parameters, context)
            return await self._answer(request, parameters, context, media)
        except RequestRefused as refused:
            return failure(refused.status, refused.sentence, media, headers=refused.headers)
        except BodyTooLarge as large:
            sentence = f"The body is larger than {large.limit} bytes."
            return failure(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, sentence, media, code="LIMIT_EXCEEDED")
        except BadCredential:
            headers = {"www-authenticate": 'Bearer error="invalid_token"'}
            sentence = "The token is unknown, has expired or was revoked."
            return failure(HTTPStatus.UNAUTHORIZED, sentence, media, code="UNAUTHENTICATED", headers=headers)
        except ForeignPage:
            sentence = (
                "A page of another origin may not act with a reader's session; our own send X-Positions: 1."
            )
            return failure(HTTPStatus.FORBIDDEN, sentence, media, code="FORBIDDEN")

    async def _open(self, request: Request) -> Context:
        identity = await identify(request, self.database)
        if request.method == "POST" and identity.actor.session_hash is not None:
            refuse_foreign_page(request, self.settings.base_url)
        language = preferred_language(request.headers.get("accept-language"))
        return Context(self.database, self.settings, identity, language, self.press)

    def _operation(self, parameters: Parameters) -> OperationDefinitionNode | None:
        try:
            return prepare(self.schema.core, parameters.query).operation(parameters.operation_name)
        except GraphQLError:
            return None

    def _is_mutation(self, parameters: Parameters) -> bool:
        operation = self._operation(parameters)
        return operation is not None and operation.operation is GraphQLOperation.MUTATION

    def _may_be_large(self, parameters: Parameters) -> bool:
        operation = self._operation(parameters)
        selected = operation.selection_set.selections if operation else ()
        return bool(selected) and all(
            isinstance(node, FieldNode) and node.name.value in LARGE_FIELDS for node in selected
        )

    async def _answer(
        self, request: Request, parameters: Parameters, context: Context, media: str
    ) -> Response:
        try:
            result = await self.schema.execute(
                parameters.query,
                variable_values=parameters.variables,
                context_value=context,
                operation_name=parameters.operation_name,
                allowed_operation_types=_ALLOWED[request.method],
            )
            result.errors = [mask(error, context.language) for error in result.errors or ()]
            return _respond(result, media)
        except CannotGetOperationTypeError as error:
            raise RequestRefused(HTTPStatus.BAD_REQUEST, error.as_http_error_reason()) from error
        except InvalidOperationTypeError as error:
            raise _not_by_this_door(error) from error
        finally:
            await context.end()

    async def _stream(self, request: Request, parameters: Parameters, context: Context) -> Response:
        return event_stream(
            await self.schema.stream(
                parameters.query,
                variable_values=parameters.variables,
                context_value=context,
                operation_name=parameters.operation_name,
                allowed_operation_types={*_ALLOWED[request.method], OperationType.SUBSCRIPTION},
            )
        )


def failure(
    status: HTTPStatus,
    sentence: str,
    media: str = JSON,
    *,
    code: str = "INVALID",
    headers: Mapping[str, str] | None = None,
) -> Response:
    """A transport error as a GraphQL error body."""
    error = GraphQLError(sentence, extensions={"code": code})
    body = orjson.dumps({"errors": [error.formatted]})
    shown = JSON if media == EVENT_STREAM else media
    return Response(body, status, {**_FRESH, **(headers or {})}, media_type=f"{shown}; charset=utf-8")


def _not_by_this_door(error: InvalidOperationTypeError) -> RequestRefused:
    if error.operation_type is OperationType.SUBSCRIPTION:
        sentence = "A subscription is answered as text/event-stream, or over a WebSocket."
        return RequestRefused(HTTPStatus.NOT_ACCEPTABLE, sentence)
    return RequestRefused(HTTPStatus.METHOD_NOT_ALLOWED, "A mutation is sent by POST.", allow="POST")


def _respond(result: ExecutionResult, media: str) -> Response:
    errors = result.errors or []
    # Errors of fields have a path; without any, nothing was executed.
    was_executed = result.data is not None or any(error.path for error in errors)
    status = HTTPStatus.OK
    if not was_executed:
        if is_internal(errors):
            status = HTTPStatus.INTERNAL_SERVER_ERROR
        elif media == GRAPHQL_JSON:
            status = HTTPStatus.BAD_REQUEST
    body = _written(response_body(result, with_data=was_executed))
    return Response(body, status, _FRESH, media_type=f"{media}; charset=utf-8")


def _written(content: object) -> bytes:
    try:
        return orjson.dumps(content)
    except orjson.JSONEncodeError:  # an error repeats a name that the client spelt with a lone surrogate
        return json.dumps(content).encode()
