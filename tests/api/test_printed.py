"""The amendments and the certificate over HTTP: for whom, in which forms and languages."""

from typing import Any

import pytest

from tests.support.clients import Client
from tests.support.papers import move, propose

pytestmark = pytest.mark.one_engine  # what is printed is tested with the queries

TOWN = "delegate@08019.demo"
OUTSIDER = "delegate@08101.demo"


async def get(client: Client, path: str, email: str | None = TOWN) -> Any:
    cookie = {"cookie": f"positions_session={await client.sign_in(email)}"} if email else {}
    return await client.http.get(path, headers=cookie)


@pytest.fixture
async def reference(client: Client) -> str:
    """A paper that is being drafted."""
    reference = await propose(client)
    await move(client, reference, "START_DRAFTING")
    return reference


@pytest.mark.parametrize(("form", "beginning"), [("pdf", b"%PDF-"), ("docx", b"PK")])
async def test_amendments_are_printed_for_those_who_read_them(
    client: Client, reference: str, form: str, beginning: bytes
) -> None:
    answer = await get(client, f"/positions/{reference}/amendments.{form}")
    assert (answer.status_code, answer.content[: len(beginning)]) == (200, beginning)
    assert f"{reference}-amendments.{form}" in answer.headers["content-disposition"]
    for email in (None, OUTSIDER):
        assert (await get(client, f"/positions/{reference}/amendments.{form}", email)).status_code == 404


async def test_other_forms_and_impossible_languages_are_refused(client: Client, reference: str) -> None:
    assert (await get(client, f"/positions/{reference}/amendments.odt")).status_code == 415
    answer = await get(client, f"/positions/{reference}/amendments.pdf?language=%3Cscript%3E")
    assert (answer.status_code, answer.json()["userErrors"][0]["code"]) == (422, "INVALID")


async def test_a_round_that_is_not_there_has_no_certificate(client: Client, reference: str) -> None:
    for email in (TOWN, OUTSIDER, None):
        assert (
            await get(client, f"/positions/{reference}/rounds/1/certificate.pdf", email)
        ).status_code == 404
