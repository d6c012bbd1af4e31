"""Days off that came with the software: the State's, Catalonia's, Barcelona's, and the institutions'.

The first three are those that the library `holidays` 0.109 compares with the official gazettes (2026) or foresees by rule
(2027: not verified). The institutions' follow the Commission's decisions of earlier years and are not verified. The other
towns' own days are entered by an administrator.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from positions.data.tables import FOLDER, by_language, rows


@dataclass(frozen=True)
class Holiday:
    """A day off in one calendar."""

    calendar: str
    day: date
    names: dict[str, str]
    is_verified: bool


def read_holidays(path: Path = FOLDER / "holidays.csv") -> tuple[Holiday, ...]:
    """Every day off of the table, in its order."""
    return tuple(
        Holiday(
            calendar=row["calendar"],
            day=date.fromisoformat(row["day"]),
            names=by_language(row, "name"),
            is_verified=row["verification"] == "verified",
        )
        for row in rows(path)
    )
