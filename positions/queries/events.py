"""The record of a position as one actor may read it."""

from sqlalchemy import Select, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from positions.models.events import Event
from positions.permissions import Permission
from positions.queries.access import Access
from positions.queries.pages import Order, Page, Window, count, page

BY_SEQUENCE = Order((Event.sequence,))
EventRow = Event


async def list_events(session: AsyncSession, access: Access, window: Window) -> Page[Event]:
    """One page of the position's record, oldest first."""
    return await page(session, visible_events(access), BY_SEQUENCE, window)


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
    """What of the record the actor may read: the public from publication on; an internal thread's only its own town."""
    audience = or_(Event.audience_id.is_(None), Event.audience_id.in_(sorted(access.actor.organization_ids)))
    statement = select(Event).where(Event.chain == access.position.id, audience)
    if access.holds(Permission.READ):
        return statement
    return statement.where(Event.at >= access.position.published_at)


async def last_sequence(session: AsyncSession, access: Access) -> int:
    """The sequence of the newest entry the actor may read; 0 without any."""
    newest = visible_events(access).with_only_columns(func.max(Event.sequence))
    return await session.scalar(newest) or 0
