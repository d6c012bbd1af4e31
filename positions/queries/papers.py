"""A version as it is printed: everything on its pages, read for one actor in one snapshot."""

from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import undefer

from positions.lifecycle import Stage
from positions.mandates import RatificationStatus
from positions.models.documents import Document
from positions.models.organizations import Letterhead as LetterheadRow
from positions.models.organizations import Organization
from positions.models.positions import Position
from positions.models.rounds import Round, Vote
from positions.models.statements import Statement, StatementSignature
from positions.models.versions import Version
from positions.papers import (
    Imprint,
    Letterhead,
    Paper,
    PaperRelation,
    PaperStatement,
    PaperStatus,
    PaperSignatory,
)
from positions.participation import ParticipationState
from positions.queries.access import Access
from positions.queries.covers import load_covers
from positions.queries.rounds import loaded
from positions.queries.versions import version_text
from positions.rounds import RoundStatus
from positions.rules import Choice

_LOCAL = ZoneInfo("Europe/Madrid")


async def paper_of(
    session: AsyncSession, access: Access, version: Version, *, is_fiction: bool = False
) -> Paper:
    """The version, which the actor was found to see, ready to be printed; signed only when it is the adopted text."""
    position = (await load_covers(session, [access.position.id]))[access.position.id]
    document = await session.get_one(Document, version.document_id)
    status = await _status(session, position, document, version)
    is_adopted = status not in (PaperStatus.DRAFT, PaperStatus.FROZEN)
    deciding = await _deciding_round(session, position) if is_adopted else None
    title, summary = _headings(position, document.language)
    return Paper(
        reference=position.reference,
        language=document.language,
        original_language=position.original_language,
        title=title,
        summary=summary,
        text=await version_text(session, version),
        imprint=_imprint(version),
        status=status,
        stage=position.stage,
        letterhead=await letterhead_of(session, position.lead),
        lead=position.lead.name,
        adopted_on=deciding.closed_at.astimezone(_LOCAL).date() if deciding and deciding.closed_at else None,
        participants=_participants(position),
        signatories=_signatories(deciding) if deciding else (),
        statements=await statements_of(session, position.id) if is_adopted else (),
        addressees=tuple(_named(one.names, document.language) for one in position.addressees),
        subjects=tuple(_named(one.labels, document.language) for one in position.subjects),
        relations=tuple(PaperRelation(one.kind, one.value) for one in position.relations),
        erratum_reason=version.erratum_reason,
        is_fiction=is_fiction,
    )


async def letterhead_of(session: AsyncSession, organization: Organization) -> Letterhead:
    """What an organization prints at the head of its papers: its own letterhead, else its name alone."""
    statement = select(LetterheadRow).where(LetterheadRow.organization_id == organization.id)
    row = await session.scalar(statement.options(undefer(LetterheadRow.logo)))
    if row is None:
        return Letterhead(organization.name)
    return Letterhead(organization.name, tuple(row.lines), row.logo)


async def statements_of(session: AsyncSession, position_id: str) -> tuple[PaperStatement, ...]:
    """The statements annexed to a position's adopted text, with those who signed them."""
    statement = (
        select(Statement, Organization.name)
        .join(StatementSignature, StatementSignature.statement_id == Statement.id)
        .join(Organization, Organization.id == StatementSignature.organization_id)
        .where(Statement.position_id == position_id, StatementSignature.signed_at.is_not(None))
        .order_by(Statement.number, Organization.name)
    )
    found: dict[str, tuple[Statement, list[str]]] = {}
    for row, name in await session.execute(statement):
        found.setdefault(row.id, (row, []))[1].append(name)
    return tuple(
        PaperStatement(row.number, row.kind, row.language, row.text, tuple(names))
        for row, names in found.values()
    )


async def _status(
    session: AsyncSession, position: Position, document: Document, version: Version
) -> PaperStatus:
    if version.id == position.adopted_version_id:
        return PaperStatus.CORRECTED if version.erratum_reason else PaperStatus.ADOPTED
    if position.adopted_version_id is not None and version.id == document.approved_version_id:
        return PaperStatus.TRANSLATION
    if position.stage == Stage.APPROVING:
        statement = select(Round.id).where(Round.version_id == version.id, Round.status != RoundStatus.VOID)
        if await session.scalar(statement.limit(1)) is not None:
            return PaperStatus.FROZEN
    return PaperStatus.DRAFT


async def _deciding_round(session: AsyncSession, position: Position) -> Round | None:
    """The round whose pass adopted the text."""
    statement = select(Round).where(
        Round.position_id == position.id, Round.status == RoundStatus.PASSED, Round.is_last
    )
    return await session.scalar(loaded(statement.order_by(Round.number.desc()).limit(1)))


def _signatories(deciding: Round) -> tuple[PaperSignatory, ...]:
    votes = [vote for vote in deciding.votes if _has_signed(vote)]
    return tuple(
        PaperSignatory(
            code=vote.organization.code,
            name=vote.organization.name,
            except_asks=tuple(vote.except_ask_keys),
            ratification_due_on=(
                vote.ratification_due_on if vote.ratification_status == RatificationStatus.PENDING else None
            ),
        )
        for vote in sorted(votes, key=lambda vote: vote.organization.code)
    )


def _has_signed(vote: Vote) -> bool:
    return vote.choice == Choice.APPROVE and vote.ratification_status != RatificationStatus.WITHDRAWN


def _participants(position: Position) -> tuple[str, ...]:
    parts = [part for part in position.participations if part.state != ParticipationState.LEFT]
    return tuple(sorted(part.organization.name for part in parts))


def _imprint(version: Version) -> Imprint:
    return Imprint(
        number=version.number,
        label=version.label,
        sha256=version.sha256,
        chain_sha256=version.chain_sha256,
        written_on=version.created_at.astimezone(_LOCAL).date(),
    )


def _headings(position: Position, language: str) -> tuple[str, str | None]:
    """Title and summary in the language; the title falls back to the original's, a summary to none."""
    by_language = {heading.language: heading for heading in position.headings}
    own = by_language.get(language)
    original = by_language.get(position.original_language)
    title = (own and own.title) or (original and original.title) or position.reference
    return title, own.summary if own else None


def _named(names: dict[str, str], language: str) -> str:
    """A name in the language, else in English, else whatever there is."""
    return names.get(language) or names.get("en") or next(iter(names.values()), "")
