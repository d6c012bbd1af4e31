"""Who is where, said to the other processes: the newest entry of each browser, several times a second at most.

What is lost here is said again: browsers renew their entries by themselves.
"""

import asyncio

import structlog

from api.live.protocol import Presence
from positions.services.signals import PresenceAsked, PresenceTold, Signal
from positions.services.unit_of_work import Database

PAUSE = 0.1
"""Seconds between two tellings: carets move often, and each telling is a transaction."""

_log = structlog.get_logger(__name__)


class Whispers:
    """What one process has still to say."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._unsaid: dict[tuple[str, int | None], Signal] = {}
        self._has_unsaid = asyncio.Event()

    def tell(self, document_id: str, entry: Presence) -> None:
        """Say an entry, unless a newer one comes first."""
        self._add(
            (document_id, entry.client), PresenceTold(document_id, entry.client, entry.clock, entry.state)
        )

    def ask(self, document_id: str) -> None:
        """Ask who has a document open."""
        self._add((document_id, None), PresenceAsked(document_id))

    async def say(self) -> None:
        """Say what there is to say, until cancelled."""
        while True:
            await self._has_unsaid.wait()
            self._has_unsaid.clear()
            signals, self._unsaid = list(self._unsaid.values()), {}
            try:
                await self._database.tell_elsewhere(signals)
            except Exception:  # noqa: BLE001  # nobody's text depends on it
                _log.exception("live_whispers_failed", signals=len(signals))
            await asyncio.sleep(PAUSE)

    def _add(self, key: tuple[str, int | None], signal: Signal) -> None:
        self._unsaid[key] = signal
        self._has_unsaid.set()
