"""Whether a town's votes take two persons is an administrator's to say."""

import pytest

from tests.support.clients import Client

DOCUMENT = """mutation($input: SetVoteConfirmationInput!) { setVoteConfirmation(input: $input) {
  organization { confirmsVotes } userErrors { path code } } }"""


@pytest.mark.parametrize(
    ("email", "code"),
    [
        ("admin@amb.demo", "CONFLICT"),  # Barcelona has one delegate
        ("coordinator@amb.demo", "FORBIDDEN"),
        ("delegate@08019.demo", "FORBIDDEN"),
        ("observer@generalitat.demo", "FORBIDDEN"),
        (None, "UNAUTHENTICATED"),
    ],
)
async def test_only_an_administrator_says_it(client: Client, email: str | None, code: str) -> None:
    given = {"forOrganizationCode": "08019", "confirmsVotes": True}
    answer = await client.ask(DOCUMENT, {"input": given}, as_email=email)
    assert answer["setVoteConfirmation"]["userErrors"][0]["code"] == code
