"""Prove the proof of notice: that as many members of each town were told of a silence procedure as the record says."""

import json
from collections.abc import AsyncIterator

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from positions.events import Tag, canonical
from positions.models.events import Event
from positions.models.positions import Position
from positions.models.rounds import Round
from positions.queries.notices import notified
from positions.services.notices import told_of_notices
from positions.services.text_verification import Finding


async def verify_notices(session: AsyncSession, position: Position) -> AsyncIterator[Finding]:
    """Whatever in the notices of a position's silence procedures is not what the record says."""
    given = select(Event).where(Event.chain == position.id, Event.tag == Tag.NOTICE_GIVEN.value)
    for event in await session.scalars(given.order_by(Event.sequence)):
        row = await session.get(Round, str(json.loads(event.body).get("round")))
        if row is None:
            yield Finding(position.reference, f"event {event.sequence}: the round it speaks of is missing")
        elif canonical(told_of_notices(row, await notified(session, row.id))) != event.body:
            yield Finding(
                f"{position.reference} round {row.number}", "the notices given are not what was recorded"
            )
