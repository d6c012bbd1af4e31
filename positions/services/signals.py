"""What is told after a commit, and the bus that tells it inside one process."""

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from positions.drafts import LogRow


@dataclass(frozen=True)
class DraftMoved:
    """A draft's log reached this sequence; the last rows of it may come along, so that nobody need read them."""

    document_id: str
    sequence: int
    rows: tuple[LogRow, ...] = ()


@dataclass(frozen=True)
class PositionMoved:
    """A position's record reached this sequence; its stage or participants may have changed."""

    position_id: str
    sequence: int


@dataclass(frozen=True)
class RightsChanged:
    """A member's sessions, tokens or memberships changed."""

    member_id: str


@dataclass(frozen=True)
class PresenceAsked:
    """A process has opened a document and does not know who has it open elsewhere."""

    document_id: str


@dataclass(frozen=True)
class PresenceTold:
    """A browser's entry, as `Presence` of the live protocol has it; its state is None when it has left."""

    document_id: str
    client: int
    clock: int
    state: Mapping[str, object] | None


@dataclass(frozen=True)
class SignalsLost:
    """Nobody knows what was not told: whoever hears this looks afresh."""


Signal = DraftMoved | PositionMoved | RightsChanged | PresenceAsked | PresenceTold | SignalsLost

QUEUE_LIMIT = 1000


class Subscription:
    """A bounded queue of signals; one that falls behind loses them, and is told so."""

    def __init__(self) -> None:
        self._queue: asyncio.Queue[Signal] = asyncio.Queue(QUEUE_LIMIT)

    def put(self, signal: Signal) -> None:
        """Add a signal."""
        if self._queue.full():
            while not self._queue.empty():
                self._queue.get_nowait()
            signal = SignalsLost()
        self._queue.put_nowait(signal)

    async def get(self) -> Signal:
        """The next signal."""
        return await self._queue.get()


class Bus:
    """Notices to every subscriber of this process."""

    def __init__(self) -> None:
        self._subscriptions: set[Subscription] = set()

    def publish(self, signal: Signal) -> None:
        """Tell everybody, waiting for nobody."""
        for subscription in self._subscriptions:
            subscription.put(signal)

    @contextmanager
    def subscribe(self) -> Iterator[Subscription]:
        """A subscription for the length of a block."""
        subscription = Subscription()
        self._subscriptions.add(subscription)
        try:
            yield subscription
        finally:
            self._subscriptions.discard(subscription)
