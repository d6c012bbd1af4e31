"""Attachments read: all for readers; annexes for everybody from publication on; of another reply's proofs the public knows nothing."""

from sqlalchemy import ColumnElement, false, select, true
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import undefer

from positions.actors import Actor
from positions.errors import NotFound
from positions.models.submissions import Attachment
from positions.permissions import Permission
from positions.queries.access import Access, see_position_by_id
from positions.queries.lookups import equals

AttachmentRow = Attachment


def open_attachments(access: Access) -> ColumnElement[bool]:
    """The condition under which an attachment exists for the actor."""
    if access.holds(Permission.READ):
        return true()
    if access.is_published:
        return Attachment.is_annex & Attachment.removed_at.is_(None)
    return false()


async def attachments_of(session: AsyncSession, access: Access) -> list[Attachment]:
    """The position's attachments that were not removed, the first added first."""
    statement = select(Attachment).where(
        Attachment.position_id == access.position.id,
        Attachment.removed_at.is_(None),
        open_attachments(access),
    )
    return list(await session.scalars(statement.order_by(Attachment.id)))


async def see_attachment(
    session: AsyncSession, actor: Actor, attachment_id: str, *, lock: bool = False, whole: bool = False
) -> tuple[Access, Attachment]:
    """An attachment and the access to its position, or NotFound; `whole` with its content, `lock` with the position's row."""
    position_id = await session.scalar(
        select(Attachment.position_id).where(equals(Attachment.id, attachment_id))
    )
    if position_id is None:
        raise NotFound("attachment_unknown", ["attachmentId"])
    try:
        access = await see_position_by_id(session, actor, position_id, lock=lock)
    except NotFound:
        raise NotFound("attachment_unknown", ["attachmentId"]) from None
    statement = select(Attachment).where(Attachment.id == attachment_id, open_attachments(access))
    found = await session.scalar(statement.options(undefer(Attachment.content)) if whole else statement)
    if found is None:
        raise NotFound("attachment_unknown", ["attachmentId"])
    return access, found
