"""Closing reports out, as files with stable addresses."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.exports import file_headers
from api.identity import identify
from api.state import database_of, settings_of
from positions.errors import NotFound
from positions.publishing.furniture import LANGUAGES
from positions.publishing.papers import form_of
from positions.publishing.report_files import report_file
from positions.queries.access import see_position
from positions.queries.reports import Occasion, report_of


async def show_report(request: Request) -> Response:
    """The closing report in a language of the interface, as a file in one of the forms a paper has."""
    form, language = form_of(request.path_params["form"]), request.path_params["language"]
    if language not in LANGUAGES:
        raise NotFound("report_unknown", ["language"])
    database = database_of(request)
    actor = (await identify(request, database)).actor
    occasion = Occasion(language, database.clock(), settings_of(request).is_demo)
    async with database.read() as session:
        access = await see_position(session, actor, request.path_params["reference"])
        report = await report_of(session, access, occasion)
    made = await request.app.state.press.make(report_file, report, form)
    return Response(made.content, media_type=made.media_type, headers=file_headers(made, form))


routes = [Route("/positions/{reference}/{language}/report.{form}", show_report)]
