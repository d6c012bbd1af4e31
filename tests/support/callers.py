"""A browser without WebSocket: the same side of the live protocol over requests."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

import httpx

from api.live.polls import ENDED, TOLD
from api.live.protocol import (
    Ack,
    Frame,
    PresenceUpdate,
    SyncStep1,
    SyncStep2,
    SyncUpdate,
    decode,
    encode,
    joined,
    split,
)
from tests.support.peers import PATIENCE, Peer

_COUNTED = SyncStep2 | SyncUpdate


class Caller(Peer):
    """Somebody with a document open, who sends one request after the other and keeps another one waiting."""

    wait = 25
    member = ""  # whose page it says it is

    def __init__(self, address: str, document_id: str, secret: str, client_id: int) -> None:
        super().__init__(address, document_id, secret, client_id)
        self._http: httpx.AsyncClient | None = None
        self._page = f"{address}/live/{document_id}"
        self._clock: int | None = None
        self._told = ""
        self._turn = asyncio.Lock()
        self._is_open = False

    async def open(self) -> None:
        """Greet and be greeted, and begin to listen."""
        self.heard, self._sent, self._acknowledged, self.close_code = [], [], 0, None
        self._clock, self._told, self._is_open = None, "", True
        self._http = httpx.AsyncClient(headers={**self.headers, "origin": self.origin}, timeout=PATIENCE)
        await self.send(SyncStep1(self.replica.state_vector()))
        self._listening = asyncio.create_task(self._poll())

    async def close(self) -> None:
        """Leave."""
        self._is_open = False
        if self._listening is not None:
            self._listening.cancel()
            await asyncio.gather(self._listening, return_exceptions=True)
        if self._http is not None:
            await self._http.aclose()
            self._http = None

    async def send(self, frame: Frame) -> None:
        """Send a frame, if there is a line, and hear the answer."""
        if not self._is_open:
            return
        async with self._turn:
            before = len(self._sent)
            if isinstance(frame, _COUNTED):
                self._sent.append((frame.update, self.clock))
            answers = await self._exchange([] if isinstance(frame, SyncStep1) else [frame], 0)
        for answer in answers:
            await self._hear(
                replace(answer, frames=before + answer.frames) if isinstance(answer, Ack) else answer
            )

    async def _poll(self) -> None:
        while self._is_open:
            for answer in await self._exchange([], self.wait):
                await self._hear(answer)

    async def _exchange(self, frames: Sequence[Frame], wait: int) -> list[Frame]:
        assert self._http is not None
        body = joined(map(encode, [*frames, SyncStep1(self.replica.state_vector())]))
        told = {"wait": str(wait), "line": str(self.client_id), "told": self._told}
        if self.member:
            told["member"] = self.member
        if self.denials:
            told["denied"] = self.denials[-1]
        if self._clock is not None:
            told["heard"] = str(self._clock)
        try:
            answer = await self._http.post(self._page, content=body, params=told)
        except httpx.TransportError:
            return self._end(1006)
        if not answer.is_success or ENDED in answer.headers:
            return self._end(int(answer.headers.get(ENDED, 4000 + answer.status_code)))
        said = [decode(frame) for frame in split(answer.content)]
        if not any(isinstance(one, SyncStep2) for one in said):  # rights moved: a page opens anew
            return await self._exchange(frames, wait)
        self._told = answer.headers[TOLD]
        told_of = [entry for one in said if isinstance(one, PresenceUpdate) for entry in one.entries]
        self._clock = max([self._clock or 0, *(entry.clock for entry in told_of)])
        return said

    def _end(self, code: int) -> list[Frame]:
        """Be closed as a socket would; nothing was heard."""
        self._is_open, self.close_code = False, code
        self._news.set()
        return []
