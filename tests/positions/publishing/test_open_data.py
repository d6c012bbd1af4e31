"""The tables: every column of the documentation in its place, read back as written, and no cell that a spreadsheet would run."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.data.datasets import read_datasets
from positions.publishing.linked_data import Profile
from positions.publishing.open_data import TABLES, head_line, lines, organization_row, record
from tests.support.published import BARCELONA, DEMO, SITE, publication


def read(table: str, text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(head_line(table) + text, newline="")))


@pytest.mark.parametrize("table", TABLES)
def test_every_table_has_just_its_columns(table: str) -> None:
    rows = TABLES[table](publication(), SITE)
    assert rows
    for row in rows:
        assert list(row) == [column.name for column in read_datasets()[table]]


def test_organizations_have_just_their_columns() -> None:
    row = organization_row(Profile(BARCELONA, None, None, None), 2, SITE)
    assert list(row) == [column.name for column in read_datasets()["organizations"]]
    (told,) = read("organizations", lines("organizations", [row]))
    assert (told["code"], told["population"], told["signed"]) == ("08019", "", "2")


def test_cells_are_written_one_way() -> None:
    (told,) = read("positions", lines("positions", TABLES["positions"](publication(), DEMO)))
    assert told["languages"] == "ca|en"
    assert told["adopted_on"] == "2026-03-20"
    assert told["deadline"] == "2026-03-29T22:00:00+00:00"
    assert (told["called"], told["signatories"], told["is_fictional"]) == ("2", "1", "true")
    assert told["title_es"] == ""


@given(st.text(max_size=30))
def test_no_cell_is_a_formula_and_every_text_comes_back(title: str) -> None:
    named = replace(publication(), titles={"ca": title})
    (told,) = read("positions", lines("positions", TABLES["positions"](named, SITE)))
    cell = told["title_ca"]
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert cell in (title, f"'{title}")


def test_a_record_holds_all_that_the_tables_hold() -> None:
    told = record(publication(), SITE)
    assert told["reference"] == "AMB-PP-2026-001"
    for table in ("votes", "signatories", "submissions", "uptakes", "statements"):
        assert told[table], table
    assert told["licence"] == "https://creativecommons.org/licenses/by/4.0/"
