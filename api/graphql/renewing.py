"""The mutation that confirms an earlier approval on a newer text."""

from datetime import date

import strawberry

from api.graphql.context import Info
from api.graphql.payloads import Payload, mutation
from api.graphql.rounds import Round, load_round
from api.graphql.votes import Vote, load_vote
from api.graphql.voting import MandateInput
from positions.services.idempotency import key
from positions.services.survivals import ConfirmApproval, confirm_approval


@strawberry.input(description="An earlier approval confirmed on a newer text.")
class ConfirmApprovalInput:
    """The round whose text is approved now, and under which mandate."""

    round_id: strawberry.ID = strawberry.field(description="The round that takes votes now.")
    organization_code: str | None = strawberry.field(
        default=None, description="Whom the member acts for; needed only with several organizations."
    )
    mandate: MandateInput | None = strawberry.field(
        default=None,
        description="Under which mandate; absent, the earlier one, if it was given for the paper and is still valid.",
    )
    ratification_due_on: date | None = strawberry.field(
        default=None, description="The vote is subject to ratification by this day; it counts meanwhile."
    )
    idempotency_key: str | None = strawberry.field(
        default=None, description="Repeats with this key do it once."
    )


@strawberry.type(description="What confirmApproval answers.")
class ConfirmApprovalPayload(Payload):
    """The new vote, and the round with it counted."""

    vote: Vote | None = strawberry.field(default=None, description="The vote.")
    round: Round | None = strawberry.field(default=None, description="The round.")


@strawberry.type
class RenewalMutations:
    """Mutations of votes that renew earlier ones."""

    @mutation(
        "Approve as in the earlier round, with the reservations that still stand on unchanged words; refused where the town has to vote anew."
    )
    async def confirm_approval(self, info: Info, input: ConfirmApprovalInput) -> ConfirmApprovalPayload:
        """Confirm an approval."""
        context = info.context
        request = ConfirmApproval(
            round_id=input.round_id,
            mandate=input.mandate.given() if input.mandate else None,
            certificate_id=input.mandate.certificate_id if input.mandate else None,
            ratification_due_on=input.ratification_due_on,
            organization_code=input.organization_code,
        )
        used = key(context.actor, "confirmApproval", input.idempotency_key, strawberry.asdict(input))
        async with context.write() as work:
            vote = await confirm_approval(work, context.actor, request, used)
        return ConfirmApprovalPayload(
            vote=await load_vote(context, vote.id), round=await load_round(context, input.round_id)
        )
