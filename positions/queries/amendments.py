"""Amendments read: pages, one by id, how they fit the draft as it is now, and which of them collide."""

from collections.abc import Sequence

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload, selectinload

from positions.actors import Actor
from positions.amendments import AmendmentStatus, Placement, place
from positions.anchors import Anchor
from positions.errors import NotFound
from positions.models.amendments import Amendment, AmendmentAuthor
from positions.models.members import Membership
from positions.permissions import Permission
from positions.queries.access import Access, see_position_by_id
from positions.queries.versions import version_by_number, version_text

_BY = (joinedload(Membership.member), joinedload(Membership.organization))


async def amendments(
    session: AsyncSession, access: Access, *, after: int | None, limit: int
) -> list[Amendment]:
    """A page of the position's amendments by number."""
    if not access.holds(Permission.READ):
        return []
    statement = select(Amendment).where(Amendment.position_id == access.position.id)
    if after is not None:
        statement = statement.where(Amendment.number > after)
    return list(await session.scalars(_loaded(statement).order_by(Amendment.number).limit(limit)))


async def count_amendments(session: AsyncSession, access: Access, *, tabled_only: bool = False) -> int:
    """How many amendments the position has, for those who may read them."""
    if not access.holds(Permission.READ):
        return 0
    statement = select(func.count()).select_from(Amendment).where(Amendment.position_id == access.position.id)
    if tabled_only:
        statement = statement.where(Amendment.status == AmendmentStatus.TABLED.value)
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
    position_id = await session.scalar(select(Amendment.position_id).where(Amendment.id == amendment_id))
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
    session: AsyncSession, found: Sequence[Amendment], draft_text: str
) -> dict[str, Placement]:
    """How each amendment (all of one document) fits the draft's text, by amendment id."""
    texts: dict[int, str] = {}
    for amendment in found:
        if amendment.version_number not in texts:
            version = await version_by_number(session, amendment.document_id, amendment.version_number)
            assert version is not None
            texts[amendment.version_number] = await version_text(session, version)
    return {
        amendment.id: place(target(amendment), texts[amendment.version_number], draft_text)
        for amendment in found
    }


def _loaded(statement: Select[Amendment]) -> Select[Amendment]:
    return statement.options(
        selectinload(Amendment.authors).joinedload(AmendmentAuthor.organization),
        joinedload(Amendment.membership).options(*_BY),
        joinedload(Amendment.decided_by).options(*_BY),
        selectinload(Amendment.replaces),
    )
