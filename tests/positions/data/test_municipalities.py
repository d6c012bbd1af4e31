"""The 36 towns, their figures by year, their places on the map."""

import re
from pathlib import Path

from positions.data.municipalities import Figures, read_municipalities

CHECK_TENS = (0, 3, 8, 2, 7, 4, 1, 5, 9, 6)
CHECK_UNITS = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)


def check_digit(code: str) -> int:
    """The digit that Idescat and DIR3 add to an INE code."""
    first, second, third, fourth, fifth = (int(digit) for digit in code)
    total = CHECK_UNITS[first] + CHECK_TENS[second] + third + CHECK_UNITS[fourth] + CHECK_TENS[fifth]
    return -total % 10


def test_there_are_36_towns_with_the_published_totals() -> None:
    towns = read_municipalities()
    assert len({town.code for town in towns}) == 36
    assert sum(town.figures[-1].population for town in towns) == 3_247_281
    assert sum(town.figures[-1].seats for town in towns) == 90
    assert {figures.year for town in towns for figures in town.figures} == {2017}


def test_codes_agree_with_each_other() -> None:
    for town in read_municipalities():
        assert re.fullmatch(r"08\d{3}", town.code)
        assert town.idescat_code == f"{town.code}{check_digit(town.code)}"
        assert town.dir3_code == f"L01{town.idescat_code}"


def test_every_town_has_a_tile_of_its_own() -> None:
    tiles = [town.tile for town in read_municipalities()]
    assert None not in tiles
    assert len({(tile.column, tile.row) for tile in tiles if tile is not None}) == 36


def test_a_newer_year_stands_beside_the_older_one(tmp_path: Path) -> None:
    header = (
        "ine_code,idescat_code,dir3_code,name_ca,comarca_code,comarca,province_code,population,"
        "population_year,council_seats,seat_tier,plenary_min_frequency\n"
    )
    town = "08019,080193,L01080193,Barcelona,13,Barcelonès,08,{},{},25,barcelona,monthly\n"
    path = tmp_path / "towns.csv"
    path.write_text(header + town.format(1664182, 2021) + town.format(1620809, 2017), encoding="utf-8")
    (barcelona,) = read_municipalities(path)
    assert barcelona.figures == (Figures(2017, 1620809, 25), Figures(2021, 1664182, 25))
