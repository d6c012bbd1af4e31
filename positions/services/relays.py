"""Signals between the processes that serve one PostgreSQL database.

A signal is notified by the transaction that it is about, and so heard exactly when that commits. It says where to look; of what is there
only the rows that somebody typed come along, while they are short. A process that has lost the line for a while looks at everything afresh when
it is back.
"""

import asyncio
import base64
import json
import secrets
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import astuple, replace
from typing import Any

import psycopg
import structlog
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncSession

from positions.drafts import LogRow
from positions.services.postgres import driver_of
from positions.services.signals import (
    Bus,
    DraftMoved,
    PositionMoved,
    PresenceAsked,
    PresenceTold,
    RightsChanged,
    Signal,
    SignalsLost,
)

CHANNEL = "positions"

LONGEST = 7999
"""Bytes that PostgreSQL takes as one notice."""

PATIENCE = 30.0
"""Seconds of silence after which the line is tried."""

ANSWERS = 30.0
"""Seconds within which a line that is tried must answer."""

RETRY = 1.0
"""Seconds until a lost line is sought again."""

_KINDS: dict[str, type[Signal]] = {
    kind.__name__: kind for kind in (PositionMoved, RightsChanged, PresenceAsked, PresenceTold)
}
_NOTIFY = "SELECT pg_notify(%(channel)s, told) FROM unnest(%(told)s::text[]) AS told"

_log = structlog.get_logger(__name__)


class Relay:
    """One process's ear and mouth; what it says itself it does not hear."""

    def __init__(self, url: str, bus: Bus) -> None:
        self._url = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
        self._bus = bus
        self._origin = secrets.token_hex(8)

    async def tell(self, session: AsyncSession, signals: Iterable[Signal]) -> None:
        """Have the other processes told when the session's transaction commits."""
        told = [self._encode(signal) for signal in signals]
        if told:
            await (await driver_of(session)).execute(_NOTIFY, {"channel": CHANNEL, "told": told})

    def _encode(self, signal: Signal) -> str:
        values = _told(signal) if isinstance(signal, DraftMoved) else astuple(signal)
        told = json.dumps([self._origin, type(signal).__name__, *values], separators=(",", ":"))
        if isinstance(signal, DraftMoved) and len(told) > LONGEST:  # ASCII: characters are bytes
            return self._encode(replace(signal, rows=()))
        return told

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[None]:
        """Hear the other processes for the length of a block; it begins when the line is there, or was sought in vain."""
        sought = asyncio.Event()
        listener = asyncio.create_task(self._keep_listening(sought), name="relay")
        await sought.wait()
        try:
            yield
        finally:
            listener.cancel()
            await asyncio.gather(listener, return_exceptions=True)

    async def _keep_listening(self, sought: asyncio.Event) -> None:
        while True:
            try:
                await self._listen(sought)
            except (psycopg.Error, OSError, TimeoutError) as error:
                _log.warning("relay_lost", reason=str(error).strip())
            finally:
                sought.set()
            await asyncio.sleep(RETRY)

    async def _listen(self, sought: asyncio.Event) -> None:
        async with await psycopg.AsyncConnection.connect(self._url, autocommit=True) as line:
            await line.execute(f"LISTEN {CHANNEL}")
            self._bus.publish(SignalsLost())  # whatever was said before anybody listened
            sought.set()
            while True:
                async for notice in line.notifies(timeout=PATIENCE):
                    self._hear(notice.payload)
                async with asyncio.timeout(ANSWERS):
                    await line.execute("SELECT")  # a line that broke in silence is found out

    def _hear(self, payload: str) -> None:
        # What cannot be read comes from a process of another version, or from somebody at the database's prompt.
        try:
            origin, kind, *values = json.loads(payload)
            signal = None if origin == self._origin else _decoded(kind, values)
        except (ValueError, TypeError, KeyError):
            _log.warning("relay_unreadable", begins=payload[:40])
            signal = SignalsLost()
        if signal:
            self._bus.publish(signal)


def _decoded(kind: str, values: list[Any]) -> Signal:
    if kind != DraftMoved.__name__:
        return _KINDS[kind](*values)
    document_id, sequence, rows = values
    return DraftMoved(document_id, sequence, tuple(map(_row, rows)))


def _told(moved: DraftMoved) -> tuple[object, ...]:
    rows = [(row.sequence, base64.b64encode(row.update).decode(), row.author) for row in moved.rows]
    return moved.document_id, moved.sequence, rows


def _row(told: tuple[int, str, str]) -> LogRow:
    sequence, update, author = told
    return LogRow(sequence, base64.b64decode(update), author)
