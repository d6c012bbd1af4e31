"""A version as it is printed: who signed, what is annexed, what it is called, and for whom."""

from datetime import date

from positions.actors import Actor
from positions.lifecycle import Action
from positions.papers import Paper as Printed
from positions.papers import PaperStatus
from positions.queries.access import see_position
from positions.queries.amendment_tables import amendment_table
from positions.queries.documents import see_version
from positions.queries.papers import paper_of
from positions.services.amendments import ProposeAmendment, propose_amendment
from positions.statements import StatementKind
from tests.support.adoptions import adopted, annex, correct, withdraw
from tests.support.rounds import TEXT, open_on, ready
from tests.support.world import LEAD, OTHER_PARTICIPANT, PARTICIPANT, Paper, World, move


async def printed(world: World, paper: Paper, number: int = 1, actor: Actor | None = None) -> Printed:
    async with world.database.read() as session:
        access = await see_position(session, actor or world.coordinator, paper.reference)
        version = await see_version(session, access, paper.document_id, number)
        assert version is not None
        return await paper_of(session, access, version)


async def test_before_the_vote_it_is_a_draft_that_nobody_signed(world: World) -> None:
    paper = await ready(world)
    found = await printed(world, paper)
    assert (found.status, found.signatories, found.adopted_on) == (PaperStatus.DRAFT, (), None)
    assert found.text == TEXT
    assert found.participants == ("Badalona", "Barcelona", "l'Hospitalet de Llobregat")


async def test_while_it_is_voted_on_it_is_frozen(world: World) -> None:
    paper = await ready(world)
    await open_on(world, paper)
    assert (await printed(world, paper)).status is PaperStatus.FROZEN


async def test_once_adopted_it_has_signatories_with_exceptions_and_withdrawals_and_statements(
    world: World,
) -> None:
    paper, row = await adopted(world)
    await annex(world, row.id, OTHER_PARTICIPANT, StatementKind.DISSENT, text="No hi estem d'acord.")
    await withdraw(world, paper, LEAD)
    found = await printed(world, paper)
    assert found.status is PaperStatus.ADOPTED
    assert [(one.name, one.is_standing, one.signature.except_asks) for one in found.signatories] == [
        ("Barcelona", False, ()),
        ("l'Hospitalet de Llobregat", True, ("D2",)),
    ]
    assert [(one.kind, one.text, one.signed_by) for one in found.statements] == [
        ("DISSENT", "No hi estem d'acord.", ("Badalona",))
    ]
    assert found.date == found.adopted_on == date(2026, 11, 23)


async def test_a_corrected_text_says_so_and_so_does_the_one_it_corrects(world: World) -> None:
    paper, _ = await adopted(world)
    await correct(world, paper)
    before, after = await printed(world, paper), await printed(world, paper, 2)
    assert (before.status, after.status) == (PaperStatus.SUPERSEDED, PaperStatus.CORRECTED)
    assert after.erratum_reason == "Errada de transcripció"
    assert len(after.signatories) == 2


async def test_the_public_prints_what_is_published(world: World) -> None:
    paper, _ = await adopted(world)
    await move(world, paper, Action.PUBLISH)
    found = await printed(world, paper, actor=world.actors["ANONYMOUS"])
    assert len(found.signatories) == 2


async def test_amendments_stand_under_the_heading_of_their_passage(world: World) -> None:
    paper = await ready(world, "# T\n\nInici.\n\n## Què demanem\n\nUn fons de compensació.\n")
    start = "# T\n\nInici.\n\n## Què demanem\n\n".__len__()
    request = ProposeAmendment(paper.document_id, 1, start, start + len("Un fons"), "Dos fons", "Perquè sí.")
    async with world.database.write() as work:
        await propose_amendment(work, world.actors[PARTICIPANT], request)
    async with world.database.read() as session:
        access = await see_position(session, world.coordinator, paper.reference)
        table = await amendment_table(session, access)
    (one,) = table.amendments
    assert (one.target, one.version, one.original, one.proposed) == (
        "Què demanem",
        "1",
        "Un fons",
        "Dos fons",
    )
    assert one.authors == ("l'Hospitalet de Llobregat",)
