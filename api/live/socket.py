"""`/live/{document id}`: one WebSocket from its handshake to its end.

Three things go on at once: frames are read and handed to the room, frames are sent, and rights are looked up again, on
signal and at least once a minute. The first to end ends the connection. Close codes are named in `connections`; those of
refusals stand in `api/errors.py`.
"""

import asyncio
from collections.abc import Awaitable
from contextlib import suppress

import structlog
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from api.errors import close_code_of
from api.identity import BadCredential, ForeignPage, Identity, identify, refuse_foreign_page
from api.live.connections import FAILED, MALFORMED, Connection, Ending, Limits, demand_member
from api.live.intake import hand_over
from api.live.room import Room
from api.live.rooms import Rooms
from api.settings import Settings
from positions.errors import Invalid, Refusal, Unauthenticated
from positions.services.live import Visitor, find_visitor
from positions.services.unit_of_work import Database

CLOSING_SECONDS = 1
"""How long the other side may take to hear why it is closed."""

_log = structlog.get_logger(__name__)


class LiveSocket:
    """The endpoint."""

    def __init__(
        self, rooms: Rooms, database: Database, settings: Settings, *, limits: Limits | None = None
    ) -> None:
        self._rooms = rooms
        self._database = database
        self._settings = settings
        self._limits = limits or Limits()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        socket = WebSocket(scope, receive, send)
        try:
            refuse_foreign_page(socket, self._settings.base_url)
            identity = await identify(socket, self._database)
        except (ForeignPage, BadCredential) as refused:
            await socket.send_denial_response(
                Response(status_code=403 if isinstance(refused, ForeignPage) else 401)
            )
            return
        await socket.accept()
        ending = await self._serve(_Session(socket, send, identity, self._database))
        if ending is not None:
            _log.info("live_closed", path=socket.url.path, code=ending.code, reason=ending.reason)
            await _close(socket, ending)

    async def _serve(self, session: "_Session") -> Ending | None:
        """Take part in the document's room until somebody ends it; None when the other side left."""
        changes = self._rooms.changes
        try:
            connection = Connection(await session.find_visitor(), self._limits)
        except Refusal as refusal:
            return _refused(refusal)
        denied = connection.visitor.refusal()
        if denied is not None:
            connection.deny(denied)
        if self._rooms.changes != changes:  # something moved while we asked
            connection.recheck.set()
        room = self._rooms.let_in(connection)
        try:
            return await _first(
                _ended(connection),
                session.read(connection, room),
                connection.deliver(session.send),
                session.keep_rights(connection, self._limits.recheck_seconds),
            )
        except WebSocketDisconnect:
            return None
        except Exception:  # noqa: BLE001  # a fault of ours ends this one socket
            _log.exception("live_connection_failed", path=session.socket.url.path)
            return Ending(FAILED, "connection_failed")
        finally:
            room.leave(connection)


class _Session:
    """One socket with the identity of whoever opened it."""

    def __init__(self, socket: WebSocket, send: Send, identity: Identity, database: Database) -> None:
        self.socket = socket
        self._send = send
        self._identity = identity
        self._database = database
        self._actor = identity.actor

    async def find_visitor(self) -> Visitor:
        """What the actor is to the document now."""
        document_id = str(self.socket.path_params["document_id"])
        organization = self.socket.query_params.get("organization")
        demand_member(self._actor, self.socket.query_params.get("member"))
        async with self._database.read() as session:
            return await find_visitor(session, self._actor, document_id, organization)

    async def read(self, connection: Connection, room: Room) -> Ending:
        """Hand what comes in to the room, until something comes that cannot be read."""
        while True:
            await connection.may_read()
            frame = await self._receive()
            try:
                await hand_over(frame, connection, room)
            except Refusal as refusal:
                code = MALFORMED if isinstance(refusal, Invalid) else close_code_of(refusal)
                return Ending(code, refusal.reason)

    async def _receive(self) -> bytes:
        message = await self.socket.receive()
        if message["type"] == "websocket.disconnect":
            raise WebSocketDisconnect(message.get("code", 1005))
        return message.get("bytes") or b""

    async def send(self, frame: bytes) -> None:
        """Send a frame past what Starlette makes of each: most of what a busy server does is this."""
        try:
            await self._send({"type": "websocket.send", "bytes": frame})
        except OSError:
            raise WebSocketDisconnect(1006) from None

    async def keep_rights(self, connection: Connection, seconds: float) -> Ending:
        """Look the rights up again on signal, and after so many seconds without one."""
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await connection.recheck.wait()
            connection.recheck.clear()
            try:
                self._actor = await self._identity.again()
                connection.reconsider(await self.find_visitor())
            except BadCredential:
                return _refused(Unauthenticated("token_invalid"))
            except Refusal as refusal:
                return _refused(refusal)


def _refused(refusal: Refusal) -> Ending:
    return Ending(close_code_of(refusal), refusal.reason)


async def _ended(connection: Connection) -> Ending:
    return await connection.ended


async def _first(*doings: Awaitable[Ending]) -> Ending:
    """What the first to end says; the others are stopped."""
    tasks = [asyncio.ensure_future(doing) for doing in doings]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        return next(task for task in tasks if task in done).result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _close(socket: WebSocket, ending: Ending) -> None:
    """Say why; whoever takes nothing more is simply left."""
    if socket.client_state is not WebSocketState.CONNECTED:
        return
    with suppress(TimeoutError, WebSocketDisconnect, RuntimeError):
        async with asyncio.timeout(CLOSING_SECONDS):
            await socket.close(ending.code, ending.reason)
