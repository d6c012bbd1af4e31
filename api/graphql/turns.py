"""Long lists without pages, answered a few objects at a time: each is shown without a pause, and all at once would hold everybody."""

import asyncio
from collections.abc import Sequence
from typing import TypeVar, cast

Shown = TypeVar("Shown")

AT_ONCE = 100
"""So many objects are shown before others have their turn: some 20 ms."""

_keeping: set[asyncio.Task[None]] = set()


def in_turns(given: list[Shown]) -> list[Shown]:
    """The list; a long one as promises, which the executor awaits, and which are kept in turns."""
    if len(given) <= AT_ONCE:
        return given
    loop = asyncio.get_running_loop()
    promises: list[asyncio.Future[Shown]] = [loop.create_future() for _ in given]
    task = asyncio.create_task(_keep(promises, given))
    _keeping.add(task)
    task.add_done_callback(_keeping.discard)
    return cast("list[Shown]", promises)


async def _keep(promises: Sequence[asyncio.Future[Shown]], given: Sequence[Shown]) -> None:
    for place, (promise, one) in enumerate(zip(promises, given, strict=True), 1):
        if not promise.cancelled():
            promise.set_result(one)
        if place % AT_ONCE == 0:
            await asyncio.sleep(0)
