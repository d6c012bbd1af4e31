"""Published positions as tables and records for reuse: one row function a table, one way to write a cell.

A spreadsheet runs a cell that begins like a formula, so such a cell gets an apostrophe before it, which spreadsheets hide.
"""

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from types import MappingProxyType

from positions.data.datasets import read_datasets
from positions.publications import Addressee, Publication, said_in
from positions.publishing.linked_data import Profile
from positions.publishing.sites import LICENCE, Site

Cell = str | int | bool | date | datetime | None | tuple[str, ...]
Row = dict[str, Cell]

LIST_MARK = "|"
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")


def position_row(publication: Publication, site: Site) -> Row:
    """A published position."""
    adoption = publication.adoption
    text = adoption.text_in(publication.original_language)
    return {
        "reference": publication.reference,
        "url": site.position(publication.reference),
        "stage": publication.stage,
        **{f"title_{language}": publication.titles.get(language) for language in ("ca", "es", "en")},
        **{f"summary_{language}": publication.summaries.get(language) for language in ("ca", "es", "en")},
        "original_language": publication.original_language,
        "languages": tuple(one.language for one in adoption.texts),
        "lead_code": publication.lead.code,
        "subject_codes": tuple(one.code for one in publication.subjects),
        "addressee_codes": tuple(one.code for one in publication.addressees),
        "relations": tuple(value for _, value in publication.relations),
        "deadline": publication.deadline,
        "adopted_on": adoption.adopted_on,
        "published_at": adoption.published_at,
        "changed_at": adoption.changed_at,
        "called": len(adoption.votes),
        "signatories": len(adoption.signatories),
        "version": text.number if text else None,
        "sha256": text.sha256 if text else None,
        "is_fictional": site.is_fiction,
    }


def vote_rows(publication: Publication, site: Site) -> list[Row]:
    """What each organization called said."""
    return [
        {
            "reference": publication.reference,
            "organization_code": vote.organization.code,
            "organization_name": vote.organization.name,
            "population": vote.population,
            "seats": vote.seats,
            "choice": vote.choice,
            "is_tacit": vote.is_tacit,
            "is_counted": vote.is_counted,
            "except_asks": vote.except_ask_keys,
            "is_withdrawn": vote.is_withdrawn,
            "is_fictional": site.is_fiction,
        }
        for vote in publication.adoption.votes
    ]


def signatory_rows(publication: Publication, site: Site) -> list[Row]:
    """Who stands behind the text today."""
    return [
        {
            "reference": publication.reference,
            "organization_code": vote.organization.code,
            "organization_name": vote.organization.name,
            "except_asks": vote.except_ask_keys,
            "is_fictional": site.is_fiction,
        }
        for vote in publication.adoption.signatories
    ]


def submission_rows(publication: Publication, site: Site) -> list[Row]:
    """To whom it was sent."""
    return [
        {
            "reference": publication.reference,
            "submission_id": one.id,
            "institution_code": one.institution.code,
            "institution_name": _name(one.institution),
            "channel": one.channel,
            "sent_at": one.sent_at,
            "external_reference": one.external_reference,
            "languages": one.languages,
            "manifest_sha256": one.manifest_sha256,
            "replies": len(one.replies),
            "is_fictional": site.is_fiction,
        }
        for one in publication.adoption.submissions
    ]


def uptake_rows(publication: Publication, site: Site) -> list[Row]:
    """What institutions did with its asks."""
    return [
        {
            "reference": publication.reference,
            "ask": one.ask_key,
            "institution_code": one.institution.code,
            "institution_name": _name(one.institution),
            "status": one.status,
            "evidence": one.evidence,
            "evidence_url": one.evidence_url,
            "observed_on": one.observed_on,
            "is_fictional": site.is_fiction,
        }
        for one in publication.adoption.uptakes
    ]


def organization_row(profile: Profile, signed: int, site: Site) -> Row:
    """An organization and how much it signed."""
    return {
        "code": profile.body.code,
        "url": site.organization(profile.body.code),
        "kind": profile.body.kind,
        "name": profile.body.name,
        "comarca": profile.comarca,
        "population": profile.population,
        "seats": profile.seats,
        "signed": signed,
        "is_fictional": site.is_fiction,
    }


TABLES: Mapping[str, Callable[[Publication, Site], list[Row]]] = MappingProxyType(
    {
        "positions": lambda publication, site: [position_row(publication, site)],
        "votes": vote_rows,
        "signatories": signatory_rows,
        "submissions": submission_rows,
        "uptakes": uptake_rows,
    }
)
"""The tables made of positions; the columns of each stand in data/open_data.csv."""


def record(publication: Publication, site: Site) -> dict[str, object]:
    """A position with all its rows, as JSON values."""
    rows = {
        name: [table_values(row, drop=("reference", "is_fictional")) for row in read(publication, site)]
        for name, read in TABLES.items()
        if name != "positions"
    }
    statements = [
        {
            "number": one.number,
            "kind": one.kind,
            "language": one.language,
            "text": one.text,
            "organization_codes": [body.code for body in one.organizations],
        }
        for one in publication.adoption.statements
    ]
    return {
        **table_values(position_row(publication, site)),
        **rows,  # the signatories themselves stand in the place of their number
        "statements": statements,
        "licence": LICENCE,
    }


def table_values(row: Row, drop: tuple[str, ...] = ()) -> dict[str, object]:
    """A row as JSON values: lists are lists, times are texts."""
    return {name: _json(value) for name, value in row.items() if name not in drop}


def head_line(table: str) -> str:
    """The first line of a table."""
    return _line(column.name for column in read_datasets()[table])


def lines(table: str, rows: Iterable[Row]) -> str:
    """Rows as lines of a table, every column in its place."""
    names = [column.name for column in read_datasets()[table]]
    return "".join(_line(_cell(row[name]) for name in names) for row in rows)


def _name(addressee: Addressee) -> str:
    return said_in(addressee.names, "en") or addressee.code


def _line(cells: Iterable[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerow(cells)
    return buffer.getvalue()


def _cell(value: Cell) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case datetime() | date():
            return value.isoformat()
        case tuple():
            return _harmless(LIST_MARK.join(value))
        case _:
            return _harmless(value)


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def _json(value: Cell) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
