"""Published positions as whole values, a page at a time; the marks of their state; and who has something published."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from positions.actors import ANONYMOUS
from positions.institutions import RelationKind
from positions.models.positions import Position
from positions.publications import Adoption, Publication, Subject
from positions.queries.access import Access
from positions.queries.adoptions import addressee_of, adoptions_by_id, body_of
from positions.queries.covers import Part
from positions.queries.pages import Page, Window
from positions.queries.positions import (
    PositionField,
    PositionFilter,
    PositionOrder,
    find_position,
    list_positions,
)
from positions.queries.visible import visible

NEWEST_FIRST = PositionOrder(PositionField.PUBLISHED_AT)
PAGE = 100
"""How many positions are read at a time."""

_PARTS = (Part.HEADINGS, Part.LEAD, Part.SUBJECTS, Part.ADDRESSEES, Part.RELATIONS)


@dataclass(frozen=True)
class Mark:
    """What changes whenever anything published does: how many there are, and when one last changed."""

    count: int
    changed_at: datetime | None


async def publications(session: AsyncSession, wanted: PositionFilter, limit: int = PAGE) -> list[Publication]:
    """The published positions that the filter finds, the last published first, at most this many."""
    found = await list_positions(
        session, ANONYMOUS, wanted=wanted, order=NEWEST_FIRST, window=Window(limit), parts=_PARTS
    )
    return await _whole(session, found.rows)


async def publication_page(session: AsyncSession, window: Window) -> Page[Publication]:
    """A page of all that is published, the last published first."""
    found = await list_positions(
        session, ANONYMOUS, wanted=PositionFilter(), order=NEWEST_FIRST, window=window, parts=_PARTS
    )
    return Page(await _whole(session, found.rows), found.keys, found.has_next)


async def find_publication(session: AsyncSession, reference: str) -> Publication | None:
    """The published position with this reference; None for one that is not published, or is none."""
    access = await find_position(session, ANONYMOUS, reference, _PARTS)
    return (await _whole(session, [access]))[0] if access else None


async def public_mark(session: AsyncSession) -> Mark:
    """The mark of all that is published now."""
    statement = select(func.count(), func.max(Position.updated_at)).where(visible(ANONYMOUS))
    count, changed_at = (await session.execute(statement)).one()
    return Mark(count, changed_at)


async def _whole(session: AsyncSession, found: list[Access]) -> list[Publication]:
    adoptions = await adoptions_by_id(session, [access.position.id for access in found])
    return [
        _publication(access.position, adoptions[access.position.id])
        for access in found
        if access.position.id in adoptions
    ]


def _publication(row: Position, adoption: Adoption) -> Publication:
    return Publication(
        reference=row.reference,
        stage=row.stage,
        original_language=row.original_language,
        titles={one.language: one.title for one in row.headings if one.title},
        summaries={one.language: one.summary for one in row.headings if one.summary},
        lead=body_of(row.lead),
        subjects=tuple(Subject(one.code, one.uri, one.labels) for one in row.subjects),
        addressees=tuple(addressee_of(one) for one in row.addressees),
        relations=tuple((RelationKind(one.kind), one.value) for one in row.relations),
        deadline=row.target_deadline,
        adoption=adoption,
    )
