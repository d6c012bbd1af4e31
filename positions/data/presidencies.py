"""Who presides over the Council of the European Union, by half-years; a half-year that is not in the table is not known."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from positions.data.tables import FOLDER, by_language, rows

HALF_YEARS = {1: 7, 7: 1}
"""The months in which a presidency starts, and the month in which it has ended."""


@dataclass(frozen=True)
class Presidency:
    """A Member State in the chair from a day on, for half a year."""

    since: date
    until: date
    country_code: str
    names: dict[str, str]
    is_verified: bool


def read_presidencies(path: Path = FOLDER / "presidencies.csv") -> tuple[Presidency, ...]:
    """Every half-year of the table, in its order."""
    return tuple(_presidency(row) for row in rows(path))


@cache
def presidencies() -> tuple[Presidency, ...]:
    """The table as it came with the software."""
    return read_presidencies()


def presiding(day: date, known: Sequence[Presidency]) -> Presidency | None:
    """Who presides on a day; None when the table does not say."""
    return next((one for one in known if one.since <= day < one.until), None)


def following(one: Presidency, known: Sequence[Presidency]) -> Presidency | None:
    """Who presides afterwards; None when the table does not say."""
    return presiding(one.until, known)


def _presidency(row: dict[str, str]) -> Presidency:
    since = date.fromisoformat(row["since"])
    ending = HALF_YEARS[since.month]
    return Presidency(
        since=since,
        until=date(since.year + (ending < since.month), ending, 1),
        country_code=row["country_code"],
        names=by_language(row, "name"),
        is_verified=row["verification"] == "verified",
    )
