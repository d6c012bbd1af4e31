"""What one request reads: a single snapshot, opened when first needed, one statement at a time."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from contextlib import AsyncExitStack
from typing import Concatenate, ParamSpec, TypeVar, cast

from sqlalchemy.ext.asyncio import AsyncSession

from positions.services.unit_of_work import Database

P = ParamSpec("P")
T = TypeVar("T")


class SnapshotOver(Exception):
    """The request this snapshot belonged to has been answered."""


class Snapshot:
    """A read session for one request; resolvers that run side by side take turns on it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._turn = asyncio.Lock()
        self._stack = AsyncExitStack()
        self._session: AsyncSession | None = None
        self._is_over = False
        self._answers: dict[Hashable, object] = {}

    async def read(
        self, query: Callable[Concatenate[AsyncSession, P], Awaitable[T]], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """What a query answers on this snapshot."""
        async with self._turn:
            return await query(await self._open(), *args, **kwargs)

    async def read_once(
        self, query: Callable[Concatenate[AsyncSession, P], Awaitable[T]], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Like `read`, but the same question (hashable arguments) is asked of the database once only."""
        key = (query, args, tuple(sorted(kwargs.items())))
        async with self._turn:
            if key not in self._answers:
                self._answers[key] = await query(await self._open(), *args, **kwargs)
            return cast(T, self._answers[key])

    def known(
        self, query: Callable[Concatenate[AsyncSession, P], Awaitable[T]], *args: P.args, **kwargs: P.kwargs
    ) -> T | None:
        """What `read_once` was answered before; None when it was not asked yet."""
        return cast(T | None, self._answers.get((query, args, tuple(sorted(kwargs.items())))))

    async def close(self) -> None:
        """Let the snapshot go; the next read opens a new one."""
        async with self._turn:
            self._session = None
            self._answers.clear()
            await self._stack.aclose()

    async def end(self) -> None:
        """Let the snapshot go for good: a resolver that outlives its request gets SnapshotOver, not a forgotten session."""
        self._is_over = True
        await self.close()

    async def _open(self) -> AsyncSession:
        if self._is_over:
            raise SnapshotOver
        if self._session is None:
            self._session = await self._stack.enter_async_context(self._database.read())
        return self._session
