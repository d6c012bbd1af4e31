"""Statements annexed and signed: whose, when, what the public reads; a refusal changes nothing."""

from typing import Any

import pytest
from sqlalchemy import func, select

from positions.actors import ANONYMOUS
from positions.errors import (
    AlreadyDone,
    Forbidden,
    IdempotencyMismatch,
    Invalid,
    LimitExceeded,
    NotEligible,
    NotFound,
    Refusal,
    RoundClosed,
    StageForbids,
    Unauthenticated,
)
from positions.lifecycle import Action
from positions.models.events import Event
from positions.models.positions import Position
from positions.models.rounds import Round
from positions.models.statements import Statement
from positions.queries.statements import see_statement
from positions.rules import Choice
from positions.services.idempotency import key
from positions.statements import StatementKind
from positions.versions import sha256_of
from tests.support.adoptions import PLENARY, adopted, annex, annexed, sign
from tests.support.rounds import CONSENSUS, cast, end, open_on, ready
from tests.support.world import LEAD, OTHER_PARTICIPANT, OUTSIDER, PARTICIPANT, World, move

DISSENT, MINUTES = StatementKind.DISSENT, StatementKind.MINUTES


async def written(world: World) -> tuple[int, int]:
    """How many statements and events there are."""
    async with world.database.read() as session:
        statements = await session.scalar(select(func.count()).select_from(Statement))
        events = await session.scalar(select(func.count()).select_from(Event))
        return statements or 0, events or 0


async def refused(world: World, round_id: str, by: str, **more: Any) -> Refusal:
    before = await written(world)
    with pytest.raises(Refusal) as caught:
        await annex(world, round_id, by, **more)
    assert await written(world) == before
    return caught.value


async def told(world: World, tag: str) -> list[str]:
    async with world.database.read() as session:
        return list(
            await session.scalars(select(Event.body).where(Event.tag == tag).order_by(Event.sequence))
        )


async def test_a_town_annexes_its_dissent_and_signs_at_once(world: World) -> None:
    paper, row = await adopted(world)
    statement = await annex(world, row.id, OTHER_PARTICIPANT, DISSENT, "No hi som.\n\n\n\nPer la tarifa. ")
    assert (statement.number, statement.language, statement.text) == (1, "ca", "No hi som.\n\nPer la tarifa.")
    (found,) = await annexed(world, paper, world.lead)
    assert [town.code for town in found.signed] == [OTHER_PARTICIPANT]
    assert found.pending == ()
    (body,) = await told(world, "statement:annexed")
    assert sha256_of(statement.text) in body
    assert "tarifa" not in body


async def test_a_joint_statement_is_signed_by_each_town_itself(world: World) -> None:
    paper, row = await adopted(world)
    statement = await annex(world, row.id, LEAD, organization_codes=[PARTICIPANT, LEAD, LEAD], language="en")
    (found,) = await annexed(world, paper, world.coordinator)
    assert ([town.code for town in found.signed], [town.code for town in found.pending]) == (
        [LEAD],
        [PARTICIPANT],
    )
    await sign(world, statement.id, PARTICIPANT)
    (found,) = await annexed(world, paper, world.coordinator)
    assert ([town.code for town in found.signed], found.pending) == ([LEAD, PARTICIPANT], ())
    with pytest.raises(AlreadyDone):
        await sign(world, statement.id, PARTICIPANT)
    with pytest.raises(NotEligible):
        await sign(world, statement.id, OTHER_PARTICIPANT)
    assert len(await told(world, "statement:signed")) == 1


async def test_what_a_coordinator_records_from_minutes_is_signed(world: World) -> None:
    paper, row = await adopted(world)
    towns = [OTHER_PARTICIPANT, PARTICIPANT]
    await annex(world, row.id, "COORDINATOR", organization_codes=towns, act=PLENARY)
    (found,) = await annexed(world, paper, world.coordinator)
    assert [town.code for town in found.signed] == sorted(towns)
    assert found.row.act == {"body": "Ple municipal", "date": "2026-11-23", "reference": "PLE 2026/11"}


async def test_the_public_reads_what_is_signed_from_publication_on(world: World) -> None:
    paper, row = await adopted(world)
    statement = await annex(world, row.id, LEAD, organization_codes=[LEAD, PARTICIPANT])
    async with world.database.read() as session:
        with pytest.raises(NotFound):
            await see_statement(session, ANONYMOUS, statement.id)
    await move(world, paper, Action.PUBLISH)
    (found,) = await annexed(world, paper, ANONYMOUS)
    assert ([town.code for town in found.signed], found.pending) == ([LEAD], ())


async def test_statements_of_a_failed_round_stay_with_it(world: World) -> None:
    paper = await ready(world)
    first = await open_on(world, paper, rule=CONSENSUS)
    statement = await annex(world, first.id, LEAD)
    for town, choice in (
        (LEAD, Choice.APPROVE),
        (PARTICIPANT, Choice.OBJECT),
        (OTHER_PARTICIPANT, Choice.OBJECT),
    ):
        await cast(world, first.id, town, choice)
    await end(world, first.id)
    second = await open_on(world, paper)
    await annex(world, second.id, PARTICIPANT)
    for town in (LEAD, PARTICIPANT, OTHER_PARTICIPANT):
        await cast(world, second.id, town)
    await end(world, second.id)
    assert [one.row.number for one in await annexed(world, paper, world.lead)] == [2]
    async with world.database.read() as session:
        assert (await see_statement(session, world.lead, statement.id)).round.number == 1
    await move(world, paper, Action.PUBLISH)
    async with world.database.read() as session:
        with pytest.raises(NotFound):
            await see_statement(session, ANONYMOUS, statement.id)
    assert isinstance(await refused(world, first.id, LEAD), RoundClosed)


async def test_a_dissent_falls_when_its_town_approves_after_all(world: World) -> None:
    paper = await ready(world)
    row = await open_on(world, paper)
    await annex(world, row.id, OTHER_PARTICIPANT, DISSENT)
    for town in (LEAD, PARTICIPANT, OTHER_PARTICIPANT):
        await cast(world, row.id, town)
    await end(world, row.id)
    assert await annexed(world, paper, world.lead) == []


async def test_a_sealed_rounds_statement_is_seen_by_its_own(world: World) -> None:
    paper = await ready(world)
    row = await open_on(world, paper)
    async with world.database.write() as work:
        (await work.session.get_one(Round, row.id)).is_sealed = True
    statement = await annex(world, row.id, OTHER_PARTICIPANT, DISSENT)
    async with world.database.read() as session:
        own = await see_statement(session, world.actors[OTHER_PARTICIPANT], statement.id)
        assert own.annexed.row.id == statement.id
        for actor in (world.lead, world.coordinator):
            with pytest.raises(NotFound):
                await see_statement(session, actor, statement.id)


async def test_bad_statements_change_nothing(world: World) -> None:
    _, row = await adopted(world)
    for by, more, kind, reason in (
        (OUTSIDER, {}, NotEligible, "not_eligible"),
        (LEAD, {"organization_codes": [LEAD, OUTSIDER]}, NotEligible, "not_eligible"),
        (LEAD, {"organization_codes": [LEAD, "99999"]}, NotEligible, "not_eligible"),
        (LEAD, {"kind": DISSENT}, Invalid, "dissent_of_approval"),
        ("COORDINATOR", {"kind": DISSENT, "organization_codes": [LEAD]}, Invalid, "dissent_of_approval"),
        (LEAD, {"text": " \n"}, Invalid, "text_blank"),
        (LEAD, {"text": "a" * 5_001}, LimitExceeded, "text_too_long"),
        (LEAD, {"organization_codes": [PARTICIPANT]}, Forbidden, "statement_without_own"),
        (LEAD, {"act": PLENARY}, Invalid, "act_not_yours"),
        (LEAD, {"language": "català"}, Invalid, "language_invalid"),
        ("COORDINATOR", {}, Invalid, "statement_of_nobody"),
        ("OBSERVER", {}, Forbidden, "role_forbids"),
        ("ANONYMOUS", {}, NotFound, "round_unknown"),
    ):
        refusal = await refused(world, row.id, by, **more)
        assert (type(refusal), refusal.reason) == (kind, reason)


async def test_outside_its_time_nothing_is_annexed(world: World) -> None:
    paper, row = await adopted(world)
    statement = await annex(world, row.id, LEAD, organization_codes=[LEAD, PARTICIPANT])
    await move(world, paper, Action.PUBLISH)
    assert isinstance(await refused(world, row.id, "ANONYMOUS"), Unauthenticated)
    async with world.database.write() as work:
        (await work.session.get_one(Position, paper.id)).stage = "SUBMITTED"
    assert isinstance(await refused(world, row.id, LEAD), StageForbids)
    with pytest.raises(StageForbids):
        await sign(world, statement.id, PARTICIPANT)


async def test_a_repeated_request_annexes_once(world: World) -> None:
    _, row = await adopted(world)
    used = key(world.lead, "annexStatement", "k1", {"text": "a"})
    first = await annex(world, row.id, LEAD, key=used)
    assert (await annex(world, row.id, LEAD, key=used)).id == first.id
    assert (await written(world))[0] == 1
    with pytest.raises(IdempotencyMismatch):
        await annex(world, row.id, LEAD, key=key(world.lead, "annexStatement", "k1", {"text": "b"}))
