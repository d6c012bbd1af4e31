"""Bring in what a Word file proposes and says, as a person chose it: amendments or an edit of the draft, and threads.

All of it is one unit of work. The importing member's organization tables it; who wrote it in Word, and when, is kept beside.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC
from itertools import pairwise

from positions.actors import Actor, Membership
from positions.documents import normalise
from positions.errors import Conflict, Invalid, LimitExceeded, Stale
from positions.events import Tag
from positions.headings import plain_text
from positions.hunks import Hunk
from positions.imports import MOST_CHANGES, MOST_COMMENTS, NAME_LENGTH, Written
from positions.models.documents import Document
from positions.permissions import Permission
from positions.queries.access import Access, see_document
from positions.services.amendments import ProposeAmendment, propose_amendments
from positions.services.comments import StartThread, reply, resolve_thread, start_thread
from positions.services.drafts import (
    DraftText,
    Edited,
    PreparedEdit,
    Step,
    edit_draft,
    rewrite,
    told_of,
    writing_permission,
)
from positions.services.idempotency import Key, recall, remember
from positions.services.record import record
from positions.services.unit_of_work import UnitOfWork
from positions.services.versions import save_automatic, save_before


@dataclass(frozen=True)
class ImportedChange:
    """A change of a range, and who wrote it in Word."""

    start: int
    end: int
    proposed_text: str
    written: Written
    justification: str = ""


@dataclass(frozen=True)
class ImportedComment:
    """What somebody said in Word."""

    body: str
    written: Written


@dataclass(frozen=True)
class ImportedThread:
    """A comment with its answers, on a range or on the whole paper."""

    comments: Sequence[ImportedComment]
    start: int | None = None
    end: int | None = None
    is_resolved: bool = False


@dataclass(frozen=True)
class ImportChanges:
    """What is brought in; offsets speak about the newest version, or about the draft as it is, which is then edited."""

    document_id: str
    changes: Sequence[ImportedChange] = ()
    threads: Sequence[ImportedThread] = ()
    version_number: int | None = None
    draft_sequence: int | None = None
    organization_code: str | None = None


@dataclass(frozen=True)
class Imported:
    """The ids of what was made."""

    amendments: tuple[str, ...]
    threads: tuple[str, ...]
    document_id: str


async def import_changes(
    work: UnitOfWork, actor: Actor, request: ImportChanges, key: Key | None = None
) -> Imported:
    """Table the chosen changes, or write them into the draft, and open the chosen threads; all or nothing."""
    access, document = await see_document(work.session, actor, request.document_id, lock=True)
    known = await recall(work, key)
    if known is not None:
        return Imported(_names(known["amendments"]), _names(known["threads"]), document.id)
    is_edit = request.version_number is None
    for permission in _needed(document, request):
        access.demand(permission, request.organization_code)
    _check(request)
    if is_edit and request.draft_sequence != document.sequence:
        raise Stale("draft_moved", ["draftSequence"], sequence=document.sequence)
    threads = [await _thread(work, actor, access, request, one) for one in request.threads]
    amendments: list[str] = []
    if is_edit and request.changes:
        membership = access.demand(writing_permission(document), request.organization_code)
        await _edit(work, access, document, membership, request)
    elif request.changes:
        amendments = await _amendments(work, actor, (access, document), request)
    remember(work, key, {"amendments": amendments, "threads": threads})
    return Imported(tuple(amendments), tuple(threads), document.id)


async def import_text(work: UnitOfWork, actor: Actor, edit: PreparedEdit) -> Edited:
    """Merge the text of a whole file into the draft, which is kept as it was before."""
    access, document = await see_document(work.session, actor, edit.request.document_id, lock=True)
    membership = access.demand(writing_permission(document), edit.request.organization_code)
    if edit.hunks:
        await save_automatic(work, document, membership)
    return await edit_draft(work, actor, edit)


def _kept(written: Written) -> Written:
    """Who wrote something, as it is kept: one line, or no name."""
    name = " ".join(written.author.split())
    at = written.at and written.at.astimezone(UTC)
    return Written(plain_text(name, ["importedAuthor"], limit=NAME_LENGTH) if name else "", at)


def _needed(document: Document, request: ImportChanges) -> list[Permission]:
    changing = (
        Permission.PROPOSE_AMENDMENT if request.version_number is not None else writing_permission(document)
    )
    return [*([changing] if request.changes else []), *([Permission.COMMENT] if request.threads else [])]


def _check(request: ImportChanges) -> None:
    if (request.version_number is None) == (request.draft_sequence is None):
        raise Invalid("base_required", ["draftSequence"])
    if not request.changes and not request.threads:
        raise Invalid("import_nothing_chosen", ["changes"])
    if any(not thread.comments for thread in request.threads):
        raise Invalid("text_blank", ["threads"])
    said = sum(len(thread.comments) for thread in request.threads)
    for name, count, limit in (
        ("changes", len(request.changes), MOST_CHANGES),
        ("threads", said, MOST_COMMENTS),
    ):
        if count > limit:
            raise LimitExceeded("list_too_long", [name], limit=limit)


async def _amendments(
    work: UnitOfWork, actor: Actor, target: tuple[Access, Document], request: ImportChanges
) -> list[str]:
    number = request.version_number
    assert number is not None
    wishes = [
        ProposeAmendment(
            request.document_id,
            number,
            one.start,
            one.end,
            one.proposed_text,
            one.justification,
            organization_code=request.organization_code,
        )
        for one in request.changes
    ]
    written = [_kept(one.written) for one in request.changes]
    made = await propose_amendments(work, actor, target, list(zip(wishes, written, strict=True)))
    return [amendment.id for amendment in made]


async def _edit(
    work: UnitOfWork, access: Access, document: Document, membership: Membership, request: ImportChanges
) -> DraftText:
    """Write the chosen changes into the draft by the importing member's hand."""
    edits = sorted(
        (Hunk(one.start, one.end, normalise(one.proposed_text, ["changes"])) for one in request.changes),
        key=lambda edit: (edit.start, edit.end),
    )
    if any(after.start < before.end for before, after in pairwise(edits)):
        raise Conflict("import_changes_overlap", ["changes"])
    await save_before(work, document, membership)
    base = document.sequence
    (draft,) = await rewrite(work, document, [Step(edits)], membership.id)
    normalise(draft.text, ["changes"])
    body = {**told_of(document, draft.text), "base": base}
    await record(work, access.position, Tag.DRAFT_EDITED, membership, body)
    return draft


async def _thread(
    work: UnitOfWork, actor: Actor, access: Access, request: ImportChanges, one: ImportedThread
) -> str:
    first, *answers = one.comments
    wish = StartThread(
        document_id=request.document_id,
        body=first.body,
        version_number=request.version_number,
        draft_sequence=request.draft_sequence,
        start=one.start,
        end=one.end,
        organization_code=request.organization_code,
    )
    thread = await start_thread(work, actor, wish, written=_kept(first.written))
    for answer in answers:
        written = _kept(answer.written)
        await reply(work, actor, thread.id, answer.body, request.organization_code, written=written)
    if one.is_resolved and access.holds(Permission.RESOLVE_THREAD):
        await resolve_thread(work, actor, thread.id, request.organization_code)
    return thread.id


def _names(found: object) -> tuple[str, ...]:
    assert isinstance(found, list)
    return tuple(str(one) for one in found)
