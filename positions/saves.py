"""Edits of a draft made on its state as bytes: all that a process of its own needs, and all that it answers."""

from collections.abc import Sequence
from dataclasses import dataclass

from positions.documents import MAX_BYTES
from positions.errors import Conflict, LimitExceeded
from positions.hunks import Hunk, covering_image
from positions.merging import edits_beside
from positions.replicas import Replica


@dataclass(frozen=True)
class Met:
    """A place both sides touched: offsets in the text that came out, and the words of either side."""

    start: int
    end: int
    yours: str
    theirs: str


@dataclass(frozen=True)
class Merged:
    """The edits of the base that were left to make (none when the draft says it all), their update and what came out."""

    edits: tuple[Hunk, ...]
    payload: bytes
    text: str
    met: tuple[Met, ...]


def written(state: bytes, client_id: int, steps: Sequence[Sequence[Hunk]]) -> list[tuple[bytes, str]]:
    """The update of each step of edits, each made on the text that those before it led to, and that text."""
    replica = Replica.from_updates([state], client_id=client_id)
    made = [(replica.edit(step), replica.text) for step in steps]
    _check_size(replica)
    return made


def merged(
    base_state: bytes, head_state: bytes | None, client_id: int, edits: Sequence[Hunk], *, rejects: bool
) -> Merged:
    """Edits of a base beside what others wrote since (None: nothing); Conflict, if asked, where both touched the same words."""
    fork = Replica.from_updates([base_state], client_id=client_id)
    base, head = fork.text, fork if head_state is None else Replica.from_updates([head_state])
    theirs = () if head is fork else fork.changed_to(head)
    beside = edits_beside(base, edits, theirs)
    if not beside.edits:
        return Merged((), b"", head.text, ())
    if beside.overlaps and rejects:
        raise Conflict("edits_overlap", ["text"], count=len(beside.overlaps))
    payload = fork.edit(beside.edits)
    if head is not fork:
        head.apply(payload)
    _check_size(head)
    way = Replica.from_updates([base_state]).changed_to(head) if beside.overlaps else ()
    met = (
        Met(*covering_image(way, one.base_start, one.base_end), one.yours, one.theirs)
        for one in beside.overlaps
    )
    return Merged(beside.edits, payload, head.text, tuple(met))


def _check_size(replica: Replica) -> None:
    if replica.byte_length > MAX_BYTES:
        raise LimitExceeded("text_too_long", ["text"], limit=MAX_BYTES)
