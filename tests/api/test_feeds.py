"""Feeds, calendar, site map and robots: read by parsers of their own, narrowed by the address, alike for everybody."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from icalendar import Calendar, Event
from lxml import etree

from api.settings import Settings
from tests.support.clients import Client, Clock, client_of
from tests.support.publications import adopt, publish
from tests.support.world import World

pytestmark = pytest.mark.one_engine  # what is public is tested with the queries; these are its forms

ATOM = "{http://www.w3.org/2005/Atom}"
PLACES = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
async def client(world: World) -> AsyncIterator[Client]:
    async with client_of(world.database, Clock(), Settings(base_url="http://test")) as client:
        yield client


async def entries(client: Client, query: str = "") -> list[str | None]:
    answer = await client.http.get(f"/feed.atom{query}")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    root = etree.fromstring(answer.content)
    assert root.findtext(f"{ATOM}id") == f"http://test/feed.atom{query}"
    return [entry.findtext(f"{ATOM}id") for entry in root.findall(f"{ATOM}entry")]


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("", 2),
        ("?subject=52", 2),
        ("?subject=48", 0),
        ("?institution=EC", 2),
        ("?institution=EP", 0),
        ("?organization=08019", 2),
        ("?organization=08015", 0),
        ("?year=2026", 2),
        ("?year=2025", 0),
        ("?year=nonsense", 2),
        ("?search=segona", 1),
        ("?language=en", 2),
        ("?language=xx", 2),
    ],
)
async def test_the_feed_is_narrowed_by_its_address(
    world: World, client: Client, query: str, number: int
) -> None:
    first, second = await publish(world, "La primera"), await publish(world, "La segona")
    found = await entries(client, query)
    expected = [f"http://test/positions/{paper.reference}" for paper in (second, first)]
    assert found == expected[: len(found)]
    assert len(found) == number


async def test_the_calendar_has_the_published_deadlines_only(world: World, client: Client) -> None:
    paper = await publish(world)
    await adopt(world, "Una de secreta")
    answer = await client.http.get("/deadlines.ics?language=en")
    assert answer.headers["content-type"].startswith("text/calendar")
    (event,) = Calendar.from_ical(answer.content).walk("VEVENT")
    assert isinstance(event, Event)
    assert paper.reference in str(event["UID"])
    # The clocks changed that morning, and the day ends at midnight of summer time.
    assert event.end == datetime(2027, 3, 28, 22, tzinfo=UTC)


async def test_the_site_map_names_what_there_is(world: World, client: Client) -> None:
    paper = await publish(world)
    hidden = await adopt(world, "Una de secreta")
    root = etree.fromstring((await client.http.get("/sitemap.xml")).content)
    places = [one.text for one in root.iter(f"{PLACES}loc")]
    assert f"http://test/positions/{paper.reference}" in places
    assert "http://test/organizations/08019" in places
    assert not any(hidden.reference in (place or "") for place in places)


async def test_robots_are_told_where_to_go(world: World, client: Client) -> None:
    text = (await client.http.get("/robots.txt")).text
    assert "Sitemap: http://test/sitemap.xml" in text
    assert "Disallow: /graphql" in text
    demo = Settings(base_url="http://test", is_demo=True)
    async with client_of(world.database, Clock(), demo) as other:
        assert "Disallow: /\n" in (await other.http.get("/robots.txt")).text


@pytest.mark.parametrize("path", ["/feed.atom", "/deadlines.ics", "/sitemap.xml"])
async def test_caches_may_keep_them_for_a_while(world: World, client: Client, path: str) -> None:
    await publish(world)
    answer = await client.http.get(path)
    assert answer.headers["cache-control"] == "public, max-age=300"
    assert "set-cookie" not in answer.headers
    again = await client.http.get(path, headers={"if-none-match": answer.headers["etag"]})
    assert again.status_code == 304
