"""Write to drafts: the log is the draft, so every change is an update appended under the draft's lock.

Whole texts (scripts, Word files, restores) are compared with the text they were written on, applied to a fork of the
draft at that base, and merged as one update by a client id of the server's own, used once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from positions.actors import Actor
from positions.authorship import Run, moved_runs
from positions.documents import edits_to, normalise
from positions.drafts import Draft
from positions.errors import Invalid, NotFound
from positions.events import Tag
from positions.hunks import Hunk
from positions.lifecycle import Stage
from positions.models.documents import Document, Update
from positions.models.positions import Position
from positions.models.versions import Version
from positions.permissions import PERMISSIONS, Permission
from positions.queries.access import see_document
from positions.queries.drafts import fold
from positions.replicas import SERVER_CLIENT_BASE
from positions.saves import Met, merged, written
from positions.services.idempotency import Key, is_answered, recall, remember
from positions.services.offload import offload
from positions.services.positions import reindex
from positions.services.record import record
from positions.services.signals import DraftMoved
from positions.services.unit_of_work import Database, UnitOfWork
from positions.versions import sha256_of


class OnConflict(StrEnum):
    """What to do where a whole-text save and later edits touch the same words."""

    MERGE = "MERGE"
    REJECT = "REJECT"


@dataclass(frozen=True)
class EditDraft:
    """A whole text, and the draft sequence or the version it was written on."""

    document_id: str
    text: str
    base_sequence: int | None = None
    base_version: int | None = None
    on_conflict: OnConflict = OnConflict.MERGE
    organization_code: str | None = None


@dataclass(frozen=True)
class PreparedEdit:
    """An edit compared with its base, ready to be merged."""

    request: EditDraft
    base_sequence: int
    hunks: tuple[Hunk, ...]


@dataclass(frozen=True)
class DraftText:
    """A draft at one sequence."""

    document_id: str
    sequence: int
    text: str

    @property
    def told(self) -> dict[str, object]:
        """What the record says of it."""
        return {"document": self.document_id, "sequence": self.sequence, "sha256": sha256_of(self.text)}


@dataclass(frozen=True)
class Step:
    """Edits on the text that the steps before led to, and who wrote what they insert: unless it is said, whoever makes them."""

    changes: Sequence[Hunk]
    attribution: tuple[Run, ...] | None = None


@dataclass(frozen=True)
class Edited:
    """The draft after a save, and where it met other edits."""

    draft: DraftText
    overlaps: tuple[Met, ...] = ()


@dataclass(frozen=True)
class Entry:
    """An update to append: whose, its bytes, and the authors of inserted runs where the submitter is not the author."""

    membership_id: str
    payload: bytes
    attribution: tuple[Run, ...] | None = None


def writing_permission(document: Document) -> Permission:
    """The right that writing in this document needs."""
    return Permission.EDIT_ORIGINAL if document.is_original else Permission.EDIT_TRANSLATION


def is_frozen(document: Document) -> bool:
    """Whether nobody may write in this document at its position's stage."""
    grants = PERMISSIONS[writing_permission(document)].values()
    return not any(Stage(document.stage) in stages for stages in grants)


def append(work: UnitOfWork, document: Document, entries: Sequence[Entry]) -> int:
    """Number and add updates to the log of a document whose row the caller has locked; returns the last sequence."""
    for entry in entries:
        document.sequence += 1
        runs = entry.attribution
        work.session.add(
            Update(
                document_id=document.id,
                sequence=document.sequence,
                membership_id=entry.membership_id,
                at=work.now,
                payload=entry.payload,
                attribution=None if runs is None else [(run.length, run.author) for run in runs],
            )
        )
    document.updated_at = work.now
    work.appended.add(document.id)
    work.notify(DraftMoved(document.id, document.sequence))
    return document.sequence


async def current(work: UnitOfWork, document: Document) -> Draft:
    """The draft at its head, for reading only; after a write in this unit of work, a fold of its own."""
    if document.id in work.appended:
        await work.session.flush()
        return await fold(work.session, document.id)
    return await work.drafts.load(work.session, document.id)


async def rewrite(
    work: UnitOfWork, document: Document, steps: Sequence[Step], membership_id: str
) -> list[DraftText]:
    """Change the head of a draft whose row is locked, as one update for each step that changes something; the draft after each."""
    draft = await current(work, document)
    text, made = draft.text, []
    edits = [step.changes for step in steps if step.changes]
    if not edits:
        return [DraftText(document.id, document.sequence, text) for _ in steps]
    updates = iter(await offload(written, draft.replica.update_since(), _next_client(document), edits))
    for step in steps:
        if step.changes:
            payload, text = next(updates)
            append(work, document, [Entry(membership_id, payload, step.attribution)])
        made.append(DraftText(document.id, document.sequence, text))
    await _let_search_see(work, document, text)
    return made


async def prepare_edit(
    database: Database, actor: Actor, request: EditDraft, key: Key | None = None
) -> PreparedEdit:
    """Check and compare a whole text before any lock is taken; the comparison runs off the event loop."""
    async with database.read() as session:
        access, document = await see_document(session, actor, request.document_id)
        if await is_answered(session, key):
            return PreparedEdit(request, 0, ())
        access.demand(writing_permission(document), request.organization_code)
        text = normalise(request.text, ["text"])
        sequence = await _base_sequence(session, document, request)
        base = await database.drafts.read(session, document.id)
        if sequence != base.sequence:
            base = await database.drafts.read_at(session, document.id, sequence)
    return PreparedEdit(request, sequence, await offload(edits_to, base.text, text))


async def edit_draft(work: UnitOfWork, actor: Actor, edit: PreparedEdit, key: Key | None = None) -> Edited:
    """Merge a prepared whole text into the draft; Conflict under REJECT where both sides touched the same words."""
    request = edit.request
    access, document = await see_document(work.session, actor, request.document_id, lock=True)
    known = await recall(work, key)
    if known is not None:
        return await _repeated(work, document, known)
    membership = access.demand(writing_permission(document), request.organization_code)
    head = await current(work, document)
    is_head = edit.base_sequence == head.sequence
    base = head if is_head else await fold(work.session, document.id, edit.base_sequence)
    states = base.replica.update_since(), None if is_head else head.replica.update_since()
    merging = partial(merged, rejects=request.on_conflict is OnConflict.REJECT)
    found = await offload(merging, *states, _next_client(document), edit.hunks)
    if not found.edits:
        unchanged = Edited(DraftText(document.id, document.sequence, found.text))
        remember(work, key, _memo(unchanged))
        return unchanged
    writers = await offload(moved_runs, base.text, base.runs, found.edits, membership.id)
    is_own = all(run.author == membership.id for run in writers)
    append(work, document, [Entry(membership.id, found.payload, None if is_own else writers)])
    await _let_search_see(work, document, found.text)
    await record(
        work,
        access.position,
        Tag.DRAFT_EDITED,
        membership,
        {**told_of(document, found.text), "base": edit.base_sequence},
    )
    answer = Edited(DraftText(document.id, document.sequence, found.text), found.met)
    remember(work, key, _memo(answer))
    return answer


def told_of(document: Document, text: str) -> dict[str, object]:
    """What the record says of an edit of a draft: where in the log it is, and what the draft says after it."""
    return {"document": document.id, "sequence": document.sequence, "sha256": sha256_of(text)}


async def _let_search_see(work: UnitOfWork, document: Document, text: str) -> None:
    if document.is_original:
        await reindex(work, await work.session.get_one(Position, document.position_id), text)


async def _base_sequence(session: AsyncSession, document: Document, request: EditDraft) -> int:
    if request.base_sequence is None and request.base_version is None and document.sequence == 0:
        return 0  # nothing has been written, so there is only one base
    if (request.base_sequence is None) == (request.base_version is None):
        raise Invalid("base_required", ["baseSequence"])
    if request.base_version is not None:
        sequence = await session.scalar(
            select(Version.sequence).where(
                Version.document_id == document.id, Version.number == request.base_version
            )
        )
        if sequence is None:
            raise NotFound("version_unknown", ["baseVersion"], number=request.base_version)
        return sequence
    assert request.base_sequence is not None
    if not 0 <= request.base_sequence <= document.sequence:
        raise Invalid("base_unknown", ["baseSequence"], head=document.sequence)
    return request.base_sequence


def _next_client(document: Document) -> int:
    document.next_client += 1
    return SERVER_CLIENT_BASE + document.next_client


def _memo(edited: Edited) -> dict[str, object]:
    return {
        "sequence": edited.draft.sequence,
        "overlaps": [[found.start, found.end, found.yours, found.theirs] for found in edited.overlaps],
    }


async def _repeated(work: UnitOfWork, document: Document, memo: dict[str, object]) -> Edited:
    sequence = int(str(memo["sequence"]))
    text = (await fold(work.session, document.id, sequence)).text
    found = memo["overlaps"]
    assert isinstance(found, list)
    return Edited(DraftText(document.id, sequence, text), tuple(Met(*each) for each in found))
