"""Open data: every published position as tables and records, the catalogue that describes them, all under CC BY 4.0."""

import hashlib
from collections.abc import AsyncIterator, Callable
from datetime import datetime
from importlib.metadata import version

import orjson
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from api.sharing import A_WHILE, is_known, shared, site_of
from api.state import database_of
from positions.data.datasets import read_datasets
from positions.deadlines import day_of
from positions.errors import NotFound
from positions.organizations import OrganizationKind
from positions.publications import Body, Publication
from positions.publishing.catalogue import catalogue, tables
from positions.publishing.linked_data import Profile
from positions.publishing.open_data import TABLES, head_line, lines, organization_row, record
from positions.publishing.sites import LICENCE, Site
from positions.queries.facets import public_facets
from positions.queries.organizations import OrganizationFilter, figures_on, list_organizations
from positions.queries.pages import Window
from positions.queries.publications import PAGE, Mark, public_mark, publication_page
from positions.services.unit_of_work import Database

CSV = "text/csv; charset=utf-8; header=present"
JSON = "application/json"
LINKED = "application/ld+json"
MOST_ORGANIZATIONS = 1_000
_MADE_BY = version("positions")


async def table(request: Request) -> Response:
    """One table as CSV, a page of positions at a time."""
    name, site, database = request.path_params["table"], site_of(request), database_of(request)
    if name not in read_datasets():
        raise NotFound("table_unknown", ["table"])
    if name not in TABLES:
        return shared(request, (await _organizations(database, site)).encode(), CSV, _as_file(f"{name}.csv"))

    async def told() -> AsyncIterator[str]:
        yield head_line(name)
        async for page in _pages(database):
            yield lines(name, (row for one in page for row in TABLES[name](one, site)))

    return await _streamed(request, told, CSV, f"{name}.csv")


async def positions(request: Request) -> Response:
    """All published positions as one JSON document."""
    site, database = site_of(request), database_of(request)

    async def told() -> AsyncIterator[str]:
        opening = {"licence": LICENCE, "source": site.address("/open-data"), "isFictional": site.is_fiction}
        yield orjson.dumps(opening).decode().removesuffix("}") + ',"positions":['
        mark = ""
        async for page in _pages(database):
            for one in page:
                yield mark + orjson.dumps(record(one, site)).decode()
                mark = ","
        yield "]}\n"

    return await _streamed(request, told, JSON, "positions.json")


async def show_catalogue(request: Request) -> Response:
    """What data there are, for catalogues of data."""
    return await _described(request, lambda site, mark: catalogue(site, mark.changed_at))


async def show_tables(request: Request) -> Response:
    """What each column holds."""
    return await _described(request, lambda site, _: tables(site))


async def _described(request: Request, describe: Callable[[Site, Mark], object]) -> Response:
    async with database_of(request).read() as session:
        mark = await public_mark(session)
    return shared(request, orjson.dumps(describe(site_of(request), mark)), LINKED)


async def _pages(database: Database) -> AsyncIterator[list[Publication]]:
    """All that is published, each page in a snapshot of its own: a slow reader holds none open."""
    window = Window(PAGE)
    while True:
        async with database.read() as session:
            page = await publication_page(session, window)
        yield page.rows
        if not page.has_next:
            return
        window = Window(PAGE, page.keys[-1])


async def _organizations(database: Database, site: Site) -> str:
    async with database.read() as session:
        found = await list_organizations(session, OrganizationFilter(), Window(MOST_ORGANIZATIONS))
        figures = await figures_on(session, day_of(database.clock()))
        facets = await public_facets(session)
    signed = {row.code: count for row, count in facets.organizations}
    profiles = (
        Profile(
            Body(row.code, row.name, OrganizationKind(row.kind)),
            row.comarca,
            figures[row.id].population if row.id in figures else None,
            figures[row.id].seats if row.id in figures else None,
        )
        for row in found.rows
    )
    rows = (organization_row(one, signed.get(one.body.code, 0), site) for one in profiles)
    return head_line("organizations") + lines("organizations", rows)


async def _streamed(
    request: Request, told: Callable[[], AsyncIterator[str]], media_type: str, name: str
) -> Response:
    """A document made while it is read; its tag is made of what it would be made from."""
    async with database_of(request).read() as session:
        mark = await public_mark(session)
    headers = {**_as_file(name), "etag": _tag(mark, name, site_of(request)), "cache-control": A_WHILE}
    headers["access-control-allow-origin"] = "*"
    if mark.changed_at is not None:
        headers["last-modified"] = mark.changed_at.strftime("%a, %d %b %Y %H:%M:%S GMT")
    if is_known(request, headers["etag"]):
        return Response(status_code=304, headers=headers)
    return StreamingResponse(told(), media_type=media_type, headers=headers)


def _tag(mark: Mark, name: str, site: Site) -> str:
    moment = mark.changed_at.isoformat() if isinstance(mark.changed_at, datetime) else ""
    made_from = "\n".join((_MADE_BY, name, site.base_url, str(site.is_fiction), str(mark.count), moment))
    return f'W/"{hashlib.sha256(made_from.encode()).hexdigest()[:32]}"'


def _as_file(name: str) -> dict[str, str]:
    return {
        "content-disposition": f'inline; filename="{name}"',
        "link": f'<{LICENCE}>; rel="license", </open-data/tables.jsonld>; rel="describedby"; type="{LINKED}"',
    }


routes: list[BaseRoute] = [
    Route("/open-data/catalogue.jsonld", show_catalogue),
    Route("/open-data/tables.jsonld", show_tables),
    Route("/open-data/positions.json", positions),
    Route("/open-data/{table}.csv", table),
]
