"""Prove a position's follow-up: that every uptake, current or replaced, and every conclusion is what the record says of it."""

import json
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from positions.events import Tag, canonical
from positions.models.events import Event
from positions.models.positions import Position
from positions.models.uptakes import Conclusion, Uptake
from positions.services.reports import told_of_conclusion
from positions.services.text_verification import Finding
from positions.services.uptakes import told_of_uptake

Body = Mapping[str, object]
_Record = Mapping[object, tuple[Body, Event]]
"""The last thing said of each uptake or conclusion, and the event that says it."""


async def verify_followup(session: AsyncSession, position: Position) -> AsyncIterator[Finding]:
    """Whatever does not hold in what became of a position's asks and what was concluded."""
    uptakes, conclusions = await _rows(session, position)
    observed = await _record(session, position, Tag.UPTAKE_RECORDED, "uptake")
    written = await _record(session, position, Tag.REPORT_WRITTEN, "language")
    for difference in (*_uptakes(uptakes, observed), *_conclusions(conclusions, written)):
        yield Finding(position.reference, difference)


async def _rows(session: AsyncSession, position: Position) -> tuple[list[Uptake], list[Conclusion]]:
    uptakes = select(Uptake).where(Uptake.position_id == position.id).order_by(Uptake.recorded_at, Uptake.id)
    conclusions = select(Conclusion).where(Conclusion.position_id == position.id)
    return (
        list(await session.scalars(uptakes.options(selectinload(Uptake.institution)))),
        list(await session.scalars(conclusions.order_by(Conclusion.language))),
    )


async def _record(session: AsyncSession, position: Position, tag: Tag, key: str) -> _Record:
    events = select(Event).where(Event.chain == position.id, Event.tag == tag.value).order_by(Event.sequence)
    found: dict[object, tuple[Body, Event]] = {}
    for event in await session.scalars(events):
        try:
            body = dict(json.loads(event.body))
        except (ValueError, TypeError):
            continue  # the chain's own check tells of a damaged body
        found[body.get(key)] = body, event
    return found


def _uptakes(rows: Sequence[Uptake], record: _Record) -> Iterator[str]:
    replaced_at = {body.get("replaces"): event.at for body, event in record.values()}
    for row in rows:
        told = told_of_uptake(row, row.institution.code)
        is_told = _agrees(record.get(row.id), told, by=row.membership_id, at=row.recorded_at)
        if not is_told or row.replaced_at != replaced_at.get(row.id):
            yield f"the uptake of {row.ask_key} by {row.institution.code}: the record tells of another"
    kept = {row.id for row in rows}
    for key, (body, _) in record.items():
        if key not in kept:
            yield f"an uptake of {body.get('ask')} by {body.get('institution')} is missing"


def _conclusions(rows: Sequence[Conclusion], record: _Record) -> Iterator[str]:
    for row in rows:
        told = told_of_conclusion(row)
        if not _agrees(record.get(row.language), told, by=row.membership_id, at=row.written_at):
            yield f"the conclusion in {row.language}: the record tells of another"
    kept = {row.language for row in rows}
    yield from (f"the conclusion in {language} is missing" for language in record if language not in kept)


def _agrees(recorded: tuple[Body, Event] | None, told: Body, *, by: str, at: object) -> bool:
    """Whether an event says all that a row tells of, and was made by the same person at the same moment."""
    if recorded is None:
        return False
    body, event = recorded
    same = canonical({name: body.get(name) for name in told}) == canonical(told)
    return same and (event.membership_id, event.at) == (by, at)
