"""Files kept with a position or with a reply, as clients see them."""

from datetime import datetime

import strawberry

from api.graphql.authors import Author
from api.graphql.context import Context, Info
from api.graphql.nodes import Node
from positions.errors import NotFound
from positions.permissions import Permission
from positions.queries.access import Access
from positions.queries.attachments import AttachmentRow, attachments_of, see_attachment


@strawberry.type(description="A file kept with a position; an annex goes out with the adopted text.")
class Attachment(Node):
    """A file and what is known of it."""

    name: str = strawberry.field(description="Its name.")
    media_type: str = strawberry.field(description="What it was found to be.")
    bytes: int = strawberry.field(description="Its size.")
    sha256: str = strawberry.field(description="Its SHA-256.")
    is_annex: bool = strawberry.field(description="Whether it goes out with the text.")
    added_at: datetime = strawberry.field(description="When it was added.")
    removed_at: datetime | None = strawberry.field(
        description="When it was taken off; it stays in the record."
    )
    path: strawberry.Private[str]
    membership_id: strawberry.Private[str | None]

    @classmethod
    def of(cls, row: AttachmentRow, access: Access) -> "Attachment":
        """The attachment of a row, for whoever may see it."""
        return cls(
            id=strawberry.ID(row.id),
            name=row.name,
            media_type=row.media_type,
            bytes=row.size,
            sha256=row.sha256,
            is_annex=row.is_annex,
            added_at=row.added_at,
            removed_at=row.removed_at,
            path=f"/positions/{access.position.reference}/attachments/{row.id}",
            membership_id=row.membership_id if access.holds(Permission.READ) else None,
        )

    @strawberry.field(description="Where it can be had.")
    def url(self, info: Info) -> str:
        """Its address on this server."""
        return info.context.settings.base_url + self.path

    @strawberry.field(description="Who added it; null for the public.")
    def author(self) -> Author | None:
        """The member."""
        return Author(membership_id=self.membership_id) if self.membership_id else None


@strawberry.type
class PositionAttachments:
    """What a position shows of its files."""

    access: strawberry.Private[Access]

    @strawberry.field(
        description="The files that were not taken off, the first added first; the public reads the annexes."
    )
    async def attachments(self, info: Info) -> list[Attachment]:
        """Every file."""
        rows = await info.context.read(attachments_of, self.access)
        return [Attachment.of(row, self.access) for row in rows]


async def load_attachment(context: Context, identifier: str) -> Attachment | None:
    """The attachment with this id, for whoever asks."""
    try:
        access, row = await context.read(see_attachment, context.actor, identifier)
    except NotFound:
        return None
    return Attachment.of(row, access)
