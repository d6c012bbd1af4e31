"""Prove the approvals that were confirmed on a newer text: each renews what its own town approved before on the same paper."""

import json
from collections.abc import AsyncIterator

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from positions.events import Tag
from positions.models.events import Event
from positions.models.positions import Position
from positions.models.rounds import Round, Vote
from positions.rules import Choice
from positions.services.text_verification import Finding

_TOLD = (Tag.VOTE_CAST.value, Tag.VOTE_PREPARED.value)


async def verify_survivals(session: AsyncSession, position: Position) -> AsyncIterator[Finding]:
    """Every vote that says otherwise than the record which vote it renews, or renews what it may not."""
    announced = await _announced(session, position)
    statement = (
        select(Vote, Round)
        .join(Round, Round.id == Vote.round_id)
        .where(Round.position_id == position.id)
        .order_by(Round.number, Vote.id)
        .execution_options(populate_existing=True)
    )
    votes = {vote.id: (vote, row) for vote, row in await session.execute(statement)}
    for vote, row in votes.values():
        place = f"{position.reference} round {row.number}"
        if vote.renews_id != announced.get(vote.id):
            yield Finding(place, f"vote {vote.id} does not renew what was recorded")
        elif vote.renews_id is not None and not _renews(vote, row, votes.get(vote.renews_id)):
            yield Finding(place, f"vote {vote.id} renews what was no earlier approval of its town")


def _renews(vote: Vote, row: Round, earlier: tuple[Vote, Round] | None) -> bool:
    if earlier is None:
        return False
    renewed, before = earlier
    return (
        vote.choice == renewed.choice == Choice.APPROVE
        and vote.organization_id == renewed.organization_id
        and before.number < row.number
        and not renewed.is_tacit
    )


async def _announced(session: AsyncSession, position: Position) -> dict[str, str]:
    """By vote: which earlier one the record says it renews."""
    statement = select(Event).where(Event.chain == position.id, Event.tag.in_(_TOLD))
    announced = {}
    for event in await session.scalars(statement):
        try:
            body = json.loads(event.body)
            if body.get("renews"):
                announced[str(body["vote"])] = str(body["renews"])
        except (ValueError, KeyError, AttributeError):
            continue  # the chain's own check tells of a damaged body
    return announced
