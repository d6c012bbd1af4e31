"""Lists of positions: found by words, ordered, paged without gap or repetition."""

import pytest
from sqlalchemy import select

from positions.actors import ANONYMOUS, Actor
from positions.errors import Invalid
from positions.headings import LanguageText
from positions.lifecycle import Action, Stage
from positions.models.positions import Position
from positions.models.versions import Version
from positions.queries.covers import Part, has_part
from positions.queries.pages import Window
from positions.queries.positions import (
    PositionField,
    PositionFilter,
    PositionOrder,
    count_positions,
    list_positions,
)
from positions.queries.stages import stage_dates
from positions.services.covers import CoverGiven
from tests.support.world import OUTSIDER, Paper, World, bring_to, move, propose, write

BY_DEFAULT = PositionOrder()
ORDERS = [PositionOrder(field, is_descending=down) for field in PositionField for down in (True, False)]


async def listed(
    world: World,
    actor: Actor,
    wanted: PositionFilter | None = None,
    order: PositionOrder = BY_DEFAULT,
    size: int = 2,
) -> list[str]:
    """The references on all pages of a size."""
    found: list[str] = []
    after = None
    async with world.database.read() as session:
        total = await count_positions(session, actor, wanted or PositionFilter())
        while True:
            page = await list_positions(
                session, actor, wanted=wanted or PositionFilter(), order=order, window=Window(size, after)
            )
            found += [access.position.reference for access in page.rows]
            if not page.has_next:
                break
            after = page.keys[-1]
    assert len(found) == total
    return found


async def found(world: World, actor: Actor, search: str) -> list[str]:
    return await listed(world, actor, PositionFilter(search=search))


async def test_a_text_is_found_as_soon_as_it_is_saved_by_those_who_may_read_it(world: World) -> None:
    paper = await propose(world)
    await bring_to(world, paper, Stage.DRAFTING, "# Títol\n\nLa col·laboració de les depuradores.\n")
    assert await found(world, world.participant, "collaboracio depuradora") == [paper.reference]
    assert await found(world, world.outsider, "depuradora") == []


async def test_every_order_pages_through_all_once_with_the_dateless_last(world: World) -> None:
    deadlines = [None, "2026-12-01", "2026-12-03", None, "2026-12-02"]
    papers = [
        await propose(world, cover=CoverGiven([LanguageText("ca", "Títol")], target_deadline=each))
        for each in deadlines
    ]
    async with world.database.write() as work:
        for paper in papers[1:3]:
            (await work.session.get_one(Position, paper.id)).published_at = work.now
    references = sorted(paper.reference for paper in papers)
    for order in ORDERS:
        for size in (1, 2, 5):
            assert sorted(await listed(world, world.coordinator, order=order, size=size)) == references
    by_deadline = await listed(world, world.coordinator, order=PositionOrder(PositionField.DEADLINE))
    assert by_deadline[:3] == [papers[number].reference for number in (2, 4, 1)]
    rising = PositionOrder(PositionField.DEADLINE, is_descending=False)
    assert (await listed(world, world.coordinator, order=rising))[:3] == by_deadline[:3][::-1]
    assert await listed(world, world.coordinator) == references[::-1]


@pytest.mark.parametrize(
    "key",
    [(), ("x",), (1, "pos_1"), ("soon", "pos_1"), ("2026-11-23", "pos_1"), ("a", "\x00"), ("a", "b", "c")],
)
async def test_a_cursor_of_something_else_is_refused(world: World, key: tuple[str | int, ...]) -> None:
    async with world.database.read() as session:
        with pytest.raises(Invalid, match="cursor_invalid"):
            await list_positions(
                session, ANONYMOUS, wanted=PositionFilter(), order=BY_DEFAULT, window=Window(1, key)
            )


async def _adopt(world: World, paper: Paper) -> None:
    """Adopt the first version and publish it."""
    await move(world, paper, Action.OPEN_ROUND, Action.ADOPT)
    async with world.database.write() as work:
        position = await work.session.get_one(Position, paper.id)
        first = select(Version.id).where(Version.document_id == paper.document_id, Version.number == 1)
        position.adopted_version_id = await work.session.scalar(first)
    await move(world, paper, Action.PUBLISH)


async def test_words_are_found_in_titles_texts_files_and_references(world: World) -> None:
    paper = await propose(world, "Depuradores metropolitanes")
    await move(world, paper, Action.START_DRAFTING)
    await write(world, paper, "# Finançament\n\nLa col·laboració intermunicipal.\n")
    await move(world, paper, Action.OPEN_AMENDING)
    for words in ("depuradora", "metropolità", "collaboracions", "financament intermunicip", paper.reference):
        assert await found(world, world.lead, words) == [paper.reference], words
    for words in ("depuradora energia", "incineradora", "???"):
        assert await found(world, world.lead, words) == [], words
    assert await found(world, ANONYMOUS, "depuradora") == []


async def test_the_public_finds_the_adopted_text_only(world: World) -> None:
    paper = await propose(world, "Depuradores")
    await bring_to(world, paper, Stage.AMENDING, "Text aprovat sobre canonades.\n")
    await write(world, paper, "Text confidencial sobre tarifes.\n")
    await move(world, paper, Action.REOPEN_DRAFTING, Action.OPEN_AMENDING)
    await _adopt(world, paper)
    assert await found(world, world.coordinator, "tarifa") == [paper.reference]
    assert await found(world, world.actors[OUTSIDER], "tarifa") == [paper.reference]
    assert await found(world, ANONYMOUS, "tarifa") == []
    assert await found(world, ANONYMOUS, "canonada") == [paper.reference]
    await move(world, paper, Action.UNPUBLISH)
    assert await found(world, ANONYMOUS, "canonada") == []


async def test_only_the_parts_asked_for_are_loaded(world: World) -> None:
    await propose(world)
    for part in Part:
        async with world.database.read() as session:
            page = await list_positions(
                session,
                world.coordinator,
                wanted=PositionFilter(),
                order=BY_DEFAULT,
                window=Window(1),
                parts=[part],
            )
        assert [each for each in Part if has_part(page.rows[0].position, each)] == [part]


async def test_the_public_learns_the_dates_from_adoption_on(world: World) -> None:
    paper = await propose(world)
    await bring_to(world, paper, Stage.SUBMITTED)
    await move(world, paper, Action.PUBLISH)
    for actor, expected in (
        (world.lead, ["PROPOSED", "DRAFTING", "AMENDING", "APPROVING", "ADOPTED", "SUBMITTED"]),
        (ANONYMOUS, ["ADOPTED", "SUBMITTED"]),
    ):
        async with world.database.read() as session:
            page = await list_positions(
                session, actor, wanted=PositionFilter(), order=BY_DEFAULT, window=Window(1)
            )
            dates = await stage_dates(session, page.rows[0])
        assert [date.stage for date in dates] == expected
        assert [date.entered_at for date in dates] == sorted(date.entered_at for date in dates)
