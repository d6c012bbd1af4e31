"""The Atom feed, read by a parser of its own and held against RFC 4287."""

from datetime import UTC, datetime

import pytest
from lxml import etree

from positions.publishing.feeds import Feed, atom
from positions.publishing.sites import Site
from tests.support.published import DEMO, SITE, publication

ATOM = "{http://www.w3.org/2005/Atom}"
AT = datetime(2026, 11, 28, 10, tzinfo=UTC)
ONCE = ("id", "title", "updated")


def feed(number: int = 2, language: str = "ca", site: Site = SITE) -> etree._Element:
    entries = [publication(f"AMB-PP-2026-{n:03}") for n in range(number)]
    told = Feed(f"https://posicions.example/feed.atom?language={language}", language, AT)
    return etree.fromstring(atom(entries, told, site))


def test_the_feed_has_what_rfc_4287_asks_for() -> None:
    root = feed()
    assert root.tag == f"{ATOM}feed"
    for name in ONCE:
        assert len(root.findall(f"{ATOM}{name}")) == 1, name
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    (own,) = root.xpath("*[local-name()='link'][@rel='self']/@href")
    assert own == root.findtext(f"{ATOM}id")
    alternates = root.xpath("*[local-name()='link'][@rel='alternate']")
    pairs = [(link.get("type"), link.get("hreflang")) for link in alternates]
    assert len(pairs) == len(set(pairs))


def test_every_entry_has_an_id_that_stays_and_aware_times() -> None:
    entries = feed(3).findall(f"{ATOM}entry")
    assert len(entries) == 3
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == 3
    assert ids[0] == "https://posicions.example/positions/AMB-PP-2026-000"
    for entry in entries:
        for name in ONCE:
            assert len(entry.findall(f"{ATOM}{name}")) == 1
        for name in ("updated", "published"):
            assert datetime.fromisoformat(entry.findtext(f"{ATOM}{name}") or "").tzinfo is not None
        assert entry.findtext(f"{ATOM}summary")
        assert entry.find(f"{ATOM}category") is not None
        # A link without a relation is the alternate; there may be one of a kind.
        (link,) = entry.findall(f"{ATOM}link")
        assert (link.get("rel"), link.get("href")) == (None, entry.findtext(f"{ATOM}id"))


def test_an_empty_feed_is_a_feed() -> None:
    root = feed(0)
    assert root.findtext(f"{ATOM}updated") == "2026-11-28T10:00:00+00:00"
    assert root.findall(f"{ATOM}entry") == []


def test_the_newest_change_is_the_feeds() -> None:
    root = feed(1)
    assert root.findtext(f"{ATOM}updated") == root.findtext(f"{ATOM}entry/{ATOM}updated")


@pytest.mark.parametrize(
    ("language", "title"), [("ca", "Aigües & <rius>"), ("en", "Waters"), ("es", "Aigües & <rius>")]
)
def test_titles_come_in_the_language_asked_for(language: str, title: str) -> None:
    root = feed(1, language)
    assert root.findtext(f"{ATOM}entry/{ATOM}title") == title
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language


def test_fiction_says_so_in_every_title() -> None:
    root = feed(1, "en", DEMO)
    assert all("fictional data" in (one.text or "") for one in root.iter(f"{ATOM}title"))
