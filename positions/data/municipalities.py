"""The 36 municipalities of Llei 31/2010, art. 2, with what changes by year kept apart.

Population is the INE municipal register's; seats are those of the Metropolitan Council's mandate. A file of a newer year
with the same columns reads the same way, and its figures stand beside the older ones.
"""

from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from positions.data.tables import FOLDER, rows


@dataclass(frozen=True)
class Figures:
    """What counts in a vote, as of one year: inhabitants, and seats in the Metropolitan Council."""

    year: int
    population: int
    seats: int


@dataclass(frozen=True)
class Tile:
    """Where a town stands on the tile map, and roughly on the globe (degrees)."""

    column: int
    row: int
    latitude: float
    longitude: float


@dataclass(frozen=True)
class Municipality:
    """A town: its INE code is its code everywhere in this software."""

    code: str
    idescat_code: str
    dir3_code: str
    name: str
    comarca: str
    comarca_code: str
    province_code: str
    seat_tier: str
    plenary_frequency: str
    figures: tuple[Figures, ...]
    tile: Tile | None


def read_municipalities(
    path: Path = FOLDER / "municipalities.csv", tiles_path: Path = FOLDER / "municipality_tiles.csv"
) -> tuple[Municipality, ...]:
    """Every town of the file, by INE code; each with its figures, oldest year first."""
    tiles = _read_tiles(tiles_path)
    ordered = sorted(rows(path), key=lambda row: (row["ine_code"], int(row["population_year"])))
    return tuple(
        _municipality(list(years), tiles.get(code))
        for code, years in groupby(ordered, key=lambda row: row["ine_code"])
    )


def _municipality(years: list[dict[str, str]], tile: Tile | None) -> Municipality:
    row = years[-1]
    return Municipality(
        code=row["ine_code"],
        idescat_code=row["idescat_code"],
        dir3_code=row["dir3_code"],
        name=row["name_ca"],
        comarca=row["comarca"],
        comarca_code=row["comarca_code"],
        province_code=row["province_code"],
        seat_tier=row["seat_tier"],
        plenary_frequency=row["plenary_min_frequency"],
        figures=tuple(_figures(year) for year in years),
        tile=tile,
    )


def _figures(row: dict[str, str]) -> Figures:
    return Figures(int(row["population_year"]), int(row["population"]), int(row["council_seats"]))


def _read_tiles(path: Path) -> dict[str, Tile]:
    return {
        row["ine_code"]: Tile(
            int(row["tile_column"]),
            int(row["tile_row"]),
            float(row["latitude_approx"]),
            float(row["longitude_approx"]),
        )
        for row in rows(path)
    }
