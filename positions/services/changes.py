"""Tell that a text has changed: one notice for a burst of edits, when the draft's log has been quiet for a while."""

from datetime import timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from positions.deadlines import day_of
from positions.models.documents import Document, Update
from positions.models.members import Membership
from positions.models.notices import Notice
from positions.models.positions import Position
from positions.models.requests import Look
from positions.notices import QUIET, NoticeKind, key_of
from positions.queries.recipients import Recipient, coordinators, participants
from positions.services.notices import Telling, tell
from positions.services.unit_of_work import Database

_RECENT = timedelta(days=2)
"""A burst that ended longer ago is no news."""


async def tell_changes(database: Database) -> int:
    """Tell of every burst of edits that is over; returns how many members were told."""
    now = database.clock()
    async with database.read() as session:
        quiet = select(Document).where(
            Document.is_original,
            Document.sequence > 0,
            Document.updated_at <= now - QUIET,
            Document.updated_at > now - _RECENT,
        )
        texts = [text for text in await session.scalars(quiet) if await _whom(session, text)]
    told = 0
    for text in texts:
        async with database.write() as work:
            await work.session.get_one(Position, text.position_id, with_for_update=True)
            whom = await _whom(work.session, text)
            told += await tell(
                work, Telling(text.position_id, NoticeKind.PAPER_CHANGED, _subject(text, text.sequence)), whom
            )
    return told


def _subject(text: Document, sequence: int) -> str:
    return f"{text.id}:{sequence}"


async def _whom(session: AsyncSession, text: Document) -> set[Recipient]:
    """Whoever works on the paper and has not seen what others wrote since the last time it was told; nobody, if it was."""
    since = await _told_until(session, text)
    if since >= text.sequence:
        return set()
    written = (
        select(Membership.member_id, func.max(Update.sequence))
        .join(Update, Update.membership_id == Membership.id)
        .where(Update.document_id == text.id, Update.sequence > since, Update.sequence <= text.sequence)
        .group_by(Membership.member_id)
    )
    last_of = {member: last for member, last in await session.execute(written)}  # noqa: C416  # rows are no pairs to mypy
    looks = select(Look.member_id, Look.sequence).where(Look.document_id == text.id)
    seen = {member: sequence for member, sequence in await session.execute(looks)}  # noqa: C416  # rows are no pairs to mypy
    position = await session.get_one(Position, text.position_id)
    day = day_of(text.updated_at)
    return {
        one
        for one in await participants(session, position, day) | await coordinators(session, day)
        if any(
            author != one.member_id and last > seen.get(one.member_id, 0) for author, last in last_of.items()
        )
    }


async def _told_until(session: AsyncSession, text: Document) -> int:
    """The sequence of the draft's log up to which somebody was told."""
    keys = select(Notice.key).where(
        Notice.key.startswith(key_of(NoticeKind.PAPER_CHANGED, f"{text.id}:"), autoescape=True)
    )
    return max((int(key.rpartition(":")[2]) for key in await session.scalars(keys)), default=0)
