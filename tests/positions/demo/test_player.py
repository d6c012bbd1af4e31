"""The demo played through the services: what it leads to, and that the record proves it."""

from fractions import Fraction

import pytest
from sqlalchemy import func, select

from positions.data.municipalities import read_municipalities
from positions.demo.papers.towns import BEGUES, CASTELLDEFELS, SANT_CUGAT
from positions.demo.player import play
from positions.errors import AlreadyDone
from positions.models.events import Event
from positions.models.positions import Position
from positions.models.rounds import Round
from positions.queries.access import see_position
from positions.queries.documents import see_version_by_id
from positions.queries.members import actor_by_email
from positions.queries.pages import Window
from positions.queries.rounds import list_rounds, next_to_close, round_by_number
from positions.queries.tallies import tally_of
from positions.queries.versions import version_text
from positions.services.unit_of_work import Database
from positions.services.verification import verify
from tests.positions.demo.conftest import COHESION, NODES, NOW, PRESENT, WASTEWATER

OUTCOMES = {
    COHESION: [("BROKEN", 1, 1, 0, 0), ("PASSED", 2, 0, 0, 34), ("PASSED", 33, 1, 2, 0)],
    WASTEWATER: [("FAILED", 19, 17, 0, 0), ("PASSED", 31, 2, 3, 0)],
    NODES: [("PASSED", 1, 0, 0, 35), ("OPEN", 22, 1, 1, 0)],
}
"""Each round's status, and how many towns approved, objected, abstained, and stayed silent by consent."""


async def test_the_papers_end_where_the_scenario_says(told: Database) -> None:
    async with told.read() as session:
        stages = dict((await session.execute(select(Position.reference, Position.stage))).all())
        newest = await session.scalar(select(func.max(Event.at)))
    assert stages == {
        COHESION: "SUBMITTED",
        WASTEWATER: "SUBMITTED",
        NODES: "APPROVING",
        "AMB-PP-2026-004": "DRAFTING",
    }
    assert newest is not None
    assert newest <= NOW


async def test_the_rounds_end_as_the_scenario_says(told: Database) -> None:
    async with told.read() as session:
        actor = await actor_by_email(session, "coordinator@amb.demo", NOW)
        assert actor is not None
        for reference, outcomes in OUTCOMES.items():
            access = await see_position(session, actor, reference)
            held = (await list_rounds(session, access, Window(10))).rows
            assert [outcome(row) for row in held] == outcomes


def outcome(row: Round) -> tuple[str, int, int, int, int]:
    """A round's status and its count of towns."""
    count = tally_of(row)
    weights = (count.approving, count.objecting, count.abstaining, count.tacit)
    approving, objecting, abstaining, tacit = (weight.organizations for weight in weights)
    return row.status, approving, objecting, abstaining, tacit


async def test_the_mayors_shares_are_exact(told: Database) -> None:
    async with told.read() as session:
        actor = await actor_by_email(session, "coordinator@amb.demo", NOW)
        assert actor is not None
        access = await see_position(session, actor, COHESION)
        mayors = await round_by_number(session, access, 3)
        assert mayors is not None
        reached = [threshold.reached for threshold in tally_of(mayors).thresholds]
    people = {town.code: town.figures[-1].population for town in read_municipalities()}
    others = people[SANT_CUGAT] + people[CASTELLDEFELS] + people[BEGUES]
    assert reached == [Fraction(33, 36), 1 - Fraction(others, sum(people.values()))]


async def test_what_was_adopted_is_the_text_told(told: Database) -> None:
    async with told.read() as session:
        actor = await actor_by_email(session, "coordinator@amb.demo", NOW)
        assert actor is not None
        texts = {}
        for reference in (COHESION, WASTEWATER):
            access = await see_position(session, actor, reference)
            assert access.position.adopted_version_id is not None
            _, version = await see_version_by_id(session, actor, access.position.adopted_version_id)
            assert version.label == "v1.0"
            texts[reference] = await version_text(session, version)
    assert "en un termini de 45 dies i s'ha de publicar" in texts[COHESION]
    assert "longitud de xarxa per habitant" in texts[WASTEWATER]


async def test_the_record_proves_it(told: Database) -> None:
    assert [finding async for finding in verify(told)] == []


async def test_the_door_shows_the_vote_that_is_live(told: Database) -> None:
    async with told.read() as session:
        live = await next_to_close(session, NOW)
    assert live is not None
    assert (live.number, live.name, live.called, len(live.pending)) == (2, "Consell d'Alcaldes", 36, 12)


async def test_a_database_with_papers_is_left_alone(told: Database) -> None:
    with pytest.raises(AlreadyDone):
        await play(told.url, PRESENT)
