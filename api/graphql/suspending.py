"""Who is called to vote, kept by administrators: suspending and reinstating a municipality, merging it into another."""

from datetime import date

import strawberry

from api.graphql.context import Context, Info
from api.graphql.organizations import Organization, load_organization
from api.graphql.payloads import Payload, mutation
from positions.queries.organizations import OrganizationRow
from positions.services.suspensions import (
    Merge,
    Suspend,
    merge_organization,
    reinstate_organization,
    suspend_organization,
)

_ACTING = "The organization you act for; required only when you may act for several."


@strawberry.input(description="A municipality not to be called on some days.")
class SuspendOrganizationInput:
    """A municipality and days."""

    code: str = strawberry.field(description="The municipality.")
    reason: str = strawberry.field(description="Why; only administrators read it.")
    since: date | None = strawberry.field(
        name="from", default=None, description="The first day; today by default."
    )
    until: date | None = strawberry.field(default=None, description="The last day; null while unknown.")
    organization_code: str | None = strawberry.field(default=None, description=_ACTING)


@strawberry.input(description="A municipality to be called again.")
class ReinstateOrganizationInput:
    """A municipality."""

    code: str = strawberry.field(description="The municipality.")
    organization_code: str | None = strawberry.field(default=None, description=_ACTING)


@strawberry.input(description="A municipality that merges into another.")
class MergeOrganizationInput:
    """A last day and a successor; without both, what was said before is taken back."""

    code: str = strawberry.field(description="The municipality that ends.")
    last_day: date | None = strawberry.field(
        default=None, description="Its last day: from the next on it is not called."
    )
    successor_code: str | None = strawberry.field(default=None, description="The municipality that follows.")
    organization_code: str | None = strawberry.field(default=None, description=_ACTING)


@strawberry.type(description="What mutations of organizations answer.")
class OrganizationPayload(Payload):
    """The organization as it is now."""

    organization: Organization | None = strawberry.field(default=None, description="The organization.")


@strawberry.type
class OrganizationMutations:
    """Mutations of who is called. Rounds that run keep their electorate."""

    @mutation("Let a municipality not be called to vote on some days. Administrators only.")
    async def suspend_organization(self, info: Info, input: SuspendOrganizationInput) -> OrganizationPayload:
        """Suspend it."""
        request = Suspend(input.code, input.reason, input.since, input.until, input.organization_code)
        async with info.context.write() as work:
            row = await suspend_organization(work, info.context.actor, request)
        return await _payload(info.context, row)

    @mutation("Call a suspended municipality again from today on. Administrators only.")
    async def reinstate_organization(
        self, info: Info, input: ReinstateOrganizationInput
    ) -> OrganizationPayload:
        """Call it again."""
        async with info.context.write() as work:
            row = await reinstate_organization(work, info.context.actor, input.code, input.organization_code)
        return await _payload(info.context, row)

    @mutation("Say a municipality's last day and what it merges into, or take it back. Administrators only.")
    async def merge_organization(self, info: Info, input: MergeOrganizationInput) -> OrganizationPayload:
        """Merge it."""
        request = Merge(input.code, input.last_day, input.successor_code, input.organization_code)
        async with info.context.write() as work:
            row = await merge_organization(work, info.context.actor, request)
        return await _payload(info.context, row)


async def _payload(context: Context, row: OrganizationRow) -> OrganizationPayload:
    return OrganizationPayload(organization=await load_organization(context, row.id))
