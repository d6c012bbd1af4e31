"""One open live socket, as its room sees it: who is there, what is still to be sent, which frames are settled.

Nothing here waits for the network but `deliver`; a room hands frames over and goes on. A connection that does not take its
frames is ended: it will come back and ask for what it lacks.
"""

import asyncio
import secrets
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from api.live.protocol import Frame, PermissionDenied, encode
from positions.actors import Actor
from positions.errors import Refusal, Unauthenticated
from positions.services.live import Visitor

MALFORMED = 4400
TOO_SLOW = 4408
OUT_OF_STEP = 4409
RIGHTS_GAINED = 4205
FAILED = 1011
GOING_AWAY = 1012

DENIALS = {
    "stage_forbids": "frozen",
    "sign_in_required": "signed_out",
    "document_unknown": "not_found",
    "role_forbids": "read_only",
    "scope_missing": "read_only",
    "not_your_organization": "read_only",
}
"""What clients call the reasons for not having the right to write; every other reason keeps its name on the wire."""

RIGHTS = frozenset(DENIALS.values())


@dataclass(frozen=True)
class Limits:
    """How long and how much one connection may keep others waiting."""

    recheck_seconds: float = 60
    send_seconds: float = 10
    outgoing_bytes: int = 4 * 1024 * 1024
    incoming_bytes: int = 16 * 1024 * 1024


@dataclass(frozen=True)
class Ending:
    """Why a connection is closed: a close code, and a reason as a key."""

    code: int
    reason: str


class Settlement:
    """How many counted frames of a connection are settled, all earlier ones included.

    A frame that is not settled holds up those after it, until a whole answer (step 2) is taken: it carries everything that
    the other side had, and so everything it had sent before.
    """

    def __init__(self) -> None:
        self._received = 0
        self.settled = 0
        self.is_asked = False

    def number(self) -> int:
        """The number of a frame that has just come in."""
        self._received += 1
        return self._received

    def settle(self, number: int, *, is_whole: bool) -> bool:
        """Take note that a frame is in the log or brought nothing new; whether there is anything to acknowledge."""
        if not is_whole and self.settled != number - 1:
            return False
        self.settled = number
        return True


class Connection:
    """A socket between its handshake and its end, or a request; those with one `line` lead to one page."""

    def __init__(self, visitor: Visitor, limits: Limits, line: str | None = None) -> None:
        self.visitor = visitor
        self.line = line or secrets.token_hex(8)
        self.frames = Settlement()
        self.is_synced = False
        self.recheck = asyncio.Event()
        self.ended: asyncio.Future[Ending] = asyncio.get_running_loop().create_future()
        self._limits = limits
        self.denied: str | None = None
        self._outgoing: deque[bytes] = deque()
        self._outgoing_bytes = 0
        self._has_outgoing = asyncio.Event()
        self._waiting_bytes = 0
        self._may_read = asyncio.Event()
        self._may_read.set()

    @property
    def identity(self) -> dict[str, object]:
        """What the others see of whoever is here: name, organization, and a key for a colour."""
        actor, standings = self.visitor.actor, self.visitor.standings
        organization = standings[0][0].organization_code if standings else ""
        return {"name": actor.name, "organization": organization, "key": str(actor.member_id)}

    def send(self, message: Frame) -> None:
        """Have a message sent."""
        self.send_encoded(encode(message))

    def send_encoded(self, frame: bytes) -> None:
        """Have a frame sent; a connection that has too much waiting is ended."""
        if self._outgoing_bytes > self._limits.outgoing_bytes:
            self.end(TOO_SLOW, "too_slow")
            return
        self._outgoing.append(frame)
        self._outgoing_bytes += len(frame)
        self._has_outgoing.set()

    def deny(self, refusal: Refusal) -> None:
        """Say why the connection may not write, or why what it wrote was not taken."""
        self.denied = denial(refusal)
        self.send(PermissionDenied(self.denied))

    def reconsider(self, visitor: Visitor) -> None:
        """Go on with rights looked up anew: who lost the right to write is told, who won it is to come back."""
        self.visitor = visitor
        refusal = visitor.refusal()
        if refusal is None and self.denied in RIGHTS:
            self.end(RIGHTS_GAINED, "rights_gained")
        elif refusal is not None and denial(refusal) != self.denied:
            self.deny(refusal)

    def end(self, code: int, reason: str) -> None:
        """Have the socket closed; the first reason stands."""
        if not self.ended.done():
            self.ended.set_result(Ending(code, reason))

    async def deliver(self, send: Callable[[bytes], Awaitable[None]]) -> Ending:
        """Send what is to be sent, until cancelled; when the other side stops taking it the connection is ended."""
        loop = asyncio.get_running_loop()
        while True:
            await self._has_outgoing.wait()
            while self._outgoing:
                frame = self._outgoing.popleft()
                limit = loop.call_later(self._limits.send_seconds, self.end, TOO_SLOW, "too_slow")
                try:
                    await send(frame)
                finally:
                    limit.cancel()
                self._outgoing_bytes -= len(frame)
            self._has_outgoing.clear()

    async def take(self) -> list[bytes]:
        """What is to be sent, as soon as there is something."""
        await self._has_outgoing.wait()
        return self.take_now()

    def take_now(self) -> list[bytes]:
        """What is to be sent."""
        frames = list(self._outgoing)
        self._outgoing.clear()
        self._outgoing_bytes = 0
        self._has_outgoing.clear()
        return frames

    def hold(self, size: int) -> None:
        """Count bytes that wait for the log; the socket is read on only while there are few."""
        self._waiting_bytes += size
        if self._waiting_bytes > self._limits.incoming_bytes:
            self._may_read.clear()

    def release(self, size: int) -> None:
        """Count bytes that wait no longer."""
        self._waiting_bytes -= size
        if self._waiting_bytes <= self._limits.incoming_bytes:
            self._may_read.set()

    async def may_read(self) -> None:
        """Wait until more may be read from the socket."""
        await self._may_read.wait()


def demand_member(actor: Actor, expected: str | None) -> None:
    """Unauthenticated for the page of a member whose browser is somebody else's by now: what it holds is not theirs."""
    if expected is not None and expected != actor.member_id:
        raise Unauthenticated("sign_in_required")


def denial(refusal: Refusal) -> str:
    """The reason that a client is told."""
    return DENIALS.get(refusal.reason, refusal.reason)
