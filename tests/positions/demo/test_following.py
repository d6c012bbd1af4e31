"""The demo played to its end: texts in three languages, statements, dossiers and answers, as anybody may read them."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from positions.actors import ANONYMOUS
from positions.asks import asks
from positions.demo.papers.towns import CERVELLO, SANT_CUGAT, TORRELLES
from positions.publishing.dossiers import faults, pack
from positions.queries.access import Access, see_position
from positions.queries.statements import annexed_statements
from positions.queries.submissions import sealed_files, submissions_of
from positions.queries.translations import approved_versions
from positions.queries.uptakes import uptakes_of
from positions.queries.versions import version_text
from positions.services.unit_of_work import Database
from tests.positions.demo.conftest import COHESION, WASTEWATER

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
