"""Threads read: only those the actor sees, with their comments and where their anchors stand now."""

from sqlalchemy import ColumnElement, Select, false, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload, selectinload

from positions.actors import Actor
from positions.errors import NotFound
from positions.models.comments import Comment, Thread
from positions.models.members import Membership
from positions.permissions import Permission
from positions.queries.access import Access, see_position_by_id

_BY = (joinedload(Membership.member), joinedload(Membership.organization))


def visible_threads(access: Access) -> ColumnElement[bool]:
    """The condition under which a thread of the position exists for the actor."""
    if not access.holds(Permission.READ_DISCUSSION):
        return false()
    return (Thread.position_id == access.position.id) & or_(
        Thread.visibility == "PARTICIPANTS",
        Thread.organization_id.in_(sorted(access.actor.organization_ids)),
    )


async def threads(
    session: AsyncSession, access: Access, *, after: str | None, limit: int, document_id: str | None = None
) -> list[Thread]:
    """A page of the position's threads, oldest first, after a thread's id."""
    statement = select(Thread).where(visible_threads(access))
    if after is not None:
        statement = statement.where(Thread.id > after)
    if document_id is not None:
        statement = statement.where(Thread.document_id == document_id)
    return list(await session.scalars(_loaded(statement).order_by(Thread.id).limit(limit)))


async def count_threads(session: AsyncSession, access: Access, *, open_only: bool = False) -> int:
    """How many threads of the position the actor sees."""
    statement = select(func.count()).select_from(Thread).where(visible_threads(access))
    if open_only:
        statement = statement.where(Thread.resolved_at.is_(None))
    return await session.scalar(statement) or 0


async def see_thread(
    session: AsyncSession, actor: Actor, thread_id: str, *, lock: bool = False
) -> tuple[Access, Thread]:
    """A thread and the access to its position, or NotFound; with `lock` the position's row is held."""
    position_id = await session.scalar(select(Thread.position_id).where(Thread.id == thread_id))
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


async def comment_by_id(session: AsyncSession, actor: Actor, comment_id: str) -> Comment:
    """A comment of a thread the actor sees, or NotFound."""
    thread_id = await session.scalar(select(Comment.thread_id).where(Comment.id == comment_id))
    if thread_id is None:
        raise NotFound("comment_unknown", ["id"])
    _, thread = await see_thread(session, actor, thread_id)
    return next(comment for comment in thread.comments if comment.id == comment_id)


def _loaded(statement: Select[Thread]) -> Select[Thread]:
    return statement.options(
        selectinload(Thread.comments).joinedload(Comment.membership).options(*_BY),
        joinedload(Thread.resolved_by).options(*_BY),
    )
