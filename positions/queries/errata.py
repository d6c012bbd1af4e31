"""The adopted text and its corrections: an erratum is a version of its own, and the rounds that decided stay with the text they saw."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from positions.models.documents import Document
from positions.models.positions import Position
from positions.models.rounds import Round
from positions.models.versions import Version
from positions.permissions import Permission
from positions.queries.access import Access
from positions.rounds import RoundStatus
from positions.rules import Silence


@dataclass(frozen=True)
class Correction:
    """A version that corrects the adopted text, and the one it corrects."""

    version: Version
    corrects: Version


def adopted_versions(position: Position) -> ColumnElement[bool]:
    """The condition under which a version is the adopted text: as it was decided, and as each erratum left it."""
    corrections = and_(Version.document_id.in_(_original(position)), Version.erratum_reason.is_not(None))
    return or_(Version.id == position.adopted_version_id, Version.id.in_(_decided(position)), corrections)


def adopting_rounds(position_id: str | ColumnElement[str]) -> ColumnElement[bool]:
    """The condition under which a round belongs to a position's adoption: it passed, not by silence, on the text decided last."""
    last, decided, seen = aliased(Round), aliased(Version), aliased(Version)
    on_same_text = exists().where(
        last.position_id == Round.position_id,
        last.is_last,
        last.status == RoundStatus.PASSED.value,
        decided.id == last.version_id,
        seen.id == Round.version_id,
        seen.document_id == decided.document_id,
        seen.sha256 == decided.sha256,
    )
    return and_(Round.position_id == position_id, spoken(Round), on_same_text)


def spoken(row: type[Round]) -> ColumnElement[bool]:
    """The condition under which a round passed by votes, not by silence."""
    return and_(row.status == RoundStatus.PASSED.value, row.silence == Silence.NONE.value)


async def corrections_of(session: AsyncSession, access: Access) -> list[Correction]:
    """How the adopted text was corrected, in order; for readers, and for the public once it is published."""
    if not (access.holds(Permission.READ) or access.is_published):
        return []
    before = aliased(Version)
    statement = (
        select(Version, before)
        .join(before, and_(before.document_id == Version.document_id, before.number == Version.number - 1))
        .where(Version.document_id.in_(_original(access.position)), Version.erratum_reason.is_not(None))
        .order_by(Version.number)
    )
    return [Correction(version, corrects) for version, corrects in await session.execute(statement)]


def _original(position: Position) -> ColumnElement[str]:
    """The original document's id."""
    return (
        select(Document.id).where(Document.position_id == position.id, Document.is_original).scalar_subquery()
    )


def _decided(position: Position) -> ColumnElement[str]:
    """The version that the adopting round decided: adoption happens once."""
    last = aliased(Round)
    return (
        select(last.version_id)
        .where(last.position_id == position.id, last.is_last, last.status == RoundStatus.PASSED)
        .scalar_subquery()
    )
