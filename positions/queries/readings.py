"""A document read in one of its readings, with the numbers its paragraphs are cited by."""

import asyncio

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from positions.consolidation import consolidate
from positions.models.amendments import Amendment
from positions.models.documents import Document
from positions.models.versions import Version
from positions.numbering import numbered
from positions.permissions import Permission
from positions.queries.access import Access
from positions.queries.consolidations import Docket, docket, replaced
from positions.queries.drafts import Drafts
from positions.queries.versions import version_text
from positions.readings import COMPARED, WITH_TABLED, Read, Reading


async def reading(
    session: AsyncSession, drafts: Drafts, access: Access, document: Document, of: Reading
) -> Read | None:
    """A document in a reading; None for those who may not read its draft."""
    if not access.holds(Permission.READ):
        return None
    found = await docket(session, drafts, document.id)
    number, shown = await shown_texts(session, document)
    return await asyncio.to_thread(_read, found, number, shown, of)


async def shown_texts(session: AsyncSession, document: Document) -> tuple[int | None, tuple[str, ...]]:
    """The version that paragraphs are numbered from, its text, and those of the versions that people saved since.

    A paper that was opened to amendments before numbers were kept is numbered from the first version that was amended.
    """
    first = document.numbered_from or await session.scalar(
        select(func.min(Amendment.version_number)).where(Amendment.document_id == document.id)
    )
    if first is None:
        return None, ()
    statement = select(Version).where(
        Version.document_id == document.id,
        (Version.number == first) | ((Version.number > first) & Version.occasion.is_(None)),
    )
    versions = list(await session.scalars(statement.order_by(Version.number)))
    return first, tuple([await version_text(session, version) for version in versions])


def _read(found: Docket, base: int | None, shown: tuple[str, ...], of: Reading) -> Read:
    original = shown[0] if shown else found.head
    text = found.head
    left: tuple[int, ...] = ()
    if of is Reading.ORIGINAL:
        return Read(original, base, None, numbered((original,)))
    texts = (*shown, found.head)
    if of in WITH_TABLED:
        text, left = _amended(found)
        texts = (*texts, text)
    return Read(text, base, original if of in COMPARED else None, numbered(texts), left)


def _amended(found: Docket) -> tuple[str, tuple[int, ...]]:
    """The draft with all that is tabled and does not collide, and what is left out; a compromise stands for what it replaces."""
    rows = found.tabled
    instead = {number for numbers in replaced(rows).values() for number in numbers}
    placed = [one for one in found.placed(rows) if one.proposal.number not in instead]
    fitting = [one for one in placed if one.is_applicable]
    made = consolidate(found.head, fitting)
    left = {row.number for row in rows} - set(made.incorporated)
    return made.text, tuple(sorted(left))
