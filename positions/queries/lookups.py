"""Comparing columns with texts that clients send: no stored text holds a NUL, and PostgreSQL takes none even to look."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, false
from sqlalchemy.orm import InstrumentedAttribute


def equals(column: InstrumentedAttribute[str], text: str) -> ColumnElement[bool]:
    """The condition that a column holds just this text."""
    return false() if "\x00" in text else column == text


def among(column: InstrumentedAttribute[str], texts: Iterable[str]) -> ColumnElement[bool]:
    """The condition that a column holds one of these texts."""
    return column.in_(sorted({text for text in texts if "\x00" not in text}))
