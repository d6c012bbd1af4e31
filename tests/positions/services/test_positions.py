"""Proposing and changing a position: what is written, what is refused, and that a refusal changes nothing."""

import asyncio
import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from positions.actors import Actor, Scope
from positions.errors import Forbidden, IdempotencyMismatch, Invalid, Refusal, Stale, Unauthenticated
from positions.events import Sealed, verify_chain
from positions.headings import LanguageText
from positions.institutions import RelationKind
from positions.lifecycle import Action, Stage
from positions.milestones import MilestoneKind
from positions.models.documents import Document
from positions.models.events import Chain, Event
from positions.models.positions import Position
from positions.queries.covers import Part
from positions.queries.positions import find_position
from positions.services.covers import CoverGiven, MilestoneGiven, RelationGiven
from positions.services.idempotency import Key, key
from positions.services.positions import CreatePosition, UpdatePosition, create_position, update_position
from tests.support.world import LEAD, PARTICIPANT, Paper, World, bring_to, move, propose

TITLES = (LanguageText("ca", "Aigües residuals"), LanguageText("en", "Waste water"))
FULL = CreatePosition(
    original_language="CA",
    lead_code=LEAD,
    participant_codes=(PARTICIPANT,),
    route_key="mayors",
    cover=CoverGiven(
        titles=TITLES,
        summaries=(LanguageText("es", "Un resumen"),),
        subject_codes=("52", "48", "52"),
        addressee_codes=("EP", "EC"),
        relations=(
            RelationGiven(RelationKind.PROCEDURE, "2021/0420(COD)"),
            RelationGiven(RelationKind.OTHER, " x "),
        ),
        target_deadline="2026-12-15",
    ),
)


async def create(
    world: World, request: CreatePosition, used: Key | None = None, actor: Actor | None = None
) -> str:
    async with world.database.write() as work:
        return (await create_position(work, actor or world.coordinator, request, used)).reference


async def loaded(world: World, reference: str) -> Position:
    async with world.database.read() as session:
        access = await find_position(session, world.coordinator, reference, tuple(Part))
        assert access is not None
        return access.position


async def update(
    world: World, paper: Paper, cover: CoverGiven, actor: Actor | None = None, seen: datetime | None = None
) -> Position:
    expected = seen or (await loaded(world, paper.reference)).updated_at
    async with world.database.write() as work:
        request = UpdatePosition(paper.reference, expected, cover)
        await update_position(work, actor or world.coordinator, request)
    return await loaded(world, paper.reference)


async def test_a_position_is_proposed_with_its_whole_cover(world: World) -> None:
    position = await loaded(world, await create(world, FULL))
    assert (position.reference, position.stage, position.original_language) == (
        "AMB-PP-2026-001",
        "PROPOSED",
        "ca",
    )
    assert [(each.language, each.title, each.summary) for each in position.headings] == [
        ("ca", "Aigües residuals", None),
        ("en", "Waste water", None),
        ("es", None, "Un resumen"),
    ]
    assert [subject.code for subject in position.subjects] == ["48", "52"]
    assert [institution.code for institution in position.addressees] == ["EC", "EP"]
    assert [(each.number, each.value) for each in position.relations] == [(1, "2021/0420(COD)"), (2, "x")]
    assert position.target_deadline == datetime(2026, 12, 15, 23, tzinfo=UTC)
    assert [(each.kind, each.due_at) for each in position.milestones] == [
        ("INSTITUTION_DEADLINE", position.target_deadline)
    ]


async def test_its_original_is_empty_and_its_record_begins(world: World) -> None:
    position = await loaded(world, await create(world, FULL))
    async with world.database.read() as session:
        (document,) = await session.scalars(select(Document).where(Document.position_id == position.id))
        events = list(await session.scalars(select(Event).where(Event.chain == position.id)))
        head = await session.scalar(select(Chain.head).where(Chain.name == position.id))
    assert (document.language, document.is_original, document.sequence, document.stage) == (
        "ca",
        True,
        0,
        "PROPOSED",
    )
    assert [event.tag for event in events] == ["position:created"]
    assert json.loads(events[0].body)["titles"] == {"ca": "Aigües residuals", "en": "Waste water"}
    sealed = [
        Sealed(
            event.chain,
            event.sequence,
            event.tag,
            event.at,
            event.membership_id,
            event.body,
            event.previous_hash,
            event.hash,
        )
        for event in events
    ]
    assert verify_chain(sealed, head=head) is None


async def test_references_are_numbered_by_the_year_of_the_metropolis(world: World) -> None:
    assert [await create(world, FULL) for _ in range(2)] == ["AMB-PP-2026-001", "AMB-PP-2026-002"]
    world.clock.now = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    assert await create(world, FULL) == "AMB-PP-2027-001"


async def test_many_at_once_get_a_number_each(world: World) -> None:
    references = await asyncio.gather(*(create(world, FULL) for _ in range(8)))
    assert sorted(references) == [f"AMB-PP-2026-{number:03}" for number in range(1, 9)]


WRONG = [
    (replace(FULL, original_language="catala"), "language_invalid", ("originalLanguage",)),
    (replace(FULL, original_language="fr"), "title_missing", ("titles",)),
    (replace(FULL, route_key="straight"), "route_unknown", ("routeKey",)),
    (replace(FULL, lead_code="99999"), "organization_unknown", ("leadCode",)),
    (replace(FULL, participant_codes=(LEAD, "99999")), "organization_unknown", ("participantCodes", "1")),
    (replace(FULL, cover=CoverGiven()), "title_missing", ("titles",)),
    (
        replace(FULL, cover=replace(FULL.cover, subject_codes=["52", "99"])),
        "subject_unknown",
        ("subjectCodes", "1"),
    ),
    (
        replace(FULL, cover=replace(FULL.cover, addressee_codes=["X"])),
        "institution_unknown",
        ("addresseeCodes", "0"),
    ),
    (
        replace(FULL, cover=replace(FULL.cover, relations=[RelationGiven(RelationKind.CELEX, "2024/3019")])),
        "relation_malformed",
        ("relations", "0", "value"),
    ),
    (
        replace(FULL, cover=replace(FULL.cover, target_deadline="demà")),
        "deadline_invalid",
        ("targetDeadline",),
    ),
    (
        replace(FULL, cover=replace(FULL.cover, subject_codes=["52"] * 101)),
        "list_too_long",
        ("subjectCodes",),
    ),
    (replace(FULL, participant_codes=(LEAD,) * 101), "list_too_long", ("participantCodes",)),
]


@pytest.mark.parametrize(("request_given", "reason", "path"), WRONG)
async def test_what_is_wrong_is_named_and_nothing_is_written(
    world: World, request_given: CreatePosition, reason: str, path: tuple[str, ...]
) -> None:
    with pytest.raises(Refusal) as caught:
        await create(world, request_given)
    assert (caught.value.reason, caught.value.path) == (reason, path)
    async with world.database.read() as session:
        assert await session.scalar(select(func.count()).select_from(Position)) == 0
        assert list(await session.scalars(select(Event.id).where(Event.chain != "register"))) == []


@pytest.mark.parametrize("name", [LEAD, "OBSERVER", "ADMINISTRATOR", "ANONYMOUS"])
async def test_only_a_coordinator_proposes(world: World, name: str) -> None:
    expected = Unauthenticated if name == "ANONYMOUS" else Forbidden
    with pytest.raises(expected):
        await create(world, replace(FULL, lead_code="99999"), actor=world.actors[name])


async def test_a_coordinator_proposes_for_the_own_organization_and_within_the_token(world: World) -> None:
    with pytest.raises(Forbidden, match="not_your_organization"):
        await create(world, replace(FULL, organization_code=LEAD))
    narrow = replace(world.coordinator, scopes=frozenset({Scope.READ}))
    with pytest.raises(Forbidden, match="scope_missing"):
        await create(world, FULL, actor=narrow)
    assert await create(world, replace(FULL, organization_code="AMB"))


async def test_the_same_key_answers_the_same_again(world: World) -> None:
    used = key(world.coordinator, "createPosition", "k1", {"title": "a"})
    first = await asyncio.gather(*(create(world, FULL, used) for _ in range(3)))
    assert set(first) == {"AMB-PP-2026-001"}
    other = key(world.coordinator, "createPosition", "k1", {"title": "b"})
    with pytest.raises(IdempotencyMismatch):
        await create(world, FULL, other)


async def test_a_given_part_replaces_the_part_and_the_rest_stays(world: World) -> None:
    paper = await propose(world, cover=FULL.cover)
    changed = await update(world, paper, CoverGiven(titles=[LanguageText("ca", "Nou títol")], relations=[]))
    assert {each.language: each.title for each in changed.headings} == {"ca": "Nou títol", "es": None}
    assert changed.relations == []
    assert [subject.code for subject in changed.subjects] == ["48", "52"]
    again = CoverGiven(relations=FULL.cover.relations, summaries=[], subject_codes=["48"], addressee_codes=[])
    changed = await update(world, paper, again)
    assert [each.value for each in changed.relations] == ["2021/0420(COD)", "x"]
    assert [each.language for each in changed.headings] == ["ca"]
    assert ([subject.code for subject in changed.subjects], changed.addressees) == (["48"], [])


async def test_dates_are_set_one_by_one_and_taken_off(world: World) -> None:
    paper = await propose(world, cover=FULL.cover)
    tabling = MilestoneGiven(MilestoneKind.TABLING_DEADLINE, "2026-12-01T12:00:00+01:00")
    changed = await update(world, paper, CoverGiven(milestones=[tabling]))
    assert changed.tabling_deadline == datetime(2026, 12, 1, 11, tzinfo=UTC)
    assert [each.kind for each in changed.milestones] == ["TABLING_DEADLINE", "INSTITUTION_DEADLINE"]
    off = [
        MilestoneGiven(kind, None)
        for kind in (MilestoneKind.TABLING_DEADLINE, MilestoneKind.INSTITUTION_DEADLINE)
    ]
    changed = await update(world, paper, CoverGiven(milestones=off))
    assert (changed.tabling_deadline, changed.target_deadline, changed.milestones) == (None, None, [])


async def test_two_dates_for_one_milestone_are_refused(world: World) -> None:
    paper = await propose(world)
    dates = [MilestoneGiven(MilestoneKind.INSTITUTION_DEADLINE, "2026-12-16")]
    with pytest.raises(Invalid, match="milestone_twice"):
        await update(world, paper, CoverGiven(target_deadline="2026-12-15", milestones=dates))


async def test_a_change_on_an_outdated_look_is_refused(world: World) -> None:
    paper = await propose(world)
    seen = (await loaded(world, paper.reference)).updated_at
    await move(world, paper, Action.START_DRAFTING)
    with pytest.raises(Stale) as caught:
        await update(world, paper, CoverGiven(titles=TITLES), seen=seen)
    assert caught.value.path == ("expectedUpdatedAt",)
    assert [each.title for each in (await loaded(world, paper.reference)).headings] == [
        "Aigües residuals urbanes"
    ]


@pytest.mark.parametrize("stage", [Stage.CLOSED, Stage.WITHDRAWN])
async def test_what_has_ended_is_not_changed(world: World, stage: Stage) -> None:
    paper = await propose(world)
    await bring_to(world, paper, stage)
    with pytest.raises(Refusal, match="stage_forbids"):
        await update(world, paper, CoverGiven(titles=TITLES))


async def test_a_delegate_does_not_change_the_cover(world: World) -> None:
    paper = await propose(world)
    with pytest.raises(Forbidden):
        await update(world, paper, CoverGiven(titles=TITLES), world.lead)
