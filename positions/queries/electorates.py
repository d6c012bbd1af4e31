"""Who is called to vote now."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from positions.models.rounds import Elector, Round

OPEN = "OPEN"


async def open_electorates(session: AsyncSession, position_ids: Collection[str]) -> dict[str, frozenset[str]]:
    """The organizations in the electorate of each position's open round; empty without an open round."""
    statement = (
        select(Round.position_id, Elector.organization_id)
        .join(Elector, Elector.round_id == Round.id)
        .where(Round.status == OPEN, Round.position_id.in_(sorted(set(position_ids))))
    )
    called: dict[str, set[str]] = {position_id: set() for position_id in position_ids}
    for position_id, organization_id in await session.execute(statement):
        called[position_id].add(organization_id)
    return {position_id: frozenset(organizations) for position_id, organizations in called.items()}
