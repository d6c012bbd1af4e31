"""`verify` finds what was changed in rounds, votes, reservations and amendments behind the software's back."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from sqlalchemy import text

from positions.lifecycle import Stage
from positions.reservations import Reservation as Condition
from positions.reservations import ReservationKind
from positions.rules import Choice, Silence
from positions.services.amendments import ProposeAmendment, propose_amendment
from positions.services.closing import close_due
from positions.services.verification import verify
from positions.services.votes import lift_reservation
from tests.support.rounds import CONSENSUS, DEADLINE, cast, end, open_on, ready
from tests.support.states import step
from tests.support.world import LEAD, OTHER_PARTICIPANT, PARTICIPANT, World, bring_to, propose, world_at

CONDITION = Condition(ReservationKind.SUBSTANTIVE, "Falta el finançament")


@pytest.fixture
async def world(database_url: str) -> AsyncIterator[World]:
    """One silence procedure that passed, and one round with a replaced vote and a lifted reservation."""
    async with world_at(database_url) as made:
        await _approve(made)
        yield made


@step
async def _approve(made: World) -> None:
    paper = await ready(made)
    first = await open_on(made, paper, rule=CONSENSUS, silence=Silence.CONSENT)
    await cast(made, first.id, LEAD)
    made.clock.now = DEADLINE
    assert await close_due(made.database) == 1
    await _vote_on_another(made)


async def _vote_on_another(made: World) -> None:
    paper = await ready(made)
    row = await open_on(made, paper, closes_at=DEADLINE + timedelta(days=5))
    await cast(made, row.id, LEAD, Choice.OBJECT)
    vote = await cast(made, row.id, LEAD, reservations=[CONDITION], except_ask_keys=["D2"])
    for code in (PARTICIPANT, OTHER_PARTICIPANT):
        await cast(made, row.id, code)
    async with made.database.write() as work:
        await lift_reservation(work, made.lead, vote.reservations[0].id)
    assert await end(made, row.id) == "PASSED"
    amended = await propose(made)
    await bring_to(made, amended, Stage.AMENDING)
    async with made.database.write() as work:
        await propose_amendment(
            work, made.lead, ProposeAmendment(amended.document_id, 1, 0, 1, "Z", "Perquè sí")
        )


async def differences(world: World) -> str:
    return "\n".join([f"{one.subject}: {one.difference}" async for one in verify(world.database)])


async def run(world: World, statement: str) -> None:
    async with world.database.write() as work:
        changed = await work.session.execute(text(statement))
    assert changed.rowcount  # type: ignore[attr-defined]  # what executes a change counts its rows


async def test_what_nobody_touched_holds(world: World) -> None:
    assert await differences(world) == ""


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        (
            "UPDATE votes SET choice = 'OBJECT' WHERE NOT is_tacit AND replaced_at IS NULL",
            "the vote of 08019",
        ),
        ("UPDATE votes SET statement = 'Mai' WHERE statement IS NULL AND NOT is_tacit", "the vote of 08019"),
        ("UPDATE votes SET except_ask_keys = '[]' WHERE replaced_at IS NULL", "the vote of 08019"),
        ("UPDATE votes SET mandate = NULL WHERE NOT is_tacit", "the vote of 08019"),
        ("UPDATE votes SET replaced_at = cast_at WHERE NOT is_tacit", "the vote of 08019"),
        ("DELETE FROM votes WHERE is_tacit", "said nothing"),
        ("UPDATE reservations SET state = 'OPEN'", "a reservation of 08019"),
        ("UPDATE reservations SET reason = 'Cap'", "the vote of 08019"),
        ("UPDATE rounds SET status = 'FAILED' WHERE silence = 'NONE'", "its status FAILED"),
        ("UPDATE rounds SET is_last = NOT is_last", "its terms"),
        ("UPDATE electors SET population = population + 1", "its terms"),
        ("UPDATE amendments SET proposed_text = 'Res'", "amendment 1 is not what was recorded"),
        ("UPDATE amendments SET status = 'REJECTED'", "amendment 1 is not what was recorded"),
        ('UPDATE amendments SET "end" = "end" + 1', "amendment 1 is not what was recorded"),
        (
            "UPDATE amendment_authors SET organization_id = (SELECT id FROM organizations WHERE code = '08101')",
            "amendment 1 is not what was recorded",
        ),
    ],
)
async def test_whatever_is_changed_is_found(world: World, statement: str, told: str) -> None:
    await run(world, statement)
    assert told in await differences(world)


async def test_a_vote_that_vanished_is_missed(world: World) -> None:
    await run(world, "DELETE FROM reservations")
    await run(world, "DELETE FROM votes WHERE replaced_at IS NOT NULL")
    assert "3 votes, 4 were recorded" in await differences(world)
