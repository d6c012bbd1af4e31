"""What the list of versions shows: those that people saved and that steps rest on always, the others ever fewer with time.

Nothing is ever thinned in the store: each version is reached by its number.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from positions.versions import Occasion

RESTING = frozenset({Occasion.QUIET, Occasion.MANY_EDITS})
"""Versions that the system saved while nobody took a step; only these are thinned."""

KEPT: tuple[tuple[timedelta, timedelta], ...] = (
    (timedelta(days=1), timedelta(0)),
    (timedelta(days=7), timedelta(hours=1)),
)
"""Until which age how far apart: of the last day all, of the last week one an hour."""

OLDER = timedelta(days=1)
"""Of older ones the newest of each day is shown."""

_BEGINNING = datetime.fromisoformat("2000-01-01T00:00:00+00:00")


@dataclass(frozen=True)
class Moment:
    """A version as thinning looks at it."""

    number: int
    at: datetime
    is_kept: bool


def thinned(moments: Iterable[Moment], now: datetime) -> list[int]:
    """The numbers of the versions to show, newest first: of each stretch of time the newest."""
    shown: list[int] = []
    known: set[tuple[timedelta, int]] = set()
    for moment in sorted(moments, key=lambda one: -one.number):
        stretch = next((apart for age, apart in KEPT if now - moment.at <= age), OLDER)
        place = (stretch, (moment.at - _BEGINNING) // stretch) if stretch else None
        if moment.is_kept or place is None or place not in known:
            shown.append(moment.number)
        if place is not None and not moment.is_kept:
            known.add(place)
    return shown
