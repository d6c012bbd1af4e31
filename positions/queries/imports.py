"""What a file that comes in is held against: the text of the paper that it would change, and the version it was written on."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from positions.lifecycle import Stage
from positions.models.documents import Document
from positions.models.versions import Version
from positions.queries.access import Access
from positions.queries.drafts import Drafts
from positions.queries.versions import newest_version, version_text
from positions.versions import sha256_of


@dataclass(frozen=True)
class Target:
    """The text that a file is held against: the newest version where amendments are tabled, else the draft as it is."""

    document_id: str
    text: str
    version_number: int | None = None
    draft_sequence: int | None = None


async def target_of(session: AsyncSession, drafts: Drafts, access: Access, document: Document) -> Target:
    """The text that what a file brings would change."""
    newest = await newest_version(session, document.id)
    if access.stage is Stage.AMENDING and document.is_original and newest is not None:
        return Target(document.id, await version_text(session, newest), version_number=newest.number)
    draft = await drafts.read(session, document.id)
    return Target(document.id, draft.text, draft_sequence=draft.sequence)


async def base_version(session: AsyncSession, target: Target, base: str) -> int | None:
    """Which version the base of a file is, to the letter; None when it is none."""
    statement = select(Version.number).where(
        Version.document_id == target.document_id, Version.sha256 == sha256_of(base)
    )
    found: int | None = await session.scalar(statement.order_by(Version.number.desc()).limit(1))
    return found
