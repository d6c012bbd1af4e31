"""Prove that nothing was changed behind the software's back, or say where it was.

Checked are: the database's append-only triggers; every chain of events against its hashes, its head and its commitments;
every position's stage and publication against the moves recorded;
every draft's log for gaps, and what it folds to; every version's text against its hashes, its chain, the log at its
sequence, and the event that announced it; what the record says that edits, restores and decisions led to; every
round, electorate, notice, vote, reservation and amendment against the events that tell of it; every vote that renews an approval;
who confirmed votes, what became of those subject to ratification, and every certificate; the adopted version with its errata,
approved translations, statements and withdrawn signatures; every dossier, reply and attachment; every uptake and conclusion.
Nothing is taken from a cache or a checkpoint; a checkpoint is itself checked.
"""

import json
from collections.abc import AsyncIterator

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from positions import events
from positions.errors import NotFound
from positions.events import verify_chain
from positions.models.append_only import create_statements, trigger_names
from positions.models.events import Chain, Commitment, Event
from positions.models.positions import Position
from positions.queries.dossiers import sealed
from positions.services.adoption_verification import verify_adoption
from positions.services.approval_verification import verify_approval
from positions.services.followup_verification import verify_followup
from positions.services.notice_verification import verify_notices
from positions.services.record import REGISTER
from positions.services.register_verification import verify_organizations
from positions.services.route_verification import verify_route, verify_routes
from positions.services.stage_verification import verify_stage
from positions.services.submission_verification import verify_submissions
from positions.services.survival_verification import verify_survivals
from positions.services.text_verification import Finding, verify_texts
from positions.services.unit_of_work import Database
from positions.services.vote_verification import verify_votes


async def verify(database: Database, reference: str | None = None) -> AsyncIterator[Finding]:
    """Everything that does not hold, in one position or in all of them and the register; NotFound for a wrong reference."""
    async with database.read() as session:
        for finding in await _triggers(session):
            yield finding
        if reference is None:
            for check in (
                _chain(session, REGISTER, REGISTER),
                verify_routes(session),
                verify_organizations(session),
            ):
                async for finding in _readable(REGISTER, check):
                    yield finding
        for position in await _positions(session, reference):
            shown = position.reference
            async for finding in _readable(shown, _chain(session, position.id, shown)):
                yield finding
            for prove in _CHECKS:
                async for finding in _readable(shown, prove(session, position)):
                    yield finding


async def _approval(session: AsyncSession, position: Position) -> AsyncIterator[Finding]:
    for finding in await verify_approval(session, position):
        yield finding


_CHECKS = (
    verify_stage,
    verify_route,
    verify_texts,
    _approval,
    verify_votes,
    verify_survivals,
    verify_notices,
    verify_adoption,
    verify_submissions,
    verify_followup,
)
"""What is proved of a position beside its chain, each by itself."""


async def _readable(shown: str, findings: AsyncIterator[Finding]) -> AsyncIterator[Finding]:
    """The findings, and one more where a row holds what no row of its table can: then the rest is not looked at."""
    try:
        async for finding in findings:
            yield finding
    except (ValueError, TypeError):
        yield Finding(shown, "a row cannot be read")


async def _positions(session: AsyncSession, reference: str | None) -> list[Position]:
    statement = select(Position).order_by(Position.reference)
    if reference is not None:
        statement = statement.where(Position.reference == reference)
    found = list(await session.scalars(statement))
    if reference is not None and not found:
        raise NotFound("position_unknown", ["reference"])
    return found


_ENABLED_TRIGGERS = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')",
}


async def _triggers(session: AsyncSession) -> list[Finding]:
    dialect = session.get_bind().dialect.name
    present: dict[str, str] = {
        str(name): str(sql) for name, sql in await session.execute(text(_ENABLED_TRIGGERS[dialect]))
    }
    missing = [
        Finding(name, "the trigger is missing or disabled") for name in trigger_names() if name not in present
    ]
    if dialect != "sqlite":
        return missing
    wanted = set(create_statements(dialect))
    altered = [name for name in trigger_names() if name in present and present[name] not in wanted]
    return missing + [Finding(name, "the trigger was altered") for name in altered]


async def _chain(session: AsyncSession, name: str, shown: str) -> AsyncIterator[Finding]:
    rows = list(await session.scalars(select(Event).where(Event.chain == name).order_by(Event.sequence)))
    chain = await session.get(Chain, name)
    if chain is None:
        if rows or name != REGISTER:
            yield Finding(shown, "the record has no head")
        return
    difference = verify_chain((sealed(row) for row in rows), head=chain.head)
    if difference is not None:
        yield Finding(shown, f"event {difference.sequence}: {difference.fault.value}")
    elif chain.sequence != len(rows):
        yield Finding(shown, f"the head counts {chain.sequence} events, there are {len(rows)}")
    for sequence in await _odd_times(session, rows):
        yield Finding(shown, f"event {sequence}: its time is not written as the software writes it")
    async for finding in _commitments(session, name, shown):
        yield finding


async def _odd_times(session: AsyncSession, rows: list[Event]) -> list[int]:
    """Events whose stored time reads right but was written by another hand: SQLite keeps times as text."""
    if session.get_bind().dialect.name != "sqlite" or not rows:
        return []
    stored = await session.execute(
        text("SELECT sequence, at FROM events WHERE chain = :chain"), {"chain": rows[0].chain}
    )
    written: dict[int, str] = {int(sequence): str(at) for sequence, at in stored}
    return [row.sequence for row in rows if written[row.sequence] != f"{row.at:%Y-%m-%d %H:%M:%S.%f}"]


async def _commitments(session: AsyncSession, name: str, shown: str) -> AsyncIterator[Finding]:
    kept = await session.execute(
        select(Commitment, Event).join(Event, Event.id == Commitment.event_id).where(Event.chain == name)
    )
    for commitment, event in kept:
        if _body(event).get(commitment.field) != _committed(commitment):
            yield Finding(shown, f"event {event.sequence}: {commitment.field} is not what was committed to")


def _committed(commitment: Commitment) -> str | None:
    try:
        return events.commit(commitment.value, commitment.salt)
    except ValueError:
        return None


def _body(event: Event) -> dict[str, object]:
    try:
        body = json.loads(event.body)
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}
