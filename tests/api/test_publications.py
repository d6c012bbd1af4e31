"""Stable addresses: every form by Accept, nothing of what is not public, and the page with its head."""

import json
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from api.identity import COOKIE
from api.settings import Settings
from positions.services.sessions import sign_in_by_email
from tests.support.clients import Client, Clock, client_of
from tests.support.publications import adopt, publish
from tests.support.world import LEAD, World

pytestmark = pytest.mark.one_engine  # what is public is tested with the queries; these are its forms

INDEX = (
    '<!doctype html><html lang="ca"><head><meta name="positions-contact" content="__CONTACT_EMAIL__" />'
    '<!-- head --><title>Positions</title><!-- /head --><script nonce="__CSP_NONCE__"></script></head>'
    "<body><noscript><!-- unread --><p>JavaScript</p><!-- /unread --></noscript></body></html>"
)


@pytest.fixture
async def client(world: World, tmp_path: Path) -> AsyncIterator[Client]:
    (tmp_path / "index.html").write_text(INDEX)
    settings = Settings(base_url="http://test", frontend=tmp_path, contact_email="a@b.example")
    async with client_of(world.database, Clock(), settings) as client:
        yield client


NEGOTIATED = [
    ("*/*", 200, ""),
    ("text/html", 200, ""),
    ("application/xhtml+xml", 200, ""),
    ("application/ld+json", 303, ".jsonld"),
    ("application/json", 303, ".json"),
    ("text/markdown", 303, "/ca/versions/1.md"),
    ("application/pdf", 303, "/ca/versions/1.pdf"),
    ("application/vnd.oasis.opendocument.text", 303, "/ca/versions/1.odt"),
    (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        303,
        "/ca/versions/1.docx",
    ),
    ("image/png", 406, ""),
]


@pytest.mark.parametrize(("accept", "status", "place"), NEGOTIATED)
async def test_a_position_comes_in_every_form(
    world: World, client: Client, accept: str, status: int, place: str
) -> None:
    paper = await publish(world)
    address = f"/positions/{paper.reference}"
    answer = await client.http.get(address, headers={"accept": accept})
    assert answer.status_code == status
    assert "accept" in answer.headers["vary"]
    assert f'<http://test{address}.jsonld>; rel="alternate"' in answer.headers["link"]
    if status == 303:
        assert answer.headers["location"] == f"http://test{address}{place}"
        followed = await client.http.get(answer.headers["location"], headers={"accept": accept})
        assert followed.status_code == 200
        assert followed.headers["content-type"].startswith(accept)


@pytest.mark.parametrize(("accept", "_status", "_place"), NEGOTIATED)
async def test_what_is_not_public_answers_like_what_is_not_there(
    world: World, client: Client, accept: str, _status: int, _place: str
) -> None:
    paper = await adopt(world)
    answers = [
        await client.http.get(f"/positions/{reference}", headers={"accept": accept})
        for reference in (paper.reference, "AMB-PP-2026-999")
    ]
    hidden, absent = (_without_nonce(answer.text) for answer in answers)
    assert [answer.status_code for answer in answers] == [404, 404]
    assert hidden == absent
    assert set(answers[0].headers) == set(answers[1].headers)


@pytest.mark.parametrize("ending", [".json", ".jsonld", "/esmenes"])
async def test_data_of_what_is_not_public_are_not_there(world: World, client: Client, ending: str) -> None:
    paper = await adopt(world)
    assert (await client.http.get(f"/positions/{paper.reference}{ending}")).status_code == 404


async def test_who_may_see_it_gets_the_page(world: World, client: Client) -> None:
    paper = await adopt(world)
    async with world.database.write() as work:
        secret = await sign_in_by_email(work, f"delegate@{LEAD}.test")
    cookie = {"cookie": f"{COOKIE}={secret}"}
    answer = await client.http.get(f"/positions/{paper.reference}", headers=cookie)
    assert (answer.status_code, "Aigües" in answer.text) == (200, False)
    unknown = await client.http.get("/positions/AMB-PP-2026-999", headers=cookie)
    assert unknown.status_code == 404


async def test_the_page_says_what_it_shows(world: World, client: Client) -> None:
    paper = await publish(world)
    answer = await client.http.get(f"/positions/{paper.reference}", headers={"accept-language": "en"})
    page = html.document_fromstring(answer.text)
    assert page.get("lang") == "en"
    assert page.findtext(".//title") == "Aigües residuals (en) · Positions"
    scripts = page.findall(".//script")
    nonces = {one.get("nonce") for one in scripts}
    assert len(nonces) == 1
    assert f"'nonce-{nonces.pop()}'" in answer.headers["content-security-policy"]
    data = next(one for one in scripts if one.get("type") == "application/ld+json")
    assert json.loads(data.text or "")["identifier"] == paper.reference
    assert answer.headers["cache-control"] == "no-store"
    assert "Aigües residuals" in answer.text.partition("<noscript>")[2]
    assert 'content="a@b.example"' in answer.text


async def test_every_page_of_a_position_names_the_one_address(world: World, client: Client) -> None:
    paper = await publish(world)
    for path in (f"/publicat/{paper.reference}", f"/positions/{paper.reference}/aprovacio"):
        page = html.document_fromstring((await client.http.get(path)).text)
        (canonical,) = page.xpath("//link[@rel='canonical']/@href")
        assert canonical == f"http://test/positions/{paper.reference}"


async def test_data_are_for_caches_and_other_sites(world: World, client: Client) -> None:
    paper = await publish(world)
    for ending in (".json", ".jsonld"):
        answer = await client.http.get(f"/positions/{paper.reference}{ending}")
        assert answer.headers["cache-control"] == "public, max-age=300"
        assert answer.headers["access-control-allow-origin"] == "*"
        again = await client.http.get(
            f"/positions/{paper.reference}{ending}", headers={"if-none-match": answer.headers["etag"]}
        )
        assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("accept", "status", "place"),
    [
        ("*/*", 200, ""),
        ("text/html", 200, ""),
        ("application/ld+json", 303, ".jsonld"),
        ("application/json", 303, ".json"),
        ("text/markdown", 406, ""),
    ],
)
async def test_a_town_comes_in_every_form(
    world: World, client: Client, accept: str, status: int, place: str
) -> None:
    await publish(world)
    answer = await client.http.get("/organizations/08019", headers={"accept": accept})
    assert answer.status_code == status
    if status == 303:
        assert answer.headers["location"] == f"http://test/organizations/08019{place}"
        assert (await client.http.get(answer.headers["location"])).status_code == 200


async def test_a_towns_record_tells_what_it_said_in_public(world: World, client: Client) -> None:
    paper = await publish(world)
    await adopt(world, "Una de secreta")
    said: dict[str, Any] = {}
    for code in ("08019", "08015", "08282"):
        told = (await client.http.get(f"/organizations/{code}.json")).json()
        said[code] = [(one["reference"], one["choice"], one["has_led"]) for one in told["positions"]]
    assert said == {
        "08019": [(paper.reference, "APPROVE", True)],
        "08015": [(paper.reference, "OBJECT", False)],
        "08282": [],
    }
    town = html.document_fromstring((await client.http.get("/organizations/08019")).text)
    assert town.findtext(".//title") == "Barcelona · Positions"


@pytest.mark.parametrize("code", ["99999", "08019%00", "x" * 300])
async def test_an_unknown_town_is_not_there(client: Client, code: str) -> None:
    assert (await client.http.get(f"/organizations/{code}")).status_code == 404
    assert (await client.http.get(f"/organizations/{code}.json")).status_code == 404


def _without_nonce(text: str) -> str:
    return re.sub(r'nonce="[^"]+"', "", text)
