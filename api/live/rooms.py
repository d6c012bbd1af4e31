"""All rooms of one server: opened when somebody comes, gone when the last has left, and told of what happens elsewhere."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from api.live.connections import GOING_AWAY, Connection
from api.live.room import Room
from api.live.scribe import Scribe
from api.live.whispers import Whispers
from positions.services.live import Visitor
from positions.services.signals import (
    DraftMoved,
    PositionMoved,
    PresenceAsked,
    PresenceTold,
    RightsChanged,
    Signal,
    SignalsLost,
    Subscription,
)
from positions.services.unit_of_work import Database

CLOSING_SECONDS = 10
"""How long a stopping server waits for what was sent to be written."""


class Rooms:
    """The rooms of one server."""

    def __init__(self, database: Database) -> None:
        self.changes = 0
        self._is_stopping = False
        self._database = database
        self._rooms: dict[str, Room] = {}
        self._scribe = Scribe(database)
        self._whispers = Whispers(database)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Heed signals for the length of a block; at its end everybody is sent away, and what was sent is written."""
        with self._database.bus.subscribe() as subscription:
            writing = asyncio.create_task(self._scribe.run(), name="live scribe")
            tasks = [
                asyncio.create_task(self._listen(subscription), name="live signals"),
                asyncio.create_task(self._whispers.say(), name="live whispers"),
            ]
            try:
                yield
            finally:
                await _stop(*tasks)
                await self._close()
                await _stop(writing)

    def _room_of(self, document_id: str) -> Room:
        """The room of a document, opened when nobody was there."""
        room = self._rooms.get(document_id)
        if room is None:
            room = Room(self._scribe, document_id, self._ended, self._whispers.tell)
            self._rooms[document_id] = room
            self._whispers.ask(document_id)
        return room

    def let_in(self, connection: Connection, clock: int | None = None) -> Room:
        """The room of a connection, which has joined it, or goes on there with what it knows; a server that stops sends it away."""
        room = self._room_of(connection.visitor.document_id)
        if clock is None:
            room.join(connection)
        else:
            room.rejoin(connection, clock)
        if self._is_stopping:
            connection.end(GOING_AWAY, "server_stops")
        return room

    def send_away(self) -> None:
        """The server stops: everybody is told to come back, and so is whoever comes yet."""
        self._is_stopping = True
        for connection in self.connections():
            connection.end(GOING_AWAY, "server_stops")

    def send_on(self, document_id: str) -> None:
        """Another worker serves a text from now on: who is in its room is told to come back, and comes there."""
        if document_id in self._rooms:
            for connection in self._rooms[document_id].connections:
                connection.end(GOING_AWAY, "server_stops")

    def _ended(self, room: Room) -> None:
        if self._rooms.get(room.document_id) is room:
            del self._rooms[room.document_id]

    async def _listen(self, subscription: Subscription) -> None:
        while True:
            self._heed(await subscription.get())

    def _heed(self, signal: Signal) -> None:
        match signal:
            case DraftMoved() | PresenceAsked() | PresenceTold():
                if signal.document_id in self._rooms:
                    self._rooms[signal.document_id].heed(signal)
            case PositionMoved(position_id):
                self.changes += 1
                for room in self._rooms.values():
                    if any(one.visitor.position_id == position_id for one in room.connections):
                        room.position_moved()
            case RightsChanged(member_id):
                self._recheck(lambda visitor: visitor.actor.member_id == member_id)
            case SignalsLost():
                self._look_afresh()

    def _look_afresh(self) -> None:
        for room in self._rooms.values():
            room.moved()
        self._recheck(lambda _: True)

    def _recheck(self, is_meant: Callable[[Visitor], bool]) -> None:
        self.changes += 1
        for connection in self.connections():
            if is_meant(connection.visitor):
                connection.recheck.set()

    def connections(self) -> list[Connection]:
        """Everybody who is in some room."""
        return [connection for room in self._rooms.values() for connection in room.connections]

    async def _close(self) -> None:
        self.send_away()
        for room in self._rooms.values():
            room.close()
        tasks = [room.task for room in self._rooms.values()]
        if tasks:
            await asyncio.wait(tasks, timeout=CLOSING_SECONDS)


async def _stop(*tasks: asyncio.Task[None]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
