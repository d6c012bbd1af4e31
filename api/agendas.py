"""A member's deadlines at a private address: whoever has it sees what its member may see now, and nobody signs in."""

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from api.sharing import shared, site_of
from api.state import database_of
from positions.errors import NotFound
from positions.publishing.agendas import agenda
from positions.queries.agendas import agenda_of
from positions.services.sessions import hash_secret

PRIVATE = {
    "cache-control": "private, max-age=900",
    "content-disposition": 'inline; filename="posicions.ics"',
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex",
}


async def deadlines(request: Request) -> Response:
    """The calendar behind a secret; 404 when it is nobody's, 304 for who has it already."""
    database = database_of(request)
    async with database.read() as session:
        found = await agenda_of(session, hash_secret(request.path_params["secret"]), database.clock())
    if found is None:
        raise NotFound("calendar_link_unknown")
    body = await anyio.to_thread.run_sync(agenda, found, site_of(request))
    answer = shared(request, body, "text/calendar", {"content-language": found.language, **PRIVATE})
    # Unlike the public doors, no other site's page may read this one.
    del answer.headers["access-control-allow-origin"]
    return answer


routes: list[BaseRoute] = [Route("/calendari/{secret}.ics", deadlines)]
