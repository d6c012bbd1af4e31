"""Nothing unpublished leaves by any public door: one paper of every stage, its secret word looked for in every answer."""

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import httpx
import pytest

from api.settings import Settings
from positions.data.datasets import read_datasets
from positions.headings import LanguageText
from positions.lifecycle import Action, Stage
from positions.mandates import Mandate, MandateKind
from positions.services.covers import CoverGiven
from tests.support.clients import Client, Clock, client_of
from tests.support.publications import follow, publish
from tests.support.rounds import cast, end, open_on
from tests.support.world import (
    LEAD,
    OTHER_PARTICIPANT,
    PARTICIPANT,
    PATHS,
    Paper,
    World,
    bring_to,
    move,
    propose,
)

SECRET = "tarifaconfidencial"
TEXT = f"# Títol\n\n- **D1.** {SECRET}\n"
INDEX = "<!doctype html><html lang='ca'><!-- head --><!-- /head --><!-- unread --><!-- /unread --></html>"

COMMON = (
    "/",
    "/open-data",
    "/feed.atom",
    f"/feed.atom?search={SECRET}",
    "/feed.atom?organization=08019&year=2026",
    "/deadlines.ics",
    "/sitemap.xml",
    "/robots.txt",
    "/open-data/positions.json",
    "/open-data/catalogue.jsonld",
    "/open-data/tables.jsonld",
    *(f"/open-data/{table}.csv" for table in read_datasets()),
    *(f"/organizations/{code}{ending}" for code in ("08019", "AMB") for ending in ("", ".json", ".jsonld")),
)
OWN = (
    "/positions/{reference}",
    "/positions/{reference}.json",
    "/positions/{reference}.jsonld",
    "/positions/{reference}/esmenes",
    "/publicat/{reference}",
    "/positions/{reference}/ca/versions/1.md",
    "/positions/{reference}/ca/versions/1.html",
    "/positions/{reference}/ca/comparison/1...1.html",
)
FORMS = ("text/html", "application/ld+json", "application/json", "text/markdown", "application/pdf")


@pytest.fixture
async def client(world: World, tmp_path: Path) -> AsyncIterator[Client]:
    (tmp_path / "index.html").write_text(INDEX)
    settings = Settings(base_url="http://test", frontend=tmp_path)
    async with client_of(world.database, Clock(), settings) as client:
        yield client


async def hidden(world: World, stage: Stage) -> Paper:
    """A paper of a stage, never published, whose every word is secret."""
    cover = CoverGiven(
        titles=[LanguageText("ca", f"{SECRET} {stage}")],
        summaries=[LanguageText("ca", SECRET)],
        subject_codes=["52"],
        addressee_codes=["EC"],
        target_deadline="2027-03-28",
    )
    paper = await propose(world, participants=(PARTICIPANT, OTHER_PARTICIPANT), cover=cover)
    await bring_to(world, paper, stage, TEXT)
    return paper


async def hidden_after_a_vote(world: World) -> Paper:
    """A paper that was adopted, published, sent, and taken back from the public."""
    paper = await hidden(world, Stage.AMENDING)
    row = await open_on(world, paper)
    for code in (LEAD, PARTICIPANT, OTHER_PARTICIPANT):
        await cast(world, row.id, code, statement=SECRET)
    await end(world, row.id)
    await move(world, paper, Action.PUBLISH)
    await follow(world, paper)
    await move(world, paper, Action.UNPUBLISH)
    return paper


async def every_answer(client: Client, papers: list[Paper]) -> dict[str, httpx.Response]:
    answers = {path: await client.http.get(path) for path in COMMON}
    for paper in papers:
        for pattern in OWN:
            path = pattern.format(reference=paper.reference)
            answers[path] = await client.http.get(path)
        for form in FORMS:
            path = f"/positions/{paper.reference}"
            answers[f"{path} {form}"] = await client.http.get(path, headers={"accept": form})
    return answers


async def test_nothing_unpublished_leaves_by_any_door(world: World, client: Client) -> None:
    papers = [await hidden(world, stage) for stage in PATHS]
    papers.append(await hidden_after_a_vote(world))
    shown = await publish(world)
    for path, answer in (await every_answer(client, papers)).items():
        told = answer.text + str(answer.headers)
        assert SECRET not in told.replace(f"search={SECRET}", ""), path
        assert not any(paper.reference in told for paper in papers), path
        assert answer.status_code == (404 if "/AMB-PP-" in path else 200), path
    assert shown.reference in (await client.http.get("/feed.atom")).text


async def test_of_what_is_published_people_and_mandates_stay_hidden(world: World, client: Client) -> None:
    paper = await propose(world, participants=(PARTICIPANT, OTHER_PARTICIPANT))
    await bring_to(world, paper, Stage.AMENDING)
    row = await open_on(world, paper)
    mandate = Mandate(MandateKind.GOVERNMENT_BOARD, date(2026, 11, 20), SECRET, date(2027, 1, 31))
    for code in (LEAD, PARTICIPANT, OTHER_PARTICIPANT):
        await cast(world, row.id, code, mandate=mandate)
    await end(world, row.id)
    await move(world, paper, Action.PUBLISH)
    await follow(world, paper)
    answers = await every_answer(client, [paper])
    assert paper.reference in answers["/open-data/votes.csv"].text
    for path, answer in answers.items():
        for word in (SECRET, "Delegate de", "Coordinator de", ".test"):
            assert word not in answer.text.replace(f"search={SECRET}", ""), (path, word)
