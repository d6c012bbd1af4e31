"""Recording uptake: who, of which asks, with which institutions; what stood before is kept; a refusal changes nothing."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from positions.actors import ANONYMOUS, Actor
from positions.errors import Forbidden, Invalid, LimitExceeded, NotFound, Refusal, StageForbids
from positions.lifecycle import Action
from positions.models.events import Event
from positions.models.uptakes import Uptake
from positions.queries.access import see_position
from positions.queries.uptakes import earlier_uptakes, see_uptake, uptakes_of
from positions.services.uptakes import MAX_EVIDENCE
from positions.services.verification import verify
from positions.uptakes import UptakeStatus
from positions.versions import sha256_of
from tests.support.followups import address, adopted, observe, submitted
from tests.support.world import LEAD, OUTSIDER, START, Paper, World, move

TODAY = START.date()
PAGE = "https://www.europarl.europa.eu/doceo/document/A-10-2026-0001_EN.html"


async def rows(world: World, paper: Paper) -> list[Uptake]:
    async with world.database.read() as session:
        found = await session.scalars(
            select(Uptake).where(Uptake.position_id == paper.id).order_by(Uptake.id)
        )
        return list(found)


async def recorded(world: World, paper: Paper) -> list[dict[str, Any]]:
    async with world.database.read() as session:
        statement = select(Event.body).where(Event.chain == paper.id, Event.tag == "uptake:recorded")
        return [json.loads(body) for body in await session.scalars(statement.order_by(Event.sequence))]


async def shown(world: World, paper: Paper, actor: Actor) -> list[tuple[str, str, str]]:
    async with world.database.read() as session:
        access = await see_position(session, actor, paper.reference)
        found = await uptakes_of(session, access)
        return [(row.ask_key, row.institution.code, row.status) for row in found]


async def test_what_was_seen_is_kept_with_its_evidence_and_stands_in_the_record(world: World) -> None:
    paper = await submitted(world)
    seen_on = TODAY - timedelta(days=1)
    row = await observe(
        world,
        paper,
        "D1",
        "EP",
        UptakeStatus.PARTLY_TAKEN_UP,
        evidence=" Esmena 14 del projecte d'informe. ",
        evidence_url=f" {PAGE} ",
        observed_on=seen_on,
    )
    assert (row.evidence, row.evidence_url, row.observed_on) == (
        "Esmena 14 del projecte d'informe.",
        PAGE,
        seen_on,
    )
    assert await recorded(world, paper) == [
        {
            "uptake": row.id,
            "ask": "D1",
            "institution": "EP",
            "status": "PARTLY_TAKEN_UP",
            "evidence_sha256": sha256_of("Esmena 14 del projecte d'informe."),
            "evidence_url": PAGE,
            "observed_on": seen_on.isoformat(),
            "replaces": None,
        }
    ]
    assert [finding async for finding in verify(world.database, paper.reference)] == []


async def test_something_newer_replaces_and_the_same_again_does_not(world: World) -> None:
    paper = await submitted(world)
    first = await observe(world, paper, "D1", "EC", UptakeStatus.NOTED)
    other = await observe(world, paper, "D1", "EP", UptakeStatus.REJECTED, evidence="  ", evidence_url="")
    again = await observe(world, paper, "D1", "EC", UptakeStatus.NOTED)
    newer = await observe(world, paper, "D1", "EC", UptakeStatus.TAKEN_UP)
    assert (again.id, other.evidence, other.evidence_url) == (first.id, None, None)
    stands = {row.id: row.replaced_at is None for row in await rows(world, paper)}
    assert stands == {first.id: False, other.id: True, newer.id: True}
    assert [body["replaces"] for body in await recorded(world, paper)] == [None, None, first.id]
    assert await shown(world, paper, world.outsider) == [("D1", "EC", "TAKEN_UP"), ("D1", "EP", "REJECTED")]
    async with world.database.read() as session:
        access, found = await see_uptake(session, world.coordinator, newer.id)
        assert [row.id for row in await earlier_uptakes(session, access, found)] == [first.id]


WRONG: list[tuple[dict[str, Any], type[Refusal], str, tuple[str, ...]]] = [
    ({"ask": "D9"}, Invalid, "ask_unknown", ("askKey",)),
    ({"ask": "d1"}, Invalid, "ask_unknown", ("askKey",)),
    ({"institution": "NOBODY"}, Invalid, "institution_unknown", ("institutionCode",)),
    ({"institution": "E\x00P"}, Invalid, "institution_unknown", ("institutionCode",)),
    ({"institution": "EP"}, Invalid, "institution_not_addressed", ("institutionCode",)),
    ({"evidence_url": "javascript:alert(1)"}, Invalid, "link_invalid", ("evidenceUrl",)),
    ({"evidence": "a\x00b"}, Invalid, "text_has_nul", ("evidence",)),
    ({"evidence": "a" * (MAX_EVIDENCE + 1)}, LimitExceeded, "text_too_long", ("evidence",)),
    ({"observed_on": TODAY + timedelta(days=1)}, Invalid, "observed_in_future", ("observedOn",)),
    ({"observed_on": date(2999, 1, 1)}, Invalid, "observed_in_future", ("observedOn",)),
]


@pytest.mark.parametrize(("wish", "kind", "reason", "path"), WRONG)
async def test_what_is_wrong_is_named_and_nothing_is_written(
    world: World, wish: dict[str, Any], kind: type[Refusal], reason: str, path: tuple[str, ...]
) -> None:
    paper = await submitted(world, addressees=("EC",))
    terms = {"ask": "D1", "institution": "EC", "status": UptakeStatus.NOTED, **wish}
    with pytest.raises(kind) as caught:
        await observe(world, paper, **terms)
    assert (caught.value.reason, caught.value.path) == (reason, path)
    assert await rows(world, paper) == []
    assert await recorded(world, paper) == []


async def test_only_a_coordinator_records_and_only_after_the_submission(world: World) -> None:
    early = await adopted(world)
    with pytest.raises(StageForbids):
        await observe(world, early, "D1", "EC", UptakeStatus.NOTED)
    paper = await submitted(world)
    for name in (LEAD, OUTSIDER, "OBSERVER", "ADMINISTRATOR"):
        with pytest.raises(Forbidden):
            await observe(world, paper, "D1", "EC", UptakeStatus.NOTED, actor=world.actors[name])
    with pytest.raises(NotFound):
        await observe(world, paper, "D1", "EC", UptakeStatus.NOTED, actor=ANONYMOUS)
    await move(world, paper, Action.CLOSE)
    with pytest.raises(StageForbids):
        await observe(world, paper, "D1", "EC", UptakeStatus.NOTED)


async def test_who_is_no_longer_an_addressee_keeps_what_was_seen(world: World) -> None:
    paper = await submitted(world)
    await observe(world, paper, "D1", "EP", UptakeStatus.NOTED)
    await address(world, paper, ("EC",))
    assert await shown(world, paper, world.coordinator) == [("D1", "EP", "NOTED")]


async def test_the_public_sees_what_stands_once_it_is_published(world: World) -> None:
    paper = await submitted(world)
    old = await observe(world, paper, "D1", "EC", UptakeStatus.NOTED, evidence="un error")
    now = await observe(world, paper, "D1", "EC", UptakeStatus.TAKEN_UP)
    async with world.database.read() as session:
        for hidden in (old.id, now.id, "upt_none"):
            with pytest.raises(NotFound):
                await see_uptake(session, ANONYMOUS, hidden)
    await move(world, paper, Action.PUBLISH)
    assert await shown(world, paper, ANONYMOUS) == [("D1", "EC", "TAKEN_UP")]
    async with world.database.read() as session:
        access, found = await see_uptake(session, ANONYMOUS, now.id)
        assert await earlier_uptakes(session, access, found) == []
        with pytest.raises(NotFound):
            await see_uptake(session, ANONYMOUS, old.id)
