"""What every public door has in common: the site's name, the reader's language, and answers that caches may keep for a while.

These doors answer everybody alike: nobody is asked who they are, so nothing of a signed-in reader can be kept or shown.
"""

import hashlib
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response

from api.languages import preferred_language
from api.settings import Settings
from api.state import settings_of
from positions.data.tables import LANGUAGES
from positions.publishing.sites import Site

A_WHILE = "public, max-age=300"


def site_of(request: Request) -> Site:
    """The public site as this server is set up."""
    return site_in(settings_of(request))


def site_in(settings: Settings) -> Site:
    """The public site of these settings."""
    return Site(settings.base_url, is_fiction=settings.is_demo, contact=settings.contact_email)


def asked_language(request: Request) -> str:
    """The language that the address asks for, else Catalan: an address answers the same to everybody."""
    asked = request.query_params.get("language", "")
    return asked if asked in LANGUAGES else LANGUAGES[0]


def read_language(request: Request) -> str:
    """The language to greet a reader in: the address's, else the browser's, else Catalan."""
    asked = request.query_params.get("language", "")
    told = preferred_language(request.headers.get("accept-language"))
    return asked if asked in LANGUAGES else told or LANGUAGES[0]


def shared(
    request: Request, body: bytes, media_type: str, headers: Mapping[str, str] | None = None
) -> Response:
    """An answer for everybody, named by its content: 304 for who has it already."""
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    told = {
        "etag": tag,
        "cache-control": A_WHILE,
        "access-control-allow-origin": "*",
        **(headers or {}),
    }
    if is_known(request, tag):
        return Response(status_code=304, headers=told)
    return Response(body, media_type=media_type, headers=told)


def is_known(request: Request, tag: str) -> bool:
    """Whether the client says that it has this answer."""
    known = [part.strip().removeprefix("W/") for part in request.headers.get("if-none-match", "").split(",")]
    return "*" in known or tag.removeprefix("W/") in known
