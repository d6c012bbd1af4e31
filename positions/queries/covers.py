"""The parts of positions' covers: loaded ahead when somebody asks for them, a few statements for a whole page."""

from collections.abc import Collection, Iterable
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload
from sqlalchemy.sql.base import ExecutableOption

from positions.milestones import Dated, MilestoneKind
from positions.models.institutions import Institution
from positions.models.positions import Milestone, Participation, Position, Relation

PositionRow = Position
"""What stands in an Access; a part of the cover that was not loaded may not be read."""
ParticipationRow = Participation
RelationRow = Relation


class Part(StrEnum):
    """A part of a position's cover, by the attribute that holds it."""

    HEADINGS = "headings"
    LEAD = "lead"
    PARTICIPATIONS = "participations"
    SUBJECTS = "subjects"
    ADDRESSEES = "addressees"
    RELATIONS = "relations"
    MILESTONES = "milestones"


_LOADED: dict[Part, ExecutableOption] = {
    Part.HEADINGS: selectinload(Position.headings),
    Part.LEAD: selectinload(Position.lead),
    Part.PARTICIPATIONS: selectinload(Position.participations).selectinload(Participation.organization),
    Part.SUBJECTS: selectinload(Position.subjects),
    Part.ADDRESSEES: selectinload(Position.addressees).selectinload(Institution.channels),
    Part.RELATIONS: selectinload(Position.relations),
    Part.MILESTONES: selectinload(Position.milestones),
}


def options(parts: Collection[Part]) -> list[ExecutableOption]:
    """The loader options for parts; participations always, since access hangs on them."""
    chosen = [_LOADED[part] for part in Part if part in parts]
    return chosen if Part.PARTICIPATIONS in parts else [selectinload(Position.participations), *chosen]


def has_part(position: Position, part: Part) -> bool:
    """Whether a part may be read from this row; participations only with their organizations."""
    if part is Part.PARTICIPATIONS:
        return all("organization" in row.__dict__ for row in position.__dict__.get(part, ()))
    return part.value in position.__dict__


async def load_parts(session: AsyncSession, position_id: str, parts: Collection[Part]) -> None:
    """Load parts of the cover of a position that the session holds, before they are changed."""
    statement = select(Position).where(Position.id == position_id).options(*options(parts))
    await session.scalar(statement.execution_options(populate_existing=True))


async def load_covers(session: AsyncSession, ids: Collection[str]) -> dict[str, Position]:
    """Positions with their whole covers, by id; for positions that the reader was found to see."""
    statement = select(Position).where(Position.id.in_(sorted(set(ids)))).options(*options(tuple(Part)))
    return {row.id: row for row in await session.scalars(statement)}


def dated(rows: Iterable[Milestone]) -> list[Dated]:
    """The dates of a calendar, as the rules read them."""
    return [Dated(MilestoneKind(row.kind), row.due_at, row.done_at) for row in rows]


def title_of(position: Position) -> str:
    """The title in the original's language, of a position loaded with its headings."""
    titles = {heading.language: heading.title for heading in position.headings}
    return titles.get(position.original_language) or position.reference
