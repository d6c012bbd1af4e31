"""Dated roles as clients see them."""

from datetime import date

import strawberry

from api.graphql.context import Info
from api.graphql.organizations import Organization
from positions.actors import Role
from positions.members import Presence, Term
from positions.queries.members import MembershipRow

strawberry.enum(Role, description="What a member does for an organization.")
strawberry.enum(Presence, description="Where today stands to a dated role.")


@strawberry.type(description="A dated role of a member for an organization.")
class Membership:
    """One role."""

    id: strawberry.ID = strawberry.field(description="The membership's id.")
    role: Role = strawberry.field(description="The role.")
    is_substitute: bool = strawberry.field(description="Whether it stands in for the delegate.")
    organization: Organization = strawberry.field(description="The organization.")
    since: date = strawberry.field(name="from", description="The role's first day.")
    until: date | None = strawberry.field(description="The role's last day.")

    @classmethod
    def of(cls, row: MembershipRow) -> "Membership":
        """The role of a row that was loaded with its organization."""
        return cls(
            id=strawberry.ID(row.id),
            role=Role(row.role),
            is_substitute=row.is_substitute,
            organization=Organization.of(row.organization),
            since=row.since,
            until=row.until,
        )

    @strawberry.field(description="Whether it holds today, is to come, or has ended.")
    def presence(self, info: Info) -> Presence:
        """The role today."""
        return Term(self.role, self.since, self.until).presence(info.context.today)
