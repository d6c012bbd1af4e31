"""Amendments read: pages, one by id, how they fit the draft as it is now, and which of them collide."""

import asyncio
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, false, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from positions.actors import Actor
from positions.amendments import Placement
from positions.collisions import by_number
from positions.errors import Invalid, NotFound
from positions.models.amendments import Amendment
from positions.permissions import Permission
from positions.queries.access import Access, see_position_by_id
from positions.queries.consolidations import Docket, docket
from positions.queries.drafts import Drafts
from positions.queries.lookups import among, equals
from positions.queries.pages import Key, Order, Page, Window, page

AmendmentRow = Amendment


async def amendments(session: AsyncSession, access: Access, window: Window) -> Page[Amendment]:
    """A page of the position's amendments by number; none for those who may not read them."""
    statement = select(Amendment).where(Amendment.position_id == access.position.id)
    if not access.holds(Permission.READ):
        statement = statement.where(false())
    return await page(session, _loaded(statement), Order((Amendment.number,)), window)


async def amendments_in_text(
    session: AsyncSession, drafts: Drafts, access: Access, window: Window
) -> tuple[Page[Amendment], "Standing"]:
    """The same in the order of the text as it is now, and how all of them stand."""
    if not access.holds(Permission.READ):
        return Page([], [], has_next=False), NOWHERE
    of_position = select(Amendment.document_id).where(Amendment.position_id == access.position.id)
    keyed: list[tuple[Key, Amendment]] = []
    standing = NOWHERE
    for document_id in list(await session.scalars(of_position.distinct())):
        known = await docket(session, drafts, document_id)
        found = await asyncio.to_thread(_placed, known, [row.id for row in known.rows])
        standing |= found
        keyed += [(_place_of(row, found.placements[row.id]), row) for row in known.rows]
    keyed.sort(key=lambda one: one[0])
    rest = keyed[bisect_right([key for key, _ in keyed], _checked(window.after)) :] if window.after else keyed
    shown = rest[: window.limit]
    page_ = Page([row for _, row in shown], [key for key, _ in shown], len(rest) > window.limit)
    return page_, standing


async def count_amendments(session: AsyncSession, access: Access) -> int:
    """How many amendments the position has, for those who may read them."""
    if not access.holds(Permission.READ):
        return 0
    statement = select(func.count()).select_from(Amendment).where(Amendment.position_id == access.position.id)
    return await session.scalar(statement) or 0


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


async def see_amendments(
    session: AsyncSession, actor: Actor, amendment_ids: Sequence[str]
) -> list[Amendment]:
    """The amendments with these ids, all of one paper, in this order; NotFound when the actor may not read it."""
    statement = _loaded(select(Amendment).where(among(Amendment.id, amendment_ids)))
    known = {amendment.id: amendment for amendment in await session.scalars(statement)}
    for amendment_id in list(known)[:1]:
        await see_amendment(session, actor, amendment_id)
    return [known[amendment_id] for amendment_id in amendment_ids if amendment_id in known]


@dataclass(frozen=True)
class Standing:
    """By amendment id: how amendments fit their drafts, what their passages there would read with them, and the numbers of
    the undecided ones they collide with."""

    placements: Mapping[str, Placement]
    wordings: Mapping[str, str]
    collisions: Mapping[str, tuple[int, ...]]

    def __or__(self, other: "Standing") -> "Standing":
        """Both together."""
        return Standing(
            {**self.placements, **other.placements},
            {**self.wordings, **other.wordings},
            {**self.collisions, **other.collisions},
        )


NOWHERE = Standing({}, {}, {})


async def standing(session: AsyncSession, drafts: Drafts, found: Sequence[Amendment]) -> Standing:
    """How each amendment fits its document's draft as it is now, and the numbers of those it collides with."""
    found_standing = NOWHERE
    for document_id in dict.fromkeys(amendment.document_id for amendment in found):
        wanted = [amendment.id for amendment in found if amendment.document_id == document_id]
        known = await docket(session, drafts, document_id)
        found_standing |= await asyncio.to_thread(_placed, known, wanted)
    return found_standing


def _place_of(row: Amendment, placement: Placement) -> Key:
    return (row.document_id, row.start if placement.start is None else placement.start, row.number)


def _checked(after: Key) -> Key:
    """The key of a cursor, or Invalid for one of another list."""
    if [type(part) for part in after] != [str, int, int]:
        raise Invalid("cursor_invalid", ["after"])
    return after


def _placed(known: Docket, wanted: Sequence[str]) -> Standing:
    rows = [row for row in known.rows if row.id in set(wanted)]
    placed = {row.id: one for row, one in zip(rows, known.placed(rows), strict=True)}
    wordings = {
        name: one.passage(known.head).replacement
        for name, one in placed.items()
        if one.placement.start is not None
    }
    met = by_number(known.colliding)
    collisions = {row.id: met[row.number] for row in known.tabled if row.number in met}
    return Standing({name: one.placement for name, one in placed.items()}, wordings, collisions)


def _loaded(statement: Select[Amendment]) -> Select[Amendment]:
    return statement.options(selectinload(Amendment.authors), selectinload(Amendment.replaces))
