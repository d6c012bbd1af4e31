"""`verify` proves the adopted version, its errata, statements and withdrawals, and finds what was changed behind them."""

import pytest
from sqlalchemy import text

from positions.models.append_only import create_statements, drop_statements
from positions.services.verification import verify
from positions.statements import StatementKind
from tests.support.adoptions import CORRECTED, adopted, annex, correct, sign, withdraw
from tests.support.dossiers import ENGLISH
from tests.support.states import step
from tests.support.translations import add, approve, save, translate_all
from tests.support.world import LEAD, OTHER_PARTICIPANT, PARTICIPANT, World


@step
async def played(world: World) -> None:
    """A paper with a dissent, a joint statement that both signed, a withdrawal and two corrections."""
    paper, row = await adopted(world)
    await annex(world, row.id, OTHER_PARTICIPANT, StatementKind.DISSENT)
    joint = await annex(world, row.id, LEAD, organization_codes=[LEAD, PARTICIPANT, OTHER_PARTICIPANT])
    await sign(world, joint.id, PARTICIPANT)
    await withdraw(world, paper, PARTICIPANT)
    await correct(world, paper)
    await correct(world, paper, CORRECTED.replace("riu", "mar"), expected_version=2)


async def differences(world: World) -> list[str]:
    return [found.difference async for found in verify(world.database)]


async def test_what_nobody_touched_holds(world: World) -> None:
    await played(world)
    assert await differences(world) == []


@pytest.mark.parametrize(
    ("change", "difference"),
    [
        (
            "UPDATE statements SET text = 'Una altra cosa.' WHERE number = 1",
            "statement 1: the record tells of another",
        ),
        (
            "UPDATE statements SET kind = 'MINUTES' WHERE number = 1",
            "statement 1: the record tells of another",
        ),
        (
            "UPDATE statement_signatures SET signed_at = (SELECT annexed_at FROM statements WHERE number = 1)",
            f"statement 2: the record tells otherwise of {OTHER_PARTICIPANT}",
        ),
        (
            "UPDATE signature_withdrawals SET withdrawn_on = '2026-11-24'",
            f"the withdrawal of {PARTICIPANT}: the record tells of another",
        ),
        (
            "UPDATE signature_withdrawals SET reason = NULL",
            f"the withdrawal of {PARTICIPANT}: the record tells of another",
        ),
        ("DELETE FROM signature_withdrawals", f"the withdrawal of {PARTICIPANT} is missing"),
        (
            "UPDATE versions SET erratum_reason = NULL WHERE number = 2",
            "version 2: the record announced another",
        ),
        (
            "UPDATE versions SET erratum_reason = 'Una errada' WHERE number = 1",
            "version 1: the record announced another",
        ),
        (
            "UPDATE positions SET adopted_version_id = (SELECT id FROM versions WHERE number = 1)",
            "the record tells of another adopted version",
        ),
    ],
)
async def test_what_was_changed_is_found(world: World, change: str, difference: str) -> None:
    """As somebody with the database's password would change it: the triggers off, and on again."""
    await played(world)
    dialect = "sqlite" if world.database.is_sqlite else "postgresql"
    async with world.database.write() as work:
        for statement in (*drop_statements(dialect), change, *create_statements(dialect)):
            await work.session.execute(text(statement))
    assert await differences(world) == [difference]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE documents SET approved_version_id = NULL WHERE language = 'en'",
        "UPDATE documents SET approved_version_id = (SELECT max(id) FROM versions) WHERE language = 'en'",
        "UPDATE documents SET approved_source_id = 'ver_another' WHERE language = 'en'",
    ],
)
async def test_another_approved_translation_is_found(world: World, change: str) -> None:
    paper, _ = await adopted(world)
    english = await add(world, paper)
    await translate_all(world, english, ENGLISH.replace("\n- ", "\n\n- "))
    await approve(world, english, await save(world, english))
    await save(world, english)
    assert await differences(world) == []
    async with world.database.write() as work:
        await work.session.execute(text(change))
    assert await differences(world) == ["the record tells of another approved text in en"]
