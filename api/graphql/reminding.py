"""The mutation that reminds organizations of a round."""

import strawberry

from api.graphql.context import Info
from api.graphql.payloads import Payload, mutation
from api.graphql.rounds import Round, load_round
from positions.services.reminders import RemindOrganizations, remind_organizations


@strawberry.input(description="Whom to remind of which round.")
class RemindOrganizationsInput:
    """A round, and organizations that have not voted in it."""

    round_id: strawberry.ID = strawberry.field(description="The round.")
    organization_codes: list[str] | None = strawberry.field(
        default=None,
        description="Whom, by code; null for every organization that may be reminded. Each at most once an hour.",
    )
    organization_code: str | None = strawberry.field(
        default=None, description="Whom the member acts for; needed only with several organizations."
    )


@strawberry.type(description="What remindOrganizations answers.")
class RemindOrganizationsPayload(Payload):
    """The round, its towns reminded."""

    round: Round | None = strawberry.field(default=None, description="The round.")


@strawberry.type
class ReminderMutations:
    """Reminding."""

    @mutation(
        "Remind organizations that have not voted, in the application and by mail; the record keeps whom."
    )
    async def remind_organizations(
        self, info: Info, input: RemindOrganizationsInput
    ) -> RemindOrganizationsPayload:
        """Remind."""
        request = RemindOrganizations(str(input.round_id), input.organization_codes, input.organization_code)
        async with info.context.write() as work:
            await remind_organizations(work, info.context.actor, request)
        return RemindOrganizationsPayload(round=await load_round(info.context, input.round_id))
