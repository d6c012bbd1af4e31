"""The dates of a position's calendar, and calendars proposed from an institution's deadline."""

from datetime import date, datetime
from typing import Annotated

import strawberry

from api.graphql.context import Info
from api.graphql.holidays import Holiday
from positions.deadlines import BRUSSELS, last_day
from positions.deadlines import deadline as read_deadline
from positions.lifecycle import Stage
from positions.milestones import MilestoneKind, Standing, is_behind
from positions.planning import CalendarProposal as Proposal
from positions.planning import Proposed, Window, fitting_window, propose
from positions.queries.access import see_position
from positions.queries.holidays import clock, institution_holidays

strawberry.enum(
    MilestoneKind, description="What is due on a date, in the order in which a paper comes to it."
)
strawberry.enum(
    Window,
    name="CalendarWindow",
    description="How long before the deadline the work begins. FOUR_WEEKS: only the asks and a letter, towns ratify later; "
    "EIGHT_WEEKS: amendments, clearance by silence and the Council of Mayors; TWELVE_WEEKS: two political steps.",
)

Deadline = Annotated[
    str, strawberry.argument(description="RFC 3339; a date alone means the midnight at its end in Brussels.")
]
Wanted = Annotated[
    Window | None,
    strawberry.argument(description="The longest that still fits without it, else FOUR_WEEKS."),
]

Reference = Annotated[
    str | None, strawberry.argument(description="The position it is for: what lies behind it is told.")
]


@strawberry.type(description="A date of a position's calendar, and where it stands now.")
class Milestone:
    """A date."""

    kind: MilestoneKind = strawberry.field(description="What is due.")
    due_at: datetime = strawberry.field(description="Until when.")
    done_at: datetime | None = strawberry.field(description="When it was done.")
    is_overdue: bool = strawberry.field(description="Whether it is late and still to be done.")
    slippage: int | None = strawberry.field(
        description="The working days by which it was done late, or is late by now; negative when it was done ahead; null "
        "while it is to come or when the paper has passed it over."
    )
    expected_on: date | None = strawberry.field(
        description="The first day on which it can be met now, after what is late before it; null when nobody waits for it."
    )
    fits: bool = strawberry.field(description="Whether it can still be met in time.")

    @classmethod
    def of(cls, standing: Standing) -> "Milestone":
        """The milestone as clients read it."""
        return cls(
            kind=standing.kind,
            due_at=standing.due_at,
            done_at=standing.done_at,
            is_overdue=standing.is_overdue,
            slippage=standing.slippage,
            expected_on=standing.expected_on,
            fits=standing.fits,
        )


@strawberry.type(description="A date that a calendar proposes.")
class ProposedMilestone:
    """A date to take or to change."""

    kind: MilestoneKind = strawberry.field(description="What would be due.")
    working_days_before: int = strawberry.field(description="How many working days before the deadline.")
    opens_at: datetime | None = strawberry.field(
        description="When its round would open; null where none is held."
    )
    due_at: datetime = strawberry.field(description="Until when.")
    fits: bool = strawberry.field(description="Whether its time has not gone by.")
    is_behind: bool = strawberry.field(
        description="Whether the position named waits for it no more; false without one."
    )

    @classmethod
    def of(cls, one: Proposed, stage: Stage) -> "ProposedMilestone":
        """The date as clients read it, of a paper at a stage."""
        return cls(
            kind=one.kind,
            working_days_before=one.working_days_before,
            opens_at=one.opens_at,
            due_at=one.due_at,
            fits=one.fits,
            is_behind=is_behind(one.kind, stage),
        )


@strawberry.type(
    description="A calendar counted back from an institution's deadline; updatePosition takes it over."
)
class CalendarProposal:
    """A calendar."""

    window: Window = strawberry.field(description="Which template it follows.")
    fitting_window: Window | None = strawberry.field(
        description="The longest template of which nothing has gone by; null when even the shortest no longer fits."
    )
    working_days_left: int = strawberry.field(description="From today until the deadline.")
    milestones: list[ProposedMilestone] = strawberry.field(description="Its dates, in order.")
    institution_holidays: list[Holiday] = strawberry.field(
        description="Days off of the European institutions between the submission and the deadline."
    )

    @classmethod
    def of(
        cls, made: Proposal, fitting: Window | None, closed: list[Holiday], stage: Stage
    ) -> "CalendarProposal":
        """The calendar as clients read it."""
        return cls(
            window=made.window,
            fitting_window=fitting,
            working_days_left=made.working_days_left,
            milestones=[ProposedMilestone.of(one, stage) for one in made.milestones],
            institution_holidays=closed,
        )


@strawberry.type
class MilestoneQueries:
    """Root fields about calendars."""

    @strawberry.field(description="A calendar counted back in working days from an institution's deadline.")
    async def calendar_proposal(
        self, info: Info, deadline: Deadline, window: Wanted = None, reference: Reference = None
    ) -> CalendarProposal:
        """What would have to be done when."""
        stage = Stage.PROPOSED
        if reference is not None:
            stage = (await info.context.read(see_position, info.context.actor, reference)).stage
        closes_at, now = read_deadline(deadline, ["deadline"]), info.context.now
        holidays = await info.context.read_once(clock)
        fitting = fitting_window(closes_at, now, holidays)
        made = propose(closes_at, window or fitting or Window.FOUR_WEEKS, now, holidays)
        submission = next(one for one in made.milestones if one.kind is MilestoneKind.SUBMISSION)
        rows = await info.context.read(institution_holidays, submission.due_at, last_day(closes_at, BRUSSELS))
        return CalendarProposal.of(made, fitting, [Holiday.of(row) for row in rows], stage)
