"""GraphQL over HTTP: from a request to its parameters, and from its Accept header to the media type of the answer."""

import asyncio
from dataclasses import dataclass, field, replace
from http import HTTPStatus

import orjson
from starlette.requests import Request

from api.graphql.surrogates import read_with_surrogates
from api.limits import EDIT_BODY, GRAPHQL_BODY, is_too_deep, read_body

JSON = "application/json"
GRAPHQL_JSON = "application/graphql-response+json"
EVENT_STREAM = "text/event-stream"
_OFFERED = (GRAPHQL_JSON, JSON, EVENT_STREAM)


class RequestRefused(Exception):
    """The request is none that GraphQL over HTTP knows: a status and a sentence."""

    def __init__(self, status: HTTPStatus, sentence: str, **headers: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence
        self.headers = headers


@dataclass(frozen=True)
class Parameters:
    """What a request asks to be run."""

    query: str
    operation_name: str | None = None
    variables: dict[str, object] = field(default_factory=dict)
    is_large: bool = False
    has_surrogates: bool = False
    """Whether the variables hold lone surrogates: only a mutation is run then, and names the field."""


def negotiate(accept: str | None) -> str:
    """The media type to answer in; plain JSON when the client does not say; 406 when it takes none of ours."""
    if not accept:
        return JSON
    best = ("", 0.0)
    for part in accept.split(","):
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        charsets = [piece.partition("=")[2] for piece in parameters if piece.startswith("charset=")]
        if any(charset.strip('"') not in {"utf-8", "utf8"} for charset in charsets):
            continue
        offered = _offered(name)
        quality = _quality(parameters)
        if offered and quality > best[1]:
            best = (offered, quality)
    if not best[0]:
        raise RequestRefused(HTTPStatus.NOT_ACCEPTABLE, f"Answers come as {', '.join(_OFFERED)}.")
    return best[0]


async def read_parameters(request: Request, *, may_be_large: bool) -> Parameters:
    """The parameters of a GET or a POST; RequestRefused or BodyTooLarge when they cannot be read."""
    if request.method == "GET":
        return _parameters(
            {
                name: _loads(value) if name in {"variables", "extensions"} and value else value or None
                for name, value in request.query_params.items()
            }
        )
    if request.method != "POST":
        raise RequestRefused(
            HTTPStatus.METHOD_NOT_ALLOWED, "GraphQL is asked by GET or POST.", allow="GET, POST"
        )
    name, *parameters = (
        piece.strip().lower() for piece in request.headers.get("content-type", "").split(";")
    )
    if name != JSON or any(
        piece.startswith("charset=") and piece[8:].strip('"') not in {"utf-8", "utf8"} for piece in parameters
    ):
        raise RequestRefused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"A body is {JSON}, in UTF-8.")
    body = await read_body(request, EDIT_BODY if may_be_large else GRAPHQL_BODY)
    try:
        content = _loads(body)
    except RequestRefused:
        content = await asyncio.to_thread(read_with_surrogates, body)
        if content is None:
            raise
        return replace(_parameters(_shallow(content)), is_large=len(body) > GRAPHQL_BODY, has_surrogates=True)
    return _parameters(content, is_large=len(body) > GRAPHQL_BODY)


def _loads(body: bytes | str) -> object:
    try:
        content = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise RequestRefused(HTTPStatus.BAD_REQUEST, "The JSON cannot be read.") from error
    return _shallow(content)


def _shallow(content: object) -> object:
    if is_too_deep(content):
        raise RequestRefused(HTTPStatus.BAD_REQUEST, "The JSON is nested too deeply.")
    return content


def _parameters(content: object, *, is_large: bool = False) -> Parameters:
    if not isinstance(content, dict):
        raise RequestRefused(HTTPStatus.BAD_REQUEST, "A request is one JSON object; there is no batching.")
    query, name = content.get("query"), content.get("operationName")
    variables, extensions = content.get("variables"), content.get("extensions")
    if not isinstance(query, str) or not query:
        raise RequestRefused(HTTPStatus.BAD_REQUEST, "`query` must be a text.")
    if not isinstance(name, str | None):
        raise RequestRefused(HTTPStatus.BAD_REQUEST, "`operationName` must be a text.")
    if not isinstance(variables, dict | None):
        raise RequestRefused(HTTPStatus.BAD_REQUEST, "`variables` must be an object.")
    if not isinstance(extensions, dict | None):
        raise RequestRefused(HTTPStatus.BAD_REQUEST, "`extensions` must be an object.")
    return Parameters(query, name, variables or {}, is_large)


def _offered(name: str) -> str | None:
    if name in {"*/*", "application/*"}:
        return JSON
    return name if name in _OFFERED else None


def _quality(parameters: list[str]) -> float:
    given = next((piece[2:] for piece in parameters if piece.startswith("q=")), "1")
    try:
        return float(given)
    except ValueError:
        return 0.0
