"""What stands on a position's cover: checked as a whole first, written afterwards, so that a refusal changes nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from positions.deadlines import deadline
from positions.errors import Invalid, LimitExceeded
from positions.headings import LanguageText, summaries, titles
from positions.institutions import RelationKind, validate
from positions.milestones import MilestoneKind
from positions.models.institutions import Institution, Subject
from positions.models.organizations import Organization
from positions.models.positions import Heading, Milestone, Position, Relation
from positions.queries.lookups import among
from positions.services.unit_of_work import UnitOfWork

MAX_ENTRIES = 100
"""The most entries of any list on a cover."""

Coded = TypeVar("Coded", Organization, Institution, Subject)
_CODES: dict[type, tuple[InstrumentedAttribute[str], str]] = {
    Organization: (Organization.code, "organization_unknown"),
    Institution: (Institution.code, "institution_unknown"),
    Subject: (Subject.code, "subject_unknown"),
}


@dataclass(frozen=True)
class RelationGiven:
    """An identifier of a related file, as clients give it."""

    kind: RelationKind
    value: str


@dataclass(frozen=True)
class MilestoneGiven:
    """A date of the calendar as clients give it; without `due_at` it is taken off."""

    kind: MilestoneKind
    due_at: str | None


@dataclass(frozen=True)
class CoverGiven:
    """The parts of a cover as clients give them; None leaves a part as it is, a list replaces the whole part.

    Milestones alone are set one by one. The target deadline and the milestone INSTITUTION_DEADLINE are the same date.
    """

    titles: Sequence[LanguageText] | None = None
    summaries: Sequence[LanguageText] | None = None
    subject_codes: Sequence[str] | None = None
    addressee_codes: Sequence[str] | None = None
    relations: Sequence[RelationGiven] | None = None
    target_deadline: str | None = None
    milestones: Sequence[MilestoneGiven] = ()


@dataclass(frozen=True)
class Cover:
    """The parts of a cover that were found right; None where nothing was given."""

    titles: Mapping[str, str] | None = None
    summaries: Mapping[str, str] | None = None
    subjects: list[Subject] | None = None
    addressees: list[Institution] | None = None
    relations: list[tuple[RelationKind, str]] | None = None
    dates: Mapping[MilestoneKind, datetime | None] = field(default_factory=dict)

    def body(self) -> dict[str, object]:
        """What is given, for the record."""
        parts: dict[str, object] = {
            "titles": self.titles,
            "summaries": self.summaries,
            "subjects": _codes_of(self.subjects),
            "addressees": _codes_of(self.addressees),
            "relations": self._relations(),
            "milestones": dict(self.dates) or None,
        }
        return {name: part for name, part in parts.items() if part is not None}

    def _relations(self) -> list[dict[str, str]] | None:
        if self.relations is None:
            return None
        return [{"kind": kind.value, "value": value} for kind, value in self.relations]


async def check_cover(session: AsyncSession, given: CoverGiven, original_language: str) -> Cover:
    """The cover as it will be written; Invalid or LimitExceeded with the path of the first thing that is wrong."""
    for name in ("titles", "summaries", "subject_codes", "addressee_codes", "relations", "milestones"):
        check_length(getattr(given, name) or (), name)
    return Cover(
        titles=None if given.titles is None else titles(given.titles, original_language),
        summaries=None if given.summaries is None else summaries(given.summaries),
        subjects=await _optional(session, Subject, given.subject_codes, "subjectCodes"),
        addressees=await _optional(session, Institution, given.addressee_codes, "addresseeCodes"),
        relations=None if given.relations is None else _relations(given.relations),
        dates=_dates(given),
    )


async def coded(session: AsyncSession, kind: type[Coded], codes: Sequence[str], path: str) -> list[Coded]:
    """The rows with these codes in their order, each once; Invalid for an unknown code."""
    column, reason = _CODES[kind]
    statement = select(kind).where(among(column, codes))
    known = {row.code: row for row in await session.scalars(statement)}
    for number, code in enumerate(codes):
        if code not in known:
            raise Invalid(reason, [path, str(number)], code=code[:40])
    return [known[code] for code in dict.fromkeys(codes)]


def check_length(entries: Sequence[object], name: str) -> None:
    """LimitExceeded for a list that no cover needs."""
    if len(entries) > MAX_ENTRIES:
        head, *rest = name.split("_")
        raise LimitExceeded("list_too_long", [head + "".join(map(str.title, rest))], limit=MAX_ENTRIES)


async def write_cover(work: UnitOfWork, position: Position, cover: Cover) -> None:
    """Put the given parts on a position whose cover is loaded."""
    _write_headings(position, cover)
    if cover.subjects is not None:
        position.subjects = cover.subjects
    if cover.addressees is not None:
        position.addressees = cover.addressees
    if cover.relations is not None:
        position.relations.clear()
        await work.session.flush()
        position.relations.extend(
            Relation(number=number, kind=kind.value, value=value)
            for number, (kind, value) in enumerate(cover.relations, start=1)
        )
    for kind, due_at in cover.dates.items():
        _write_date(position, kind, due_at)
    await work.session.flush()


def _codes_of(rows: list[Subject] | list[Institution] | None) -> list[str] | None:
    return None if rows is None else [row.code for row in rows]


def _write_headings(position: Position, cover: Cover) -> None:
    rows = {heading.language: heading for heading in position.headings}
    for language in {*rows, *(cover.titles or ()), *(cover.summaries or ())}:
        row = rows.get(language)
        if row is None:
            row = Heading(language=language, title=None, summary=None)
            position.headings.append(row)
        if cover.titles is not None:
            row.title = cover.titles.get(language)
        if cover.summaries is not None:
            row.summary = cover.summaries.get(language)
        if row.title is None and row.summary is None:
            position.headings.remove(row)


def _write_date(position: Position, kind: MilestoneKind, due_at: datetime | None) -> None:
    if kind is MilestoneKind.INSTITUTION_DEADLINE:
        position.target_deadline = due_at
    if kind is MilestoneKind.TABLING_DEADLINE:
        position.tabling_deadline = due_at
    row = next((each for each in position.milestones if each.kind == kind), None)
    if due_at is None:
        if row is not None:
            position.milestones.remove(row)
    elif row is None:
        position.milestones.append(Milestone(kind=kind.value, due_at=due_at))
    else:
        row.due_at = due_at


async def _optional(
    session: AsyncSession, kind: type[Coded], codes: Sequence[str] | None, path: str
) -> list[Coded] | None:
    return None if codes is None else await coded(session, kind, codes, path)


def _relations(given: Sequence[RelationGiven]) -> list[tuple[RelationKind, str]]:
    found: dict[tuple[RelationKind, str], None] = {}
    for number, relation in enumerate(given):
        try:
            value = validate(relation.kind, relation.value)
        except Invalid as refusal:
            raise Invalid(refusal.reason, ["relations", str(number), "value"], **refusal.fields) from None
        found[relation.kind, value] = None
    return list(found)


def _dates(given: CoverGiven) -> dict[MilestoneKind, datetime | None]:
    dates: dict[MilestoneKind, datetime | None] = {}
    if given.target_deadline is not None:
        dates[MilestoneKind.INSTITUTION_DEADLINE] = deadline(given.target_deadline, ["targetDeadline"])
    for number, milestone in enumerate(given.milestones):
        path = ["milestones", str(number), "dueAt"]
        due_at = None if milestone.due_at is None else deadline(milestone.due_at, path)
        if dates.setdefault(milestone.kind, due_at) != due_at:
            raise Invalid("milestone_twice", path[:2], kind=milestone.kind.value)
    return dates
