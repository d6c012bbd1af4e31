"""What every resolver is given: who asks, in which language, and the request's one snapshot."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime

import strawberry

from api.graphql.loaders import Loaders
from api.identity import Identity
from api.settings import Settings
from positions.actors import Actor
from positions.deadlines import day_of
from positions.publishing.press import Press
from positions.services.snapshots import Snapshot
from positions.services.unit_of_work import Database, UnitOfWork


class Context:
    """The surroundings of one operation; `mentioned` are the names of all fields in its document, to load ahead by.

    A mutation field ends the snapshot, so that its payload reads what it did."""

    def __init__(
        self,
        database: Database,
        settings: Settings,
        identity: Identity,
        language: str | None,
        press: Press | None = None,
    ) -> None:
        self.database = database
        self.settings = settings
        self.identity = identity
        self.press = press or Press()
        self.actor: Actor = identity.actor
        self.connection_params: dict[str, object] | None = None
        self.mentioned: frozenset[str] = frozenset()
        self._language = language
        self._snapshot = Snapshot(database)
        self.read = self._snapshot.read
        self.read_once = self._snapshot.read_once
        self.known = self._snapshot.known
        self.loaders = Loaders(self._snapshot)

    @property
    def language(self) -> str:
        """The language of messages: the one the request asks for, else the member's."""
        return self._language or self.actor.locale

    @property
    def now(self) -> datetime:
        """The present, by the server's clock."""
        return self.database.clock()

    @property
    def today(self) -> date:
        """The day it is in the metropolis."""
        return day_of(self.now)

    @asynccontextmanager
    async def write(self) -> AsyncIterator[UnitOfWork]:
        """One unit of work; when the block has ended it is committed, and later reads see it.

        Nothing is held open beside it: who waits for a connection while holding one may wait for ever.
        """
        await self.refresh()
        async with self.database.write() as work:
            yield work
        await self.refresh()

    async def refresh(self) -> None:
        """End the snapshot; the next read opens a new one."""
        await self._snapshot.close()
        self.loaders = Loaders(self._snapshot)

    async def end(self) -> None:
        """End the snapshot for good: the answer is made."""
        await self._snapshot.end()

    async def renew(self) -> None:
        """Look afresh: a new snapshot, and the actor's rights as they are now; BadCredential when the token ended."""
        await self.refresh()
        self.actor = await self.identity.again()

    def fork(self) -> "Context":
        """The same surroundings for another operation of the same connection, with a snapshot of its own."""
        context = Context(self.database, self.settings, self.identity, self._language, self.press)
        context.actor = self.actor
        return context


Info = strawberry.Info[Context, None]
