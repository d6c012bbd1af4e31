"""Save versions by themselves: when a draft has rested after edits, and when many edits have come together.

Any number of processes may try: the position's row is held and the draft looked at again, so that each is saved once. The member
of such a version is whoever wrote last.
"""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from positions.documents import normalise, normalising
from positions.models.documents import Document
from positions.models.positions import Position
from positions.models.versions import Version
from positions.queries.drafts import last_writer
from positions.queries.versions import newest_version
from positions.services.drafts import current, is_frozen
from positions.services.unit_of_work import Database, UnitOfWork
from positions.services.versions import save_automatic
from positions.versions import MANY_EDITS, QUIET, occasion_of, sha256_of


async def save_due(database: Database) -> int:
    """Save every draft whose time has come; returns how many. One that fails does not hold up the others."""
    saved, failures = 0, []
    async with database.read() as session:
        due = [
            document
            for document in await _due(session, database.clock())
            if database.settled.get(document.id) != document.sequence
        ]
    for document in due:
        try:
            if await _says_more(database, document):
                async with database.write() as work:
                    saved += await _save(work, document)
        except Exception as failure:  # noqa: BLE001  # told below, when the others are done
            failures.append(failure)
    if failures:
        raise ExceptionGroup("drafts that could not be saved", failures)
    return saved


async def _due(session: AsyncSession, now: datetime) -> list[Document]:
    statement = select(Document).where(Document.sequence > _saved_until(), _is_time(now))
    return [document for document in await session.scalars(statement) if not is_frozen(document)]


def _saved_until() -> ColumnElement[int]:
    """The draft's sequence at its newest version."""
    newest = select(func.max(Version.sequence)).where(Version.document_id == Document.id)
    return func.coalesce(newest.scalar_subquery(), 0)


def _is_time(now: datetime) -> ColumnElement[bool]:
    return or_(Document.updated_at <= now - QUIET, Document.sequence >= _saved_until() + MANY_EDITS)


async def _says_more(database: Database, document: Document) -> bool:
    """Whether the draft says anything, and not what its newest version says: looked at before any lock is taken."""
    async with database.read() as session:
        draft = await database.drafts.read(session, document.id)
        newest = await newest_version(session, document.id)
    text = normalise(draft.text)
    if not text.strip() or (newest is not None and newest.sha256 == sha256_of(text)):
        database.settled[document.id] = draft.sequence
        return False
    return _may_be_kept(draft.text, database.clock() - document.updated_at)


def _may_be_kept(text: str, rest: timedelta) -> bool:
    """Whether nothing has to be written for it under the hands of whoever types: letters get their one form in a pause."""
    return rest >= QUIET or not normalising(text)


async def _save(work: UnitOfWork, seen: Document) -> bool:
    await work.session.get_one(Position, seen.position_id, with_for_update=True)
    document = await work.session.get_one(Document, seen.id, with_for_update=True, populate_existing=True)
    newest = await newest_version(work.session, document.id)
    since = newest.sequence if newest else 0
    occasion = occasion_of(document.sequence - since, work.now - document.updated_at)
    if is_frozen(document) or occasion is None:
        return False
    if not _may_be_kept((await current(work, document)).text, work.now - document.updated_at):
        return False
    before = document.version_count
    await save_automatic(work, document, await last_writer(work.session, document), occasion)
    return document.version_count > before
