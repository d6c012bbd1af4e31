"""Discuss: start a thread on a passage or on the paper, reply, resolve, reopen."""

from dataclasses import dataclass

from positions.actors import Actor, Membership
from positions.anchors import Anchor, anchor
from positions.comments import Visibility, check_open, check_resolved, comment_body
from positions.errors import Invalid, NotFound
from positions.events import Tag
from positions.imports import Written
from positions.models.comments import Comment, Thread
from positions.models.documents import Document
from positions.permissions import Permission
from positions.queries.access import see_document
from positions.queries.comments import see_thread
from positions.queries.drafts import fold
from positions.queries.versions import version_by_number, version_text
from positions.services.drafts import current
from positions.services.record import record
from positions.services.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class StartThread:
    """A remark on a passage of a version or of the draft at a sequence, or on the whole paper."""

    document_id: str
    body: str
    version_number: int | None = None
    draft_sequence: int | None = None
    start: int | None = None
    end: int | None = None
    visibility: Visibility = Visibility.PARTICIPANTS
    organization_code: str | None = None


async def start_thread(
    work: UnitOfWork, actor: Actor, request: StartThread, *, written: Written | None = None
) -> Thread:
    """Open a discussion with its first comment; `written` says who wrote it in Word."""
    access, document = await see_document(work.session, actor, request.document_id, lock=True)
    membership = access.demand(Permission.COMMENT, request.organization_code)
    body = comment_body(request.body)
    place = await _place(work, document, request)
    thread = Thread(
        id=work.new_id("thr"),
        position_id=access.position.id,
        document_id=document.id,
        visibility=request.visibility.value,
        organization_id=membership.organization_id,
        version_number=request.version_number if place else None,
        draft_sequence=_sequence(document, request) if place else None,
        start=place and place.start,
        end=place and place.end,
        exact=place and place.exact,
        prefix=place and place.prefix,
        suffix=place and place.suffix,
        created_at=work.now,
        resolved_at=None,
    )
    work.session.add(thread)
    await work.session.flush()
    comment = _comment(work, thread, membership, body, written)
    await record(
        work,
        access.position,
        Tag.THREAD_STARTED,
        membership,
        {"thread": thread.id, "comment": comment.id, "visibility": thread.visibility},
        audience_id=_audience(thread),
    )
    return thread


async def reply(
    work: UnitOfWork,
    actor: Actor,
    thread_id: str,
    body: str,
    organization_code: str | None = None,
    *,
    written: Written | None = None,
) -> Comment:
    """Add a comment to a thread."""
    access, thread = await see_thread(work.session, actor, thread_id, lock=True)
    membership = access.demand(Permission.COMMENT, organization_code)
    comment = _comment(work, thread, membership, comment_body(body), written)
    await record(
        work,
        access.position,
        Tag.COMMENT_ADDED,
        membership,
        {"thread": thread.id, "comment": comment.id},
        audience_id=_audience(thread),
    )
    return comment


async def resolve_thread(
    work: UnitOfWork, actor: Actor, thread_id: str, organization_code: str | None = None
) -> Thread:
    """Mark a thread as settled."""
    access, thread = await see_thread(work.session, actor, thread_id, lock=True)
    membership = access.demand(Permission.RESOLVE_THREAD, organization_code)
    check_open(is_resolved=thread.resolved_at is not None)
    thread.resolved_at, thread.resolved_by_id = work.now, membership.id
    body = {"thread": thread.id}
    await record(work, access.position, Tag.THREAD_RESOLVED, membership, body, audience_id=_audience(thread))
    return thread


async def reopen_thread(
    work: UnitOfWork, actor: Actor, thread_id: str, organization_code: str | None = None
) -> Thread:
    """Take a settled thread up again."""
    access, thread = await see_thread(work.session, actor, thread_id, lock=True)
    membership = access.demand(Permission.RESOLVE_THREAD, organization_code)
    check_resolved(is_resolved=thread.resolved_at is not None)
    thread.resolved_at = thread.resolved_by_id = None
    body = {"thread": thread.id}
    await record(work, access.position, Tag.THREAD_REOPENED, membership, body, audience_id=_audience(thread))
    return thread


async def _place(work: UnitOfWork, document: Document, request: StartThread) -> Anchor | None:
    if request.start is None and request.end is None:
        return None
    if request.start is None or request.end is None:
        raise Invalid("anchor_incomplete", ["start"])
    return anchor(await _text(work, document, request), request.start, request.end)


async def _text(work: UnitOfWork, document: Document, request: StartThread) -> str:
    if request.version_number is not None:
        version = await version_by_number(work.session, document.id, request.version_number)
        if version is None:
            raise NotFound("version_unknown", ["versionNumber"], number=request.version_number)
        return await version_text(work.session, version)
    sequence = _sequence(document, request)
    if sequence is None or not 0 <= sequence <= document.sequence:
        raise Invalid("draft_sequence_unknown", ["draftSequence"], head=document.sequence)
    if sequence == document.sequence:
        return (await current(work, document)).text
    return (await fold(work.session, document.id, sequence)).text


def _sequence(document: Document, request: StartThread) -> int | None:
    if request.version_number is not None:
        return None
    return document.sequence if request.draft_sequence is None else request.draft_sequence


def _comment(
    work: UnitOfWork, thread: Thread, membership: Membership, body: str, written: Written | None
) -> Comment:
    comment = Comment(
        id=work.new_id("com"),
        thread_id=thread.id,
        membership_id=membership.id,
        body=body,
        imported_author=written and written.author,
        imported_at=written and written.at,
        created_at=work.now,
    )
    work.session.add(comment)
    return comment


def _audience(thread: Thread) -> str | None:
    return thread.organization_id if thread.visibility == Visibility.ORGANIZATION else None
