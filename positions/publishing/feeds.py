"""Published positions as an Atom feed (RFC 4287), the last published first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator

from positions.publications import Publication, said_in
from positions.publishing.sites import LICENCE, PUBLISHER, Site, phrase


@dataclass(frozen=True)
class Feed:
    """A feed's own address, its language, and when what it may show last changed."""

    address: str
    language: str
    updated_at: datetime


def atom(publications: Sequence[Publication], feed: Feed, site: Site) -> bytes:
    """The feed as XML; an entry's id is the position's address, which never changes."""
    made = FeedGenerator()
    made.id(feed.address)
    made.title(site.marked(phrase("site", feed.language), feed.language))
    made.subtitle(phrase("site_lead", feed.language))
    made.updated(max((one.adoption.changed_at for one in publications), default=feed.updated_at))
    made.author(name=PUBLISHER)
    made.link(href=feed.address, rel="self", type="application/atom+xml")
    made.link(href=site.address("/"), rel="alternate", type="text/html")
    made.link(href=LICENCE, rel="license")
    made.rights(f"{PUBLISHER}, {LICENCE}")
    made.language(feed.language)
    for publication in publications:
        made.add_entry(_entry(publication, feed.language, site), order="append")
    return bytes(made.atom_str())


def _entry(publication: Publication, language: str, site: Site) -> FeedEntry:
    address = site.position(publication.reference)
    entry = FeedEntry()
    entry.id(address)
    entry.title(site.marked(publication.title(language), language))
    entry.summary(publication.summary(language) or publication.title(language))
    entry.published(publication.adoption.published_at)
    entry.updated(publication.adoption.changed_at)
    entry.author(name=publication.lead.name)
    entry.link(href=address, rel="alternate")
    for subject in publication.subjects:
        entry.category(
            term=subject.code,
            scheme="http://eurovoc.europa.eu/",
            label=said_in(subject.labels, language) or subject.code,
        )
    return entry
