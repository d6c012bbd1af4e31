"""What the viewer was told, how often they want mail, and noting that they have seen it."""

from datetime import datetime
from functools import partial
from typing import Annotated

import strawberry

from api.graphql.context import Context, Info
from api.graphql.nodes import Node
from api.graphql.organizations import Organization
from api.graphql.pagination import After, Connection, First, connect, window
from api.graphql.payloads import Payload, mutation
from api.graphql.positions import Position
from positions.errors import LimitExceeded
from positions.notices import Cadence, NoticeKind, Urgency
from positions.queries import notices as queries
from positions.queries.access import access_to
from positions.queries.lookups import MOST_TEXTS
from positions.queries.sayings import Saying, say
from positions.services.notices import mark_seen, set_cadence

strawberry.enum(NoticeKind, description="What a notice is about.")
strawberry.enum(Urgency, description="Whether a notice asks for something, or only tells.")
strawberry.enum(
    Cadence,
    description="How often a member wants mail. What is asked comes at once, except with NONE; news come with the digest.",
)

Unseen = Annotated[bool, strawberry.argument(description="Only those not seen yet.")]


@strawberry.type(description="Something the viewer was told.")
class Notice(Node):
    """A notice as its member reads it."""

    kind: NoticeKind = strawberry.field(description="What it is about.")
    urgency: Urgency = strawberry.field(description="Whether anything is asked.")
    sentence: str = strawberry.field(description="What it says, in the reader's language.")
    quote: str | None = strawberry.field(description="What was written, where somebody wrote; else null.")
    path: str = strawberry.field(description="Where it leads on this server.")
    position: Position = strawberry.field(description="The paper it is about.")
    organization: Organization | None = strawberry.field(
        description="As whose member the viewer was told; null where that makes no difference."
    )
    created_at: datetime = strawberry.field(description="When.")
    seen_at: datetime | None = strawberry.field(description="When the viewer saw it; null before.")

    @classmethod
    def of(cls, shown: queries.Shown, saying: Saying, context: Context) -> "Notice":
        """The notice in words."""
        return cls(
            id=strawberry.ID(shown.row.id),
            kind=shown.kind,
            urgency=saying.urgency,
            sentence=saying.sentence,
            quote=saying.quote,
            path=saying.path,
            position=Position.of(access_to(context.actor, shown.position)),
            organization=Organization.of(shown.organization) if shown.organization else None,
            created_at=shown.row.created_at,
            seen_at=shown.row.seen_at,
        )


@strawberry.type
class ViewerNotices:
    """What the viewer was told."""

    @strawberry.field(
        description="What the viewer was told, newest first; what was settled since is left out."
    )
    async def notices(
        self,
        info: Info,
        first: First,
        after: After = None,
        unseen: Unseen = False,  # noqa: FBT002  # GraphQL names its arguments
    ) -> Connection[Notice]:
        """One page of notices."""
        context, asked = info.context, window(first, after)
        return connect(
            await context.read(queries.list_shown, context.actor, asked, unseen=unseen),
            asked,
            node=lambda one: Notice.of(one, say(one, context.language), context),
            count=partial(context.read, queries.count_notices, context.actor, unseen=unseen),
        )

    @strawberry.field(description="Whether this server sends mail at all.")
    def is_mail_sent(self, info: Info) -> bool:
        """Whether a cadence has any effect."""
        return info.context.settings.smtp is not None

    @strawberry.field(description="How many notices the viewer has not seen.")
    async def unseen_count(self, info: Info) -> int:
        """The number on the bell."""
        return await info.context.read(queries.count_notices, info.context.actor, unseen=True)


@strawberry.input(description="Which notices were seen.")
class MarkNoticesSeenInput:
    """Notices of one's own."""

    notice_ids: list[strawberry.ID] | None = strawberry.field(
        default=None, description="Which; null for all of them. Others' are passed over."
    )
    organization_code: str | None = strawberry.field(
        default=None, description="Not needed: a notice is its member's."
    )


@strawberry.type(description="What markNoticesSeen answers.")
class MarkNoticesSeenPayload(Payload):
    """What is left."""

    unseen_count: int | None = strawberry.field(default=None, description="How many are still unseen.")


@strawberry.input(description="How often mail may come.")
class SetCadenceInput:
    """A member's wish."""

    cadence: Cadence = strawberry.field(description="How often.")
    organization_code: str | None = strawberry.field(
        default=None, description="Not needed: a cadence is its member's."
    )


@strawberry.type(description="What setCadence answers.")
class SetCadencePayload(Payload):
    """The wish as it is kept."""

    cadence: Cadence | None = strawberry.field(default=None, description="How often mail comes now.")


@strawberry.type
class NoticeMutations:
    """Changes about one's own notices."""

    @mutation("Note that the viewer has seen notices.")
    async def mark_notices_seen(self, info: Info, input: MarkNoticesSeenInput) -> MarkNoticesSeenPayload:
        """Keep that they were seen."""
        context = info.context
        member_id = context.actor.signed_in()
        if len(input.notice_ids or ()) > MOST_TEXTS:
            raise LimitExceeded("list_too_long", ["noticeIds"], limit=MOST_TEXTS)
        async with context.write() as work:
            await mark_seen(work, member_id, input.notice_ids)
        left = await context.read(queries.count_notices, context.actor, unseen=True)
        return MarkNoticesSeenPayload(unseen_count=left)

    @mutation("Choose how often mail comes.")
    async def set_cadence(self, info: Info, input: SetCadenceInput) -> SetCadencePayload:
        """Keep the wish."""
        member_id = info.context.actor.signed_in()
        async with info.context.write() as work:
            await set_cadence(work, member_id, input.cadence)
        return SetCadencePayload(cadence=input.cadence)


async def load_notice(context: Context, identifier: str) -> Notice | None:
    """The viewer's notice with this id."""
    found = await context.read(queries.find_notice, context.actor, identifier)
    return Notice.of(found, say(found, context.language), context) if found else None
