"""What opening a round would do is told before: the same electorate, outcome and refusals as opening it has."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from positions.actors import Actor
from positions.errors import Forbidden, Refusal
from positions.models.events import Event
from positions.openings import Outcome, Surprise
from positions.organizations import Absence
from positions.rules import Silence
from positions.services.closing import Closing
from positions.services.previews import Preview, preview_opening
from positions.services.suspensions import Suspend, suspend_organization
from tests.support.rounds import CONSENSUS, asked, cast, end, open_on, ready
from tests.support.world import (
    LEAD,
    OTHER_PARTICIPANT,
    OUTSIDER,
    PARTICIPANT,
    START,
    Paper,
    World,
    write,
)


async def preview(world: World, paper: Paper, actor: Actor | None = None, **terms: Any) -> Preview:
    async with world.database.read() as session:
        return await preview_opening(
            session, world.database.drafts, actor or world.coordinator, asked(paper, **terms), START
        )


def warned(found: Preview) -> set[Surprise]:
    return {one.kind for one in found.cautions}


def reasons(found: Preview) -> list[str]:
    return [refusal.reason for refusal in found.refusals]


async def test_a_preview_tells_whom_it_calls_what_a_pass_leads_to_and_changes_nothing(world: World) -> None:
    paper = await ready(world)
    async with world.database.read() as session:
        before = await session.scalar(select(func.count()).select_from(Event))
    found = await preview(world, paper)
    assert (found.number, found.outcome, found.people, reasons(found)) == (1, Outcome.ADOPTED, 3, [])
    assert [one.organization for _, one in found.electors] == [OTHER_PARTICIPANT, LEAD, PARTICIPANT]
    assert [(row.code, why) for row, why in found.left_out] == [(OUTSIDER, Absence.NO_PART)]
    async with world.database.read() as session:
        assert await session.scalar(select(func.count()).select_from(Event)) == before


async def test_a_step_tells_what_comes_after_and_its_usual_period(world: World) -> None:
    paper = await ready(world, route_key="mayors")
    found = await preview(world, paper, step_key="clearance")
    assert (found.outcome, found.usual_days) == (Outcome.NEXT_STEP, 10)
    assert found.next_step is not None
    assert found.next_step.key == "mayors"
    assert Surprise.SHORT_PERIOD in warned(found)
    usual = await preview(world, paper, step_key="clearance", closes_at=found.usual_closes_at)
    assert usual.working_days == 10
    assert Surprise.SHORT_PERIOD not in warned(usual)
    early = await preview(world, paper, step_key="mayors")
    assert (reasons(early), early.outcome) == (["step_not_next"], Outcome.ADOPTED)


async def test_a_clearance_by_silence_does_not_adopt(world: World) -> None:
    found = await preview(world, await ready(world), rule=CONSENSUS, silence=Silence.CONSENT)
    assert found.outcome is Outcome.CLEARED


async def test_the_suspended_are_left_out_with_the_reason(world: World) -> None:
    async with world.database.write() as work:
        await suspend_organization(work, world.actors["ADMINISTRATOR"], Suspend(PARTICIPANT, "Motiu"))
    found = await preview(world, await ready(world))
    assert (PARTICIPANT, Absence.SUSPENDED) in [(row.code, why) for row, why in found.left_out]


async def test_every_refusal_that_would_come_is_told_at_once(world: World) -> None:
    paper = await ready(world)
    await write(world, paper, "# Un altre text\n")
    found = await preview(
        world, paper, closes_at=START, rule={"preset": "WEIGHTED_SEATS"}, electorate_codes=["AMB"]
    )
    assert reasons(found) == [
        "round_closes_before_it_opens",
        "rule_never_passes",
        "draft_differs_from_version",
    ]
    nameless = await preview(world, paper, name=" ")
    assert (reasons(nameless)[0], nameless.terms, nameless.electors) == ("text_blank", None, ())


async def test_only_who_may_open_a_round_is_told(world: World) -> None:
    paper = await ready(world)
    with pytest.raises(Forbidden):
        await preview(world, paper, world.lead)
    with pytest.raises(Refusal):
        await preview(world, paper, world.actors["ANONYMOUS"])


async def test_earlier_approvals_that_can_be_confirmed_are_counted(world: World) -> None:
    paper = await ready(world)
    row = await open_on(world, paper)
    await cast(world, row.id, LEAD)
    await end(world, row.id, Closing.VOID, "Cal un canvi")
    assert (await preview(world, paper)).confirmable == 1


async def test_what_could_surprise_is_told(world: World) -> None:
    paper = await ready(world)
    sunday = START + timedelta(days=6)
    rule = {"preset": "UNANIMITY"}
    found = await preview(world, paper, closes_at=sunday, rule=rule)
    assert {Surprise.CLOSES_ON_DAY_OFF, Surprise.RULE_NEEDS_EVERYBODY} <= warned(found)
    assert date(2026, 11, 29) == sunday.date()


async def test_a_closing_at_midnight_ends_with_the_day_before_it(world: World) -> None:
    paper = await ready(world)
    friday_night = datetime(2026, 12, 4, 23, tzinfo=UTC)
    found = await preview(world, paper, closes_at=friday_night)
    assert Surprise.CLOSES_ON_DAY_OFF not in warned(found)
    found = await preview(world, paper, closes_at=friday_night + timedelta(days=2))
    assert Surprise.CLOSES_ON_DAY_OFF in warned(found)
