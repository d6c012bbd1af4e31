import json

import orjson
import pytest

from positions.queries import organizations
from tests.support.clients import Client

pytestmark = pytest.mark.one_engine  # requests are judged before the database is asked

GRAPHQL_JSON = "application/graphql-response+json"
BY_SIZE = "query ($first: Int!) { organizations(first: $first) { nodes { code } } }"


def nested(levels: int) -> str:
    return '{"query": "{ __typename }", "variables": {"a": ' + "[" * levels + "]" * levels + "}}"


@pytest.mark.parametrize("value", ["ten", None, 1.5, [], {}])
async def test_a_bad_variable_is_a_request_error(client: Client, value: object) -> None:
    answer = await client.post({"query": BY_SIZE, "variables": {"first": value}}, accept=GRAPHQL_JSON)
    assert answer.status_code == 400
    assert answer.headers["content-type"] == f"{GRAPHQL_JSON}; charset=utf-8"
    assert "data" not in answer.json()
    assert answer.json()["errors"]


async def test_a_bad_variable_under_plain_json_is_200_without_data(client: Client) -> None:
    answer = await client.post({"query": BY_SIZE, "variables": {"first": "ten"}}, accept="application/json")
    assert answer.status_code == 200
    assert list(answer.json()) == ["errors"]


@pytest.mark.parametrize(
    ("method", "headers", "body", "status"),
    [
        ("PUT", {}, b"{}", 405),
        ("DELETE", {}, b"", 405),
        ("POST", {"content-type": "text/plain"}, b"{}", 415),
        ("POST", {"content-type": "application/json; charset=utf-16"}, b"{}", 415),
        ("POST", {"accept": "text/html"}, b"{}", 406),
        ("POST", {"accept": "application/json; charset=latin-1"}, b"{}", 406),
        ("POST", {}, b"{", 400),
        ("POST", {}, b"[]", 400),
        ("POST", {}, b'{"query": 1}', 400),
        ("POST", {}, b'{"query": "{__typename}", "variables": []}', 400),
        ("POST", {}, b'{"query": "{__typename}", "extensions": 1}', 400),
        ("POST", {}, b'{"query": "{__typename}", "operationName": 1}', 400),
        ("POST", {}, b'{"query": "query A {__typename}", "operationName": "B"}', 400),
        ("POST", {"authorization": "Bearer nobody"}, b'{"query": "{__typename}"}', 401),
        ("POST", {"authorization": "Basic bm9ib2R5"}, b'{"query": "{__typename}"}', 401),
    ],
)
async def test_transport_errors_are_graphql_bodies(
    client: Client, method: str, headers: dict[str, str], body: bytes, status: int
) -> None:
    sent = {"content-type": "application/json", **headers}
    answer = await client.http.request(method, "/graphql", content=body, headers=sent)
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("application/json")
    assert answer.json()["errors"][0]["message"]
    assert "data" not in answer.json()


async def test_a_mutation_by_get_is_refused(client: Client) -> None:
    mutation = 'mutation { updateViewer(input: {locale: "en"}) { userErrors { code } } }'
    answer = await client.http.get("/graphql", params={"query": mutation})
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")


@pytest.mark.parametrize("levels", [100, 1000, 5000])
async def test_deep_json_is_refused(client: Client, levels: int) -> None:
    answer = await client.http.post(
        "/graphql", content=nested(levels), headers={"content-type": "application/json"}
    )
    assert answer.status_code == 400
    assert answer.json()["errors"]


@pytest.mark.parametrize(
    "document", ["{" * 1000, "{ a " * 1000, "query ($a: " + "[" * 1000, "{ a(b: " + "[" * 1000]
)
async def test_a_deep_document_is_refused(client: Client, document: str) -> None:
    answer = await client.post({"query": document}, accept=GRAPHQL_JSON)
    assert answer.status_code == 400


async def test_a_body_over_256_kb_is_413(client: Client) -> None:
    answer = await client.post({"query": "{ __typename }" + " " * 256 * 1024})
    assert answer.status_code == 413
    assert answer.json()["errors"][0]["extensions"]["code"] == "LIMIT_EXCEEDED"


async def test_a_member_may_be_large_for_edit_draft_only(client: Client) -> None:
    token = await client.token("delegate@08019.demo")
    padding = {"variables": {"text": "a" * 300_000}}
    other = await client.post({"query": "{ __typename }", **padding}, authorization=f"Bearer {token}")
    assert other.status_code == 413
    document = 'mutation ($text: String!) { editDraft(input: {documentId: "x", text: $text}) { userErrors { code } } }'
    edit = await client.post({"query": document, **padding}, authorization=f"Bearer {token}")
    assert edit.status_code == 200
    anonymous = await client.post({"query": document, **padding})
    assert anonymous.status_code == 413


async def test_a_bug_is_masked_with_a_reference(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(organizations, "_filtered", lambda wanted: 1 / 0)
    answer = await client.post({"query": BY_SIZE, "variables": {"first": 1}}, accept=GRAPHQL_JSON)
    (error,) = answer.json()["errors"]
    assert "division" not in answer.text
    assert error["extensions"]["code"] == "INTERNAL"
    assert error["extensions"]["reference"] in error["message"]
    assert answer.json()["data"] is None


async def test_a_foreign_page_cannot_use_a_cookie(client: Client) -> None:
    client.http.cookies.set("positions_session", await client.sign_in("delegate@08019.demo"))
    query = {"query": "{ viewer { name } }"}
    assert (await client.post(query)).status_code == 403
    assert (await client.post(query, origin="http://elsewhere.test")).status_code == 403
    assert (await client.post(query, origin="http://test")).json()["data"]["viewer"][
        "name"
    ] == "Bernat Barcelona"
    assert (await client.post(query, x_positions="1")).status_code == 200
    got = await client.http.get("/graphql", params={"query": "{ viewer { name } }"})
    assert got.json()["data"]["viewer"]["name"] == "Bernat Barcelona"


async def test_answers_are_what_json_dumps_reads(client: Client) -> None:
    answer = await client.post({"query": BY_SIZE, "variables": {"first": 3}})
    assert json.loads(answer.content) == orjson.loads(answer.content)


async def test_the_sdl_is_served(client: Client) -> None:
    answer = await client.http.get("/graphql/schema.graphql")
    assert "type Query" in answer.text


async def test_several_operations_need_a_name(client: Client) -> None:
    request = {"query": "query A { a: __typename } query B { b: __typename }"}
    answer = await client.post(request, accept=GRAPHQL_JSON)
    assert answer.status_code == 400
    named = await client.post({**request, "operationName": "B"})
    assert named.json()["data"] == {"b": "Query"}


async def test_no_answer_is_kept_on_its_way(client: Client) -> None:
    for query in ("{ __typename }", "{ nothing }"):
        answer = await client.http.get("/graphql", params={"query": query})
        assert answer.headers["cache-control"] == "no-store"
