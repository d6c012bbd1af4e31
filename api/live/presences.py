"""Who is in a room: one entry for each client, held by the connection that announced it.

Entries are numbered here, not by the browsers: a browser that returns begins where it was, and the others would take its
news for old. Numbers are milliseconds, so that they also rise over a restart of the server. Browsers renew their entries every 15 seconds;
what another process told is believed for twice as long, since a killed process says no goodbye.
"""

from collections.abc import Callable, Collection, Iterable

from api.live.connections import Connection
from api.live.protocol import Presence, stamp
from positions.replicas import SERVER_CLIENTS

BELIEVED = 30_000
"""Milliseconds for which another process's word holds without being renewed."""

MAX_CLIENTS = 8
"""How many clients one connection may hold: a browser's page has one."""


class Presences:
    """The entries of one room."""

    def __init__(self, owner_of: Callable[[int], str | None]) -> None:
        self._owner_of = owner_of
        self._entries: dict[
            int, tuple[Connection | None, Presence]
        ] = {}  # None: at another process, or between two requests
        self._clocks: dict[int, int] = {}

    def announce(self, connection: Connection, entries: Iterable[Presence], now: int) -> tuple[Presence, ...]:
        """Take in what a connection says of itself; what the others are to hear."""
        told = tuple(entries)
        owned = self._holdable(connection, [entry.client for entry in told])
        stamped = stamp(told, owned=owned, identity=connection.identity)
        return tuple(self._keep(connection, entry, now) for entry in stamped)

    def leave(self, connection: Connection, now: int) -> tuple[Presence, ...]:
        """Take a connection's clients out; what the others are to hear."""
        gone = [Presence(client, 0, None) for client in self._held_by(connection)]
        return tuple(self._keep(connection, entry, now) for entry in gone)

    def release(self, connection: Connection) -> None:
        """Let a connection go whose member is expected back; their entries are believed for a while."""
        for client in self._held_by(connection):
            self._entries[client] = (None, self._entries[client][1])

    def hear(self, entry: Presence) -> bool:
        """Take in what another process says of a client of its own; whether it is news."""
        if entry.clock <= self._clocks.get(entry.client, 0):
            return False
        self._put(None, entry)
        return True

    def others(self, connection: Connection, now: int) -> tuple[Presence, ...]:
        """The entries of everybody else."""
        self._forget_silent(now)
        return tuple(entry for holder, entry in self._entries.values() if holder is not connection)

    def here(self) -> tuple[Presence, ...]:
        """The entries of those who are at this process."""
        return tuple(entry for holder, entry in self._entries.values() if holder is not None)

    def _keep(self, connection: Connection, entry: Presence, now: int) -> Presence:
        clock = max(self._clocks.get(entry.client, 0) + 1, now)
        return self._put(connection, Presence(entry.client, clock, entry.state))

    def _put(self, connection: Connection | None, kept: Presence) -> Presence:
        self._clocks[kept.client] = kept.clock
        if kept.state is None:
            self._entries.pop(kept.client, None)
        else:
            self._entries[kept.client] = (connection, kept)
        return kept

    def _forget_silent(self, now: int) -> None:
        silent = [
            client
            for client, (holder, entry) in self._entries.items()
            if holder is None and entry.clock < now - BELIEVED
        ]
        for client in silent:
            del self._entries[client]

    def _held_by(self, connection: Connection) -> list[int]:
        return [client for client, (holder, _) in self._entries.items() if holder is connection]

    def _holdable(self, connection: Connection, clients: Collection[int]) -> set[int]:
        """Its own, and free ones; a member who returns takes a client over from the socket that was lost."""
        held = set(self._held_by(connection))
        member = connection.identity["key"]
        for client in clients:
            if client in held or len(held) >= MAX_CLIENTS or client in SERVER_CLIENTS:
                continue
            if {self._owner_of(client), self._shown_as(client)} <= {None, member}:
                held.add(client)
        return held

    def _shown_as(self, client: int) -> object:
        """The key of the member whose entry it is."""
        held = self._entries.get(client)
        user = held[1].state["user"] if held and held[1].state else None
        return user["key"] if isinstance(user, dict) else None
