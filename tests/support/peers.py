"""A browser's side of the live socket: a replica that types and hears, and the truth about what was acknowledged."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from api.identity import COOKIE
from api.live.protocol import (
    Ack,
    Frame,
    PermissionDenied,
    Presence,
    PresenceUpdate,
    SyncStep1,
    SyncStep2,
    SyncUpdate,
    decode,
    encode,
)
from positions.hunks import Hunk
from positions.replicas import Replica

PATIENCE = 60
"""Seconds after which a condition that has not come true is a failure."""


class Peer:
    """Somebody with a document open; survives the loss of its socket, as a browser's page does."""

    def __init__(self, address: str, document_id: str, secret: str, client_id: int) -> None:
        self.replica = Replica(client_id)
        self.client_id = client_id
        self.url = f"{address.replace('http', 'ws', 1)}/live/{document_id}"
        self.origin = address
        self.headers = {"Cookie": f"{COOKIE}={secret}"} if secret else {}
        self.heard: list[Frame] = []  # on this connection
        self.durable = 0  # the clock up to which everything was acknowledged, on any connection
        self.sequence = 0
        self.close_code: int | None = None
        self.close_reason = ""
        self.kept: list[bytes] = []  # every update ever acknowledged
        self._sent: list[tuple[bytes, int]] = []
        self._acknowledged = 0
        self._socket: ClientConnection | None = None
        self._listening: asyncio.Task[None] | None = None
        self._news = asyncio.Event()

    @property
    def text(self) -> str:
        """This peer's text."""
        return self.replica.text

    @property
    def clock(self) -> int:
        """How much this peer has typed, in units of its own client."""
        return self.replica.state().get(self.client_id, 0)

    @property
    def is_saved(self) -> bool:
        """Whether everything typed here has been acknowledged on this connection."""
        return self.is_synced and self._acknowledged == len(self._sent) and not self.unsaved

    @property
    def unsaved(self) -> int:
        """How much of what was typed here was never acknowledged, in UTF-16 units."""
        return self.clock - self.durable

    @property
    def is_synced(self) -> bool:
        """Whether both sides have told what they had since the socket was opened."""
        return any(isinstance(frame, SyncStep2) for frame in self.heard) and bool(self._sent)

    @property
    def denials(self) -> list[str]:
        """Why writing was refused on this connection."""
        return [frame.reason for frame in self.heard if isinstance(frame, PermissionDenied)]

    @property
    def seen(self) -> dict[int, Presence]:
        """The newest entry of everybody who is here."""
        updates = [frame for frame in self.heard if isinstance(frame, PresenceUpdate)]
        newest: dict[int, Presence] = {}
        for entry in (entry for update in updates for entry in update.entries):
            if entry.client not in newest or newest[entry.client].clock < entry.clock:
                newest[entry.client] = entry
        return {client: entry for client, entry in newest.items() if entry.state is not None}

    async def open(self) -> None:
        """Open a socket and begin to listen; both sides are asked what they have."""
        socket = await connect(
            self.url,
            origin=self.origin,  # type: ignore[arg-type]  # a new type of str
            additional_headers=self.headers,
            compression=None,
            ping_interval=None,
            max_size=None,
            close_timeout=1,
            proxy=None,
        )
        self.heard, self._sent, self._acknowledged, self.close_code = [], [], 0, None
        self._socket = socket
        self._listening = asyncio.create_task(self._listen(socket))
        await self.send(SyncStep1(self.replica.state_vector()))

    async def close(self) -> None:
        """Leave."""
        if self._socket is not None:
            await self._socket.close()
        if self._listening is not None:
            await asyncio.gather(self._listening, return_exceptions=True)

    async def keep_open(self) -> None:
        """Open a socket, and another whenever it is lost, until cancelled."""
        while True:
            with suppress(OSError, InvalidHandshake, TimeoutError, ConnectionClosed):
                await self.open()
                assert self._listening is not None
                await self._listening
            await asyncio.sleep(0.02)

    async def type(self, start: int, end: int, phrase: str) -> None:
        """Replace a stretch of the text, and tell the server if there is a line."""
        update = self.replica.edit([Hunk(start, end, phrase)])
        await self.send(SyncUpdate(update))
        self._news.set()

    async def send(self, frame: Frame) -> None:
        """Send a frame, if there is a line."""
        if self._socket is not None and isinstance(frame, SyncStep2 | SyncUpdate):
            self._sent.append((frame.update, self.clock))
        await self.send_bytes(encode(frame))

    async def send_bytes(self, frame: bytes | str) -> None:
        """Send whatever bytes."""
        if self._socket is not None:
            with suppress(ConnectionClosed):
                await self._socket.send(frame)

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait until something is so."""
        async with asyncio.timeout(PATIENCE):
            while not condition():
                self._news.clear()
                with suppress(TimeoutError):  # others may be what it is about
                    async with asyncio.timeout(0.05):
                        await self._news.wait()

    async def until_closed(self) -> tuple[int, str]:
        """Wait until the server has closed; its code and reason."""
        await self.until(lambda: self.close_code is not None)
        return self.close_code or 0, self.close_reason

    async def _listen(self, socket: ClientConnection) -> None:
        try:
            async for frame in socket:
                assert isinstance(frame, bytes)
                await self._hear(decode(frame))
        except ConnectionClosed:
            pass
        finally:
            self._socket = None
            self.close_code, self.close_reason = socket.close_code, socket.close_reason or ""
            self._news.set()

    async def _hear(self, frame: Frame) -> None:
        self.heard.append(frame)
        self._news.set()
        match frame:
            case SyncStep1(state_vector):
                await self.send(SyncStep2(self.replica.update_since(state_vector)))
            case SyncStep2(update) | SyncUpdate(update):
                self.replica.apply(update)
            case Ack(sequence, frames):
                self.kept += [update for update, _ in self._sent[self._acknowledged : frames]]
                self.sequence, self._acknowledged = sequence, frames
                self.durable = max(self.durable, self._sent[frames - 1][1])
            case _:
                pass


@asynccontextmanager
async def at_the_table(*peers: Peer) -> AsyncIterator[None]:
    """Peers with their sockets open and in step, for the length of a block."""
    try:
        for peer in peers:
            await peer.open()
        for peer in peers:
            await peer.until(lambda peer=peer: peer.is_saved)  # type: ignore[misc]  # bound in the loop
        yield
    finally:
        for peer in peers:
            await peer.close()


async def all_agree(*peers: Peer) -> str:
    """Wait until everybody has the same text and everything is saved; that text."""
    for peer in peers:
        await peer.until(lambda: len({one.text for one in peers}) == 1 and all(one.is_saved for one in peers))
    return peers[0].text
