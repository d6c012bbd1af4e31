"""Threads read: only those the actor sees, with their comments and where their anchors stand now."""

import asyncio
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, false, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from positions.actors import Actor
from positions.anchors import Anchor, Resolution, resolve_all
from positions.errors import NotFound
from positions.models.comments import Comment, Thread
from positions.models.members import Membership
from positions.papers import ReviewRemark, Said
from positions.permissions import Permission
from positions.queries.access import Access, see_position_by_id
from positions.queries.drafts import Drafts
from positions.queries.lookups import equals
from positions.queries.pages import Order, Page, Window, page
from positions.queries.versions import version_by_number, version_text

ThreadRow = Thread
CommentRow = Comment


def visible_threads(access: Access) -> ColumnElement[bool]:
    """The condition under which a thread of the position exists for the actor."""
    if not access.holds(Permission.READ_DISCUSSION):
        return false()
    return (Thread.position_id == access.position.id) & or_(
        Thread.visibility == "PARTICIPANTS",
        Thread.organization_id.in_(sorted(access.actor.organization_ids)),
    )


async def threads(session: AsyncSession, access: Access, window: Window) -> Page[Thread]:
    """A page of the position's threads, oldest first."""
    statement = _loaded(select(Thread).where(visible_threads(access)))
    return await page(session, statement, Order((Thread.id,)), window)


async def count_threads(session: AsyncSession, access: Access) -> int:
    """How many threads of the position the actor sees."""
    statement = select(func.count()).select_from(Thread).where(visible_threads(access))
    return await session.scalar(statement) or 0


async def see_thread(
    session: AsyncSession, actor: Actor, thread_id: str, *, lock: bool = False
) -> tuple[Access, Thread]:
    """A thread and the access to its position, or NotFound; with `lock` the position's row is held."""
    position_id = await session.scalar(select(Thread.position_id).where(equals(Thread.id, thread_id)))
    if position_id is None:
        raise NotFound("thread_unknown", ["threadId"])
    try:
        access = await see_position_by_id(session, actor, position_id, lock=lock)
    except NotFound:
        raise NotFound("thread_unknown", ["threadId"]) from None
    statement = select(Thread).where(visible_threads(access), Thread.id == thread_id)
    thread = await session.scalar(_loaded(statement).execution_options(populate_existing=True))
    if thread is None:
        raise NotFound("thread_unknown", ["threadId"])
    return access, thread


async def see_threads(session: AsyncSession, actor: Actor, thread_ids: Sequence[str]) -> list[Thread]:
    """The threads with these ids, all of one position, that the actor sees, in this order."""
    if not thread_ids:
        return []
    access, _ = await see_thread(session, actor, thread_ids[0])
    statement = _loaded(select(Thread).where(visible_threads(access), Thread.id.in_(thread_ids)))
    known = {thread.id: thread for thread in await session.scalars(statement)}
    return [known[thread_id] for thread_id in thread_ids if thread_id in known]


async def comment_by_id(session: AsyncSession, actor: Actor, comment_id: str) -> Comment:
    """A comment of a thread the actor sees, or NotFound."""
    thread_id = await session.scalar(select(Comment.thread_id).where(equals(Comment.id, comment_id)))
    if thread_id is None:
        raise NotFound("comment_unknown", ["id"])
    _, thread = await see_thread(session, actor, thread_id)
    return next(comment for comment in thread.comments if comment.id == comment_id)


async def remarks_on(
    session: AsyncSession, drafts: Drafts, access: Access, document_id: str, text: str
) -> tuple[ReviewRemark, ...]:
    """What all participants read of the discussions of a document, at their places in a text of it; what is internal
    to one organization never goes into a file, and who spoke is told by the organization."""
    statement = select(Thread).where(
        visible_threads(access),
        Thread.visibility == "PARTICIPANTS",
        Thread.document_id == document_id,
    )
    spoken = selectinload(Thread.comments).selectinload(Comment.membership)
    options = spoken.selectinload(Membership.organization)
    found = list(await session.scalars(statement.options(options).order_by(Thread.id)))
    places = await anchored(session, drafts, found, text)
    return tuple(
        ReviewRemark(
            places[thread.id].start or 0 if thread.id in places else 0,
            thread.exact or "",
            tuple(
                Said(one.membership.organization.name, one.created_at, one.body) for one in thread.comments
            ),
            is_resolved=thread.resolved_at is not None,
        )
        for thread in found
    )


async def anchored(
    session: AsyncSession, drafts: Drafts, found: Sequence[Thread], text: str | None = None
) -> dict[str, Resolution]:
    """Where the anchors of threads stand in the drafts as they are now, or in a given text of their one document, by thread
    id; none for those on the whole paper."""
    by_base: dict[tuple[str, int | None, int | None], list[Thread]] = {}
    for thread in found:
        if thread.start is not None:
            base = (thread.document_id, thread.version_number, thread.draft_sequence)
            by_base.setdefault(base, []).append(thread)
    heads = {
        document_id: text if text is not None else (await drafts.read(session, document_id)).text
        for document_id in dict.fromkeys(base[0] for base in by_base)
    }
    standing: dict[str, Resolution] = {}
    for base, group in by_base.items():
        before, head = await _base_text(session, drafts, *base), heads[base[0]]
        resolved = await asyncio.to_thread(resolve_all, [_anchor(thread) for thread in group], before, head)
        standing.update(zip((thread.id for thread in group), resolved, strict=True))
    return standing


async def _base_text(
    session: AsyncSession, drafts: Drafts, document_id: str, number: int | None, sequence: int | None
) -> str:
    if number is None:
        assert sequence is not None
        return (await drafts.read_at(session, document_id, sequence)).text
    version = await version_by_number(session, document_id, number)
    assert version is not None
    return await version_text(session, version)


def _anchor(thread: Thread) -> Anchor:
    assert thread.start is not None
    assert thread.end is not None
    return Anchor(thread.start, thread.end, thread.exact or "", thread.prefix or "", thread.suffix or "")


def _loaded(statement: Select[Thread]) -> Select[Thread]:
    return statement.options(selectinload(Thread.comments))
