"""Who wrote, decided or voted: a member in office for an organization."""

import strawberry

from api.graphql.context import Info
from api.graphql.organizations import Organization


@strawberry.type(description="A member acting for an organization.")
class Author:
    """The author behind a membership id."""

    membership_id: strawberry.Private[str]

    @strawberry.field(description="The member's name.")
    async def name(self, info: Info) -> str:
        """The name, as the register has it."""
        return (await info.context.loaders.memberships.load(self.membership_id)).member.name

    @strawberry.field(description="The organization the member acted for.")
    async def organization(self, info: Info) -> Organization:
        """The organization."""
        membership = await info.context.loaders.memberships.load(self.membership_id)
        return await organization_of(info, membership.organization_id)


@strawberry.type(description="How much of a text an organization wrote.")
class Contributor:
    """An organization's share of a text."""

    organization: Organization = strawberry.field(description="Who wrote.")
    characters: int = strawberry.field(description="How many code points of the text are theirs.")


async def organization_of(info: Info, organization_id: str) -> Organization:
    """The organization with this id, which exists."""
    row = await info.context.loaders.organizations.load(organization_id)
    return Organization.of(row)


async def contributors_of(info: Info, characters: dict[str, int]) -> list[Contributor]:
    """The shares of organizations, largest first, from the shares of memberships."""
    rows = await info.context.loaders.memberships.load_many(list(characters))
    totals: dict[str, int] = {}
    for row, count in zip(rows, characters.values(), strict=True):
        totals[row.organization_id] = totals.get(row.organization_id, 0) + count
    ordered = sorted(totals.items(), key=lambda share: (-share[1], share[0]))
    return [
        Contributor(organization=await organization_of(info, organization_id), characters=count)
        for organization_id, count in ordered
    ]
