"""Work that would hold up the event loop: small things are done at once, larger ones in a thread, the largest in a process.

A thread takes turns with the event loop (the interpreter's lock), so that seconds of it are felt by everybody; a process costs
a third of a second to start.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from positions.publishing.apart import AT_ONCE, TEXTS, apart

Made = TypeVar("Made")

SMALL = 20_000
"""What weighs up to this much is worked on in place: a thread would cost more."""

LARGE = 1_000_000
"""What weighs more is worked on in a process: two versions of a paper of 60 pages weigh half of it."""

_LINE = 20
"""What a line adds to its code points: many short blocks take longer than few long ones."""

# Whoever waits for a process must not take the threads of others.
_waiting = ThreadPoolExecutor(AT_ONCE, "apart")


async def offload(work: Callable[..., Made], *given: object) -> Made:
    """What the work makes of what it is given (texts and other frozen values); LimitExceeded when it takes too long."""
    weight = sum(map(_weight, given))
    if weight <= SMALL:
        return work(*given)
    if weight <= LARGE:
        return await asyncio.to_thread(work, *given)
    running = asyncio.get_running_loop().run_in_executor
    return await running(_waiting, partial(apart, work, *given, queue=TEXTS))


def _weight(given: object) -> int:
    if isinstance(given, str):
        return len(given) + _LINE * given.count("\n")
    return len(given) if isinstance(given, bytes) else 0
