"""Stable addresses: a position and an organization as a page, as data, or as the adopted text, whichever the client takes.

What is not published answers like what does not exist; only a signed-in reader who may see it gets the page.
"""

from collections.abc import Callable, Mapping

import orjson
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from api.heads import LINKED, Link, organization_head, position_head, position_links
from api.identity import COOKIE, identify
from api.negotiation import negotiate
from api.pages import application
from api.sharing import read_language, shared, site_of
from api.state import database_of
from positions.deadlines import day_of
from positions.errors import NotFound
from positions.organizations import OrganizationKind
from positions.publications import Body, Publication
from positions.publishing.linked_data import FORMS, Profile, organization_data, position_data
from positions.publishing.open_data import organization_row, record, table_values
from positions.publishing.papers import Form
from positions.publishing.sites import Site
from positions.queries.organizations import NO_FIGURES, figures_on, find_organization
from positions.queries.positions import PositionFilter, find_position
from positions.queries.publications import find_publication, publications

HTML = "text/html"
JSON = "application/json"
VARIES = "accept, accept-language"

MOST_VOICES = 500
"""How many positions an organization's data tell of."""

TEXTS: Mapping[str, Form] = {FORMS[form]: form for form in (Form.MD, Form.PDF, Form.DOCX, Form.ODT)}
"""The files of the adopted text that may be asked for at the position's own address."""

POSITION_FORMS = (HTML, "application/xhtml+xml", LINKED, JSON, *TEXTS)
ORGANIZATION_FORMS = (HTML, "application/xhtml+xml", LINKED, JSON)


async def position(request: Request) -> Response:
    """A position in the form that the client takes."""
    publication = await _publication(request)
    wanted = negotiate(request.headers.get("accept"), POSITION_FORMS)
    if publication is None:
        if wanted not in POSITION_FORMS[:2]:
            raise NotFound("position_unknown", ["reference"])
        return application(request, status=200 if await _is_seen(request) else 404)
    site = site_of(request)
    links = position_links(publication, site)
    if wanted is None:
        return _refused(links)
    if wanted in POSITION_FORMS[:2]:
        head = position_head(publication, read_language(request), site)
        return application(request, head, headers={"link": _header(links), "vary": VARIES})
    return _elsewhere(_place(publication, wanted, request, site), links)


async def position_page(request: Request) -> Response:
    """A position's page at an address that is only a page."""
    publication = await _publication(request)
    if publication is None:
        return application(request, status=200 if await _is_seen(request) else 404)
    return application(request, position_head(publication, read_language(request), site_of(request)))


async def position_linked(request: Request) -> Response:
    """A published position as JSON-LD."""
    return await _data(request, position_data, LINKED)


async def position_record(request: Request) -> Response:
    """A published position with all its rows, as JSON."""
    return await _data(request, record, JSON)


async def organization(request: Request) -> Response:
    """An organization in the form that the client takes."""
    profile = await _profile(request)
    wanted = negotiate(request.headers.get("accept"), ORGANIZATION_FORMS)
    is_page = wanted in ORGANIZATION_FORMS[:2]
    if profile is None:
        if not is_page:
            raise NotFound("organization_unknown", ["code"])
        return application(request, status=404)
    address = site_of(request).organization(profile.body.code)
    links = (
        Link(f"{address}.jsonld", "alternate", LINKED),
        Link(f"{address}.json", "alternate", JSON),
    )
    if wanted is None:
        return _refused(links)
    if is_page:
        head = organization_head(profile, read_language(request), site_of(request))
        return application(request, head, headers={"link": _header(links), "vary": VARIES})
    return _elsewhere(next(link.address for link in links if link.media_type == wanted), links)


async def organization_linked(request: Request) -> Response:
    """An organization as JSON-LD."""
    profile = await _known_profile(request)
    return shared(request, orjson.dumps(organization_data(profile, site_of(request))), LINKED)


async def organization_record(request: Request) -> Response:
    """An organization and what it said of each published position, as JSON."""
    profile, site = await _known_profile(request), site_of(request)
    signed = sum(vote in one.adoption.signatories for one, vote in profile.voices)
    voices = [
        {
            "reference": one.reference,
            "url": site.position(one.reference),
            "choice": vote.choice if vote else None,
            "has_led": one.lead.code == profile.body.code,
            "adopted_on": one.adoption.adopted_on.isoformat(),
        }
        for one, vote in profile.voices
    ]
    told = {**table_values(organization_row(profile, signed, site)), "positions": voices}
    return shared(request, orjson.dumps(told), JSON)


async def _publication(request: Request) -> Publication | None:
    async with database_of(request).read() as session:
        return await find_publication(session, request.path_params["reference"])


async def _is_seen(request: Request) -> bool:
    """Whether the reader is signed in and may see the position."""
    if COOKIE not in request.cookies:
        return False
    database = database_of(request)
    actor = (await identify(request, database)).actor
    async with database.read() as session:
        return await find_position(session, actor, request.path_params["reference"]) is not None


async def _data(
    request: Request, told: Callable[[Publication, Site], Mapping[str, object]], media_type: str
) -> Response:
    publication = await _publication(request)
    if publication is None:
        raise NotFound("position_unknown", ["reference"])
    return shared(request, orjson.dumps(told(publication, site_of(request))), media_type)


async def _known_profile(request: Request) -> Profile:
    profile = await _profile(request)
    if profile is None:
        raise NotFound("organization_unknown", ["code"])
    return profile


async def _profile(request: Request) -> Profile | None:
    """An organization with what it led or voted on, the last published first."""
    code, database = request.path_params["code"], database_of(request)
    async with database.read() as session:
        row = await find_organization(session, code)
        if row is None:
            return None
        figures = (await figures_on(session, day_of(database.clock()))).get(row.id, NO_FIGURES)
        voted = await publications(session, PositionFilter(voter_codes=[code]), MOST_VOICES)
        led = await publications(session, PositionFilter(lead_code=code), MOST_VOICES)
    found = {one.reference: one for one in (*voted, *led)}
    ordered = sorted(found.values(), key=lambda one: one.adoption.published_at, reverse=True)
    return Profile(
        body=Body(row.code, row.name, OrganizationKind(row.kind)),
        comarca=row.comarca,
        population=figures.population,
        seats=figures.seats,
        voices=tuple((one, one.adoption.vote_of(code)) for one in ordered),
    )


def _place(publication: Publication, wanted: str, request: Request, site: Site) -> str:
    """Where a position is in a form that is no page."""
    address = site.position(publication.reference)
    text = publication.adoption.text_in(read_language(request), publication.original_language)
    if wanted in TEXTS and text is not None:
        return site.file(publication.reference, text.language, text.number, TEXTS[wanted])
    return f"{address}.jsonld" if wanted == LINKED else f"{address}.json"


def _elsewhere(address: str, links: tuple[Link, ...]) -> Response:
    return RedirectResponse(address, 303, headers={"link": _header(links), "vary": VARIES})


def _refused(links: tuple[Link, ...]) -> Response:
    """None of the forms is taken: which ones there are."""
    body = "".join(f"{link.media_type} {link.address}\n" for link in links)
    return PlainTextResponse(body, 406, headers={"link": _header(links), "vary": VARIES})


def _header(links: tuple[Link, ...]) -> str:
    return ", ".join(link.as_header() for link in links)


routes: list[BaseRoute] = [
    Route("/positions/{reference}.jsonld", position_linked),
    Route("/positions/{reference}.json", position_record),
    Route("/positions/{reference}", position),
    Route("/positions/{reference}/{place}", position_page),
    Route("/publicat/{reference}", position_page),
    Route("/organizations/{code}.jsonld", organization_linked),
    Route("/organizations/{code}.json", organization_record),
    Route("/organizations/{code}", organization),
]
