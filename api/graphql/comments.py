"""Threads and comments."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

import strawberry

from api.graphql.anchors import Anchor, TextRange
from api.graphql.authors import Author, organization_of
from api.graphql.context import Context, Info
from api.graphql.documents import Document
from api.graphql.nodes import Node
from api.graphql.organizations import Organization
from api.graphql.pagination import After, Connection, First, connect, connect_loaded, window
from api.graphql.versions import Version
from positions.anchors import AnchorState as State
from positions.anchors import Resolution
from positions.comments import Visibility as CommentVisibility
from positions.errors import NotFound
from positions.queries import comments as queries
from positions.queries.access import Access, see_document
from positions.queries.comments import CommentRow, ThreadRow
from positions.queries.versions import version_by_number

Visibility = CommentVisibility
strawberry.enum(Visibility, name="Visibility", description="Who reads a thread.")


@strawberry.type(description="One remark in a thread.")
class Comment(Node):
    """A comment."""

    body: str = strawberry.field(description="What was said: plain text.")
    created_at: datetime = strawberry.field(description="When.")
    imported_author: str | None = strawberry.field(
        description="Who wrote it in Word, when it came out of a Word file; empty where the file has no name."
    )
    imported_at: datetime | None = strawberry.field(description="When it was written in Word.")
    membership_id: strawberry.Private[str]

    @classmethod
    def of(cls, row: CommentRow) -> "Comment":
        """The comment of a row."""
        return cls(
            id=strawberry.ID(row.id),
            body=row.body,
            created_at=row.created_at,
            imported_author=row.imported_author,
            imported_at=row.imported_at,
            membership_id=row.membership_id,
        )

    @strawberry.field(description="Who said it.")
    def author(self) -> Author:
        """The author."""
        return Author(membership_id=self.membership_id)


@strawberry.type(description="A discussion on a passage, or on the whole paper.")
class Thread(Node):
    """A thread as somebody who may read it sees it."""

    visibility: Visibility = strawberry.field(description="Who reads it.")
    created_at: datetime = strawberry.field(description="When it was started.")
    resolved_at: datetime | None = strawberry.field(description="When it was settled; null while open.")
    row: strawberry.Private[ThreadRow]
    resolution: strawberry.Private[Resolution | None]

    @classmethod
    def of(cls, row: ThreadRow, resolution: Resolution | None) -> "Thread":
        """The thread of a row, with where its anchor stands now."""
        return cls(
            id=strawberry.ID(row.id),
            visibility=CommentVisibility(row.visibility),
            created_at=row.created_at,
            resolved_at=row.resolved_at,
            row=row,
            resolution=resolution,
        )

    @strawberry.field(description="The passage; null when it is about the whole paper.")
    async def anchor(self, info: Info) -> Anchor | None:
        """Where the thread stands."""
        if self.row.start is None:
            return None
        return await _anchor(info.context, self.row, self.resolution)

    @strawberry.field(description="Its comments, oldest first.")
    def comments(self, info: Info, first: First, after: After = None) -> Connection[Comment]:
        """One page of the comments."""
        return connect_loaded(
            self.row.comments, window(first, after), key=lambda row: row.id, node=Comment.of
        )

    @strawberry.field(description="Who settled it.")
    def resolved_by(self) -> Author | None:
        """Whoever resolved the thread."""
        return Author(membership_id=self.row.resolved_by_id) if self.row.resolved_by_id else None

    @strawberry.field(description="The organization whose member started it.")
    async def organization(self, info: Info) -> Organization:
        """Whose thread it is."""
        return await organization_of(info, self.row.organization_id)

    @strawberry.field(description="The document it is about.")
    async def document(self, info: Info) -> Document:
        """The document."""
        access, row = await info.context.read_once(see_document, info.context.actor, self.row.document_id)
        return Document.of(row, access)


async def _anchor(context: Context, row: ThreadRow, resolution: Resolution | None) -> Anchor:
    version = (
        await context.read_once(version_by_number, row.document_id, row.version_number)
        if row.version_number
        else None
    )
    current = (
        TextRange(start=resolution.start, end=resolution.end)
        if resolution and resolution.start is not None and resolution.end is not None
        else None
    )
    return Anchor(
        version=Version.of(version) if version else None,
        draft_sequence=row.draft_sequence,
        start=row.start or 0,
        end=row.end or 0,
        exact=row.exact or "",
        prefix=row.prefix or "",
        suffix=row.suffix or "",
        state=resolution.state if resolution else State.ORPHANED,
        current=current,
    )


async def threads_of(context: Context, access: Access, first: int, after: str | None) -> Connection[Thread]:
    """One page of a position's threads."""
    asked = window(first, after)
    page = await context.read(queries.threads, access, asked)
    standing = await context.read(queries.anchored, context.database.drafts, page.rows)
    return connect(
        page,
        asked,
        node=lambda row: Thread.of(row, standing.get(row.id)),
        count=partial(context.read, queries.count_threads, access),
    )


async def load_thread(context: Context, identifier: str) -> Thread | None:
    """The thread with this id, for whoever asks."""
    try:
        _, row = await context.read(queries.see_thread, context.actor, identifier)
    except NotFound:
        return None
    standing = await context.read(queries.anchored, context.database.drafts, [row])
    return Thread.of(row, standing.get(row.id))


async def load_threads(context: Context, identifiers: Sequence[str]) -> list[Thread]:
    """The threads with these ids, all of one position, in this order, for whoever asks."""
    rows = await context.read(queries.see_threads, context.actor, identifiers)
    standing = await context.read(queries.anchored, context.database.drafts, rows)
    return [Thread.of(row, standing.get(row.id)) for row in rows]


async def load_comment(context: Context, identifier: str) -> Comment | None:
    """The comment with this id, for whoever asks."""
    try:
        return Comment.of(await context.read(queries.comment_by_id, context.actor, identifier))
    except NotFound:
        return None
