"""Routes read: those kept for everybody, and the copy that a position follows."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from positions import routes
from positions.models.positions import Position
from positions.models.routes import Route
from positions.queries.lookups import equals

RouteRow = Route


async def list_routes(session: AsyncSession) -> list[Route]:
    """The routes on offer, in their order."""
    return [row for row in await list_known_routes(session) if row.retired_at is None]


async def list_known_routes(session: AsyncSession) -> list[Route]:
    """Every route, those no longer offered too."""
    return list(await session.scalars(select(Route).order_by(Route.number, Route.key)))


async def find_route(session: AsyncSession, key: str, *, lock: bool = False) -> Route | None:
    """The route with this key, offered or retired."""
    statement = select(Route).where(equals(Route.key, key)).execution_options(populate_existing=True)
    return await session.scalar(statement.with_for_update() if lock else statement)


def kept(row: Route) -> routes.Route:
    """The route behind its row."""
    return routes.route_of({"key": row.key, "names": row.names, "steps": row.steps})


def followed(position: Position) -> routes.Route | None:
    """The route a position follows, as it stood when it was chosen; None without one."""
    return None if position.route is None else routes.route_of(position.route)


def held_before(position: Position) -> int:
    """How many rounds were held before the position took its route: what they passed is no step of it."""
    after = (position.route or {}).get("after")
    return after if isinstance(after, int) else 0
