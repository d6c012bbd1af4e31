"""Voting: whose, when, under what; earlier votes are kept; a refusal changes nothing."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from positions.actors import Actor
from positions.errors import (
    AlreadyDone,
    Forbidden,
    IdempotencyMismatch,
    Invalid,
    LimitExceeded,
    NotEligible,
    NotFound,
    Refusal,
    RoundClosed,
    StageForbids,
)
from positions.mandates import Covers
from positions.models.events import Event
from positions.models.rounds import Reservation, Round, Vote
from positions.queries.rounds import may_vote_now, pending_votes, ripe_rounds, see_round
from positions.reservations import Reservation as Condition
from positions.reservations import ReservationKind
from positions.rules import Choice
from positions.services.idempotency import key
from positions.services.votes import (
    CastVote,
    RecordedVote,
    RecordVotes,
    cast_vote,
    lift_reservation,
    record_votes,
    told_of_vote,
)
from positions.votes import Act
from tests.support.rounds import (
    CONSENSUS,
    DEADLINE,
    MANDATE,
    TEXT,
    cast,
    count,
    end,
    look,
    open_on,
    ready,
    state,
)
from tests.support.world import (
    LEAD,
    OTHER_PARTICIPANT,
    OUTSIDER,
    PARTICIPANT,
    START,
    World,
)

ACT = Act("Consell d'Alcaldes", date(2026, 11, 23), "Acta 2026/07")
CONDITION = Condition(ReservationKind.SCRUTINY, "Ho estudia el ple")


async def refused(world: World, round_id: str, actor: Actor, **terms: Any) -> Refusal:
    request = CastVote(**{"round_id": round_id, "choice": Choice.APPROVE, "mandate": MANDATE, **terms})
    with pytest.raises(Refusal) as caught:
        async with world.database.write() as work:
            await cast_vote(work, actor, request)
    return caught.value


async def said(world: World, round_id: str) -> list[tuple[str, bool]]:
    """Every vote of a round in order: what it says, and whether it counts."""
    async with world.database.read() as session:
        rows = await session.scalars(select(Vote).where(Vote.round_id == round_id).order_by(Vote.id))
        return [(row.choice, row.replaced_at is None) for row in rows]


async def record(world: World, round_id: str, *votes: RecordedVote, act: Act = ACT) -> Round:
    async with world.database.write() as work:
        return await record_votes(work, world.coordinator, RecordVotes(round_id, votes, act))


async def test_a_vote_is_the_towns_with_its_mandate_and_what_it_states(world: World) -> None:
    row = await open_on(world, await ready(world))
    due = date(2027, 1, 20)
    await cast(
        world, row.id, LEAD, statement=" Hi som. ", ratification_due_on=due, except_ask_keys=["D2", "D2"]
    )
    (vote,) = (await look(world, row.id)).votes
    assert (vote.organization.code, vote.choice, vote.statement) == (LEAD, "APPROVE", "Hi som.")
    assert vote.mandate == {
        "kind": "GOVERNMENT_BOARD",
        "date": "2026-11-20",
        "scope": "El document sencer",
        "validUntil": "2027-01-31",
        "covers": "VERSION",
    }
    assert (vote.ratification_due_on, vote.ratification_status) == (due, "PENDING")
    assert (vote.except_ask_keys, vote.is_tacit, vote.replaced_at) == (["D2"], False, None)


async def test_the_record_says_that_a_mandate_is_for_the_whole_paper_only_where_it_is(world: World) -> None:
    row = await open_on(world, await ready(world))
    whole = await cast(world, row.id, LEAD, mandate=replace(MANDATE, covers=Covers.POSITION))
    usual = await cast(world, row.id, PARTICIPANT)
    told = {"kind": "GOVERNMENT_BOARD", "date": "2026-11-20", "validUntil": "2027-01-31"}
    assert told_of_vote(row, whole, LEAD, None)["mandate"] == {**told, "covers": "POSITION"}
    assert told_of_vote(row, usual, PARTICIPANT, None)["mandate"] == told


async def test_a_new_vote_replaces_the_earlier_which_is_kept(world: World) -> None:
    row = await open_on(world, await ready(world))
    await cast(world, row.id, LEAD, Choice.OBJECT)
    await cast(world, row.id, LEAD)
    assert await said(world, row.id) == [("OBJECT", False), ("APPROVE", True)]
    tally = await count(world, row.id)
    assert (tally.approving.organizations, tally.objecting.organizations) == (1, 0)


@pytest.mark.parametrize(
    ("name", "terms", "expected", "reason"),
    [
        (OUTSIDER, {}, NotEligible, "not_eligible"),
        (OUTSIDER, {"organization_code": LEAD}, Forbidden, "not_your_organization"),
        (LEAD, {"organization_code": PARTICIPANT}, Forbidden, "not_your_organization"),
        ("COORDINATOR", {}, Forbidden, "role_forbids"),
        ("OBSERVER", {}, Forbidden, "role_forbids"),
        ("ANONYMOUS", {}, NotFound, "round_unknown"),
        (LEAD, {"mandate": None}, Invalid, "mandate_required"),
        (LEAD, {"mandate": replace(MANDATE, valid_until=date(2026, 11, 21))}, Invalid, "mandate_expired"),
        (LEAD, {"mandate": replace(MANDATE, scope="\x00")}, Invalid, "text_has_nul"),
        (LEAD, {"statement": "\ud800"}, Invalid, "text_has_lone_surrogate"),
        (LEAD, {"statement": "a" * 5001}, LimitExceeded, "text_too_long"),
        (LEAD, {"ratification_due_on": date(2026, 11, 23)}, Invalid, "ratification_not_in_future"),
        (LEAD, {"except_ask_keys": ["D9"]}, Invalid, "ask_unknown"),
        (LEAD, {"reservations": [replace(CONDITION, ask_key="D9")]}, Invalid, "ask_unknown"),
        (LEAD, {"reservations": [replace(CONDITION, start=0, end=999)]}, Invalid, "anchor_out_of_range"),
        (LEAD, {"reservations": [replace(CONDITION, reason=" ")]}, Invalid, "reservation_reason_required"),
        (LEAD, {"reservations": [CONDITION] * 51}, LimitExceeded, "list_too_long"),
        (OUTSIDER, {"mandate": None}, Invalid, "mandate_required"),
    ],
)
async def test_a_vote_that_may_not_be_cast_changes_nothing(
    world: World, name: str, terms: dict[str, Any], expected: type[Refusal], reason: str
) -> None:
    paper = await ready(world)
    row = await open_on(world, paper)
    before = await state(world, paper)
    refusal = await refused(world, row.id, world.actors[name], **terms)
    assert (type(refusal), refusal.reason) == (expected, reason)
    assert await said(world, row.id) == []
    assert await state(world, paper) == before


async def test_recusal_needs_no_mandate_and_leaves_every_base(world: World) -> None:
    row = await open_on(world, await ready(world))
    await cast(world, row.id, LEAD, Choice.RECUSE, mandate=None)
    tally = await count(world, row.id)
    assert (tally.recused.organizations, tally.pending.organizations) == (1, 2)


async def test_a_vote_one_second_late_is_refused_though_nobody_has_closed_the_round(world: World) -> None:
    row = await open_on(world, await ready(world))
    world.clock.now = DEADLINE - timedelta(seconds=2)
    await cast(world, row.id, LEAD)
    world.clock.now = DEADLINE
    assert isinstance(await refused(world, row.id, world.participant), RoundClosed)


async def test_a_late_vote_is_told_that_the_round_is_closed_even_when_the_paper_moved_on(
    world: World,
) -> None:
    row = await open_on(world, await ready(world), electorate_codes=[LEAD, PARTICIPANT])
    await cast(world, row.id, LEAD)
    await cast(world, row.id, PARTICIPANT)
    await end(world, row.id)
    assert isinstance(await refused(world, row.id, world.lead), RoundClosed)
    with pytest.raises(StageForbids):
        await record(world, row.id, RecordedVote(LEAD, Choice.OBJECT))


async def test_a_scheduled_round_takes_votes_from_its_time_on(world: World) -> None:
    paper = await ready(world)
    row = await open_on(world, paper, opens_at=START + timedelta(days=1))
    refusal = await refused(world, row.id, world.lead)
    assert (type(refusal), refusal.reason) == (RoundClosed, "round_not_yet_open")
    world.clock.now = START + timedelta(days=1)
    await cast(world, row.id, LEAD)
    assert (await look(world, row.id)).status == "OPEN"
    assert (await state(world, paper))[2][-2:] == ["round:opened", "vote:cast"]


async def test_the_same_key_casts_one_vote_and_answers_after_the_closing_too(world: World) -> None:
    row = await open_on(world, await ready(world), electorate_codes=[LEAD])
    used = key(world.lead, "castVote", "k", {"choice": "APPROVE"})
    request = CastVote(row.id, Choice.APPROVE, MANDATE)
    cast_ids = []
    for is_second in (False, True):
        if is_second:
            await end(world, row.id)
        async with world.database.write() as work:
            cast_ids.append((await cast_vote(work, world.lead, request, used)).id)
    assert cast_ids[0] == cast_ids[1]
    other = key(world.lead, "castVote", "k", {"choice": "OBJECT"})
    with pytest.raises(IdempotencyMismatch):
        async with world.database.write() as work:
            await cast_vote(work, world.lead, request, other)


async def test_two_delegates_of_a_town_at_once_leave_one_vote_that_counts(world: World) -> None:
    row = await open_on(world, await ready(world))
    choices = [Choice.APPROVE, Choice.OBJECT, Choice.ABSTAIN]
    await asyncio.gather(*(cast(world, row.id, LEAD, choice) for choice in choices))
    votes = await said(world, row.id)
    assert sorted(choice for choice, _ in votes) == sorted(choices)
    assert [counts for _, counts in votes].count(True) == 1


async def test_towns_voting_at_once_are_all_counted(world: World) -> None:
    paper = await ready(world)
    row = await open_on(world, paper)
    codes = (LEAD, PARTICIPANT, OTHER_PARTICIPANT)
    await asyncio.gather(*(cast(world, row.id, code) for code in codes))
    tally = await count(world, row.id)
    assert (tally.approving.organizations, tally.pending.organizations) == (3, 0)
    assert (await state(world, paper))[2].count("vote:cast") == 3


async def test_a_coordinator_enters_what_the_minutes_say(world: World) -> None:
    paper = await ready(world)
    row = await open_on(world, paper)
    await cast(world, row.id, LEAD, Choice.OBJECT)
    await record(
        world,
        row.id,
        RecordedVote(LEAD, Choice.APPROVE, "Canvia el vot"),
        RecordedVote(PARTICIPANT, Choice.ABSTAIN),
    )
    votes = {vote.organization.code: vote for vote in (await look(world, row.id)).votes}
    assert {code: vote.choice for code, vote in votes.items()} == {LEAD: "APPROVE", PARTICIPANT: "ABSTAIN"}
    assert votes[LEAD].act == {"body": ACT.body, "date": "2026-11-23", "reference": ACT.reference}
    assert (votes[LEAD].mandate, votes[LEAD].membership_id) == (None, world.coordinator.memberships[0].id)
    assert (await state(world, paper))[2].count("vote:recorded") == 1


@pytest.mark.parametrize(
    ("codes", "act", "reason"),
    [
        ([], ACT, "votes_missing"),
        ([LEAD, LEAD], ACT, "vote_duplicate"),
        ([LEAD, OUTSIDER], ACT, "not_eligible"),
        ([LEAD], replace(ACT, body=" "), "act_incomplete"),
        ([LEAD], replace(ACT, held_on=date(2026, 12, 1)), "act_in_future"),
    ],
)
async def test_minutes_that_cannot_be_entered_change_nothing(
    world: World, codes: list[str], act: Act, reason: str
) -> None:
    row = await open_on(world, await ready(world))
    with pytest.raises(Refusal) as caught:
        await record(world, row.id, *(RecordedVote(code, Choice.APPROVE) for code in codes), act=act)
    assert caught.value.reason == reason
    assert await said(world, row.id) == []


async def test_a_delegate_enters_no_minutes(world: World) -> None:
    row = await open_on(world, await ready(world))
    request = RecordVotes(row.id, [RecordedVote(LEAD, Choice.APPROVE)], ACT)
    with pytest.raises(Forbidden):
        async with world.database.write() as work:
            await record_votes(work, world.lead, request)


async def lift(world: World, actor: Actor, reservation_id: str) -> str:
    async with world.database.write() as work:
        return (await lift_reservation(work, actor, reservation_id)).state


async def test_a_reservation_stands_in_the_way_until_its_holder_lifts_it(world: World) -> None:
    paper = await ready(world)
    row = await open_on(world, paper, rule=CONSENSUS)
    passage = replace(CONDITION, kind=ReservationKind.LINGUISTIC, start=2, end=8, wish="Una altra paraula")
    vote = await cast(world, row.id, LEAD, reservations=[replace(CONDITION, ask_key="D1"), passage])
    await cast(world, row.id, PARTICIPANT)
    await cast(world, row.id, OTHER_PARTICIPANT)
    assert TEXT[2:8] == "Aigües"
    assert [one.kind for one in (await count(world, row.id)).missing] == ["RESERVATIONS"]
    for actor in (world.participant, world.coordinator):
        with pytest.raises(Forbidden):
            await lift(world, actor, vote.reservations[0].id)
    for reservation in vote.reservations:
        assert await lift(world, world.lead, reservation.id) == "LIFTED"
    assert (await count(world, row.id)).would_pass
    with pytest.raises(AlreadyDone):
        await lift(world, world.lead, vote.reservations[0].id)
    assert (await state(world, paper))[2].count("reservation:lifted") == 2


async def test_nothing_is_lifted_between_the_deadline_and_the_closing(world: World) -> None:
    row = await open_on(world, await ready(world), rule=CONSENSUS)
    vote = await cast(world, row.id, LEAD, reservations=[CONDITION])
    world.clock.now = DEADLINE
    with pytest.raises(RoundClosed):
        await lift(world, world.lead, vote.reservations[0].id)


async def test_the_record_holds_no_free_text(world: World) -> None:
    paper = await ready(world)
    row = await open_on(world, paper, name="Nom secret")
    await cast(world, row.id, LEAD, statement="Frase secreta", reservations=[CONDITION])
    await record(world, row.id, RecordedVote(PARTICIPANT, Choice.OBJECT, "Frase secreta"))
    async with world.database.read() as session:
        bodies = list(await session.scalars(select(Event.body).where(Event.chain == paper.id)))
    text = "\n".join(bodies)
    assert '"choice":"APPROVE"' in text
    for secret in ("secret", "Frase", "Ho estudia", "Acta 2026", MANDATE.scope):
        assert secret not in text


async def test_whose_turn_it_is(world: World) -> None:
    paper = await ready(world)
    row = await open_on(world, paper)
    await cast(world, row.id, LEAD)
    now = world.clock.now
    async with world.database.read() as session:
        for name, may, pending in (
            (LEAD, True, 0),
            (PARTICIPANT, True, 1),
            (OUTSIDER, False, 0),
            ("COORDINATOR", False, 0),
        ):
            actor = world.actors[name]
            access, _ = await see_round(session, actor, row.id)
            assert await may_vote_now(session, access, now) is may
            assert [one.round_id for one in await pending_votes(session, actor, now)] == [row.id] * pending
            assert not await may_vote_now(session, access, DEADLINE)
            assert await pending_votes(session, actor, DEADLINE) == []
        assert await ripe_rounds(session, world.coordinator, now) == []
        ripe = await ripe_rounds(session, world.coordinator, DEADLINE)
        assert [(one.position_id, one.round_id) for one in ripe] == [(paper.id, row.id)]


async def test_reservations_of_a_replaced_vote_are_gone_with_it(world: World) -> None:
    row = await open_on(world, await ready(world), rule=CONSENSUS)
    await cast(world, row.id, LEAD, reservations=[CONDITION])
    await cast(world, row.id, LEAD)
    assert (await count(world, row.id)).would_pass
    async with world.database.read() as session:
        kept = (await session.scalars(select(Reservation))).one()
    with pytest.raises(NotFound):
        await lift(world, world.lead, kept.id)
