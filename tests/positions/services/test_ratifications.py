"""Votes subject to ratification are followed up; what was counted stays counted, and who withdrew signs nothing."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from positions.errors import Refusal
from positions.mandates import RatificationStatus
from positions.models.events import Event
from positions.models.rounds import Vote
from positions.queries.access import see_position
from positions.queries.certificates import certificate_of
from positions.queries.rounds import pending_votes
from positions.queries.signatories import signatories_of
from positions.queries.tallies import still_passes
from positions.queries.tasks import tasks_of
from positions.queries.votes import votes_to_ratify
from positions.rules import Choice, Silence
from positions.services.closing import Closing, close_due
from tests.support.delegates import PLENARY, certify, settle, want_two
from tests.support.rounds import DEADLINE, cast, count, end, look, open_on, ready
from tests.support.states import step
from tests.support.world import LEAD, OTHER_PARTICIPANT, PARTICIPANT, Paper, World

DUE = date(2026, 12, 20)
ALL = (LEAD, PARTICIPANT, OTHER_PARTICIPANT)
CONFIRMED, WITHDRAWN = RatificationStatus.CONFIRMED, RatificationStatus.WITHDRAWN


@step
async def adopted(world: World, *against: str) -> tuple[Paper, str, Vote]:
    """A paper adopted with Barcelona's vote subject to ratification; its round and that vote."""
    paper = await ready(world)
    row = await open_on(world, paper)
    vote = await cast(world, row.id, LEAD, ratification_due_on=DUE)
    for code in ALL[1:]:
        await cast(world, row.id, code, Choice.OBJECT if code in against else Choice.APPROVE)
    assert await end(world, row.id) == "PASSED"
    return paper, row.id, vote


async def kept(world: World, vote_id: str) -> Vote:
    async with world.database.read() as session:
        return await session.get_one(Vote, vote_id)


async def signing(world: World, paper: Paper) -> list[str]:
    async with world.database.read() as session:
        access = await see_position(session, world.coordinator, paper.reference)
        return [one.organization.code for one in await signatories_of(session, access)]


async def test_a_body_confirms_the_vote_with_its_act_and_its_certificate(world: World) -> None:
    paper, _, vote = await adopted(world)
    proof = await certify(world, paper, world.lead)
    await settle(world, vote.id, CONFIRMED, world.lead, certificate_id=proof.id)
    row = await kept(world, vote.id)
    assert (row.ratification_status, row.ratification_certificate_id) == ("CONFIRMED", proof.id)
    assert row.ratification_act == {
        "body": "Ple municipal",
        "date": "2026-11-23",
        "reference": "Acord 12/2026",
    }
    assert row.ratification_settled_at is not None
    assert LEAD in await signing(world, paper)
    async with world.database.read() as session:
        statement = select(Event.body).where(Event.tag == "vote:ratified")
        (body,) = await session.scalars(statement)
    assert proof.sha256 in body
    assert "Ple municipal" not in body


async def test_withdrawn_before_the_closing_the_town_is_asked_again(world: World) -> None:
    paper = await ready(world)
    row = await open_on(world, paper)
    vote = await cast(world, row.id, LEAD, ratification_due_on=DUE)
    await settle(world, vote.id, WITHDRAWN, world.lead)
    tally = await count(world, row.id)
    assert (tally.approving.organizations, tally.pending.organizations) == (0, 3)
    async with world.database.read() as session:
        assert len(await pending_votes(session, world.lead, world.clock.now)) == 1
        access = await see_position(session, world.lead, paper.reference)
        (shown,) = await votes_to_ratify(session, access, await look(world, row.id))
        assert (shown.id, shown.ratification_status) == (vote.id, "WITHDRAWN")
    await cast(world, row.id, LEAD, Choice.OBJECT)
    assert (await count(world, row.id)).objecting.organizations == 1


async def test_in_a_silence_procedure_what_a_plenary_refused_never_becomes_consent(world: World) -> None:
    paper = await ready(world)
    row = await open_on(world, paper, silence=Silence.CONSENT)
    vote = await cast(world, row.id, LEAD, ratification_due_on=DUE)
    with pytest.raises(Refusal) as refused:
        await settle(world, vote.id, WITHDRAWN, world.lead)
    assert refused.value.reason == "withdrawal_would_consent"
    assert (await kept(world, vote.id)).ratification_status == "PENDING"


async def test_withdrawn_after_the_closing_it_stays_counted_and_signs_nothing(world: World) -> None:
    paper, round_id, vote = await adopted(world)
    before = await count(world, round_id)
    async with world.database.read() as session:
        access = await see_position(session, world.coordinator, paper.reference)
        certified = await certificate_of(session, access, 1)
    await settle(world, vote.id, WITHDRAWN, world.lead)
    assert await count(world, round_id) == before
    async with world.database.read() as session:
        access = await see_position(session, world.coordinator, paper.reference)
        assert await certificate_of(session, access, 1) == certified
    assert await signing(world, paper) == sorted(ALL[1:])
    assert still_passes(await look(world, round_id)) is True


async def test_a_coordinator_is_told_when_it_would_not_have_passed_without(world: World) -> None:
    _, round_id, vote = await adopted(world, PARTICIPANT)
    assert still_passes(await look(world, round_id)) is None
    await settle(world, vote.id, WITHDRAWN, world.coordinator)
    found = await look(world, round_id)
    assert (found.status, still_passes(found)) == ("PASSED", False)


@pytest.mark.parametrize(
    ("name", "terms", "reason"),
    [
        (PARTICIPANT, {}, "not_your_vote"),
        (PARTICIPANT, {"organization_code": LEAD}, "not_your_organization"),
        ("OBSERVER", {}, "role_forbids"),
        (LEAD, {"vote_id": "vot_none"}, "vote_unknown"),
        (LEAD, {"act": replace(PLENARY, held_on=date(2026, 11, 22))}, "act_before_vote"),
        (LEAD, {"act": replace(PLENARY, held_on=date(2027, 11, 22))}, "act_in_future"),
        (LEAD, {"act": replace(PLENARY, reference=" ")}, "act_incomplete"),
        (LEAD, {"certificate_id": "cer_none"}, "certificate_unknown"),
    ],
)
async def test_what_may_not_be_settled_changes_nothing(
    world: World, name: str, terms: dict[str, Any], reason: str
) -> None:
    _, _, vote = await adopted(world)
    with pytest.raises(Refusal) as refusal:
        await settle(
            world, **{"vote_id": vote.id, "outcome": WITHDRAWN, "actor": world.actors[name], **terms}
        )
    assert refusal.value.reason == reason
    assert (await kept(world, vote.id)).ratification_status == "PENDING"


async def test_it_is_settled_once_and_only_where_it_was_awaited(world: World) -> None:
    paper, round_id, vote = await adopted(world)
    await settle(world, vote.id, CONFIRMED, world.lead)
    other = next(one for one in (await look(world, round_id)).votes if one.id != vote.id)
    foreign = await certify(world, paper, world.participant)
    cases: list[tuple[str, dict[str, Any], str]] = [
        (vote.id, {}, "ratification_settled"),
        (other.id, {"actor": world.coordinator}, "ratification_not_awaited"),
        (vote.id, {"certificate_id": foreign.id}, "certificate_of_another"),
    ]
    for given, terms, reason in cases:
        with pytest.raises(Refusal) as refusal:
            await settle(world, **{"vote_id": given, "outcome": WITHDRAWN, "actor": world.lead, **terms})
        assert refusal.value.reason == reason


async def test_nothing_is_settled_while_it_is_counted_nor_once_it_is_void(world: World) -> None:
    row = await open_on(world, await ready(world))
    replaced = await cast(world, row.id, LEAD, ratification_due_on=DUE)
    vote = await cast(world, row.id, LEAD, ratification_due_on=DUE)
    await want_two(world, PARTICIPANT)
    prepared = await cast(world, row.id, PARTICIPANT, ratification_due_on=DUE)
    for given, actor in ((replaced, world.lead), (prepared, world.participant)):
        with pytest.raises(Refusal) as refusal:
            await settle(world, given.id, WITHDRAWN, actor)
        assert refusal.value.reason == "vote_replaced"
    world.clock.now = DEADLINE + timedelta(seconds=1)  # its time is over, nobody has counted yet
    with pytest.raises(Refusal) as refusal:
        await settle(world, vote.id, WITHDRAWN, world.lead)
    assert refusal.value.reason == "round_closed"
    await end(world, row.id, Closing.VOID, "Motiu")
    with pytest.raises(Refusal) as refusal:
        await settle(world, vote.id, WITHDRAWN, world.lead)
    assert refusal.value.reason == "round_closed"


async def test_the_town_is_reminded_by_its_own_list_the_overdue_first(world: World) -> None:
    _, round_id, vote = await adopted(world)
    world.clock.now = DEADLINE + timedelta(days=40)
    again = await ready(world)
    row = await open_on(world, again, closes_at=world.clock.now + timedelta(days=5))
    async with world.database.read() as session:
        tasks = await tasks_of(session, world.lead, world.clock.now)
    assert [(task.kind, task.round_id) for task in tasks[:2]] == [("RATIFY", round_id), ("VOTE", row.id)]
    await settle(world, vote.id, CONFIRMED, world.lead)
    assert await close_due(world.database) == 0
    async with world.database.read() as session:
        tasks = await tasks_of(session, world.lead, world.clock.now)
    assert "RATIFY" not in [task.kind for task in tasks]
