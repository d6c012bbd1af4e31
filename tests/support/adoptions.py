"""A paper adopted in the small world, and short ways to annex, sign, withdraw and correct.

paper, row = await adopted(world)             # Barcelona approves, L'Hospitalet all but D2, Badalona objects
await annex(world, row.id, OTHER_PARTICIPANT, StatementKind.DISSENT)
"""

from datetime import date
from typing import Any

from positions.actors import Actor
from positions.models.rounds import Round
from positions.models.statements import Statement
from positions.models.versions import Version
from positions.queries.access import see_position
from positions.queries.statements import Annexed, annexed_statements
from positions.rules import Choice
from positions.services.errata import CorrectText, correct_text, prepare_correction
from positions.services.idempotency import Key
from positions.services.signatories import WithdrawSignature, withdraw_signature
from positions.services.statements import AnnexStatement, annex_statement, sign_statement
from positions.signatories import Withdrawal
from positions.statements import StatementKind
from positions.votes import Act
from tests.support.rounds import TEXT, cast, end, open_on, ready
from tests.support.states import step
from tests.support.world import LEAD, OTHER_PARTICIPANT, PARTICIPANT, Paper, World

PLENARY = Act("Ple municipal", date(2026, 11, 23), "PLE 2026/11")
WITHDRAWAL = Withdrawal(date(2026, 11, 23), PLENARY, "El nou govern no hi és d'acord.")
CORRECTED = TEXT.replace("Un paràgraf", "Dos paràgrafs")


@step
async def adopted(world: World) -> tuple[Paper, Round]:
    """A paper that two towns approved, one of them all but D2, and the round that decided."""
    paper = await ready(world)
    row = await open_on(world, paper)
    await cast(world, row.id, LEAD)
    await cast(world, row.id, PARTICIPANT, except_ask_keys=["D2"])
    await cast(world, row.id, OTHER_PARTICIPANT, Choice.OBJECT)
    await end(world, row.id)
    return paper, row


@step
async def annex(
    world: World,
    round_id: str,
    by: str,
    kind: StatementKind = StatementKind.MINUTES,
    text: str = "Hi som, amb matisos.",
    key: Key | None = None,
    **more: Any,
) -> Statement:
    """Annex a statement as a town's delegate, or as whoever the world knows by this name."""
    async with world.database.write() as work:
        return await annex_statement(
            work, world.actors[by], AnnexStatement(round_id, kind, text, **more), key
        )


@step
async def sign(world: World, statement_id: str, by: str) -> Statement:
    """Sign a statement as a town's delegate."""
    async with world.database.write() as work:
        return await sign_statement(work, world.actors[by], statement_id)


@step
async def withdraw(
    world: World, paper: Paper, by: str, withdrawal: Withdrawal = WITHDRAWAL, code: str | None = None
) -> None:
    """Take a signature back."""
    async with world.database.write() as work:
        await withdraw_signature(work, world.actors[by], WithdrawSignature(paper.reference, withdrawal, code))


@step
async def correct(
    world: World, paper: Paper, text: str = CORRECTED, key: Key | None = None, **more: Any
) -> Version:
    """Correct the adopted text as the coordinator, unless told otherwise."""
    by = more.pop("by", "COORDINATOR")
    wish = {"document_id": paper.document_id, "reason": "Errada de transcripció", "expected_version": 1}
    request = CorrectText(**{**wish, "text": text, **more})
    prepared = await prepare_correction(world.database, world.actors[by], request, key)
    async with world.database.write() as work:
        return await correct_text(work, world.actors[by], prepared, key)


async def annexed(world: World, paper: Paper, actor: Actor) -> list[Annexed]:
    """What is annexed to a paper, as somebody sees it."""
    async with world.database.read() as session:
        return await annexed_statements(session, await see_position(session, actor, paper.reference))
