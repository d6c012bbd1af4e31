"""`verify` proves uptakes and conclusions, and finds what was changed behind them."""

import pytest
from sqlalchemy import text

from positions.services.reports import WriteConclusion, write_conclusion
from positions.services.verification import verify
from positions.uptakes import UptakeStatus
from tests.support.followups import observe, submitted
from tests.support.states import step
from tests.support.world import World


@step
async def played(world: World) -> None:
    """A paper with an uptake that replaced another, a second one, and a conclusion that was written twice."""
    paper = await submitted(world)
    await observe(world, paper, "D1", "EC", UptakeStatus.NOTED, evidence="Pàgina 3.")
    await observe(world, paper, "D1", "EC", UptakeStatus.TAKEN_UP, evidence="Article 4.")
    await observe(world, paper, "D2", "EP", UptakeStatus.REJECTED)
    request = WriteConclusion(paper.reference, "ca", "Cal insistir.")
    async with world.database.write() as work:
        written_at = (await write_conclusion(work, world.coordinator, request)).written_at
    again = WriteConclusion(paper.reference, "ca", "Ja hi és.", written_at)
    async with world.database.write() as work:
        await write_conclusion(work, world.coordinator, again)


async def differences(world: World) -> set[str]:
    return {found.difference async for found in verify(world.database)}


async def test_a_followup_that_nobody_touched_holds(world: World) -> None:
    await played(world)
    assert await differences(world) == set()


D1, D2 = (f"the uptake of {cell}: the record tells of another" for cell in ("D1 by EC", "D2 by EP"))
CONCLUSION = "the conclusion in ca: the record tells of another"


@pytest.mark.parametrize(
    ("change", "difference"),
    [
        ("UPDATE uptakes SET status = 'TAKEN_UP' WHERE ask_key = 'D2'", D2),
        ("UPDATE uptakes SET evidence = 'Article 5.' WHERE status = 'TAKEN_UP'", D1),
        ("UPDATE uptakes SET evidence_url = 'https://example.org' WHERE ask_key = 'D2'", D2),
        ("UPDATE uptakes SET observed_on = '2026-01-01' WHERE ask_key = 'D2'", D2),
        ("UPDATE uptakes SET status = 'REJECTED' WHERE replaced_at IS NOT NULL", D1),
        ("UPDATE uptakes SET replaced_at = recorded_at WHERE ask_key = 'D2'", D2),
        ("UPDATE uptakes SET membership_id = (SELECT id FROM memberships WHERE role = 'OBSERVER')", D2),
        ("DELETE FROM uptakes WHERE ask_key = 'D2'", "an uptake of D2 by EP is missing"),
        ("UPDATE conclusions SET text = 'Cal insistir.'", CONCLUSION),
        ("UPDATE conclusions SET language = 'es'", "the conclusion in ca is missing"),
        ("DELETE FROM conclusions", "the conclusion in ca is missing"),
    ],
)
async def test_a_changed_followup_shows(world: World, change: str, difference: str) -> None:
    await played(world)
    async with world.database.write() as work:
        await work.session.execute(text(change))
    assert difference in await differences(world)
