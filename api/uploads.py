"""A file that comes in: as the body itself, named by `X-Filename`, or as the part `file` of a form."""

from urllib.parse import unquote

from starlette.datastructures import UploadFile
from starlette.requests import Request

from api.limits import read_body
from positions.errors import Invalid

FORM = "multipart/form-data"
_FORM_OVERHEAD = 64 * 1024


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
