"""Versions and comparisons out, as files with stable addresses."""

import hashlib
from dataclasses import dataclass, replace
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from api.identity import identify
from api.state import database_of, settings_of
from positions.comparison import Comparison
from positions.errors import NotFound
from positions.papers import Paper, Review
from positions.publishing.markdown import comparison_html
from positions.publishing.pages import page
from positions.publishing.papers import Form, PaperFile, comparison_file, form_of, paper_file
from positions.queries.access import see_position
from positions.queries.comments import remarks_on
from positions.queries.documents import compare_versions, document_in, see_version
from positions.queries.papers import paper_of, review_of
from positions.services.offload import offload

_HTML_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


async def show_version(request: Request) -> Response:
    """One version as a file in one of its forms: `Form` names them."""
    form = form_of(request.path_params["form"])
    paper = await _paper(request, int(request.path_params["number"]))
    made = await request.app.state.press.make(paper_file, paper, form)
    headers = {**file_headers(made, form), "x-sha256": paper.imprint.sha256}
    return Response(made.content, media_type=made.media_type, headers=headers)


def file_headers(made: PaperFile, form: Form) -> dict[str, str]:
    """What goes with a file: its content's tag, and how a browser shows or keeps it."""
    return {
        "etag": f'"{hashlib.sha256(made.content).hexdigest()}"',
        "cache-control": "private, no-cache",
        **({"content-security-policy": _HTML_POLICY} if form is Form.HTML else as_download(made)),
    }


def as_download(made: PaperFile) -> dict[str, str]:
    """How a browser keeps the file, and what the file lacks."""
    remark = {"x-positions-remark": quote(made.remark)} if made.remark else {}
    kind = "inline" if made.name.endswith((".pdf", ".md")) else "attachment"
    return {"content-disposition": f'{kind}; filename="{made.name}"', **remark}


async def show_comparison(request: Request) -> Response:
    """What changed between two versions, as a page of its own."""
    compared = await _compared(request)
    body = await offload(comparison_html, *compared.made, compared.review.numbers)
    title = f"{compared.review.reference} · {compared.review.base}…{compared.review.head}"
    content = page(title, compared.review.language, body, is_fiction=settings_of(request).is_demo)
    return HTMLResponse(
        content, headers={"content-security-policy": _HTML_POLICY, "cache-control": "private, no-cache"}
    )


async def show_tracked(request: Request) -> Response:
    """The same as a Word file with tracked changes, and what participants say of the later version as comments."""
    compared = await _compared(request, with_remarks=True)
    made: PaperFile = await request.app.state.press.make(comparison_file, *compared.made, compared.review)
    headers = {"cache-control": "private, no-cache", **as_download(made)}
    return Response(made.content, media_type=made.media_type, headers=headers)


@dataclass(frozen=True)
class _Compared:
    """A comparison with both texts, and what it is of."""

    made: tuple[Comparison, str, str]
    review: Review


async def _compared(request: Request, *, with_remarks: bool = False) -> _Compared:
    database = database_of(request)
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
        review = await review_of(session, access, base, head)
        if with_remarks:
            said = await remarks_on(session, database.drafts, access, document.id, made[2])
            review = replace(review, remarks=said)
        return _Compared(made, review)


async def _paper(request: Request, number: int) -> Paper:
    database = database_of(request)
    actor = (await identify(request, database)).actor
    async with database.read() as session:
        access = await see_position(session, actor, request.path_params["reference"])
        document = await document_in(session, access, request.path_params["language"])
        version = await see_version(session, access, document.id, number)
        if version is None:
            raise NotFound("version_unknown", ["number"], number=number)
        return await paper_of(session, access, version, is_fiction=settings_of(request).is_demo)


routes = [
    Route("/positions/{reference}/{language}/versions/{number:int}.{form}", show_version),
    Route("/positions/{reference}/{language}/comparison/{base:int}...{head:int}.html", show_comparison),
    Route("/positions/{reference}/{language}/comparison/{base:int}...{head:int}.docx", show_tracked),
]
