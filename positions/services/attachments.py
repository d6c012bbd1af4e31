"""Keep files with a position; one that is taken off stays in the record."""

import asyncio
import hashlib
from dataclasses import dataclass

from sqlalchemy import func, select

from positions.actors import Actor
from positions.attachments import MAX_OF_POSITION, check_size, file_name
from positions.errors import AlreadyDone, Conflict, LimitExceeded
from positions.events import Tag
from positions.models.positions import Position
from positions.models.submissions import Attachment
from positions.permissions import Permission
from positions.publishing.recognition import recognise
from positions.queries.access import see_position
from positions.queries.attachments import see_attachment
from positions.services.record import record
from positions.services.unit_of_work import Database, UnitOfWork
from positions.versions import sha256_of


@dataclass(frozen=True)
class AttachFile:
    """A file for a position; an annex goes out with the adopted text."""

    reference: str
    name: str
    content: bytes
    is_annex: bool = False
    organization_code: str | None = None


@dataclass(frozen=True)
class CheckedFile:
    """A file that was looked into."""

    request: AttachFile
    name: str
    media_type: str


async def check_file(database: Database, actor: Actor, request: AttachFile) -> CheckedFile:
    """Look into a file before any lock is taken; whoever may not attach is told first."""
    async with database.read() as session:
        access = await see_position(session, actor, request.reference)
        access.demand(Permission.ATTACH_FILE, request.organization_code)
    name = file_name(request.name)
    check_size(request.content)
    return CheckedFile(request, name, await asyncio.to_thread(recognise, name, request.content))


async def attach_file(work: UnitOfWork, actor: Actor, checked: CheckedFile) -> Attachment:
    """Keep the file."""
    request = checked.request
    access = await see_position(work.session, actor, request.reference, lock=True)
    membership = access.demand(Permission.ATTACH_FILE, request.organization_code)
    if await _kept(work, access.position) >= MAX_OF_POSITION:
        raise LimitExceeded("attachments_full", ["file"], limit=MAX_OF_POSITION)
    row = Attachment(
        id=work.new_id("att"),
        position_id=access.position.id,
        name=checked.name,
        media_type=checked.media_type,
        size=len(request.content),
        sha256=hashlib.sha256(request.content).hexdigest(),
        content=request.content,
        is_annex=request.is_annex,
        membership_id=membership.id,
        added_at=work.now,
    )
    work.session.add(row)
    body = {
        "attachment": row.id,
        "name_sha256": sha256_of(row.name),
        "media_type": row.media_type,
        "bytes": row.size,
        "sha256": row.sha256,
        "annex": row.is_annex,
    }
    await record(work, access.position, Tag.ATTACHMENT_ADDED, membership, body)
    return row


async def remove_attachment(
    work: UnitOfWork, actor: Actor, attachment_id: str, organization_code: str | None = None
) -> Attachment:
    """Take a file off: it is no longer listed or sent, and stays in the record. What proves a reply stays."""
    access, row = await see_attachment(work.session, actor, attachment_id, lock=True)
    membership = access.demand(Permission.ATTACH_FILE, organization_code)
    if row.reply_id is not None:
        raise Conflict("attachment_proves_reply", ["attachmentId"])
    if row.removed_at is not None:
        raise AlreadyDone("attachment_removed", ["attachmentId"])
    row.removed_at = work.now
    await record(work, access.position, Tag.ATTACHMENT_REMOVED, membership, {"attachment": row.id})
    return row


async def _kept(work: UnitOfWork, position: Position) -> int:
    statement = select(func.count()).select_from(Attachment)
    kept = statement.where(Attachment.position_id == position.id, Attachment.removed_at.is_(None))
    return await work.session.scalar(kept) or 0
