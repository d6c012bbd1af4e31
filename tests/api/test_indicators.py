"""The table of indicators over HTTP: for whoever asks, of a year and a subject."""

import csv
import io

import httpx
import pytest

from api.identity import COOKIE
from tests.api.graphql.test_positions import LEAD
from tests.api.graphql.test_public_face import adopted
from tests.support.clients import Client
from tests.support.papers import move, propose


async def fetch(client: Client, query: str = "", as_email: str | None = None) -> httpx.Response:
    headers = {"cookie": f"{COOKIE}={await client.sign_in(as_email)}"} if as_email else {}
    return await client.http.get(f"/indicators.csv{query}", headers=headers)


def papers(response: httpx.Response) -> list[tuple[str, str]]:
    assert response.status_code == 200
    rows = csv.DictReader(io.StringIO(response.text))
    return [
        (row["key"], row["name"]) for row in rows if (row["indicator"], row["scope"]) == ("papers", "paper")
    ]


async def test_the_public_gets_what_is_published_and_members_what_they_see(client: Client) -> None:
    reference = await adopted(client)
    drafted = await propose(client)
    await move(client, drafted, "START_DRAFTING")
    assert papers(await fetch(client)) == []
    assert papers(await fetch(client, as_email=LEAD)) == [(reference, "Aigües residuals")]
    await move(client, reference, "PUBLISH")
    public = await fetch(client)
    assert papers(public) == [(reference, "Aigües residuals")]
    assert public.headers["content-type"] == "text/csv; charset=utf-8; header=present"
    assert public.headers["content-disposition"] == 'attachment; filename="indicators.csv"'
    by_scope = {(row["indicator"], row["scope"]): row for row in csv.DictReader(io.StringIO(public.text))}
    assert by_scope["commented", "all"]["of"] == by_scope["amended", "all"]["of"] == "0"


async def test_of_a_year_and_of_a_subject(client: Client) -> None:
    reference = await adopted(client)
    for query, found in (
        ("?year=2026", [reference]),
        ("?year=2025", []),
        ("?year=", [reference]),
        ("?subject=99", []),
    ):
        assert [key for key, _ in papers(await fetch(client, query, LEAD))] == found, query
    named = await fetch(client, "?year=2026")
    assert named.headers["content-disposition"] == 'attachment; filename="indicators-2026.csv"'


@pytest.mark.parametrize("year", ["26", "MMXXVI", "20260", "²⁰²⁶", "-206"])
async def test_what_is_no_year_is_refused(client: Client, year: str) -> None:
    response = await fetch(client, f"?year={year}")
    assert response.status_code == 422
    assert response.json()["userErrors"][0]["path"] == ["year"]
