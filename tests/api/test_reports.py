"""The closing report over HTTP and GraphQL: for readers from the submission on, for the public at the end."""

import json
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from api.identity import COOKIE
from positions.lifecycle import Action
from positions.models.positions import Position
from positions.services.stages import advance_position
from tests.api.graphql.test_positions import COORDINATOR
from tests.api.graphql.test_public_face import adopted
from tests.support.clients import Client
from tests.support.papers import move
from tests.support.states import step

pytestmark = pytest.mark.one_engine  # what is concluded is tested with the services

WRITE = """mutation ($input: WriteConclusionInput!) { writeConclusion(input: $input) {
  conclusion { language text writtenAt } userErrors { path code message } } }"""
READ = """query ($r: String!) { position(reference: $r) {
  report(language: "es") { language isFinal text html } conclusions { language text } } }"""
SECRET = "<script>alert(1)</script> **Conclusió**"


@step
async def submitted(client: Client) -> str:
    reference = await adopted(client)
    async with client.database.write() as work:
        position = (await work.session.scalars(select(Position))).one()
        await advance_position(work, position, Action.SUBMIT)
    return reference


async def fetch(client: Client, path: str, as_email: str | None = None) -> httpx.Response:
    headers = {"cookie": f"{COOKIE}={await client.sign_in(as_email)}"} if as_email else {}
    return await client.http.get(path, headers=headers)


async def conclude(client: Client, reference: str) -> None:
    wish = {"reference": reference, "language": "ca", "text": SECRET}
    answer: Any = await client.ask(WRITE, {"input": wish}, as_email=COORDINATOR)
    assert answer["writeConclusion"]["userErrors"] == []
    assert answer["writeConclusion"]["conclusion"]["text"] == SECRET


async def test_what_is_concluded_is_read_by_members_then_by_everybody(client: Client) -> None:
    reference = await submitted(client)
    await conclude(client, reference)
    await move(client, reference, "PUBLISH")
    inside: Any = await client.ask(READ, {"r": reference}, as_email=COORDINATOR)
    report = inside["position"]["report"]
    assert (report["language"], report["isFinal"]) == ("es", False)
    assert report["text"].startswith("# Aigües residuals")
    assert "<script" not in report["html"]
    assert "<strong>Conclusió</strong>" in report["html"]
    outside: Any = await client.ask(READ, {"r": reference})
    assert outside["position"] == {"report": None, "conclusions": []}
    assert (await fetch(client, f"/positions/{reference}/ca/report.md")).status_code == 404
    await move(client, reference, "CLOSE")
    outside = await client.ask(READ, {"r": reference})
    assert outside["position"]["report"]["isFinal"]
    assert outside["position"]["conclusions"] == [{"language": "ca", "text": SECRET}]
    assert "Conclusió" in (await fetch(client, f"/positions/{reference}/ca/report.md")).text


async def test_a_file_is_kept_or_shown_and_runs_nothing(client: Client) -> None:
    reference = await submitted(client)
    await conclude(client, reference)
    page = await fetch(client, f"/positions/{reference}/en/report.html", COORDINATOR)
    assert page.headers["content-security-policy"].startswith("default-src 'none'")
    assert "<script" not in page.text
    assert "Fictional data" in page.text
    pdf = await fetch(client, f"/positions/{reference}/en/report.pdf", COORDINATOR)
    assert pdf.content.startswith(b"%PDF-")
    assert pdf.headers["content-disposition"] == f'inline; filename="{reference}-report-en.pdf"'
    assert pdf.headers["cache-control"] == "private, no-cache"


@pytest.mark.parametrize(("path", "status"), [("fr/report.md", 404), ("ca/report.exe", 415)])
async def test_other_languages_and_forms_are_refused(client: Client, path: str, status: int) -> None:
    reference = await submitted(client)
    response = await fetch(client, f"/positions/{reference}/{path}", COORDINATOR)
    assert response.status_code == status
    assert json.loads(response.text)["userErrors"]


async def test_a_blank_conclusion_is_refused_with_its_place(client: Client) -> None:
    reference = await submitted(client)
    wish = {"reference": reference, "language": "ca", "text": " "}
    answer: Any = await client.ask(WRITE, {"input": wish}, as_email=COORDINATOR)
    assert answer["writeConclusion"]["conclusion"] is None
    assert answer["writeConclusion"]["userErrors"][0]["path"] == ["text"]
