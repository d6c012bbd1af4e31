"""Correct an adopted text: an edit of the frozen original through its log, a version that says why, and the adoption moved to it.

It is the one sanctioned way past the freeze; open editors see it arrive as any edit. The rounds stay with the text they decided.
"""

import asyncio
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from positions.actors import Actor
from positions.documents import normalise
from positions.errata import Erratum, check_correction
from positions.errors import Invalid, Stale
from positions.headings import reason_of
from positions.hunks import Hunk, hunks
from positions.models.documents import Document
from positions.models.versions import Version
from positions.permissions import Permission
from positions.queries.access import Access, see_document
from positions.queries.documents import adopted_version
from positions.queries.drafts import fold
from positions.queries.versions import version_by_id, version_text
from positions.services.drafts import Step, current, rewrite
from positions.services.idempotency import Key, is_answered, recall, remember
from positions.services.offload import offload
from positions.services.positions import reindex_published
from positions.services.unit_of_work import Database, UnitOfWork
from positions.services.versions import Words, write_version


@dataclass(frozen=True)
class CorrectText:
    """The whole text as it should read, why, and the number of the adopted version that was looked at."""

    document_id: str
    text: str
    reason: str
    expected_version: int
    organization_code: str | None = None


@dataclass(frozen=True)
class PreparedCorrection:
    """A correction compared with the draft at one sequence of its log, ready to be written."""

    request: CorrectText
    reason: str = ""
    sequence: int = 0
    changes: tuple[Hunk, ...] = ()


async def prepare_correction(
    database: Database, actor: Actor, request: CorrectText, key: Key | None = None
) -> PreparedCorrection:
    """Check and compare the corrected text before any lock is taken; both run off the event loop."""
    async with database.read() as session:
        access, document = await see_document(session, actor, request.document_id)
        if await is_answered(session, key):
            return PreparedCorrection(request)
        access.demand(Permission.CORRECT_TEXT, request.organization_code)
        if not document.is_original:
            raise Invalid("erratum_of_translation", ["documentId"])
        reason = reason_of(request.reason)
        text = normalise(request.text, ["text"])
        adopted = await _adopted(session, access, request)
        await asyncio.to_thread(check_correction, await version_text(session, adopted), text)
        draft = await fold(session, document.id)
    changes = await offload(hunks, draft.text, text)
    return PreparedCorrection(request, reason, draft.sequence, changes)


async def correct_text(
    work: UnitOfWork, actor: Actor, correction: PreparedCorrection, key: Key | None = None
) -> Version:
    """Make a prepared correction: the text adopted from now on is the version it returns."""
    request = correction.request
    access, document = await see_document(work.session, actor, request.document_id, lock=True)
    known = await recall(work, key)
    if known is not None:
        return await version_by_id(work.session, str(known["version"]))
    membership = access.demand(Permission.CORRECT_TEXT, request.organization_code)
    position = access.position
    adopted = await _adopted(work.session, access, request)
    _check_unmoved(document, correction)
    await rewrite(work, document, [Step(correction.changes)], membership.id)
    erratum = Erratum(correction.reason, adopted.number, adopted.sha256)
    draft = await current(work, document)
    version = await write_version(work, document, membership, draft=draft, words=Words(erratum=erratum))
    position.adopted_version_id = version.id
    if position.published_at is not None:
        await reindex_published(work, position)
    remember(work, key, {"version": version.id})
    return version


async def _adopted(session: AsyncSession, access: Access, request: CorrectText) -> Version:
    """The adopted version, as it was looked at; Stale when it was corrected since."""
    adopted = await adopted_version(session, access)
    if adopted is None or adopted.number != request.expected_version:
        raise Stale("adopted_text_moved", ["expectedVersion"], newest=adopted.number if adopted else 0)
    return adopted


def _check_unmoved(document: Document, correction: PreparedCorrection) -> None:
    """The draft is frozen, so only another correction moves it, and that one moves the adopted version too."""
    if document.sequence != correction.sequence:
        raise Stale("draft_moved", ["text"])
