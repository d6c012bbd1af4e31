"""Whoever waits for a position's row has the moment of before the wait: what is said of a round still falls before or after its count.

SQLite has one writer, who waits before the moment is taken; the tests are about PostgreSQL.
"""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from positions.mandates import RatificationStatus
from positions.queries.tallies import ratification_at_closing, tally_of
from positions.reservations import Reservation, ReservationKind
from positions.services.closing import CloseRound, Closing, close_due, close_round
from positions.services.ratifications import SettleRatification, settle_ratification
from positions.services.unit_of_work import Database
from positions.services.votes import lift_reservation
from tests.support.delegates import PLENARY
from tests.support.rounds import CONSENSUS, DEADLINE, cast, look, open_on, ready
from tests.support.world import LEAD, OTHER_PARTICIPANT, PARTICIPANT, World, world_at

HELD = Reservation(ReservationKind.SUBSTANTIVE, "Cal revisar-ho.")
RATIFIED_BY = DEADLINE.date() + timedelta(days=9)


@pytest.fixture
async def world(database_url: str) -> AsyncIterator[World]:
    if database_url.startswith("sqlite"):
        pytest.skip("one writer at a time")
    async with world_at(database_url) as made:
        yield made


async def another_closes(world: World) -> None:
    """Another process closes what is due while this one waits."""
    other = Database(world.database.url, lambda: DEADLINE)
    assert await close_due(other) == 1
    await other.dispose()


async def test_a_reservation_lifted_while_another_process_closes_stays_in_the_count(world: World) -> None:
    row = await open_on(world, await ready(world), rule=CONSENSUS)
    vote = await cast(world, row.id, LEAD, reservations=[HELD])
    await cast(world, row.id, PARTICIPANT)
    world.clock.now = DEADLINE - timedelta(seconds=3)
    async with world.database.write() as work:
        await another_closes(world)
        counted = tally_of(await look(world, row.id))
        await lift_reservation(work, world.lead, vote.reservations[0].id)
    assert tally_of(await look(world, row.id)) == counted
    assert not counted.would_pass


async def test_a_ratification_settled_while_another_process_closes_is_certified_as_pending(
    world: World,
) -> None:
    row = await open_on(world, await ready(world))
    vote = await cast(world, row.id, LEAD, ratification_due_on=RATIFIED_BY)
    world.clock.now = DEADLINE - timedelta(seconds=3)
    async with world.database.write() as work:
        await another_closes(world)
        withdrawal = SettleRatification(vote.id, RatificationStatus.WITHDRAWN, PLENARY)
        await settle_ratification(work, world.lead, withdrawal)
    after = await look(world, row.id)
    assert [ratification_at_closing(one, after) for one in after.votes] == [RatificationStatus.PENDING]


async def test_who_closes_after_waiting_for_a_lifting_counts_it_as_lifted(world: World) -> None:
    row = await open_on(world, await ready(world), rule=CONSENSUS)
    vote = await cast(world, row.id, LEAD, reservations=[HELD])
    await cast(world, row.id, PARTICIPANT)
    await cast(world, row.id, OTHER_PARTICIPANT)
    async with world.database.write() as work:
        async with world.database.write() as first:
            await lift_reservation(first, world.lead, vote.reservations[0].id)
        await close_round(work, world.coordinator, CloseRound(row.id, Closing.CLOSE))
    closed = await look(world, row.id)
    assert (closed.status, tally_of(closed).would_pass) == ("PASSED", True)
