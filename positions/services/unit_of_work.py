"""The only way to the database: a read snapshot, or one unit of work with one commit and its signals after it.

SQLite has one writer connection behind an asyncio lock and begins IMMEDIATE; readers are apart and see a WAL snapshot.
PostgreSQL serialises by row locks; a read is one REPEATABLE READ snapshot.
"""

import asyncio
import itertools
import secrets
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from datetime import UTC, datetime
from sqlite3 import Connection as SqliteConnection

from sqlalchemy import Connection, event
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine

from positions.ids import make_id
from positions.queries.comparisons import Comparisons
from positions.queries.drafts import Drafts
from positions.services.offload import offload
from positions.services.relays import Relay
from positions.services.signals import Bus, Signal

Clock = Callable[[], datetime]

_SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",  # an acknowledged update survives a power cut
    "PRAGMA busy_timeout=10000",
    "PRAGMA foreign_keys=ON",
)
_counter = itertools.count()


def system_clock() -> datetime:
    """The present, in UTC."""
    return datetime.now(UTC)


class UnitOfWork:
    """One transaction: its session, its moment, fresh ids, and what to tell once it is committed."""

    def __init__(self, session: AsyncSession, now: datetime, drafts: Drafts) -> None:
        self.session = session
        self.now = now
        self.drafts = drafts
        self.appended: set[str] = set()
        self.signals: list[Signal] = []

    def new_id(self, prefix: str) -> str:
        """A fresh id that sorts after those this process made before in the same moment."""
        randomness = (next(_counter) & 0xFFFF).to_bytes(2, "big") + secrets.token_bytes(8)
        return make_id(prefix, int(self.now.timestamp() * 1000), randomness)

    def notify(self, signal: Signal) -> None:
        """Tell the subscribers after the commit; nothing is told when it fails."""
        self.signals.append(signal)


class Database:
    """The engines, the clock and the bus of one process."""

    def __init__(self, url: str, clock: Clock = system_clock) -> None:
        self.url = url
        self.clock = clock
        self.bus = Bus()
        self.drafts = Drafts()
        self.comparisons = Comparisons(offload)
        self.settled: dict[str, int] = {}  # drafts found to say nothing new, and at which sequence
        self.is_sqlite = url.startswith("sqlite")
        self._relay = None if self.is_sqlite else Relay(url, self.bus)
        self._lock = asyncio.Lock()
        self._writer = _sqlite_engine(url, "BEGIN IMMEDIATE") if self.is_sqlite else create_async_engine(url)
        self._reader = (
            _sqlite_engine(url, "BEGIN")
            if self.is_sqlite
            else self._writer.execution_options(isolation_level="REPEATABLE READ")
        )
        self._write_sessions = async_sessionmaker(self._writer, expire_on_commit=False)
        self._read_sessions = async_sessionmaker(self._reader, expire_on_commit=False)

    @asynccontextmanager
    async def write(self) -> AsyncIterator[UnitOfWork]:
        """One unit of work: committed when the block ends well, rolled back when it raises."""
        guard: AbstractAsyncContextManager[object] = self._lock if self.is_sqlite else nullcontext()
        async with guard, self._write_sessions() as session, session.begin():
            await _connect(session)
            work = UnitOfWork(session, self.clock(), self.drafts)
            yield work
            if self._relay:
                await self._relay.tell(session, work.signals)
        for signal in work.signals:
            self.bus.publish(signal)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncSession]:
        """One snapshot; whatever is written to it is rolled back."""
        async with self._read_sessions() as session:
            await _connect(session)
            yield session
            session.expunge_all()  # what was read may be looked at afterwards
            await session.rollback()

    def listening(self) -> AbstractAsyncContextManager[None]:
        """Hear for the length of a block what other processes do in the same database."""
        return self._relay.listening() if self._relay else nullcontext()

    async def tell_elsewhere(self, signals: Iterable[Signal]) -> None:
        """Tell the other processes what stands in no table."""
        if self._relay:
            async with self._write_sessions() as session, session.begin():
                await _connect(session)
                await self._relay.tell(session, signals)

    async def dispose(self) -> None:
        """Close every connection."""
        await self._writer.dispose()
        await self._reader.dispose()


async def _connect(session: AsyncSession) -> None:
    """Take a connection for the session, to the end even if cancelled meanwhile.

    One whose making is cancelled halfway belongs to nobody: neither the pool nor the driver closes it.
    """
    making = asyncio.create_task(session.connection())
    cancelled = None
    while not making.done():
        try:
            await asyncio.wait([making])
        except asyncio.CancelledError as error:
            cancelled = error
    if problem := cancelled or making.exception():
        raise problem


def _sqlite_engine(url: str, begin: str) -> AsyncEngine:
    engine = create_async_engine(url)

    @event.listens_for(engine.sync_engine, "connect")
    def configure(connection: SqliteConnection, _: object) -> None:
        connection.isolation_level = None  # the driver must not open transactions of its own
        cursor = connection.cursor()
        for pragma in _SQLITE_PRAGMAS:
            cursor.execute(pragma)
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
