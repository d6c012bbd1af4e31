"""Reading the tables beside this file: UTF-8, a header row, comma, `|` inside lists, empty for unknown.

Nothing here touches the database; whoever loads rows does so from these frozen values.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

LANGUAGES = ("ca", "es", "en")
"""The languages of the interface, in the order in which names are told."""

FOLDER = Path(__file__).parent


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of one table by column name, stripped of surrounding blanks."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, strict=True):
            yield {column: (value or "").strip() for column, value in row.items()}


def listed(cell: str) -> tuple[str, ...]:
    """The members of a `|` list; none for an empty cell."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def by_language(row: dict[str, str], column: str) -> dict[str, str]:
    """The texts of `column_ca`, `column_es`, `column_en` that are filled in."""
    found = ((language, row.get(f"{column}_{language}", "")) for language in LANGUAGES)
    return {language: text for language, text in found if text}
