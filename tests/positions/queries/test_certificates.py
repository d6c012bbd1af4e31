"""A closed round as its certificate: exact shares, every elector, the record's entry; for closed rounds one may see."""

from fractions import Fraction

import pytest
from sqlalchemy import select

from positions.actors import Actor
from positions.certificates import Certificate
from positions.errors import Conflict, NotFound
from positions.lifecycle import Action
from positions.models.events import Event
from positions.queries.access import see_position
from positions.queries.certificates import certificate_of
from positions.reservations import Reservation, ReservationKind
from positions.rules import Choice
from tests.support.adoptions import adopted
from tests.support.rounds import cast, end, open_on, ready
from tests.support.world import LEAD, OTHER_PARTICIPANT, PARTICIPANT, Paper, World, move


async def certified(world: World, paper: Paper, actor: Actor | None = None, number: int = 1) -> Certificate:
    async with world.database.read() as session:
        access = await see_position(session, actor or world.coordinator, paper.reference)
        return await certificate_of(session, access, number)


async def test_it_tells_the_whole_round(world: World) -> None:
    paper, _ = await adopted(world)
    found = await certified(world, paper)
    assert (found.status, found.number, found.preset) == ("PASSED", 1, "SIMPLE_MAJORITY")
    (condition,) = found.conditions
    assert (condition.amount, condition.base, condition.reached) == (2, 3, Fraction(2, 3))
    assert [(vote.name, vote.choice, vote.except_asks) for vote in found.votes] == [
        ("Badalona", "OBJECT", ()),
        ("Barcelona", "APPROVE", ()),
        ("l'Hospitalet de Llobregat", "APPROVE", ("D2",)),
    ]
    assert found.votes[0].population == 225_957
    assert found.closed_by is not None


async def test_the_entry_is_that_of_the_closing_in_the_record(world: World) -> None:
    paper, _ = await adopted(world)
    found = await certified(world, paper)
    async with world.database.read() as session:
        chain = select(Event).where(Event.chain == paper.id, Event.tag == "round:closed")
        event = (await session.scalars(chain)).one()
    assert (found.entry.sequence, found.entry.hash) == (event.sequence, event.hash)


async def test_there_is_none_before_the_round_has_closed_nor_of_one_that_does_not_exist(world: World) -> None:
    paper = await ready(world)
    await open_on(world, paper)
    with pytest.raises(Conflict, match="certificate_not_yet"):
        await certified(world, paper)
    for number in (2, 10**30):
        with pytest.raises(NotFound, match="round_unknown"):
            await certified(world, paper, number=number)


async def test_the_public_reads_it_once_published_without_the_reservations_and_the_mandates(
    world: World,
) -> None:
    paper = await ready(world)
    row = await open_on(world, paper)
    held = [Reservation(ReservationKind.SUBSTANTIVE, "Cal més concreció.", ask_key="D1")]
    await cast(world, row.id, LEAD)
    await cast(world, row.id, PARTICIPANT, reservations=held)
    await cast(world, row.id, OTHER_PARTICIPANT, Choice.ABSTAIN)
    await end(world, row.id)
    read = await certified(world, paper)
    assert [one.reason for one in read.reservations] == ["Cal més concreció."]
    assert all(vote.mandate for vote in read.votes)
    anonymous = world.actors["ANONYMOUS"]
    with pytest.raises(NotFound):
        await certified(world, paper, anonymous)
    await move(world, paper, Action.PUBLISH)
    public = await certified(world, paper, anonymous)
    assert public.reservations == ()
    assert [vote.mandate for vote in public.votes] == [None, None, None]
