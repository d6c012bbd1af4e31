"""What was adopted and what came of it, for many published positions at once, in a fixed number of statements.

Nothing is read of a position that is not published; of a published one nothing but its public face.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime
from typing import TypeVar, cast

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased, contains_eager, joinedload, selectinload

from positions import publications as public
from positions.actors import ANONYMOUS
from positions.mandates import RatificationStatus
from positions.models.documents import Document
from positions.models.institutions import Institution
from positions.models.organizations import Organization
from positions.models.positions import Position
from positions.models.rounds import Elector, Round, Vote
from positions.models.statements import SignatureWithdrawal, Statement, StatementSignature
from positions.models.submissions import Submission
from positions.models.uptakes import Uptake
from positions.models.versions import Version
from positions.organizations import OrganizationKind
from positions.queries.errata import adopting_rounds, spoken
from positions.queries.standing import counts
from positions.queries.visible import visible
from positions.rules import Choice
from positions.uptakes import UptakeStatus


def signs() -> ColumnElement[bool]:
    """The condition for a vote of an adopting round that makes a signatory: approved aloud, and the organization's last word."""
    later, word = aliased(Round), aliased(Vote)
    is_overtaken = exists().where(
        later.position_id == Round.position_id,
        later.number > Round.number,
        spoken(later),
        word.round_id == later.id,
        word.organization_id == Vote.organization_id,
        counts(word),
    )
    is_undone = exists().where(
        SignatureWithdrawal.position_id == Round.position_id,
        SignatureWithdrawal.organization_id == Vote.organization_id,
    )
    return and_(
        Vote.round_id == Round.id,
        counts(),
        Vote.choice == Choice.APPROVE.value,
        ~Vote.is_tacit,
        Vote.ratification_status.is_distinct_from(RatificationStatus.WITHDRAWN.value),
        ~is_overtaken,
        ~is_undone,
    )


async def adoptions_by_id(session: AsyncSession, ids: Collection[str]) -> dict[str, public.Adoption]:
    """The adoptions of the positions among these that are published, by the position's id."""
    wanted = select(Position.id, Position.published_at).where(
        Position.id.in_(sorted(set(ids))), visible(ANONYMOUS)
    )
    published: dict[str, datetime] = {key: at for key, at in await session.execute(wanted) if at is not None}
    if not published:
        return {}
    keys = sorted(published)
    rounds = await _rounds(session, keys)
    texts = await _texts(session, keys)
    votes = await _votes(session, rounds)
    statements = await _statements(session, keys)
    withdrawals = await _withdrawals(session, keys)
    submissions = await _submissions(session, keys)
    uptakes = await _uptakes(session, keys)
    return {
        key: public.Adoption(
            adopted_at=rounds[key][-1].closed_at or at if rounds[key] else at,
            published_at=at,
            texts=tuple(texts[key]),
            votes=tuple(votes[key]),
            statements=tuple(statements[key]),
            withdrawals=tuple(withdrawals[key]),
            submissions=tuple(submissions[key]),
            uptakes=tuple(uptakes[key]),
        )
        for key, at in published.items()
    }


def body_of(row: Organization) -> public.Body:
    """An organization as it is named."""
    return public.Body(row.code, row.name, OrganizationKind(row.kind))


def addressee_of(row: Institution) -> public.Addressee:
    """An institution as it is named."""
    return public.Addressee(row.code, row.names, row.url)


async def _rounds(session: AsyncSession, keys: list[str]) -> defaultdict[str, list[Round]]:
    statement = (
        select(Round)
        .join(Position, adopting_rounds(Position.id.expression))
        .where(Position.id.in_(keys))
        .order_by(Round.number)
    )
    return _grouped(await session.scalars(statement), lambda row: row)


async def _texts(session: AsyncSession, keys: list[str]) -> dict[str, list[public.Text]]:
    source, adopted = aliased(Version), aliased(Version)
    is_adopted = and_(Document.is_original, Version.id == Position.adopted_version_id)
    is_translation = and_(
        ~Document.is_original, Version.id == Document.approved_version_id, source.sha256 == adopted.sha256
    )
    statement = (
        select(Document, Version)
        .join(Position, Position.id == Document.position_id)
        .join(Version, Version.document_id == Document.id)
        .outerjoin(source, source.id == Document.approved_source_id)
        .outerjoin(adopted, adopted.id == Position.adopted_version_id)
        .where(Position.id.in_(keys), or_(is_adopted, is_translation))
        .order_by(Document.is_original.desc(), Document.language)
    )
    found: dict[str, list[public.Text]] = defaultdict(list)
    for document, version in await session.execute(statement):
        found[document.position_id].append(_text(document, version))
    return found


def _text(document: Document, version: Version) -> public.Text:
    return public.Text(
        version_id=version.id,
        language=document.language,
        is_original=document.is_original,
        number=version.number,
        label=version.label,
        sha256=version.sha256,
        words=version.words,
    )


async def _votes(
    session: AsyncSession, rounds: Mapping[str, list[Round]]
) -> defaultdict[str, list[public.Vote]]:
    """By position what each organization called said last, by its code."""
    ordered = [row for rows in rounds.values() for row in rows]
    statement = (
        select(Elector, Vote)
        .join(Organization, Organization.id == Elector.organization_id)
        .join(Round, Round.id == Elector.round_id)
        .outerjoin(
            Vote,
            and_(
                Vote.round_id == Elector.round_id,
                Vote.organization_id == Elector.organization_id,
                counts(),
            ),
        )
        .where(Elector.round_id.in_([row.id for row in ordered]))
        .options(contains_eager(Elector.organization))
        .order_by(Round.number)
    )
    place = {row.id: row.position_id for row in ordered}
    last: dict[tuple[str, str], public.Vote] = {}
    rows = cast("Iterable[tuple[Elector, Vote | None]]", await session.execute(statement))
    for elector, vote in rows:
        key = (place[elector.round_id], elector.organization.code)
        if vote is not None or key not in last:
            last[key] = _vote(elector, vote)
    found: defaultdict[str, list[public.Vote]] = defaultdict(list)
    for (position_id, _), voice in sorted(last.items()):
        found[position_id].append(voice)
    return found


def _vote(elector: Elector, vote: Vote | None) -> public.Vote:
    return public.Vote(
        organization=body_of(elector.organization),
        population=elector.population,
        seats=elector.seats,
        choice=Choice(vote.choice) if vote else None,
        is_tacit=vote is not None and vote.is_tacit,
        is_counted=vote is not None,
        except_ask_keys=tuple(vote.except_ask_keys) if vote else (),
        is_withdrawn=vote is not None and vote.ratification_status == RatificationStatus.WITHDRAWN.value,
    )


async def _statements(session: AsyncSession, keys: list[str]) -> dict[str, list[public.Statement]]:
    statement = (
        select(Statement)
        .where(Statement.position_id.in_(keys))
        .options(selectinload(Statement.signatures).joinedload(StatementSignature.organization))
        .order_by(Statement.number)
    )
    rows = [row for row in await session.scalars(statement) if any(one.signed_at for one in row.signatures)]
    return _grouped(rows, _statement)


def _statement(row: Statement) -> public.Statement:
    signed = [one.organization for one in row.signatures if one.signed_at is not None]
    return public.Statement(
        number=row.number,
        kind=row.kind,
        language=row.language,
        text=row.text,
        organizations=tuple(body_of(one) for one in sorted(signed, key=lambda one: one.code)),
        annexed_at=row.annexed_at,
    )


async def _withdrawals(session: AsyncSession, keys: list[str]) -> dict[str, list[public.Withdrawal]]:
    statement = (
        select(SignatureWithdrawal)
        .where(SignatureWithdrawal.position_id.in_(keys))
        .options(joinedload(SignatureWithdrawal.organization))
        .order_by(SignatureWithdrawal.withdrawn_on, SignatureWithdrawal.organization_id)
    )
    return _grouped(
        await session.scalars(statement),
        lambda row: public.Withdrawal(body_of(row.organization), row.withdrawn_on, row.recorded_at),
    )


async def _submissions(session: AsyncSession, keys: list[str]) -> dict[str, list[public.Submission]]:
    statement = (
        select(Submission)
        .where(Submission.position_id.in_(keys))
        .options(
            joinedload(Submission.institution),
            selectinload(Submission.versions),
            selectinload(Submission.replies),
        )
        .order_by(Submission.sent_at, Submission.id)
    )
    return _grouped(await session.scalars(statement), _submission)


def _submission(row: Submission) -> public.Submission:
    return public.Submission(
        id=row.id,
        institution=addressee_of(row.institution),
        channel=row.channel,
        sent_at=row.sent_at,
        external_reference=row.external_reference,
        languages=tuple(one.language for one in row.versions),
        manifest_sha256=row.manifest_sha256,
        replies=tuple(
            public.Reply(one.kind, one.at, one.reference, one.url, one.recorded_at) for one in row.replies
        ),
        recorded_at=row.recorded_at,
    )


async def _uptakes(session: AsyncSession, keys: list[str]) -> dict[str, list[public.Uptake]]:
    statement = (
        select(Uptake)
        .where(Uptake.position_id.in_(keys), Uptake.replaced_at.is_(None))
        .options(joinedload(Uptake.institution))
        .order_by(Uptake.ask_key, Uptake.institution_id)
    )
    return _grouped(await session.scalars(statement), _uptake)


def _uptake(row: Uptake) -> public.Uptake:
    return public.Uptake(
        ask_key=row.ask_key,
        institution=addressee_of(row.institution),
        status=UptakeStatus(row.status),
        evidence=row.evidence,
        evidence_url=row.evidence_url,
        observed_on=row.observed_on,
        recorded_at=row.recorded_at,
    )


Fact = TypeVar("Fact")
OfPosition = TypeVar("OfPosition", Round, Statement, SignatureWithdrawal, Submission, Uptake)


def _grouped(rows: Iterable[OfPosition], read: Callable[[OfPosition], Fact]) -> defaultdict[str, list[Fact]]:
    found: defaultdict[str, list[Fact]] = defaultdict(list)
    for row in rows:
        found[row.position_id].append(read(row))
    return found
