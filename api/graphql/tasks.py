"""What is asked of the viewer, and what the viewer may do without any position."""

from datetime import datetime
from functools import partial

import strawberry

from api.graphql.context import Info
from api.graphql.documents import Document, load_document
from api.graphql.pagination import After, Connection, First, connect, window
from api.graphql.payloads import Payload, mutation
from api.graphql.positions import Position
from api.graphql.rounds import Round, load_round
from positions.permissions import Permission
from positions.queries import tasks as queries
from positions.queries.access import allowed_anywhere
from positions.services.looks import mark_read
from positions.tasks import TaskKind

strawberry.enum(TaskKind, description="What there is to do.")


@strawberry.type(description="Something asked of the viewer.")
class Task:
    """One line of the viewer's work."""

    kind: TaskKind = strawberry.field(description="What there is to do.")
    position: Position = strawberry.field(description="On which paper.")
    due_at: datetime | None = strawberry.field(description="Until when; null without a date.")
    count: int = strawberry.field(description="How many: votes, amendments, changes.")
    round_id: strawberry.Private[str | None]

    @classmethod
    def of(cls, task: queries.Task) -> "Task":
        """The task as it was found."""
        return cls(
            kind=task.kind,
            position=Position.of(task.access),
            due_at=task.due_at,
            count=task.count,
            round_id=task.round_id,
        )

    @strawberry.field(description="In which round; null when it is not about one.")
    async def round(self, info: Info) -> Round | None:
        """The round."""
        return await load_round(info.context, self.round_id) if self.round_id else None


@strawberry.type
class ViewerTasks:
    """What the viewer has to do, and may do."""

    @strawberry.field(description="What the viewer may do without any position.")
    def viewer_can(self, info: Info) -> list[Permission]:
        """CREATE_POSITION, or nothing."""
        return list(allowed_anywhere(info.context.actor))

    @strawberry.field(description="What is asked of the viewer, the most urgent first.")
    async def tasks(self, info: Info, first: First, after: After = None) -> Connection[Task]:
        """One page of tasks."""
        context, asked = info.context, window(first, after)
        return connect(
            await context.read(queries.page_of_tasks, context.actor, context.now, asked),
            asked,
            node=Task.of,
            count=partial(context.read, queries.count_tasks, context.actor, context.now),
        )


@strawberry.input(description="The text that was looked at.")
class MarkReadInput:
    """A document."""

    document_id: strawberry.ID = strawberry.field(description="The document.")
    sequence: int | None = strawberry.field(
        default=None, description="The draft's sequence that was seen; absent: as it stands now."
    )
    organization_code: str | None = strawberry.field(
        default=None, description="Not needed: a look is its member's."
    )


@strawberry.type(description="What markRead answers.")
class MarkReadPayload(Payload):
    """The document that was looked at."""

    document: Document | None = strawberry.field(default=None, description="The document.")


@strawberry.type
class TaskMutations:
    """Mutations of the viewer's work."""

    @mutation("Remember that the viewer has seen the draft as it stands: later changes become a task.")
    async def mark_read(self, info: Info, input: MarkReadInput) -> MarkReadPayload:
        """Keep the viewer's look."""
        async with info.context.write() as work:
            await mark_read(work, info.context.actor, input.document_id, input.sequence)
        return MarkReadPayload(document=await load_document(info.context, input.document_id))
