"""Comparing columns with texts that clients send: no stored text holds a NUL, and PostgreSQL takes none even to look."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, false
from sqlalchemy.orm import InstrumentedAttribute

from positions.errors import LimitExceeded

MOST_TEXTS = 200
"""How many texts one look-up takes: databases bind a limited number of values."""


def equals(column: InstrumentedAttribute[str], text: str) -> ColumnElement[bool]:
    """The condition that a column holds just this text."""
    return false() if "\x00" in text else column == text


def among(column: InstrumentedAttribute[str], texts: Iterable[str]) -> ColumnElement[bool]:
    """The condition that a column holds one of these texts; LimitExceeded for more than any list of ours has."""
    wanted = {text for text in texts if "\x00" not in text}
    if len(wanted) > MOST_TEXTS:
        raise LimitExceeded("list_too_long", limit=MOST_TEXTS)
    return column.in_(sorted(wanted))
