"""Adding languages, giving and confirming passages, following a newer source, approving: and what is refused."""

import pytest

from positions.actors import ANONYMOUS
from positions.errors import AlreadyDone, Forbidden, Invalid, NotFound, Refusal, StageForbids, Stale
from positions.lifecycle import Action, Stage
from positions.models.documents import Document
from positions.models.positions import Position
from positions.queries.access import see_position
from positions.queries.positions import PositionFilter, count_positions
from positions.queries.translations import approved_versions, is_stale
from positions.queries.versions import version_runs
from positions.services.drafts import EditDraft, edit_draft, prepare_edit
from positions.services.text_verification import verify_texts
from positions.services.translations import (
    AddTranslation,
    ApproveTranslation,
    FollowSource,
    add_translation,
    approve_translation,
    confirm_block,
    follow_source,
    translate_block,
)
from positions.services.versions import restore_version
from positions.translations import PassageState
from tests.support.translations import (
    ENGLISH,
    SOURCE,
    add,
    adopt_newest,
    adopted,
    approve,
    look,
    place,
    rewrite_original,
    save,
    translate,
    translate_all,
    version_id,
)
from tests.support.world import Paper, World, bring_to, move, propose, write

CHANGED = SOURCE.replace("Un paràgraf.", "Un paràgraf amb més paraules.")


@pytest.fixture
async def paper(world: World) -> Paper:
    return await adopted(world)


async def states(world: World, document_id: str) -> list[str]:
    return [row.state.value for row in (await look(world, document_id)).rows]


async def whole(world: World, document_id: str, text: str) -> int:
    """A version of a translation that was written as a whole text, as scripts do; its number."""
    async with world.database.read() as session:
        sequence = (await session.get_one(Document, document_id)).sequence
    request = EditDraft(document_id, text, base_sequence=sequence)
    prepared = await prepare_edit(world.database, world.participant, request)
    async with world.database.write() as work:
        await edit_draft(work, world.participant, prepared)
    return await save(world, document_id)


async def test_a_translation_begins_with_the_source_s_words_and_their_authors(
    world: World, paper: Paper
) -> None:
    document_id = await add(world, paper)
    found = await look(world, document_id)
    assert (found.text, found.source.number) == (SOURCE, 1)
    assert await states(world, document_id) == ["UNTRANSLATED"] * 3
    async with world.database.read() as session:
        draft = await world.database.drafts.load(session, document_id)
        assert draft.runs == await version_runs(session, found.source)


@pytest.mark.parametrize(
    ("language", "source", "refusal"),
    [
        ("zz", 1, Invalid),
        ("anglès", 1, Invalid),
        ("ca", 1, Invalid),
        ("CA", 1, Invalid),
        ("fr", 1, AlreadyDone),
        ("FR", 1, AlreadyDone),
        ("en", 7, NotFound),
    ],
)
async def test_a_language_that_cannot_be_added_is_refused(
    world: World, paper: Paper, language: str, source: int, refusal: type[Refusal]
) -> None:
    await add(world, paper, "fr")
    with pytest.raises(refusal):
        await add(world, paper, language, source)
    async with world.database.read() as session:
        access = await see_position(session, world.lead, paper.reference)
        assert await approved_versions(session, access.position) != {}


async def test_a_passage_given_its_wording_counts_at_once(world: World, paper: Paper) -> None:
    document_id = await add(world, paper)
    await translate(world, document_id, 2, "**D1.** An ask.")
    assert await states(world, document_id) == ["UNTRANSLATED", "UNTRANSLATED", "TRANSLATED"]
    assert (await look(world, document_id)).text == SOURCE.replace("Una demanda", "An ask")


async def test_two_translators_of_one_passage_do_not_overwrite_each_other(world: World, paper: Paper) -> None:
    document_id = await add(world, paper)
    seen = await place(world, document_id, 1)
    async with world.database.write() as work:
        await translate_block(work, world.participant, seen, "A paragraph.")
    with pytest.raises(Stale, match="passage_rewritten"):
        async with world.database.write() as work:
            await translate_block(work, world.lead, seen, "One paragraph.")
    assert "A paragraph." in (await look(world, document_id)).text


@pytest.mark.parametrize(
    ("number", "text", "reason"),
    [
        (0, "Title", "passage_shape_differs"),
        (0, "## Title", "passage_shape_differs"),
        (1, "One.\n\nTwo.", "passage_shape_differs"),
        (2, "An ask.", "passage_shape_differs"),
        (2, "**D2.** An ask.", "passage_shape_differs"),
        (1, " \n", "text_blank"),
        (1, "a\x00b", "text_has_nul"),
    ],
)
async def test_a_wording_that_is_built_otherwise_is_refused(
    world: World, paper: Paper, number: int, text: str, reason: str
) -> None:
    document_id = await add(world, paper)
    with pytest.raises(Invalid, match=reason):
        await translate(world, document_id, number, text)
    assert (await look(world, document_id)).text == SOURCE


async def test_a_passage_of_another_source_is_refused(world: World, paper: Paper) -> None:
    document_id = await add(world, paper)
    seen = await place(world, document_id, 1)
    for number in (0, -1, 99):
        moved = type(seen)(document_id, number, seen.source_sha256, seen.expected)
        with pytest.raises(Stale, match="passage_moved"):
            async with world.database.write() as work:
                await translate_block(work, world.participant, moved, "A paragraph.")


async def test_a_missing_passage_comes_back_at_its_place(world: World, paper: Paper) -> None:
    document_id = await add(world, paper)
    await whole(world, document_id, "# Title\n\n**D1.** An ask.\n")
    assert await states(world, document_id) == ["TRANSLATED", "MISSING", "TRANSLATED"]
    await translate(world, document_id, 1, "A paragraph.")
    assert (await look(world, document_id)).text == ENGLISH


async def test_the_original_is_no_translation(world: World, paper: Paper) -> None:
    document_id = await add(world, paper)
    seen = await place(world, document_id, 1)
    wrong = type(seen)(paper.document_id, 1, seen.source_sha256, seen.expected)
    with pytest.raises(Invalid, match="document_is_original"):
        async with world.database.write() as work:
            await translate_block(work, world.participant, wrong, "x")
    with pytest.raises(Invalid, match="document_is_original"):
        await approve(world, paper.document_id, 1)


async def test_a_whole_approved_translation_stands_for_the_adopted_text(world: World, paper: Paper) -> None:
    document_id = await add(world, paper)
    await translate_all(world, document_id)
    number = await save(world, document_id)
    document = await approve(world, document_id, number)
    assert document.approved_version_id == await version_id(world, document_id, number)
    with pytest.raises(AlreadyDone):
        await approve(world, document_id, number)
    async with world.database.read() as session:
        position = await session.get_one(Position, paper.id)
        assert list(await approved_versions(session, position)) == ["ca", "en"]
        assert not await is_stale(session, position, document)
        assert [finding async for finding in verify_texts(session, position)] == []


async def test_a_translation_written_as_a_whole_text_counts_too(world: World, paper: Paper) -> None:
    document_id = await add(world, paper)
    document = await approve(world, document_id, await whole(world, document_id, ENGLISH))
    assert document.approved_source_id is not None


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("\n\n**D1.** An ask.", "", "translation_lacks_ask"),
        ("**D1.** An ask.", "**D1.** An ask.\n\n**D2.** Another.", "translation_adds_ask"),
        ("A paragraph.", "**D1.** A paragraph.", "translation_repeats_ask"),
        ("# Title", "## Title", "translation_structure_differs"),
        ("A paragraph.", "A paragraph.\n\nAnd one more.", "translation_structure_differs"),
        ("A paragraph.", "Un paràgraf.", "translation_unfinished"),
    ],
)
async def test_what_is_not_the_original_s_text_is_not_approved(
    world: World, paper: Paper, old: str, new: str, reason: str
) -> None:
    document_id = await add(world, paper)
    number = await whole(world, document_id, ENGLISH.replace(old, new))
    with pytest.raises(Invalid, match=reason):
        await approve(world, document_id, number)
    async with world.database.read() as session:
        assert (await session.get_one(Document, document_id)).approved_version_id is None


async def test_versions_that_are_none_or_not_in_force_are_refused(world: World, paper: Paper) -> None:
    document_id = await add(world, paper)
    number = await whole(world, document_id, ENGLISH)
    for wrong, source in ((9, 1), (number, 9), (2**40, 1)):
        with pytest.raises(NotFound, match="version_unknown"):
            await approve(world, document_id, wrong, source)
    await rewrite_original(world, paper, CHANGED)
    assert await adopt_newest(world, paper) == 2
    with pytest.raises(Stale, match="source_not_in_force"):
        await approve(world, document_id, number, 1)


async def test_a_corrected_source_marks_what_it_changed_until_it_is_confirmed(
    world: World, paper: Paper
) -> None:
    document_id = await add(world, paper)
    await translate_all(world, document_id)
    first = await save(world, document_id)
    await approve(world, document_id, first)
    await rewrite_original(world, paper, CHANGED)
    await adopt_newest(world, paper)
    with pytest.raises(Stale, match="translation_stale"):
        await approve(world, document_id, first, 2)
    await follow(world, document_id, 2)
    found = await look(world, document_id)
    assert [row.state for row in found.rows] == [
        PassageState.TRANSLATED,
        PassageState.STALE,
        PassageState.TRANSLATED,
    ]
    assert found.rows[1].before == "Un paràgraf."
    seen = await place(world, document_id, 1)
    async with world.database.write() as work:
        await confirm_block(work, world.participant, seen)
    with pytest.raises(AlreadyDone, match="passage_is_translated"):
        async with world.database.write() as work:
            await confirm_block(work, world.participant, seen)
    document = await approve(world, document_id, first, 2)
    async with world.database.read() as session:
        position = await session.get_one(Position, paper.id)
        assert not await is_stale(session, position, document)
        assert [finding async for finding in verify_texts(session, position)] == []


async def follow(world: World, document_id: str, number: int) -> None:
    async with world.database.write() as work:
        await follow_source(work, world.participant, FollowSource(document_id, number))


async def test_a_text_written_for_a_source_never_followed_is_told_from_an_older_one(
    world: World, paper: Paper
) -> None:
    document_id = await add(world, paper)
    old = await whole(world, document_id, ENGLISH)
    await rewrite_original(world, paper, CHANGED)
    await adopt_newest(world, paper)
    with pytest.raises(Stale, match="translation_stale"):
        await approve(world, document_id, old, 2)
    number = await whole(world, document_id, ENGLISH.replace("A paragraph.", "A paragraph of more words."))
    document = await approve(world, document_id, number, 2)
    assert (
        document.source_version_id
        == document.approved_source_id
        == await version_id(world, paper.document_id, 2)
    )


async def test_what_was_not_yet_translated_follows_the_source_by_itself(world: World, paper: Paper) -> None:
    document_id = await add(world, paper)
    await translate(world, document_id, 0, "# Title")
    await rewrite_original(world, paper, CHANGED + "\nUn de nou.\n")
    await adopt_newest(world, paper)
    await follow(world, document_id, 2)
    assert (await look(world, document_id)).text == CHANGED.replace("Títol", "Title") + "\nUn de nou.\n"
    with pytest.raises(AlreadyDone, match="source_is_followed"):
        await follow(world, document_id, 2)
    with pytest.raises(Stale, match="source_not_in_force"):
        await follow(world, document_id, 1)


async def test_a_published_paper_is_found_by_its_approved_translations(world: World, paper: Paper) -> None:
    document_id = await add(world, paper)
    number = await whole(world, document_id, ENGLISH)
    await move(world, paper, Action.PUBLISH)
    wanted = PositionFilter(search="paragraph")
    async with world.database.read() as session:
        assert await count_positions(session, ANONYMOUS, wanted) == 0
    await approve(world, document_id, number)
    async with world.database.read() as session:
        assert await count_positions(session, ANONYMOUS, wanted) == 1


async def test_after_adoption_a_translation_is_written_and_restored_and_the_original_is_not(
    world: World, paper: Paper
) -> None:
    document_id = await add(world, paper)
    first = await save(world, document_id)
    await whole(world, document_id, ENGLISH)
    async with world.database.write() as work:
        restored = await restore_version(work, world.participant, document_id, first)
    assert restored.text == SOURCE
    with pytest.raises(StageForbids):
        await write(world, paper, "# Altre\n")
    with pytest.raises(StageForbids):
        async with world.database.write() as work:
            await restore_version(work, world.coordinator, paper.document_id, 1)


async def test_only_coordinators_approve_and_only_what_is_adopted(world: World) -> None:
    paper = await propose(world)
    await bring_to(world, paper, Stage.AMENDING, SOURCE)
    document_id = await add(world, paper)
    number = await whole(world, document_id, ENGLISH)
    with pytest.raises(StageForbids):
        await approve(world, document_id, number)
    request = ApproveTranslation(document_id, number, 1)
    with pytest.raises(Forbidden):
        async with world.database.write() as work:
            await approve_translation(work, world.lead, request)
    with pytest.raises(Forbidden):
        async with world.database.write() as work:
            await add_translation(work, world.outsider, AddTranslation(paper.reference, "fr", 1))
