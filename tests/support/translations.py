"""Translations in the small world: an adopted paper, a text in another language, and its passages."""

from sqlalchemy import select

from positions.actors import Actor
from positions.lifecycle import Stage
from positions.models.documents import Document
from positions.models.positions import Position
from positions.models.versions import Version
from positions.queries.translations import Beside, beside_draft
from positions.queries.versions import newest_version
from positions.services.translations import (
    AddTranslation,
    ApproveTranslation,
    Place,
    add_translation,
    approve_translation,
    translate_block,
)
from positions.services.versions import SaveVersion, save_version
from positions.versions import sha256_of
from tests.support.states import step
from tests.support.world import Paper, World, bring_to, propose, write

SOURCE = "# Títol\n\nUn paràgraf.\n\n**D1.** Una demanda.\n"
ENGLISH = "# Title\n\nA paragraph.\n\n**D1.** An ask.\n"


@step
async def adopted(world: World, text: str = SOURCE) -> Paper:
    """A paper whose first version is adopted."""
    paper = await propose(world)
    await bring_to(world, paper, Stage.ADOPTED, text)
    await adopt_newest(world, paper)
    return paper


@step
async def adopt_newest(world: World, paper: Paper) -> int:
    """Make the original's newest version the adopted one; its number."""
    async with world.database.write() as work:
        position = await work.session.get_one(Position, paper.id)
        version = await newest_version(work.session, paper.document_id)
        assert version is not None
        position.adopted_version_id = version.id
        return version.number


@step
async def rewrite_original(world: World, paper: Paper, text: str) -> int:
    """Another version of the original, whatever the stage; its number."""
    async with world.database.write() as work:
        position = await work.session.get_one(Position, paper.id)
        document = await work.session.get_one(Document, paper.document_id)
        before, position.stage, document.stage = position.stage, "DRAFTING", "DRAFTING"
    await write(world, paper, text)
    async with world.database.write() as work:
        version = await save_version(work, world.lead, SaveVersion(paper.document_id))
        position = await work.session.get_one(Position, paper.id)
        document = await work.session.get_one(Document, paper.document_id)
        position.stage = document.stage = before
        return version.number


@step
async def add(
    world: World, paper: Paper, language: str = "en", source: int = 1, actor: Actor | None = None
) -> str:
    """A new translation's id."""
    async with world.database.write() as work:
        request = AddTranslation(paper.reference, language, source)
        return (await add_translation(work, actor or world.participant, request)).id


async def look(world: World, document_id: str) -> Beside:
    """The translation beside its source, as it is now."""
    async with world.database.read() as session:
        document = await session.get_one(Document, document_id)
        return await beside_draft(session, world.database.drafts, document)


async def place(world: World, document_id: str, number: int) -> Place:
    """A passage as a translator sees it now."""
    rows = [row for row in (await look(world, document_id)).rows if row.source is not None]
    source, target = rows[number].source, rows[number].target
    assert source is not None
    return Place(document_id, number, sha256_of(source.text), target.text if target else None)


@step
async def translate(world: World, document_id: str, number: int, text: str) -> None:
    """Give a passage its wording."""
    found = await place(world, document_id, number)
    async with world.database.write() as work:
        await translate_block(work, world.participant, found, text)


@step
async def translate_all(world: World, document_id: str, text: str = ENGLISH) -> None:
    """Give every passage its wording."""
    for number, wording in enumerate(text.strip().split("\n\n")):
        await translate(world, document_id, number, wording)


@step
async def save(world: World, document_id: str) -> int:
    """The number of a new version of a translation."""
    async with world.database.write() as work:
        return (await save_version(work, world.participant, SaveVersion(document_id))).number


@step
async def approve(world: World, document_id: str, number: int, source: int = 1) -> Document:
    """The translation after its approval by the coordinator."""
    async with world.database.write() as work:
        request = ApproveTranslation(document_id, number, source)
        return await approve_translation(work, world.coordinator, request)


async def version_id(world: World, document_id: str, number: int) -> str:
    """A version's id."""
    async with world.database.read() as session:
        statement = select(Version.id).where(Version.document_id == document_id, Version.number == number)
        return (await session.scalars(statement)).one()
