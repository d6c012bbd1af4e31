"""A draft with a long log: a real recording, each edit a row, written by four members in turns."""

import gzip
import json
import struct
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from sqlalchemy import insert, select, update

from positions.authorship import Run
from positions.models.documents import Checkpoint, Document, Update
from positions.models.members import Member, Membership
from positions.services.live import CHECKPOINT_EVERY
from positions.services.unit_of_work import Database, UnitOfWork
from positions.versions import pack_runs

RECORDING = Path(__file__).parents[3] / "shared/data/traces/automerge-paper.json.gz"
TAIL = CHECKPOINT_EVERY - 1
"""Rows after the newest checkpoint: as many as there may be."""

AUTHORS = 4

TURN = 50
"""Edits after which somebody else writes."""


@dataclass(frozen=True)
class Recording:
    """The updates of all edits, the state of the draft before the last of them, and whose each letter then was."""

    updates: list[bytes]
    state: bytes
    letters: bytes


def read_recording() -> Recording:
    """The recording as updates that yjs makes."""
    script = str(Path(__file__).with_name("recording.mjs"))
    with tempfile.NamedTemporaryFile() as out:
        subprocess.run(["node", script, str(RECORDING), str(TAIL), out.name], check=True)
        told = out.read()
    *updates, state = _chunks(told)
    return Recording(updates, state, _letters(len(updates) - TAIL))


async def keep(database: Database, document_id: str, recording: Recording) -> None:
    """Make all but the last edits a draft's log, with its checkpoint."""
    place = len(recording.updates) - TAIL
    async with database.write() as work:
        authors = await _append(work, document_id, recording.updates[:place], 0)
        runs = [Run(len(list(run)), authors[author]) for author, run in groupby(recording.letters)]
        kept = {"state": recording.state, "authorship": pack_runs(runs)}
        work.session.add(Checkpoint(document_id=document_id, sequence=place, **kept))


async def keep_tail(database: Database, document_id: str, recording: Recording) -> None:
    """Append the last edits, of which there is no checkpoint."""
    place = len(recording.updates) - TAIL
    async with database.write() as work:
        await _append(work, document_id, recording.updates[place:], place)
        head = update(Document).where(Document.id == document_id)
        await work.session.execute(head.values(updated_at=work.now))


async def _append(work: UnitOfWork, document_id: str, updates: Sequence[bytes], after: int) -> list[str]:
    """Whose memberships the edits are written under, in turns."""
    people = select(Membership.id).join(Member).where(Member.name.startswith("Persona "))
    authors = list(await work.session.scalars(people.order_by(Member.id).limit(AUTHORS)))
    connection = await work.session.connection()
    for start in range(0, len(updates), 10_000):
        rows = [
            {
                "document_id": document_id,
                "sequence": number + 1,
                "membership_id": authors[number // TURN % AUTHORS],
                "at": work.now,
                "payload": payload,
            }
            for number, payload in enumerate(updates[start : start + 10_000], after + start)
        ]
        await connection.execute(insert(Update), rows)
    head = update(Document).where(Document.id == document_id)
    await work.session.execute(head.values(sequence=after + len(updates)))
    return authors


def _chunks(told: bytes) -> Iterator[bytes]:
    place = 0
    while place < len(told):
        (length,) = struct.unpack_from("<I", told, place)
        yield told[place + 4 : place + 4 + length]
        place += 4 + length


def _letters(edits: int) -> bytes:
    """Who wrote each letter of the text after so many edits."""
    transactions: Sequence[dict[str, list[tuple[int, int, str]]]] = json.loads(gzip.decompress(RECORDING.read_bytes()))["txns"]  # fmt: skip
    letters = bytearray()
    for number, transaction in enumerate(transactions[:edits]):
        for place, gone, come in transaction["patches"]:
            letters[place : place + gone] = bytes([number // TURN % AUTHORS]) * len(come)
    return bytes(letters)
