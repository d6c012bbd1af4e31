"""Moving a position: who may, from where, what it brings with it; a refusal leaves everything as it was."""

import pytest
from sqlalchemy import select

from positions.errors import (
    AlreadyDone,
    Forbidden,
    Invalid,
    NotFound,
    Refusal,
    StageForbids,
    Unauthenticated,
    Unsupported,
)
from positions.lifecycle import Action, Stage
from positions.models.documents import Document
from positions.models.events import Event
from positions.models.positions import Position
from positions.models.rounds import Round
from positions.models.versions import Version
from positions.services.stages import MOVES, MoveStage, advance_position, move_stage
from tests.support.world import (
    LEAD,
    OUTSIDER,
    PARTICIPANT,
    Paper,
    World,
    bring_to,
    move,
    propose,
    write,
)


async def state(world: World, paper: Paper) -> tuple[str, list[str], list[str]]:
    """The position's stage, its documents' and the tags recorded."""
    async with world.database.read() as session:
        stage = await session.scalar(select(Position.stage).where(Position.id == paper.id))
        documents = await session.scalars(select(Document.stage).where(Document.position_id == paper.id))
        tags = await session.scalars(
            select(Event.tag).where(Event.chain == paper.id).order_by(Event.sequence)
        )
        return str(stage), list(documents), list(tags)


async def refused(world: World, name: str, request: MoveStage) -> Refusal:
    with pytest.raises(Refusal) as caught:
        async with world.database.write() as work:
            await move_stage(work, world.actors[name], request)
    return caught.value


async def test_a_position_goes_from_idea_to_text_under_discussion_and_back(world: World) -> None:
    paper = await propose(world)
    await move(world, paper, Action.START_DRAFTING)
    assert (await state(world, paper))[:2] == ("DRAFTING", ["DRAFTING"])
    await write(world, paper, "Text\n")
    await move(world, paper, Action.OPEN_AMENDING)
    assert (await state(world, paper))[:2] == ("AMENDING", ["AMENDING"])
    await move(world, paper, Action.REOPEN_DRAFTING)
    stage, documents, tags = await state(world, paper)
    assert (stage, documents) == ("DRAFTING", ["DRAFTING"])
    assert tags.count("stage:moved") == 3


async def test_amending_opens_on_a_saved_version(world: World) -> None:
    paper = await propose(world)
    await move(world, paper, Action.START_DRAFTING)
    await write(world, paper, "Text\n")
    await move(world, paper, Action.OPEN_AMENDING, Action.REOPEN_DRAFTING, Action.OPEN_AMENDING)
    async with world.database.read() as session:
        versions = list(
            await session.scalars(select(Version).where(Version.document_id == paper.document_id))
        )
    assert [(version.number, version.is_automatic) for version in versions] == [(1, True)]


async def test_there_is_nothing_to_amend_in_an_empty_draft(world: World) -> None:
    paper = await propose(world)
    await move(world, paper, Action.START_DRAFTING)
    before = await state(world, paper)
    refusal = await refused(world, "COORDINATOR", MoveStage(paper.reference, Action.OPEN_AMENDING))
    assert (type(refusal), refusal.reason) == (Invalid, "draft_empty")
    assert await state(world, paper) == before


@pytest.mark.parametrize("stage", Stage)
async def test_whatever_the_stage_does_not_allow_is_refused_and_changes_nothing(
    world: World, stage: Stage
) -> None:
    paper = await propose(world)
    await bring_to(world, paper, stage)
    before = await state(world, paper)
    assert before[:2] == (stage.value, [stage.value])
    for action in MOVES:
        if (stage, action) not in _table():
            refusal = await refused(world, "COORDINATOR", MoveStage(paper.reference, action, reason="x"))
            assert isinstance(refusal, StageForbids)
    assert await state(world, paper) == before


def _table() -> set[tuple[Stage, Action]]:
    from_anywhere = {Stage.PROPOSED, Stage.DRAFTING, Stage.AMENDING, Stage.APPROVING, Stage.ADOPTED}
    public = {Stage.ADOPTED, Stage.SUBMITTED, Stage.CLOSED}
    return {
        (Stage.PROPOSED, Action.START_DRAFTING),
        (Stage.DRAFTING, Action.OPEN_AMENDING),
        (Stage.AMENDING, Action.REOPEN_DRAFTING),
        (Stage.SUBMITTED, Action.CLOSE),
        (Stage.CLOSED, Action.REOPEN),
        *((stage, Action.WITHDRAW) for stage in from_anywhere),
        *((stage, action) for stage in public for action in (Action.PUBLISH, Action.UNPUBLISH)),
    }


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ANONYMOUS", NotFound),
        (OUTSIDER, NotFound),
        (LEAD, Forbidden),
        (PARTICIPANT, Forbidden),
        ("OBSERVER", Forbidden),
        ("ADMINISTRATOR", Forbidden),
    ],
)
async def test_only_a_coordinator_moves_a_position(world: World, name: str, expected: type[Refusal]) -> None:
    paper = await propose(world)
    before = await state(world, paper)
    for action in MOVES:
        assert type(await refused(world, name, MoveStage(paper.reference, action))) is expected
    assert await state(world, paper) == before


async def test_anonymous_is_told_to_sign_in_once_the_position_is_public(world: World) -> None:
    paper = await propose(world)
    await bring_to(world, paper, Stage.ADOPTED)
    await move(world, paper, Action.PUBLISH)
    request = MoveStage(paper.reference, Action.UNPUBLISH)
    assert isinstance(await refused(world, "ANONYMOUS", request), Unauthenticated)


async def test_publication_is_an_act_that_can_be_taken_back_once(world: World) -> None:
    paper = await propose(world)
    await bring_to(world, paper, Stage.ADOPTED)
    await move(world, paper, Action.PUBLISH)
    again = await refused(world, "COORDINATOR", MoveStage(paper.reference, Action.PUBLISH))
    assert isinstance(again, AlreadyDone)
    await move(world, paper, Action.UNPUBLISH)
    again = await refused(world, "COORDINATOR", MoveStage(paper.reference, Action.UNPUBLISH))
    assert isinstance(again, AlreadyDone)
    tags = (await state(world, paper))[2]
    assert tags[-2:] == ["position:published", "position:unpublished"]


@pytest.mark.parametrize("reason", [None, "", "  "])
async def test_a_withdrawal_says_why(world: World, reason: str | None) -> None:
    paper = await propose(world)
    refusal = await refused(world, "COORDINATOR", MoveStage(paper.reference, Action.WITHDRAW, reason=reason))
    assert (type(refusal), refusal.reason, refusal.path) == (Invalid, "reason_missing", ("reason",))


async def test_a_withdrawal_takes_the_paper_from_the_public_pages(world: World) -> None:
    paper = await propose(world)
    await bring_to(world, paper, Stage.ADOPTED)
    await move(world, paper, Action.PUBLISH, Action.WITHDRAW)
    assert (await state(world, paper))[2][-3:] == [
        "position:published",
        "position:unpublished",
        "stage:moved",
    ]
    request = MoveStage(paper.reference, Action.WITHDRAW)
    assert isinstance(await refused(world, "ANONYMOUS", request), NotFound)


async def test_a_withdrawal_voids_the_open_round(world: World) -> None:
    paper = await propose(world)
    await bring_to(world, paper, Stage.APPROVING)
    await _add_open_round(world, paper)
    await move(world, paper, Action.WITHDRAW)
    stage, documents, tags = await state(world, paper)
    assert (stage, documents) == ("WITHDRAWN", ["WITHDRAWN"])
    assert tags[-2:] == ["round:voided", "stage:moved"]
    async with world.database.read() as session:
        voided = (await session.scalars(select(Round))).one()
    assert (voided.status, voided.reason, voided.closed_at is not None) == ("VOID", "Motiu de prova", True)


async def _add_open_round(world: World, paper: Paper) -> None:
    async with world.database.write() as work:
        version = (await work.session.scalars(select(Version))).one()
        work.session.add(
            Round(
                id=work.new_id("rnd"),
                position_id=paper.id,
                number=1,
                version_id=version.id,
                name="Prova",
                rule={},
                silence="NONE",
                is_last=True,
                status="OPEN",
                opens_at=work.now,
                closes_at=work.now,
            )
        )


@pytest.mark.parametrize("action", [action for action in Action if action not in MOVES])
async def test_what_follows_from_rounds_and_submissions_has_no_button(world: World, action: Action) -> None:
    paper = await propose(world)
    assert isinstance(await refused(world, "COORDINATOR", MoveStage(paper.reference, action)), Unsupported)


async def test_a_step_inside_a_stage_leaves_no_event(world: World) -> None:
    paper = await propose(world)
    await bring_to(world, paper, Stage.APPROVING)
    before = await state(world, paper)
    await move(world, paper, Action.PASS_STEP, Action.OPEN_ROUND)
    assert await state(world, paper) == before


async def test_an_impossible_step_is_refused(world: World) -> None:
    paper = await propose(world)
    async with world.database.write() as work:
        position = await work.session.get_one(Position, paper.id)
        with pytest.raises(StageForbids):
            await advance_position(work, position, Action.ADOPT)
        assert position.stage == "PROPOSED"
