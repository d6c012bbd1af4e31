"""Prove a position's texts: that each draft's log folds, and that each version is what the log, the hashes and the record say."""

import json
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import undefer

from positions.authorship import Run, total
from positions.drafts import Draft
from positions.errors import Refusal
from positions.events import Tag
from positions.models.documents import Checkpoint, Document
from positions.models.events import Event
from positions.models.positions import Position
from positions.models.versions import Version
from positions.queries.drafts import log_rows
from positions.replicas import Replica, ReplicaUnusable
from positions.versions import chain_sha256, keyframe_of, sha256_of, unpack, unpack_runs
from positions.wording import count_words


@dataclass(frozen=True)
class Finding:
    """Something that does not hold: what it is about, and what differs."""

    subject: str
    difference: str


_Announced = dict[tuple[object, object], tuple[dict[str, object], Event]]
"""By document and number of a version: the body of the event of its saving, and the event."""

_Told = dict[object, dict[object, object]]
"""By document and sequence of its log: the hash of what the draft said after it."""

_ANNOUNCING = (Tag.VERSION_SAVED, Tag.VERSION_CORRECTED)
"""The events of a version's saving; a correction is told of as an edit too."""

_NEEDED = frozenset({"sha256", "chain_sha256"})
"""What the event of every version says; the rest is held against the row where the event says it."""


@dataclass(frozen=True)
class _Folded:
    """A draft at one sequence of its log."""

    text: str
    runs: tuple[Run, ...]
    clocks: dict[int, int]


async def verify_texts(session: AsyncSession, position: Position) -> AsyncIterator[Finding]:
    """Whatever does not hold in the documents of a position."""
    announced, told = await _record(session, position)
    documents = await session.scalars(
        select(Document).where(Document.position_id == position.id).order_by(Document.language)
    )
    for document in list(documents):
        versions = list(
            await session.scalars(
                select(Version)
                .where(Version.document_id == document.id)
                .order_by(Version.number)
                .options(undefer(Version.payload), undefer(Version.authorship))
            )
        )
        checkpoints = list(
            await session.scalars(select(Checkpoint).where(Checkpoint.document_id == document.id))
        )
        wanted = {version.sequence for version in versions} | {point.sequence for point in checkpoints}
        shown = f"{position.reference} {document.language}"
        folds: dict[int, _Folded] = {}
        recorded = told.get(document.id, {})
        async for finding in _fold(session, document, shown, wanted=wanted, told=recorded, folds=folds):
            yield finding
        for difference in [
            *_versions(document, versions, folds, announced),
            *_checkpoints(checkpoints, folds),
        ]:
            yield Finding(shown, difference)


async def _record(session: AsyncSession, position: Position) -> tuple[_Announced, _Told]:
    """What the record says of versions, and of what the drafts said after an edit."""
    tags = (
        *_ANNOUNCING,
        Tag.DOCUMENT_ADDED,
        Tag.DRAFT_EDITED,
        Tag.VERSION_RESTORED,
        Tag.AMENDMENT_DECIDED,
        Tag.TRANSLATION_FOLLOWED,
    )
    rows = await session.scalars(
        select(Event).where(Event.chain == position.id, Event.tag.in_([tag.value for tag in tags]))
    )
    announced: _Announced = {}
    told: _Told = {}
    for event in rows:
        try:
            body = json.loads(event.body)
            if event.tag in _ANNOUNCING:
                announced[body["document"], body["number"]] = (body, event)
            if event.tag != Tag.VERSION_SAVED:
                told.setdefault(body["document"], {})[body["sequence"]] = body["sha256"]
        except (ValueError, KeyError, TypeError):
            continue  # the chain's own check tells of a damaged body
    return announced, told


async def _fold(
    session: AsyncSession,
    document: Document,
    shown: str,
    *,
    wanted: set[int],
    told: Mapping[object, object],
    folds: dict[int, _Folded],
) -> AsyncIterator[Finding]:
    """Fold the whole log, keeping what it gives at the wanted sequences in `folds`."""
    draft = Draft(Replica())
    if 0 in wanted:
        folds[0] = _Folded("", (), {})
    for row in await log_rows(session, document.id, after=0):
        try:
            draft.append(row)
        except (Refusal, ReplicaUnusable, ValueError):
            yield Finding(shown, f"update {draft.sequence + 1} cannot be folded")
            return
        if draft.sequence in told and sha256_of(draft.text) != told[draft.sequence]:
            yield Finding(shown, f"update {draft.sequence}: the record tells of another text")
        if draft.sequence in wanted:
            folds[draft.sequence] = _Folded(draft.text, draft.runs, draft.replica.state())
    if draft.sequence != document.sequence:
        yield Finding(shown, f"the log has {draft.sequence} updates, the document counts {document.sequence}")


def _versions(
    document: Document,
    versions: list[Version],
    folds: dict[int, _Folded],
    announced: _Announced,
) -> Iterator[str]:
    if [version.number for version in versions] != list(range(1, document.version_count + 1)):
        yield f"the document counts {document.version_count} versions, their numbers differ"
    texts: dict[int, str] = {}
    keyframes: dict[int, bytes] = {}
    parent: str | None = None
    for version in versions:
        name = f"version {version.number}"
        yield from (f"{name}: {what}" for what in _stored(version, texts, parent))
        yield from (f"{name}: {what}" for what in _folded(version, texts, folds))
        yield from (f"{name}: {what}" for what in _authored(version, texts, keyframes, folds))
        if not _is_announced(version, announced):
            yield f"{name}: the record announced another"
        parent = version.chain_sha256


def _is_announced(version: Version, announced: _Announced) -> bool:
    """Whether the event of a version's saving says the same as its row, as far as it says anything."""
    body, event = announced.get((version.document_id, version.number), ({}, None))
    shown = {
        "sha256": version.sha256,
        "chain_sha256": version.chain_sha256,
        "sequence": version.sequence,
        "automatic": version.is_automatic,
        "occasion": version.occasion,
        "label": version.label,
        "note": version.note,
        "reason": version.erratum_reason,
    }
    same = all(body.get(name, None if name in _NEEDED else value) == value for name, value in shown.items())
    return (
        same
        and event is not None
        and (event.tag == Tag.VERSION_CORRECTED) == (version.erratum_reason is not None)
        and (event.membership_id, event.at) == (version.membership_id, version.created_at)
    )


def _stored(version: Version, texts: dict[int, str], parent: str | None) -> Iterator[str]:
    """What differs between a version's text, which is added to `texts`, and its hashes."""
    keyframe = keyframe_of(version.number)
    try:
        text = unpack(version.payload, None if keyframe == version.number else texts[keyframe])
    except (ValueError, KeyError):
        yield "its text cannot be unpacked"
        return
    texts[version.number] = text
    if sha256_of(text) != version.sha256:
        yield "its text has another hash"
    if count_words(text) != version.words:
        yield "it has another number of words"
    if chain_sha256(version.sha256, parent) != version.chain_sha256:
        yield "its chain is broken"


def _folded(version: Version, texts: dict[int, str], folds: dict[int, _Folded]) -> Iterator[str]:
    """What differs between a version and the log at its sequence."""
    fold = folds.get(version.sequence)
    if fold is None:
        yield f"the log does not reach update {version.sequence}"
        return
    if texts.get(version.number) != fold.text:
        yield "the log folds to another text"


def _authored(
    version: Version, texts: dict[int, str], keyframes: dict[int, bytes], folds: dict[int, _Folded]
) -> Iterator[str]:
    """What differs between a version's authorship, which is added to `keyframes` if it is one, its text and the log."""
    keyframe = keyframe_of(version.number)
    if keyframe == version.number:
        keyframes[keyframe] = version.authorship
    try:
        runs = unpack_runs(version.authorship, None if keyframe == version.number else keyframes[keyframe])
    except (ValueError, KeyError):
        yield "its authorship cannot be unpacked"
        return
    if total(runs) != len(texts.get(version.number, "")):
        yield "its authorship does not add up to its text"
    fold = folds.get(version.sequence)
    if fold is not None and runs != fold.runs:
        yield "the log folds to other authors"


def _checkpoints(checkpoints: list[Checkpoint], folds: dict[int, _Folded]) -> Iterator[str]:
    for point in checkpoints:
        fold = folds.get(point.sequence)
        if fold is None or _loaded(point) != fold:
            yield f"the checkpoint at update {point.sequence} is not what the log folds to"


def _loaded(point: Checkpoint) -> _Folded | None:
    try:
        replica = Replica.from_updates([point.state])
        return _Folded(replica.text, unpack_runs(point.authorship), replica.state())
    except (Refusal, ReplicaUnusable, ValueError):
        return None
