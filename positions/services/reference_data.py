"""What the tables in positions/data say, brought into the database; run again it changes only what differs.

Population and seats are dated rows: a newer year stands beside the older ones, and an old round keeps its own figures.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from positions.data.glossary import read_glossary
from positions.data.institutions import Institution as InstitutionEntry
from positions.data.institutions import read_institutions
from positions.data.municipalities import Municipality, read_municipalities
from positions.data.subjects import read_subjects
from positions.events import Tag
from positions.models.base import Base
from positions.models.institutions import Channel, Institution, Subject, Term
from positions.models.organizations import Organization, Population, SeatCount
from positions.organizations import OrganizationKind
from positions.search import fold
from positions.services.holidays import load_holidays
from positions.services.record import record_register
from positions.services.routes import load_routes
from positions.services.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Partner:
    """An organization that is no municipality."""

    code: str
    kind: OrganizationKind
    name: str


PARTNERS = (
    Partner("AMB", OrganizationKind.AUTHORITY, "Àrea Metropolitana de Barcelona"),
    Partner("GENERALITAT", OrganizationKind.PARTNER, "Generalitat de Catalunya"),
    Partner("DIBA", OrganizationKind.PARTNER, "Diputació de Barcelona"),
)


async def load(work: UnitOfWork) -> None:
    """Bring every table's rows in: organizations with their figures, institutions with channels, subjects, terms, routes, days off."""
    await _load_organizations(work)
    await _load_institutions(work)
    await load_holidays(work)
    for subject in read_subjects():
        await work.session.merge(Subject(code=subject.code, uri=subject.uri, labels=subject.labels))
    for term in read_glossary():
        await work.session.merge(
            Term(code=term.key, domain=term.domain, labels=term.names, definition=term.definition)
        )
    await work.session.flush()
    await load_routes(work)


async def _load_organizations(work: UnitOfWork) -> None:
    known = {row.code: row for row in await work.session.scalars(select(Organization))}
    for partner in PARTNERS:
        await _organization(work, known, partner, None)
    for town in read_municipalities():
        entry = Partner(town.code, OrganizationKind.MUNICIPALITY, town.name)
        row = await _organization(work, known, entry, town.comarca)
        await _figures(work, row, town)


async def _organization(
    work: UnitOfWork, known: dict[str, Organization], entry: Partner, comarca: str | None
) -> Organization:
    wanted = {
        "kind": entry.kind.value,
        "name": entry.name,
        "comarca": comarca,
        "search": fold(f"{entry.name} {entry.code}", "ca"),
    }
    row = known.get(entry.code)
    if row is None:
        row = Organization(id=work.new_id("org"), code=entry.code, **wanted)
        work.session.add(row)
        await work.session.flush()
        await record_register(work, Tag.ORGANIZATION_ADDED, None, {"code": row.code, "name": row.name}, {})
    elif _set(row, wanted):
        await record_register(work, Tag.ORGANIZATION_UPDATED, None, {"code": row.code, "name": row.name}, {})
    return row


async def _figures(work: UnitOfWork, row: Organization, town: Municipality) -> None:
    for figures in town.figures:
        since = date(figures.year, 1, 1)
        await work.session.merge(Population(organization_id=row.id, since=since, value=figures.population))
        await work.session.merge(SeatCount(organization_id=row.id, since=since, value=figures.seats))


async def _load_institutions(work: UnitOfWork) -> None:
    rows = await work.session.scalars(select(Institution).options(selectinload(Institution.channels)))
    known = {row.code: row for row in rows}
    for entry in read_institutions():
        wanted = {
            "parent_code": entry.parent_code,
            "kind": entry.kind,
            "acronym": entry.acronym,
            "url": entry.url or None,
            "names": entry.names,
            "search": _search(entry),
        }
        row = known.get(entry.code)
        if row is None:
            row = Institution(id=work.new_id("ins"), code=entry.code, channels=[], **wanted)
            work.session.add(row)
        else:
            _set(row, wanted)
        _set_channels(row, entry)


def _set_channels(row: Institution, entry: InstitutionEntry) -> None:
    known = {channel.kind: channel for channel in row.channels}
    for channel in entry.channels:
        wanted = {
            "languages": list(channel.languages),
            "max_characters": channel.max_characters,
            "max_bytes": channel.max_bytes,
            "formats": list(channel.formats) if channel.formats is not None else None,
            "deadline_rule": channel.deadline_rule,
            "verified": channel.is_verified,
        }
        if channel.kind not in known:
            row.channels.append(Channel(kind=channel.kind, **wanted))
        elif known[channel.kind].edited_at is None:
            _set(known[channel.kind], wanted)


def _search(entry: InstitutionEntry) -> str:
    texts = [fold(name, language) for language, name in entry.names.items()]
    return " ".join([*texts, fold(f"{entry.acronym or ''} {entry.code.replace('_', ' ')} {entry.code}")])


def _set(row: Base, wanted: Mapping[str, object]) -> bool:
    differing = {name: value for name, value in wanted.items() if getattr(row, name) != value}
    for name, value in differing.items():
        setattr(row, name, value)
    return bool(differing)
