"""Mutations of positions: propose, change, join, move."""

from datetime import datetime
from enum import StrEnum

import strawberry

from api.graphql.context import Info
from api.graphql.payloads import Payload, mutation
from api.graphql.positions import Position, position_of
from api.graphql.scalars import LocalizedTextInput
from positions.headings import LanguageText
from positions.institutions import RelationKind
from positions.lifecycle import Action
from positions.milestones import MilestoneKind
from positions.services.covers import CoverGiven, MilestoneGiven, RelationGiven
from positions.services.idempotency import key
from positions.services.participation import SetParticipation, set_participation
from positions.services.positions import CreatePosition, UpdatePosition, create_position, update_position
from positions.services.stages import MoveStage, move_stage

_ACTING = "Whom the member acts for; needed only with several organizations."
_DEADLINE = "RFC 3339; a date alone means the midnight at its end in Brussels."


@strawberry.enum(description="What moves a position by a coordinator's hand.")
class StageAction(StrEnum):
    """The actions that have a button."""

    START_DRAFTING = "START_DRAFTING"
    OPEN_AMENDING = "OPEN_AMENDING"
    REOPEN_DRAFTING = "REOPEN_DRAFTING"
    PUBLISH = "PUBLISH"
    UNPUBLISH = "UNPUBLISH"
    CLOSE = "CLOSE"
    REOPEN = "REOPEN"
    WITHDRAW = "WITHDRAW"


@strawberry.input(description="An identifier of a related file.")
class RelationInput:
    """A relation as clients send it."""

    kind: RelationKind = strawberry.field(description="What kind of identifier it is.")
    value: str = strawberry.field(description="The identifier, in the form of its kind.")


@strawberry.input(description="A date of the calendar.")
class MilestoneInput:
    """A milestone as clients send it."""

    kind: MilestoneKind = strawberry.field(description="What is due.")
    due_at: str | None = strawberry.field(default=None, description=f"{_DEADLINE} Null takes the date off.")


@strawberry.input(description="A position to propose.")
class CreatePositionInput:
    """A cover, a lead and participants."""

    titles: list[LocalizedTextInput] = strawberry.field(
        description="Titles by language; the original language must have one."
    )
    original_language: str = strawberry.field(description="BCP 47 tag of the original text.")
    lead_code: str = strawberry.field(description="The organization that leads the work on the text.")
    summaries: list[LocalizedTextInput] | None = strawberry.field(
        default=None, description="Plain summaries by language."
    )
    participant_codes: list[str] | None = strawberry.field(
        default=None, description="Organizations to invite; the lead takes part anyway."
    )
    subject_codes: list[str] | None = strawberry.field(default=None, description="Domains to file it under.")
    addressee_codes: list[str] | None = strawberry.field(default=None, description="Institutions it is for.")
    relations: list[RelationInput] | None = strawberry.field(default=None, description="Files it is about.")
    target_deadline: str | None = strawberry.field(
        default=None, description=f"Until when it must be with the institution. {_DEADLINE}"
    )
    milestones: list[MilestoneInput] | None = strawberry.field(
        default=None, description="Dates of its calendar, as calendarProposal proposes them."
    )
    route_key: str | None = strawberry.field(default=None, description="The route of rounds it follows.")
    idempotency_key: str | None = strawberry.field(
        default=None, description="Repeats with this key propose it once."
    )
    organization_code: str | None = strawberry.field(default=None, description=_ACTING)


@strawberry.input(
    description="What to change on a cover. What is absent stays; a list that is given replaces the whole list, "
    "but milestones are set one by one."
)
class UpdatePositionInput:
    """Parts of a cover."""

    reference: str = strawberry.field(description="The position.")
    expected_updated_at: datetime = strawberry.field(
        description="The position's `updatedAt` when it was read: refused as STALE when it has changed since."
    )
    titles: list[LocalizedTextInput] | None = strawberry.field(
        default=None, description="Titles by language."
    )
    summaries: list[LocalizedTextInput] | None = strawberry.field(
        default=None, description="Plain summaries by language."
    )
    subject_codes: list[str] | None = strawberry.field(default=None, description="Domains.")
    addressee_codes: list[str] | None = strawberry.field(default=None, description="Institutions.")
    relations: list[RelationInput] | None = strawberry.field(default=None, description="Files it is about.")
    target_deadline: str | None = strawberry.field(
        default=None, description=f"The milestone INSTITUTION_DEADLINE. {_DEADLINE}"
    )
    milestones: list[MilestoneInput] | None = strawberry.field(default=None, description="Dates to set.")
    organization_code: str | None = strawberry.field(default=None, description=_ACTING)


@strawberry.input(description="Whether an organization takes part.")
class SetParticipationInput:
    """An organization, in or out."""

    reference: str = strawberry.field(description="The position.")
    participates: bool = strawberry.field(
        description="Join or be invited (true); leave or be removed (false)."
    )
    organization_code: str | None = strawberry.field(
        default=None, description="The organization it is about; the member's own without it."
    )


@strawberry.input(description="An action on a position's stage.")
class MoveStageInput:
    """A position and an action."""

    reference: str = strawberry.field(description="The position.")
    action: StageAction = strawberry.field(description="What to do.")
    reason: str | None = strawberry.field(default=None, description="Why; WITHDRAW needs it.")
    organization_code: str | None = strawberry.field(default=None, description=_ACTING)


@strawberry.type(description="What createPosition answers.")
class CreatePositionPayload(Payload):
    """The position proposed."""

    position: Position | None = strawberry.field(default=None, description="The new position.")


@strawberry.type(description="What updatePosition answers.")
class UpdatePositionPayload(Payload):
    """The position changed."""

    position: Position | None = strawberry.field(default=None, description="The position as it is now.")


@strawberry.type(description="What setParticipation answers.")
class SetParticipationPayload(Payload):
    """The position joined or left."""

    position: Position | None = strawberry.field(
        default=None, description="The position as it is now; null when the reader no longer sees it."
    )


@strawberry.type(description="What moveStage answers.")
class MoveStagePayload(Payload):
    """The position moved."""

    position: Position | None = strawberry.field(default=None, description="The position as it is now.")


@strawberry.type
class PositionMutations:
    """Mutations of positions."""

    @mutation("Propose a position; its original text begins empty.")
    async def create_position(self, info: Info, input: CreatePositionInput) -> CreatePositionPayload:
        """Propose a position."""
        actor = info.context.actor
        request = CreatePosition(
            original_language=input.original_language,
            lead_code=input.lead_code,
            cover=_cover(input),
            participant_codes=input.participant_codes or (),
            route_key=input.route_key,
            organization_code=input.organization_code,
        )
        used = key(actor, "createPosition", input.idempotency_key, strawberry.asdict(input))
        async with info.context.write() as work:
            reference = (await create_position(work, actor, request, used)).reference
        return CreatePositionPayload(position=await position_of(info, reference))

    @mutation("Change what stands on a position's cover.")
    async def update_position(self, info: Info, input: UpdatePositionInput) -> UpdatePositionPayload:
        """Change the cover."""
        request = UpdatePosition(
            input.reference, input.expected_updated_at, _cover(input), input.organization_code
        )
        async with info.context.write() as work:
            await update_position(work, info.context.actor, request)
        return UpdatePositionPayload(position=await position_of(info, input.reference))

    @mutation("Take part or leave, with one's own organization; a coordinator invites and removes any.")
    async def set_participation(self, info: Info, input: SetParticipationInput) -> SetParticipationPayload:
        """Bring an organization in or take it out."""
        request = SetParticipation(input.reference, input.participates, input.organization_code)
        async with info.context.write() as work:
            await set_participation(work, info.context.actor, request)
        return SetParticipationPayload(position=await position_of(info, input.reference))

    @mutation("Move a position through its life, or make it public.")
    async def move_stage(self, info: Info, input: MoveStageInput) -> MoveStagePayload:
        """Do what a button asks."""
        request = MoveStage(input.reference, Action(input.action), input.reason, input.organization_code)
        async with info.context.write() as work:
            await move_stage(work, info.context.actor, request)
        return MoveStagePayload(position=await position_of(info, input.reference))


def _cover(given: CreatePositionInput | UpdatePositionInput) -> CoverGiven:
    return CoverGiven(
        titles=_texts(given.titles),
        summaries=_texts(given.summaries),
        subject_codes=given.subject_codes,
        addressee_codes=given.addressee_codes,
        relations=None
        if given.relations is None
        else [RelationGiven(relation.kind, relation.value) for relation in given.relations],
        target_deadline=given.target_deadline,
        milestones=[MilestoneGiven(date.kind, date.due_at) for date in given.milestones or ()],
    )


def _texts(given: list[LocalizedTextInput] | None) -> list[LanguageText] | None:
    return None if given is None else [LanguageText(each.language, each.text) for each in given]
