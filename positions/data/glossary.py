"""The terms of the interface in the three languages, each with its English definition."""

from dataclasses import dataclass
from pathlib import Path

from positions.data.tables import FOLDER, by_language, rows


@dataclass(frozen=True)
class Term:
    """One notion: the English word code uses, and how the administrations call it."""

    key: str
    names: dict[str, str]
    definition: str
    domain: str


def read_glossary(path: Path = FOLDER / "glossary.csv") -> tuple[Term, ...]:
    """The terms in the file's order."""
    return tuple(
        Term(row["code_name"], by_language(row, "term"), row["definition_en"], row["domain"])
        for row in rows(path)
    )
