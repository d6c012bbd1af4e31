"""Certificates of mandates: kept for the town that gave them, named by its votes, seen with them, never used for another text."""

from dataclasses import replace
from typing import Any

import pytest

from positions.errors import LimitExceeded, NotFound, Refusal
from positions.mandates import Covers
from positions.queries.mandates import see_certificate
from positions.services import mandates
from positions.services.closing import Closing
from positions.services.verification import verify
from positions.services.versions import SaveVersion, save_version
from positions.services.votes import told_of_vote
from tests.support.delegates import certify, confirm, want_two
from tests.support.rounds import MANDATE, TEXT, cast, end, open_on, ready
from tests.support.world import LEAD, PARTICIPANT, Paper, World, write


async def refused(world: World, round_id: str, certificate_id: str, **more: Any) -> str:
    with pytest.raises(Refusal) as refusal:
        await cast(world, round_id, LEAD, certificate_id=certificate_id, **more)
    return refusal.value.reason


async def seers(world: World, certificate_id: str) -> list[str]:
    found = []
    async with world.database.read() as session:
        for name, actor in world.actors.items():
            try:
                await see_certificate(session, actor, certificate_id)
            except NotFound:
                continue
            found.append(name)
    return sorted(found)


READERS = sorted(["08015", "08019", "08101", "08282", "ADMINISTRATOR", "COORDINATOR", "OBSERVER"])


async def test_a_vote_names_its_certificate_and_the_record_its_hash(world: World) -> None:
    paper = await ready(world)
    row = await open_on(world, paper)
    proof = await certify(world, paper, world.lead)
    vote = await cast(world, row.id, LEAD, certificate_id=proof.id)
    plain = await cast(world, row.id, PARTICIPANT)
    assert told_of_vote(row, vote, LEAD, None)["certificate_sha256"] == proof.sha256
    assert "certificate_sha256" not in told_of_vote(row, plain, PARTICIPANT, None)
    assert [one async for one in verify(world.database)] == []


async def test_certificates_unknown_of_others_or_of_another_paper_are_refused(world: World) -> None:
    paper = await ready(world)
    row = await open_on(world, paper)
    foreign = await certify(world, paper, world.participant)
    elsewhere = await certify(world, await ready(world), world.lead)
    assert await refused(world, row.id, "cer_none") == "certificate_unknown"
    assert await refused(world, row.id, "\x00") == "certificate_unknown"
    assert await refused(world, row.id, elsewhere.id) == "certificate_unknown"
    assert await refused(world, row.id, foreign.id) == "certificate_of_another"


@pytest.mark.parametrize("covers", Covers)
async def test_only_a_mandate_for_the_whole_paper_serves_for_another_text(
    world: World, covers: Covers
) -> None:
    paper = await ready(world)
    first = await open_on(world, paper)
    proof = await certify(world, paper, world.lead)
    given = replace(MANDATE, covers=covers)
    await cast(world, first.id, LEAD, certificate_id=proof.id, mandate=given)
    await cast(world, first.id, LEAD, certificate_id=proof.id, mandate=given)  # on the same text
    await end(world, first.id, Closing.VOID, "Cal refer-lo")
    second = await _next_round(world, paper)
    if covers is Covers.POSITION:
        await cast(world, second, LEAD, certificate_id=proof.id, mandate=given)
    else:
        assert await refused(world, second, proof.id, mandate=given) == "certificate_for_other_version"


async def _next_round(world: World, paper: Paper) -> str:
    await write(world, paper, TEXT.replace("el riu", "la llera"))
    async with world.database.write() as work:
        await save_version(work, world.lead, SaveVersion(paper.document_id))
    return (await open_on(world, paper, version_number=2)).id


async def test_a_certificate_is_seen_with_the_vote_that_names_it(world: World) -> None:
    paper = await ready(world)
    row = await open_on(world, paper)
    second = await want_two(world, LEAD)
    proof = await certify(world, paper, world.lead)
    assert await seers(world, proof.id) == [LEAD]
    vote = await cast(world, row.id, LEAD, certificate_id=proof.id)
    assert await seers(world, proof.id) == [LEAD]
    await confirm(world, vote.id, second)
    assert await seers(world, proof.id) == READERS


async def test_while_a_round_is_sealed_its_certificates_are_too(world: World) -> None:
    paper = await ready(world)
    row = await open_on(world, paper)
    async with world.database.write() as work:
        (await work.session.merge(row)).is_sealed = True
    proof = await certify(world, paper, world.lead)
    await cast(world, row.id, LEAD, certificate_id=proof.id)
    assert await seers(world, proof.id) == [LEAD]


async def test_a_town_keeps_a_limited_number(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    paper = await ready(world)
    monkeypatch.setattr(mandates, "MAX_CERTIFICATES", 1)
    await certify(world, paper, world.lead)
    await certify(world, paper, world.participant)
    with pytest.raises(LimitExceeded):
        await certify(world, paper, world.lead)


async def test_who_may_not_vote_keeps_no_certificate(world: World) -> None:
    paper = await ready(world)
    for name, reason in (
        ("COORDINATOR", "role_forbids"),
        ("OBSERVER", "role_forbids"),
        ("ANONYMOUS", "position_unknown"),
    ):
        with pytest.raises(Refusal) as refusal:
            await certify(world, paper, world.actors[name])
        assert refusal.value.reason == reason
