"""Keep the routes, as an administrator; let a position follow one, as a coordinator.

A position takes a copy: who later changes a route changes what can be chosen, never what has begun.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from positions import routes
from positions.actors import Actor
from positions.errors import AlreadyDone, Conflict, Invalid, NotFound, Stale
from positions.events import Tag, canonical
from positions.members import demand_administrator
from positions.models.documents import Document
from positions.models.positions import Position
from positions.models.routes import Route
from positions.permissions import Permission
from positions.queries.access import see_position
from positions.queries.rounds import newest_number, passed_on
from positions.queries.routes import find_route, kept
from positions.queries.versions import newest_version
from positions.routes import check_route, compose_route
from positions.services.record import record, record_register
from positions.services.unit_of_work import UnitOfWork
from positions.usual_routes import USUAL_ROUTES
from positions.versions import sha256_of


@dataclass(frozen=True)
class SaveRoute:
    """A route as it is to be, and the `updated_at` of the state looked at: None for one that is new."""

    key: str
    names: dict[str, str]
    steps: Sequence[dict[str, object]]
    expected_updated_at: datetime | None = None
    organization_code: str | None = None


async def save_route(work: UnitOfWork, actor: Actor, request: SaveRoute) -> Route:
    """Add a route, or change one for the positions that will choose it from now on."""
    membership = demand_administrator(actor, request.organization_code)
    given = {"key": request.key, "names": request.names, "steps": list(request.steps)}
    written = compose_route(check_route(routes.route_of(given)))
    row = await find_route(work.session, request.key, lock=True)
    if row is None and request.expected_updated_at is not None:
        raise NotFound("route_unknown", ["key"], route=request.key)
    if row is not None and request.expected_updated_at is None:
        raise Conflict("route_exists", ["key"], route=request.key)
    if row is not None and row.updated_at != request.expected_updated_at:
        raise Stale("route_changed", ["expectedUpdatedAt"])
    if row is None:
        row = await _add(work, request.key)
    row.updated_at = work.now
    _write(row, written)
    await record_register(work, Tag.ROUTE_UPDATED, membership, told_of_route(row), {})
    return row


async def offer_route(
    work: UnitOfWork, actor: Actor, key: str, *, is_offered: bool, organization_code: str | None = None
) -> Route:
    """Retire a route, or offer it again; positions that follow it go on."""
    membership = demand_administrator(actor, organization_code)
    row = await find_route(work.session, key, lock=True)
    if row is None:
        raise NotFound("route_unknown", ["key"], route=key)
    if (row.retired_at is None) is is_offered:
        raise AlreadyDone("route_offered" if is_offered else "route_retired", ["key"], route=key)
    row.retired_at = None if is_offered else work.now
    row.updated_at = work.now
    await record_register(work, Tag.ROUTE_UPDATED, membership, told_of_route(row), {})
    return row


async def choose_route(
    work: UnitOfWork,
    actor: Actor,
    reference: str,
    route_key: str | None,
    organization_code: str | None = None,
) -> Position:
    """Let a position follow a route as it stands today, or none, before any round has passed on its text."""
    access = await see_position(work.session, actor, reference, lock=True)
    membership = access.demand(Permission.CHOOSE_ROUTE, organization_code)
    position = access.position
    chosen = await copy_of(work, position, route_key)
    if position.route_key == route_key and _but_for_rounds(position.route) == _but_for_rounds(chosen):
        raise AlreadyDone("route_followed", ["routeKey"])
    original = select(Document.id).where(Document.position_id == position.id, Document.is_original)
    newest = await newest_version(work.session, (await work.session.scalars(original)).one())
    if newest is not None and await passed_on(work.session, position, newest.sha256):
        raise Conflict("route_under_way", ["routeKey"])
    position.route_key, position.route = route_key, chosen
    await record(work, position, Tag.ROUTE_CHOSEN, membership, told_of_choice(position))
    return position


async def copy_of(work: UnitOfWork, position: Position | None, key: str | None) -> dict[str, object] | None:
    """The route of this key as a position keeps it; Invalid when there is none on offer."""
    if key is None:
        return None
    row = await find_route(work.session, key)
    if row is None:
        raise Invalid("route_unknown", ["routeKey"], route=key)
    if row.retired_at is not None:
        raise Invalid("route_not_offered", ["routeKey"], route=key)
    return copied(row, 0 if position is None else await newest_number(work.session, position.id))


def copied(row: Route, after: int) -> dict[str, object]:
    """A position's own copy of a route; rounds up to the number `after` are no steps of it."""
    return {**compose_route(kept(row)), "after": after}


async def load_routes(work: UnitOfWork) -> None:
    """Offer the usual routes where they are not known yet, and give positions of before the copy they lack."""
    known = set(await work.session.scalars(select(Route.key)))
    for key, route in USUAL_ROUTES.items():
        if key not in known:
            row = await _add(work, key)
            _write(row, compose_route(route))
            await work.session.flush()
            await record_register(work, Tag.ROUTE_UPDATED, None, told_of_route(row), {})
    lacking = select(Position).where(Position.route_key.is_not(None)).with_for_update()
    for position in await work.session.scalars(lacking):
        found = await find_route(work.session, position.route_key or "")
        if position.route is None and found is not None:
            position.route = copied(found, 0)
            await record(work, position, Tag.ROUTE_CHOSEN, None, told_of_choice(position))


def told_of_route(row: Route) -> dict[str, object]:
    """A route as the register keeps it: its key, its place, and the hash of what it says."""
    return {
        "route": row.key,
        "number": row.number,
        "sha256": sha256_of(canonical({"names": row.names, "steps": row.steps})),
        "retired": row.retired_at is not None,
    }


def told_of_choice(position: Position) -> dict[str, object]:
    """The route a position follows as the record keeps it: its key, and the hash of the copy."""
    return {"route": position.route_key, "sha256": route_hash(position)}


def route_hash(position: Position) -> str | None:
    """The hash of a position's own copy of its route."""
    return None if position.route is None else sha256_of(canonical(position.route))


def _but_for_rounds(copy: dict[str, object] | None) -> dict[str, object] | None:
    return copy and {name: value for name, value in copy.items() if name != "after"}


async def _add(work: UnitOfWork, key: str) -> Route:
    number = await work.session.scalar(select(func.max(Route.number))) or 0
    row = Route(key=key, number=number + 1, names={}, steps=[], updated_at=work.now)
    work.session.add(row)
    return row


def _write(row: Route, written: dict[str, object]) -> None:
    names, steps = written["names"], written["steps"]
    assert isinstance(names, dict)
    assert isinstance(steps, list)
    row.names, row.steps = names, steps
