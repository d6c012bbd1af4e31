"""Translations read: beside the source they follow, whether they fell behind it, and which stand for the adopted text."""

import asyncio
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from positions.models.documents import Document, Update
from positions.models.institutions import Term
from positions.models.positions import Position
from positions.models.translations import TranslatedBlock
from positions.models.versions import Version
from positions.queries.drafts import Drafts
from positions.queries.versions import standing_version, version_text
from positions.terms import Entry
from positions.translations import Parallel, Wording, parallels


def standing_translations(position: Position) -> Select[str]:
    """The ids of the translations' versions that were approved against the text now adopted."""
    source, adopted = aliased(Version), aliased(Version)
    return (
        select(Version.id)
        .join(Document, Document.approved_version_id == Version.id)
        .join(source, source.id == Document.approved_source_id)
        .join(adopted, adopted.id == position.adopted_version_id)
        .where(Document.position_id == position.id, source.sha256 == adopted.sha256)
    )


async def approved_versions(session: AsyncSession, position: Position) -> dict[str, Version]:
    """By language what the position says: the adopted original first, then the translations that stand for it."""
    if position.adopted_version_id is None:
        return {}
    statement = (
        select(Document.language, Version)
        .join(Document, Document.id == Version.document_id)
        .where((Version.id == position.adopted_version_id) | Version.id.in_(standing_translations(position)))
        .order_by(Document.is_original.desc(), Document.language)
    )
    found = await session.execute(statement)
    return {language: version for language, version in found}  # noqa: C416  # rows are no pairs to mypy


async def count_unapproved(session: AsyncSession, position_ids: Collection[str]) -> dict[str, int]:
    """By adopted position: how many translations do not stand for its text, where there are any."""
    source, adopted = aliased(Version), aliased(Version)
    statement = (
        select(Document.position_id, func.count())
        .join(Position, Position.id == Document.position_id)
        .join(adopted, adopted.id == Position.adopted_version_id)
        .outerjoin(source, source.id == Document.approved_source_id)
        .where(
            Document.position_id.in_(position_ids),
            Document.is_original.is_(False),
            or_(source.id.is_(None), source.sha256 != adopted.sha256),
        )
        .group_by(Document.position_id)
    )
    return {position_id: count for position_id, count in await session.execute(statement)}  # noqa: C416  # rows are no pairs to mypy


async def source_in_force(session: AsyncSession, position: Position) -> Version | None:
    """The original's version that a translation has to say: the adopted one, before adoption the newest that stands."""
    if position.adopted_version_id is not None:
        return await session.get_one(Version, position.adopted_version_id)
    original = await session.scalar(
        select(Document.id).where(Document.position_id == position.id, Document.is_original)
    )
    return await standing_version(session, original) if original is not None else None


async def is_stale(session: AsyncSession, position: Position, document: Document) -> bool:
    """Whether the text that a translation was approved against, or follows, is no longer the one in force."""
    known = document.approved_source_id or document.source_version_id
    source = await session.get(Version, known) if known else None
    in_force = await source_in_force(session, position)
    return source is not None and in_force is not None and source.sha256 != in_force.sha256


@dataclass(frozen=True)
class Beside:
    """A translation's text beside the source it follows."""

    source: Version
    source_text: str
    text: str
    rows: tuple[Parallel, ...]


async def wordings_of(session: AsyncSession, document_id: str) -> list[Wording]:
    """What was given or confirmed for passages of the source, the newest last."""
    statement = select(TranslatedBlock).where(TranslatedBlock.document_id == document_id)
    order = TranslatedBlock.confirmed_at, TranslatedBlock.source_sha256
    return [Wording(row.source, row.target) for row in await session.scalars(statement.order_by(*order))]


async def beside(session: AsyncSession, document: Document, text: str) -> Beside:
    """A text of a translation, beside the version that the translation follows."""
    assert document.source_version_id is not None
    source = await session.get_one(Version, document.source_version_id)
    source_text = await version_text(session, source)
    wordings = await wordings_of(session, document.id)
    rows = await asyncio.to_thread(parallels, source_text, text, wordings)
    return Beside(source, source_text, text, rows)


async def beside_draft(session: AsyncSession, drafts: Drafts, document: Document) -> Beside:
    """The translation's draft, beside the version that it follows."""
    return await beside(session, document, (await drafts.read(session, document.id)).text)


async def newer_source(session: AsyncSession, position: Position, document: Document) -> Version | None:
    """The version in force, where the translation follows one with another text."""
    in_force = await source_in_force(session, position)
    followed = await session.get(Version, document.source_version_id) if document.source_version_id else None
    if in_force is None or followed is None or in_force.sha256 == followed.sha256:
        return None
    return in_force


async def text_before(session: AsyncSession, drafts: Drafts, document: Document, moment: datetime) -> str:
    """What the draft said at a moment; nothing before its first update."""
    statement = select(func.max(Update.sequence))
    sequence = await session.scalar(statement.where(Update.document_id == document.id, Update.at <= moment))
    return (await drafts.read_at(session, document.id, sequence)).text if sequence else ""


async def glossary(session: AsyncSession) -> tuple[Entry, ...]:
    """The terms whose names in the other language a translator is reminded of."""
    terms = await session.scalars(select(Term).order_by(Term.code))
    return tuple(Entry(term.labels, term.definition) for term in terms)
