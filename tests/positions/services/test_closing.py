"""Closing: the outcome moves the paper, once; what was counted stays counted; time closes what nobody does."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from positions.errors import Conflict, Forbidden, Invalid, Refusal, RoundClosed, StageForbids
from positions.lifecycle import Stage
from positions.models.events import Event
from positions.models.positions import Milestone
from positions.models.rounds import Round
from positions.queries.rounds import open_votes, see_round
from positions.queries.votes import see_vote
from positions.reservations import Reservation as Condition
from positions.reservations import ReservationKind
from positions.rules import Choice, Silence
from positions.services.closing import CloseRound, Closing, close_due, close_round
from positions.services.unit_of_work import Database
from positions.services.votes import lift_reservation
from tests.support.rounds import (
    CONSENSUS,
    DEADLINE,
    MAJORITY,
    cast,
    count,
    end,
    look,
    open_on,
    ready,
    state,
)
from tests.support.world import LEAD, OTHER_PARTICIPANT, PARTICIPANT, START, Paper, World

ALL = (LEAD, PARTICIPANT, OTHER_PARTICIPANT)
CONDITION = Condition(ReservationKind.SUBSTANTIVE, "Falta el finançament")


async def opened(world: World, **terms: Any) -> tuple[Paper, Round]:
    paper = await ready(world)
    return paper, await open_on(world, paper, **terms)


async def refused(world: World, name: str, request: CloseRound) -> Refusal:
    with pytest.raises(Refusal) as caught:
        async with world.database.write() as work:
            await close_round(work, world.actors[name], request)
    return caught.value


async def milestone(world: World, paper: Paper, kind: str) -> None:
    async with world.database.write() as work:
        work.session.add(Milestone(position_id=paper.id, kind=kind, due_at=DEADLINE))


async def done(world: World, paper: Paper) -> set[str]:
    async with world.database.read() as session:
        rows = await session.scalars(select(Milestone).where(Milestone.position_id == paper.id))
        return {row.kind for row in rows if row.done_at is not None}


async def test_a_pass_adopts_the_version_voted_on(world: World) -> None:
    paper, row = await opened(world)
    await milestone(world, paper, "ADOPTION")
    for code in ALL:
        await cast(world, row.id, code)
    assert await end(world, row.id) == "PASSED"
    stage, adopted, tags = await state(world, paper)
    assert (stage, adopted) == ("ADOPTED", row.version_id)
    assert tags[-2:] == ["round:closed", "stage:moved"]
    assert await done(world, paper) == {"ADOPTION"}


async def test_a_failure_leads_back_to_the_text(world: World) -> None:
    paper, row = await opened(world)
    for code in ALL:
        await cast(world, row.id, code, Choice.OBJECT)
    assert await end(world, row.id) == "FAILED"
    assert (await state(world, paper))[:2] == ("AMENDING", None)
    assert (await open_on(world, paper)).number == 2


async def test_before_the_deadline_a_round_closes_only_when_everybody_has_voted(world: World) -> None:
    paper, row = await opened(world)
    await cast(world, row.id, LEAD)
    refusal = await refused(world, "COORDINATOR", CloseRound(row.id, Closing.CLOSE))
    assert (type(refusal), refusal.fields["pending"]) == (Conflict, 2)
    world.clock.now = DEADLINE
    assert await end(world, row.id) == "PASSED"
    assert (await state(world, paper))[0] == "ADOPTED"


async def test_only_a_coordinator_closes(world: World) -> None:
    _, row = await opened(world)
    for name in (LEAD, "OBSERVER", "ADMINISTRATOR"):
        assert isinstance(await refused(world, name, CloseRound(row.id, Closing.VOID, "x")), Forbidden)


@pytest.mark.parametrize("opens_in", [0, 2])
async def test_voiding_needs_a_reason_and_leads_back(world: World, opens_in: int) -> None:
    paper, row = await opened(world, opens_at=START + timedelta(days=opens_in))
    assert isinstance(await refused(world, "COORDINATOR", CloseRound(row.id, Closing.VOID, " ")), Invalid)
    assert await end(world, row.id, Closing.VOID, "Error al text") == "VOID"
    stage, _, tags = await state(world, paper)
    assert (stage, tags[-2:]) == ("AMENDING", ["round:voided", "stage:moved"])
    assert (await look(world, row.id)).reason == "Error al text"
    request = CloseRound(row.id, Closing.VOID, "Un altre cop")
    assert isinstance(await refused(world, "COORDINATOR", request), StageForbids)


async def test_a_scheduled_round_cannot_be_closed(world: World) -> None:
    _, row = await opened(world, opens_at=START + timedelta(days=2))
    assert isinstance(await refused(world, "COORDINATOR", CloseRound(row.id, Closing.CLOSE)), Conflict)


async def test_a_passed_step_is_voided_only_while_nothing_came_after_it(world: World) -> None:
    paper, first = await opened(world, rule=CONSENSUS, silence=Silence.CONSENT)
    for code in ALL:
        await cast(world, first.id, code)
    await end(world, first.id)
    second = await open_on(world, paper)
    request = CloseRound(first.id, Closing.VOID, "Massa d'hora")
    assert isinstance(await refused(world, "COORDINATOR", request), RoundClosed)
    await end(world, second.id, Closing.VOID, "Cal parlar-ne")
    third = await open_on(world, paper, rule=CONSENSUS, silence=Silence.CONSENT)
    world.clock.now = DEADLINE
    assert await close_due(world.database) == 1
    assert await end(world, third.id, Closing.VOID, "Cal refer-ho") == "VOID"
    assert (await state(world, paper))[0] == "AMENDING"


async def test_silence_is_recorded_apart_from_yes(world: World) -> None:
    paper, row = await opened(world, rule=CONSENSUS, silence=Silence.CONSENT)
    await milestone(world, paper, "CLEARANCE")
    await cast(world, row.id, LEAD)
    before = await count(world, row.id)
    assert (before.tacit.organizations, before.pending.organizations, before.would_pass) == (0, 2, True)
    world.clock.now = DEADLINE
    assert await close_due(world.database) == 1
    closed = await look(world, row.id)
    assert (closed.status, await done(world, paper)) == ("PASSED", {"CLEARANCE"})
    assert {vote.organization.code: vote.is_tacit for vote in closed.votes} == {
        LEAD: False,
        PARTICIPANT: True,
        OTHER_PARTICIPANT: True,
    }
    after = await count(world, row.id)
    assert (after.approving.organizations, after.tacit.organizations) == (1, 2)


async def test_one_objection_breaks_silence_at_once(world: World) -> None:
    paper, row = await opened(world, rule=CONSENSUS, silence=Silence.CONSENT)
    await cast(world, row.id, PARTICIPANT)
    vote = await cast(world, row.id, LEAD, Choice.OBJECT, statement="No pot ser")
    closed = await look(world, row.id)
    assert vote.choice == "OBJECT"
    assert (closed.status, len(closed.votes)) == ("BROKEN", 2)
    assert (await state(world, paper))[0] == "AMENDING"
    with pytest.raises(RoundClosed):
        await cast(world, row.id, OTHER_PARTICIPANT)


async def test_open_reservations_are_maintained_and_block_a_consensus(world: World) -> None:
    paper, row = await opened(world, rule=CONSENSUS)
    vote = await cast(world, row.id, LEAD, reservations=[CONDITION])
    for code in ALL[1:]:
        await cast(world, row.id, code)
    assert await end(world, row.id) == "FAILED"
    assert "reservation:maintained" in (await state(world, paper))[2]
    before = await count(world, row.id)
    async with world.database.write() as work:
        lifted = await lift_reservation(work, world.lead, vote.reservations[0].id)
    assert lifted.state == "LIFTED"
    assert await count(world, row.id) == before  # what counted at the closing stays so


async def test_under_other_rules_reservations_stay_as_they_are(world: World) -> None:
    _, row = await opened(world, rule=MAJORITY)
    vote = await cast(world, row.id, LEAD, reservations=[CONDITION])
    for code in ALL[1:]:
        await cast(world, row.id, code)
    assert await end(world, row.id) == "PASSED"
    held = [one for voted in (await look(world, row.id)).votes for one in voted.reservations]
    assert [(one.id, one.state) for one in held] == [(vote.reservations[0].id, "OPEN")]


async def test_time_opens_and_closes_what_is_due(world: World) -> None:
    paper, row = await opened(world, opens_at=START + timedelta(days=2))
    assert await close_due(world.database) == 0
    world.clock.now = START + timedelta(days=2)
    assert await close_due(world.database) == 1
    assert (await look(world, row.id)).status == "OPEN"
    assert await close_due(world.database) == 0
    world.clock.now = DEADLINE
    assert await close_due(world.database) == 1
    stage, _, tags = await state(world, paper)
    assert ((await look(world, row.id)).status, stage) == ("FAILED", "AMENDING")
    assert tags[-3:] == ["round:opened", "round:closed", "stage:moved"]


async def test_a_round_slept_through_opens_and_closes_in_order(world: World) -> None:
    paper, _ = await opened(world, opens_at=START + timedelta(days=2))
    world.clock.now = DEADLINE + timedelta(days=30)
    assert await close_due(world.database) == 1
    assert (await state(world, paper))[2][-3:] == ["round:opened", "round:closed", "stage:moved"]


async def test_the_system_is_the_actor_when_time_closes(world: World) -> None:
    paper, _ = await opened(world)
    world.clock.now = DEADLINE
    await close_due(world.database)
    async with world.database.read() as session:
        statement = select(Event.membership_id).where(Event.chain == paper.id, Event.tag == "round:closed")
        assert list(await session.scalars(statement)) == [None]


async def test_several_processes_close_once(world: World) -> None:
    papers = [await opened(world) for _ in range(3)]
    world.clock.now = DEADLINE
    others = [Database(world.database.url, world.clock) for _ in range(2)]
    changed = await asyncio.gather(*(close_due(one) for one in (world.database, *others, world.database)))
    for other in others:
        await other.dispose()
    assert sum(changed) == 3
    for paper, row in papers:
        assert (await look(world, row.id)).status == "FAILED"
        assert (await state(world, paper))[2].count("round:closed") == 1


async def test_a_vote_against_the_closing_is_counted_or_refused(world: World) -> None:
    for _ in range(4):
        _, row = await opened(world, electorate_codes=[LEAD, PARTICIPANT], closes_at=DEADLINE)
        await cast(world, row.id, LEAD)
        await cast(world, row.id, PARTICIPANT, Choice.OBJECT)
        voted, closed = await asyncio.gather(
            cast(world, row.id, PARTICIPANT), end(world, row.id), return_exceptions=True
        )
        tally = await count(world, row.id)
        if isinstance(voted, BaseException):
            assert isinstance(voted, RoundClosed)
            assert (closed, tally.approving.organizations) == ("FAILED", 1)
        else:
            assert (closed, tally.approving.organizations) == ("PASSED", 2)


async def test_a_sealed_round_shows_no_votes_before_it_has_closed(world: World) -> None:
    _, row = await opened(world)
    async with world.database.write() as work:
        (await work.session.get_one(Round, row.id)).is_sealed = True
    for code in ALL:
        await cast(world, row.id, code)

    async def seen(name: str) -> list[str]:
        async with world.database.read() as session:
            access, found = await see_round(session, world.actors[name], row.id)
            return sorted(vote.organization.code for vote in open_votes(found, access))

    assert await seen("COORDINATOR") == []
    assert await seen(LEAD) == [LEAD]
    vote = (await look(world, row.id)).votes[0]
    async with world.database.read() as session:
        with pytest.raises(Refusal):
            await see_vote(session, world.coordinator, vote.id)
    await end(world, row.id)
    assert await seen("COORDINATOR") == sorted(ALL)


async def test_no_outcome_is_given_to_a_paper_that_was_given_up(world: World) -> None:
    paper, row = await opened(world)
    async with world.database.write() as work:
        (await work.session.get_one(Round, row.id)).status = "VOID"
    world.clock.now = DEADLINE
    assert await close_due(world.database) == 0
    assert (await state(world, paper))[0] == Stage.APPROVING
