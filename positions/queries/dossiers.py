"""What goes into a dossier, read in one piece: two readings are equal when nothing that is sent has changed between them."""

from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from positions.enclosures import Annex, Row, Sources, Text
from positions.events import GENESIS, Sealed, Tag
from positions.manifests import Head
from positions.models.events import Chain, Event
from positions.models.positions import Position
from positions.models.rounds import Round
from positions.models.statements import Statement, StatementSignature
from positions.models.submissions import Attachment
from positions.models.versions import Version
from positions.queries.access import Access
from positions.queries.errata import adopting_rounds
from positions.queries.papers import paper_of
from positions.queries.rounds import loaded
from positions.queries.signatories import Signature, signatories_of
from positions.queries.translations import approved_versions
from positions.queries.versions import version_text

TOLD = frozenset(
    {
        Tag.ROUND_CLOSED,
        Tag.TRANSLATION_APPROVED,
        Tag.VERSION_CORRECTED,
        Tag.STATEMENT_ANNEXED,
        Tag.STATEMENT_SIGNED,
        Tag.SIGNATURE_WITHDRAWN,
        Tag.SUBMISSION_RECORDED,
    }
)
"""The acts that an addressee reads in full: their bodies hold numbers and hashes, no words of the house."""


async def sources_of(
    session: AsyncSession, access: Access, languages: Collection[str], *, is_fiction: bool
) -> Sources:
    """What there is to send in these languages; those without a text that stands are left out."""
    standing = await approved_versions(session, access.position)
    versions = {language: standing[language] for language in sorted(standing.keys() & set(languages))}
    return Sources(
        texts=tuple([await _text(session, language, version) for language, version in versions.items()]),
        papers=tuple(
            [await paper_of(session, access, version, is_fiction=is_fiction) for version in versions.values()]
        ),
        votes=await _votes(session, access.position),
        signatories=await _signatories(session, access),
        statements=await _statements(session, access.position),
        annexes=await annexes_of(session, access.position),
    )


async def head_of(session: AsyncSession, position: Position) -> Head:
    """The end of the position's record."""
    chain = await session.get(Chain, position.id, populate_existing=True)
    return Head(position.id, chain.sequence, chain.head) if chain else Head(position.id, 0, GENESIS)


async def chain_of(session: AsyncSession, position: Position) -> list[Sealed]:
    """The whole record of a position, as it is hashed."""
    rows = await session.scalars(select(Event).where(Event.chain == position.id).order_by(Event.sequence))
    return [sealed(row) for row in rows]


def sealed(row: Event) -> Sealed:
    """An entry of the record as it is hashed."""
    return Sealed(
        chain=row.chain,
        sequence=row.sequence,
        tag=row.tag,
        at=row.at,
        actor=row.membership_id,
        body=row.body,
        previous_hash=row.previous_hash,
        hash=row.hash,
    )


async def annexes_of(session: AsyncSession, position: Position) -> tuple[Annex, ...]:
    """The annexes that were not removed, the first added first."""
    statement = select(Attachment).where(
        Attachment.position_id == position.id, Attachment.is_annex, Attachment.removed_at.is_(None)
    )
    rows = await session.scalars(statement.order_by(Attachment.id))
    return tuple(Annex(row.id, row.name, row.media_type, row.size, row.sha256) for row in rows)


async def annex_contents(session: AsyncSession, annexes: Sequence[Annex]) -> dict[str, bytes]:
    """The content of annexes, by id."""
    statement = select(Attachment.id, Attachment.content).where(
        Attachment.id.in_([annex.id for annex in annexes])
    )
    return {found: content for found, content in await session.execute(statement)}  # noqa: C416  # rows are no pairs to mypy


async def _text(session: AsyncSession, language: str, version: Version) -> Text:
    return Text(
        id=version.id,
        language=language,
        number=version.number,
        label=version.label,
        sha256=version.sha256,
        chain_sha256=version.chain_sha256,
        text=await version_text(session, version),
    )


async def _votes(session: AsyncSession, position: Position) -> tuple[Row, ...]:
    statement = loaded(select(Round).where(adopting_rounds(position.id)).order_by(Round.number))
    return tuple(row for one in await session.scalars(statement) for row in _votes_in(one))


def _votes_in(one: Round) -> list[Row]:
    weights = {elector.organization_id: elector for elector in one.electors}
    votes = sorted(one.votes, key=lambda vote: vote.organization.code)
    return [
        (
            ("round", one.number),
            ("code", vote.organization.code),
            ("name", vote.organization.name),
            ("choice", vote.choice),
            ("tacit", vote.is_tacit),
            ("population", weights[vote.organization_id].population),
            ("seats", weights[vote.organization_id].seats),
            ("except_asks", " ".join(vote.except_ask_keys)),
            ("statement", vote.statement),
        )
        for vote in votes
    ]


async def _signatories(session: AsyncSession, access: Access) -> tuple[Row, ...]:
    return tuple(_signed(one) for one in await signatories_of(session, access))


def _signed(one: Signature) -> Row:
    withdrawal = one.signatory.withdrawal
    return (
        ("code", one.organization.code),
        ("name", one.organization.name),
        ("except_asks", " ".join(one.signatory.except_asks)),
        ("ratification", one.signatory.ratification),
        ("withdrawn_on", withdrawal.withdrawn_on.isoformat() if withdrawal else None),
    )


async def _statements(session: AsyncSession, position: Position) -> tuple[Row, ...]:
    signed = selectinload(Statement.signatures).selectinload(StatementSignature.organization)
    statement = select(Statement).where(Statement.position_id == position.id).options(signed)
    rows = await session.scalars(statement.order_by(Statement.number))
    return tuple(
        (
            ("number", row.number),
            ("kind", row.kind),
            ("language", row.language),
            ("organizations", " ".join(_signing(row))),
            ("text", row.text),
        )
        for row in rows
        if _signing(row)
    )


def _signing(row: Statement) -> list[str]:
    """The organizations that stand behind a statement; those only named do not."""
    return sorted(one.organization.code for one in row.signatures if one.signed_at is not None)
