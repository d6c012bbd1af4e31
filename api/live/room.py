"""A room: a document that somebody has open, and what moves between its sockets and its log.

One task owns the room's draft and does everything that touches it, in this order: load it; have all that has come in since appended by
the scribe, in one unit of work; and only after the commit broadcast, acknowledge and answer. So nobody is ever shown what is not durable,
and nothing is served before loading has succeeded. The task ends some time after the last connection has left, when nothing waits; until
then what was sent is still written.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import structlog

from api.live.connections import FAILED, OUT_OF_STEP, Connection
from api.live.presences import Presences
from api.live.protocol import (
    Ack,
    Frame,
    Presence,
    PresenceUpdate,
    SyncStep1,
    SyncStep2,
    SyncUpdate,
    encode,
)
from api.live.scribe import Scribe
from positions.drafts import LogRow
from positions.errors import Refusal, Stale
from positions.replicas import merged
from positions.services.checkpoints import keep_checkpoint
from positions.services.live import (
    CHECKPOINT_EVERY,
    Appended,
    Batch,
    LiveDraft,
    Outcome,
    Typed,
    standing_ground,
)
from positions.services.signals import DraftMoved, PresenceAsked, PresenceTold
from positions.updates import Inspection

BATCH = 500
"""The most that one turn of a room deals with: others wait for the lock of its unit of work."""

MERGED = 64 * 1024
"""Bytes of updates up to which they go out in one frame."""

LINGERS = 30.0
"""Seconds for which an empty room keeps its draft: people reload their page, and ask again."""

Whisper = Callable[[str, Presence], None]
"""Says a document's entry to the other processes, some time soon."""

_log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Arrival:
    """A connection that is to be asked what it has."""

    connection: Connection


@dataclass(frozen=True)
class Question:
    """A connection asks for what its state vector lacks."""

    connection: Connection
    state_vector: bytes


@dataclass(frozen=True, eq=False)
class Submission:
    """A counted frame; a whole one (step 2) carries everything its sender had."""

    connection: Connection
    number: int
    update: bytes
    inspection: Inspection
    is_whole: bool


class Room:
    """A document that somebody has open."""

    def __init__(
        self, scribe: Scribe, document_id: str, on_end: Callable[["Room"], None], whisper: Whisper
    ) -> None:
        self.document_id = document_id
        self.connections: set[Connection] = set()
        self._scribe = scribe
        self._database = scribe.database
        self._on_end = on_end
        self._whisper = whisper
        self._lingers = LINGERS
        self._live: LiveDraft | None = None
        self._presences = Presences(self._owner_of)
        self._inbox: deque[Arrival | Question | Submission] = deque()
        self._told: list[LogRow] = []
        self._is_behind = False
        self._has_position_moved = False
        self._has_failed = False
        self._ground: tuple[str, ...] | None = None
        self._wake = asyncio.Event()
        self.task = asyncio.create_task(self._run(), name=f"room {document_id}")

    def join(self, connection: Connection) -> None:
        """Let a connection in: it is asked what it has, and told who is there."""
        self.connections.add(connection)
        self._put(Arrival(connection))
        self.tell_presence(connection)

    def rejoin(self, connection: Connection, clock: int) -> None:
        """Let somebody in who goes on with what they have, and has heard of others up to this clock."""
        self.connections.add(connection)
        self._wake.set()
        self.tell_presence(connection, after=clock)

    def leave(self, connection: Connection) -> None:
        """Let a connection out; what it has sent is still written."""
        self.connections.discard(connection)
        self._tell_others(connection, self._presences.leave(connection, self._milliseconds()))
        self._wake.set()

    def pause(self, connection: Connection) -> None:
        """Let a connection out whose member is expected back at once."""
        self.connections.discard(connection)
        self._presences.release(connection)
        self._wake.set()

    def ask(self, connection: Connection, state_vector: bytes) -> None:
        """Have a connection told what it lacks."""
        self._put(Question(connection, state_vector))

    def submit(self, submission: Submission) -> None:
        """Have an update appended."""
        submission.connection.hold(len(submission.update))
        self._put(submission)

    def announce(self, connection: Connection, entries: Iterable[Presence]) -> None:
        """Take in a connection's presence, and tell the others."""
        self._tell_others(connection, self._presences.announce(connection, entries, self._milliseconds()))

    def tell_presence(self, connection: Connection, *, after: int = 0) -> None:
        """Tell a connection who else is here."""
        others = self._presences.others(connection, self._milliseconds())
        if entries := tuple(entry for entry in others if entry.clock > after):
            connection.send(PresenceUpdate(entries))

    def heed(self, signal: DraftMoved | PresenceAsked | PresenceTold) -> None:
        """Something happened to the document elsewhere."""
        match signal:
            case DraftMoved(_, sequence, rows):
                self.moved(sequence, rows)
            case PresenceAsked():
                for entry in self._presences.here():
                    self._whisper(self.document_id, entry)
            case PresenceTold(_, client, clock, state):
                entry = Presence(client, clock, state)
                if self._presences.hear(entry):
                    _send(self.connections, PresenceUpdate((entry,)))

    def moved(self, sequence: int | None = None, rows: Sequence[LogRow] = ()) -> None:
        """Somebody may have appended to the log, up to this sequence; perhaps just these rows."""
        if self._live is None or sequence is None or sequence > self._live.sequence:
            self._told += rows
            self._is_behind = self._is_behind or not rows
            self._wake.set()

    def close(self) -> None:
        """End as soon as nobody is here and nothing waits."""
        self._lingers = 0
        self._wake.set()

    def position_moved(self) -> None:
        """Something happened to the position; where rights may have changed with it, they are looked up again."""
        self._has_position_moved = True
        self._wake.set()

    def _owner_of(self, client: int) -> str | None:
        return self._live.owner_of(client) if self._live else None

    def _milliseconds(self) -> int:
        return int(self._database.clock().timestamp() * 1000)

    def _tell_others(self, connection: Connection, entries: tuple[Presence, ...]) -> None:
        if entries:
            _send(self.connections - {connection}, PresenceUpdate(entries))
        for entry in entries:
            self._whisper(self.document_id, entry)

    def _put(self, message: Arrival | Question | Submission) -> None:
        self._inbox.append(message)
        self._wake.set()

    async def _run(self) -> None:
        try:
            self._live = await LiveDraft.load(self._database, self.document_id)
            while True:
                while self._inbox or self._told or self._is_behind or self._has_position_moved:
                    self._live = await self._turn(self._live)
                if not await self._is_woken():
                    return
        except Exception:  # noqa: BLE001  # whatever it was: everybody comes back to a room that loads anew
            _log.exception("live_room_failed", document=self.document_id)
            for connection in self.connections:
                connection.end(FAILED, "room_failed")
        finally:
            self._on_end(self)

    async def _is_woken(self) -> bool:
        """Wait for news; False when nobody has been here for a while."""
        try:
            async with asyncio.timeout(None if self.connections else self._lingers):
                await self._wake.wait()
        except TimeoutError:
            return bool(self.connections)
        self._wake.clear()
        return True

    async def _turn(self, live: LiveDraft) -> LiveDraft:
        """Deal with what has come in; the draft to go on with."""
        if self._has_position_moved:
            await self._look_at_position()
        turn = _Turn(live)
        if self._told or self._is_behind or any(isinstance(each, Submission) for each in self._inbox):
            live = await self._write_safely(turn)
        else:
            turn.draw(self._inbox, ())
        for message in turn.taken:
            if not isinstance(message, Submission):
                self._answer(live, message)
        if turn.has_row_for_checkpoint():
            await self._keep_checkpoint(live)
        return live

    async def _look_at_position(self) -> None:
        """Most of what happens to a position, a comment say, changes nobody's rights: ask once for the whole room."""
        self._has_position_moved = False
        async with self._database.read() as session:
            ground = await standing_ground(session, self.document_id)
        if ground != self._ground:
            self._ground = ground
            for connection in self.connections:
                connection.recheck.set()

    async def _write_safely(self, turn: "_Turn") -> LiveDraft:
        """Have what came in written; when it fails nothing of it is acknowledged, its senders come back, and the log says how things are."""
        told = turn.live.sequence
        try:
            await self._write(turn)
            self._has_failed = False
        except Exception:  # the draft may hold what the log does not
            _log.exception("live_append_failed", document=self.document_id, updates=len(turn.submissions))
            if self._has_failed and not turn.submissions:
                raise  # what others wrote cannot be read, however often
            self._has_failed = True
            for submission in turn.submissions:
                submission.connection.end(FAILED, "append_failed")
            self._is_behind = True
            return await LiveDraft.load(self._database, self.document_id, told)
        finally:
            for submission in turn.submissions:
                submission.connection.release(len(submission.update))
        return turn.live

    async def _write(self, turn: "_Turn") -> None:
        """Have what is new and allowed appended; after the commit, broadcast and acknowledge."""
        appended = await self._append(turn)
        turn.outcomes.update(zip(turn.fresh, appended.outcomes, strict=True))
        rows: list[tuple[LogRow, str | None]] = [(row, None) for row in appended.others]
        for submission in turn.fresh:
            outcome = turn.outcomes[submission]
            if isinstance(outcome, LogRow):
                rows.append((outcome, submission.connection.line))
        self._broadcast(rows)
        settled = {
            each.connection for each in turn.submissions if _conclude(turn.live, each, turn.outcomes[each])
        }
        for connection in settled:
            connection.send(Ack(turn.live.sequence, connection.frames.settled))

    async def _append(self, turn: "_Turn") -> Appended:
        """What others and those here have appended; where others are all, and came with the notices, nobody need be asked."""

        def draw() -> Batch:
            told, self._told, self._is_behind = self._told, [], False
            return turn.draw(self._inbox, told)

        if self._is_behind or any(isinstance(message, Submission) for message in self._inbox):
            return await self._scribe.write(draw)
        batch = draw()
        rows = batch.live.followers(batch.told)
        await batch.live.hear(rows)
        self._is_behind = batch.live.sequence < batch.told[-1].sequence
        return Appended(tuple(rows))

    def _broadcast(self, rows: Sequence[tuple[LogRow, str | None]]) -> None:
        """Show rows, as few frames, to everybody who has been told all before them, but not to the page that each came from."""
        lines = {line for _, line in rows}
        frames: dict[str | None, list[bytes]] = {}
        for connection in self.connections:
            if connection.is_synced:
                line = connection.line if connection.line in lines else None
                if line not in frames:
                    heard = [row.update for row, own in rows if own is None or own != line]
                    frames[line] = [encode(SyncUpdate(update)) for update in _merged(heard)]
                for frame in frames[line]:
                    connection.send_encoded(frame)

    def _answer(self, live: LiveDraft, message: Arrival | Question) -> None:
        connection = message.connection
        if connection.ended.done():
            return
        if isinstance(message, Arrival):
            connection.send(SyncStep1(live.state_vector()))
            return
        connection.send(SyncStep2(live.update_since(message.state_vector)))
        connection.is_synced = True

    async def _keep_checkpoint(self, live: LiveDraft) -> None:
        folded = live.fold_now()
        try:
            async with self._database.write() as work:
                await keep_checkpoint(work, folded)
        except Exception:  # noqa: BLE001  # loading is slower without it, and nothing else
            _log.exception("live_checkpoint_failed", document=self.document_id, sequence=folded.sequence)


class _Turn:
    """What a room has taken from its inbox at once, and what became of it."""

    def __init__(self, live: LiveDraft) -> None:
        self.live = live
        self.taken: list[Arrival | Question | Submission] = []
        self.submissions: list[Submission] = []
        self.fresh: list[Submission] = []
        self.outcomes: dict[Submission, Outcome] = {}

    def draw(self, inbox: deque[Arrival | Question | Submission], told: Sequence[LogRow]) -> Batch:
        """Take what is there; of the updates those are appended that bring something and come from who may write."""
        self.taken = [inbox.popleft() for _ in range(min(BATCH, len(inbox)))]
        self.submissions = [message for message in self.taken if isinstance(message, Submission)]
        for submission in self.submissions:
            refusal = submission.connection.visitor.refusal()
            if self.live.is_noop(submission.inspection):
                self.outcomes[submission] = None
            elif refusal is not None:
                self.outcomes[submission] = refusal
            else:
                self.fresh.append(submission)
        typed = [Typed(each.connection.visitor, each.update, each.inspection) for each in self.fresh]
        return Batch(self.live, typed, told)

    def has_row_for_checkpoint(self) -> bool:
        """Whether a checkpoint is due, and here: who wrote the row keeps it, no other process."""
        rows = (outcome for outcome in self.outcomes.values() if isinstance(outcome, LogRow))
        return any(row.sequence % CHECKPOINT_EVERY == 0 for row in rows)


def _merged(updates: Iterable[bytes]) -> Iterator[bytes]:
    """The same updates as fewer: small ones that follow one another are sent as one."""
    small: list[bytes] = []
    for update in updates:
        if small and sum(map(len, small)) + len(update) > MERGED:
            yield merged(small)
            small = []
        small.append(update)
    if small:
        yield merged(small)


def _conclude(live: LiveDraft, submission: Submission, outcome: Outcome) -> bool:
    """Tell the sender what became of a frame; whether more frames than before can be acknowledged."""
    connection, frames = submission.connection, submission.connection.frames
    if isinstance(outcome, Stale) and submission.is_whole:
        connection.end(
            OUT_OF_STEP, outcome.reason
        )  # it was asked for everything, and something is missing still
    elif isinstance(outcome, Stale):
        if not frames.is_asked:
            frames.is_asked = True
            connection.send(SyncStep1(live.state_vector()))
    elif isinstance(outcome, Refusal):
        connection.deny(outcome)
    else:
        frames.is_asked = frames.is_asked and not submission.is_whole
        return frames.settle(submission.number, is_whole=submission.is_whole)
    return False


def _send(connections: Iterable[Connection], message: Frame) -> None:
    frame = encode(message)
    for connection in connections:
        connection.send_encoded(frame)
