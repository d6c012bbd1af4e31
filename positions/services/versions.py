"""Save and restore versions: immutable texts, numbered under the document's lock, chained by hash."""

from dataclasses import dataclass

from positions.actors import Actor, Membership
from positions.authorship import reformed_runs, restored_runs
from positions.documents import normalise, normalising
from positions.drafts import Draft
from positions.errata import Erratum
from positions.errors import Invalid, NotFound
from positions.events import Tag
from positions.headings import plain_text
from positions.hunks import hunks
from positions.milestones import MilestoneKind
from positions.models.documents import Document
from positions.models.positions import Position
from positions.models.versions import Version
from positions.queries.access import see_document
from positions.queries.versions import (
    keyframe_of_next,
    newest_version,
    open_version,
    version_by_id,
    version_by_number,
)
from positions.services.checkpoints import Folded, keep_checkpoint
from positions.services.drafts import DraftText, Step, current, rewrite, told_of, writing_permission
from positions.services.idempotency import Key, recall, remember
from positions.services.milestones import mark
from positions.services.offload import offload
from positions.services.positions import reindex
from positions.services.record import record
from positions.services.unit_of_work import UnitOfWork
from positions.versions import Occasion, chain_sha256, pack, pack_runs, sha256_of
from positions.wording import count_words

LABEL_LENGTH = 60
NOTE_LENGTH = 2000


@dataclass(frozen=True)
class Words:
    """What stands on a version that a person saved, that corrects an adopted one, or that the system saved."""

    label: str | None = None
    note: str | None = None
    erratum: Erratum | None = None
    occasion: Occasion | None = None


@dataclass(frozen=True)
class SaveVersion:
    """What a member says when saving a version."""

    document_id: str
    label: str | None = None
    note: str | None = None
    organization_code: str | None = None


async def save_version(
    work: UnitOfWork, actor: Actor, request: SaveVersion, key: Key | None = None
) -> Version:
    """Keep the draft as it stands as the next version."""
    access, document = await see_document(work.session, actor, request.document_id, lock=True)
    known = await recall(work, key)
    if known is not None:
        return await version_by_id(work.session, str(known["version"]))
    membership = access.demand(writing_permission(document), request.organization_code)
    label, note = _checked(request.label, "label", LABEL_LENGTH), _checked(request.note, "note", NOTE_LENGTH)
    draft = await _normalised(work, document, membership)
    if not draft.text.strip():
        raise Invalid("draft_empty", ["documentId"])
    version = await write_version(work, document, membership, draft=draft, words=Words(label, note))
    remember(work, key, {"version": version.id})
    return version


async def save_automatic(
    work: UnitOfWork, document: Document, membership: Membership, occasion: Occasion = Occasion.STEP
) -> Version | None:
    """Keep the draft, unless it is empty or the newest version already says the same; the newest version.

    Its member is whoever takes the step that it is kept before; of a pause or many edits, whoever wrote last.
    """
    draft = await _normalised(work, document, membership)
    newest = await newest_version(work.session, document.id)
    if not draft.text.strip() or (newest is not None and newest.sha256 == sha256_of(draft.text)):
        return newest
    return await write_version(work, document, membership, draft=draft, words=Words(occasion=occasion))


async def save_before(work: UnitOfWork, document: Document, membership: Membership) -> None:
    """Keep the draft before edits that were made for it as it stands; one that is not in normal form is left as it is."""
    text = (await current(work, document)).text
    if text == normalise(text):
        await save_automatic(work, document, membership)


async def restore_version(
    work: UnitOfWork, actor: Actor, document_id: str, number: int, organization_code: str | None = None
) -> DraftText:
    """Edit the draft back to a version's text; the words that come back keep their authors."""
    access, document = await see_document(work.session, actor, document_id, lock=True)
    membership = access.demand(writing_permission(document), organization_code)
    version = await version_by_number(work.session, document_id, number)
    if version is None:
        raise NotFound("version_unknown", ["number"], number=number)
    await save_automatic(work, document, membership)
    head = await current(work, document)
    text, authors = await open_version(work.session, version)
    changes = await offload(hunks, head.text, text)
    runs = restored_runs(changes, authors)
    (result,) = await rewrite(work, document, [Step(changes, runs)], membership.id)
    await record(
        work,
        access.position,
        Tag.VERSION_RESTORED,
        membership,
        {**told_of(document, result.text), "number": number},
    )
    return result


async def _normalised(work: UnitOfWork, document: Document, membership: Membership) -> Draft:
    """The draft, after an edit of its own where somebody typed letters that are not in normal form; they stay theirs."""
    draft = await current(work, document)
    edits = normalising(draft.text)
    if not edits:
        return draft
    await rewrite(work, document, [Step(edits, reformed_runs(edits, draft.runs))], membership.id)
    return await current(work, document)


async def write_version(
    work: UnitOfWork, document: Document, membership: Membership, *, draft: Draft, words: Words
) -> Version:
    """Keep a draft whose row is locked as the next version."""
    session = work.session
    previous = await newest_version(session, document.id)
    document.version_count += 1
    number = document.version_count
    keyframe = await keyframe_of_next(session, document.id, number)
    digest = sha256_of(draft.text)
    version = Version(
        id=work.new_id("ver"),
        document_id=document.id,
        number=number,
        label=words.label,
        note=words.note,
        occasion=words.occasion,
        sequence=document.sequence,
        sha256=digest,
        chain_sha256=chain_sha256(digest, previous.chain_sha256 if previous else None),
        payload=pack(draft.text, keyframe and keyframe[0]),
        authorship=pack_runs(draft.runs, keyframe and keyframe[1]),
        words=count_words(draft.text),
        erratum_reason=words.erratum and words.erratum.reason,
        membership_id=membership.id,
        created_at=work.now,
    )
    session.add(version)
    await session.flush()
    state = draft.replica.update_since()
    await keep_checkpoint(work, Folded(document.id, document.sequence, state, draft.runs))
    position = await session.get_one(Position, document.position_id)
    if document.is_original:
        if words.occasion is not Occasion.STEP:  # the step itself is about to write, and lets search see
            await reindex(work, position, draft.text)
        await mark(work, position, [] if version.is_automatic else [MilestoneKind.ZERO_DRAFT])
    tag = Tag.VERSION_CORRECTED if words.erratum else Tag.VERSION_SAVED
    body = {**_event_body(version), **_told_of(version, words.erratum)}
    await record(work, position, tag, membership, body)
    return version


def _event_body(version: Version) -> dict[str, object]:
    occasion = {"occasion": version.occasion} if version.occasion else {}
    return {
        **occasion,
        "document": version.document_id,
        "number": version.number,
        "sha256": version.sha256,
        "chain_sha256": version.chain_sha256,
        "sequence": version.sequence,
        "automatic": version.is_automatic,
        "label": version.label,
        "note": version.note,
    }


def _told_of(version: Version, erratum: Erratum | None) -> dict[str, object]:
    """What the record says of a correction besides: why, and of which text."""
    if erratum is None:
        return {}
    return {
        "version": version.id,
        "reason": erratum.reason,
        "corrects": erratum.number,
        "corrects_sha256": erratum.sha256,
    }


def _checked(text: str | None, field: str, limit: int) -> str | None:
    if text is None or not text.strip():
        return None
    return plain_text(text, [field], limit=limit)
