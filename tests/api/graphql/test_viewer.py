from typing import Any

import pytest

from positions.actors import Role, Scope
from positions.services.members import AddMember, add_member
from positions.services.unit_of_work import Database
from tests.support.clients import Client, Clock

CREATE = """
mutation ($input: CreateTokenInput!) {
  createToken(input: $input) {
    token { id name scopes expiresAt revokedAt lastUsedAt organization { code } } secret userErrors { path code message }
  }
}
"""
NODE = "query ($id: ID!) { node(id: $id) { id } }"
REVOKE = "mutation ($input: RevokeTokenInput!) { revokeToken(input: $input) { token { id revokedAt } userErrors { path code message } } }"
DELEGATE = "delegate@08019.demo"
WISH = {"name": "intranet", "scopes": ["READ", "VOTE"], "expiresAt": "2026-12-23T10:30:00+01:00"}


async def create(client: Client, **changes: object) -> Any:
    data = await client.ask(CREATE, {"input": {**WISH, **changes}}, as_email=DELEGATE)
    return data["createToken"]


async def test_a_token_is_made_used_and_revoked(client: Client) -> None:
    made = await create(client)
    assert made["userErrors"] == []
    assert made["token"]["expiresAt"] == "2026-12-23T09:30:00Z"
    assert made["token"]["scopes"] == ["READ", "VOTE"]
    asked = {"query": "{ viewer { name } }"}
    assert (await client.post(asked, authorization=f"Bearer {made['secret']}")).status_code == 200
    wish = {"input": {"tokenId": made["token"]["id"]}}
    ended = await client.ask(REVOKE, wish, as_email=DELEGATE)
    assert ended["revokeToken"]["token"]["revokedAt"] == "2026-11-23T09:30:00Z"
    assert (await client.post(asked, authorization=f"Bearer {made['secret']}")).status_code == 401
    again = await client.ask(REVOKE, wish, as_email=DELEGATE)
    assert again["revokeToken"]["userErrors"][0]["code"] == "ALREADY_DONE"


@pytest.mark.parametrize(
    ("changes", "path", "code"),
    [
        ({"name": " "}, ["name"], "INVALID"),
        ({"scopes": []}, ["scopes"], "INVALID"),
        ({"expiresAt": "2026-11-23T09:30:00Z"}, ["expiresAt"], "INVALID"),
        ({"expiresAt": "2028-01-01T00:00:00Z"}, ["expiresAt"], "INVALID"),
        ({"organizationCode": "08015"}, ["organizationCode"], "FORBIDDEN"),
    ],
)
async def test_wishes_that_cannot_be(
    client: Client, changes: dict[str, object], path: list[str], code: str
) -> None:
    made = await create(client, **changes)
    assert made["token"] is None
    assert made["secret"] is None
    assert [(error["path"], error["code"]) for error in made["userErrors"]] == [(path, code)]


async def test_nobody_revokes_anothers_token(client: Client) -> None:
    made = await create(client)
    data = await client.ask(REVOKE, {"input": {"tokenId": made["token"]["id"]}}, as_email="admin@amb.demo")
    assert data["revokeToken"]["userErrors"][0]["code"] == "NOT_FOUND"


async def test_tokens_are_administered_through_a_token_only_with_that_scope(client: Client) -> None:
    made = await create(client)
    reader = {"authorization": f"Bearer {await client.token(DELEGATE, Scope.READ)}"}
    for document, wish in ((CREATE, WISH), (REVOKE, {"tokenId": made["token"]["id"]})):
        answer = await client.post({"query": document, "variables": {"input": wish}}, **reader)
        (payload,) = answer.json()["data"].values()
        assert [error["code"] for error in payload["userErrors"]] == ["FORBIDDEN"]
    answer = await client.post({"query": NODE, "variables": {"id": made["token"]["id"]}}, **reader)
    assert answer.json()["data"] == {"node": None}


async def test_a_token_made_through_a_token_is_never_wider(client: Client, database: Database) -> None:
    async with database.write() as work:
        await add_member(work, AddMember(DELEGATE, "Bernat Barcelona", "08015", Role.DELEGATE))
    bound = await client.token(DELEGATE, Scope.READ, Scope.ADMINISTER, organization="08015")
    answer = await client.post(
        {"query": CREATE, "variables": {"input": WISH}}, authorization=f"Bearer {bound}"
    )
    token = answer.json()["data"]["createToken"]["token"]
    assert (token["scopes"], token["organization"]) == (["READ"], {"code": "08015"})


async def test_a_token_is_found_by_its_id_by_its_owner_alone(client: Client) -> None:
    made = await create(client)
    for email, found in ((DELEGATE, True), ("admin@amb.demo", False), (None, False)):
        data = await client.ask(NODE, {"id": made["token"]["id"]}, as_email=email)
        assert (data["node"] is not None) is found


async def test_messages_follow_the_language_asked_for(client: Client) -> None:
    said = {
        language: (
            await client.ask(REVOKE, {"input": {"tokenId": "tok_x"}}, as_email=DELEGATE, language=language)
        )
        for language in ("ca", "es", "en", "fr")
    }
    messages = [data["revokeToken"]["userErrors"][0]["message"] for data in said.values()]
    assert len(set(messages)) == 3
    assert messages[0] == messages[3]


async def test_a_bound_token_acts_for_its_organization_only(client: Client, database: Database) -> None:
    async with database.write() as work:
        await add_member(work, AddMember(DELEGATE, "Bernat Barcelona", "08015", Role.DELEGATE))
    bound = await client.token(DELEGATE, Scope.READ, organization="08015")
    asked = {"query": "{ viewer { memberships { organization { code } } } }"}
    answer = await client.post(asked, authorization=f"Bearer {bound}")
    assert answer.json()["data"]["viewer"]["memberships"] == [{"organization": {"code": "08015"}}]


async def test_last_use_is_kept_hourly(client: Client, clock: Clock) -> None:
    made = await create(client)
    for _ in range(2):
        await client.post({"query": "{ __typename }"}, authorization=f"Bearer {made['secret']}")
        clock.advance(minutes=40)
    data = await client.ask("{ viewer { tokens { lastUsedAt } } }", as_email=DELEGATE)
    assert data["viewer"]["tokens"] == [{"lastUsedAt": "2026-11-23T09:30:00Z"}]


async def test_the_viewer_changes_language(client: Client) -> None:
    change = "mutation ($l: String!) { updateViewer(input: {locale: $l}) { viewer { locale } userErrors { code } } }"
    data = await client.ask(change, {"l": "es"}, as_email=DELEGATE)
    assert data["updateViewer"] == {"viewer": {"locale": "es"}, "userErrors": []}
    anonymous = await client.ask(change, {"l": "es"})
    assert anonymous["updateViewer"]["userErrors"] == [{"code": "UNAUTHENTICATED"}]
