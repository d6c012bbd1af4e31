"""The institutions' deadlines of published positions as a calendar (RFC 5545).

Times are written in UTC, which is right on both sides of every change of the clocks and needs no table of a zone; the words
tell them in Brussels. An entry ends at the deadline: what closes at midnight stands on the day that it closes.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from icalendar import Calendar, Event

from positions.deadlines import BRUSSELS
from positions.publications import Publication
from positions.publishing.sites import Site, phrase

SHOWN = timedelta(hours=1)
"""How long an entry is, so that calendars draw it."""


def calendar(publications: Iterable[Publication], language: str, site: Site) -> bytes:
    """The calendar; its entries keep their ids when a date moves."""
    made = Calendar()
    made.add("prodid", "-//Positions//Deadlines//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", site.marked(phrase("deadlines", language), language))
    made.add("x-wr-timezone", str(BRUSSELS))
    for publication in publications:
        if publication.deadline is not None:
            made.add_component(_entry(publication, publication.deadline, language, site))
    return bytes(made.to_ical())


def _entry(publication: Publication, deadline: datetime, language: str, site: Site) -> Event:
    day, hour = told_hour(deadline.astimezone(BRUSSELS))
    entry = Event()
    entry.add("uid", f"{publication.reference}-deadline@{urlsplit(site.base_url).hostname or 'positions'}")
    entry.add("dtstamp", publication.adoption.changed_at.astimezone(UTC))
    entry.add("dtstart", (deadline - SHOWN).astimezone(UTC))
    entry.add("dtend", deadline.astimezone(UTC))
    title = phrase("deadline", language).format(title=publication.title(language))
    entry.add("summary", site.marked(title, language))
    entry.add(
        "description",
        phrase("deadline_at", language).format(
            day=day,
            hour=hour,
            reference=publication.reference,
        ),
    )
    entry.add("url", site.position(publication.reference))
    entry.add("transp", "TRANSPARENT")
    entry.add("categories", [subject.code for subject in publication.subjects])
    return entry


def told_hour(local: datetime) -> tuple[str, str]:
    """Day and hour as offices write them: midnight ends the day before, and people say 24.00 of that day."""
    is_midnight = (local.hour, local.minute) == (0, 0)
    day = local - timedelta(minutes=1) if is_midnight else local
    return day.strftime("%d.%m.%Y"), "24:00" if is_midnight else local.strftime("%H:%M")
