"""By what published positions can be found: the subjects, addressees, signatories and years that there are, with how many."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from positions.actors import ANONYMOUS
from positions.deadlines import day_of
from positions.models.institutions import Institution, Subject
from positions.models.organizations import Organization
from positions.models.positions import Position, PositionAddressee, PositionSubject
from positions.models.rounds import Round, Vote
from positions.queries.adoptions import signs
from positions.queries.errata import adopting_rounds
from positions.queries.visible import visible


@dataclass(frozen=True)
class Facets:
    """Each with the number of published positions; the commonest first, years from the newest."""

    subjects: Sequence[tuple[Subject, int]]
    institutions: Sequence[tuple[Institution, int]]
    organizations: Sequence[tuple[Organization, int]]
    years: Sequence[tuple[int, int]]


async def public_facets(session: AsyncSession) -> Facets:
    """What the public can choose by."""
    return Facets(
        subjects=await _subjects(session),
        institutions=await _institutions(session),
        organizations=await _organizations(session),
        years=await _years(session),
    )


async def _subjects(session: AsyncSession) -> list[tuple[Subject, int]]:
    counted = (
        select(PositionSubject.subject_code, func.count().label("number"))
        .join(Position, Position.id == PositionSubject.position_id)
        .where(visible(ANONYMOUS))
        .group_by(PositionSubject.subject_code)
        .subquery()
    )
    statement = (
        select(Subject, counted.c.number)
        .join(counted, counted.c.subject_code == Subject.code)
        .order_by(counted.c.number.desc(), Subject.code)
    )
    return [(row, count) for row, count in await session.execute(statement)]


async def _institutions(session: AsyncSession) -> list[tuple[Institution, int]]:
    counted = (
        select(PositionAddressee.institution_id, func.count().label("number"))
        .join(Position, Position.id == PositionAddressee.position_id)
        .where(visible(ANONYMOUS))
        .group_by(PositionAddressee.institution_id)
        .subquery()
    )
    statement = (
        select(Institution, counted.c.number)
        .join(counted, counted.c.institution_id == Institution.id)
        .options(selectinload(Institution.channels))
        .order_by(counted.c.number.desc(), Institution.code)
    )
    return [(row, count) for row, count in await session.execute(statement)]


async def _organizations(session: AsyncSession) -> list[tuple[Organization, int]]:
    counted = (
        select(Vote.organization_id, func.count(Position.id.distinct()).label("number"))
        .join(Round, Round.id == Vote.round_id)
        .join(Position, adopting_rounds(Position.id.expression))
        .where(visible(ANONYMOUS), signs())
        .group_by(Vote.organization_id)
        .subquery()
    )
    statement = (
        select(Organization, counted.c.number)
        .join(counted, counted.c.organization_id == Organization.id)
        .order_by(Organization.name, Organization.code)
    )
    return [(row, count) for row, count in await session.execute(statement)]


async def _years(session: AsyncSession) -> list[tuple[int, int]]:
    statement = (
        select(Round.closed_at)
        .join(Position, adopting_rounds(Position.id.expression))
        .where(visible(ANONYMOUS), Round.is_last)
    )
    moments = [moment for moment in await session.scalars(statement) if moment is not None]
    return sorted(Counter(day_of(moment).year for moment in moments).items(), reverse=True)
