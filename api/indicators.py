"""Indicators out, as one table for spreadsheets and programs."""

import asyncio

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.identity import identify
from api.state import database_of
from positions.deadlines import day_of
from positions.errors import Invalid
from positions.publishing.indicators import indicators_csv
from positions.queries.covers import load_covers, title_of
from positions.queries.indicators import count_papers, towns_on
from positions.queries.organizations import organizations_by_code


async def show_indicators(request: Request) -> Response:
    """The figures of the papers that whoever asks may see, of one year or all, of one subject or all."""
    database = database_of(request)
    year, subject = _year(request.query_params.get("year")), request.query_params.get("subject")
    actor = (await identify(request, database)).actor
    async with database.read() as session:
        towns = await towns_on(session, day_of(database.clock()))
        papers = await count_papers(session, actor, towns, subject or None)
        counted = [paper for paper in papers if year in (None, paper.facts.year)]
        names = await organizations_by_code(session, [town.code for town in towns])
        covers = await load_covers(session, [paper.access.position.id for paper in counted])
        titles = {row.reference: title_of(row) for row in covers.values()}
    table = await asyncio.to_thread(
        indicators_csv,
        [paper.facts for paper in counted],
        towns,
        {code: row.name for code, row in names.items()},
        titles,
    )
    name = f"indicators-{year}.csv" if year else "indicators.csv"
    headers = {
        "content-disposition": f'attachment; filename="{name}"',
        "cache-control": "private, no-cache",
    }
    return Response(table, media_type="text/csv; charset=utf-8; header=present", headers=headers)


def _year(text: str | None) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) == len("2026")):
        raise Invalid("year_invalid", ["year"], year=text[:20])
    return int(text)


routes = [Route("/indicators.csv", show_indicators)]
