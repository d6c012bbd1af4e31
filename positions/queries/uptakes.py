"""What institutions did with the asks, as one actor may know it: the public once the position is published."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from positions.actors import Actor
from positions.asks import asks
from positions.errors import NotFound
from positions.models.institutions import Institution
from positions.models.submissions import Submission
from positions.models.uptakes import Uptake
from positions.permissions import Permission
from positions.queries.access import Access, see_position_by_id
from positions.queries.documents import adopted_version
from positions.queries.lookups import equals
from positions.queries.versions import version_text
from positions.uptakes import Seen, UptakeStatus

UptakeRow = Uptake

_WITH_INSTITUTION = selectinload(Uptake.institution).selectinload(Institution.channels)


async def uptakes_of(session: AsyncSession, access: Access) -> list[Uptake]:
    """What stands now, by ask and institution."""
    return [row for row in await _recorded(session, access) if row.replaced_at is None]


async def earlier_uptakes(session: AsyncSession, access: Access, uptake: Uptake) -> list[Uptake]:
    """What stood before for the same ask and institution, newest first; only for those who may read the position."""
    if not access.holds(Permission.READ):
        return []
    same = (uptake.ask_key, uptake.institution_id)
    rows = [row for row in await _recorded(session, access) if (row.ask_key, row.institution_id) == same]
    return [row for row in reversed(rows) if row.recorded_at < uptake.recorded_at]


async def see_uptake(session: AsyncSession, actor: Actor, uptake_id: str) -> tuple[Access, Uptake]:
    """A recorded uptake and the access to its position, or NotFound."""
    position_id = await session.scalar(select(Uptake.position_id).where(equals(Uptake.id, uptake_id)))
    try:
        access = await see_position_by_id(session, actor, position_id or "")
    except NotFound:
        raise NotFound("uptake_unknown", ["id"]) from None
    rows = {row.id: row for row in await _recorded(session, access)}
    found = rows.get(uptake_id)
    if found is None or (found.replaced_at is not None and not access.holds(Permission.READ)):
        raise NotFound("uptake_unknown", ["id"])
    return access, found


async def adopted_asks(session: AsyncSession, access: Access) -> tuple[str, ...]:
    """The keys of the asks of the adopted version, in the text's order."""
    version = await adopted_version(session, access)
    if version is None:
        return ()
    return tuple(dict.fromkeys(ask.key for ask in asks(await version_text(session, version))))


async def approached(session: AsyncSession, position_id: str) -> frozenset[str]:
    """The ids of the institutions to which something of the position was submitted."""
    statement = select(Submission.institution_id).where(Submission.position_id == position_id)
    return frozenset(await session.scalars(statement))


def seen(rows: Iterable[Uptake]) -> list[Seen]:
    """Rows as the rules know them."""
    return [Seen(row.ask_key, row.institution_id, UptakeStatus(row.status)) for row in rows]


async def _recorded(session: AsyncSession, access: Access) -> list[Uptake]:
    """All that was ever recorded, oldest first within an ask and institution."""
    if not (access.is_published or access.holds(Permission.READ)):
        return []
    statement = select(Uptake).where(Uptake.position_id == access.position.id).options(_WITH_INSTITUTION)
    ordered = statement.order_by(Uptake.ask_key, Uptake.institution_id, Uptake.recorded_at, Uptake.id)
    return list(await session.scalars(ordered))
