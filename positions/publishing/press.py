"""The printing press of one server: files are made in turn, off the event loop, and the last ones are kept."""

import asyncio
import hashlib
import pickle
from collections import OrderedDict
from collections.abc import Callable

from positions.errors import RateLimited
from positions.publishing.apart import AT_ONCE
from positions.publishing.papers import PaperFile

_WAITING = 40
_KEPT_BYTES = 64 * 1024 * 1024


class Press:
    """Makes files one or two at a time; the same file asked for again comes from memory."""

    def __init__(self) -> None:
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._waiting = 0
        self._kept: OrderedDict[bytes, PaperFile] = OrderedDict()

    async def make(self, work: Callable[..., PaperFile], *given: object) -> PaperFile:
        """The file that the work makes of what it is given (frozen values); RateLimited while too many wait."""
        key = hashlib.sha256(pickle.dumps((work, given))).digest()
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if self._waiting >= _WAITING:
            raise RateLimited("files_busy")
        self._waiting += 1
        try:
            async with self._turns:
                made = await asyncio.to_thread(work, *given)
        finally:
            self._waiting -= 1
        self._keep(key, made)
        return made

    def _keep(self, key: bytes, made: PaperFile) -> None:
        self._kept[key] = made
        while sum(len(one.content) for one in self._kept.values()) > _KEPT_BYTES:
            self._kept.popitem(last=False)
