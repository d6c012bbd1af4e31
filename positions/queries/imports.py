"""What a file that comes in is held against: the text of the paper that it would change, and the version it was written on."""

import asyncio
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from positions.imports import WordFile
from positions.lifecycle import Stage
from positions.models.documents import Document
from positions.models.versions import Version
from positions.placing import Placed, placed, placed_remark, share_kept
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


@dataclass(frozen=True)
class Held:
    """A file held against a text: its changes and comments in their places, how much of the text its base has, and which
    version that base is (None when it is none exactly)."""

    target: Target
    file: WordFile
    changes: tuple[Placed, ...]
    remarks: tuple[Placed, ...]
    share: float
    base_version: int | None


async def target_of(session: AsyncSession, drafts: Drafts, access: Access, document: Document) -> Target:
    """The text that what a file brings would change."""
    newest = await newest_version(session, document.id)
    if access.stage is Stage.AMENDING and document.is_original and newest is not None:
        return Target(document.id, await version_text(session, newest), version_number=newest.number)
    draft = await drafts.load(session, document.id)
    return Target(document.id, draft.text, draft_sequence=draft.sequence)


async def hold(session: AsyncSession, target: Target, file: WordFile) -> Held:
    """A file held against a text, off the event loop."""
    statement = select(Version.number).where(
        Version.document_id == target.document_id, Version.sha256 == sha256_of(file.base)
    )
    number = await session.scalar(statement.order_by(Version.number.desc()).limit(1))
    return await asyncio.to_thread(_held, target, file, number)


def _held(target: Target, file: WordFile, number: int | None) -> Held:
    return Held(
        target,
        file,
        tuple(placed(one, file.base, target.text) for one in file.proposals),
        tuple(placed_remark(one, file.base, target.text) for one in file.remarks),
        share_kept(file.base, target.text),
        number,
    )
