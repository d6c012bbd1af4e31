"""What is printed beside the text: the amendments in two columns, and a closed round's certificate."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.exports import as_download
from api.identity import identify
from api.state import database_of, settings_of
from positions.languages import language_tag
from positions.publishing.papers import PaperFile, amendments_file, certificate_file, form_of
from positions.queries.access import see_position
from positions.queries.amendment_tables import amendment_table
from positions.queries.certificates import certificate_of


async def show_amendments(request: Request) -> Response:
    """A paper's amendments as PDF or Word, in the language asked for, else the original's."""
    form = form_of(request.path_params["form"])
    database = database_of(request)
    actor = (await identify(request, database)).actor
    async with database.read() as session:
        access = await see_position(session, actor, request.path_params["reference"])
        table = await amendment_table(
            session, access, _language(request), is_fiction=settings_of(request).is_demo
        )
    return _response(await request.app.state.press.make(amendments_file, table, form))


async def show_certificate(request: Request) -> Response:
    """A closed round's certificate."""
    database = database_of(request)
    actor = (await identify(request, database)).actor
    async with database.read() as session:
        access = await see_position(session, actor, request.path_params["reference"])
        certificate = await certificate_of(
            session,
            access,
            int(request.path_params["number"]),
            _language(request),
            is_fiction=settings_of(request).is_demo,
        )
    return _response(await request.app.state.press.make(certificate_file, certificate))


def _language(request: Request) -> str | None:
    """The language asked for in the address (`?language=en`)."""
    asked = request.query_params.get("language")
    return language_tag(asked, ["language"]) if asked else None


def _response(made: PaperFile) -> Response:
    headers = {"cache-control": "private, no-cache", **as_download(made)}
    return Response(made.content, media_type=made.media_type, headers=headers)


routes = [
    Route("/positions/{reference}/amendments.{form}", show_amendments),
    Route("/positions/{reference}/rounds/{number:int}/certificate.pdf", show_certificate),
]
