"""What users of other voting systems complained about, told as tests: each is named after the thread in which they did.

Those on approvals that survive, on recalls and on notices stand beside what they are about.
"""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from positions.actors import Actor, Role
from positions.errors import Conflict, Forbidden, Invalid, Refusal
from positions.lifecycle import Action, Stage
from positions.mandates import Mandate, MandateKind
from positions.models.events import Event
from positions.models.rounds import Vote
from positions.queries.members import actor_by_email
from positions.queries.rounds import see_round
from positions.rules import Choice
from positions.services.closing import CloseRound, Closing, close_due, close_round
from positions.services.members import AddMember, AddMembership, EndMembership, add_member, end_membership
from positions.services.members import add_membership as add_role
from positions.services.stages import MoveStage, move_stage
from positions.services.votes import CastVote, RecordedVote, RecordVotes, cast_vote, record_votes
from positions.votes import Act
from tests.support.rounds import DEADLINE, MANDATE, cast, count, end, look, open_on, ready, state
from tests.support.world import LEAD, OTHER_PARTICIPANT, OUTSIDER, PARTICIPANT, World

ALL = (LEAD, PARTICIPANT, OTHER_PARTICIPANT)
ACT = Act("Consell d'Alcaldes", date(2026, 11, 23), "Acta 2026/07")


async def somebody_else(world: World, code: str, role: Role = Role.DELEGATE) -> Actor:
    """Another member of an organization."""
    email = f"nova-{role.lower()}@{code}.test"
    async with world.database.write() as work:
        await add_member(work, AddMember(email, "Nova", code, role))
    return await present(world, email)


async def present(world: World, email: str) -> Actor:
    """Somebody as they are now."""
    async with world.database.read() as session:
        found = await actor_by_email(session, email, world.clock.now)
    assert found is not None
    return found


async def leave(world: World, actor: Actor) -> None:
    """Somebody's role ends."""
    async with world.database.write() as work:
        administrator = world.actors["ADMINISTRATOR"]
        await end_membership(work, administrator, EndMembership(actor.memberships[0].id))


async def say(world: World, actor: Actor, request: CastVote) -> Vote:
    async with world.database.write() as work:
        return await cast_vote(work, actor, request)


async def refused(world: World, actor: Actor, request: CastVote) -> Refusal:
    with pytest.raises(Refusal) as caught:
        await say(world, actor, request)
    return caught.value


async def minuted(world: World, round_id: str, *codes: str, act: Act = ACT) -> None:
    votes = [RecordedVote(code, Choice.APPROVE) for code in codes]
    async with world.database.write() as work:
        await record_votes(work, world.coordinator, RecordVotes(round_id, votes, act))


def share(numerator: int, denominator: int) -> dict[str, object]:
    """A threshold of the towns called."""
    of = {"of": "ORGANIZATIONS", "basis": "ELIGIBLE"}
    return {**of, "numerator": numerator, "denominator": denominator, "strict": False}


async def test_two_thirds_four_fifths_and_a_quorum_may_be_asked_for_openslides_6667(world: World) -> None:
    """Two of three towns are two thirds exactly and no four fifths; of a quorum of all three, one is missing."""
    quorum = {"of": "ORGANIZATIONS", "numerator": 1, "denominator": 1, "minimum": 0}
    found = []
    for rule in (
        {"thresholds": [share(2, 3)]},
        {"thresholds": [share(4, 5)]},
        {"thresholds": [share(2, 3)], "quorum": quorum},
    ):
        row = await open_on(world, await ready(world), rule=rule)
        for code in ALL[:2]:
            await cast(world, row.id, code)
        found.append((await count(world, row.id)).would_pass)
    assert found == [True, False, False]


async def test_there_is_one_count_however_a_vote_came_in_openslides_5745_and_client_713(world: World) -> None:
    """Delegated votes and presence were counted here so and there otherwise: ours are the towns', cast or from minutes."""
    quorum = {"of": "ORGANIZATIONS", "numerator": 2, "denominator": 3, "minimum": 2}
    rule = {"thresholds": [share(1, 2)], "quorum": quorum}
    by_delegates = await open_on(world, await ready(world), rule=rule)
    for code in ALL[:2]:
        await cast(world, by_delegates.id, code)
    by_minutes = await open_on(world, await ready(world), rule=rule)
    await minuted(world, by_minutes.id, *ALL[:2])
    both = await open_on(world, await ready(world), rule=rule)
    await cast(world, both.id, LEAD)
    await minuted(world, both.id, *ALL[:2])  # of the lead too, once more
    counts = [await count(world, row.id) for row in (by_delegates, by_minutes, both)]
    assert counts[0] == counts[1] == counts[2]
    assert (counts[0].approving.organizations, counts[0].has_quorum) == (2, True)


async def test_anybody_of_a_delegation_casts_its_whole_weight_openslides_6963(world: World) -> None:
    """A weight is not split among people: whoever of the town speaks last speaks for all of it, and it counts once."""
    row = await open_on(world, await ready(world))
    another = await somebody_else(world, LEAD)
    await cast(world, row.id, LEAD)
    before = (await count(world, row.id)).approving
    await say(world, another, CastVote(row.id, Choice.OBJECT, MANDATE))
    after = await count(world, row.id)
    assert (after.objecting, after.approving.organizations) == (before, 0)
    assert len((await look(world, row.id)).votes) == 1


async def test_a_town_has_one_vote_and_whoever_stands_in_casts_it_openslides_6878(world: World) -> None:
    """However many delegates a town has it is called once; when the one who voted leaves, the vote stays the town's."""
    stand_in = await somebody_else(world, LEAD)
    await somebody_else(world, LEAD, Role.OBSERVER)
    row = await open_on(world, await ready(world))
    assert (await count(world, row.id)).pending.organizations == len(ALL)
    await cast(world, row.id, LEAD)
    await leave(world, world.lead)
    assert (await count(world, row.id)).approving.organizations == 1
    await say(world, stand_in, CastVote(row.id, Choice.ABSTAIN, MANDATE))
    after = await count(world, row.id)
    assert (after.approving.organizations, after.abstaining.organizations) == (0, 1)


async def test_the_absent_are_voted_for_from_the_minutes_alone_loomio_7641(world: World) -> None:
    """A coordinator enters what a meeting decided, with its act; without one there is no way to vote for somebody else."""
    row = await open_on(world, await ready(world))
    with pytest.raises(Invalid):
        await minuted(world, row.id, PARTICIPANT, act=Act("", date(2026, 11, 23), ""))
    assert isinstance(
        await refused(world, world.coordinator, CastVote(row.id, Choice.APPROVE, MANDATE)), Forbidden
    )
    await minuted(world, row.id, PARTICIPANT)
    (vote,) = (await look(world, row.id)).votes
    assert (vote.organization.code, (vote.act or {})["reference"]) == (PARTICIPANT, "Acta 2026/07")


async def test_a_standing_delegation_votes_as_long_as_it_is_valid_loomio_9380(world: World) -> None:
    standing = Mandate(MandateKind.DELEGATION, date(2026, 1, 7), "Política europea", date(2026, 11, 30))
    row = await open_on(world, await ready(world))
    await cast(world, row.id, LEAD, mandate=standing)
    world.clock.now += timedelta(days=8)
    refusal = await refused(world, world.participant, CastVote(row.id, Choice.APPROVE, standing))
    assert "mandate" in refusal.path
    assert [vote.organization.code for vote in (await look(world, row.id)).votes] == [LEAD]


async def test_who_may_read_need_not_be_one_who_votes_loomio_10764(world: World) -> None:
    row = await open_on(world, await ready(world))
    readers = [world.actors["OBSERVER"], await somebody_else(world, LEAD, Role.OBSERVER)]
    for reader in readers:
        async with world.database.read() as session:
            assert (await see_round(session, reader, row.id))[1].id == row.id
        assert isinstance(await refused(world, reader, CastVote(row.id, Choice.APPROVE, MANDATE)), Forbidden)
    assert (await count(world, row.id)).pending.organizations == len(ALL)


async def test_a_person_of_two_towns_says_for_which_one_decidim_13969_and_14130(world: World) -> None:
    """No login is shared and no organization is guessed: the person acts for a town that is named, and both are recorded."""
    async with world.database.write() as work:
        request = AddMembership(world.lead.signed_in(), PARTICIPANT, Role.DELEGATE)
        await add_role(work, world.actors["ADMINISTRATOR"], request)
    of_two = await present(world, f"delegate@{LEAD}.test")
    paper = await ready(world)
    row = await open_on(world, paper)
    refusal = await refused(world, of_two, CastVote(row.id, Choice.APPROVE, MANDATE))
    assert refusal.reason == "organization_required"
    other = CastVote(row.id, Choice.APPROVE, MANDATE, organization_code=OUTSIDER)
    assert isinstance(await refused(world, of_two, other), Forbidden)
    vote = await say(world, of_two, CastVote(row.id, Choice.APPROVE, MANDATE, organization_code=PARTICIPANT))
    async with world.database.read() as session:
        event = (await session.scalars(select(Event).where(Event.tag == "vote:cast"))).one()
    acting = next(one for one in of_two.memberships if one.organization_code == PARTICIPANT)
    assert (vote.membership_id, event.membership_id) == (acting.id, acting.id)
    assert f'"organization":"{PARTICIPANT}"' in event.body


async def test_nothing_is_approved_without_the_positions_needed_datatracker_8795(world: World) -> None:
    """No hand marks a paper as adopted: a round with towns pending is not closed, and at its end the rule decides."""
    paper = await ready(world)
    row = await open_on(world, paper, rule={"preset": "ABSOLUTE_MAJORITY"})
    await cast(world, row.id, LEAD)
    with pytest.raises(Conflict):
        await end(world, row.id)
    with pytest.raises(Refusal):
        async with world.database.write() as work:
            await move_stage(work, world.coordinator, MoveStage(paper.reference, Action.ADOPT, "Ja està"))
    assert (await state(world, paper))[0] == Stage.APPROVING
    world.clock.now = DEADLINE
    await close_due(world.database)
    assert ((await look(world, row.id)).status, (await state(world, paper))[0]) == ("FAILED", Stage.AMENDING)


async def test_new_members_leave_no_vacuum_to_pass_in_datatracker_8666(world: World) -> None:
    """All delegates but one leave while the round is open: the towns called stay called, and one yes is one of three."""
    row = await open_on(world, await ready(world), rule={"preset": "ABSOLUTE_MAJORITY"})
    await cast(world, row.id, LEAD)
    for code in ALL[1:]:
        await leave(world, world.actors[code])
    newcomer = await somebody_else(world, PARTICIPANT)
    before = await count(world, row.id)
    assert (before.would_pass, before.pending.organizations) == (False, 2)
    with pytest.raises(Conflict):
        async with world.database.write() as work:
            await close_round(work, world.coordinator, CloseRound(row.id, Closing.CLOSE))
    await say(world, newcomer, CastVote(row.id, Choice.APPROVE, MANDATE))
    assert (await count(world, row.id)).would_pass
