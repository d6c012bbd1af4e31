"""What counts of which paper for whom: nothing that a reader may not know gets into a figure of theirs."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from positions.actors import ANONYMOUS, Actor
from positions.comments import Visibility
from positions.headings import LanguageText
from positions.indicators import Act, Facts, Share, participation
from positions.lifecycle import Action, Stage
from positions.models.institutions import Institution
from positions.models.positions import Position
from positions.models.submissions import Submission
from positions.queries.indicators import count_papers, facts_of, towns_on
from positions.queries.positions import find_position
from positions.services.amendments import ProposeAmendment, propose_amendment
from positions.services.closing import CloseRound, Closing, close_round
from positions.services.comments import StartThread, start_thread
from positions.services.covers import CoverGiven
from positions.uptakes import UptakeStatus
from tests.support.followups import adopted, observe, submitted
from tests.support.rounds import cast, end, open_on, ready
from tests.support.states import step
from tests.support.world import (
    LEAD,
    OTHER_PARTICIPANT,
    OUTSIDER,
    PARTICIPANT,
    START,
    TOWNS,
    Paper,
    World,
    bring_to,
    move,
    propose,
)

EVERYBODY = frozenset(TOWNS)


async def counted(world: World, actor: Actor, subject: str | None = None) -> list[Facts]:
    async with world.database.read() as session:
        towns = await towns_on(session, START.date())
        return [paper.facts for paper in await count_papers(session, actor, towns, subject)]


@step
async def discuss(world: World, paper: Paper, code: str, visibility: Visibility) -> None:
    async with world.database.write() as work:
        request = StartThread(paper.document_id, "Un comentari", visibility=visibility)
        await start_thread(work, world.actors[code], request)


@step
async def amend(world: World, paper: Paper, code: str) -> None:
    async with world.database.write() as work:
        request = ProposeAmendment(paper.document_id, 1, 0, 1, "##", "Perquè sí")
        await propose_amendment(work, world.actors[code], request)


@step
async def send(world: World, paper: Paper, code: str, days: int) -> None:
    """Note that the paper went to an institution, days after the start, with its deadline ten days after."""
    async with world.database.write() as work:
        position = await work.session.get_one(Position, paper.id)
        position.target_deadline = START + timedelta(days=10)
        institution = await work.session.scalar(select(Institution.id).where(Institution.code == code))
        work.session.add(
            Submission(
                id=work.new_id("sub"),
                position_id=paper.id,
                institution_id=institution,
                channel="LETTER",
                sent_at=START + timedelta(days=days),
                manifest_sha256="0" * 64,
                chain_sequence=1,
                chain_head="0" * 64,
                membership_id=world.coordinator.memberships[0].id,
                recorded_at=work.now,
            )
        )


async def test_a_paper_from_proposal_to_uptake(world: World) -> None:
    paper = await ready(world)
    await discuss(world, paper, PARTICIPANT, Visibility.PARTICIPANTS)
    await discuss(world, paper, OTHER_PARTICIPANT, Visibility.ORGANIZATION)
    await amend(world, paper, PARTICIPANT)
    first = await open_on(world, paper)
    await cast(world, first.id, LEAD)
    world.clock.now += timedelta(days=11)
    await end(world, first.id)
    (facts,) = await counted(world, world.coordinator)
    assert (facts.reference, facts.year, facts.days) == (paper.reference, 2026, 11)
    assert facts.steps == ("LAST",)
    assert facts.turnouts[Act.COMMENTED].came == {PARTICIPANT}
    assert facts.turnouts[Act.AMENDED].came == {PARTICIPANT}
    assert facts.turnouts[Act.COMMENTED].called == facts.turnouts[Act.AMENDED].called == EVERYBODY
    assert facts.turnouts[Act.VOTED].called == {LEAD, PARTICIPANT, OTHER_PARTICIPANT}
    assert facts.turnouts[Act.VOTED].came == {LEAD}


async def test_asks_count_once_a_paper_is_submitted_and_submissions_against_the_deadline(
    world: World,
) -> None:
    waiting = await adopted(world)
    paper = await submitted(world)
    await observe(world, paper, "D1", "EC", UptakeStatus.NOTED)
    await observe(world, paper, "D1", "EP", UptakeStatus.PARTLY_TAKEN_UP)
    for code, days in (("EC", 9), ("EC", 12), ("EP", 11)):
        await send(world, paper, code, days)
    facts = {one.reference: one for one in await counted(world, world.coordinator)}
    assert facts[waiting.reference].asks == ()
    assert facts[paper.reference].asks == (UptakeStatus.PARTLY_TAKEN_UP, None)
    assert sorted(facts[paper.reference].in_time) == [False, True]


async def test_a_round_that_failed_is_repeated(world: World) -> None:
    paper = await ready(world)
    first = await open_on(world, paper)
    world.clock.now += timedelta(days=11)
    await end(world, first.id)
    second = await open_on(world, paper, closes_at=world.clock.now + timedelta(days=2))
    (facts,) = await counted(world, world.coordinator)
    assert facts.steps == ("LAST",)
    for code in (LEAD, PARTICIPANT, OTHER_PARTICIPANT):
        await cast(world, second.id, code)
    await end(world, second.id)
    (facts,) = await counted(world, world.coordinator)
    assert facts.steps == ("LAST", "LAST")


async def test_papers_count_from_amending_on_and_by_subject(world: World) -> None:
    cover = CoverGiven(titles=[LanguageText("ca", "Un títol")], subject_codes=["48"])
    for stage in Stage:
        await bring_to(world, await propose(world, cover=cover), stage)
    assert len(await counted(world, world.coordinator)) == 5
    assert len(await counted(world, world.coordinator, "48")) == 5
    assert await counted(world, world.coordinator, "52") == []
    assert await counted(world, world.coordinator, "4\x008") == []
    assert len(await counted(world, world.outsider)) == 5
    assert await counted(world, ANONYMOUS) == []


async def test_the_public_counts_published_papers_by_their_votes_alone(world: World) -> None:
    hidden, paper = await ready(world), await ready(world)
    for one in (hidden, paper):
        await discuss(world, one, PARTICIPANT, Visibility.PARTICIPANTS)
        await amend(world, one, PARTICIPANT)
    failed = await open_on(world, paper)
    await cast(world, failed.id, OTHER_PARTICIPANT)
    world.clock.now += timedelta(days=11)
    async with world.database.write() as work:
        await close_round(work, world.coordinator, CloseRound(failed.id, Closing.VOID, "Un error"))
    row = await open_on(world, paper, closes_at=world.clock.now + timedelta(days=2))
    for code in (LEAD, PARTICIPANT):
        await cast(world, row.id, code)
    world.clock.now += timedelta(days=2)
    await end(world, row.id)
    assert await counted(world, ANONYMOUS) == []
    await move(world, paper, Action.PUBLISH)
    (facts,) = await counted(world, ANONYMOUS)
    assert (facts.reference, facts.steps, set(facts.turnouts)) == (paper.reference, None, {Act.VOTED})
    assert facts.turnouts[Act.VOTED].came == {LEAD, PARTICIPANT}
    shares = participation([facts], EVERYBODY)
    assert (shares[Act.COMMENTED], shares[Act.AMENDED]) == (Share(), Share())
    both = await counted(world, world.coordinator)
    assert [one.steps for one in both] == [(), ("LAST", "LAST")]


async def test_an_open_round_counts_for_nobody(world: World) -> None:
    paper = await ready(world)
    row = await open_on(world, paper)
    await cast(world, row.id, LEAD)
    (facts,) = await counted(world, world.coordinator)
    assert Act.VOTED not in facts.turnouts
    assert facts.steps == ()


@pytest.mark.parametrize(
    ("who", "known"),
    [
        ("COORDINATOR", {Act.COMMENTED, Act.AMENDED}),
        ("OBSERVER", {Act.COMMENTED, Act.AMENDED}),
        (PARTICIPANT, {Act.COMMENTED, Act.AMENDED}),
        ("ADMINISTRATOR", {Act.AMENDED}),
        (OUTSIDER, {Act.AMENDED}),
    ],
)
async def test_who_reads_no_discussion_counts_no_comments(world: World, who: str, known: set[Act]) -> None:
    paper = await ready(world)
    (facts,) = await counted(world, world.actors[who])
    assert set(facts.turnouts) == known
    async with world.database.read() as session:
        access = await find_position(session, world.actors[who], paper.reference)
        assert access is not None
        assert await facts_of(session, access, await towns_on(session, START.date())) == facts
