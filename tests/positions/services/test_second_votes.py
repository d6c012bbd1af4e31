"""A tie is voted again on the frozen text; the second vote decides, by the casting vote if need be."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update

from positions.compositions import compose, rule_of
from positions.errors import Conflict, Refusal, RoundClosed
from positions.models.positions import Position
from positions.models.rounds import Round
from positions.routes import Electorate, Route, Step, StepKind, compose_route
from positions.rules import PRESETS, Choice, RulePreset
from positions.services.closing import CloseRound, Closing, close_due, close_round
from positions.services.openings import OpenRound
from positions.services.rounds import open_round
from positions.services.verification import verify
from tests.support.rounds import DEADLINE, asked, cast, count, end, look, open_on, ready, state
from tests.support.states import step
from tests.support.world import LEAD, OTHER_PARTICIPANT, PARTICIPANT, Paper, World

LAW = compose(replace(PRESETS[RulePreset.SIMPLE_MAJORITY], casting=LEAD))
LATER = DEADLINE + timedelta(days=3)


@step
async def tied(world: World, says: Choice = Choice.APPROVE) -> tuple[Paper, Round]:
    """One for, one against, one abstaining; Barcelona, which has the casting vote, says this."""
    paper = await ready(world)
    row = await open_on(world, paper, rule=LAW)
    await halve(world, row.id, says)
    assert await end(world, row.id) == "FAILED"
    return paper, row


async def halve(world: World, round_id: str, says: Choice) -> None:
    other = Choice.OBJECT if says is Choice.APPROVE else Choice.APPROVE
    for code, choice in ((LEAD, says), (PARTICIPANT, other), (OTHER_PARTICIPANT, Choice.ABSTAIN)):
        await cast(world, round_id, code, choice)


def again(paper: Paper) -> OpenRound:
    """All that a second vote needs to be told."""
    return OpenRound(reference=paper.reference, version_number=1, closes_at=LATER)


async def second(world: World, paper: Paper) -> Round:
    async with world.database.write() as work:
        return await open_round(work, world.coordinator, again(paper))


async def refused(world: World, paper: Paper, **terms: Any) -> Refusal:
    with pytest.raises(Refusal) as caught:
        await open_on(world, paper, **{"rule": LAW, "closes_at": LATER, **terms})
    return caught.value


async def found(world: World) -> list[str]:
    return [f"{one.subject}: {one.difference}" async for one in verify(world.database)]


async def test_a_tie_keeps_the_text_frozen_and_adopts_nothing(world: World) -> None:
    paper, row = await tied(world)
    stage, adopted, tags = await state(world, paper)
    assert (stage, adopted, tags[-1]) == ("APPROVING", None, "round:closed")
    assert (await count(world, row.id)).would_repeat
    assert await found(world) == []


async def test_the_second_vote_takes_over_the_terms_and_the_casting_vote_decides(world: World) -> None:
    paper, row = await tied(world)
    repeat = await second(world, paper)
    assert (repeat.number, repeat.repeats_id, repeat.name) == (2, row.id, row.name)
    assert (repeat.rule, repeat.silence, repeat.is_last) == (row.rule, row.silence, row.is_last)
    await halve(world, repeat.id, Choice.APPROVE)
    assert await end(world, repeat.id) == "PASSED"
    assert (await state(world, paper))[:2] == ("ADOPTED", repeat.version_id)
    assert await found(world) == []


async def test_a_second_tie_against_the_casting_vote_leads_back(world: World) -> None:
    paper, _ = await tied(world)
    repeat = await second(world, paper)
    await halve(world, repeat.id, Choice.OBJECT)
    assert await end(world, repeat.id) == "FAILED"
    assert (await state(world, paper))[0] == "AMENDING"
    third = await open_on(world, paper, rule=LAW, closes_at=LATER)
    assert third.repeats_id is None, "the same text may be put to a new first vote"
    assert await found(world) == []


async def test_a_tie_at_the_deadline_is_kept_by_the_clock_too(world: World) -> None:
    paper = await ready(world)
    row = await open_on(world, paper, rule=LAW)
    await cast(world, row.id, LEAD)
    await cast(world, row.id, PARTICIPANT, Choice.OBJECT)
    world.clock.now = DEADLINE
    assert await close_due(world.database) == 1
    assert await close_due(world.database) == 0
    assert (await look(world, row.id)).status == "FAILED"
    assert (await state(world, paper))[0] == "APPROVING"


async def test_after_a_tie_other_terms_are_refused(world: World) -> None:
    paper, _ = await tied(world)
    for terms in (
        {"rule": {"preset": "ABSOLUTE_MAJORITY"}},
        {"electorate_codes": [LEAD, PARTICIPANT]},
    ):
        refusal = await refused(world, paper, **terms)
        assert (type(refusal), refusal.reason) == (Conflict, "second_vote_differs")
    assert (await open_on(world, paper, rule=LAW, closes_at=LATER)).repeats_id is not None


async def test_a_tie_can_be_given_up(world: World) -> None:
    paper, row = await tied(world)
    assert await end(world, row.id, Closing.VOID, "Cal tornar al text") == "VOID"
    assert (await state(world, paper))[0] == "AMENDING"
    assert (await open_on(world, paper, rule=LAW, closes_at=LATER)).repeats_id is None


async def test_a_tied_round_cannot_be_voided_once_its_second_vote_is_open(world: World) -> None:
    paper, row = await tied(world)
    await second(world, paper)
    with pytest.raises(RoundClosed):
        async with world.database.write() as work:
            await close_round(work, world.coordinator, CloseRound(row.id, Closing.VOID, "Tard"))


async def test_a_request_without_terms_is_none_when_nothing_is_tied(world: World) -> None:
    paper = await ready(world)
    assert (await refused(world, paper, rule=None, name="Ple")).reason == "rule_required"
    assert asked(paper).rule is not None


async def test_verify_finds_a_second_vote_that_was_not_recorded_as_one(world: World) -> None:
    paper, row = await tied(world)
    await end(world, row.id, Closing.VOID, "Cal tornar al text")
    other = await open_on(world, paper, closes_at=LATER)
    async with world.database.write() as work:
        await work.session.execute(update(Round).where(Round.id == other.id).values(repeats_id=row.id))
    assert [one.split(": ")[1] for one in await found(world)] == [
        "its terms or its electorate are not what was recorded"
    ]


async def test_a_step_of_a_route_is_repeated_before_the_next(world: World) -> None:
    paper = await ready(world)
    names = dict.fromkeys(("ca", "es", "en"), "Ple")
    first = Step("ple", names, StepKind.DECISION, Electorate.PARTICIPANTS, rule_of(LAW))
    last = replace(first, key="junta", electorate=Electorate.AUTHORITY, rule=PRESETS[RulePreset.UNANIMITY])
    async with world.database.write() as work:
        position = await work.session.get_one(Position, paper.id)
        position.route = {**compose_route(Route("own", names, (first, last))), "after": 0}
    row = await open_on(world, paper, step_key="ple")
    await halve(world, row.id, Choice.APPROVE)
    await end(world, row.id)
    with pytest.raises(Conflict):
        await open_on(world, paper, step_key="junta", closes_at=LATER)
    repeat = await second(world, paper)
    assert (repeat.step_key, repeat.repeats_id, repeat.is_last) == ("ple", row.id, False)
    await halve(world, repeat.id, Choice.APPROVE)
    assert await end(world, repeat.id) == "PASSED"
    assert (await open_on(world, paper, step_key="junta", closes_at=LATER)).repeats_id is None
