"""Prove what was sent and what came back: each dossier by itself, and every row against the event that tells of it."""

import hashlib
import json
from collections.abc import AsyncIterator, Iterator, Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload, undefer

from positions.events import Tag, canonical, moment
from positions.extracts import full_entry
from positions.manifests import MANIFEST, SEAL
from positions.models.events import Event
from positions.models.positions import Position
from positions.models.submissions import (
    Attachment,
    Registration,
    Reply,
    Submission,
    SubmissionFile,
    SubmissionVersion,
)
from positions.publishing.dossiers import faults, pack
from positions.queries.dossiers import sealed
from positions.services.text_verification import Finding
from positions.versions import sha256_of

Told = Mapping[str, object]
_TOLD = {
    Tag.SUBMISSION_RECORDED: "submission",
    Tag.REPLY_RECORDED: "reply",
    Tag.ATTACHMENT_ADDED: "attachment",
    Tag.ATTACHMENT_REMOVED: "attachment",
}
"""What each act is about, by the field of its body that names it."""

_Events = dict[tuple[str, object], Event]


async def verify_submissions(session: AsyncSession, position: Position) -> AsyncIterator[Finding]:
    """Whatever does not hold in what a position sent and received."""
    told = await _told(session, position)
    for finding in _attached(await _attachments(session, position), told):
        yield finding
    submissions = await _submissions(session, position)
    for row in submissions:
        shown = f"{position.reference} {row.id}"
        for difference in (*_sent(row, told), *_answered(row, told)):
            yield Finding(shown, difference)
        if [_entry(one) for one in row.registrations] != await _registered(session, position, row.id):
            yield Finding(shown, "its registrations are not what the record tells")
    kept = {row.id for row in submissions}
    for tag, identifier in told:
        if tag == Tag.SUBMISSION_RECORDED and identifier not in kept:
            yield Finding(position.reference, f"{identifier} was recorded and is missing")


def _answered(row: Submission, told: _Events) -> Iterator[str]:
    """What differs between a submission's replies and the events that tell of them."""
    for reply in row.replies:
        if _event_body(told.get((Tag.REPLY_RECORDED, reply.id))) != _reply_body(reply):
            yield f"{reply.id} is not what the record tells"
    kept = {reply.id for reply in row.replies}
    for (tag, identifier), event in told.items():
        is_own = tag == Tag.REPLY_RECORDED and json.loads(event.body).get("submission") == row.id
        if is_own and identifier not in kept:
            yield f"{identifier} was recorded and is missing"


async def _told(session: AsyncSession, position: Position) -> _Events:
    rows = await session.scalars(
        select(Event).where(Event.chain == position.id, Event.tag.in_([tag.value for tag in _TOLD]))
    )
    return {(event.tag, json.loads(event.body).get(_TOLD[Tag(event.tag)])): event for event in rows}


async def _submissions(session: AsyncSession, position: Position) -> list[Submission]:
    statement = select(Submission).where(Submission.position_id == position.id)
    whole = selectinload(Submission.files).options(undefer(SubmissionFile.content))
    options = (
        whole,
        selectinload(Submission.institution),
        selectinload(Submission.versions).selectinload(SubmissionVersion.version),
        selectinload(Submission.replies).selectinload(Reply.attachments),
        selectinload(Submission.registrations),
    )
    return list(await session.scalars(statement.options(*options).order_by(Submission.id)))


async def _attachments(session: AsyncSession, position: Position) -> list[Attachment]:
    statement = select(Attachment).where(Attachment.position_id == position.id)
    return list(await session.scalars(statement.options(undefer(Attachment.content)).order_by(Attachment.id)))


async def _registered(session: AsyncSession, position: Position, submission_id: str) -> list[Told]:
    statement = select(Event.body).where(
        Event.chain == position.id, Event.tag == Tag.SUBMISSION_REGISTERED.value
    )
    bodies = [json.loads(body) for body in await session.scalars(statement.order_by(Event.sequence))]
    return [body for body in bodies if body.get("submission") == submission_id]


def _sent(row: Submission, told: _Events) -> Iterator[str]:
    """What differs between a submission's row, its files, and the event of its sealing."""
    files = {file.name: file.content for file in row.files}
    types = _media_types(files.get(MANIFEST, b""))
    for fault in faults(pack(files)):
        yield f"{fault.subject} {fault.difference}"
    for file in row.files:
        if (file.size, file.sha256) != (len(file.content), hashlib.sha256(file.content).hexdigest()):
            yield f"{file.name} has another size or hash"
        if types.get(file.name, file.media_type) != file.media_type:
            yield f"{file.name} is told to be of another type"
    event = told.get((Tag.SUBMISSION_RECORDED, row.id))
    if event is None:
        yield "the record does not tell of it"
        return
    if files.get(SEAL) != canonical(full_entry(sealed(event))).encode():
        yield f"{SEAL} is not the entry of the record"
    if _event_body(event) != _sent_body(row, files.get(MANIFEST, b"")):
        yield "it is not what the record tells"
    head = (row.chain_sequence + 1, row.chain_head, row.membership_id, row.recorded_at)
    if (event.sequence, event.previous_hash, event.membership_id, event.at) != head:
        yield "it was sealed elsewhere in the record"


def _media_types(manifest: bytes) -> dict[str, str]:
    """What the manifest says each file is; nothing of one that cannot be read, which is told elsewhere."""
    try:
        return {entry["name"]: entry["media_type"] for entry in json.loads(manifest)["files"]}
    except (ValueError, KeyError, TypeError):
        return {}


def _sent_body(row: Submission, manifest: bytes) -> Told:
    digest = hashlib.sha256(manifest).hexdigest()
    return {
        "submission": row.id,
        "institution": row.institution.code,
        "channel": row.channel,
        "sent_at": moment(row.sent_at),
        "external_reference": row.external_reference,
        "registered_on": _day(row.registered_on),
        "versions": [
            {"language": sent.language, "number": sent.version.number, "sha256": sent.version.sha256}
            for sent in row.versions
        ],
        "manifest_sha256": digest if digest == row.manifest_sha256 else None,
    }


def _reply_body(row: Reply) -> Told:
    return {
        "reply": row.id,
        "submission": row.submission_id,
        "kind": row.kind,
        "at": moment(row.at),
        "reference": row.reference,
        "body_sha256": row.body and sha256_of(row.body),
        "url_sha256": row.url and sha256_of(row.url),
        "attachments": [{"attachment": one.id, "sha256": one.sha256} for one in row.attachments],
    }


def _entry(row: Registration) -> Told:
    return {
        "submission": row.submission_id,
        "number": row.number,
        "external_reference": row.external_reference,
        "registered_on": _day(row.registered_on),
    }


def _attached(rows: list[Attachment], told: _Events) -> Iterator[Finding]:
    for row in rows:
        added = _event_body(told.get((Tag.ATTACHMENT_ADDED, row.id)))
        removed = told.get((Tag.ATTACHMENT_REMOVED, row.id))
        if added != _attachment_body(row) or (removed and removed.at) != row.removed_at:
            yield Finding(row.id, "the file is not what the record tells")
    kept = {row.id for row in rows}
    for tag, identifier in told:
        if tag == Tag.ATTACHMENT_ADDED and identifier not in kept:
            yield Finding(str(identifier), "the file was added and is missing")


def _attachment_body(row: Attachment) -> Told:
    return {
        "attachment": row.id,
        "name_sha256": sha256_of(row.name),
        "media_type": row.media_type,
        "bytes": len(row.content),
        "sha256": hashlib.sha256(row.content).hexdigest() if row.size == len(row.content) else None,
        "annex": row.is_annex,
    }


def _event_body(event: Event | None) -> Told | None:
    body: Told | None = json.loads(event.body) if event is not None else None
    return body


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
