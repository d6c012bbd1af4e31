"""`POST /live/{document id}`: the live protocol where no WebSocket gets through.

A request is a short connection: its body is frames, each with its length before it and a step 1 the last of them; the answer is the
frames that a socket would have brought. Requests of one page share a `line`, so that none hears what another sent. With `wait` an answer
without news is held back until there are some, so that whoever always keeps one such request open hears everything. `heard` is the newest
clock of presence that the client knows; a client that comes without it is greeted as one that opens a socket. `told` stands for the last answer to
its step 1, which names all that was ever deleted: the same once more is no news. `denied` is why it may not
write as far as it knows: told again and again that would be news each time. Acknowledgements count the frames of their own request: who was
refused sends no more of them before beginning anew, lest they cover what was refused. Nothing but who is here is remembered between
two requests: any process may serve each.
"""

import asyncio
from collections.abc import Awaitable
from contextlib import suppress
from hashlib import blake2b

from starlette.requests import Request
from starlette.responses import Response

from api.identity import identify, refuse_foreign_page
from api.limits import read_body
from api.live.connections import Connection, Limits, demand_member
from api.live.intake import hand_over
from api.live.protocol import MAX_FRAME, SyncStep2, encode, joined, split
from api.live.rooms import Rooms
from api.settings import Settings
from positions.services.live import find_visitor
from positions.services.unit_of_work import Database

LONGEST_WAIT = 25
"""Seconds after which an answer is given even without news: proxies end what is silent for longer."""

LONGEST = 2 * LONGEST_WAIT
"""Seconds after which an answer is given even without what was asked for."""

GATHERED = 0.02
"""Seconds for which news are gathered: each answer costs its reader a request."""

MAX_BODY = MAX_FRAME + 256 * 1024
"""Bytes of one request: the largest frame, and small ones beside it."""

ENDED = "live-ended"
"""The header that names the close code with which a socket would have been closed."""

TOLD = "live-told"
"""The header that stands for the answer to the step 1, to be sent along as `told` with the next request."""

_NO_NEWS = encode(SyncStep2(b"\0\0"))
_STEP_2 = _NO_NEWS[:2]


class LivePolls:
    """The endpoint."""

    def __init__(
        self, rooms: Rooms, database: Database, settings: Settings, *, limits: Limits | None = None
    ) -> None:
        self._rooms = rooms
        self._database = database
        self._settings = settings
        self._limits = limits or Limits()

    async def answer(self, request: Request) -> Response:
        """Serve one request."""
        refuse_foreign_page(request, self._settings.base_url)
        actor = (await identify(request, self._database)).actor
        demand_member(actor, request.query_params.get("member"))
        document_id = str(request.path_params["document_id"])
        frames = split(await read_body(request, MAX_BODY))
        organization = request.query_params.get("organization")
        changes = self._rooms.changes
        async with self._database.read() as session:
            visitor = await find_visitor(session, actor, document_id, organization)
        connection = Connection(visitor, self._limits, request.query_params.get("line"))
        connection.denied = request.query_params.get("denied")
        connection.reconsider(visitor)
        if self._rooms.changes != changes:  # something moved while we asked
            connection.recheck.set()
        heard = request.query_params.get("heard")
        room = self._rooms.let_in(connection, None if heard is None else _number(heard))
        try:
            for frame in frames:
                await hand_over(frame, connection, room)
            wait = _number(request.query_params.get("wait", ""))
            said = await _answer(request, connection, min(wait, LONGEST_WAIT))
        finally:
            room.pause(connection)
        headers = {**_ending(connection), **_telling(said)}
        return Response(joined(said), headers=headers, media_type="application/octet-stream")


async def _answer(request: Request, connection: Connection, wait: float) -> list[bytes]:
    """What there is to say; less of it when the connection is ended, or rights have moved and are to be asked for anew."""
    said: list[bytes] = []
    over: tuple[Awaitable[object], ...] = (connection.ended, connection.recheck.wait(), _left(request))
    told = request.query_params.get("told", "")
    tasks = [asyncio.ensure_future(one) for one in (_listen(connection, said, wait, told), *over)]
    try:
        await asyncio.wait(tasks, timeout=LONGEST, return_when=asyncio.FIRST_COMPLETED)
        return said
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _listen(connection: Connection, said: list[bytes], wait: float, told: str) -> None:
    """The answer to the step 1, and when that is no news, the first that come."""
    while not any(frame.startswith(_STEP_2) for frame in said):
        said += await connection.take()
    if wait and len(said) == 1 and (said[0] == _NO_NEWS or _telling(said)[TOLD] == told):
        with suppress(TimeoutError):
            async with asyncio.timeout(wait):
                said += await connection.take()
                await asyncio.sleep(GATHERED)
        said += connection.take_now()


async def _left(request: Request) -> None:
    """Wait until nobody waits for the answer any more."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _ending(connection: Connection) -> dict[str, str]:
    ended = connection.ended
    return {ENDED: str(ended.result().code)} if ended.done() and not ended.cancelled() else {}


def _telling(said: list[bytes]) -> dict[str, str]:
    """Nothing where the answer to the step 1 is missing."""
    answer = next((frame for frame in said if frame.startswith(_STEP_2)), None)
    return {} if answer is None else {TOLD: blake2b(answer, digest_size=8).hexdigest()}


def _number(told: str) -> int:
    return int(told) if told.isascii() and told.isdigit() else 0
