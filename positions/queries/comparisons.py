"""Comparisons of two texts, computed off the event loop and kept by the hashes of both."""

from collections import OrderedDict
from collections.abc import Awaitable, Callable

from positions.comparison import Comparison, compare
from positions.versions import sha256_of

KEPT = 128


Offload = Callable[[Callable[[str, str], Comparison], str, str], Awaitable[Comparison]]
"""Where long work is done: given by the ring above, which knows processes."""


class Comparisons:
    """The newest comparisons of this process; a comparison depends on its two texts alone."""

    def __init__(self, offload: Offload) -> None:
        self._offload = offload
        self._known: OrderedDict[tuple[str, str], Comparison] = OrderedDict()

    async def compare(self, base: str, head: str) -> Comparison:
        """The comparison of two texts."""
        key = (sha256_of(base), sha256_of(head))
        known = self._known.get(key)
        if known is None:
            known = await self._offload(compare, base, head)
            self._known[key] = known
            while len(self._known) > KEPT:
                self._known.popitem(last=False)
        self._known.move_to_end(key)
        return known
