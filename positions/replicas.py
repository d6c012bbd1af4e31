"""The live text of a document: a replica of the shared text.

The rules of this file:
- It alone knows pycrdt, and of it uses only applying and producing updates, observing, reading, insert and delete. Its sticky
  indices and snapshots are wrong or panic outside ASCII.
- pycrdt counts UTF-8 bytes; everything that comes in or goes out here counts code points.
- An update is inspected before it is applied, so nothing is ever left pending, and a refusal leaves the replica as it was.
- A panic of pycrdt is a BaseException. It becomes ReplicaUnusable, and the replica answers nothing from then on:
  whoever holds it loads the log anew.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import Self

from pycrdt import Doc, Text, merge_updates

from positions import offsets
from positions.deltas import ByteDelta, ByteEdit, Delta, follow, hunks_of, in_two_passes
from positions.errors import Invalid
from positions.hunks import Hunk
from positions.ledger import Ledger
from positions.updates import (
    ROOT,
    Inspection,
    decode_state_vector,
    encode_state_vector,
    inspect,
    with_deletions,
)

SERVER_CLIENT_BASE = 2**32
SERVER_CLIENTS = range(SERVER_CLIENT_BASE, 2**33)
"""The client ids of the server's own edits: the number added to the first comes from a counter under the draft's lock, one
for each fork. Browsers draw theirs below (yjs: 32 random bits), programs from all that both engines take (pycrdt: 53
random bits, which fall among the server's once in two million times)."""

EDITS_PER_TRANSACTION = 500  # pycrdt slows down with their number


class ReplicaUnusable(RuntimeError):
    """The engine failed inside this replica; load another one from the log."""


class Replica:
    """One copy of the shared text; with a client id of its own it can also edit."""

    def __init__(self, client_id: int | None = None) -> None:
        self.client_id = client_id
        self._unusable = False
        self._ledger = Ledger()
        self._utf8 = b""
        self._text: str | None = ""
        self._doc: Doc[Text] = Doc(client_id=client_id)
        self._shared = self._doc.get(ROOT, type=Text)
        self._deltas: list[ByteDelta] = []
        deltas = self._deltas  # the engine must not hold on to the replica
        # pycrdt's own observe() also works out the event's target, path and keys: a third of what taking in a key press costs
        self._subscription = self._shared.integrated.observe(lambda event: deltas.append(event.delta))

    @classmethod
    def from_updates(
        cls, updates: Iterable[bytes], *, client_id: int | None = None, known: bool = False
    ) -> Self:
        """A replica of the text that the updates make, in their order; known ones come from another that took them in."""
        replica = cls(client_id)
        for update in updates:
            replica.apply(update, known=known)
        return replica

    @property
    def text(self) -> str:
        """The text as it stands."""
        if self._text is None:
            self._text = self._utf8.decode()
        return self._text

    @property
    def byte_length(self) -> int:
        """The text's length in UTF-8 bytes."""
        return len(self._utf8)

    def state(self) -> dict[int, int]:
        """The clock reached by each client."""
        return dict(self._ledger.state)

    def brings(self, inspection: Inspection) -> frozenset[int]:
        """The clients of which an update brings more than there is."""
        return inspection.adds_to(self._ledger.state)

    def state_vector(self) -> bytes:
        """The state in yjs encoding."""
        return encode_state_vector(self._ledger.state)

    def update_since(self, state_vector: bytes | None = None) -> bytes:
        """All that the holder of the state vector (None: of nothing) lacks; Invalid when it is no state vector."""
        state = self._ledger.whole(decode_state_vector(state_vector)) if state_vector else {}
        with self._guard():
            return self._doc.get_update(encode_state_vector(state))

    def admit(self, inspection: Inspection) -> None:
        """Refuse, as `apply` would, an update that misses something earlier (Stale) or cuts a character (Invalid)."""
        self._ledger.admit(inspection)

    def read_row(self, update: bytes) -> Inspection:
        """What a row of the log says, for `apply` as known: whoever appended it admitted it. Stale where something earlier is missing."""
        inspection = inspect(update)
        self._ledger.demand_earlier(inspection)
        return inspection

    def cuts(self, inspection: Inspection) -> bool:
        """Whether an update that was read would cut a character."""
        return self._ledger.cuts(inspection)

    def is_noop(self, inspection: Inspection) -> bool:
        """Whether an admitted update would change nothing, deletions included."""
        return self._ledger.is_noop(inspection)

    def apply(self, update: bytes, inspection: Inspection | None = None, *, known: bool = False) -> Delta:
        """Integrate an update whole, or refuse it if it is not a known one; pass its inspection when it was made already."""
        inspection = inspection or inspect(update)
        if not known:
            self._ledger.admit(inspection)
        with self._guard():
            self._doc.apply_update(update)
            delta = self._take_changes()
        self._ledger.record(inspection)
        return delta

    def edit(self, hunks: Iterable[Hunk]) -> bytes:
        """Make ascending hunks as this replica's client; one update that carries them all."""
        if self.client_id is None:
            raise ValueError("a replica without a client id of its own cannot edit")
        edits = self._byte_edits(tuple(hunks))
        before = self.state_vector()
        updates: list[bytes] = []
        with self._guard():
            subscription = self._doc.observe(lambda event: updates.append(event.update))
            for some in in_two_passes(edits):
                for last in range(len(some), 0, -EDITS_PER_TRANSACTION):
                    self._write(some[max(0, last - EDITS_PER_TRANSACTION) : last])
            self._doc.unobserve(subscription)
            deletions = [deletion for update in updates for deletion in inspect(update).deletions]
            carried = with_deletions(self._doc.get_update(before), deletions)
            self._ledger.record(inspect(carried))
        return carried

    def fork(self, client_id: int) -> Self:
        """A replica of the same text that edits under a client id never used before."""
        if client_id in self._ledger.state:
            raise ValueError(client_id)
        return type(self).from_updates([self.update_since()], client_id=client_id, known=True)

    def changed_to(self, later: "Replica") -> tuple[Hunk, ...]:
        """What was really written and deleted between this state of a text and a later one, as edits of this one."""
        copy = Replica.from_updates([self.update_since()])
        return hunks_of(copy.apply(later.update_since(self.state_vector())))

    def _byte_edits(self, hunks: tuple[Hunk, ...]) -> list[ByteEdit]:
        """The hunks with byte offsets; Invalid before anything is written."""
        for hunk in hunks:
            if any(char == "\0" or "\ud800" <= char <= "\udfff" for char in hunk.replacement):
                raise Invalid("text_has_forbidden_characters")
        ends = chain.from_iterable((hunk.start, hunk.end) for hunk in hunks)
        places = offsets.code_points_to_bytes(self.text, ends)
        return [(start, end, h.replacement) for start, end, h in zip(places, places, hunks, strict=True)]

    def _write(self, edits: Sequence[ByteEdit]) -> None:
        """One transaction, from the last edit to the first, so that the offsets stay true."""
        with self._doc.transaction():
            for start, end, text in reversed(edits):
                if end > start:
                    del self._shared[start:end]
                if text:
                    self._shared.insert(start, text)
        self._take_changes()

    def _take_changes(self) -> Delta:
        """What the transaction just closed did to the text; the copy kept here follows."""
        if not self._deltas:
            return ()
        (delta,) = self._deltas
        self._deltas.clear()
        changes, self._utf8 = follow(delta, self._utf8)
        self._text = None
        if len(self._shared) != len(self._utf8):
            raise RuntimeError("the engine's events do not add up to its text")
        return changes

    @contextmanager
    def _guard(self) -> Iterator[None]:
        """Whatever escapes from the engine makes the replica unusable."""
        if self._unusable:
            raise ReplicaUnusable
        try:
            with _engine():
                yield
        except BaseException:
            self._unusable = True
            raise


def merged(updates: Sequence[bytes]) -> bytes:
    """Admitted updates as one that says the same."""
    if len(updates) == 1:
        return updates[0]
    with _engine():
        return merge_updates(*updates)


@contextmanager
def _engine() -> Iterator[None]:
    """A panic is a BaseException, which would end the task that it happens in, and with it everybody who waits for that."""
    try:
        yield
    except BaseException as failure:
        if isinstance(failure, Exception) or type(failure).__name__ == "PanicException":
            raise ReplicaUnusable from failure
        raise
