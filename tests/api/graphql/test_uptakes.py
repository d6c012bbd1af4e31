"""Uptake through the API: the contract's document records it, readers and, once published, the public read it."""

from typing import Any

from graphql import print_ast

from api.graphql.context import Context
from api.graphql.schema import schema
from api.identity import Identity
from api.settings import Settings
from positions.actors import ANONYMOUS, Actor
from positions.lifecycle import Action
from tests.api.contract.test_operations import OPERATIONS, standing_alone
from tests.support.followups import submitted
from tests.support.world import World, move

ASKS = """query($reference: String!) { position(reference: $reference) { asks { key uptakes {
  id askKey institution { code } status evidence evidenceUrl observedOn replacedAt earlier { status evidence } } } } }"""
NODE = "query($id: ID!) { node(id: $id) { __typename ... on Uptake { status } } }"


async def ask(world: World, actor: Actor, document: str, **variables: object) -> dict[str, Any]:
    async def again() -> Actor:
        return actor

    context = Context(world.database, Settings(), Identity(actor, again), "en")
    result = await schema.execute(document, variable_values=variables, context_value=context)
    await context.refresh()
    assert result.errors is None, result.errors
    assert result.data is not None
    return result.data


async def record(world: World, **given: object) -> dict[str, Any]:
    document = print_ast(standing_alone(OPERATIONS["RecordUptake"]))
    data = await ask(world, world.coordinator, document, input={"askKey": "D1", "status": "NOTED", **given})
    answer: dict[str, Any] = data["recordUptake"]
    return answer


async def test_the_contracts_document_records_what_everybody_then_reads(world: World) -> None:
    paper = await submitted(world)
    wish = {"reference": paper.reference, "institutionCode": "EP", "observedOn": "2026-11-20"}
    assert await record(world, **wish, evidence="Primera lectura") == {
        "uptake": {"status": "NOTED"},
        "userErrors": [],
    }
    await record(world, **wish, status="TAKEN_UP", evidenceUrl="https://www.europarl.europa.eu/doc")
    first, second = (await ask(world, world.lead, ASKS, reference=paper.reference))["position"]["asks"]
    (uptake,) = first["uptakes"]
    identifier = uptake.pop("id")
    assert uptake == {
        "askKey": "D1",
        "institution": {"code": "EP"},
        "status": "TAKEN_UP",
        "evidence": None,
        "evidenceUrl": "https://www.europarl.europa.eu/doc",
        "observedOn": "2026-11-20",
        "replacedAt": None,
        "earlier": [{"status": "NOTED", "evidence": "Primera lectura"}],
    }
    assert (second["key"], second["uptakes"]) == ("D2", [])
    assert await ask(world, world.lead, NODE, id=identifier) == {
        "node": {"__typename": "Uptake", "status": "TAKEN_UP"}
    }


async def test_a_script_is_no_evidence(world: World) -> None:
    paper = await submitted(world)
    answer = await record(
        world,
        reference=paper.reference,
        institutionCode="EP",
        evidenceUrl="javascript:alert(document.cookie)",
    )
    (error,) = answer["userErrors"]
    assert (answer["uptake"], error["path"], error["code"]) == (None, ["evidenceUrl"], "INVALID")
    asks = (await ask(world, world.lead, ASKS, reference=paper.reference))["position"]["asks"]
    assert [one["uptakes"] for one in asks] == [[], []]


async def test_the_public_reads_what_stands_from_publication_on(world: World) -> None:
    paper = await submitted(world)
    for status in ("NOTED", "PARTLY_TAKEN_UP"):
        await record(world, reference=paper.reference, institutionCode="EC", status=status)
    assert await ask(world, ANONYMOUS, ASKS, reference=paper.reference) == {"position": None}
    await move(world, paper, Action.PUBLISH)
    first, _ = (await ask(world, ANONYMOUS, ASKS, reference=paper.reference))["position"]["asks"]
    (uptake,) = first["uptakes"]
    assert (uptake["status"], uptake["earlier"]) == ("PARTLY_TAKEN_UP", [])
