"""The web application: its built files, and its one page for every address that is none of the others.

Each page carries a fresh nonce; only what bears it may run or style. Built files have their content's hash in their
name and may be kept for ever.
"""

import gzip
import re
import secrets
from collections.abc import Mapping
from functools import lru_cache
from html import escape
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from api.heads import Head, fixed_head, written
from api.sharing import read_language, site_of
from api.state import settings_of

PLACEHOLDER = "__CSP_NONCE__"
HEAD = re.compile(r"<!-- head -->.*?<!-- /head -->", re.DOTALL)
"""What stands in the built page's head until it is known what the page shows."""

UNREAD = re.compile(r"<!-- unread -->.*?<!-- /unread -->", re.DOTALL)
"""What a reader without JavaScript gets of a page that shows nothing in particular."""

CONTACT = "__CONTACT_EMAIL__"
FOREVER = "public, max-age=31536000, immutable"
COMPRESSED = frozenset({"text/javascript", "text/css", "application/json", "image/svg+xml"})
LONGEST_NAME = 80
"""Signs of a built file's name at most: it has fewer bytes than any file system takes."""
AN_HOUR = "public, max-age=3600"
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self' 'nonce-{nonce}'",
        "style-src 'self' 'nonce-{nonce}'",
        "style-src-attr 'unsafe-inline'",  # editor and charts place things by style attributes
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "object-src 'none'",
    )
)


async def asset(request: Request) -> Response:
    """A built file whose name changes with its content, compressed where that helps and the browser takes it."""
    response = _file(settings_of(request).frontend / "assets", request.path_params["path"], FOREVER)
    takes_gzip = "gzip" in request.headers.get("accept-encoding", "")
    if not isinstance(response, FileResponse) or not takes_gzip or response.media_type not in COMPRESSED:
        return response
    path = Path(response.path)
    headers = {"cache-control": FOREVER, "content-encoding": "gzip", "vary": "accept-encoding"}
    return Response(_gzipped(path), headers=headers, media_type=response.media_type)


async def page(request: Request) -> Response:
    """The application's page, or one of the few files beside it."""
    folder = settings_of(request).frontend
    name = request.path_params["path"]
    if _may_be_file(name) and name and "/" not in name and name != "index.html" and (folder / name).is_file():
        return _file(folder, name, AN_HOUR)
    return application(request, fixed_head(f"/{name}", read_language(request), site_of(request)))


def application(
    request: Request,
    head: Head | None = None,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The application's page with the head of what it shows; never kept, as its nonce is for once."""
    index = settings_of(request).frontend / "index.html"
    if not index.is_file():
        return PlainTextResponse(
            "The web application has not been built: ./dev start builds it.\n", status_code=503
        )
    nonce = secrets.token_urlsafe(18)
    html = _read(index, index.stat().st_mtime_ns).replace(PLACEHOLDER, nonce)
    html = html.replace(CONTACT, escape(settings_of(request).contact_email))
    if head is not None:
        elements = written(head, nonce)
        html = HEAD.sub(lambda _: elements, html)
        html = html.replace('<html lang="ca"', f'<html lang="{head.language}"', 1)
        if head.unread:
            html = UNREAD.sub(lambda _: head.unread, html)
    told = {"content-security-policy": POLICY.format(nonce=nonce), "cache-control": "no-store"}
    if head is not None:
        told["vary"] = "accept-language"
    return HTMLResponse(html, status, headers={**told, **(headers or {})})


routes: list[BaseRoute] = [
    Route("/assets/{path:path}", asset),
    Route("/{path:path}", page),
]
"""The last of all routes: they take whatever is left."""


@lru_cache(maxsize=4)
def _read(index: Path, _: int) -> str:
    return index.read_text(encoding="utf-8")


@lru_cache(maxsize=256)
def _gzipped(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), mtime=0)


def _file(folder: Path, name: str, kept: str) -> Response:
    path = (folder / name).resolve() if _may_be_file(name) else folder
    if not path.is_relative_to(folder.resolve()) or not path.is_file():
        return PlainTextResponse("Not found\n", status_code=404)
    return FileResponse(path, headers={"cache-control": kept})


def _may_be_file(name: str) -> bool:
    """File systems stumble over other names."""
    return "\x00" not in name and len(name) <= LONGEST_NAME
