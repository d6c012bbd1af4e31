"""The demo played through the services: what it leads to, and that the record proves it."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select

from positions.demo.player import play
from positions.errors import AlreadyDone
from positions.models.events import Event
from positions.models.positions import Position
from positions.models.rounds import Round, Vote
from positions.queries.documents import see_version_by_id
from positions.queries.members import actor_by_email
from positions.queries.versions import version_text
from positions.services.reference_data import load
from positions.services.unit_of_work import Database
from positions.services.verification import verify

pytestmark = pytest.mark.anyio

PRESENT = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
async def told(database_url: str) -> AsyncIterator[Database]:
    database = Database(database_url, lambda: NOW)
    async with database.write() as work:
        await load(work)
    await play(database_url, PRESENT)
    yield database
    await database.dispose()


async def test_the_papers_end_where_the_scenario_says_and_the_record_proves_it(told: Database) -> None:
    async with told.read() as session:
        stages = dict((await session.execute(select(Position.reference, Position.stage))).all())
        rounds = list(await session.scalars(select(Round).order_by(Round.number)))
        approvals = [
            await session.scalar(
                select(func.count()).where(
                    Vote.round_id == held.id, Vote.choice == "APPROVE", Vote.replaced_at.is_(None)
                )
            )
            for held in rounds
        ]
        adopted = await session.scalar(select(Position).where(Position.stage == "ADOPTED"))
        actor = await actor_by_email(session, "coordinator@amb.demo", told.clock())
        assert adopted is not None
        assert adopted.adopted_version_id is not None
        assert actor is not None
        _, version = await see_version_by_id(session, actor, adopted.adopted_version_id)
        text = await version_text(session, version)
        newest = await session.scalar(select(func.max(Event.at)))
    assert sorted(stages.values()) == ["ADOPTED", "DRAFTING", "PROPOSED"]
    assert [(held.status, count) for held, count in zip(rounds, approvals, strict=True)] == [
        ("FAILED", 19),
        ("PASSED", 31),
    ]
    assert version.label == "v1.0"
    assert "longitud de xarxa per habitant" in text
    assert newest is not None
    assert newest.date() <= PRESENT + timedelta(days=1)
    assert [finding async for finding in verify(told)] == []


async def test_a_database_with_papers_is_left_alone(told: Database) -> None:
    with pytest.raises(AlreadyDone):
        await play(told.url, PRESENT)
