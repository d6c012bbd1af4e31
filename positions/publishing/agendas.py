"""A member's agenda as a calendar (RFC 5545): moments in UTC, ratifications as whole days."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType
from urllib.parse import urlsplit

from icalendar import Calendar, Event

from positions.agendas import Agenda, Entry, Occasion
from positions.data.tables import LANGUAGES
from positions.deadlines import BRUSSELS, HOME_ZONE
from positions.milestones import MilestoneKind
from positions.publications import said_in
from positions.publishing.calendars import SHOWN, told_hour
from positions.publishing.sites import Site

REFRESHED = timedelta(hours=1)
"""How often a calendar may ask again."""

_BRUSSELS_KINDS = frozenset({MilestoneKind.INSTITUTION_DEADLINE})


def _said(ca: str, es: str, en: str) -> Mapping[str, str]:
    return MappingProxyType(dict(zip(LANGUAGES, (ca, es, en), strict=True)))


_NAME = _said("Terminis de les posicions", "Plazos de las posiciones", "Deadlines of positions")
_HEADS: Mapping[Occasion, Mapping[str, str]] = MappingProxyType(
    {
        Occasion.ROUND: _said("Votació: {title}", "Votación: {title}", "Vote: {title}"),
        Occasion.RATIFICATION: _said(
            "Ratificació del vot: {title}", "Ratificación del voto: {title}", "Vote to be ratified: {title}"
        ),
    }
)
_BODIES: Mapping[Occasion, Mapping[str, str]] = MappingProxyType(
    {
        Occasion.ROUND: _said(
            "La ronda {round} de {reference} es tanca el {day} a les {hour}. Hi vota: {towns}.",
            "La ronda {round} de {reference} se cierra el {day} a las {hour}. Vota: {towns}.",
            "Round {round} of {reference} closes on {day} at {hour}. Voting: {towns}.",
        ),
        Occasion.RATIFICATION: _said(
            "El vot de {towns} a la ronda {round} de {reference} s'ha de ratificar com a molt tard el {day}.",
            "El voto de {towns} en la ronda {round} de {reference} debe ratificarse como muy tarde el {day}.",
            "The vote of {towns} in round {round} of {reference} has to be ratified by {day}.",
        ),
        Occasion.MILESTONE: _said(
            "Data del calendari de {reference}: {day} a les {hour}.",
            "Fecha del calendario de {reference}: {day} a las {hour}.",
            "Date in the calendar of {reference}: {day} at {hour}.",
        ),
    }
)
_IN_BRUSSELS = _said(" Hora de Brussel·les.", " Hora de Bruselas.", " Brussels time.")
_MILESTONES: Mapping[MilestoneKind, Mapping[str, str]] = MappingProxyType(
    {
        MilestoneKind.SCOPE: _said("Abast i ponència", "Alcance y ponencia", "Scope and rapporteur"),
        MilestoneKind.ZERO_DRAFT: _said("Primer esborrany", "Primer borrador", "Zero draft"),
        MilestoneKind.COMMENTS_END: _said(
            "Final dels comentaris", "Final de los comentarios", "End of comments"
        ),
        MilestoneKind.TABLING_DEADLINE: _said("Termini d'esmenes", "Plazo de enmiendas", "Tabling deadline"),
        MilestoneKind.CONSOLIDATION: _said("Text consolidat", "Texto consolidado", "Consolidated text"),
        MilestoneKind.CLEARANCE: _said("Validació tècnica", "Validación técnica", "Technical clearance"),
        MilestoneKind.DECISION: _said(
            "Primer acord polític", "Primer acuerdo político", "First political decision"
        ),
        MilestoneKind.ADOPTION: _said("Adopció", "Adopción", "Adoption"),
        MilestoneKind.TRANSLATION: _said("Traducció aprovada", "Traducción aprobada", "Translation approved"),
        MilestoneKind.SEALING: _said("Expedient segellat", "Expediente sellado", "Dossier sealed"),
        MilestoneKind.SUBMISSION: _said("Tramesa", "Envío", "Submission"),
        MilestoneKind.INSTITUTION_DEADLINE: _said(
            "Termini de la institució", "Plazo de la institución", "Deadline of the institution"
        ),
    }
)


def agenda(given: Agenda, site: Site) -> bytes:
    """The calendar; its entries keep their ids when a date moves, and the same deadlines are the same bytes."""
    language = given.language
    made = Calendar()
    made.add("prodid", "-//Positions//Agenda//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", site.marked(said_in(_NAME, language) or "", language))
    made.add("x-wr-timezone", str(HOME_ZONE))
    made.add("refresh-interval", REFRESHED, parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", "PT1H")
    for entry in given.entries:
        made.add_component(_event(entry, language, site))
    return bytes(made.to_ical())


def _event(entry: Entry, language: str, site: Site) -> Event:
    event = Event()
    event.add("uid", f"{entry.key}@{urlsplit(site.base_url).hostname or 'positions'}")
    event.add("dtstamp", entry.changed_at.astimezone(UTC).replace(microsecond=0))
    if isinstance(entry.due, datetime):
        event.add("dtstart", (entry.due - SHOWN).astimezone(UTC))
        event.add("dtend", entry.due.astimezone(UTC))
    else:
        event.add("dtstart", entry.due)
        event.add("dtend", entry.due + timedelta(days=1))
    event.add("summary", site.marked(_head(entry, language), language))
    event.add("description", _body(entry, language))
    place = "" if entry.occasion is Occasion.MILESTONE else "/aprovacio"
    event.add("url", f"{site.position(entry.reference)}{place}")
    event.add("transp", "TRANSPARENT")
    return event


def _head(entry: Entry, language: str) -> str:
    title = said_in(entry.titles, language) or entry.reference
    if entry.milestone is not None:
        return f"{said_in(_MILESTONES[entry.milestone], language)}: {title}"
    return (said_in(_HEADS[entry.occasion], language) or "{title}").format(title=title)


def _body(entry: Entry, language: str) -> str:
    is_brussels = entry.milestone in _BRUSSELS_KINDS
    day, hour = _told(entry.due, is_brussels=is_brussels)
    text = (said_in(_BODIES[entry.occasion], language) or "").format(
        day=day,
        hour=hour,
        reference=entry.reference,
        round=entry.round_number,
        towns=", ".join(entry.towns),
    )
    return text + (said_in(_IN_BRUSSELS, language) or "" if is_brussels else "")


def _told(due: datetime | date, *, is_brussels: bool) -> tuple[str, str]:
    if isinstance(due, datetime):
        return told_hour(due.astimezone(BRUSSELS if is_brussels else HOME_ZONE))
    return due.strftime("%d.%m.%Y"), ""
