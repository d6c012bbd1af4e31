"""Amendments read: pages, one by id, how they fit the draft as it is now, and which of them collide."""

import asyncio
from collections.abc import Sequence

from sqlalchemy import Select, false, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from positions.actors import Actor
from positions.amendments import AmendmentStatus, Placement, colliding, place
from positions.anchors import Anchor
from positions.errors import NotFound
from positions.models.amendments import Amendment
from positions.permissions import Permission
from positions.queries.access import Access, see_position_by_id
from positions.queries.drafts import Drafts
from positions.queries.lookups import equals
from positions.queries.pages import Order, Page, Window, page
from positions.queries.versions import version_by_number, version_text

AmendmentRow = Amendment


async def amendments(session: AsyncSession, access: Access, window: Window) -> Page[Amendment]:
    """A page of the position's amendments by number; none for those who may not read them."""
    statement = select(Amendment).where(Amendment.position_id == access.position.id)
    if not access.holds(Permission.READ):
        statement = statement.where(false())
    return await page(session, _loaded(statement), Order((Amendment.number,)), window)


async def count_amendments(session: AsyncSession, access: Access) -> int:
    """How many amendments the position has, for those who may read them."""
    if not access.holds(Permission.READ):
        return 0
    statement = select(func.count()).select_from(Amendment).where(Amendment.position_id == access.position.id)
    return await session.scalar(statement) or 0


async def tabled(session: AsyncSession, document_id: str) -> list[Amendment]:
    """The undecided amendments of a document, by number."""
    statement = select(Amendment).where(
        Amendment.document_id == document_id, Amendment.status == AmendmentStatus.TABLED.value
    )
    return list(await session.scalars(_loaded(statement).order_by(Amendment.number)))


async def see_amendment(
    session: AsyncSession, actor: Actor, amendment_id: str, *, lock: bool = False
) -> tuple[Access, Amendment]:
    """An amendment and the access to its position, or NotFound; with `lock` the position's row is held."""
    position_id = await session.scalar(
        select(Amendment.position_id).where(equals(Amendment.id, amendment_id))
    )
    if position_id is None:
        raise NotFound("amendment_unknown", ["amendmentId"])
    try:
        access = await see_position_by_id(session, actor, position_id, lock=lock)
    except NotFound:
        raise NotFound("amendment_unknown", ["amendmentId"]) from None
    statement = _loaded(select(Amendment).where(Amendment.id == amendment_id))
    amendment = await session.scalar(statement.execution_options(populate_existing=True))
    if amendment is None or not access.holds(Permission.READ):
        raise NotFound("amendment_unknown", ["amendmentId"])
    return access, amendment


def target(amendment: Amendment) -> Anchor:
    """The place in its version that an amendment speaks about."""
    return Anchor(amendment.start, amendment.end, amendment.original, amendment.prefix, amendment.suffix)


async def placements(
    session: AsyncSession, drafts: Drafts, found: Sequence[Amendment]
) -> dict[str, Placement]:
    """How each amendment fits its document's draft as it is now, by amendment id."""
    heads: dict[str, str] = {}
    texts: dict[tuple[str, int], str] = {}
    for amendment in found:
        base = (amendment.document_id, amendment.version_number)
        if base not in texts:
            version = await version_by_number(session, *base)
            assert version is not None
            texts[base] = await version_text(session, version)
            heads[base[0]] = (await drafts.load(session, base[0])).text

    def placed() -> dict[str, Placement]:
        return {
            one.id: place(target(one), texts[one.document_id, one.version_number], heads[one.document_id])
            for one in found
        }

    return await asyncio.to_thread(placed)


async def colliding_numbers(session: AsyncSession, document_id: str) -> dict[str, tuple[int, ...]]:
    """The numbers of the undecided amendments of the same version that each undecided one collides with, by id."""
    found = await tabled(session, document_id)
    numbers = {amendment.id: amendment.number for amendment in found}
    collisions: dict[str, list[int]] = {}
    for version in {amendment.version_number for amendment in found}:
        targets = {a.id: (a.start, a.end) for a in found if a.version_number == version}
        for one, other in colliding(targets):
            collisions.setdefault(one, []).append(numbers[other])
            collisions.setdefault(other, []).append(numbers[one])
    return {amendment_id: tuple(sorted(met)) for amendment_id, met in collisions.items()}


def _loaded(statement: Select[Amendment]) -> Select[Amendment]:
    return statement.options(selectinload(Amendment.authors), selectinload(Amendment.replaces))
