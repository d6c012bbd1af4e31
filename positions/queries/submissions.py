"""Submissions read: public once the position is published, before that for whoever reads it."""

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload, undefer

from positions.actors import Actor
from positions.errors import NotFound
from positions.models.institutions import Institution
from positions.models.submissions import (
    Attachment,
    Reply,
    Submission,
    SubmissionFile,
    SubmissionVersion,
)
from positions.permissions import Permission
from positions.queries.access import Access, see_position_by_id
from positions.queries.lookups import equals

SubmissionRow = Submission
SubmissionFileRow = SubmissionFile
ReplyRow = Reply
AttachmentRow = Attachment


def shows_submissions(access: Access) -> bool:
    """Whether the actor sees what was sent: readers always, everybody from publication on."""
    return access.is_published or access.holds(Permission.READ)


async def submissions_of(session: AsyncSession, access: Access) -> list[Submission]:
    """The position's submissions with versions, files, replies and registrations, the first sent first."""
    if not shows_submissions(access):
        return []
    statement = loaded(select(Submission).where(Submission.position_id == access.position.id))
    return list(await session.scalars(statement.order_by(Submission.sent_at, Submission.id)))


async def see_submission(
    session: AsyncSession, actor: Actor, submission_id: str, *, lock: bool = False
) -> tuple[Access, Submission]:
    """A submission and the access to its position, or NotFound; with `lock` the position's row is held."""
    position_id = await session.scalar(
        select(Submission.position_id).where(equals(Submission.id, submission_id))
    )
    if position_id is None:
        raise NotFound("submission_unknown", ["submissionId"])
    try:
        access = await see_position_by_id(session, actor, position_id, lock=lock)
    except NotFound:
        raise NotFound("submission_unknown", ["submissionId"]) from None
    found = await session.scalar(loaded(select(Submission).where(Submission.id == submission_id)))
    if found is None or not shows_submissions(access):
        raise NotFound("submission_unknown", ["submissionId"])
    return access, found


async def see_reply(session: AsyncSession, actor: Actor, reply_id: str) -> tuple[Access, Reply]:
    """A reply and the access to its position, or NotFound."""
    submission_id = await session.scalar(select(Reply.submission_id).where(equals(Reply.id, reply_id)))
    try:
        access, submission = await see_submission(session, actor, submission_id or "")
    except NotFound:
        raise NotFound("reply_unknown", ["id"]) from None
    return access, next(reply for reply in submission.replies if reply.id == reply_id)


async def sealed_files(session: AsyncSession, submission_id: str) -> list[SubmissionFile]:
    """The files of a submission with their content, by name."""
    statement = select(SubmissionFile).where(SubmissionFile.submission_id == submission_id)
    loaded_files = statement.options(undefer(SubmissionFile.content)).order_by(SubmissionFile.name)
    return list(await session.scalars(loaded_files))


async def sealed_file(session: AsyncSession, submission_id: str, name: str) -> SubmissionFile | None:
    """One file of a submission with its content."""
    statement = select(SubmissionFile).where(
        SubmissionFile.submission_id == submission_id, equals(SubmissionFile.name, name)
    )
    return await session.scalar(statement.options(undefer(SubmissionFile.content)))


def loaded(statement: Select[Submission]) -> Select[Submission]:
    """The statement with all that a submission is shown with; the files without their content."""
    return statement.options(
        selectinload(Submission.institution).selectinload(Institution.channels),
        selectinload(Submission.versions).selectinload(SubmissionVersion.version),
        selectinload(Submission.files),
        selectinload(Submission.replies).selectinload(Reply.attachments),
        selectinload(Submission.registrations),
    ).execution_options(populate_existing=True)
