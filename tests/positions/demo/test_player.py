"""The demo played through the services: what it leads to, what anybody may read of it, and how it goes on. One file, so that it is played once."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from positions.actors import ANONYMOUS
from positions.asks import asks
from positions.data.municipalities import read_municipalities
from positions.demo.papers import towns
from positions.demo.papers.towns import BEGUES, CASTELLDEFELS, CERVELLO, SANT_CUGAT, TORRELLES
from positions.demo.player import play
from positions.errors import AlreadyDone
from positions.mandates import Mandate, MandateKind
from positions.models.events import Event
from positions.models.positions import Position
from positions.models.rounds import Round
from positions.publishing.dossiers import faults, pack
from positions.queries.access import Access, see_position
from positions.queries.documents import see_version_by_id
from positions.queries.members import actor_by_email
from positions.queries.pages import Window
from positions.queries.rounds import list_rounds, next_to_close, round_by_number
from positions.queries.statements import annexed_statements
from positions.queries.submissions import sealed_files, submissions_of
from positions.queries.tallies import tally_of
from positions.queries.translations import approved_versions
from positions.queries.uptakes import uptakes_of
from positions.queries.versions import version_text
from positions.rules import Choice
from positions.services.closing import close_due
from positions.services.unit_of_work import Database
from positions.services.verification import verify
from positions.services.votes import CastVote, cast_vote
from positions.tallies import Tally
from tests.positions.demo.conftest import COHESION, NODES, NOW, PRESENT, WASTEWATER
from tests.support.databases import Templates, copy_of

# Each verb of the story is tested on both engines, and a whole paper goes through both in tests/examples.
pytestmark = pytest.mark.one_engine

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


each = pytest.mark.parametrize("reference", [COHESION, WASTEWATER])


@dataclass
class Reading:
    """A session of anybody's."""

    session: AsyncSession

    async def access(self, reference: str) -> Access:
        """The published position."""
        return await see_position(self.session, ANONYMOUS, reference)


@pytest.fixture
async def reading(told: Database) -> AsyncIterator[Reading]:
    async with told.read() as session:
        yield Reading(session)


@each
async def test_the_adopted_text_stands_in_three_languages(reading: Reading, reference: str) -> None:
    access = await reading.access(reference)
    found = await approved_versions(reading.session, access.position)
    assert set(found) == {"ca", "es", "en"}
    for version in found.values():
        text = await version_text(reading.session, version)
        assert [ask.key for ask in asks(text)] == ["D1", "D2", "D3", "D4", "D5"]


@each
async def test_every_dossier_proves_itself(reading: Reading, reference: str) -> None:
    access = await reading.access(reference)
    sent = await submissions_of(reading.session, access)
    assert len(sent) == {COHESION: 4, WASTEWATER: 5}[reference]
    for submission in sent:
        files = {file.name: file.content for file in await sealed_files(reading.session, submission.id)}
        assert faults(pack(files)) == ()
        assert [reply.kind for reply in submission.replies] == ["RECEIPT"]
        assert submission.external_reference


async def test_the_ministry_is_written_to_in_spanish(reading: Reading) -> None:
    sent = await submissions_of(reading.session, await reading.access(WASTEWATER))
    languages = {one.institution.code: {version.language for version in one.versions} for one in sent}
    assert languages.pop("ES_MITECO") == {"es", "ca"}
    assert all(found == {"en", "ca"} for found in languages.values())


@pytest.mark.parametrize(
    ("reference", "annexed"),
    [
        (COHESION, [("MINUTES", SANT_CUGAT)]),
        (WASTEWATER, [("DISSENT", TORRELLES), ("MINUTES", CERVELLO)]),
    ],
)
async def test_statements_are_published_with_the_text(
    reading: Reading, reference: str, annexed: list[tuple[str, str]]
) -> None:
    found = await annexed_statements(reading.session, await reading.access(reference))
    assert [(one.row.kind, *(town.code for town in one.signed)) for one in found] == annexed


async def test_what_came_of_the_asks(reading: Reading) -> None:
    seen = await uptakes_of(reading.session, await reading.access(COHESION))
    assert {(one.ask_key, one.institution.code, one.status, one.observed_on) for one in seen} == {
        ("D3", "EP_REGI", "PARTLY_TAKEN_UP", date(2026, 10, 14)),
        ("D1", "EP_REGI", "NOTED", date(2026, 10, 14)),
    }
    assert await uptakes_of(reading.session, await reading.access(WASTEWATER)) == []


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
    async with copy_of(database_template, played, Clock()) as database:
        yield database


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
