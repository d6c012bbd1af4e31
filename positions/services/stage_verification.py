"""Prove where a position stands: that its stage and its publication, and its documents' stage, are those of the record."""

import json
from collections.abc import AsyncIterator
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from positions.events import Tag
from positions.lifecycle import Stage
from positions.models.documents import Document
from positions.models.events import Event
from positions.models.positions import Position
from positions.services.text_verification import Finding

_MOVING = (Tag.STAGE_MOVED, Tag.POSITION_PUBLISHED, Tag.POSITION_UNPUBLISHED)


async def verify_stage(session: AsyncSession, position: Position) -> AsyncIterator[Finding]:
    """Whatever in the stage or the publication of a position is not what the record says."""
    stage, published_at = await _record(session, position)
    if position.stage != stage:
        yield Finding(position.reference, f"its stage {position.stage} is not the one recorded")
    if position.published_at != published_at:
        yield Finding(position.reference, "its publication is not the one recorded")
    documents = select(Document.stage).where(Document.position_id == position.id)
    if set(await session.scalars(documents)) - {stage}:
        yield Finding(position.reference, "a document is at another stage than the one recorded")


async def _record(session: AsyncSession, position: Position) -> tuple[str, datetime | None]:
    """The stage that the last move led to, and when it was made public, if it still is."""
    stage: str = Stage.PROPOSED.value
    published_at = None
    tags = [tag.value for tag in _MOVING]
    statement = select(Event).where(Event.chain == position.id, Event.tag.in_(tags))
    for event in await session.scalars(statement.order_by(Event.sequence)):
        if event.tag == Tag.STAGE_MOVED:
            stage = _led_to(event, stage)
        else:
            published_at = event.at if event.tag == Tag.POSITION_PUBLISHED else None
    return stage, published_at


def _led_to(event: Event, before: str) -> str:
    try:
        return str(json.loads(event.body)["to"])
    except (ValueError, KeyError, TypeError):
        return before  # the chain's own check tells of a damaged body
