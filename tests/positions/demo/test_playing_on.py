"""The demo played on: the twelve towns that are still pending answer as the scenario tells, and the round ends by itself."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime

import pytest

from positions.demo.papers import towns
from positions.mandates import Mandate, MandateKind
from positions.models.rounds import Round
from positions.queries.access import see_position
from positions.queries.members import actor_by_email
from positions.queries.rounds import round_by_number
from positions.queries.tallies import tally_of
from positions.rules import Choice
from positions.services.closing import close_due
from positions.services.unit_of_work import Database
from positions.services.verification import verify
from positions.services.votes import CastVote, cast_vote
from positions.tallies import Tally
from tests.positions.demo.conftest import NODES
from tests.support.databases import Templates

LATER = datetime(2026, 12, 3, 11, tzinfo=UTC)
DEADLINE = datetime(2026, 12, 4, 13, tzinfo=UTC)
MANDATE = Mandate(MandateKind.GOVERNMENT_BOARD, date(2026, 12, 2))
ANSWERS = {
    towns.BARCELONA: Choice.APPROVE,
    towns.SANT_CUGAT: Choice.APPROVE,
    towns.MOLINS: Choice.APPROVE,
    towns.PALLEJA: Choice.APPROVE,
    towns.BEGUES: Choice.APPROVE,
    towns.TORRELLES: Choice.APPROVE,
    towns.PAPIOL: Choice.APPROVE,
    towns.SANT_ANDREU: Choice.OBJECT,
    towns.CORBERA: Choice.OBJECT,
    towns.MONTGAT: Choice.ABSTAIN,
    towns.BADALONA: Choice.ABSTAIN,
    towns.GAVA: Choice.ABSTAIN,
}


class Clock:
    """The present, set by hand."""

    now = LATER

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
async def stage(played: str, database_template: Templates) -> AsyncIterator[Database]:
    """The demo's database, a copy of its own, some days later."""
    url = database_template.copy(played)
    database = Database(url, Clock())
    yield database
    await database.dispose()
    database_template.remove(url)


async def the_round(database: Database) -> tuple[str, Round]:
    """The paper's stage, and its round of the mayors."""
    async with database.read() as session:
        actor = await actor_by_email(session, "coordinator@amb.demo", database.clock())
        assert actor is not None
        access = await see_position(session, actor, NODES)
        row = await round_by_number(session, access, 2)
        assert row is not None
        return access.position.stage, row


def shares(count: Tally) -> list[float]:
    """What each threshold has reached, in per cent as one prints it."""
    return [round(float(threshold.reached) * 100, 2) for threshold in count.thresholds]


async def answer(database: Database, round_id: str, code: str, choice: Choice) -> None:
    """A town's vote."""
    async with database.write() as work:
        actor = await actor_by_email(work.session, f"delegate@{code}.demo", work.now)
        assert actor is not None
        await cast_vote(work, actor, CastVote(round_id, choice, MANDATE))


async def test_the_round_is_undecided_with_twelve_pending(stage: Database) -> None:
    _, row = await the_round(stage)
    count = tally_of(row)
    assert (count.pending.organizations, count.would_pass, count.decided) == (12, False, False)
    assert shares(count) == [61.11, 35.30]


async def test_the_pending_towns_answer_and_the_paper_is_adopted(stage: Database) -> None:
    _, row = await the_round(stage)
    for code, choice in ANSWERS.items():
        await answer(stage, row.id, code, choice)
    assert isinstance(stage.clock, Clock)
    stage.clock.now = DEADLINE
    assert await close_due(stage) == 1
    paper_stage, closed = await the_round(stage)
    count = tally_of(closed)
    assert (paper_stage, closed.status) == ("ADOPTED", "PASSED")
    weights = (count.approving, count.objecting, count.abstaining, count.pending)
    assert [weight.organizations for weight in weights] == [29, 3, 4, 0]
    assert shares(count) == [80.56, 89.63]
    assert [finding async for finding in verify(stage)] == []
