"""When a position entered its stages, read from its record."""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from positions.events import Tag
from positions.lifecycle import Stage
from positions.models.events import Event
from positions.permissions import Permission
from positions.queries.access import Access

PUBLIC = frozenset({Stage.ADOPTED, Stage.SUBMITTED, Stage.CLOSED})
"""The stages whose dates belong to the public face."""


@dataclass(frozen=True)
class StageDate:
    """A stage entered, and when; a stage that was entered again stands again."""

    stage: Stage
    entered_at: datetime


async def stage_dates(session: AsyncSession, access: Access) -> list[StageDate]:
    """The stages entered so far, in order; the public sees those from adoption on."""
    statement = select(Event.at, Event.body).where(
        Event.chain == access.position.id, Event.tag == Tag.STAGE_MOVED.value
    )
    moves = await session.execute(statement.order_by(Event.sequence))
    dates = [
        StageDate(Stage.PROPOSED, access.position.created_at),
        *(StageDate(Stage(json.loads(body)["to"]), at) for at, body in moves),
    ]
    if access.holds(Permission.READ):
        return dates
    return [date for date in dates if date.stage in PUBLIC]
