"""The 21 domains of EuroVoc: a position's subjects."""

from dataclasses import dataclass
from pathlib import Path

from positions.data.tables import FOLDER, by_language, rows

PROPER_NAMES = frozenset({"10"})
"""Domains named by a proper name, of which every word takes a capital."""


@dataclass(frozen=True)
class Subject:
    """One EuroVoc domain: two-digit code, persistent address, label by language, what we file under it."""

    code: str
    uri: str
    labels: dict[str, str]
    use: str


def read_subjects(path: Path = FOLDER / "eurovoc_domains.csv") -> tuple[Subject, ...]:
    """The domains by code."""
    subjects = (
        Subject(row["code"], row["uri"], _labels(row), row["use_in_this_product"]) for row in rows(path)
    )
    return tuple(sorted(subjects, key=lambda subject: subject.code))


def _labels(row: dict[str, str]) -> dict[str, str]:
    cased = str.title if row["code"] in PROPER_NAMES else str.capitalize
    return {language: cased(text) for language, text in by_language(row, "label").items()}
