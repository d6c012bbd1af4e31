"""Milestones are marked by what the product sees happen; nobody ticks a box."""

from collections.abc import Collection, Mapping
from types import MappingProxyType

from sqlalchemy import select

from positions.lifecycle import Action
from positions.milestones import MilestoneKind
from positions.models.positions import Milestone, Position
from positions.services.unit_of_work import UnitOfWork

_DONE_BY: Mapping[Action, tuple[MilestoneKind, ...]] = MappingProxyType(
    {
        Action.START_DRAFTING: (MilestoneKind.SCOPE,),
        Action.OPEN_AMENDING: (MilestoneKind.ZERO_DRAFT,),
        Action.OPEN_ROUND: (MilestoneKind.CONSOLIDATION,),
        Action.ADOPT: (MilestoneKind.ADOPTION,),
        Action.SUBMIT: (
            MilestoneKind.SEALING,
            MilestoneKind.SUBMISSION,
            MilestoneKind.INSTITUTION_DEADLINE,
        ),
    }
)
_UNDONE_BY: Mapping[Action, tuple[MilestoneKind, ...]] = MappingProxyType(
    {
        Action.FAIL_ROUND: (MilestoneKind.CONSOLIDATION, MilestoneKind.CLEARANCE, MilestoneKind.DECISION),
    }
)
"""What has to be done again when the text is open again."""


async def mark_stage(work: UnitOfWork, position: Position, action: Action) -> None:
    """Mark what a move of the stage meets, and take the mark from what it undoes."""
    await mark(work, position, _DONE_BY.get(action, ()))
    for row in await _rows(work, position, _UNDONE_BY.get(action, ())):
        row.done_at = None


async def mark(work: UnitOfWork, position: Position, kinds: Collection[MilestoneKind]) -> None:
    """Mark milestones that the calendar has and that were not met yet as met now."""
    for row in await _rows(work, position, kinds):
        row.done_at = row.done_at or work.now


async def _rows(work: UnitOfWork, position: Position, kinds: Collection[MilestoneKind]) -> list[Milestone]:
    if not kinds:
        return []
    statement = select(Milestone).where(Milestone.position_id == position.id, Milestone.kind.in_(kinds))
    return list(await work.session.scalars(statement))
