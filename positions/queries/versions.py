"""Versions read: rows by number, texts unpacked against their keyframe, and authorship."""

from functools import lru_cache

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from positions.authorship import Run
from positions.models.versions import Version
from positions.versions import PASSING, keyframe_of, unpack, unpack_runs


async def newest_version(session: AsyncSession, document_id: str) -> Version | None:
    """The version with the highest number."""
    return await session.scalar(
        select(Version).where(Version.document_id == document_id).order_by(Version.number.desc()).limit(1)
    )


def is_standing() -> ColumnElement[bool]:
    """The condition of a version that a person saved, or the system before a stage."""
    return or_(Version.occasion.is_(None), Version.occasion.not_in(PASSING))


async def standing_version(session: AsyncSession, document_id: str) -> Version | None:
    """The newest version that a person saved, or the system before a stage: what amendments and translations have to keep to."""
    statement = select(Version).where(Version.document_id == document_id, is_standing())
    return await session.scalar(statement.order_by(Version.number.desc()).limit(1))


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
    return (await open_version(session, version, with_runs=False))[0]


async def version_runs(session: AsyncSession, version: Version) -> tuple[Run, ...]:
    """Who wrote which stretch of a version, by membership id."""
    return (await open_version(session, version))[1]


async def keyframe_of_next(session: AsyncSession, document_id: str, number: int) -> tuple[str, bytes] | None:
    """The text and the packed authorship that the version of this number is stored against; None for a keyframe."""
    keyframe = keyframe_of(number)
    if keyframe == number:
        return None
    statement = select(Version.payload, Version.authorship)
    found = await session.execute(
        statement.where(Version.document_id == document_id, Version.number == keyframe)
    )
    payload, authorship = found.one()
    return _text(payload, None), authorship


async def open_version(
    session: AsyncSession, version: Version, *, with_runs: bool = True
) -> tuple[str, tuple[Run, ...]]:
    """A version's text and authorship, in one statement that reads two rows at most: its own and its keyframe's."""
    keyframe = keyframe_of(version.number)
    found = await session.execute(
        select(Version.number, Version.payload, Version.authorship).where(
            Version.document_id == version.document_id,
            or_(Version.number == version.number, Version.number == keyframe),
        )
    )
    stored = {number: (payload, authorship) for number, payload, authorship in found}
    payload, authorship = stored[version.number]
    base = (None, None) if keyframe == version.number else stored[keyframe]
    return _text(payload, base[0]), unpack_runs(authorship, base[1]) if with_runs else ()


@lru_cache(maxsize=128)
def _text(blob: bytes, keyframe: bytes | None) -> str:
    return unpack(blob, None if keyframe is None else _text(keyframe, None))
