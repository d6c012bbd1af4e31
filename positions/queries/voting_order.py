"""The undecided amendments of a document in voting order, under their headings and paragraph numbers."""

import asyncio
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from positions.collisions import by_number
from positions.consolidation import fallers
from positions.documents import outline
from positions.models.amendments import Amendment
from positions.numbering import Citations, Numbered, numbered
from positions.permissions import Permission
from positions.queries.access import Access
from positions.queries.consolidations import Docket, docket, replaced
from positions.queries.documents import DocumentRow
from positions.queries.drafts import Drafts
from positions.queries.numbering import shown_texts
from positions.voting_order import Passage, Ranked, voting_order


@dataclass(frozen=True)
class Listed:
    """A passage as an agenda names it."""

    start: int
    end: int
    heading: str
    paragraphs: tuple[str, ...]
    after_paragraph: str
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
    return await asyncio.to_thread(arranged, found, shown)


def arranged(found: Docket, shown: tuple[str, ...]) -> Agenda:
    """The agenda of a docket; paragraphs are numbered through the texts shown before."""
    rows, head = found.tabled, found.head
    placed = found.placed(rows)
    met = by_number(found.colliding)
    falls = fallers(placed, replaced(rows))
    passages = voting_order(head, placed, met, falls, replaced(rows))
    names = _Names(head, numbered((*shown, head)))
    return Agenda(tuple(names.listed(passage) for passage in passages), list(rows))


class _Names:
    """The headings and the numbers of a text, found by place."""

    def __init__(self, text: str, numbers: Sequence[Numbered]) -> None:
        self._headings = outline(text)
        self._heading_starts = [one.start for one in self._headings]
        self._citations = Citations(numbers, text)

    def listed(self, passage: Passage) -> Listed:
        """A passage with its heading and the numbers of the paragraphs it touches; none for a place between two."""
        paragraphs = self._citations.touched(passage.start, passage.end)
        above = bisect_right(self._heading_starts, passage.start)
        return Listed(
            passage.start,
            passage.end,
            self._headings[above - 1].text if above else "",
            paragraphs,
            "" if paragraphs else self._citations.above(passage.start),
            passage.amendments,
        )
