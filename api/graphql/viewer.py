"""Whoever is signed in: name, language, roles, tokens."""

from datetime import datetime

import strawberry

from api.graphql.context import Context, Info
from api.graphql.memberships import Membership
from api.graphql.nodes import Node
from api.graphql.notices import ViewerNotices
from api.graphql.organizations import Organization
from api.graphql.payloads import Payload, mutation
from api.graphql.sessions import Session
from api.graphql.tasks import ViewerTasks
from positions.actors import Actor, Scope
from positions.notices import Cadence
from positions.queries.members import (
    MemberRow,
    TokenRow,
    find_member,
    find_token,
    list_tokens,
)
from positions.queries.organizations import organizations_by_id
from positions.queries.registers import list_sessions
from positions.services.sessions import set_locale
from positions.services.tokens import CreateToken, create_token, revoke_token

strawberry.enum(Scope, description="What a token may be used for; never more than its member may do.")


@strawberry.type(description="A secret for a program; only its description is kept.")
class Token(Node):
    """A token."""

    name: str = strawberry.field(description="What its owner calls it.")
    scopes: list[Scope] = strawberry.field(description="What it may be used for.")
    created_at: datetime = strawberry.field(description="When it was made.")
    expires_at: datetime = strawberry.field(description="When it ends by itself.")
    revoked_at: datetime | None = strawberry.field(description="When it was revoked.")
    last_used_at: datetime | None = strawberry.field(description="About when it was last used (kept hourly).")
    organization_id: strawberry.Private[str | None]

    @classmethod
    def of(cls, row: TokenRow) -> "Token":
        """The token of a row."""
        return cls(
            id=strawberry.ID(row.id),
            name=row.name,
            scopes=[Scope(scope) for scope in row.scopes],
            created_at=row.created_at,
            expires_at=row.expires_at,
            revoked_at=row.revoked_at,
            last_used_at=row.last_used_at,
            organization_id=row.organization_id,
        )

    @strawberry.field(
        description="The only organization it acts for; null when it acts for all of its member's."
    )
    async def organization(self, info: Info) -> Organization | None:
        """The organization it is bound to."""
        if self.organization_id is None:
            return None
        found = await info.context.read(organizations_by_id, [self.organization_id])
        return Organization.of(found[self.organization_id])


@strawberry.type(description="Whoever is signed in.")
class Viewer(ViewerTasks, ViewerNotices):
    """The member behind the request."""

    id: strawberry.ID = strawberry.field(description="The member's id.")
    name: str = strawberry.field(description="The member's name.")
    email: str = strawberry.field(description="The member's address.")
    cadence: Cadence = strawberry.field(description="How often mail comes.")
    locale: str = strawberry.field(description="The language the member reads in: ca, es or en.")
    has_calendar_link: bool = strawberry.field(
        description="Whether calendars may read the member's deadlines at a private address; false through a token."
    )
    memberships: list[Membership] = strawberry.field(
        description="The roles held now; through a token or for a chosen organization, those it covers."
    )
    every_membership: list[Membership] = strawberry.field(
        description="Every role the member had, has and will have; through a token, those it covers."
    )

    @classmethod
    def of(cls, row: MemberRow, actor: Actor) -> "Viewer":
        """The member of a row, with the roles the actor has."""
        held = {membership.id for membership in actor.memberships}
        present = [Membership.of(one) for one in row.memberships if one.id in held]
        every = [Membership.of(one) for one in sorted(row.memberships, key=lambda one: one.id)]
        return cls(
            id=strawberry.ID(row.id),
            name=row.name,
            email=row.email,
            locale=row.locale,
            has_calendar_link=actor.scopes is None and row.calendar_secret_hash is not None,
            cadence=Cadence(row.cadence),
            memberships=present,
            every_membership=every if actor.scopes is None else present,
        )

    @strawberry.field(description="The member's tokens, newest first; empty through a token.")
    async def tokens(self, info: Info) -> list[Token]:
        """Every token, ended ones too."""
        if info.context.actor.scopes is not None:
            return []
        return [Token.of(row) for row in await info.context.read(list_tokens, str(self.id))]

    @strawberry.field(
        description="The browsers the member is signed in with, the one seen last first; empty through a token."
    )
    async def sessions(self, info: Info) -> list[Session]:
        """Every living session."""
        context = info.context
        if context.actor.scopes is not None:
            return []
        rows = await context.read(list_sessions, str(self.id), context.now)
        return [Session.of(row, context.actor.session_hash) for row in rows]


@strawberry.input(description="What the viewer wants changed about themselves.")
class UpdateViewerInput:
    """Fields of the viewer."""

    locale: str = strawberry.field(description="The language to read in: ca, es or en.")


@strawberry.type(description="What updateViewer answers.")
class UpdateViewerPayload(Payload):
    """The viewer, changed."""

    viewer: Viewer | None = strawberry.field(default=None, description="The viewer as they are now.")


@strawberry.input(description="A wish for a token.")
class CreateTokenInput:
    """What a token is to be."""

    name: str = strawberry.field(description="What you will call it.")
    scopes: list[Scope] = strawberry.field(
        description="What it may be used for; scopes beyond your rights narrow silently."
    )
    expires_at: datetime = strawberry.field(description="When it ends; at most 366 days from now.")
    organization_code: str | None = strawberry.field(
        default=None, description="The only organization it is to act for."
    )


@strawberry.type(description="What createToken answers.")
class CreateTokenPayload(Payload):
    """The token and, this once, its secret."""

    token: Token | None = strawberry.field(default=None, description="The token.")
    secret: str | None = strawberry.field(default=None, description="The secret, shown this once.")


@strawberry.input(description="Which token to end.")
class RevokeTokenInput:
    """A token of one's own."""

    token_id: strawberry.ID = strawberry.field(description="The token.")
    organization_code: str | None = strawberry.field(
        default=None, description="Not needed: a token is its member's."
    )


@strawberry.type(description="What revokeToken answers.")
class RevokeTokenPayload(Payload):
    """The token, ended."""

    token: Token | None = strawberry.field(default=None, description="The token as it is now.")


@strawberry.type
class ViewerQueries:
    """Root fields about whoever asks."""

    @strawberry.field(description="Whoever is signed in; null for an anonymous reader.")
    async def viewer(self, info: Info) -> Viewer | None:
        """The member behind the request."""
        return await load_viewer(info.context)


@strawberry.type
class ViewerMutations:
    """Changes to oneself and one's tokens."""

    @mutation("Change how you read.")
    async def update_viewer(self, info: Info, input: UpdateViewerInput) -> UpdateViewerPayload:
        """Keep the viewer's language."""
        member_id = info.context.actor.signed_in()
        async with info.context.write() as work:
            await set_locale(work, member_id, input.locale)
        return UpdateViewerPayload(viewer=await load_viewer(info.context))

    @mutation("Make a token for a program; its secret is shown this once.")
    async def create_token(self, info: Info, input: CreateTokenInput) -> CreateTokenPayload:
        """Make a token for whoever is signed in."""
        wish = CreateToken(input.name, input.scopes, input.expires_at, input.organization_code)
        async with info.context.write() as work:
            row, secret = await create_token(work, info.context.actor, wish)
        return CreateTokenPayload(token=Token.of(row), secret=secret)

    @mutation("End a token of your own at once.")
    async def revoke_token(self, info: Info, input: RevokeTokenInput) -> RevokeTokenPayload:
        """Revoke a token."""
        async with info.context.write() as work:
            row = await revoke_token(work, info.context.actor, input.token_id)
        return RevokeTokenPayload(token=Token.of(row))


async def load_token(context: Context, token_id: str) -> Token | None:
    """A token of one's own; through a token only where it may administer them."""
    actor = context.actor
    if actor.member_id is None or not actor.has_scope(Scope.ADMINISTER):
        return None
    row = await context.read(find_token, actor.member_id, token_id)
    return Token.of(row) if row else None


async def load_viewer(context: Context) -> Viewer | None:
    """The member behind the request, as they are now."""
    if context.actor.member_id is None:
        return None
    row = await context.read(find_member, context.actor.member_id)
    return Viewer.of(row, context.actor) if row else None
