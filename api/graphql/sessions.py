"""The browsers that somebody is signed in with, and how one ends them."""

from datetime import datetime

import strawberry

from api.graphql.context import Info
from api.graphql.payloads import Payload, mutation
from positions.devices import device
from positions.queries.registers import SessionRow
from positions.services.sessions import revoke_other_sessions, revoke_session


@strawberry.type(description="A browser that its member is signed in with.")
class Session:
    """One session."""

    id: strawberry.ID = strawberry.field(description="The session's id.")
    device: str | None = strawberry.field(description="The browser and its system, where it told them.")
    created_at: datetime = strawberry.field(description="When somebody signed in.")
    last_seen_at: datetime | None = strawberry.field(description="About when it was last used.")
    expires_at: datetime = strawberry.field(description="When it ends by itself.")
    is_current: bool = strawberry.field(description="Whether it is the one that asks.")

    @classmethod
    def of(cls, row: SessionRow, current_hash: str | None) -> "Session":
        """The session of a row."""
        return cls(
            id=strawberry.ID(row.id),
            device=device(row.user_agent),
            created_at=row.created_at,
            last_seen_at=row.last_seen_at,
            expires_at=row.expires_at,
            is_current=row.secret_hash == current_hash,
        )


@strawberry.input(description="Which session to end.")
class RevokeSessionInput:
    """A session of one's own."""

    session_id: strawberry.ID = strawberry.field(description="The session.")
    organization_code: str | None = strawberry.field(
        default=None, description="Not needed: a session is its member's."
    )


@strawberry.type(description="What revokeSession answers.")
class RevokeSessionPayload(Payload):
    """The session, ended."""

    session: Session | None = strawberry.field(default=None, description="The session that ended.")


@strawberry.input(description="Ends every session but the one that asks.")
class RevokeOtherSessionsInput:
    """Nothing has to be said."""

    organization_code: str | None = strawberry.field(
        default=None, description="Not needed: a session is its member's."
    )


@strawberry.type(description="What revokeOtherSessions answers.")
class RevokeOtherSessionsPayload(Payload):
    """How many there were."""

    ended: int | None = strawberry.field(default=None, description="How many sessions ended.")


@strawberry.type
class SessionMutations:
    """Ending one's sessions; live connections of theirs end at once."""

    @mutation("End a session of your own at once.")
    async def revoke_session(self, info: Info, input: RevokeSessionInput) -> RevokeSessionPayload:
        """Revoke one."""
        actor = info.context.actor
        async with info.context.write() as work:
            row = await revoke_session(work, actor, input.session_id)
        return RevokeSessionPayload(session=Session.of(row, actor.session_hash))

    @mutation("End every session of yours but this one at once.")
    async def revoke_other_sessions(
        self, info: Info, input: RevokeOtherSessionsInput
    ) -> RevokeOtherSessionsPayload:
        """Revoke the others."""
        del input
        async with info.context.write() as work:
            ended = await revoke_other_sessions(work, info.context.actor)
        return RevokeOtherSessionsPayload(ended=ended)
