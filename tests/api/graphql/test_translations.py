"""Translations as clients see them: two texts in parallel, and what is refused as data."""

from typing import Any

import pytest

from api.graphql.context import Context
from api.graphql.schema import schema
from api.identity import Identity
from api.settings import Settings
from positions.actors import ANONYMOUS, Actor
from positions.lifecycle import Action
from positions.models.institutions import Term
from tests.support.translations import add, adopted, approve, save, translate_all
from tests.support.world import Paper, World, move

BESIDE = """query ($r: String!) { position(reference: $r) { documents {
  language isStale approvedVersion { number } translation {
    sourceVersion { number } newerSource { number } structureFaults { kind askKey }
    progress { total translated share { numerator denominator } }
    blocks { number state kind askKey source target sourceHtml targetHtml changes { kind text } hints { term translation } }
  } } } }"""
ADD = """mutation ($input: AddTranslationInput!) { addTranslation(input: $input) {
  document { language isOriginal } userErrors { path code message } } }"""


@pytest.fixture
async def paper(world: World) -> Paper:
    async with world.database.write() as work:
        term = Term(code="ask", domain="document", labels={"ca": "demanda", "en": "ask"}, definition="")
        work.session.add(term)
    return await adopted(world)


async def ask(world: World, actor: Actor, document: str, **given: object) -> dict[str, Any]:
    async def same() -> Actor:
        return actor

    context = Context(world.database, Settings(), Identity(actor, same), "ca")
    result = await schema.execute(document, variable_values=given, context_value=context)
    await context.refresh()
    assert result.errors is None, result.errors
    assert result.data is not None
    return result.data


async def english(world: World, paper: Paper, actor: Actor) -> dict[str, Any]:
    data = await ask(world, actor, BESIDE, r=paper.reference)
    documents: list[dict[str, Any]] = data["position"]["documents"]
    return next(document for document in documents if document["language"] == "en")


async def test_a_translation_shows_both_texts_in_parallel(world: World, paper: Paper) -> None:
    await add(world, paper)
    found = (await english(world, paper, world.lead))["translation"]
    assert found["progress"] == {
        "total": 3,
        "translated": 0,
        "share": {"numerator": 0, "denominator": 1},
    }
    last = found["blocks"][2]
    assert (last["number"], last["state"], last["askKey"]) == (2, "UNTRANSLATED", "D1")
    assert last["sourceHtml"] == "<p><strong>D1.</strong> Una demanda.</p>\n"
    assert last["hints"] == [{"term": "demanda", "translation": "ask"}]
    assert (found["newerSource"], found["structureFaults"]) == (None, [])


async def test_the_public_sees_an_approved_translation_and_never_its_draft(
    world: World, paper: Paper
) -> None:
    document_id = await add(world, paper)
    await translate_all(world, document_id)
    await move(world, paper, Action.PUBLISH)
    data = await ask(world, ANONYMOUS, BESIDE, r=paper.reference)
    assert [document["language"] for document in data["position"]["documents"]] == ["ca"]
    await approve(world, document_id, await save(world, document_id))
    found = await english(world, paper, ANONYMOUS)
    assert found == {
        "language": "en",
        "isStale": False,
        "approvedVersion": {"number": 1},
        "translation": None,
    }


@pytest.mark.parametrize(
    ("language", "code"),
    [("en", None), ("zz", "INVALID"), ("ca", "INVALID"), ("fr", "ALREADY_DONE")],
)
async def test_a_language_is_added_once(world: World, paper: Paper, language: str, code: str | None) -> None:
    await add(world, paper, "fr")
    given = {"reference": paper.reference, "language": language, "sourceVersion": 1}
    answer = (await ask(world, world.lead, ADD, input=given))["addTranslation"]
    assert [error["code"] for error in answer["userErrors"]] == ([code] if code else [])
    assert (answer["document"] is None) == (code is not None)
