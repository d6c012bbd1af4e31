"""What institutions did with the asks of a position: one word per ask and institution, and what they come to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class UptakeStatus(StrEnum):
    """How far an ask got with one institution."""

    NOT_ADDRESSED = "NOT_ADDRESSED"
    NOTED = "NOTED"
    PARTLY_TAKEN_UP = "PARTLY_TAKEN_UP"
    TAKEN_UP = "TAKEN_UP"
    REJECTED = "REJECTED"


REACH: Mapping[UptakeStatus, int] = MappingProxyType(
    {
        UptakeStatus.NOT_ADDRESSED: 0,
        UptakeStatus.REJECTED: 1,
        UptakeStatus.NOTED: 2,
        UptakeStatus.PARTLY_TAKEN_UP: 3,
        UptakeStatus.TAKEN_UP: 4,
    }
)
"""How far each status is on the way: who rejects has at least answered."""

TAKEN = frozenset({UptakeStatus.TAKEN_UP, UptakeStatus.PARTLY_TAKEN_UP})
"""What counts as taken up, in whole or in part."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What one institution was seen to do with one ask; `ask` is the ask's key."""

    ask: str
    institution: str
    status: UptakeStatus


def furthest(statuses: Iterable[UptakeStatus]) -> UptakeStatus | None:
    """The status that got furthest; None where nothing was seen yet."""
    return max(statuses, key=REACH.__getitem__, default=None)


def outcomes(asks: Iterable[str], seen: Iterable[Seen]) -> dict[str, UptakeStatus | None]:
    """How far each ask got with any institution, in the asks' order; what was seen of other asks is left out."""
    statuses: dict[str, list[UptakeStatus]] = {ask: [] for ask in asks}
    for one in seen:
        if one.ask in statuses:
            statuses[one.ask].append(one.status)
    return {ask: furthest(found) for ask, found in statuses.items()}
