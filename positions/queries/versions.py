"""Versions read: rows by number, texts unpacked against their keyframe, and authorship."""

from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from positions.authorship import Run
from positions.models.versions import Version
from positions.versions import keyframe_of, unpack


async def newest_version(session: AsyncSession, document_id: str) -> Version | None:
    """The version with the highest number."""
    return await session.scalar(
        select(Version).where(Version.document_id == document_id).order_by(Version.number.desc()).limit(1)
    )


async def version_by_number(session: AsyncSession, document_id: str, number: int) -> Version | None:
    """One version of a document."""
    return await session.scalar(
        select(Version).where(Version.document_id == document_id, Version.number == number)
    )


async def version_by_id(session: AsyncSession, version_id: str) -> Version:
    """The version with this id, which the caller knows to exist."""
    found = await session.scalar(select(Version).where(Version.id == version_id))
    assert found is not None
    return found


async def version_text(session: AsyncSession, version: Version) -> str:
    """The text of a version: one hop from its keyframe."""
    blob = await session.scalar(select(Version.payload).where(Version.id == version.id))
    assert blob is not None
    return _unpacked(blob, await keyframe_text(session, version.document_id, version.number))


async def keyframe_text(session: AsyncSession, document_id: str, number: int) -> str | None:
    """The text that the version of this number is stored against, None when it is a keyframe itself."""
    keyframe = keyframe_of(number)
    if keyframe == number:
        return None
    blob = await session.scalar(
        select(Version.payload).where(Version.document_id == document_id, Version.number == keyframe)
    )
    assert blob is not None
    return _unpacked(blob, None)


async def version_runs(session: AsyncSession, version: Version) -> tuple[Run, ...]:
    """Who wrote which stretch of a version, by membership id."""
    stored = await session.scalar(select(Version.authorship).where(Version.id == version.id))
    return tuple(Run(length, author) for length, author in stored or ())


@lru_cache(maxsize=256)
def _unpacked(blob: bytes, keyframe: str | None) -> str:
    return unpack(blob, keyframe)
