"""The register of members as its administrators see it."""

from datetime import date, datetime
from functools import partial

import strawberry

from api.graphql.context import Context, Info
from api.graphql.mails import Outbox, outbox_of
from api.graphql.memberships import Membership
from api.graphql.nodes import Node
from api.graphql.organizations import Organization
from api.graphql.pagination import After, Connection, First, connect, connect_loaded, window
from positions.actors import Role
from positions.errors import Refusal
from positions.invitations import InvitationState
from positions.members import Presence, demand_administrator
from positions.queries.members import MemberRow, find_member
from positions.queries.registers import (
    InvitationRow,
    MemberFilter,
    count_invitations,
    course_of,
    find_invitation_by_id,
    linked_members,
    list_invitations,
    list_members,
    member_key,
)

strawberry.enum(InvitationState, description="What has become of an invitation.")


@strawberry.type(description="A person on the register, with every role they had, have, and will have.")
class Member(Node):
    """A member."""

    name: str = strawberry.field(description="The member's name.")
    email: str = strawberry.field(description="The member's address.")
    memberships: list[Membership] = strawberry.field(description="Every role, the newest first.")

    @classmethod
    def of(cls, row: MemberRow) -> "Member":
        """The member of a row that was loaded with every role."""
        roles = sorted(row.memberships, key=lambda one: (one.since, one.id), reverse=True)
        return cls(
            id=strawberry.ID(row.id),
            name=row.name,
            email=row.email,
            memberships=[Membership.of(one) for one in roles],
        )

    @strawberry.field(description="Whether an identity provider has vouched for them here.")
    async def is_linked(self, info: Info) -> bool:
        """Whether they can sign in without an invitation."""
        return self.id in await info.context.read_once(linked_members)


@strawberry.type(description="A role offered to a person; the link that takes it up was shown once.")
class Invitation(Node):
    """An invitation."""

    email: str = strawberry.field(description="Whom it is for.")
    name: str = strawberry.field(description="The name they will have on the register.")
    role: Role = strawberry.field(description="The role offered.")
    is_substitute: bool = strawberry.field(description="Whether it stands in for the delegate.")
    organization: Organization = strawberry.field(description="For which organization.")
    since: date = strawberry.field(name="from", description="The role's first day.")
    until: date | None = strawberry.field(description="The role's last day.")
    created_at: datetime = strawberry.field(description="When it was made.")
    expires_at: datetime = strawberry.field(description="When the link stops working.")
    state: InvitationState = strawberry.field(description="What has become of it.")

    @classmethod
    def of(cls, row: InvitationRow, now: datetime) -> "Invitation":
        """The invitation of a row that was loaded with its organization."""
        return cls(
            id=strawberry.ID(row.id),
            email=row.email,
            name=row.name,
            role=Role(row.role),
            is_substitute=row.is_substitute,
            organization=Organization.of(row.organization),
            since=row.since,
            until=row.until,
            created_at=row.created_at,
            expires_at=row.expires_at,
            state=course_of(row).state(now),
        )


@strawberry.input(
    name="MemberFilter",
    description="Which members. Role, organization and presence must fit one and the same membership.",
)
class MemberFilterInput:
    """A filter as clients send it."""

    search: str | None = strawberry.field(
        default=None, description="With these words in name, address or organization."
    )
    role: Role | None = strawberry.field(default=None, description="In this role.")
    organization_code: str | None = strawberry.field(default=None, description="For this organization.")
    presence: Presence | None = strawberry.field(default=None, description="Held now, to come, or ended.")


@strawberry.type(description="The register of members; only its administrators see it.")
class Register:
    """The register."""

    @strawberry.field(description="The members, by name.")
    async def members(
        self, info: Info, first: First, after: After = None, filter: MemberFilterInput | None = None
    ) -> Connection[Member]:
        """One page of members."""
        asked = window(first, after)
        wanted = filter or MemberFilterInput()
        chosen = MemberFilter(wanted.search, wanted.role, wanted.organization_code, wanted.presence)
        rows = await info.context.read(list_members, chosen, info.context.today)
        return connect_loaded(rows, asked, key=member_key, node=Member.of)

    @strawberry.field(description="The invitations, newest first.")
    async def invitations(
        self, info: Info, first: First, after: After = None, state: InvitationState | None = None
    ) -> Connection[Invitation]:
        """One page of invitations."""
        context, asked = info.context, window(first, after)
        now = context.now
        page = await context.read(list_invitations, state, now, asked)
        return connect(
            page,
            asked,
            node=partial(Invitation.of, now=now),
            count=partial(context.read, count_invitations, state, now),
        )

    @strawberry.field(description="What leaves this server by mail.")
    async def outbox(self, info: Info) -> Outbox:
        """The outbox."""
        return await outbox_of(info.context)


@strawberry.type
class RegisterQueries:
    """Root fields about the register."""

    @strawberry.field(description="The register of members; null for whoever does not keep it.")
    def register(self, info: Info) -> Register | None:
        """The register, or null."""
        return Register() if keeps_register(info.context) else None


def keeps_register(context: Context) -> bool:
    """Whether whoever asks may administer the register through this door."""
    try:
        demand_administrator(context.actor)
    except Refusal:
        return False
    return True


async def load_member(context: Context, identifier: str) -> Member | None:
    """The member with this id, for whoever keeps the register."""
    row = await context.read(find_member, identifier) if keeps_register(context) else None
    return Member.of(row) if row else None


async def load_invitation(context: Context, identifier: str) -> Invitation | None:
    """The invitation with this id, for whoever keeps the register."""
    row = await context.read(find_invitation_by_id, identifier) if keeps_register(context) else None
    return Invitation.of(row, context.now) if row else None
