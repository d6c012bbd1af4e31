"""Who is in a room: one entry for each client, held by the connection that announced it.

Entries are numbered here, not by the browsers: a browser that returns begins where it was, and the others would take its
news for old. Numbers are milliseconds, so that they also rise over a restart of the server.
"""

from collections.abc import Callable, Collection, Iterable

from api.live.connections import Connection
from api.live.protocol import Presence, stamp
from positions.drafts import SERVER_CLIENTS

MAX_CLIENTS = 8
"""How many clients one connection may hold: a browser's page has one."""


class Presences:
    """The entries of one room."""

    def __init__(self, owner_of: Callable[[int], str | None]) -> None:
        self._owner_of = owner_of
        self._entries: dict[int, tuple[Connection, Presence]] = {}
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

    def others(self, connection: Connection) -> tuple[Presence, ...]:
        """The entries of everybody else."""
        return tuple(entry for holder, entry in self._entries.values() if holder is not connection)

    def _keep(self, connection: Connection, entry: Presence, now: int) -> Presence:
        clock = max(self._clocks.get(entry.client, 0) + 1, now)
        self._clocks[entry.client] = clock
        kept = Presence(entry.client, clock, entry.state)
        if kept.state is None:
            self._entries.pop(entry.client, None)
        else:
            self._entries[entry.client] = (connection, kept)
        return kept

    def _held_by(self, connection: Connection) -> list[int]:
        return [client for client, (holder, _) in self._entries.items() if holder is connection]

    def _holdable(self, connection: Connection, clients: Collection[int]) -> set[int]:
        """Its own, and free ones; a member who returns takes a client over from the socket that was lost."""
        held = set(self._held_by(connection))
        member_id = connection.visitor.actor.member_id
        for client in clients:
            if client in held or len(held) >= MAX_CLIENTS or client in SERVER_CLIENTS:
                continue
            holder = self._entries.get(client)
            owners = {self._owner_of(client), holder and holder[0].visitor.actor.member_id}
            if owners <= {None, member_id}:
                held.add(client)
        return held
