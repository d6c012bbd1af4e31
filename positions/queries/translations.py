"""Translations read: which versions stand for the adopted text, and whether one has fallen behind its source."""

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from positions.models.documents import Document
from positions.models.positions import Position
from positions.models.versions import Version
from positions.queries.versions import newest_version


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


async def source_in_force(session: AsyncSession, position: Position) -> Version | None:
    """The original's version that a translation has to say: the adopted one, before adoption the newest saved."""
    if position.adopted_version_id is not None:
        return await session.get_one(Version, position.adopted_version_id)
    original = await session.scalar(
        select(Document.id).where(Document.position_id == position.id, Document.is_original)
    )
    return await newest_version(session, original) if original is not None else None


async def is_stale(session: AsyncSession, position: Position, document: Document) -> bool:
    """Whether the text that a translation was approved against, or follows, is no longer the one in force."""
    known = document.approved_source_id or document.source_version_id
    source = await session.get(Version, known) if known else None
    in_force = await source_in_force(session, position)
    return source is not None and in_force is not None and source.sha256 != in_force.sha256
