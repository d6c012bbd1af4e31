"""Documents read: those of a position, and the versions an actor may open."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, ScalarSelect, exists, false, func, or_, select, true
from sqlalchemy.ext.asyncio import AsyncSession

from positions.actors import Actor
from positions.authorship import Run, contributors
from positions.comparison import Comparison
from positions.errors import Invalid, NotFound
from positions.histories import RESTING, Moment, thinned
from positions.models.documents import Document
from positions.models.rounds import Round
from positions.models.versions import Version
from positions.permissions import Permission
from positions.queries.access import Access, see_document
from positions.queries.comparisons import Comparisons
from positions.queries.drafts import Drafts, Written
from positions.queries.errata import adopted_versions
from positions.queries.lookups import equals
from positions.queries.pages import MAX_INTEGER, Order, Page, Window, count, page
from positions.queries.translations import standing_translations
from positions.queries.versions import is_standing, version_text

DocumentRow = Document
VersionRow = Version


async def documents_of(session: AsyncSession, access: Access) -> list[Document]:
    """The position's documents, the original first; the public sees those of which a version is open to it."""
    statement = select(Document).where(Document.position_id == access.position.id)
    if not access.holds(Permission.READ):
        is_open = exists().where(Version.document_id == Document.id, open_versions(access))
        statement = statement.where(is_open)
    found = await session.scalars(statement.order_by(Document.is_original.desc(), Document.language))
    return list(found)


async def document_in(session: AsyncSession, access: Access, language: str) -> Document:
    """The position's document in a language, or NotFound."""
    for document in await documents_of(session, access):
        if document.language == language:
            return document
    raise NotFound("document_unknown", ["language"])


def open_versions(access: Access) -> ColumnElement[bool]:
    """The condition under which a version exists for the actor.

    All to readers, but what the system kept while the paper was drafted only to those who read it then; to the public
    what was adopted, its errata, and the translations approved of it.
    """
    if access.holds(Permission.READ):
        return true() if access.reads_drafting else or_(is_standing(), Version.number >= _opened_on())
    if not access.is_published:
        return false()
    return or_(adopted_versions(access.position), Version.id.in_(standing_translations(access.position)))


def _opened_on() -> ScalarSelect[int]:
    """The number of the version on which amending opened; beyond all where a document was not opened to amendments."""
    opened = select(func.coalesce(Document.numbered_from, MAX_INTEGER))
    return opened.where(Document.id == Version.document_id).correlate(Version).scalar_subquery()


async def see_version(session: AsyncSession, access: Access, document_id: str, number: int) -> Version | None:
    """A version by number, if the actor may open it."""
    if number > MAX_INTEGER:
        return None
    return await session.scalar(
        select(Version).where(
            Version.document_id == document_id, Version.number == number, open_versions(access)
        )
    )


async def see_version_by_id(session: AsyncSession, actor: Actor, version_id: str) -> tuple[Access, Version]:
    """A version by id and the access to its position, or NotFound."""
    document_id = await session.scalar(select(Version.document_id).where(equals(Version.id, version_id)))
    if document_id is None:
        raise NotFound("version_unknown", ["id"])
    access, _ = await see_document(session, actor, document_id)
    version = await session.scalar(select(Version).where(Version.id == version_id, open_versions(access)))
    if version is None:
        raise NotFound("version_unknown", ["id"])
    return access, version


async def history(session: AsyncSession, access: Access, document_id: str, window: Window) -> Page[Version]:
    """A page of the versions the actor may open, newest first."""
    statement = select(Version).where(Version.document_id == document_id, open_versions(access))
    return await page(session, statement, Order((Version.number,), is_descending=True), window)


async def thinned_history(
    session: AsyncSession, access: Access, document_id: str, window: Window, now: datetime
) -> Page[Version]:
    """The same with the automatic versions thinned; a version's number is its key in both."""
    shown = await _shown(session, access, document_id, now)
    statement = select(Version).where(Version.document_id == document_id, open_versions(access))
    after = MAX_INTEGER if window.after is None else window.after[0]
    if window.after is not None and (len(window.after) != 1 or not isinstance(after, int)):
        raise Invalid("cursor_invalid", ["after"])
    wanted = [number for number in shown if number < int(after)][: window.limit + 1]
    narrowed = statement.where(Version.number.in_(wanted))
    return await page(session, narrowed, Order((Version.number,), is_descending=True), window)


async def count_shown_versions(session: AsyncSession, access: Access, document_id: str, now: datetime) -> int:
    """How many versions the thinned history has."""
    return len(await _shown(session, access, document_id, now))


async def _shown(session: AsyncSession, access: Access, document_id: str, now: datetime) -> list[int]:
    position = access.position
    gates = select(Round.version_id).where(Round.position_id == position.id)
    approved = select(Document.approved_version_id).where(Document.id == document_id)
    is_gate = or_(
        Version.id.in_(gates),
        Version.id == func.coalesce(position.adopted_version_id, ""),
        Version.id.in_(approved),
    )
    found = await session.execute(
        select(Version.number, Version.created_at, Version.occasion, is_gate).where(
            Version.document_id == document_id, open_versions(access)
        )
    )
    moments = [Moment(number, at, gate or occasion not in RESTING) for number, at, occasion, gate in found]
    return thinned(moments, now)


async def count_open_versions(session: AsyncSession, access: Access, document_id: str) -> int:
    """How many versions the actor may open."""
    return await count(
        session, select(Version).where(Version.document_id == document_id, open_versions(access))
    )


async def newest_open_version(session: AsyncSession, access: Access, document_id: str) -> Version | None:
    """The newest version the actor may open."""
    statement = select(Version).where(Version.document_id == document_id, open_versions(access))
    return await session.scalar(statement.order_by(Version.number.desc()).limit(1))


async def adopted_version(session: AsyncSession, access: Access) -> Version | None:
    """The adopted version, None before adoption."""
    adopted_id = access.position.adopted_version_id
    return await session.get(Version, adopted_id) if adopted_id else None


async def approved_version(session: AsyncSession, access: Access, document: Document) -> Version | None:
    """The adopted version of the original, the approved one of a translation; None before, and for who may not open it."""
    approved_id = access.position.adopted_version_id if document.is_original else document.approved_version_id
    if approved_id is None:
        return None
    return await session.scalar(select(Version).where(Version.id == approved_id, open_versions(access)))


async def compare_versions(
    session: AsyncSession, comparisons: Comparisons, base: Version | str, head: Version | str
) -> tuple[Comparison, str, str]:
    """The comparison of a version or a text with a later one, and both texts."""
    base_text = base if isinstance(base, str) else await version_text(session, base)
    head_text = head if isinstance(head, str) else await version_text(session, head)
    return await comparisons.compare(base_text, head_text), base_text, head_text


async def may_read_at(session: AsyncSession, access: Access, document: Document, sequence: int) -> bool:
    """Whether a reader of the paper may see a point of its draft's log: not those before amending opened, where it was not
    theirs to read then."""
    if access.reads_drafting:
        return True
    opened = await session.scalar(
        select(Version.sequence).where(
            Version.document_id == document.id, Version.number == document.numbered_from
        )
    )
    return sequence >= (document.sequence if opened is None else opened)


async def draft_at(
    session: AsyncSession, drafts: Drafts, access: Access, document: Document, sequence: int
) -> Written | None:
    """The draft at a sequence; None for one that it has not had, or had before the actor read the paper."""
    if not 0 <= sequence <= document.sequence or not await may_read_at(session, access, document, sequence):
        return None
    if sequence == document.sequence:
        return await drafts.read(session, document.id)
    return await drafts.read_at(session, document.id, sequence)


def shares(runs: Iterable[Run]) -> dict[str, int]:
    """How many code points each membership wrote."""
    return contributors(tuple(runs))
