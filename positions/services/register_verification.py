"""Prove who is called: that suspensions, last days and successors are what the register says of them."""

import json
from collections.abc import AsyncIterator

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from positions.events import Tag, canonical
from positions.models.events import Event
from positions.models.organizations import Organization
from positions.services.record import REGISTER
from positions.services.suspensions import told_of_merger, told_of_suspension
from positions.services.text_verification import Finding

Body = dict[str, object]
_HEARD = (Tag.ORGANIZATION_SUSPENDED, Tag.ORGANIZATION_REINSTATED, Tag.ORGANIZATION_UPDATED)


async def verify_organizations(session: AsyncSession) -> AsyncIterator[Finding]:
    """Whatever in the absences of organizations is not what the register says."""
    suspensions, mergers = await _record(session)
    statement = select(Organization).options(selectinload(Organization.suspensions))
    rows = {row.id: row for row in await session.scalars(statement.order_by(Organization.code))}
    for row in rows.values():
        shown = f"organization {row.code}"
        for one in row.suspensions:
            if canonical(told_of_suspension(row, one)) != canonical(suspensions.pop(one.id, {})):
                yield Finding(shown, "a suspension is not what was recorded")
        successor = rows.get(row.successor_id or "")
        told = told_of_merger(row, successor.code if successor else None)
        said = mergers.get(row.code, {})
        if said.get("successor") != told["successor"] or not _same_day(row, said):
            yield Finding(shown, "its last day or its successor is not what was recorded")
    for body in suspensions.values():
        yield Finding(f"organization {body.get('code')}", "a suspension is missing")


def _same_day(row: Organization, said: Body) -> bool:
    return (row.ended_on.isoformat() if row.ended_on else None) == said.get("ended_on")


async def _record(session: AsyncSession) -> tuple[dict[str, Body], dict[str, Body]]:
    """What was last said of each suspension by its id, and of each organization's end by its code."""
    suspensions: dict[str, Body] = {}
    mergers: dict[str, Body] = {}
    tags = [tag.value for tag in _HEARD]
    statement = (
        select(Event.body).where(Event.chain == REGISTER, Event.tag.in_(tags)).order_by(Event.sequence)
    )
    for stored in await session.scalars(statement):
        try:
            body = json.loads(stored)
        except ValueError:
            continue  # the chain's own check tells of a damaged body
        if "suspension" in body:
            suspensions[str(body["suspension"])] = body
        elif "ended_on" in body:
            mergers[str(body.get("code"))] = body
    return suspensions, mergers
