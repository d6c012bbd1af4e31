"""Changes of the register: inviting, taking back, giving a further role, ending one. Administrators only."""

from datetime import date

import strawberry

from api.graphql.context import Context, Info
from api.graphql.memberships import Membership
from api.graphql.payloads import Payload, mutation
from api.graphql.registers import Invitation
from positions.actors import Role
from positions.queries.members import memberships_by_id
from positions.services.invitations import InviteMember, invite_member, revoke_invitation
from positions.services.mails import post_invitation
from positions.services.members import AddMembership, EndMembership, add_membership, end_membership

INVITATION_PAGE = "/invitacio"
"""Where the web application opens an invitation. The secret stands behind `#`: it reaches no server's log."""

ACTING = "The organization you act for; required only when you may act for several."


@strawberry.input(description="Whom to invite, to which role.")
class InviteMemberInput:
    """A person and a dated role."""

    email: str = strawberry.field(description="The person's address.")
    name: str = strawberry.field(description="The name others will read; a known member keeps theirs.")
    for_organization_code: str = strawberry.field(description="The organization they are to act for.")
    role: Role = strawberry.field(description="What they are to do for it.")
    since: date | None = strawberry.field(
        name="from", default=None, description="The role's first day; today by default."
    )
    until: date | None = strawberry.field(default=None, description="The role's last day; none by default.")
    is_substitute: bool = strawberry.field(
        default=False, description="Whether they stand in for the delegate; delegates only."
    )
    organization_code: str | None = strawberry.field(default=None, description=ACTING)


@strawberry.type(description="What inviteMember answers.")
class InviteMemberPayload(Payload):
    """The invitation and, this once, its link."""

    invitation: Invitation | None = strawberry.field(default=None, description="The invitation.")
    link: str | None = strawberry.field(
        default=None, description="The secret link to send to the person, shown this once."
    )
    is_mailed: bool | None = strawberry.field(
        default=None, description="Whether the link also goes to the person by mail."
    )


@strawberry.input(description="Which invitation to take back.")
class RevokeInvitationInput:
    """An invitation."""

    invitation_id: strawberry.ID = strawberry.field(description="The invitation.")
    organization_code: str | None = strawberry.field(default=None, description=ACTING)


@strawberry.type(description="What revokeInvitation answers.")
class RevokeInvitationPayload(Payload):
    """The invitation, taken back."""

    invitation: Invitation | None = strawberry.field(default=None, description="The invitation as it is now.")


@strawberry.input(description="A further role for somebody on the register.")
class AddMembershipInput:
    """A member and a dated role."""

    member_id: strawberry.ID = strawberry.field(description="The member.")
    for_organization_code: str = strawberry.field(description="The organization they are to act for.")
    role: Role = strawberry.field(description="What they are to do for it.")
    since: date | None = strawberry.field(
        name="from", default=None, description="The role's first day; today by default."
    )
    until: date | None = strawberry.field(default=None, description="The role's last day; none by default.")
    is_substitute: bool = strawberry.field(
        default=False, description="Whether they stand in for the delegate; delegates only."
    )
    organization_code: str | None = strawberry.field(default=None, description=ACTING)


@strawberry.type(description="What addMembership answers.")
class AddMembershipPayload(Payload):
    """The new role."""

    membership: Membership | None = strawberry.field(default=None, description="The role.")


@strawberry.input(description="Which role to end, and when.")
class EndMembershipInput:
    """A role and its last day."""

    membership_id: strawberry.ID = strawberry.field(description="The role.")
    last_day: date | None = strawberry.field(
        default=None, description="Its last day; null ends it at once: yesterday was the last."
    )
    organization_code: str | None = strawberry.field(default=None, description=ACTING)


@strawberry.type(description="What endMembership answers.")
class EndMembershipPayload(Payload):
    """The role with its end."""

    membership: Membership | None = strawberry.field(default=None, description="The role as it is now.")


@strawberry.type
class RegisterMutations:
    """Changes of the register."""

    @mutation("Invite a person to a dated role; the link is shown this once.")
    async def invite_member(self, info: Info, input: InviteMemberInput) -> InviteMemberPayload:
        """Invite."""
        context = info.context
        request = InviteMember(
            input.email,
            input.name,
            input.for_organization_code,
            input.role,
            since=input.since,
            until=input.until,
            is_substitute=input.is_substitute,
            acting_code=input.organization_code,
        )
        is_mailed = context.settings.smtp is not None
        async with context.write() as work:
            row, secret = await invite_member(work, context.actor, request)
            if is_mailed:
                await post_invitation(work, row.id, secret, context.language)
        link = f"{context.settings.base_url}{INVITATION_PAGE}#{secret}"
        return InviteMemberPayload(invitation=Invitation.of(row, context.now), link=link, is_mailed=is_mailed)

    @mutation("Take an invitation back before it is taken up.")
    async def revoke_invitation(self, info: Info, input: RevokeInvitationInput) -> RevokeInvitationPayload:
        """Take back."""
        context = info.context
        async with context.write() as work:
            row = await revoke_invitation(
                work, context.actor, input.invitation_id, acting_code=input.organization_code
            )
        return RevokeInvitationPayload(invitation=Invitation.of(row, context.now))

    @mutation("Give somebody on the register a further role, for the same or another organization.")
    async def add_membership(self, info: Info, input: AddMembershipInput) -> AddMembershipPayload:
        """Add a role."""
        context = info.context
        request = AddMembership(
            input.member_id,
            input.for_organization_code,
            input.role,
            since=input.since,
            until=input.until,
            is_substitute=input.is_substitute,
            acting_code=input.organization_code,
        )
        async with context.write() as work:
            row = await add_membership(work, context.actor, request)
        return AddMembershipPayload(membership=await _membership(context, row.id))

    @mutation("End a role, at once or after a last day; its sessions end with the last one.")
    async def end_membership(self, info: Info, input: EndMembershipInput) -> EndMembershipPayload:
        """End a role."""
        context = info.context
        request = EndMembership(input.membership_id, input.last_day, acting_code=input.organization_code)
        async with context.write() as work:
            row = await end_membership(work, context.actor, request)
        return EndMembershipPayload(membership=await _membership(context, row.id))


async def _membership(context: Context, membership_id: str) -> Membership:
    found = await context.read(memberships_by_id, [membership_id])
    return Membership.of(found[membership_id])
