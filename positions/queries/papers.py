"""A version as it is printed: everything on its pages, read for one actor in one snapshot."""

from sqlalchemy import and_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import undefer

from positions.deadlines import day_of
from positions.models.documents import Document
from positions.models.members import Membership
from positions.models.organizations import Letterhead as LetterheadRow
from positions.models.organizations import Organization
from positions.models.positions import Position
from positions.models.versions import Version
from positions.papers import (
    UNDECIDED,
    Imprint,
    Letterhead,
    Paper,
    PaperRelation,
    PaperSignatory,
    PaperStatement,
    PaperStatus,
    Review,
)
from positions.participation import ParticipationState
from positions.queries.access import Access
from positions.queries.covers import load_covers
from positions.queries.errata import adopted_versions
from positions.queries.lookups import among
from positions.queries.numbering import citations_of
from positions.queries.rounds import running_round
from positions.queries.signatories import Signatures, signatures
from positions.queries.statements import annexed_statements
from positions.queries.translations import approved_versions
from positions.queries.versions import version_runs, version_text


async def paper_of(
    session: AsyncSession, access: Access, version: Version, *, is_fiction: bool = False
) -> Paper:
    """The version, which the actor was found to see, ready to be printed; signed only when it is the adopted text."""
    position = (await load_covers(session, [access.position.id]))[access.position.id]
    document = await session.get_one(Document, version.document_id)
    status = await _status(session, access, version)
    is_adopted = status not in UNDECIDED
    signed = await signatures(session, access) if is_adopted else None
    title, summary = headings_in(position, document.language)
    return Paper(
        reference=position.reference,
        language=document.language,
        original_language=position.original_language,
        title=title,
        summary=summary,
        text=await version_text(session, version),
        imprint=imprint_of(version),
        status=status,
        stage=position.stage,
        letterhead=await letterhead_of(session, position.lead),
        lead=position.lead.name,
        adopted_on=signed.adopted_on if signed else None,
        participants=_participants(position),
        signatories=_signatories(signed) if signed else (),
        statements=await statements_of(session, access) if is_adopted else (),
        addressees=tuple(_named(one.names, document.language) for one in position.addressees),
        subjects=tuple(_named(one.labels, document.language) for one in position.subjects),
        relations=tuple(PaperRelation(one.kind, one.value) for one in position.relations),
        erratum_reason=version.erratum_reason,
        is_fiction=is_fiction,
        numbers=await _numbers(session, version),
    )


async def review_of(session: AsyncSession, access: Access, base: Version, head: Version) -> Review:
    """What a comparison of two versions of one document is called, and whose hand the later one is put down to."""
    document = await session.get_one(Document, head.document_id)
    statement = select(Organization.name).join(Membership, Membership.organization_id == Organization.id)
    author = await session.scalar(statement.where(Membership.id == head.membership_id))
    return Review(
        reference=access.position.reference,
        language=document.language,
        base=imprint_of(base).name,
        head=imprint_of(head).name,
        author=author or access.position.reference,
        day=day_of(head.created_at),
        hands=await _hands(session, head),
        numbers=(await _numbers(session, base), await _numbers(session, head)),
    )


async def _numbers(session: AsyncSession, version: Version) -> dict[int, str]:
    return (await citations_of(session, version)).by_start


async def _hands(session: AsyncSession, version: Version) -> tuple[tuple[int, str], ...]:
    """Whose words a version is made of: lengths and organizations' names, in order."""
    runs = await version_runs(session, version)
    statement = select(Membership.id, Organization.name).join(
        Organization, Membership.organization_id == Organization.id
    )
    found = await session.execute(statement.where(among(Membership.id, {run.author for run in runs})))
    names = {row[0]: row[1] for row in found}
    return tuple((run.length, names.get(run.author, "")) for run in runs)


async def letterhead_of(session: AsyncSession, organization: Organization) -> Letterhead:
    """What an organization prints at the head of its papers: its own letterhead, else its name alone."""
    statement = select(LetterheadRow).where(LetterheadRow.organization_id == organization.id)
    row = await session.scalar(statement.options(undefer(LetterheadRow.logo)))
    if row is None:
        return Letterhead(organization.name)
    return Letterhead(organization.name, tuple(row.lines), row.logo)


async def statements_of(session: AsyncSession, access: Access) -> tuple[PaperStatement, ...]:
    """The statements annexed to a position's adopted text, with those who stand behind them."""
    return tuple(
        PaperStatement(
            one.row.number,
            one.row.kind,
            one.row.language,
            one.row.text,
            tuple(sorted(organization.name for organization in one.signed)),
        )
        for one in await annexed_statements(session, access)
    )


async def _status(session: AsyncSession, access: Access, version: Version) -> PaperStatus:
    position = access.position
    if version.id == position.adopted_version_id:
        return PaperStatus.CORRECTED if version.erratum_reason else PaperStatus.ADOPTED
    translations = await approved_versions(session, position)
    if version.id in {one.id for one in translations.values()}:
        return PaperStatus.TRANSLATION
    condition = and_(Version.id == version.id, adopted_versions(position))
    if await session.scalar(select(Version.id).where(condition)) is not None:
        return PaperStatus.SUPERSEDED
    running = await running_round(session, position.id)
    is_frozen = running is not None and running.version_id == version.id
    return PaperStatus.FROZEN if is_frozen else PaperStatus.DRAFT


def _participants(position: Position) -> tuple[str, ...]:
    parts = [part for part in position.participations if part.state != ParticipationState.LEFT]
    return tuple(sorted(part.organization.name for part in parts))


def _signatories(signed: Signatures) -> tuple[PaperSignatory, ...]:
    by_name = sorted(signed.signed, key=lambda one: one.organization.name)
    return tuple(PaperSignatory(one.organization.name, one.signatory) for one in by_name)


def imprint_of(version: Version) -> Imprint:
    """What identifies a version on paper."""
    return Imprint(
        number=version.number,
        label=version.label,
        sha256=version.sha256,
        chain_sha256=version.chain_sha256,
        written_on=day_of(version.created_at),
    )


def headings_in(position: Position, language: str) -> tuple[str, str | None]:
    """Title and summary in the language; the title falls back to the original's, a summary to none."""
    by_language = {heading.language: heading for heading in position.headings}
    own = by_language.get(language)
    original = by_language.get(position.original_language)
    title = (own and own.title) or (original and original.title) or position.reference
    return title, own.summary if own else None


def _named(names: dict[str, str], language: str) -> str:
    """A name in the language, else in English, else whatever there is."""
    return names.get(language) or names.get("en") or next(iter(names.values()), "")
