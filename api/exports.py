"""Versions and comparisons out, as files with stable addresses."""

import asyncio

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from api.identity import identify
from api.state import settings_of
from positions.errors import NotFound, Unsupported
from positions.publishing.markdown import comparison_html, render
from positions.publishing.pages import page
from positions.queries.access import see_position
from positions.queries.documents import compare_versions, document_in, see_version
from positions.queries.versions import version_text
from positions.services.unit_of_work import Database

_HTML_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


async def show_version(request: Request) -> Response:
    """One version as Markdown or as a page of its own."""
    number, form = int(request.path_params["number"]), request.path_params["form"]
    reference, language = request.path_params["reference"], request.path_params["language"]
    if form not in ("md", "html"):
        raise Unsupported("export_form_unknown", form=form)
    text, digest = await _version(request, number)
    headers = {"etag": f'"{digest}"', "cache-control": "private, no-cache", "x-sha256": digest}
    if form == "md":
        return PlainTextResponse(text, media_type="text/markdown; charset=utf-8", headers=headers)
    body = await asyncio.to_thread(render, text)
    content = page(f"{reference} · {number}", language, body, is_fiction=settings_of(request).is_demo)
    return HTMLResponse(content, headers={**headers, "content-security-policy": _HTML_POLICY})


async def show_comparison(request: Request) -> Response:
    """What changed between two versions, as a page of its own."""
    database: Database = request.app.state.database
    parameters = request.path_params
    actor = (await identify(request, database)).actor
    async with database.read() as session:
        access = await see_position(session, actor, parameters["reference"])
        document = await document_in(session, access, parameters["language"])
        base = await see_version(session, access, document.id, int(parameters["base"]))
        head = await see_version(session, access, document.id, int(parameters["head"]))
        if base is None or head is None:
            raise NotFound("version_unknown", ["number"])
        made = await compare_versions(session, database.comparisons, base, head)
    body = await asyncio.to_thread(comparison_html, *made)
    title = f"{parameters['reference']} · {parameters['base']}…{parameters['head']}"
    content = page(title, parameters["language"], body, is_fiction=settings_of(request).is_demo)
    return HTMLResponse(
        content, headers={"content-security-policy": _HTML_POLICY, "cache-control": "private, no-cache"}
    )


async def _version(request: Request, number: int) -> tuple[str, str]:
    database: Database = request.app.state.database
    actor = (await identify(request, database)).actor
    async with database.read() as session:
        access = await see_position(session, actor, request.path_params["reference"])
        document = await document_in(session, access, request.path_params["language"])
        version = await see_version(session, access, document.id, number)
        if version is None:
            raise NotFound("version_unknown", ["number"], number=number)
        return await version_text(session, version), version.sha256


routes = [
    Route("/positions/{reference}/{language}/versions/{number:int}.{form}", show_version),
    Route("/positions/{reference}/{language}/comparison/{base:int}...{head:int}.html", show_comparison),
]
