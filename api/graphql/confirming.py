"""Mutations of second words: confirm a vote, ask a new government to confirm, want two persons for every vote of a town."""

import strawberry

from api.graphql.context import Info
from api.graphql.organizations import Organization, load_organization
from api.graphql.payloads import Payload, mutation
from api.graphql.rounds import Round, load_round
from api.graphql.votes import Vote, load_vote
from positions.services.confirmations import (
    AskConfirmation,
    ask_confirmation,
    confirm_vote,
    set_vote_confirmation,
)

_ACTING = "Whom the member acts for; needed only with several organizations."


@strawberry.input(description="Which vote to confirm.")
class ConfirmVoteInput:
    """A vote of one's own organization."""

    vote_id: strawberry.ID = strawberry.field(description="The vote.")
    organization_code: str | None = strawberry.field(default=None, description=_ACTING)


@strawberry.type(description="What confirmVote answers.")
class ConfirmVotePayload(Payload):
    """The vote, and the round with it counted."""

    vote: Vote | None = strawberry.field(default=None, description="The vote.")
    round: Round | None = strawberry.field(default=None, description="The round.")


@strawberry.input(description="Which town is to confirm its vote in a round, and why.")
class AskConfirmationInput:
    """A town whose government has changed, say."""

    round_id: strawberry.ID = strawberry.field(description="The round.")
    for_organization_code: str = strawberry.field(description="Whose vote it is.")
    reason: str = strawberry.field(description="Why it is asked: plain text.")
    organization_code: str | None = strawberry.field(default=None, description=_ACTING)


@strawberry.type(description="What askConfirmation answers.")
class AskConfirmationPayload(Payload):
    """The round; the vote goes on counting."""

    round: Round | None = strawberry.field(default=None, description="The round.")


@strawberry.input(description="Whether the votes of an organization take two persons.")
class SetVoteConfirmationInput:
    """A switch that an administrator sets."""

    for_organization_code: str = strawberry.field(description="Whose votes.")
    confirms_votes: bool = strawberry.field(description="Whether a second person has to confirm them.")
    organization_code: str | None = strawberry.field(default=None, description=_ACTING)


@strawberry.type(description="What setVoteConfirmation answers.")
class SetVoteConfirmationPayload(Payload):
    """The organization as it is now."""

    organization: Organization | None = strawberry.field(default=None, description="The organization.")


@strawberry.type
class ConfirmationMutations:
    """Mutations of second words."""

    @mutation("Confirm a vote that a colleague prepared, or that a coordinator asks a new government about.")
    async def confirm_vote(self, info: Info, input: ConfirmVoteInput) -> ConfirmVotePayload:
        """Confirm."""
        context = info.context
        async with context.write() as work:
            vote = await confirm_vote(work, context.actor, input.vote_id, input.organization_code)
        return ConfirmVotePayload(
            vote=await load_vote(context, vote.id), round=await load_round(context, vote.round_id)
        )

    @mutation("Ask a town to confirm the vote that counts, while its round is open; it goes on counting.")
    async def ask_confirmation(self, info: Info, input: AskConfirmationInput) -> AskConfirmationPayload:
        """Ask."""
        context = info.context
        request = AskConfirmation(
            input.round_id, input.for_organization_code, input.reason, input.organization_code
        )
        async with context.write() as work:
            row = await ask_confirmation(work, context.actor, request)
        return AskConfirmationPayload(round=await load_round(context, row.id))

    @mutation(
        "Say, as an administrator, whether an organization's votes take a second person's confirmation."
    )
    async def set_vote_confirmation(
        self, info: Info, input: SetVoteConfirmationInput
    ) -> SetVoteConfirmationPayload:
        """Set the switch."""
        context = info.context
        async with context.write() as work:
            row = await set_vote_confirmation(
                work,
                context.actor,
                input.for_organization_code,
                confirms=input.confirms_votes,
                acting_code=input.organization_code,
            )
        return SetVoteConfirmationPayload(organization=await load_organization(context, row.id))
