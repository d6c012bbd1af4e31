"""The dates of a position's calendar, and where each stands: done, to come, late, and what a late one does to those after it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from positions.deadlines import day_of, last_day
from positions.lifecycle import Stage
from positions.working_days import day_after, days_after


class MilestoneKind(StrEnum):
    """What is due on a date, in the order in which a paper comes to it."""

    SCOPE = "SCOPE"
    ZERO_DRAFT = "ZERO_DRAFT"
    COMMENTS_END = "COMMENTS_END"
    TABLING_DEADLINE = "TABLING_DEADLINE"
    CONSOLIDATION = "CONSOLIDATION"
    CLEARANCE = "CLEARANCE"
    DECISION = "DECISION"
    ADOPTION = "ADOPTION"
    TRANSLATION = "TRANSLATION"
    SEALING = "SEALING"
    SUBMISSION = "SUBMISSION"
    INSTITUTION_DEADLINE = "INSTITUTION_DEADLINE"


@dataclass(frozen=True)
class Dated:
    """A milestone of a calendar."""

    kind: MilestoneKind
    due_at: datetime
    done_at: datetime | None = None


@dataclass(frozen=True)
class Standing:
    """Where a milestone stands now.

    `slippage`: the working days by which it was done late, or is late by now; negative when it was done ahead; None while it is to
    come or has been passed over. `expected_on`: the first day on which it can be met now; it `fits` when that is in time."""

    kind: MilestoneKind
    due_at: datetime
    done_at: datetime | None = None
    is_overdue: bool = False
    slippage: int | None = None
    expected_on: date | None = None
    fits: bool = True


SHORTEST: Mapping[MilestoneKind, int] = MappingProxyType(
    {
        MilestoneKind.ZERO_DRAFT: 2,
        MilestoneKind.COMMENTS_END: 3,
        MilestoneKind.TABLING_DEADLINE: 2,
        MilestoneKind.CONSOLIDATION: 1,
        MilestoneKind.CLEARANCE: 3,
        MilestoneKind.DECISION: 1,
        MilestoneKind.ADOPTION: 1,
        MilestoneKind.TRANSLATION: 1,
    }
)
"""The fewest working days that must lie between what comes before and this."""

_STAGES = tuple(Stage)

_BEHIND: Mapping[MilestoneKind, Stage] = MappingProxyType(
    {
        MilestoneKind.SCOPE: Stage.DRAFTING,
        MilestoneKind.ZERO_DRAFT: Stage.AMENDING,
        MilestoneKind.COMMENTS_END: Stage.APPROVING,
        MilestoneKind.TABLING_DEADLINE: Stage.APPROVING,
        MilestoneKind.CONSOLIDATION: Stage.APPROVING,
        MilestoneKind.CLEARANCE: Stage.ADOPTED,
        MilestoneKind.DECISION: Stage.ADOPTED,
        MilestoneKind.ADOPTION: Stage.ADOPTED,
        MilestoneKind.TRANSLATION: Stage.SUBMITTED,
        MilestoneKind.SEALING: Stage.SUBMITTED,
        MilestoneKind.SUBMISSION: Stage.SUBMITTED,
        MilestoneKind.INSTITUTION_DEADLINE: Stage.SUBMITTED,
    }
)
"""From which stage on nobody waits for it any more."""

_PASSES: Mapping[MilestoneKind, Stage] = MappingProxyType(
    {MilestoneKind.COMMENTS_END: Stage.DRAFTING, MilestoneKind.TABLING_DEADLINE: Stage.AMENDING}
)
"""What is met by its hour alone when nothing before it is late, and the stage that must have been reached by then."""


def standings(
    milestones: Sequence[Dated], stage: Stage, now: datetime, holidays: Collection[date]
) -> list[Standing]:
    """Where each milestone stands, by date; one that is late pushes those after it by what they need at least."""
    found: list[Standing] = []
    reached: date | None = None
    for one in sorted(milestones, key=lambda each: (each.due_at, _ORDER[each.kind])):
        done_at = one.done_at
        if done_at is None and _has_passed(one, stage, now) and not any(each.is_overdue for each in found):
            done_at = one.due_at
        standing = _done(one, done_at, holidays) if done_at else _pending(one, stage, now, holidays, reached)
        met = day_of(done_at) if done_at else standing.expected_on
        reached = max((day for day in (reached, met) if day is not None), default=None)
        found.append(standing)
    return found


def is_behind(kind: MilestoneKind, stage: Stage) -> bool:
    """Whether a paper at this stage waits for a milestone no more."""
    return _at_least(stage, _BEHIND[kind])


_ORDER = {kind: number for number, kind in enumerate(MilestoneKind)}


def _done(one: Dated, done_at: datetime, holidays: Collection[date]) -> Standing:
    slippage = days_after(last_day(one.due_at), day_of(done_at), holidays)
    return Standing(one.kind, one.due_at, done_at=done_at, slippage=slippage)


def _pending(
    one: Dated, stage: Stage, now: datetime, holidays: Collection[date], reached: date | None
) -> Standing:
    if is_behind(one.kind, stage):
        return Standing(one.kind, one.due_at)
    due_on, today = last_day(one.due_at), day_of(now)
    is_overdue = now > one.due_at
    expected_on = max(due_on, today) if is_overdue else due_on
    if reached is not None:
        expected_on = max(expected_on, day_after(reached, SHORTEST.get(one.kind, 0), holidays))
    return Standing(
        kind=one.kind,
        due_at=one.due_at,
        is_overdue=is_overdue,
        slippage=days_after(due_on, today, holidays) if is_overdue else None,
        expected_on=expected_on,
        fits=not is_overdue and expected_on <= due_on,
    )


def _has_passed(one: Dated, stage: Stage, now: datetime) -> bool:
    return one.kind in _PASSES and now >= one.due_at and _at_least(stage, _PASSES[one.kind])


def _at_least(stage: Stage, other: Stage) -> bool:
    return _STAGES.index(stage) >= _STAGES.index(other)
