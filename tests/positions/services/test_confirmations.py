"""Two persons for one vote, and a new government's word on the former one's: nothing counts twice, nobody confirms alone."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from positions.errors import Refusal
from positions.models import members
from positions.models.events import Event
from positions.models.rounds import Vote
from positions.queries.rounds import pending_votes, ripe_rounds
from positions.queries.tasks import tasks_of
from positions.queries.votes import prepared_votes, see_vote, standing, votes_to_confirm
from positions.rules import Choice, Silence
from positions.services.closing import Closing, close_due
from positions.services.confirmations import set_vote_confirmation
from positions.services.votes import RecordedVote, RecordVotes, record_votes
from tests.support.delegates import PLENARY, ask, confirm, join, want_two
from tests.support.rounds import CONSENSUS, DEADLINE, MANDATE, cast, count, end, look, open_on, ready
from tests.support.world import LEAD, OTHER_PARTICIPANT, OUTSIDER, PARTICIPANT, World

SHORT = replace(MANDATE, valid_until=date(2026, 11, 24))


async def said(world: World, round_id: str) -> list[tuple[str, bool, bool]]:
    """Every vote of a round: what it says, whether it waits, whether it was replaced."""
    async with world.database.read() as session:
        rows = await session.scalars(select(Vote).where(Vote.round_id == round_id).order_by(Vote.id))
        return [(row.choice, row.is_awaiting, row.replaced_at is not None) for row in rows]


async def tags(world: World, paper_id: str) -> list[str]:
    async with world.database.read() as session:
        statement = select(Event.tag).where(Event.chain == paper_id).order_by(Event.sequence)
        return [
            tag for tag in await session.scalars(statement) if tag.split(":")[0] in {"vote", "confirmation"}
        ]


async def test_what_is_prepared_counts_when_another_confirms_it(world: World) -> None:
    paper = await ready(world)
    row = await open_on(world, paper)
    await cast(world, row.id, LEAD, Choice.OBJECT)
    second = await want_two(world, LEAD)
    vote = await cast(world, row.id, LEAD)
    assert await said(world, row.id) == [("OBJECT", False, False), ("APPROVE", True, False)]
    assert (await count(world, row.id)).objecting.organizations == 1
    await confirm(world, vote.id, second)
    assert await said(world, row.id) == [("OBJECT", False, True), ("APPROVE", False, False)]
    assert (await count(world, row.id)).approving.organizations == 1
    assert await tags(world, paper.id) == ["vote:cast", "vote:prepared", "vote:confirmed"]


async def test_nobody_confirms_alone_nor_for_another_town(world: World) -> None:
    row = await open_on(world, await ready(world))
    await want_two(world, LEAD)
    vote = await cast(world, row.id, LEAD)
    for actor, reason in (
        (world.lead, "confirmation_by_same_person"),
        (world.participant, "vote_unknown"),
        (world.coordinator, "role_forbids"),
        (world.actors["ANONYMOUS"], "vote_unknown"),
    ):
        with pytest.raises(Refusal) as refusal:
            await confirm(world, vote.id, actor)
        assert refusal.value.reason == reason
    assert await said(world, row.id) == [("APPROVE", True, False)]


async def test_a_newer_word_replaces_what_was_prepared(world: World) -> None:
    row = await open_on(world, await ready(world))
    second = await want_two(world, LEAD)
    first = await cast(world, row.id, LEAD)
    await cast(world, row.id, LEAD, Choice.ABSTAIN)
    with pytest.raises(Refusal) as refusal:
        await confirm(world, first.id, second)
    assert refusal.value.reason == "vote_replaced"
    recorded = RecordVotes(row.id, [RecordedVote(LEAD, Choice.OBJECT)], PLENARY)
    async with world.database.write() as work:
        await record_votes(work, world.coordinator, recorded)  # minutes need no second person
    assert await said(world, row.id) == [
        ("APPROVE", True, True),
        ("ABSTAIN", True, True),
        ("OBJECT", False, False),
    ]


async def test_the_mandate_and_the_time_are_looked_at_again(world: World) -> None:
    row = await open_on(world, await ready(world))
    second = await want_two(world, LEAD)
    vote = await cast(world, row.id, LEAD, mandate=SHORT)
    world.clock.now += timedelta(days=3)
    with pytest.raises(Refusal) as refusal:
        await confirm(world, vote.id, second)
    assert refusal.value.reason == "mandate_expired"
    lasting = await cast(world, row.id, LEAD)
    world.clock.now = DEADLINE
    with pytest.raises(Refusal) as refusal:
        await confirm(world, lasting.id, second)
    assert refusal.value.reason == "round_closed"
    assert await said(world, row.id) == [("APPROVE", True, True), ("APPROVE", True, False)]


@pytest.mark.parametrize("outcome", [Closing.CLOSE, Closing.VOID])
async def test_what_waits_at_the_end_lapses_and_is_shown_so(world: World, outcome: Closing) -> None:
    row = await open_on(world, await ready(world))
    await want_two(world, LEAD)
    await cast(world, row.id, LEAD)
    await cast(world, row.id, PARTICIPANT)
    if outcome is Closing.VOID:
        await end(world, row.id, outcome, "Motiu")
    else:
        world.clock.now = DEADLINE
        assert await close_due(world.database) == 1
    async with world.database.read() as session:
        access, _, _ = await see_vote(session, world.participant, (await look(world, row.id)).votes[0].id)
        assert await prepared_votes(session, access, await look(world, row.id)) == []
    async with world.database.read() as session:
        statement = select(Vote.id).where(Vote.round_id == row.id, Vote.is_awaiting)
        vote_id = (await session.scalars(statement)).one()
        _, found, vote = await see_vote(session, world.lead, vote_id)
        assert standing(vote, found, world.clock.now) == "LAPSED"
    tally = await count(world, row.id)
    assert (tally.approving.organizations, tally.pending.organizations) == (1, 2)


async def test_what_waits_breaks_no_silence_and_its_town_is_silent(world: World) -> None:
    row = await open_on(world, await ready(world), rule=CONSENSUS, silence=Silence.CONSENT)
    second = await want_two(world, LEAD)
    vote = await cast(world, row.id, LEAD, Choice.OBJECT, statement="Falta el finançament")
    assert (await look(world, row.id)).status == "OPEN"
    await confirm(world, vote.id, second)
    assert (await look(world, row.id)).status == "BROKEN"
    again = await open_on(world, await ready(world), rule=CONSENSUS, silence=Silence.CONSENT)
    await cast(world, again.id, LEAD, Choice.OBJECT, statement="Falta el finançament")
    world.clock.now = DEADLINE
    assert await close_due(world.database) == 1
    found = await look(world, again.id)
    assert (found.status, [vote.is_tacit for vote in found.votes]) == ("PASSED", [True] * 3)


async def test_a_colleague_is_asked_and_the_first_is_not(world: World) -> None:
    row = await open_on(world, await ready(world))
    second = await want_two(world, LEAD)
    await cast(world, row.id, LEAD)
    async with world.database.read() as session:
        now = world.clock.now
        assert await pending_votes(session, world.lead, now) == []
        assert await votes_to_confirm(session, world.lead, now) == []
        assert [task.kind for task in await tasks_of(session, second, now)] == ["CONFIRM_VOTE"]
        for code in (PARTICIPANT, OTHER_PARTICIPANT):
            await cast(world, row.id, code)
        assert (
            await ripe_rounds(session, world.coordinator, now) == []
        )  # the town is pending until it is confirmed


async def test_two_who_confirm_at_once_confirm_once(world: World) -> None:
    paper = await ready(world)
    row = await open_on(world, paper)
    second, third = await want_two(world, LEAD), await join(world, LEAD)
    vote = await cast(world, row.id, LEAD)
    answers = await asyncio.gather(
        confirm(world, vote.id, second), confirm(world, vote.id, third), return_exceptions=True
    )
    refused = [one for one in answers if isinstance(one, Refusal)]
    assert [one.reason for one in refused] == ["confirmation_not_awaited"]
    assert await said(world, row.id) == [("APPROVE", False, False)]
    assert (await tags(world, paper.id)).count("vote:confirmed") == 1


async def test_confirming_against_the_closing_counts_or_is_refused(world: World) -> None:
    row = await open_on(world, await ready(world))
    second = await want_two(world, LEAD)
    vote = await cast(world, row.id, LEAD)
    for code in (PARTICIPANT, OTHER_PARTICIPANT):
        await cast(world, row.id, code)
    world.clock.now = DEADLINE - timedelta(seconds=2)
    answers = await asyncio.gather(
        confirm(world, vote.id, second), close_due(world.database), return_exceptions=True
    )
    counted = (await count(world, row.id)).approving.organizations
    was_refused = isinstance(answers[0], Refusal)
    assert counted == (2 if was_refused else 3)


async def test_a_new_government_may_be_asked_and_the_vote_counts_meanwhile(world: World) -> None:
    paper = await ready(world)
    row = await open_on(world, paper)
    vote = await cast(world, row.id, LEAD)
    await ask(world, row.id, LEAD)
    assert (await count(world, row.id)).approving.organizations == 1
    successor = await join(world, LEAD)
    async with world.database.write() as work:
        left = await work.session.get_one(members.Membership, world.lead.memberships[0].id)
        left.until = date(2026, 11, 22)
    async with world.database.read() as session:
        assert [task.kind for task in await tasks_of(session, successor, world.clock.now)] == ["CONFIRM_VOTE"]
        _, _, seen = await see_vote(session, successor, vote.id)  # the vote is the town's
        assert (seen.choice, seen.confirmations[0].reason) == ("APPROVE", "El govern ha canviat")
    await confirm(world, vote.id, successor)
    assert await tags(world, paper.id) == ["vote:cast", "confirmation:asked", "vote:confirmed"]
    world.actors[LEAD] = successor
    await cast(world, row.id, LEAD, Choice.OBJECT)  # or it says something else
    assert await said(world, row.id) == [("APPROVE", False, True), ("OBJECT", False, False)]


async def test_a_new_government_confirms_though_the_plenary_is_late(world: World) -> None:
    row = await open_on(world, await ready(world))
    vote = await cast(world, row.id, LEAD, ratification_due_on=date(2026, 11, 25))
    await ask(world, row.id, LEAD)
    world.clock.now += timedelta(days=3)
    await confirm(world, vote.id, world.lead)
    assert (await count(world, row.id)).approving.organizations == 1


@pytest.mark.parametrize(
    ("code", "reason"),
    [(OUTSIDER, "not_eligible"), (PARTICIPANT, "vote_missing"), (LEAD, "confirmation_asked")],
)
async def test_only_a_vote_that_counts_is_asked_about_and_once(world: World, code: str, reason: str) -> None:
    row = await open_on(world, await ready(world))
    await cast(world, row.id, LEAD)
    await ask(world, row.id, LEAD)
    with pytest.raises(Refusal) as refusal:
        await ask(world, row.id, code)
    assert refusal.value.reason == reason


async def test_only_a_coordinator_asks_and_only_while_the_round_is_open(world: World) -> None:
    row = await open_on(world, await ready(world))
    vote = await cast(world, row.id, LEAD)
    with pytest.raises(Refusal) as refusal:
        await ask(world, row.id, LEAD, world.lead)
    assert refusal.value.reason == "role_forbids"
    with pytest.raises(Refusal) as refusal:
        await confirm(world, vote.id, world.lead)
    assert refusal.value.reason == "confirmation_not_awaited"
    world.clock.now = DEADLINE
    with pytest.raises(Refusal) as refusal:
        await ask(world, row.id, LEAD)
    assert refusal.value.reason == "round_closed"


async def test_two_persons_are_wanted_only_where_there_are_two(world: World) -> None:
    administrator = world.actors["ADMINISTRATOR"]
    for actor, code, reason in (
        (world.lead, LEAD, "administrator_only"),
        (administrator, "99999", "organization_unknown"),
        (administrator, "GENERALITAT", "elector_not_entitled"),
        (administrator, LEAD, "confirmation_needs_two"),
    ):
        with pytest.raises(Refusal) as refusal:
            async with world.database.write() as work:
                await set_vote_confirmation(work, actor, code, confirms=True)
        assert refusal.value.reason == reason
    await join(world, LEAD)
    for wanted in (True, True, False):
        async with world.database.write() as work:
            town = await set_vote_confirmation(work, administrator, LEAD, confirms=wanted)
        assert town.confirms_votes is wanted
    async with world.database.read() as session:
        recorded = await session.scalars(select(Event).where(Event.tag == "organization:updated"))
        assert len(list(recorded)) == 2


async def test_a_substitute_votes_for_the_town_which_has_one_vote(world: World) -> None:
    row = await open_on(world, await ready(world))
    await cast(world, row.id, LEAD)
    world.actors[LEAD] = await join(world, LEAD, is_substitute=True)
    vote = await cast(world, row.id, LEAD, Choice.ABSTAIN)
    assert vote.is_substitute
    assert await said(world, row.id) == [("APPROVE", False, True), ("ABSTAIN", False, False)]
    assert (await count(world, row.id)).pending.organizations == 2
