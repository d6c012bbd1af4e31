"""The asks of a paper: the original's, of the text in force, in every language."""

from positions.actors import Actor
from positions.queries.access import see_position
from positions.queries.asks import AskTexts, asks_of
from tests.support.translations import ENGLISH, SOURCE, add, adopted, rewrite_original, save, translate_all
from tests.support.world import Paper, World


async def asks(world: World, paper: Paper, actor: Actor) -> list[AskTexts]:
    async with world.database.read() as session:
        return await asks_of(session, await see_position(session, actor, paper.reference))


async def test_asks_come_from_the_adopted_text_whatever_is_newer(world: World) -> None:
    paper = await adopted(world)
    await rewrite_original(world, paper, SOURCE.replace("Una demanda", "Una altra"))
    assert await asks(world, paper, world.lead) == [AskTexts("D1", {"ca": "Una demanda."})]


async def test_an_ask_has_its_words_in_every_language_and_the_original_s_key(world: World) -> None:
    paper = await adopted(world)
    document_id = await add(world, paper)
    await translate_all(world, document_id, ENGLISH)
    await save(world, document_id)
    assert await asks(world, paper, world.lead) == [AskTexts("D1", {"ca": "Una demanda.", "en": "An ask."})]
