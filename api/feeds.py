"""Feeds for readers and calendars, and what search engines ask for."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from api.sharing import A_WHILE, asked_language, shared, site_of
from api.state import database_of
from positions.publications import Publication
from positions.publishing.calendars import calendar
from positions.publishing.feeds import Feed, atom
from positions.publishing.sites import Site
from positions.queries.facets import Facets, public_facets
from positions.queries.positions import PositionFilter
from positions.queries.publications import publications

MOST_ENTRIES = 50
MOST_DEADLINES = 500
MOST_ADDRESSES = 5_000
"""How many positions a feed, a calendar, and a site map show: the last published."""

PAGES = ("/", "/open-data", "/accessibilitat", "/privacitat")
"""The public pages that there are without any position."""

HIDDEN = ("/auth/", "/entra", "/graphql", "/live/", "/posicions", "/session")
"""What crawlers have no business with."""


async def feed(request: Request) -> Response:
    """The last published positions as an Atom feed; of a subject, an institution, a signatory or a year if asked."""
    database, site, language = database_of(request), site_of(request), asked_language(request)
    async with database.read() as session:
        found = await publications(session, filter_of(request), MOST_ENTRIES)
    query = f"?{request.url.query}" if request.url.query else ""
    told = Feed(site.address(f"/feed.atom{query}"), language, database.clock().replace(microsecond=0))
    body = await anyio.to_thread.run_sync(atom, found, told, site)
    return shared(request, body, "application/atom+xml", {"content-language": language})


async def deadlines(request: Request) -> Response:
    """The institutions' deadlines of published positions as a calendar."""
    async with database_of(request).read() as session:
        found = await publications(session, filter_of(request), MOST_DEADLINES)
    language = asked_language(request)
    body = calendar(found, language, site_of(request))
    return shared(request, body, "text/calendar", {"content-language": language})


async def site_map(request: Request) -> Response:
    """Every public page, for search engines."""
    site = site_of(request)
    async with database_of(request).read() as session:
        found = await publications(session, PositionFilter(), MOST_ADDRESSES)
        facets = await public_facets(session)
    body = "".join(_map(found, facets, site)).encode()
    return shared(request, body, "application/xml")


async def robots(request: Request) -> Response:
    """What crawlers may read; nothing of a demo, whose data are invented."""
    site = site_of(request)
    rules = ["Disallow: /"] if site.is_fiction else [f"Disallow: {path}" for path in HIDDEN]
    lines = ["User-agent: *", *rules, f"Sitemap: {site.address('/sitemap.xml')}"]
    return PlainTextResponse("\n".join(lines) + "\n", headers={"cache-control": A_WHILE})


def filter_of(request: Request) -> PositionFilter:
    """Which positions an address asks for; a name it does not know narrows nothing."""
    query = request.query_params
    year = query.get("year", "")
    return PositionFilter(
        search=query.get("search"),
        subject_codes=query.getlist("subject") or None,
        institution_codes=query.getlist("institution") or None,
        signatory_codes=query.getlist("organization") or None,
        adopted_in=int(year) if year.isdecimal() and len(year) <= 4 else None,
    )


def _map(found: Iterable[Publication], facets: Facets, site: Site) -> Iterable[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    for path in PAGES:
        yield _place(site.address(path))
    for one in found:
        yield _place(site.position(one.reference), one.adoption.changed_at.date().isoformat())
    for organization, _ in facets.organizations:
        yield _place(site.organization(organization.code))
    yield "</urlset>\n"


def _place(address: str, changed_on: str | None = None) -> str:
    changed = f"<lastmod>{changed_on}</lastmod>" if changed_on else ""
    return f"<url><loc>{escape(address)}</loc>{changed}</url>\n"


routes: list[BaseRoute] = [
    Route("/feed.atom", feed),
    Route("/deadlines.ics", deadlines),
    Route("/sitemap.xml", site_map),
    Route("/robots.txt", robots),
]
