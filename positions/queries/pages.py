"""Keyset pages: rows after a key in a fixed order, as many as asked for, and whether there are more.

A key is what a cursor carries: the values of the ordering columns of the last row seen, as JSON values.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Generic, TypeVar

from sqlalchemy import ColumnElement, Select, func, literal, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from positions.errors import Invalid

Row = TypeVar("Row")
Key = tuple[str | int, ...]
Column = InstrumentedAttribute[str] | InstrumentedAttribute[int] | InstrumentedAttribute[datetime]

MAX_INTEGER = 2**31 - 1
"""The largest number that a column holds."""


@dataclass(frozen=True)
class Window:
    """Which page: how many rows at most, and the key they come after (None for the first page)."""

    limit: int
    after: Key | None = None


@dataclass(frozen=True)
class Page(Generic[Row]):
    """A page's rows, each with its key, and whether rows follow."""

    rows: list[Row]
    keys: list[Key]
    has_next: bool


@dataclass(frozen=True)
class Order:
    """Columns that order rows without ties; all ascending or all descending."""

    columns: tuple[Column, ...]
    is_descending: bool = False

    def key_of(self, row: object) -> Key:
        """The key of a loaded row."""
        return tuple(_to_key(getattr(row, column.key)) for column in self.columns)


async def page(session: AsyncSession, statement: Select[Row], order: Order, window: Window) -> Page[Row]:
    """One page of a statement's rows; Invalid when the key does not fit the order."""
    directed = [column.desc() if order.is_descending else column.asc() for column in order.columns]
    if window.after is not None:
        statement = statement.where(_beyond(order, window.after))
    found = await session.scalars(statement.order_by(*directed).limit(window.limit + 1))
    rows = list(found.all())
    shown = rows[: window.limit]
    return Page(shown, [order.key_of(row) for row in shown], len(rows) > window.limit)


async def count(session: AsyncSession, statement: Select[Row]) -> int:
    """How many rows a statement has."""
    return await session.scalar(select(func.count()).select_from(statement.order_by(None).subquery())) or 0


def moment_of(text: str) -> datetime:
    """The moment that a key names; Invalid when it names none."""
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is not None:
            return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise Invalid("cursor_invalid", ["after"])


def _beyond(order: Order, after: Key) -> ColumnElement[bool]:
    if len(after) != len(order.columns):
        raise Invalid("cursor_invalid", ["after"])
    here = tuple_(*order.columns)
    there = tuple_(
        *(
            literal(_from_key(value, column), column.type)
            for value, column in zip(after, order.columns, strict=True)
        )
    )
    return here < there if order.is_descending else here > there


def _to_key(value: str | int | datetime) -> str | int:
    return value.isoformat() if isinstance(value, datetime) else value


def _from_key(value: str | int, column: Column) -> str | int | datetime:
    wanted: type[str] | type[int] | type[datetime] = column.type.python_type
    if wanted is datetime and isinstance(value, str):
        return moment_of(value)
    fits = "\x00" not in value if isinstance(value, str) else abs(value) <= MAX_INTEGER
    if isinstance(value, wanted) and fits:
        return value
    raise Invalid("cursor_invalid", ["after"])
