"""What one process does is heard in the others, when and only when it is committed."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass

import psycopg
import pytest
from sqlalchemy import text

from positions.drafts import LogRow
from positions.services import relays
from positions.services.signals import (
    DraftMoved,
    PositionMoved,
    RightsChanged,
    Signal,
    SignalsLost,
    Subscription,
)
from positions.services.unit_of_work import Database


@dataclass
class Process:
    """One process's database, and what is heard in it."""

    database: Database
    heard: Subscription

    async def say(self, *signals: Signal) -> None:
        async with self.database.write() as work:
            for signal in signals:
                work.notify(signal)

    async def hears(self, *signals: Signal) -> None:
        async with asyncio.timeout(60):
            for signal in signals:
                assert await self.heard.get() == signal


@pytest.fixture
async def processes(postgres_url: str) -> AsyncIterator[tuple[Process, Process]]:
    async with AsyncExitStack() as stack:
        made = []
        for _ in range(2):
            database = Database(postgres_url)
            stack.push_async_callback(database.dispose)
            process = Process(database, stack.enter_context(database.bus.subscribe()))
            await stack.enter_async_context(database.listening())
            await process.hears(SignalsLost())  # nobody listened before
            made.append(process)
        yield made[0], made[1]


async def test_every_kind_is_heard_in_order_and_once_by_whoever_said_it(
    processes: tuple[Process, Process],
) -> None:
    here, there = processes
    rows = (LogRow(6, b"\x00\xff", "msh_1"), LogRow(7, b"", "msh_2"))
    signals: tuple[Signal, ...] = (
        DraftMoved("doc_1", 7, rows),
        DraftMoved("doc_1", 8),
        PositionMoved("pos_1", 3),
        RightsChanged("mem_1"),
    )
    await here.say(*signals)
    await there.hears(*signals)
    await there.say(RightsChanged("mem_2"))
    await here.hears(*signals, RightsChanged("mem_2"))


async def test_rows_too_long_for_a_notice_are_left_to_be_read(processes: tuple[Process, Process]) -> None:
    here, there = processes
    await here.say(DraftMoved("doc_1", 7, (LogRow(7, bytes(5000), "msh_1"),)))
    await there.hears(DraftMoved("doc_1", 7, (LogRow(7, bytes(5000), "msh_1"),)))
    await here.say(DraftMoved("doc_1", 8, (LogRow(8, bytes(6000), "msh_1"),)))
    await there.hears(DraftMoved("doc_1", 8))


async def say_and_fail(process: Process) -> None:
    async with process.database.write() as work:
        work.notify(RightsChanged("mem_1"))
        raise ZeroDivisionError


async def test_what_was_rolled_back_is_heard_by_nobody(processes: tuple[Process, Process]) -> None:
    here, there = processes
    with pytest.raises(ZeroDivisionError):
        await say_and_fail(here)
    await here.say(RightsChanged("mem_2"))
    await there.hears(RightsChanged("mem_2"))


async def cut_lines(url: str) -> None:
    """End every connection that listens, as a restart of the database would."""
    address = url.replace("+psycopg", "")
    async with await psycopg.AsyncConnection.connect(address, autocommit=True) as line:
        await line.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN positions'"
        )


async def test_whoever_lost_the_line_looks_afresh_when_it_is_back(
    processes: tuple[Process, Process], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relays, "RETRY", 0.01)
    here, there = processes
    await cut_lines(here.database.url)
    await there.hears(SignalsLost())
    await here.hears(SignalsLost())
    await here.say(RightsChanged("mem_1"))
    await there.hears(RightsChanged("mem_1"))


@pytest.mark.parametrize("notice", ["", "x", "7", '["a"]', '["a","DraftMoved","doc_1",7]', '["a","New",1]'])
async def test_a_notice_that_nobody_can_read_ends_no_listening(
    processes: tuple[Process, Process], notice: str
) -> None:
    here, there = processes
    async with here.database.write() as work:
        await work.session.execute(text("SELECT pg_notify('positions', :notice)"), {"notice": notice})
    await there.hears(SignalsLost())
    await here.say(RightsChanged("mem_1"))
    await there.hears(RightsChanged("mem_1"))


async def test_a_quiet_line_is_tried_and_kept(
    processes: tuple[Process, Process], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, _ = processes
    monkeypatch.setattr(relays, "PATIENCE", 0.01)
    async with AsyncExitStack() as stack:
        database = Database(here.database.url)
        stack.push_async_callback(database.dispose)
        third = Process(database, stack.enter_context(database.bus.subscribe()))
        await stack.enter_async_context(database.listening())
        for _ in range(20):  # each takes longer than the line is patient
            async with database.read() as session:
                await session.execute(text("SELECT pg_sleep(0.002)"))
        await here.say(RightsChanged("mem_1"))
        await third.hears(SignalsLost(), RightsChanged("mem_1"))
