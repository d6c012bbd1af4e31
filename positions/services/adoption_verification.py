"""Prove an adoption: that the adopted version is the one decided or the last correction of it, and that the approved
translations, statements and withdrawals that stand beside it are those the record tells of."""

import json
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from positions.events import Tag, canonical
from positions.models.documents import Document
from positions.models.events import Event
from positions.models.positions import Position
from positions.models.rounds import Round
from positions.models.statements import SignatureWithdrawal, Statement, StatementSignature
from positions.rounds import RoundStatus
from positions.services.signatories import told_of_withdrawal
from positions.services.statements import told_of_statement
from positions.services.text_verification import Finding

Body = Mapping[str, object]
_Record = Mapping[Tag, Sequence[Body]]
_TAGS = (
    Tag.ROUND_CLOSED,
    Tag.VERSION_CORRECTED,
    Tag.TRANSLATION_APPROVED,
    Tag.STATEMENT_ANNEXED,
    Tag.STATEMENT_SIGNED,
    Tag.SIGNATURE_WITHDRAWN,
)


async def verify_adoption(session: AsyncSession, position: Position) -> AsyncIterator[Finding]:
    """Whatever does not hold in what a position adopted and who stands behind it."""
    record = await _record(session, position)
    for difference in [
        *await _adopted(session, position, record),
        *_translations(await _document_rows(session, position), record),
        *_statements(await _statement_rows(session, position), record),
        *_withdrawals(await _withdrawal_rows(session, position), record),
    ]:
        yield Finding(position.reference, difference)


async def _record(session: AsyncSession, position: Position) -> _Record:
    rows = await session.scalars(
        select(Event)
        .where(Event.chain == position.id, Event.tag.in_([tag.value for tag in _TAGS]))
        .order_by(Event.sequence)
    )
    found: dict[Tag, list[Body]] = {tag: [] for tag in _TAGS}
    for event in rows:
        try:
            found[Tag(event.tag)].append(dict(json.loads(event.body)))
        except (ValueError, TypeError):
            continue  # the chain's own check tells of a damaged body
    return found


async def _adopted(session: AsyncSession, position: Position, record: _Record) -> list[str]:
    """The last correction, else the version that the adopting round closed on."""
    last = set(await session.scalars(select(Round.id).where(Round.position_id == position.id, Round.is_last)))
    decided = [
        body.get("version")
        for body in record[Tag.ROUND_CLOSED]
        if body.get("round") in last and body.get("outcome") == RoundStatus.PASSED
    ]
    corrected = [body.get("version") for body in record[Tag.VERSION_CORRECTED]]
    expected = (corrected or decided or [None])[-1]
    if position.adopted_version_id == expected:
        return []
    return ["the record tells of another adopted version"]


def _translations(rows: Sequence[Document], record: _Record) -> Iterator[str]:
    """Each language stands as it was last approved: this version, for that version of the original."""
    approved = {
        body.get("document"): (body.get("version"), body.get("source"))
        for body in record[Tag.TRANSLATION_APPROVED]
    }
    for row in rows:
        if (row.approved_version_id, row.approved_source_id) != approved.get(row.id, (None, None)):
            yield f"the record tells of another approved text in {row.language}"


def _statements(rows: Sequence[Statement], record: _Record) -> Iterator[str]:
    annexed = {body.get("statement"): body for body in record[Tag.STATEMENT_ANNEXED]}
    signed = {(body.get("statement"), body.get("organization")) for body in record[Tag.STATEMENT_SIGNED]}
    for row in rows:
        named = {one.organization.code: one.signed_at is not None for one in row.signatures}
        body = annexed.pop(row.id, {})
        at_once = body.get("signed")
        if not _agrees(body, told_of_statement(row, list(named))):
            yield f"statement {row.number}: the record tells of another"
        for code, has_signed in named.items():
            was_at_once = isinstance(at_once, list) and code in at_once
            if has_signed != (was_at_once or (row.id, code) in signed):
                yield f"statement {row.number}: the record tells otherwise of {code}"
    yield from (f"statement {body.get('number')} is missing" for body in annexed.values())


def _withdrawals(rows: Sequence[SignatureWithdrawal], record: _Record) -> Iterator[str]:
    recorded = {body.get("organization"): body for body in record[Tag.SIGNATURE_WITHDRAWN]}
    for row in rows:
        code = row.organization.code
        if not _agrees(recorded.pop(code, {}), told_of_withdrawal(row, code)):
            yield f"the withdrawal of {code}: the record tells of another"
    yield from (f"the withdrawal of {code} is missing" for code in recorded)


async def _document_rows(session: AsyncSession, position: Position) -> list[Document]:
    statement = select(Document).where(Document.position_id == position.id).order_by(Document.language)
    return list(await session.scalars(statement))


async def _statement_rows(session: AsyncSession, position: Position) -> list[Statement]:
    signatures = selectinload(Statement.signatures).selectinload(StatementSignature.organization)
    statement = select(Statement).where(Statement.position_id == position.id).options(signatures)
    return list(await session.scalars(statement.order_by(Statement.number)))


async def _withdrawal_rows(session: AsyncSession, position: Position) -> list[SignatureWithdrawal]:
    statement = select(SignatureWithdrawal).where(SignatureWithdrawal.position_id == position.id)
    return list(await session.scalars(statement.options(selectinload(SignatureWithdrawal.organization))))


def _agrees(body: Body, told: Mapping[str, object]) -> bool:
    """Whether an event says all that a row tells of, whatever types hold it."""
    return canonical({name: body.get(name) for name in told}) == canonical(told)
