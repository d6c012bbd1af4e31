"""What opening a round will do, told before anybody does it."""

from datetime import datetime

import strawberry

from api.graphql.approving import OpenRoundInput
from api.graphql.context import Context, Info
from api.graphql.organizations import Organization
from api.graphql.payloads import UserError, as_user_error
from api.graphql.routes import RouteStep
from api.graphql.tallies import Rule, Weight
from api.graphql.versions import Version
from positions import openings
from positions.electors import weigh
from positions.errors import Refusal
from positions.openings import Outcome, Surprise
from positions.organizations import Absence
from positions.queries.organizations import organizations_by_code
from positions.rounds import RECALL_TIME
from positions.rules import Silence
from positions.services.previews import Preview, preview_opening

strawberry.enum(
    Outcome, name="OpeningOutcome", description="What a pass leads to; CLEARED adopts nothing yet."
)
strawberry.enum(
    Surprise,
    name="OpeningWarning",
    description="What somebody who opens a round should know. ONE_CAN_PREVENT: who alone, by objecting, prevents the pass.",
)
strawberry.enum(Absence, name="Absence", description="Why an organization is not called to vote.")


@strawberry.type(description="An organization that would be called.")
class PreviewElector:
    """One of those called, with the figures of the opening day."""

    organization: Organization = strawberry.field(description="Who.")
    population: int = strawberry.field(description="Its inhabitants on the opening day.")
    seats: int = strawberry.field(description="Its seats on the opening day.")


@strawberry.type(description="An organization that would not be called, and why.")
class LeftOut:
    """One of those left out."""

    organization: Organization = strawberry.field(description="Who.")
    why: Absence = strawberry.field(description="Why.")


@strawberry.type(description="Something to think of before opening; none of it prevents it.")
class OpeningCaution:
    """A warning and what it is about."""

    kind: Surprise = strawberry.field(description="What it warns of.")
    count: int = strawberry.field(
        description="How many there are, or how many working days; 0 where nothing is counted."
    )
    organizations: list[Organization] = strawberry.field(description="Whom it is about.")
    languages: list[str] = strawberry.field(description="Which texts it is about.")


@strawberry.type(
    description="What opening a round would do. Null parts cannot be told while a refusal stands."
)
class OpeningPreview:
    """A round that is not opened yet."""

    number: int = strawberry.field(description="The number it would have.")
    name: str | None = strawberry.field(description="What it would be called, in the original's language.")
    step: RouteStep | None = strawberry.field(description="The route's step; null for an ad-hoc round.")
    version: Version | None = strawberry.field(description="The version it would freeze.")
    rule: Rule | None = strawberry.field(description="When it would pass.")
    silence: Silence | None = strawberry.field(description="What silence would mean.")
    is_sealed: bool = strawberry.field(
        description="Whether nobody would see how others voted before it has closed."
    )
    opens_at: datetime = strawberry.field(description="From when it would take votes.")
    closes_at: datetime = strawberry.field(description="Until when, excluded.")
    working_days: int = strawberry.field(description="The working days there are for answering.")
    usual_working_days: int = strawberry.field(description="The working days that are usual for it.")
    usual_closes_at: datetime = strawberry.field(description="When it would close after the usual period.")
    recall_minutes: int = strawberry.field(
        description="For how many minutes it could be taken back while nobody has voted."
    )
    outcome: Outcome | None = strawberry.field(description="What a pass would lead to.")
    next_step: RouteStep | None = strawberry.field(description="The step that would be due after a pass.")
    electorate: list[PreviewElector] = strawberry.field(
        description="Who would be called, in the order called."
    )
    weight: Weight = strawberry.field(description="What those called weigh together.")
    left_out: list[LeftOut] = strawberry.field(description="Who would not be called, by code.")
    people: int = strawberry.field(description="How many people could vote for those called.")
    confirmable_approvals: int = strawberry.field(
        description="How many of those called could confirm an earlier approval in one click."
    )
    cautions: list[OpeningCaution] = strawberry.field(description="What to think of before opening.")
    user_errors: list[UserError] = strawberry.field(
        description="Every refusal that opening it would meet, in the order they are checked; empty when it would open."
    )


@strawberry.type
class OpeningQueries:
    """Root fields about opening rounds."""

    @strawberry.field(
        description="What `openRound` would do with this input; null for whoever may not open a round there now."
    )
    async def opening_preview(self, info: Info, input: OpenRoundInput) -> OpeningPreview | None:
        """The preview."""
        context = info.context
        try:
            found = await context.read(
                preview_opening, context.database.drafts, context.actor, input.request(), context.now
            )
        except Refusal:
            return None
        return await _shown(context, found)


async def _shown(context: Context, found: Preview) -> OpeningPreview:
    terms = found.terms
    return OpeningPreview(
        number=found.number,
        name=terms.name if terms else None,
        step=RouteStep.of(terms.step) if terms and terms.step else None,
        version=Version.of(found.version) if found.version else None,
        rule=Rule.of(terms.rule) if terms else None,
        silence=terms.silence if terms else None,
        is_sealed=bool(terms and terms.step and terms.step.is_sealed),
        opens_at=found.opens_at,
        closes_at=found.closes_at,
        working_days=found.working_days,
        usual_working_days=found.usual_days,
        usual_closes_at=found.usual_closes_at,
        recall_minutes=int(RECALL_TIME.total_seconds()) // 60,
        outcome=found.outcome,
        next_step=RouteStep.of(found.next_step) if found.next_step else None,
        electorate=[
            PreviewElector(organization=Organization.of(row), population=one.population, seats=one.seats)
            for row, one in found.electors
        ],
        weight=Weight.of(weigh([one for _, one in found.electors])),
        left_out=[LeftOut(organization=Organization.of(row), why=why) for row, why in found.left_out],
        people=found.people,
        confirmable_approvals=found.confirmable,
        cautions=[await _caution(context, one) for one in found.cautions],
        user_errors=[as_user_error(refusal, context.language) for refusal in found.refusals],
    )


async def _caution(context: Context, told: openings.Caution) -> OpeningCaution:
    rows = await context.read(organizations_by_code, told.organizations)
    return OpeningCaution(
        kind=told.kind,
        count=told.count,
        organizations=[Organization.of(rows[code]) for code in told.organizations if code in rows],
        languages=list(told.languages),
    )
