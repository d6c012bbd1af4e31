"""Checkpoints: folds of a draft's log, kept so that reading it need not begin at its first row."""

from dataclasses import dataclass

from sqlalchemy import delete, select

from positions.authorship import Run
from positions.models.documents import Checkpoint, Document
from positions.models.versions import Version
from positions.services.unit_of_work import UnitOfWork
from positions.versions import pack_runs

CHECKPOINT_SPAN = 5000
"""In each span of so many rows of the log only the newest checkpoint stays."""

KEPT_VERSIONS = 20
"""So many of the newest versions keep theirs besides: what people edit outside and bring back was written on one of them."""


@dataclass(frozen=True)
class Folded:
    """A draft at one sequence, to be kept as a checkpoint."""

    document_id: str
    sequence: int
    state: bytes
    runs: tuple[Run, ...]


async def keep_checkpoint(work: UnitOfWork, folded: Folded) -> None:
    """Keep a fold in the place of earlier ones that are no longer needed.

    A draft that somebody else holds is waited for before anything is touched: PostgreSQL would wait for it in the end, and who holds it may
    have a checkpoint of their own to keep.
    """
    document = select(Document.id).where(Document.id == folded.document_id)
    await work.session.scalar(document.with_for_update(read=True, key_share=True))
    if await work.session.get(Checkpoint, (folded.document_id, folded.sequence)) is not None:
        return
    await _thin(work, folded)
    work.session.add(
        Checkpoint(
            document_id=folded.document_id,
            sequence=folded.sequence,
            state=folded.state,
            authorship=pack_runs(folded.runs),
        )
    )


async def _thin(work: UnitOfWork, folded: Folded) -> None:
    """Let go of all earlier ones but the newest of each earlier span and those of the newest versions."""
    earlier = select(Checkpoint.sequence).where(
        Checkpoint.document_id == folded.document_id, Checkpoint.sequence < folded.sequence
    )
    newest = select(Version.sequence).where(Version.document_id == folded.document_id)
    newest = newest.order_by(Version.number.desc()).limit(KEPT_VERSIONS)
    kept = set(await work.session.scalars(newest))
    spans = {_span(folded.sequence)}
    gone = []
    for sequence in await work.session.scalars(earlier.order_by(Checkpoint.sequence.desc())):
        if _span(sequence) in spans and sequence not in kept:
            gone.append(sequence)
        spans.add(_span(sequence))
    if gone:
        await work.session.execute(
            delete(Checkpoint).where(
                Checkpoint.document_id == folded.document_id, Checkpoint.sequence.in_(gone)
            )
        )


def _span(sequence: int) -> int:
    return (sequence - 1) // CHECKPOINT_SPAN
