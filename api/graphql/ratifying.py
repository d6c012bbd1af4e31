"""The mutation of ratifications: what a body made of a vote that was cast subject to it."""

import strawberry

from api.graphql.context import Info
from api.graphql.payloads import Payload, mutation
from api.graphql.rounds import Round, load_round
from api.graphql.votes import Vote, load_vote
from api.graphql.voting import ActInput
from positions.mandates import RatificationOutcome, RatificationStatus
from positions.services.ratifications import SettleRatification, settle_ratification

_ACTING = "Whom the member acts for; needed only with several organizations."

strawberry.enum(RatificationOutcome, description="What a body makes of a vote.")


@strawberry.input(description="What a body made of a vote.")
class SettleRatificationInput:
    """A vote, the outcome, and the act."""

    vote_id: strawberry.ID = strawberry.field(description="The vote.")
    outcome: RatificationOutcome = strawberry.field(description="Whether the body confirmed it.")
    act: ActInput = strawberry.field(description="The body's minutes.")
    certificate_id: strawberry.ID | None = strawberry.field(
        default=None, description="The file that proves it, kept before with the position."
    )
    organization_code: str | None = strawberry.field(default=None, description=_ACTING)


@strawberry.type(description="What settleRatification answers.")
class SettleRatificationPayload(Payload):
    """The vote, and the round as it stands with it."""

    vote: Vote | None = strawberry.field(default=None, description="The vote.")
    round: Round | None = strawberry.field(default=None, description="The round.")


@strawberry.type
class RatificationMutations:
    """Mutations of ratifications."""

    @mutation(
        "Say what a body made of a vote: by its town, or by a coordinator from minutes. "
        "Before the closing one that was not ratified stands no more; what was counted stays counted."
    )
    async def settle_ratification(
        self, info: Info, input: SettleRatificationInput
    ) -> SettleRatificationPayload:
        """Settle."""
        context = info.context
        request = SettleRatification(
            vote_id=input.vote_id,
            outcome=RatificationStatus(input.outcome),
            act=input.act.given(),
            certificate_id=input.certificate_id,
            organization_code=input.organization_code,
        )
        async with context.write() as work:
            vote = await settle_ratification(work, context.actor, request)
        return SettleRatificationPayload(
            vote=await load_vote(context, vote.id), round=await load_round(context, vote.round_id)
        )
