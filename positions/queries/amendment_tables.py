"""A position's amendments as a table to be printed, for whoever may read them."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from positions.amendment_tables import AmendmentTable, TableAmendment
from positions.deadlines import day_of
from positions.documents import outline
from positions.errors import NotFound
from positions.imports import Written
from positions.models.amendments import Amendment, AmendmentAuthor
from positions.models.versions import Version
from positions.numbering import Citations
from positions.permissions import Permission
from positions.queries.access import Access
from positions.queries.covers import load_covers
from positions.queries.numbering import citations_of
from positions.queries.papers import headings_in, imprint_of, letterhead_of
from positions.queries.versions import version_by_number, version_text


async def amendment_table(
    session: AsyncSession, access: Access, language: str | None = None, *, is_fiction: bool = False
) -> AmendmentTable:
    """The position's amendments by number; NotFound for those who may not read them."""
    if not access.holds(Permission.READ):
        raise NotFound("position_unknown", ["reference"])
    position = (await load_covers(session, [access.position.id]))[access.position.id]
    told = language or position.original_language
    rows = await _amendments(session, position.id)
    targets = _Targets(session)
    days = [day_of(moment) for row in rows for moment in (row.created_at, row.decided_at) if moment]
    return AmendmentTable(
        reference=position.reference,
        language=told,
        title=headings_in(position, told)[0],
        letterhead=await letterhead_of(session, position.lead),
        day=max(days, default=day_of(position.created_at)),
        amendments=tuple([await _printed(row, targets) for row in rows]),
        is_fiction=is_fiction,
    )


async def _amendments(session: AsyncSession, position_id: str) -> list[Amendment]:
    statement = select(Amendment).where(Amendment.position_id == position_id).order_by(Amendment.number)
    authors = selectinload(Amendment.authors).selectinload(AmendmentAuthor.organization)
    return list(await session.scalars(statement.options(authors, selectinload(Amendment.replaces))))


async def _printed(row: Amendment, targets: "_Targets") -> TableAmendment:
    version, target, cited = await targets.of(row)
    paragraphs = cited.changed(row.start, row.end, row.proposed_text)
    return TableAmendment(
        number=row.number,
        status=row.status,
        authors=tuple(author.organization.name for author in row.authors),
        target=target,
        paragraphs=paragraphs,
        after_paragraph="" if paragraphs else cited.above(row.start),
        version=imprint_of(version).name,
        original=row.original,
        proposed=row.proposed_text,
        justification=row.justification,
        decision_reason=row.decision_reason,
        replaces=tuple(replaced.number for replaced in row.replaces),
        written=None if row.imported_author is None else Written(row.imported_author, row.imported_at),
    )


class _Targets:
    """The headings that amendments stand under and the numbers of paragraphs, each version read once."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        self._read: dict[tuple[str, int], tuple[Version, list[tuple[int, str]], Citations]] = {}

    async def of(self, row: Amendment) -> tuple[Version, str, Citations]:
        """The version an amendment was tabled on, and the last heading above it, the title left out, and its numbers."""
        key = (row.document_id, row.version_number)
        if key not in self._read:
            version = await version_by_number(self._session, *key)
            assert version is not None
            found = outline(await version_text(self._session, version))
            headings = [(one.start, one.text) for one in found if one.level > 1]
            self._read[key] = version, headings, await citations_of(self._session, version)
        version, headings, cited = self._read[key]
        return version, next((text for start, text in reversed(headings) if start <= row.start), ""), cited
