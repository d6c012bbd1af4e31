"""Open data over HTTP: tables and records of what is published, with tags that move when it does."""

import csv
import io
from collections.abc import AsyncIterator

import pytest

from api.settings import Settings
from positions.data.datasets import read_datasets
from tests.support.clients import Client, Clock, client_of
from tests.support.publications import adopt, publish
from tests.support.world import World

pytestmark = pytest.mark.one_engine  # what is public is tested with the queries; these are its forms

TABLES = tuple(read_datasets())
ROWS = {"positions": 1, "votes": 3, "signatories": 2, "submissions": 1, "uptakes": 1, "organizations": 6}


@pytest.fixture
async def client(world: World) -> AsyncIterator[Client]:
    async with client_of(world.database, Clock(), Settings(base_url="http://test")) as client:
        yield client


@pytest.mark.parametrize("table", TABLES)
async def test_a_table_has_its_columns_and_rows(world: World, client: Client, table: str) -> None:
    paper = await publish(world)
    await adopt(world, "Una de secreta")
    answer = await client.http.get(f"/open-data/{table}.csv")
    assert answer.headers["content-type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(answer.text, newline=""), strict=True))
    assert list(rows[0]) == [column.name for column in read_datasets()[table]]
    assert len(rows) == ROWS[table]
    assert {row["reference"] for row in rows if "reference" in row} <= {paper.reference}
    assert all(row["is_fictional"] == "false" for row in rows)


async def test_pages_of_positions_make_one_document(
    world: World, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.open_data.PAGE", 1)
    papers = [await publish(world, title) for title in ("Una", "Dues", "Tres")]
    told = (await client.http.get("/open-data/positions.json")).json()
    assert [one["reference"] for one in told["positions"]] == [paper.reference for paper in reversed(papers)]
    assert told["licence"] == "https://creativecommons.org/licenses/by/4.0/"
    assert told["positions"][0]["votes"][0]["organization_code"] == "08015"
    text = (await client.http.get("/open-data/votes.csv")).text
    assert len(text.splitlines()) == 1 + 3 * 3


async def test_without_any_position_there_are_headings_and_an_empty_list(client: Client) -> None:
    assert (await client.http.get("/open-data/positions.json")).json()["positions"] == []
    assert len((await client.http.get("/open-data/votes.csv")).text.splitlines()) == 1


@pytest.mark.parametrize("path", ["/open-data/positions.csv", "/open-data/positions.json"])
async def test_tags_move_when_something_is_published(world: World, client: Client, path: str) -> None:
    await publish(world, "Una")
    first = await client.http.get(path)
    known = {"if-none-match": first.headers["etag"]}
    assert (await client.http.get(path, headers=known)).status_code == 304
    await publish(world, "Dues")
    later = await client.http.get(path, headers=known)
    assert (later.status_code, later.headers["cache-control"]) == (200, "public, max-age=300")
    assert "last-modified" in later.headers


async def test_an_unknown_table_is_not_there(client: Client) -> None:
    answer = await client.http.get("/open-data/members.csv")
    assert answer.status_code == 404
    assert answer.json()["userErrors"][0]["code"] == "NOT_FOUND"


async def test_the_catalogue_names_files_that_are_there(client: Client) -> None:
    told = (await client.http.get("/open-data/catalogue.jsonld")).json()
    files = [
        distribution["dcat:downloadURL"]["@id"]
        for dataset in told["dcat:dataset"]
        for distribution in dataset["dcat:distribution"]
    ]
    assert len(files) == len(TABLES) + 1
    for address in files:
        assert (await client.http.get(address)).status_code == 200, address
    tables = (await client.http.get("/open-data/tables.jsonld")).json()
    assert len(tables["tables"]) == len(TABLES)
