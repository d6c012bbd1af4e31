"""Which reservations still stand, what they quote, and which of them may be lifted because the text says what they wish."""

from positions.queries.access import see_position
from positions.queries.reservations import quotes, standing_reservations, wishes_reached
from positions.queries.tasks import tasks_of
from positions.reservations import Reservation as Condition
from positions.reservations import ReservationKind
from positions.rules import Choice
from positions.tasks import TaskKind
from tests.support.rounds import TEXT, cast, open_on
from tests.support.survivals import BETTER, amend, first_round, lift, void
from tests.support.world import LEAD, OUTSIDER, PARTICIPANT, Paper, World, write

WISH = "que hi hagi un pla a deu anys"
ON_ASK = Condition(ReservationKind.SUBSTANTIVE, "Sense termini no serveix", WISH, ask_key="D1")
PLACE = TEXT.index("sobre el riu")
ON_PASSAGE = Condition(ReservationKind.LINGUISTIC, "Mal dit", start=PLACE, end=PLACE + len("sobre el riu"))


async def held(world: World, paper: Paper, name: str = "COORDINATOR") -> list[tuple[int, str, str]]:
    """Round, holder and reason of every reservation that somebody sees standing."""
    async with world.database.read() as session:
        access = await see_position(session, world.actors[name], paper.reference)
        return [
            (one.round.number, one.vote.organization.code, one.reservation.reason)
            for one in await standing_reservations(session, access)
        ]


async def reached(world: World, *ids: str) -> frozenset[str]:
    async with world.database.read() as session:
        return await wishes_reached(session, ids)


async def liftings(world: World, name: str) -> list[int]:
    """How many reservations somebody is asked to lift, by task."""
    async with world.database.read() as session:
        found = await tasks_of(session, world.actors[name], world.clock.now)
        return [one.count for one in found if one.kind is TaskKind.LIFT_RESERVATION]


async def test_a_wish_is_reached_when_the_draft_says_it_and_stays_so_in_the_version(world: World) -> None:
    paper, row = await first_round(world)
    one = (await cast(world, row.id, LEAD, reservations=[ON_ASK])).reservations[0].id
    await void(world, row)
    assert await reached(world, one) == frozenset()
    await write(world, paper, BETTER, world.coordinator)
    assert await reached(world, one) == {one}
    await amend(world, paper, BETTER + "\nFi.\n")
    assert await reached(world, one) == {one}
    await lift(world, LEAD, one)
    assert await reached(world, one) == frozenset()


async def test_the_holder_alone_is_asked_to_lift_what_the_text_has_reached(world: World) -> None:
    paper, row = await first_round(world)
    vote = await cast(world, row.id, LEAD, reservations=[ON_ASK, ON_PASSAGE])
    await void(world, row)
    assert await liftings(world, LEAD) == []
    await amend(world, paper)
    assert await liftings(world, LEAD) == [1]
    for other in (PARTICIPANT, "COORDINATOR", "OBSERVER"):
        assert await liftings(world, other) == []
    await lift(world, LEAD, vote.reservations[0].id)
    assert await liftings(world, LEAD) == []


async def test_a_newer_vote_leaves_nothing_to_lift_of_the_earlier(world: World) -> None:
    paper, row = await first_round(world)
    await cast(world, row.id, LEAD, reservations=[ON_ASK])
    await void(world, row)
    again = await open_on(world, paper, version_number=await amend(world, paper))
    assert await liftings(world, LEAD) == [1]
    await cast(world, again.id, LEAD)
    assert await liftings(world, LEAD) == []
    assert await held(world, paper) == []


async def test_the_next_version_sees_what_still_stands_by_each_towns_last_vote(world: World) -> None:
    paper, row = await first_round(world)
    await cast(world, row.id, PARTICIPANT, Choice.OBJECT, reservations=[ON_ASK])
    await cast(world, row.id, PARTICIPANT, reservations=[ON_PASSAGE])
    lifted = await cast(world, row.id, LEAD, reservations=[ON_ASK])
    await lift(world, LEAD, lifted.reservations[0].id)
    await void(world, row)
    assert await held(world, paper) == [(1, PARTICIPANT, "Mal dit")]
    assert await held(world, paper, OUTSIDER) == [(1, PARTICIPANT, "Mal dit")]


async def test_a_passage_is_quoted_as_it_was_voted_on(world: World) -> None:
    paper, row = await first_round(world)
    ask, passage = (await cast(world, row.id, LEAD, reservations=[ON_ASK, ON_PASSAGE])).reservations
    await void(world, row)
    await amend(world, paper, "# Tot nou\n\nUn altre text.\n")
    async with world.database.read() as session:
        assert await quotes(session, [ask.id, passage.id]) == {passage.id: "sobre el riu"}
