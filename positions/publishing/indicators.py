"""Indicators as one table for spreadsheets and programs: a row for each figure, with stable English column names."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from positions.indicators import (
    Act,
    Facts,
    Share,
    Summary,
    Town,
    by_year,
    comarca_of,
    grouped,
    participation,
    summarise,
    tier_of,
)

COLUMNS = ("indicator", "scope", "key", "name", "count", "of", "value")
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A spreadsheet runs a cell that begins so."""

Row = tuple[str, str, str, str, str, str, str]


def indicators_csv(
    papers: Sequence[Facts], towns: Sequence[Town], names: Mapping[str, str], titles: Mapping[str, str]
) -> str:
    """The figures of papers as CSV (RFC 4180); `names` of towns by code, `titles` of papers by reference."""
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(COLUMNS)
    for row in _rows(papers, towns, names, titles):
        writer.writerow([safe(cell) for cell in row])
    return written.getvalue()


def safe(cell: str) -> str:
    """The cell, with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA_SIGNS) else cell


def _rows(
    papers: Sequence[Facts], towns: Sequence[Town], names: Mapping[str, str], titles: Mapping[str, str]
) -> Iterator[Row]:
    codes = [town.code for town in towns]
    yield from _summary("all", "", "", summarise(papers, codes))
    for year, found in by_year(papers, codes).items():
        yield from _summary("year", str(year), "", found)
    for paper in papers:
        title = titles.get(paper.reference, "")
        yield from _summary("paper", paper.reference, title, summarise([paper], codes))
    for scope, key in (("size", tier_of), ("comarca", comarca_of)):
        for group in grouped(papers, towns, key):
            yield from _participation(scope, group.key, "", group.participation)
    for code in codes:
        yield from _participation("town", code, names.get(code, ""), participation(papers, [code]))


def _summary(scope: str, key: str, name: str, found: Summary) -> Iterator[Row]:
    days = "" if found.median_days is None else f"{float(found.median_days):g}"
    yield ("papers", scope, key, name, str(found.papers), "", "")
    yield ("adopted", scope, key, name, str(found.adopted), str(found.papers), "")
    yield ("median_days_to_adoption", scope, key, name, "", "", days)
    if found.rounds is not None and found.repeated is not None:
        yield ("rounds_repeated", scope, key, name, str(found.repeated), str(found.rounds), "")
    for status, asks in found.asks.items():
        word = status.value.lower() if status else "unknown"
        yield (f"asks_{word}", scope, key, name, str(asks), str(found.taken_up.of), "")
    yield _share("asks_taken_up_wholly_or_partly", (scope, key, name), found.taken_up)
    yield _share("submitted_in_time", (scope, key, name), found.submitted_in_time)
    yield from _participation(scope, key, name, found.participation)


def _participation(scope: str, key: str, name: str, shares: Mapping[Act, Share]) -> Iterable[Row]:
    return (_share(act.value.lower(), (scope, key, name), share) for act, share in shares.items())


def _share(indicator: str, of: tuple[str, str, str], share: Share) -> Row:
    value = "" if share.fraction is None else f"{float(share.fraction):.4f}"
    return (indicator, *of, str(share.hits), str(share.of), value)
