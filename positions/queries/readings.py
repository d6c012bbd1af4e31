"""A document read in one of its readings, with the numbers its paragraphs are cited by."""

import asyncio

from sqlalchemy.ext.asyncio import AsyncSession

from positions.consolidation import consolidate
from positions.models.documents import Document
from positions.numbering import numbered
from positions.permissions import Permission
from positions.queries.access import Access
from positions.queries.consolidations import Docket, docket, replaced
from positions.queries.drafts import Drafts
from positions.queries.numbering import shown_texts
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
