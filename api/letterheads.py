"""An organization's mark: in as a PNG that is looked into, out as a picture for its papers' preview."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from api.errors import user_error
from api.identity import identify, refuse_foreign_page
from api.languages import preferred_language
from api.limits import read_body
from api.state import database_of, settings_of
from positions.errors import Code, Refusal
from positions.letterheads import LOGO_MEDIA_TYPE, MAX_LOGO_BYTES, demand_keeper
from positions.queries.letterheads import logo_in
from positions.services.letterheads import SetLogo, set_logo

_SLACK = 1024
"""So much more is read that a file over the limit is refused by name."""


async def change_logo(request: Request) -> Response:
    """Set the mark (PUT) or take it away (DELETE); refusals are data, but for a body over the limit (413)."""
    database = database_of(request)
    actor = (await identify(request, database)).actor
    if actor.session_hash is not None:
        refuse_foreign_page(request, settings_of(request).base_url)
    code, acting = request.path_params["code"], request.query_params.get("organizationCode")
    try:
        demand_keeper(actor, code, acting)
        content = await read_body(request, MAX_LOGO_BYTES + _SLACK) if request.method == "PUT" else None
        async with database.write() as work:
            row = await set_logo(work, actor, SetLogo(code, content, acting))
    except Refusal as refusal:
        language = preferred_language(request.headers.get("accept-language")) or actor.locale
        status = 413 if refusal.code is Code.LIMIT_EXCEEDED else 200
        return JSONResponse({"letterhead": None, "userErrors": [user_error(refusal, language)]}, status)
    shown = {"lines": row.lines, "hasLogo": row.logo is not None}
    return JSONResponse({"letterhead": shown, "userErrors": []})


async def show_logo(request: Request) -> Response:
    """The mark as a picture."""
    async with database_of(request).read() as session:
        content = await logo_in(session, request.path_params["code"])
    headers = {"content-security-policy": "sandbox; default-src 'none'", "cache-control": "private, no-cache"}
    return Response(content, media_type=LOGO_MEDIA_TYPE, headers=headers)


routes = [
    Route("/organizations/{code}/letterhead/logo", show_logo, methods=["GET"]),
    Route("/organizations/{code}/letterhead/logo", change_logo, methods=["PUT", "DELETE"]),
]
