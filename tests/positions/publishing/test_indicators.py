"""The table of indicators: readable by programs, harmless to spreadsheets, and nothing else than was counted."""

import csv
import io

import pytest

from positions.indicators import Act, Facts, Town, Turnout
from positions.publishing.indicators import COLUMNS, indicators_csv, safe
from positions.uptakes import UptakeStatus

TOWNS = (Town("08019", "Barcelonès", 1_600_000), Town("08282", "Maresme", 9_000))
PAPER = Facts(
    "AMB-PP-2026-001",
    2026,
    days=91,
    turnouts={Act.VOTED: Turnout(frozenset({"08019", "08282"}), frozenset({"08019"}))},
    steps=("CLEARANCE", "CLEARANCE", "LAST"),
    asks=(UptakeStatus.NOTED, UptakeStatus.TAKEN_UP, None),
    in_time=(True, True, False),
)


def table(papers: list[Facts], title: str = "Un títol, amb coma") -> list[dict[str, str]]:
    text = indicators_csv(
        papers, TOWNS, {"08019": "Barcelona", "08282": '"Tiana"'}, {"AMB-PP-2026-001": title}
    )
    assert text.splitlines()[0] == ",".join(COLUMNS)
    return list(csv.DictReader(io.StringIO(text)))


def figure(rows: list[dict[str, str]], indicator: str, scope: str, key: str = "") -> tuple[str, str, str]:
    (row,) = [row for row in rows if (row["indicator"], row["scope"], row["key"]) == (indicator, scope, key)]
    return row["count"], row["of"], row["value"]


def test_each_figure_is_a_row() -> None:
    rows = table([PAPER])
    for scope, key in (("all", ""), ("year", "2026"), ("paper", "AMB-PP-2026-001")):
        assert figure(rows, "papers", scope, key) == ("1", "", "")
        assert figure(rows, "median_days_to_adoption", scope, key) == ("", "", "91")
        assert figure(rows, "rounds_repeated", scope, key) == ("1", "3", "")
        assert figure(rows, "asks_noted", scope, key) == ("1", "3", "")
        assert figure(rows, "asks_unknown", scope, key) == ("1", "3", "")
        assert figure(rows, "asks_taken_up_wholly_or_partly", scope, key) == ("1", "3", "0.3333")
        assert figure(rows, "submitted_in_time", scope, key) == ("2", "3", "0.6667")
        assert figure(rows, "voted", scope, key) == ("1", "2", "0.5000")
        assert figure(rows, "commented", scope, key) == ("0", "0", "")
    assert figure(rows, "voted", "town", "08282") == ("0", "1", "0.0000")
    assert figure(rows, "voted", "comarca", "Maresme") == ("0", "1", "0.0000")
    assert figure(rows, "voted", "size", "FROM_1000000") == ("1", "1", "1.0000")
    assert {row["name"] for row in rows if row["scope"] == "town"} == {"Barcelona", '"Tiana"'}


def test_nobody_knows_of_rounds_where_none_may_be_known() -> None:
    rows = table([Facts("AMB-PP-2026-001", 2026)])
    assert "rounds_repeated" not in {row["indicator"] for row in rows}


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_a_title_is_no_formula(sign: str) -> None:
    title = f'{sign}HYPERLINK("http://evil.example")'
    assert safe(title) == f"'{title}"
    assert {row["name"] for row in table([PAPER], title) if row["scope"] == "paper"} == {f"'{title}"}
    assert safe(f"a{sign}b") == f"a{sign}b"
