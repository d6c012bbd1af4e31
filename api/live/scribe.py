"""The scribe of one process: writes what its rooms have for the log, all of them in one unit of work.

A unit of work costs as much as a dozen updates, so under load one is begun every `PAUSE` and takes what has come in meanwhile, whichever the room; the
first key after a quiet moment goes at once. A draft that somebody else holds, a slow save say, is left for the next time and keeps nobody
else waiting.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from positions.services.live import Appended, Batch, append_typed, hear
from positions.services.unit_of_work import Database

PAUSE = 0.05
"""Seconds from the beginning of one unit of work to that of the next, at least."""

AGAIN = PAUSE / 2
"""The same after a draft was held: another process's scribe would have it again after the same pause."""

MOST = 500
"""After so many new updates the other rooms wait for the next unit of work: others wait for its locks."""


@dataclass(frozen=True, eq=False)
class _Order:
    """A room that waits: what it has is drawn when its unit of work begins."""

    draw: Callable[[], Batch]
    result: asyncio.Future[Appended]


class Scribe:
    """Where rooms wait for their turn."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self._orders: deque[_Order] = deque()
        self._held: list[tuple[_Order, Batch]] = []
        self._has_orders = asyncio.Event()

    async def write(self, draw: Callable[[], Batch]) -> Appended:
        """Have a room's batch written and hear what others wrote; raises when its draft is not what the log says any more."""
        order = _Order(draw, asyncio.get_running_loop().create_future())
        self._orders.append(order)
        self._has_orders.set()
        return await order.result

    async def run(self) -> None:
        """Write what there is to write, until cancelled."""
        loop = asyncio.get_running_loop()
        while True:
            await self._has_orders.wait()
            began = loop.time()
            await self._write()
            if not (self._orders or self._held):
                self._has_orders.clear()
            await asyncio.sleep(began + (AGAIN if self._held else PAUSE) - loop.time())

    async def _write(self) -> None:
        drawn, self._held = self._held, []
        updates = 0
        while self._orders and updates < MOST:
            order = self._orders.popleft()
            if (batch := _drawn(order)) is not None:
                drawn.append((order, batch))
                updates += len(batch.typed)
        try:
            results = await self._append([batch for _, batch in drawn])
        except Exception as failure:  # noqa: BLE001  # each room sends those away whose updates were not taken
            results = [failure] * len(drawn)
        for (order, batch), result in zip(drawn, results, strict=True):
            if order.result.done():  # cancelled
                continue
            if result is None:
                self._held.append((order, batch))
            elif isinstance(result, Exception):
                order.result.set_exception(result)
            else:
                order.result.set_result(result)

    async def _append(self, batches: list[Batch]) -> list[Appended | Exception | None]:
        if any(batch.typed for batch in batches):
            async with self.database.write() as work:
                return await append_typed(work, batches)
        async with self.database.read() as session:
            return await hear(session, batches)


def _drawn(order: _Order) -> Batch | None:
    """What a room has; None when it waits no longer or fails, which is no other room's affair."""
    if order.result.done():
        return None
    try:
        return order.draw()
    except Exception as failure:  # noqa: BLE001  # whatever it was: the room loads its draft anew
        order.result.set_exception(failure)
        return None
