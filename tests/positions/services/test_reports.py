"""The closing report: who writes conclusions and when, who reads it, and what of it the public never sees before the end."""

from datetime import UTC, datetime

import pytest

from positions.actors import ANONYMOUS, Actor
from positions.errors import Forbidden, Invalid, NotFound, StageForbids, Stale
from positions.lifecycle import Action
from positions.models.uptakes import Conclusion
from positions.queries.access import see_position
from positions.queries.reports import Occasion, conclusions_of, report_of
from positions.reports import Report
from positions.rounds import RoundStatus
from positions.services.reports import WriteConclusion, write_conclusion
from positions.services.verification import verify
from positions.uptakes import UptakeStatus
from tests.support.followups import adopted, observe, submitted
from tests.support.world import LEAD, OUTSIDER, Paper, World, move


async def write(
    world: World,
    paper: Paper,
    text: str,
    language: str = "ca",
    *,
    expected: datetime | None = None,
    actor: Actor | None = None,
) -> Conclusion:
    async with world.database.write() as work:
        request = WriteConclusion(paper.reference, language, text, expected)
        return await write_conclusion(work, actor or world.coordinator, request)


async def read(world: World, paper: Paper, actor: Actor, language: str = "ca") -> Report:
    async with world.database.read() as session:
        access = await see_position(session, actor, paper.reference)
        return await report_of(session, access, Occasion(language, world.clock.now))


async def concluded(world: World, paper: Paper, actor: Actor) -> dict[str, str]:
    async with world.database.read() as session:
        access = await see_position(session, actor, paper.reference)
        return {row.language: row.text for row in await conclusions_of(session, access)}


async def test_conclusions_are_written_by_language_and_recorded(world: World) -> None:
    paper = await submitted(world)
    await write(world, paper, " Hem fet camí.\r\n")
    first = await write(world, paper, "We got somewhere.", "EN")
    assert first.language == "en"
    await write(world, paper, "We got further.", "en", expected=first.written_at)
    assert await concluded(world, paper, world.outsider) == {"ca": "Hem fet camí.", "en": "We got further."}
    assert [finding async for finding in verify(world.database, paper.reference)] == []


async def test_nobody_overwrites_what_they_have_not_seen(world: World) -> None:
    paper = await submitted(world)
    await write(world, paper, "Una")
    for expected in (None, datetime(2026, 1, 1, tzinfo=UTC)):
        with pytest.raises(Stale, match="conclusion_changed"):
            await write(world, paper, "Una altra", expected=expected)
    with pytest.raises(Invalid, match="text_blank"):
        await write(world, paper, " ", "es")
    assert await concluded(world, paper, world.coordinator) == {"ca": "Una"}


async def test_only_a_coordinator_writes_while_the_follow_up_is_open(world: World) -> None:
    with pytest.raises(StageForbids):
        await write(world, await adopted(world), "Massa aviat")
    paper = await submitted(world)
    for name in (LEAD, OUTSIDER, "OBSERVER", "ADMINISTRATOR"):
        with pytest.raises(Forbidden):
            await write(world, paper, "No", actor=world.actors[name])
    await move(world, paper, Action.CLOSE)
    with pytest.raises(StageForbids):
        await write(world, paper, "Massa tard")


async def test_the_report_tells_what_is_known(world: World) -> None:
    paper = await submitted(world)
    await observe(world, paper, "D1", "EP", UptakeStatus.NOTED, evidence="Un esment")
    await write(world, paper, "Hem fet camí.")
    report = await read(world, paper, world.coordinator, "en")
    assert (report.title, report.language, report.is_final) == ("Aigües residuals urbanes", "en", False)
    assert [ask.key for ask in report.asks] == ["D1", "D2"]
    assert [(one.number, one.status, one.approving) for one in report.rounds] == [(1, RoundStatus.PASSED, 3)]
    assert [one.name for one in report.signatories] == ["Badalona", "Barcelona", "l'Hospitalet de Llobregat"]
    assert [(one.ask, one.institution, one.evidence) for one in report.uptakes] == [
        ("D1", "European Parliament", "Un esment")
    ]
    assert report.conclusions == "Hem fet camí."
    assert (report.votes.hits, report.votes.of) == (3, 3)
    assert report.addressees == ("European Commission", "European Parliament")


async def test_the_public_reads_it_once_published_and_closed(world: World) -> None:
    paper = await submitted(world)
    await write(world, paper, "Hem fet camí.")
    await move(world, paper, Action.PUBLISH)
    with pytest.raises(NotFound, match="report_unknown"):
        await read(world, paper, ANONYMOUS)
    assert await concluded(world, paper, ANONYMOUS) == {}
    await move(world, paper, Action.CLOSE)
    report = await read(world, paper, ANONYMOUS)
    assert report.is_final
    assert [one.stage for one in report.stages] == ["ADOPTED", "SUBMITTED", "CLOSED"]
    assert (report.conclusions, report.facts.steps) == ("Hem fet camí.", None)
    await move(world, paper, Action.UNPUBLISH)
    with pytest.raises(NotFound):
        await read(world, paper, ANONYMOUS)


async def test_before_the_submission_there_is_no_report(world: World) -> None:
    paper = await adopted(world)
    with pytest.raises(NotFound, match="report_unknown"):
        await read(world, paper, world.coordinator)
