"""The record of a position as one actor may read it."""

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from positions.events import Tag
from positions.models.events import Event
from positions.permissions import Permission
from positions.queries.access import Access
from positions.queries.pages import Order, Page, Window, count, page

BY_SEQUENCE = Order((Event.sequence,))
NEWEST_FIRST = Order((Event.sequence,), is_descending=True)
EventRow = Event

DISCUSSION = (Tag.THREAD_STARTED, Tag.THREAD_RESOLVED, Tag.THREAD_REOPENED, Tag.COMMENT_ADDED)
"""What only those who may read the discussion learn of."""

PUBLIC = (
    Tag.POSITION_PUBLISHED,
    Tag.STAGE_MOVED,
    Tag.TRANSLATION_APPROVED,
    Tag.STATEMENT_ANNEXED,
    Tag.STATEMENT_SIGNED,
    Tag.SIGNATURE_WITHDRAWN,
    Tag.VERSION_CORRECTED,
    Tag.SUBMISSION_RECORDED,
    Tag.REPLY_RECORDED,
    Tag.UPTAKE_RECORDED,
)
"""The acts on a published position that are public themselves."""


async def list_events(
    session: AsyncSession, access: Access, window: Window, *, is_descending: bool = False
) -> Page[Event]:
    """One page of the position's record, oldest first unless it descends."""
    order = NEWEST_FIRST if is_descending else BY_SEQUENCE
    return await page(session, visible_events(access), order, window)


async def count_events(session: AsyncSession, access: Access) -> int:
    """How many entries of the record the actor may read."""
    return await count(session, visible_events(access))


async def events_after(session: AsyncSession, access: Access, sequence: int, limit: int) -> list[Event]:
    """The next entries after a sequence, oldest first."""
    statement = visible_events(access).where(Event.sequence > sequence)
    return list(await session.scalars(statement.order_by(Event.sequence).limit(limit)))


async def chain_of(session: AsyncSession, event_id: str) -> str | None:
    """The chain an entry stands in: a position's id, or the register."""
    return await session.scalar(select(Event.chain).where(Event.id == event_id))


async def find_event(session: AsyncSession, access: Access, event_id: str) -> Event | None:
    """One entry of the position's record, if the actor may read it."""
    return await session.scalar(visible_events(access).where(Event.id == event_id))


def visible_events(access: Access) -> Select[Event]:
    """What of the record the actor may read: the public the public acts from publication on, of discussions only their readers."""
    statement = select(Event).where(Event.chain == access.position.id, _audience(access))
    if not access.holds(Permission.READ):
        return statement.where(Event.at >= access.position.published_at, Event.tag.in_(PUBLIC))
    if not access.holds(Permission.READ_DISCUSSION):
        return statement.where(Event.tag.not_in(DISCUSSION))
    return statement


def _audience(access: Access) -> ColumnElement[bool]:
    """An internal thread's events are for its own town."""
    return or_(Event.audience_id.is_(None), Event.audience_id.in_(sorted(access.actor.organization_ids)))


async def last_sequence(session: AsyncSession, access: Access) -> int:
    """The sequence of the newest entry the actor may read; 0 without any."""
    newest = visible_events(access).with_only_columns(func.max(Event.sequence))
    return await session.scalar(newest) or 0
