"""A file that comes in: as the body itself, named by `X-Filename`, or as the part `file` of a form; and what is answered."""

from collections.abc import Awaitable, Callable, Sequence
from urllib.parse import unquote

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from api.errors import user_error
from api.identity import identify, refuse_foreign_page
from api.languages import preferred_language
from api.limits import read_body
from api.state import database_of, settings_of
from positions.actors import Actor
from positions.errors import Code, Invalid, Refusal
from positions.services.unit_of_work import Database

Receive = Callable[[Request, Database, Actor], Awaitable[dict[str, object]]]

FORM = "multipart/form-data"
_FORM_OVERHEAD = 64 * 1024


async def answer(request: Request, receive: Receive, fields: Sequence[str]) -> Response:
    """Let a file be received and answer what came of it; refusals are data beside empty fields, but for a body over the limit (413)."""
    database = database_of(request)
    actor = (await identify(request, database)).actor
    if actor.session_hash is not None:
        refuse_foreign_page(request, settings_of(request).base_url)
    try:
        received = await receive(request, database, actor)
    except Refusal as refusal:
        language = preferred_language(request.headers.get("accept-language")) or actor.locale
        status = 413 if refusal.code is Code.LIMIT_EXCEEDED else 200
        return JSONResponse({**dict.fromkeys(fields), "userErrors": [user_error(refusal, language)]}, status)
    return JSONResponse({**received, "userErrors": []})


async def read_upload(request: Request, limit: int) -> tuple[str, str, bytes]:
    """The media type that the request claims, the file's name (empty where none is given), and its content."""
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != FORM:
        return media_type, unquote(request.headers.get("x-filename", "")), await read_body(request, limit)
    await _limit_form(request, limit)
    async with request.form(max_files=1, max_fields=8) as form:
        found = next((part for part in form.values() if isinstance(part, UploadFile)), None)
        if found is None:
            raise Invalid("file_missing", ["file"])
        return media_type, found.filename or "file", await found.read()


async def _limit_form(request: Request, limit: int) -> None:
    """Read a form's body within the limit; Starlette then parses it from memory."""
    request._body = await read_body(request, limit + _FORM_OVERHEAD)  # noqa: SLF001  # its only way to take a read body
