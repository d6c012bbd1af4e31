"""The numbers that the paragraphs of a document's texts are cited by."""

import asyncio
from functools import lru_cache

from sqlalchemy import and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from positions.models.amendments import Amendment
from positions.models.documents import Document
from positions.models.versions import Version
from positions.numbering import Citations, Numbered, numbered
from positions.queries.translations import wordings_of
from positions.queries.versions import version_by_number, version_text
from positions.translations import parallels
from positions.versions import PASSING


async def shown_texts(
    session: AsyncSession, document: Document, before: int | None = None
) -> tuple[int | None, tuple[str, ...]]:
    """The version that paragraphs are numbered from, its text, and those of the versions since that people or a stage kept.

    A paper that was opened to amendments before numbers were kept is numbered from the first version that was amended. With
    `before` only the versions before that one.
    """
    first = document.numbered_from or await session.scalar(
        select(func.min(Amendment.version_number)).where(Amendment.document_id == document.id)
    )
    if first is None:
        return None, ()
    stands = or_(Version.occasion.is_(None), Version.occasion.not_in(PASSING))
    statement = select(Version).where(
        Version.document_id == document.id,
        (Version.number == first) | and_(Version.number > first, stands),
        *([] if before is None else [Version.number < before]),
    )
    versions = list(await session.scalars(statement.order_by(Version.number)))
    return first, tuple([await version_text(session, version) for version in versions])


async def citations_of(session: AsyncSession, version: Version) -> Citations:
    """The numbers of a version's paragraphs by their place."""
    document = await session.get_one(Document, version.document_id)
    text = await version_text(session, version)
    is_approved = version.id == document.approved_version_id
    source_id = document.approved_source_id if is_approved else document.source_version_id
    if source_id is not None:
        return await _translated(session, document, await session.get_one(Version, source_id), text)
    _, shown = await shown_texts(session, document, version.number)
    return await asyncio.to_thread(_citations, shown, text)


async def citations_of_text(session: AsyncSession, document: Document, text: Version | str) -> Citations:
    """The numbers of the paragraphs of a version, or of the draft's text."""
    if isinstance(text, Version):
        return await citations_of(session, text)
    _, shown = await shown_texts(session, document)
    return await asyncio.to_thread(_citations, shown, text)


async def citations_in(session: AsyncSession, document_id: str, number: int) -> Citations:
    """The numbers of a version's paragraphs by their place; none of a version that is not there."""
    version = await version_by_number(session, document_id, number)
    return Citations((), "") if version is None else await citations_of(session, version)


@lru_cache(maxsize=16)
async def _translated(session: AsyncSession, document: Document, source: Version, text: str) -> Citations:
    """A translation's paragraphs have the numbers of those of the original that they stand for; none where they stand for none."""
    original, wordings = await citations_of(session, source), await wordings_of(session, document.id)
    source_text = await version_text(session, source)
    rows = await asyncio.to_thread(parallels, source_text, text, wordings)
    numbers = {
        row.target.start: original.by_start.get(row.source.start, "")
        for row in rows
        if row.source is not None and row.target is not None
    }
    found = [
        Numbered(
            one.number if one.number[:1].isalpha() else numbers.get(one.start, ""),
            one.kind,
            one.level,
            one.start,
            one.end,
        )
        for one in numbered((text,))
    ]
    return Citations(found, text)


def _citations(shown: tuple[str, ...], text: str) -> Citations:
    return Citations(numbered((*shown, text)), text)
