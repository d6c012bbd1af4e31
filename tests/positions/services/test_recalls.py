"""A round opened by mistake is taken back; a silence procedure gets more time, once. Both leave their event, and `verify` proves them."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from positions.actors import Actor
from positions.compositions import compose
from positions.errors import AlreadyDone, Conflict, Forbidden, Invalid, Refusal, RoundClosed, Stale
from positions.models.rounds import Round
from positions.rounds import RECALL_TIME
from positions.rules import PRESETS, Choice, RulePreset, Silence
from positions.services.closing import Closing
from positions.services.recalls import ExtendRound, RecallRound, extend_round, recall_round
from positions.services.verification import verify
from tests.support.rounds import CONSENSUS, DEADLINE, cast, end, look, open_on, ready, state
from tests.support.world import LEAD, OTHER_PARTICIPANT, OUTSIDER, PARTICIPANT, START, Paper, World

SILENCE = {"rule": CONSENSUS, "silence": Silence.CONSENT}
LATER = DEADLINE + timedelta(days=2)


async def recall(world: World, row: Round, actor: Actor | None = None, reason: str = "El botó") -> Round:
    async with world.database.write() as work:
        return await recall_round(work, actor or world.coordinator, RecallRound(row.id, reason))


async def extend(world: World, row: Round, closes_at: Any = LATER, reason: str = "És agost") -> Round:
    async with world.database.write() as work:
        return await extend_round(work, world.coordinator, ExtendRound(row.id, closes_at, reason))


async def refused(act: Any) -> Refusal:
    with pytest.raises(Refusal) as caught:
        await act
    return caught.value


async def holds(world: World) -> list[str]:
    return [f"{one.subject}: {one.difference}" async for one in verify(world.database)]


async def stage(world: World, paper: Paper) -> str:
    return (await state(world, paper))[0]


async def clear(world: World, paper: Paper) -> Round:
    """The clearance of a routed paper, passed."""
    row = await open_on(world, paper, step_key="clearance")
    for code in (LEAD, PARTICIPANT, OTHER_PARTICIPANT, OUTSIDER):
        await cast(world, row.id, code)
    assert await end(world, row.id) == "PASSED"
    return row


async def test_datatracker_7480_and_7490_a_ballot_opened_with_the_wrong_button_is_recalled(
    world: World,
) -> None:
    paper = await ready(world)
    row = await recall(world, await open_on(world, paper))
    assert (row.status, row.recalled_at is not None, row.reason) == ("VOID", True, "El botó")
    stage, _, tags = await state(world, paper)
    assert (stage, tags[-2:]) == ("AMENDING", ["round:recalled", "stage:moved"])
    assert (await open_on(world, paper)).number == 2
    assert await holds(world) == []


async def test_a_scheduled_round_is_recalled_too(world: World) -> None:
    paper = await ready(world)
    row = await open_on(world, paper, opens_at=START + timedelta(days=2))
    assert (await recall(world, row)).status == "VOID"
    assert await stage(world, paper) == "AMENDING"


async def test_between_the_steps_of_a_route_a_recall_leaves_the_text_frozen_and_the_pass_standing(
    world: World,
) -> None:
    paper = await ready(world, route_key="mayors")
    first = await clear(world, paper)
    await recall(world, await open_on(world, paper, step_key="mayors"))
    assert await stage(world, paper) == "APPROVING"
    again = await open_on(world, paper, step_key="mayors")
    await recall(world, again)
    assert await end(world, first.id, Closing.VOID, "Una errada") == "VOID"
    assert await stage(world, paper) == "AMENDING"
    assert await holds(world) == []


async def test_a_second_vote_that_is_recalled_leaves_the_tie_to_be_voted_again(world: World) -> None:
    paper = await ready(world)
    law = compose(replace(PRESETS[RulePreset.SIMPLE_MAJORITY], casting=LEAD))
    tied = await open_on(world, paper, rule=law, electorate_codes=[LEAD, PARTICIPANT])
    await cast(world, tied.id, LEAD)
    await cast(world, tied.id, PARTICIPANT, Choice.OBJECT)
    assert await end(world, tied.id) == "FAILED"
    await recall(world, await open_on(world, paper, name=None, rule=None))
    assert await stage(world, paper) == "APPROVING"
    again = await open_on(world, paper, name=None, rule=None)
    assert (again.repeats_id, again.number) == (tied.id, 3)
    assert await holds(world) == []


async def test_who_has_voted_is_not_unheard(world: World) -> None:
    paper = await ready(world)
    row = await open_on(world, paper)
    await cast(world, row.id, LEAD)
    before = await state(world, paper)
    refusal = await refused(recall(world, row))
    assert (type(refusal), refusal.reason) == (Conflict, "recall_after_votes")
    assert await state(world, paper) == before


async def test_the_time_to_recall_ends(world: World) -> None:
    row = await open_on(world, await ready(world))
    assert row.created_at is not None
    world.clock.now = row.created_at + RECALL_TIME - timedelta(seconds=1)
    refusal = await refused(recall(world, row))
    assert (type(refusal), refusal.reason) == (Stale, "recall_too_late")


async def test_a_recall_needs_a_reason_a_coordinator_and_a_round_that_runs(world: World) -> None:
    row = await open_on(world, await ready(world))
    assert (await refused(recall(world, row, reason="  "))).reason == "text_blank"
    assert isinstance(await refused(recall(world, row, world.lead)), Forbidden)
    await recall(world, row)
    assert (await refused(recall(world, row))).reason in {"round_closed", "stage_forbids"}


async def test_a_silence_procedure_is_extended_once_and_everybody_reads_why(world: World) -> None:
    paper = await ready(world)
    row = await extend(world, await open_on(world, paper, **SILENCE))
    assert (row.extended_from, row.closes_at, row.extension_reason) == (DEADLINE, LATER, "És agost")
    assert (await state(world, paper))[2][-1] == "round:extended"
    again = await refused(extend(world, row, LATER + timedelta(days=1)))
    assert isinstance(again, AlreadyDone)
    world.clock.now = DEADLINE
    await cast(world, row.id, LEAD)
    assert await holds(world) == []


async def test_only_an_open_silence_procedure_is_extended_to_a_later_time(world: World) -> None:
    spoken = await open_on(world, await ready(world))
    assert (await refused(extend(world, spoken))).reason == "extension_only_of_silence"
    silent = await open_on(world, await ready(world), **SILENCE)
    assert isinstance(await refused(extend(world, silent, DEADLINE)), Invalid)
    assert (await refused(extend(world, silent, reason=""))).reason == "text_blank"
    world.clock.now = DEADLINE
    assert isinstance(await refused(extend(world, silent)), RoundClosed)


async def test_who_breaks_the_silence_says_why(world: World) -> None:
    row = await open_on(world, await ready(world), **SILENCE)
    refusal = await refused(cast(world, row.id, LEAD, Choice.OBJECT))
    assert (type(refusal), refusal.reason, refusal.path) == (
        Invalid,
        "objection_without_reason",
        ("statement",),
    )
    assert (await look(world, row.id)).votes == []
    await cast(world, row.id, LEAD, Choice.OBJECT, statement="La D2 no es pot complir")
    assert (await look(world, row.id)).status == "BROKEN"


@pytest.mark.parametrize(
    "change",
    [
        "recalled_at = NULL WHERE recalled_at IS NOT NULL",
        "recalled_at = opens_at WHERE recalled_at IS NULL",
        "extended_from = NULL WHERE extended_from IS NOT NULL",
        "extension_reason = 'Cap' WHERE extended_from IS NOT NULL",
        "closes_at = opens_at WHERE extended_from IS NOT NULL",
        "urgency = 'Corre' WHERE urgency IS NULL",
        "urgency = 'Corre' WHERE urgency IS NOT NULL",
    ],
)
async def test_what_was_changed_behind_the_record_is_found(world: World, change: str) -> None:
    await recall(world, await open_on(world, await ready(world), urgency="El termini és dilluns"))
    await extend(world, await open_on(world, await ready(world), **SILENCE))
    assert await holds(world) == []
    async with world.database.write() as work:
        await work.session.execute(text(f"UPDATE rounds SET {change}"))  # the test's own words
    assert await holds(world)
