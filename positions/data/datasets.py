"""The tables of open data: their columns in a fixed order, each with what it holds. A column is added at the end or not at all."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from positions.data.tables import FOLDER, LANGUAGES, rows


@dataclass(frozen=True)
class Column:
    """A column: its name, its type in the words of XML Schema, and what it holds by language."""

    name: str
    datatype: str
    labels: dict[str, str]


@cache
def read_datasets(path: Path = FOLDER / "open_data.csv") -> dict[str, tuple[Column, ...]]:
    """The columns of every table."""
    found: dict[str, list[Column]] = {}
    for row in rows(path):
        labels = {language: row[language] for language in LANGUAGES}
        found.setdefault(row["table"], []).append(Column(row["column"], row["datatype"], labels))
    return {table: tuple(columns) for table, columns in found.items()}
