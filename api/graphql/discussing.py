"""Mutations of threads and comments."""

import strawberry

from api.graphql.comments import Comment, Thread, Visibility, load_comment, load_thread
from api.graphql.context import Info
from api.graphql.payloads import Payload, mutation
from positions.comments import Visibility as CommentVisibility
from positions.services import comments as services


@strawberry.input(description="A remark on a passage, or on the whole paper when start and end are absent.")
class StartThreadInput:
    """Where, what, and for whom."""

    document_id: strawberry.ID = strawberry.field(description="The document.")
    body: str = strawberry.field(description="The first comment: plain text.")
    version_number: int | None = strawberry.field(
        default=None, description="The version the offsets speak about."
    )
    draft_sequence: int | None = strawberry.field(
        default=None, description="Or the draft's sequence they speak about."
    )
    start: int | None = strawberry.field(default=None, description="Start, in code points.")
    end: int | None = strawberry.field(default=None, description="End, excluded.")
    visibility: Visibility = strawberry.field(
        default=CommentVisibility.PARTICIPANTS,
        description="Everybody who takes part, or one's own organization only.",
    )
    organization_code: str | None = strawberry.field(default=None, description="Whom the member acts for.")


@strawberry.input(description="An answer in a thread.")
class ReplyInput:
    """A thread and a comment."""

    thread_id: strawberry.ID = strawberry.field(description="The thread.")
    body: str = strawberry.field(description="The comment: plain text.")
    organization_code: str | None = strawberry.field(default=None, description="Whom the member acts for.")


@strawberry.input(description="Which thread to settle.")
class ResolveThreadInput:
    """A thread."""

    thread_id: strawberry.ID = strawberry.field(description="The thread.")
    organization_code: str | None = strawberry.field(default=None, description="Whom the member acts for.")


@strawberry.input(description="Which thread to take up again.")
class ReopenThreadInput:
    """A thread."""

    thread_id: strawberry.ID = strawberry.field(description="The thread.")
    organization_code: str | None = strawberry.field(default=None, description="Whom the member acts for.")


@strawberry.type(description="What startThread answers.")
class StartThreadPayload(Payload):
    """The thread started."""

    thread: Thread | None = strawberry.field(default=None, description="The new thread.")


@strawberry.type(description="What reply answers.")
class ReplyPayload(Payload):
    """The comment added."""

    comment: Comment | None = strawberry.field(default=None, description="The new comment.")


@strawberry.type(description="What resolveThread answers.")
class ResolveThreadPayload(Payload):
    """The thread settled."""

    thread: Thread | None = strawberry.field(default=None, description="The thread.")


@strawberry.type(description="What reopenThread answers.")
class ReopenThreadPayload(Payload):
    """The thread taken up again."""

    thread: Thread | None = strawberry.field(default=None, description="The thread.")


@strawberry.type
class CommentMutations:
    """Mutations of threads."""

    @mutation("Start a discussion on a passage or on the whole paper.")
    async def start_thread(self, info: Info, input: StartThreadInput) -> StartThreadPayload:
        """Start a thread."""
        context = info.context
        request = services.StartThread(
            **{name: getattr(input, name) for name in services.StartThread.__annotations__}
        )
        async with context.write() as work:
            started = await services.start_thread(work, context.actor, request)
        return StartThreadPayload(thread=await load_thread(context, started.id))

    @mutation("Answer in a thread.")
    async def reply(self, info: Info, input: ReplyInput) -> ReplyPayload:
        """Add a comment."""
        context = info.context
        async with context.write() as work:
            added = await services.reply(
                work, context.actor, input.thread_id, input.body, input.organization_code
            )
        return ReplyPayload(comment=await load_comment(context, added.id))

    @mutation("Settle a thread; it can be reopened.")
    async def resolve_thread(self, info: Info, input: ResolveThreadInput) -> ResolveThreadPayload:
        """Resolve a thread."""
        context = info.context
        async with context.write() as work:
            await services.resolve_thread(work, context.actor, input.thread_id, input.organization_code)
        return ResolveThreadPayload(thread=await load_thread(context, input.thread_id))

    @mutation("Take a settled thread up again.")
    async def reopen_thread(self, info: Info, input: ReopenThreadInput) -> ReopenThreadPayload:
        """Reopen a thread."""
        context = info.context
        async with context.write() as work:
            await services.reopen_thread(work, context.actor, input.thread_id, input.organization_code)
        return ReopenThreadPayload(thread=await load_thread(context, input.thread_id))
