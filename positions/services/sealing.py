"""Seal a dossier at the head of its position's record: manifest, files, and the event that proves them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from positions.actors import Membership
from positions.events import Sealed, Tag, canonical
from positions.extracts import extract, full_entry
from positions.manifests import (
    RECORD,
    SEAL,
    Cover,
    DossierFile,
    SentVersion,
    manifest,
    seal_body,
)
from positions.models.events import Event
from positions.models.positions import Position
from positions.models.submissions import Submission, SubmissionFile
from positions.queries.dossiers import TOLD, chain_of, head_of, sealed
from positions.rounds import RoundStatus
from positions.services.record import record
from positions.services.unit_of_work import UnitOfWork

JSON = "application/json"


@dataclass(frozen=True)
class Sealing:
    """What is sealed: the cover, the versions and the files made of them, by whom."""

    cover: Cover
    versions: Sequence[SentVersion]
    files: Sequence[DossierFile]
    membership: Membership


async def seal_dossier(work: UnitOfWork, position: Position, row: Submission, sealing: Sealing) -> None:
    """Complete the submission's row and keep it with its files; the caller holds the position's row."""
    head = await head_of(work.session, position)
    chain = await chain_of(work.session, position)
    files = [*sealing.files, _record_file(position, chain)]
    listing = manifest(sealing.cover, sealing.versions, files, head)
    row.manifest_sha256, row.chain_sequence, row.chain_head = listing.sha256, head.sequence, head.hash
    row.files = [_kept(file) for file in (*files, listing)]
    work.session.add(row)
    await work.session.flush()
    body = seal_body(sealing.cover, sealing.versions, listing.sha256)
    sequence = await record(work, position, Tag.SUBMISSION_RECORDED, sealing.membership, body)
    statement = select(Event).where(Event.chain == position.id, Event.sequence == sequence)
    event = (await work.session.scalars(statement)).one()
    seal = DossierFile(SEAL, JSON, canonical(full_entry(sealed(event))).encode())
    row.files.append(_kept(seal))
    await work.session.flush()


def _record_file(position: Position, chain: Sequence[Sealed]) -> DossierFile:
    shown = [event.sequence for event in chain if _is_shown(event)]
    content = {"chain": position.id, "entries": extract(chain, shown)}
    return DossierFile(RECORD, JSON, canonical(content).encode())


def _is_shown(event: Sealed) -> bool:
    """Rounds that passed, and every other act that an addressee reads."""
    if event.tag != Tag.ROUND_CLOSED:
        return event.tag in TOLD
    return bool(json.loads(event.body).get("outcome") == RoundStatus.PASSED)


def _kept(file: DossierFile) -> SubmissionFile:
    return SubmissionFile(
        name=file.name,
        media_type=file.media_type,
        size=len(file.content),
        sha256=file.sha256,
        content=file.content,
    )
