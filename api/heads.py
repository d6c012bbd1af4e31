"""What stands in a page's head: for who finds it by a search engine, pastes its address into a mail, or has no JavaScript.

Everything here is public. Texts are escaped for where they stand; JSON-LD cannot end its element, whatever it says.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from urllib.parse import urlsplit

import orjson

from positions.publications import Publication, Text
from positions.publishing.linked_data import FORMS, Profile, organization_data, position_data
from positions.publishing.papers import Form
from positions.publishing.sites import LICENCE, Site, phrase

PRODUCT = "Positions"
LOCALES = {"ca": "ca_ES", "es": "es_ES", "en": "en_GB"}
LONGEST_DESCRIPTION = 300
LINKED = "application/ld+json"

FIXED: Mapping[str, tuple[str, str]] = {
    "/": ("site", "site_lead"),
    "/publicat": ("site", "site_lead"),
    "/open-data": ("open_data", "open_data_lead"),
    "/accessibilitat": ("accessibility", "accessibility_lead"),
    "/privacitat": ("privacy", "privacy_lead"),
}
"""The public pages that say the same whatever is published: their title and their description."""


@dataclass(frozen=True)
class Link:
    """Another form of what a page shows."""

    address: str
    relation: str
    media_type: str
    language: str | None = None

    def as_header(self) -> str:
        """As one value of a Link header."""
        language = f'; hreflang="{self.language}"' if self.language else ""
        return f'<{self.address}>; rel="{self.relation}"; type="{self.media_type}"{language}'

    def as_element(self) -> str:
        """As an element of a page's head."""
        language = f' hreflang="{escape(self.language)}"' if self.language else ""
        return (
            f'<link rel="{self.relation}" href="{escape(self.address)}" type="{self.media_type}"{language} />'
        )


@dataclass(frozen=True)
class Head:
    """A page's title, description, own address, other forms and data, in one language."""

    title: str
    description: str
    canonical: str
    language: str
    kind: str = "website"
    published_at: str | None = None
    links: tuple[Link, ...] = ()
    data: Mapping[str, object] | None = None
    unread: str = ""
    is_hidden: bool = False


def fixed_head(path: str, language: str, site: Site) -> Head | None:
    """The head of a page that says the same whatever is published."""
    if path not in FIXED:
        return None
    title, lead = (phrase(key, language) for key in FIXED[path])
    return Head(
        title=site.marked(title, language),
        description=lead,
        canonical=site.address("/" if path == "/publicat" else path),
        language=language,
        links=_feeds(site, language),
        is_hidden=site.is_fiction,
    )


def position_head(publication: Publication, language: str, site: Site) -> Head:
    """The head of a published position."""
    title = publication.title(language)
    text = publication.adoption.text_in(language, publication.original_language)
    return Head(
        title=site.marked(title, language),
        description=_short(publication.summary(language) or title),
        canonical=site.position(publication.reference),
        language=language,
        kind="article",
        published_at=publication.adoption.published_at.isoformat(),
        links=(*position_links(publication, site), *_feeds(site, language)),
        data=position_data(publication, site),
        unread=_unread(publication, text, language, site),
        is_hidden=site.is_fiction,
    )


def organization_head(profile: Profile, language: str, site: Site) -> Head:
    """The head of an organization's page."""
    address = site.organization(profile.body.code)
    return Head(
        title=site.marked(profile.body.name, language),
        description=phrase("organization_lead", language).format(name=profile.body.name),
        canonical=address,
        language=language,
        kind="profile",
        links=(Link(f"{address}.jsonld", "alternate", LINKED), *_feeds(site, language)),
        data=organization_data(profile, site),
        is_hidden=site.is_fiction,
    )


def position_links(publication: Publication, site: Site) -> tuple[Link, ...]:
    """The other forms of a published position: data, and its text as files in each language."""
    address = site.position(publication.reference)
    files = (
        Link(
            site.file(publication.reference, text.language, text.number, form),
            "alternate",
            FORMS[form],
            text.language,
        )
        for text in publication.adoption.texts
        for form in (Form.MD, Form.PDF)
    )
    return (
        Link(f"{address}.jsonld", "alternate", LINKED),
        Link(f"{address}.json", "alternate", "application/json"),
        *files,
        Link(LICENCE, "license", "text/html"),
    )


def written(head: Head, nonce: str) -> str:
    """The head as elements, to stand in the page."""
    told = {
        "og:title": head.title,
        "og:description": head.description,
        "og:type": head.kind,
        "og:url": head.canonical,
        "og:site_name": PRODUCT,
        "og:locale": LOCALES[head.language],
        **({"article:published_time": head.published_at} if head.published_at else {}),
    }
    lines = [
        f"<title>{escape(head.title)} · {PRODUCT}</title>",
        f'<meta name="description" content="{escape(head.description)}" />',
        f'<link rel="canonical" href="{escape(head.canonical)}" />',
        '<meta name="twitter:card" content="summary" />',
        *(f'<meta property="{name}" content="{escape(text)}" />' for name, text in told.items()),
        *(link.as_element() for link in head.links),
    ]
    if head.is_hidden:
        lines.append('<meta name="robots" content="noindex" />')
    if head.data is not None:
        lines.append(f'<script type="{LINKED}" nonce="{nonce}">{script_safe(head.data)}</script>')
    return "\n    ".join(lines)


def script_safe(data: Mapping[str, object]) -> str:
    """JSON that cannot end or open an element, nor a line of a script."""
    text = orjson.dumps(data).decode()
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _feeds(site: Site, language: str) -> tuple[Link, ...]:
    return (
        Link(site.address(f"/feed.atom?language={language}"), "alternate", "application/atom+xml"),
        Link(site.address(f"/deadlines.ics?language={language}"), "alternate", "text/calendar"),
    )


def _unread(publication: Publication, text: Text | None, language: str, site: Site) -> str:
    """What a reader without JavaScript gets: title, summary, who signed, and the text as a page."""
    names = ", ".join(vote.organization.name for vote in publication.adoption.signatories)
    parts = [
        f"<h1>{escape(publication.title(language))}</h1>",
        f"<p>{escape(publication.summary(language))}</p>",
        f"<p>{escape(phrase('signed_by', language))}: {escape(names)}.</p>" if names else "",
    ]
    if text is not None:
        address = urlsplit(site.file(publication.reference, text.language, text.number, Form.HTML)).path
        parts.append(f'<p><a href="{escape(address)}">{escape(phrase("read_text", language))}</a></p>')
    return "".join(parts)


def _short(text: str) -> str:
    """A text cut at a word, for those who show only a line or two."""
    if len(text) <= LONGEST_DESCRIPTION:
        return text
    return text[:LONGEST_DESCRIPTION].rsplit(" ", 1)[0] + " …"
