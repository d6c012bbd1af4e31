"""Which versions stand for the adopted text, and who may open them."""

from sqlalchemy import select

from positions.actors import ANONYMOUS
from positions.lifecycle import Action, Stage
from positions.models.documents import Document
from positions.models.positions import Position
from positions.models.versions import Version
from positions.queries.access import see_position
from positions.queries.documents import documents_of, newest_open_version
from positions.queries.numbering import citations_of
from positions.queries.translations import approved_versions, is_stale, source_in_force
from positions.services.unit_of_work import UnitOfWork
from positions.versions import pack, pack_runs, sha256_of
from tests.support.states import step
from tests.support.world import Paper, World, bring_to, move, propose


def version_of(work: UnitOfWork, world: World, document_id: str, number: int, text: str) -> Version:
    version = Version(
        id=work.new_id("ver"),
        document_id=document_id,
        number=number,
        sequence=0,
        sha256=sha256_of(text),
        chain_sha256="",
        payload=pack(text, None),
        authorship=pack_runs([]),
        words=1,
        membership_id=world.lead.memberships[0].id,
        created_at=work.now,
    )
    work.session.add(version)
    return version


@step
async def adopted_paper(world: World) -> Paper:
    """A published paper with an approved English translation and an unapproved Spanish one."""
    paper = await propose(world)
    await bring_to(world, paper, Stage.ADOPTED)
    async with world.database.write() as work:
        position = await work.session.get_one(Position, paper.id)
        statement = select(Version.id).where(Version.document_id == paper.document_id)
        position.adopted_version_id = await work.session.scalar(statement)
        for language, is_approved in (("en", True), ("es", False)):
            document = Document(
                id=work.new_id("doc"),
                position_id=paper.id,
                language=language,
                is_original=False,
                stage="ADOPTED",
                source_version_id=position.adopted_version_id,
                created_at=work.now,
                updated_at=work.now,
            )
            work.session.add(document)
            await work.session.flush()
            version = version_of(work, world, document.id, 1, language)
            if is_approved:
                document.approved_version_id = version.id
                document.approved_source_id = position.adopted_version_id
    await move(world, paper, Action.PUBLISH)
    return paper


async def test_the_public_opens_what_was_adopted_and_what_was_approved(world: World) -> None:
    paper = await adopted_paper(world)
    async with world.database.read() as session:
        access = await see_position(session, ANONYMOUS, paper.reference)
        documents = await documents_of(session, access)
        assert [document.language for document in documents] == ["ca", "en"]
        opened = [await newest_open_version(session, access, document.id) for document in documents]
        approved = await approved_versions(session, access.position)
        assert list(approved) == ["ca", "en"]
        assert [version and version.id for version in opened] == [version.id for version in approved.values()]


async def test_a_corrected_original_leaves_its_translations_behind(world: World) -> None:
    paper = await adopted_paper(world)
    async with world.database.write() as work:
        position = await work.session.get_one(Position, paper.id)
        corrected = version_of(work, world, paper.document_id, 9, "# Corregit\n")
        await work.session.flush()
        position.adopted_version_id = corrected.id
    async with world.database.read() as session:
        access = await see_position(session, ANONYMOUS, paper.reference)
        assert [document.language for document in await documents_of(session, access)] == ["ca"]
        assert list(await approved_versions(session, access.position)) == ["ca"]
        english = (await session.scalars(select(Document).where(Document.language == "en"))).one()
        assert await is_stale(session, access.position, english)


async def test_before_adoption_the_newest_version_is_in_force_and_nothing_is_approved(world: World) -> None:
    paper = await propose(world)
    await bring_to(world, paper, Stage.AMENDING)
    async with world.database.read() as session:
        position = await session.get_one(Position, paper.id)
        in_force = await source_in_force(session, position)
        assert in_force is not None
        assert in_force.number == 1
        assert await approved_versions(session, position) == {}


async def test_a_translation_has_the_numbers_of_the_paragraphs_that_it_stands_for(world: World) -> None:
    paper = await propose(world)
    async with world.database.write() as work:
        original = await work.session.get_one(Document, paper.document_id)
        version_of(work, world, original.id, 901, "Un.\n\n**D1.** Dos.\n\nTres.\n")
        source = version_of(work, world, original.id, 902, "Un.\n\nNou.\n\n**D1.** Dos.\n\nTres.\n")
        original.numbered_from = 901
        document = Document(
            id=work.new_id("doc"),
            position_id=paper.id,
            language="en",
            is_original=False,
            stage=original.stage,
            source_version_id=source.id,
            created_at=work.now,
            updated_at=work.now,
        )
        work.session.add(document)
        await work.session.flush()
        text = "One.\n\nNew.\n\n**D1.** Two.\n\nThree.\n"
        version = version_of(work, world, document.id, 1, text)
        await work.session.flush()
        found = await citations_of(work.session, version)
        assert [found.by_start[text.index(words)] for words in ("One", "New", "Three")] == ["1", "1a", "2"]
        assert found.touched(text.index("Two"), text.index("Two") + 3) == ("D1",)
