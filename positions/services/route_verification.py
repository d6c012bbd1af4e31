"""Prove the routes: that each is what its administrators recorded, and each position's copy what was chosen."""

import json
from collections.abc import AsyncIterator

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from positions.events import Tag, canonical
from positions.models.events import Event
from positions.models.positions import Position
from positions.models.routes import Route
from positions.services.record import REGISTER
from positions.services.routes import route_hash, told_of_route
from positions.services.text_verification import Finding

Body = dict[str, object]


async def verify_routes(session: AsyncSession) -> AsyncIterator[Finding]:
    """Whatever in the routes is not what the register says."""
    recorded = {str(body.get("route")): body for body in await _bodies(session, REGISTER, Tag.ROUTE_UPDATED)}
    rows = list(await session.scalars(select(Route).order_by(Route.key)))
    for row in rows:
        if canonical(told_of_route(row)) != canonical(recorded.get(row.key, {})):
            yield Finding(f"route {row.key}", "it is not what was recorded")
    for key in sorted(recorded.keys() - {row.key for row in rows}):
        yield Finding(f"route {key}", "it is missing")


async def verify_route(session: AsyncSession, position: Position) -> AsyncIterator[Finding]:
    """Whether a position follows the route that was chosen for it last, word for word."""
    said: tuple[object, object] = (None, None)
    for body in await _bodies(session, position.id, Tag.POSITION_CREATED, Tag.ROUTE_CHOSEN):
        said = (body.get("route"), body.get("route_sha256") or body.get("sha256"))
    key, fingerprint = said
    # A position of before routes were data has its key recorded, and no copy until one was made for it.
    if (position.route_key, route_hash(position)) != (key, fingerprint):
        yield Finding(position.reference, "the route it follows is not the one recorded")


async def _bodies(session: AsyncSession, chain: str, *tags: Tag) -> list[Body]:
    statement = select(Event).where(Event.chain == chain, Event.tag.in_([tag.value for tag in tags]))
    found = []
    for event in await session.scalars(statement.order_by(Event.sequence)):
        try:
            found.append(json.loads(event.body))
        except ValueError:
            continue  # the chain's own check tells of a damaged body
    return [body for body in found if isinstance(body, dict)]
