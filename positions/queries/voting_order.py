"""The undecided amendments of a document in voting order, under their headings and paragraph numbers."""

import asyncio
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from positions.collisions import by_number
from positions.consolidation import fallers
from positions.documents import outline
from positions.models.amendments import Amendment
from positions.numbering import Numbered, numbered
from positions.permissions import Permission
from positions.queries.access import Access
from positions.queries.consolidations import Docket, docket, replaced
from positions.queries.documents import DocumentRow
from positions.queries.drafts import Drafts
from positions.queries.readings import shown_texts
from positions.voting_order import Passage, Ranked, voting_order


@dataclass(frozen=True)
class Listed:
    """A passage as an agenda names it."""

    start: int
    end: int
    heading: str
    paragraphs: tuple[str, ...]
    amendments: tuple[Ranked, ...]


@dataclass(frozen=True)
class Agenda:
    """The passages in the order of the text, and the rows of their amendments."""

    passages: tuple[Listed, ...]
    rows: list[Amendment]


async def agenda(session: AsyncSession, drafts: Drafts, access: Access, document: DocumentRow) -> Agenda:
    """The undecided amendments in voting order; none for those who may not read them."""
    if not access.holds(Permission.READ):
        return Agenda((), [])
    found = await docket(session, drafts, document.id)
    _, shown = await shown_texts(session, document)
    return await asyncio.to_thread(_agenda, found, shown)


def _agenda(found: Docket, shown: tuple[str, ...]) -> Agenda:
    rows, head = found.tabled, found.head
    placed = found.placed(rows)
    met = by_number(found.colliding)
    falls = fallers(placed, replaced(rows))
    passages = voting_order(head, placed, met, falls, replaced(rows))
    headings = [(one.start, one.text) for one in outline(head)]
    numbers = numbered((*shown, head))
    return Agenda(tuple(_listed(passage, headings, numbers) for passage in passages), list(rows))


def _listed(passage: Passage, headings: list[tuple[int, str]], numbers: tuple[Numbered, ...]) -> Listed:
    above = [text for start, text in headings if start <= passage.start]
    paragraphs = [
        one.number
        for one in numbers
        if one.number and one.start < max(passage.end, passage.start + 1) and passage.start < one.end
    ]
    return Listed(
        passage.start,
        passage.end,
        above[-1] if above else "",
        tuple(paragraphs if passage.start < passage.end else paragraphs[:0]),
        passage.amendments,
    )
