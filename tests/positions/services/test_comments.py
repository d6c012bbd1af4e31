"""Threads: who may start and see them, internal ones that leave no trace for others, and anchors that follow the text."""

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from positions.actors import Actor
from positions.anchors import AnchorState
from positions.comments import Visibility
from positions.drafts import Draft
from positions.errors import AlreadyDone, Forbidden, Invalid, NotFound
from positions.lifecycle import Stage
from positions.models.comments import Thread
from positions.models.events import Event
from positions.queries import drafts
from positions.queries.access import see_position
from positions.queries.comments import anchored, count_threads, see_thread, threads
from positions.queries.drafts import fold
from positions.queries.pages import Window
from positions.services.comments import StartThread, reopen_thread, reply, resolve_thread, start_thread
from tests.support.world import Paper, World, bring_to, propose, write

TEXT = "# Aigua\n\nEl riu rep el resultat de trenta-sis decisions.\n\nEl cost no pot recaure només en el rebut.\n"
QUOTE = "trenta-sis decisions"


@pytest.fixture
async def paper(world: World) -> Paper:
    paper = await propose(world)
    await bring_to(world, paper, Stage.DRAFTING, TEXT)
    return paper


def remark(paper: Paper, **given: object) -> StartThread:
    start = TEXT.index(QUOTE)
    request = {"start": start, "end": start + len(QUOTE), "draft_sequence": 1, **given}
    return StartThread(paper.document_id, "Cal precisar-ho.", **request)  # type: ignore[arg-type]  # keywords by name


async def start(world: World, actor: Actor, request: StartThread) -> Thread:
    async with world.database.write() as work:
        return await start_thread(work, actor, request)


async def seen_by(world: World, paper: Paper, actor: Actor) -> int:
    async with world.database.read() as session:
        access = await see_position(session, actor, paper.reference)
        assert await count_threads(session, access) == len((await threads(session, access, Window(50))).rows)
        return await count_threads(session, access)


async def test_a_thread_holds_its_quote_and_answers(world: World, paper: Paper) -> None:
    thread = await start(world, world.participant, remark(paper))
    async with world.database.write() as work:
        await reply(work, world.coordinator, thread.id, "D'acord.")
    async with world.database.read() as session:
        _, found = await see_thread(session, world.lead, thread.id)
    assert (found.exact, [comment.body for comment in found.comments]) == (
        QUOTE,
        ["Cal precisar-ho.", "D'acord."],
    )


@pytest.mark.parametrize(
    ("before", "after", "state"),
    [
        ("# Aigua", "# L'aigua de tots", AnchorState.UNCHANGED),
        ("El cost", "Tot el cost", AnchorState.UNCHANGED),
        ("trenta-sis decisions", "moltes decisions", AnchorState.ORPHANED),
    ],
)
async def test_an_anchor_follows_the_text_or_says_that_it_cannot(
    world: World, paper: Paper, before: str, after: str, state: AnchorState
) -> None:
    thread = await start(world, world.participant, remark(paper))
    changed = TEXT.replace(before, after)
    await write(world, paper, changed)
    async with world.database.read() as session:
        _, found = await see_thread(session, world.lead, thread.id)
        standing = (await anchored(session, world.database.drafts, [found]))[thread.id]
    assert standing.state is state
    if standing.start is not None:
        assert changed[standing.start : standing.end] == QUOTE


async def test_a_town_s_internal_thread_is_invisible_to_everybody_else_and_leaves_no_event_for_them(
    world: World, paper: Paper
) -> None:
    thread = await start(world, world.participant, remark(paper, visibility=Visibility.ORGANIZATION))
    assert await seen_by(world, paper, world.participant) == 1
    for name in ("COORDINATOR", "ADMINISTRATOR", "OBSERVER", "08019"):
        assert await seen_by(world, paper, world.actors[name]) == 0
        with pytest.raises(NotFound):
            async with world.database.write() as work:
                await reply(work, world.actors[name], thread.id, "Què?")
    async with world.database.read() as session:
        audience = await session.scalar(select(Event.audience_id).where(Event.tag == "thread:started"))
    assert audience == world.participant.memberships[0].organization_id


async def test_observers_comment_and_administrators_do_not(world: World, paper: Paper) -> None:
    await start(world, world.actors["OBSERVER"], remark(paper))
    with pytest.raises(Forbidden):
        await start(world, world.actors["ADMINISTRATOR"], remark(paper))


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"start": 5, "end": 10_000}, "anchor_out_of_range"),
        ({"start": -1}, "anchor_out_of_range"),
        ({"start": None}, "anchor_incomplete"),
        ({"draft_sequence": 99}, "draft_sequence_unknown"),
    ],
)
async def test_a_place_that_is_not_in_the_text_is_refused(
    world: World, paper: Paper, given: dict[str, object], reason: str
) -> None:
    with pytest.raises(Invalid, match=reason):
        await start(world, world.participant, remark(paper, **given))
    assert await seen_by(world, paper, world.participant) == 0


async def test_a_thread_is_resolved_once_and_can_be_reopened(world: World, paper: Paper) -> None:
    thread = await start(world, world.participant, StartThread(paper.document_id, "Sobre tot el document"))
    async with world.database.write() as work:
        await resolve_thread(work, world.lead, thread.id)
    with pytest.raises(AlreadyDone):
        async with world.database.write() as work:
            await resolve_thread(work, world.lead, thread.id)
    async with world.database.write() as work:
        assert (await reopen_thread(work, world.participant, thread.id)).resolved_at is None


async def test_an_earlier_text_is_folded_once_for_all_who_speak_about_it(
    world: World, paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    thread = await start(world, world.participant, remark(paper))
    await write(world, paper, f"Abans. {TEXT}")
    folded: list[int | None] = []

    async def counted(session: AsyncSession, document_id: str, until: int | None = None) -> Draft:
        folded.append(until)
        return await fold(session, document_id, until)

    kept = drafts.Drafts()
    async with world.database.read() as session:
        await kept.load(session, paper.document_id)
        with monkeypatch.context() as patched:
            patched.setattr(drafts, "fold", counted)
            for _ in range(3):
                assert (await anchored(session, kept, [thread]))[thread.id].state == AnchorState.UNCHANGED
    assert folded == [1]
