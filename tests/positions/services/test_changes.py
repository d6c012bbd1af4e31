"""One notice for a burst of edits, when it is over, to those who have not seen it."""

from datetime import timedelta

from positions.lifecycle import Action
from positions.services.changes import tell_changes
from positions.services.looks import mark_read
from tests.support.notices import rows, told
from tests.support.world import Paper, World, move, propose, write

QUIET = timedelta(minutes=31)


async def drafted(world: World) -> Paper:
    paper = await propose(world)
    await move(world, paper, Action.START_DRAFTING)
    await write(world, paper, "# Un\n")
    return paper


async def changes(world: World) -> int:
    return (await told(world, world.participant)).count("PAPER_CHANGED")


async def test_a_mail_on_every_small_edit_is_never_sent_loomio_10528(world: World) -> None:
    paper = await drafted(world)
    for number in range(5):
        await write(world, paper, f"# Un\n\n{number}\n")
        await tell_changes(world.database)
    assert await changes(world) == 0
    world.clock.now += QUIET
    for _ in range(3):
        await tell_changes(world.database)
    assert await changes(world) == 1
    (notice,) = await rows(world, kind="PAPER_CHANGED", member_id=world.participant.member_id)
    assert "count" not in notice.facts


async def test_a_second_burst_adds_to_what_was_not_seen(world: World) -> None:
    paper = await drafted(world)
    for text in ("# Dos\n", "# Tres\n"):
        await write(world, paper, text)
        world.clock.now += QUIET
        await tell_changes(world.database)
        await tell_changes(world.database)
    assert await changes(world) == 1


async def test_writers_are_not_told_of_their_own_words_and_readers_of_what_they_read(world: World) -> None:
    paper = await drafted(world)
    async with world.database.write() as work:
        await mark_read(work, world.participant, paper.document_id)
    world.clock.now += QUIET
    await tell_changes(world.database)
    assert "PAPER_CHANGED" not in await told(world, world.lead)
    assert await changes(world) == 0
    assert "PAPER_CHANGED" in await told(world, world.coordinator)


async def test_reading_the_text_is_seeing_that_it_changed(world: World) -> None:
    paper = await drafted(world)
    world.clock.now += QUIET
    await tell_changes(world.database)
    async with world.database.write() as work:
        await mark_read(work, world.participant, paper.document_id)
    assert "PAPER_CHANGED" not in await told(world, world.participant, unseen=True)
