"""Write the paper in other languages: add one, give and confirm its passages, follow a newer source, approve.

What is given for a passage is an edit of the translation's draft like any other, and is kept beside it with the source's
words, so that a later change of the source shows. What was written by other ways is taken into these wordings when the
translation follows another source or is approved.
"""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from positions.actors import Actor, Membership
from positions.documents import normalise
from positions.errors import AlreadyDone, Invalid, NotFound, Stale
from positions.events import Tag
from positions.hunks import apply_hunks, hunks
from positions.languages import known_language
from positions.milestones import MilestoneKind
from positions.models.documents import Document
from positions.models.positions import Position
from positions.models.translations import TranslatedBlock
from positions.models.versions import Version
from positions.permissions import Permission
from positions.queries.access import Access, see_document, see_position
from positions.queries.documents import see_version
from positions.queries.translations import (
    Beside,
    approved_versions,
    beside,
    source_in_force,
    text_before,
    wordings_of,
)
from positions.queries.versions import open_version, version_text
from positions.renewals import keeps_structure, renewed, replaced
from positions.services.drafts import DraftText, Step, current, rewrite, told_of
from positions.services.milestones import mark
from positions.services.positions import reindex_published
from positions.services.record import record
from positions.services.unit_of_work import UnitOfWork
from positions.services.versions import save_automatic
from positions.structure import FaultKind, faults
from positions.translations import Parallel, PassageState, Wording, implied, parallels, progress
from positions.versions import sha256_of


@dataclass(frozen=True)
class AddTranslation:
    """A language, and the original's version to begin from."""

    reference: str
    language: str
    source_version: int
    organization_code: str | None = None


@dataclass(frozen=True)
class Place:
    """A passage by its number in the source followed, with the words a translator saw on both sides."""

    document_id: str
    number: int
    source_sha256: str
    expected: str | None
    organization_code: str | None = None


@dataclass(frozen=True)
class FollowSource:
    """A translation, and the original's version it is to follow."""

    document_id: str
    source_version: int
    organization_code: str | None = None


@dataclass(frozen=True)
class ApproveTranslation:
    """A translation's version, and the original's version that it says."""

    document_id: str
    number: int
    source_version: int
    organization_code: str | None = None


async def add_translation(work: UnitOfWork, actor: Actor, request: AddTranslation) -> Document:
    """Begin the text in another language: it starts as the source says, and the words keep their authors."""
    access = await see_position(work.session, actor, request.reference, lock=True)
    source = await _source(work, access, request.source_version)
    membership = access.demand(Permission.ADD_TRANSLATION, request.organization_code)
    language = known_language(request.language, ["language"])
    position = access.position
    if language == position.original_language:
        raise Invalid("language_is_original", ["language"], language=language)
    statement = select(Document.id).where(Document.position_id == position.id, Document.language == language)
    if await work.session.scalar(statement) is not None:
        raise AlreadyDone("translation_exists", ["language"], language=language)
    document = Document(
        id=work.new_id("doc"),
        position_id=position.id,
        language=language,
        is_original=False,
        stage=position.stage,
        sequence=0,
        next_client=0,
        version_count=0,
        source_version_id=source.id,
        created_at=work.now,
        updated_at=work.now,
    )
    work.session.add(document)
    await work.session.flush()
    text, runs = await open_version(work.session, source)
    await rewrite(work, document, [Step(hunks("", text), runs)], membership.id)
    body = {**told_of(document, text), "language": language, **_told_of_source(source)}
    await record(work, position, Tag.DOCUMENT_ADDED, membership, body)
    return document


async def translate_block(work: UnitOfWork, actor: Actor, place: Place, text: str) -> DraftText:
    """Give one passage its wording; Stale when its source or its present wording is no longer what the translator saw."""
    document, membership = await _writing(work, actor, place.document_id, place.organization_code)
    found = await _beside(work, document)
    wording = normalise(text, ["text"]).strip("\n").rstrip()
    if not wording:
        raise Invalid("text_blank", ["text"])
    at = _found(found, place)
    hunk = replaced(found.source_text, found.text, found.rows, at, wording)
    after = apply_hunks(found.text, [hunk])
    if not keeps_structure(found.rows, at, after):
        raise Invalid("passage_shape_differs", ["text"])
    source = found.rows[at].source
    assert source is not None
    (written,) = await rewrite(work, document, [Step(hunks(found.text, after))], membership.id)
    await _keep(work, document, [Wording(source.text, wording)], membership)
    return written


async def confirm_block(work: UnitOfWork, actor: Actor, place: Place) -> Document:
    """Let a passage's present wording stand: though its source changed, or because both languages say it alike."""
    document, membership = await _writing(work, actor, place.document_id, place.organization_code)
    found = await _beside(work, document)
    row = found.rows[_found(found, place)]
    if row.state not in {PassageState.STALE, PassageState.UNTRANSLATED}:
        raise AlreadyDone("passage_is_translated", ["number"])
    assert row.source is not None
    assert row.target is not None
    await _keep(work, document, [Wording(row.source.text, row.target.text)], membership)
    return document


async def follow_source(work: UnitOfWork, actor: Actor, request: FollowSource) -> DraftText:
    """Bring a translation to the version in force: what changed is marked, what is new stands there in the source's words."""
    access, document = await see_document(work.session, actor, request.document_id, lock=True)
    source = await _source(work, access, request.source_version)
    membership = access.demand(Permission.EDIT_TRANSLATION, request.organization_code)
    _demand_translation(document)
    await _demand_in_force(work, access.position, source)
    if source.id == document.source_version_id:
        raise AlreadyDone("source_is_followed", ["sourceVersion"], number=source.number)
    await save_automatic(work, document, membership)
    found = await _beside(work, document)
    await _keep(work, document, implied(found.rows), membership)
    new_text = await version_text(work.session, source)
    text = await asyncio.to_thread(renewed, found.source_text, new_text, found.rows)
    (written,) = await rewrite(work, document, [Step(hunks(found.text, text))], membership.id)
    document.source_version_id = source.id
    body = {**told_of(document, written.text), **_told_of_source(source)}
    await record(work, access.position, Tag.TRANSLATION_FOLLOWED, membership, body)
    return written


async def approve_translation(work: UnitOfWork, actor: Actor, request: ApproveTranslation) -> Document:
    """Let a version of a translation stand for the version in force: whole, up to date, and built alike."""
    access, document = await see_document(work.session, actor, request.document_id, lock=True)
    version = await see_version(work.session, access, document.id, request.number)
    if version is None:
        raise NotFound("version_unknown", ["number"], number=request.number)
    source = await _source(work, access, request.source_version)
    membership = access.demand(Permission.APPROVE_TRANSLATION, request.organization_code)
    _demand_translation(document)
    rows = await _compared(work, document, version, source)
    _demand_structure(rows)
    done = progress(rows)
    if done.untranslated:
        raise Invalid("translation_unfinished", ["number"], count=done.untranslated)
    await _demand_in_force(work, access.position, source)
    if done.stale:
        raise Stale("translation_stale", ["number"], count=done.stale)
    if (document.approved_version_id, document.approved_source_id) == (version.id, source.id):
        raise AlreadyDone("translation_is_approved", ["number"], number=version.number)
    await save_automatic(work, document, membership)
    await _keep(work, document, implied(rows), membership)
    document.source_version_id = document.approved_source_id = source.id
    document.approved_version_id = version.id
    document.updated_at = work.now
    body = {
        "document": document.id,
        "language": document.language,
        "version": version.id,
        "number": version.number,
        "sha256": version.sha256,
        **_told_of_source(source),
    }
    await record(work, access.position, Tag.TRANSLATION_APPROVED, membership, body)
    await _let_others_know(work, access.position)
    return document


async def _source(work: UnitOfWork, access: Access, number: int) -> Version:
    """The original's version of this number, if the actor may open it."""
    statement = select(Document.id).where(Document.position_id == access.position.id, Document.is_original)
    original = (await work.session.scalars(statement)).one()
    version = await see_version(work.session, access, original, number)
    if version is None:
        raise NotFound("version_unknown", ["sourceVersion"], number=number)
    return version


async def _writing(
    work: UnitOfWork, actor: Actor, document_id: str, organization_code: str | None
) -> tuple[Document, Membership]:
    access, document = await see_document(work.session, actor, document_id, lock=True)
    membership = access.demand(Permission.EDIT_TRANSLATION, organization_code)
    _demand_translation(document)
    return document, membership


def _demand_translation(document: Document) -> None:
    if document.is_original:
        raise Invalid("document_is_original", ["documentId"])


async def _demand_in_force(work: UnitOfWork, position: Position, source: Version) -> None:
    in_force = await source_in_force(work.session, position)
    if in_force is not None and in_force.sha256 != source.sha256:
        raise Stale("source_not_in_force", ["sourceVersion"], number=in_force.number)


async def _beside(work: UnitOfWork, document: Document) -> Beside:
    return await beside(work.session, document, (await current(work, document)).text)


def _found(found: Beside, place: Place) -> int:
    """Where the passage is among the parallels; Stale when either side says something else by now."""
    places = [at for at, row in enumerate(found.rows) if row.source is not None]
    if not 0 <= place.number < len(places):
        raise Stale("passage_moved", ["number"])
    at = places[place.number]
    source, target = found.rows[at].source, found.rows[at].target
    assert source is not None
    if sha256_of(source.text) != place.source_sha256:
        raise Stale("passage_moved", ["sourceSha256"])
    if (target.text if target else None) != place.expected:
        raise Stale("passage_rewritten", ["expected"])
    return at


async def _compared(
    work: UnitOfWork, document: Document, version: Version, source: Version
) -> tuple[Parallel, ...]:
    """A version beside a source that the translation may not have followed yet.

    What the translation said when that source was made was said for the source before it.
    """
    text, source_text = await version_text(work.session, version), await version_text(work.session, source)
    wordings = await wordings_of(work.session, document.id)
    if document.source_version_id in {source.id, None}:
        return await asyncio.to_thread(parallels, source_text, text, wordings)
    said = await text_before(work.session, work.drafts, document, source.created_at)
    before = await beside(work.session, document, said)
    known = [*implied(before.rows), *wordings]
    return await asyncio.to_thread(parallels, source_text, text, known, before.source_text)


_REASONS = {
    FaultKind.ASK_MISSING: "translation_lacks_ask",
    FaultKind.ASK_EXTRA: "translation_adds_ask",
    FaultKind.ASK_TWICE: "translation_repeats_ask",
}


def _demand_structure(rows: tuple[Parallel, ...]) -> None:
    found = faults(rows)
    if found:
        reason = _REASONS.get(found[0].kind, "translation_structure_differs")
        raise Invalid(reason, ["number"], ask=found[0].ask, count=len(found))


async def _keep(
    work: UnitOfWork, document: Document, wordings: Iterable[Wording], membership: Membership
) -> None:
    """Keep what was given for passages; what is known already keeps who gave it."""
    known = set(await wordings_of(work.session, document.id))
    for wording in wordings:
        if wording not in known:
            row = TranslatedBlock(
                document_id=document.id,
                source_sha256=sha256_of(wording.source),
                source=wording.source,
                target=wording.target,
                membership_id=membership.id,
                confirmed_at=work.now,
            )
            await work.session.merge(row)


async def _let_others_know(work: UnitOfWork, position: Position) -> None:
    """Public search finds the approved text; the calendar's date is met when every language stands."""
    await work.session.flush()
    if position.published_at is not None:
        await reindex_published(work, position)
    languages = set(
        await work.session.scalars(select(Document.language).where(Document.position_id == position.id))
    )
    if languages == set(await approved_versions(work.session, position)):
        await mark(work, position, [MilestoneKind.TRANSLATION])


def _told_of_source(source: Version) -> dict[str, object]:
    return {"source": source.id, "source_number": source.number, "source_sha256": source.sha256}
