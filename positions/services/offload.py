"""Work that would hold up the event loop: small things are done at once, large ones in a thread."""

import asyncio
from collections.abc import Callable

SMALL = 20_000
"""Texts up to this many code points are worked on in place: a thread would cost more."""


async def offload(work: Callable[[str], str], text: str) -> str:
    """What the work makes of a text."""
    return work(text) if len(text) <= SMALL else await asyncio.to_thread(work, text)
