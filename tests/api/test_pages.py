import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from api.settings import Settings
from positions.services.unit_of_work import Database
from tests.support.clients import Client, Clock, client_of

INDEX = (
    '<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__"><script nonce="__CSP_NONCE__"></script>'
)


@pytest.fixture
async def client(database: Database, clock: Clock, tmp_path: Path) -> AsyncIterator[Client]:
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text(INDEX)
    (tmp_path / "icon.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (tmp_path / "assets" / "main-1a2b.js").write_text("export {};")
    (tmp_path.parent / "secret.txt").write_text("secret")
    settings = Settings(base_url="http://test", is_demo=True, frontend=tmp_path)
    async with client_of(database, clock, settings) as client:
        yield client


@pytest.mark.parametrize("path", ["/", "/posicions", "/ca/tasks", "/index.html"])
async def test_every_other_address_is_the_application(client: Client, path: str) -> None:
    answer = await client.http.get(path)
    assert answer.status_code == 200
    (nonce,) = set(re.findall(r'(?:nonce|content)="([^"]+)"', answer.text))
    policy = answer.headers["content-security-policy"]
    assert f"script-src 'self' 'nonce-{nonce}'" in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"


async def test_a_nonce_is_used_once(client: Client) -> None:
    first, second = [(await client.http.get("/")).headers["content-security-policy"] for _ in range(2)]
    assert first != second


async def test_built_files_are_kept_for_ever(client: Client) -> None:
    answer = await client.http.get("/assets/main-1a2b.js")
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.text == "export {};"
    plain = await client.http.get("/assets/main-1a2b.js", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    icon = await client.http.get("/icon.svg")
    assert icon.headers["content-type"] == "image/svg+xml"
    assert "immutable" not in icon.headers["cache-control"]


@pytest.mark.parametrize(
    "path", ["/assets/none.js", "/assets/%2e%2e/index.html", "/assets/..%2f..%2fsecret.txt", "/assets/"]
)
async def test_nothing_beside_the_built_files_is_served(client: Client, path: str) -> None:
    answer = await client.http.get(path)
    assert answer.status_code == 404
    assert "secret" not in answer.text


async def test_an_application_that_was_not_built_says_so(
    database: Database, clock: Clock, tmp_path: Path
) -> None:
    settings = Settings(base_url="http://test", frontend=tmp_path / "nowhere")
    async with client_of(database, clock, settings) as client:
        answer = await client.http.get("/")
        assert (answer.status_code, "has not been built" in answer.text) == (503, True)
