"""Published positions as whole values: all that is public is there, nothing else is, and many cost as little as one."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta

from sqlalchemy import event, select

from positions.lifecycle import Action
from positions.models.organizations import Organization
from positions.models.statements import SignatureWithdrawal
from positions.queries.adoptions import adoptions_by_id
from positions.queries.facets import public_facets
from positions.queries.pages import Window
from positions.queries.positions import PositionFilter
from positions.queries.publications import find_publication, public_mark, publication_page, publications
from positions.uptakes import UptakeStatus
from tests.support.publications import adopt, publish
from tests.support.world import LEAD, OTHER_PARTICIPANT, OUTSIDER, PARTICIPANT, World, move


async def found(world: World, **wanted: object) -> list[str]:
    async with world.database.read() as session:
        rows = await publications(session, PositionFilter(**wanted))  # type: ignore[arg-type]  # by name
    return [one.reference for one in rows]


async def test_a_publication_tells_all_that_is_public(world: World) -> None:
    paper = await publish(world)
    async with world.database.read() as session:
        publication = await find_publication(session, paper.reference)
    assert publication is not None
    adoption = publication.adoption
    assert publication.title("en") == "Aigües residuals (en)"
    assert publication.summary("en") == "Resum de Aigües residuals."
    assert [one.code for one in publication.subjects] == ["52"]
    assert [one.code for one in publication.addressees] == ["EC"]
    assert [one.organization.code for one in adoption.signatories] == [LEAD, PARTICIPANT]
    assert adoption.signatories[0].except_ask_keys == ("D2",)
    assert [one.organization.code for one in adoption.votes] == [OTHER_PARTICIPANT, LEAD, PARTICIPANT]
    assert [one.language for one in adoption.texts] == ["ca"]
    assert [one.organizations[0].code for one in adoption.statements] == [OTHER_PARTICIPANT]
    (submission,) = adoption.submissions
    assert (submission.institution.code, submission.languages) == ("EC", ("ca",))
    assert [reply.kind for reply in submission.replies] == ["RECEIPT"]
    assert [(one.ask_key, one.status) for one in adoption.uptakes] == [("D1", UptakeStatus.TAKEN_UP)]


async def test_what_is_not_published_does_not_exist(world: World) -> None:
    paper = await adopt(world)
    async with world.database.read() as session:
        assert await find_publication(session, paper.reference) is None
        assert await adoptions_by_id(session, [paper.id]) == {}
        assert (await public_mark(session)).count == 0
        facets = await public_facets(session)
    assert (facets.subjects, facets.institutions, facets.organizations, facets.years) == ([], [], [], [])
    await move(world, paper, Action.PUBLISH)
    async with world.database.read() as session:
        assert await find_publication(session, paper.reference) is not None
        assert (await public_mark(session)).count == 1
    await move(world, paper, Action.UNPUBLISH)
    async with world.database.read() as session:
        assert await find_publication(session, paper.reference) is None


async def test_filters_find_by_signature_by_vote_and_by_year(world: World) -> None:
    paper = await publish(world)
    year = world.clock.now.year
    assert await found(world, signatory_codes=[LEAD]) == [paper.reference]
    assert await found(world, signatory_codes=[OTHER_PARTICIPANT]) == []
    assert await found(world, voter_codes=[OTHER_PARTICIPANT]) == [paper.reference]
    assert await found(world, voter_codes=[OUTSIDER]) == []
    assert await found(world, adopted_in=year) == [paper.reference]
    assert await found(world, adopted_in=year - 1) == []
    assert await found(world, adopted_in=10_000_000) == []


async def test_a_signature_taken_back_no_longer_finds(world: World) -> None:
    paper = await publish(world)
    async with world.database.write() as work:
        lead = (await work.session.scalars(select(Organization).where(Organization.code == LEAD))).one()
        work.session.add(
            SignatureWithdrawal(
                position_id=paper.id,
                organization_id=lead.id,
                withdrawn_on=date(2027, 1, 1),
                act={},
                reason=None,
                membership_id=world.lead.memberships[0].id,
                recorded_at=work.now,
            )
        )
    assert await found(world, signatory_codes=[LEAD]) == []
    assert await found(world, voter_codes=[LEAD]) == [paper.reference]
    async with world.database.read() as session:
        facets = await public_facets(session)
    assert [row.code for row, _ in facets.organizations] == [PARTICIPANT]


async def test_facets_count_what_is_published(world: World) -> None:
    await publish(world, "Una")
    await publish(world, "Dues")
    await adopt(world, "Tres")
    async with world.database.read() as session:
        facets = await public_facets(session)
    assert [(row.code, count) for row, count in facets.subjects] == [("52", 2)]
    assert [(row.code, count) for row, count in facets.institutions] == [("EC", 2)]
    assert {row.code: count for row, count in facets.organizations} == {LEAD: 2, PARTICIPANT: 2}
    assert facets.years == [(world.clock.now.year, 2)]


async def test_all_of_them_come_in_order_of_publication(world: World) -> None:
    first, second = await publish(world, "Una"), await publish(world, "Dues")
    listed: list[str] = []
    window = Window(1)
    async with world.database.read() as session:
        while True:
            page = await publication_page(session, window)
            listed += [one.reference for one in page.rows]
            if not page.has_next:
                break
            window = Window(1, page.keys[-1])
    assert listed == [second.reference, first.reference]


async def test_the_mark_moves_with_every_change(world: World) -> None:
    paper = await publish(world)
    async with world.database.read() as session:
        before = await public_mark(session)
    await move(world, paper, Action.UNPUBLISH, Action.PUBLISH)
    async with world.database.read() as session:
        after = await public_mark(session)
    assert before.changed_at is not None
    assert isinstance(after.changed_at, datetime)
    assert after.changed_at - before.changed_at > timedelta(0)


@contextmanager
def counted(world: World) -> Iterator[list[str]]:
    """The statements that reach the database in the block."""
    told: list[str] = []
    engine = world.database._reader.sync_engine

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        told.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield told
    finally:
        event.remove(engine, "before_cursor_execute", note)


async def test_many_cost_as_few_statements_as_one(world: World) -> None:
    await publish(world, "Una")
    async with world.database.read() as session:
        with counted(world) as one:
            assert len(await publications(session, PositionFilter())) == 1
    for title in ("Dues", "Tres", "Quatre"):
        await publish(world, title)
    async with world.database.read() as session:
        with counted(world) as four:
            assert len(await publications(session, PositionFilter())) == 4
    assert len(four) == len(one) <= 22, "\n".join(four)
