"""Opening a round: on which text, under which terms, with whom; a refusal changes nothing."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from positions.actors import Actor
from positions.errors import (
    Conflict,
    Forbidden,
    IdempotencyMismatch,
    Invalid,
    NotFound,
    Refusal,
    StageForbids,
    Stale,
)
from positions.lifecycle import Action, Stage
from positions.models.rounds import Elector, Round
from positions.rules import Choice, Silence
from positions.services.closing import Closing
from positions.services.idempotency import key
from positions.services.rounds import open_round
from positions.services.versions import SaveVersion, save_version
from tests.support.rounds import CONSENSUS, DEADLINE, asked, cast, end, look, open_on, ready, state
from tests.support.world import (
    LEAD,
    OTHER_PARTICIPANT,
    OUTSIDER,
    PARTICIPANT,
    START,
    TOWNS,
    Paper,
    World,
    bring_to,
    move,
    propose,
    write,
)


async def refused(world: World, paper: Paper, actor: Actor | None = None, **terms: Any) -> Refusal:
    with pytest.raises(Refusal) as caught:
        async with world.database.write() as work:
            await open_round(work, actor or world.coordinator, asked(paper, **terms))
    return caught.value


async def save(world: World, paper: Paper) -> None:
    async with world.database.write() as work:
        await save_version(work, world.coordinator, SaveVersion(paper.document_id))


async def electorate(world: World, round_id: str) -> dict[str, tuple[int, int]]:
    row = await look(world, round_id)
    return {one.organization.code: (one.population, one.seats) for one in row.electors}


async def test_a_round_opens_on_the_newest_version_and_freezes_text_and_electorate(world: World) -> None:
    paper = await ready(world)
    row = await open_on(world, paper)
    assert (row.number, row.status, row.closes_at, row.is_last) == (1, "OPEN", DEADLINE, True)
    called = {code: TOWNS[code][1:] for code in (LEAD, PARTICIPANT, OTHER_PARTICIPANT)}
    assert await electorate(world, row.id) == called
    stage, _, tags = await state(world, paper)
    assert (stage, tags[-2:]) == ("APPROVING", ["round:opened", "stage:moved"])
    with pytest.raises(StageForbids):
        await write(world, paper, "Un altre text\n")


async def test_the_electorate_is_whom_the_coordinator_names(world: World) -> None:
    paper = await ready(world)
    row = await open_on(world, paper, electorate_codes=[OUTSIDER, LEAD])
    assert set(await electorate(world, row.id)) == {LEAD, OUTSIDER}


async def test_a_later_round_is_scheduled_and_freezes_the_text_at_once(world: World) -> None:
    paper = await ready(world)
    row = await open_on(world, paper, opens_at=START + timedelta(days=2))
    assert row.status == "SCHEDULED"
    stage, _, tags = await state(world, paper)
    assert (stage, tags[-2:]) == ("APPROVING", ["round:scheduled", "stage:moved"])


async def test_a_moment_gone_by_means_now(world: World) -> None:
    paper = await ready(world)
    row = await open_on(world, paper, opens_at=START - timedelta(days=2))
    assert row.status == "OPEN"
    assert row.opens_at > START


@pytest.mark.parametrize(
    ("terms", "reason"),
    [
        ({"name": "  "}, "text_blank"),
        ({"name": "a\x00b"}, "text_has_nul"),
        ({"rule": None}, "rule_required"),
        ({"rule": {"preset": "WHATEVER"}}, "rule_malformed"),
        ({"rule": {"thresholds": []}}, "rule_malformed"),
        ({"closes_at": START}, "round_closes_before_it_opens"),
        ({"opens_at": DEADLINE}, "round_closes_before_it_opens"),
        ({"electorate_codes": []}, "electorate_empty"),
        ({"electorate_codes": [LEAD, LEAD]}, "electorate_duplicate"),
        ({"electorate_codes": ["99999"]}, "organization_unknown"),
        ({"electorate_codes": ["GENERALITAT"]}, "elector_not_entitled"),
        ({"electorate_codes": ["AMB"], "rule": {"preset": "WEIGHTED_SEATS"}}, "rule_never_passes"),
        ({"step_key": "mayors"}, "step_unknown"),
    ],
)
async def test_terms_that_cannot_be_are_refused(world: World, terms: dict[str, Any], reason: str) -> None:
    paper = await ready(world)
    before = await state(world, paper)
    refusal = await refused(world, paper, **terms)
    assert (type(refusal), refusal.reason) == (Invalid, reason)
    assert await state(world, paper) == before
    async with world.database.read() as session:
        assert list(await session.scalars(select(Round.id))) == []
        assert list(await session.scalars(select(Elector.round_id))) == []


async def test_two_asks_with_one_key_are_refused(world: World) -> None:
    paper = await ready(world, "- **D1.** Un pla.\n- **D1.** Un altre pla.\n")
    refusal = await refused(world, paper)
    assert (refusal.reason, refusal.fields["ask"]) == ("ask_duplicate", "D1")


async def test_a_round_needs_a_version_that_there_is(world: World) -> None:
    paper = await ready(world)
    assert isinstance(await refused(world, paper, version_number=7), NotFound)
    assert isinstance(await refused(world, paper, reference="AMB-PP-2026-999"), NotFound)


async def test_a_round_is_never_opened_on_an_old_version_or_an_unsaved_draft(world: World) -> None:
    paper = await ready(world)
    await write(world, paper, "# Un altre text\n")
    refusal = await refused(world, paper)
    assert (type(refusal), refusal.reason) == (Stale, "draft_differs_from_version")
    await save(world, paper)
    refusal = await refused(world, paper)
    assert (refusal.reason, refusal.fields["newest"]) == ("version_not_newest", 2)
    assert (await open_on(world, paper, version_number=2)).number == 1


@pytest.mark.parametrize("stage", [Stage.PROPOSED, Stage.DRAFTING, Stage.ADOPTED, Stage.WITHDRAWN])
async def test_a_round_opens_in_amending_only(world: World, stage: Stage) -> None:
    paper = await propose(world)
    await bring_to(world, paper, stage)
    if stage is Stage.DRAFTING:
        await save(world, paper)
    expected = NotFound if stage in {Stage.PROPOSED, Stage.WITHDRAWN} else StageForbids
    assert isinstance(await refused(world, paper), expected)


@pytest.mark.parametrize("name", [LEAD, OUTSIDER, "OBSERVER", "ADMINISTRATOR"])
async def test_only_a_coordinator_opens_a_round(world: World, name: str) -> None:
    paper = await ready(world)
    assert isinstance(await refused(world, paper, world.actors[name]), Forbidden)
    assert isinstance(await refused(world, paper, world.actors["ANONYMOUS"]), NotFound)


async def test_one_round_at_a_time(world: World) -> None:
    paper = await ready(world)
    await open_on(world, paper, opens_at=START + timedelta(days=2))
    refusal = await refused(world, paper)
    assert (type(refusal), refusal.reason) == (Conflict, "round_running")


async def test_the_same_key_opens_one_round(world: World) -> None:
    paper = await ready(world)
    used = key(world.coordinator, "openRound", "k1", {"name": "a"})
    other = key(world.coordinator, "openRound", "k1", {"name": "b"})
    opened = []
    for _ in range(2):
        async with world.database.write() as work:
            opened.append((await open_round(work, world.coordinator, asked(paper), used)).id)
    assert opened[0] == opened[1]
    with pytest.raises(IdempotencyMismatch):
        async with world.database.write() as work:
            await open_round(work, world.coordinator, asked(paper), other)


async def test_a_route_sets_the_terms_and_the_order(world: World) -> None:
    paper = await ready(world, route_key="mayors")
    assert (await refused(world, paper, name="Un nom", step_key="clearance")).reason == "step_decides"
    assert (await refused(world, paper, step_key="council")).reason == "step_unknown"
    assert (await refused(world, paper, step_key=None)).reason == "step_required"
    refusal = await refused(world, paper, step_key="mayors")
    assert (type(refusal), refusal.reason) == (Conflict, "step_not_next")
    row = await open_on(world, paper, step_key="clearance")
    assert (row.name, row.step_key, row.silence, row.is_last) == (
        "Validació tècnica",
        "clearance",
        "CONSENT",
        False,
    )
    assert set(await electorate(world, row.id)) == set(TOWNS)


async def test_the_next_step_opens_on_the_same_text_and_the_last_adopts(world: World) -> None:
    paper = await ready(world, route_key="mayors")
    first = await open_on(world, paper, step_key="clearance")
    for code in TOWNS:
        await cast(world, first.id, code)
    assert await end(world, first.id) == "PASSED"
    assert (await state(world, paper))[:2] == ("APPROVING", None)
    with pytest.raises(StageForbids):
        await write(world, paper, "Un altre text\n")
    second = await open_on(world, paper, step_key="mayors")
    for code in TOWNS:
        await cast(world, second.id, code)
    assert await end(world, second.id) == "PASSED"
    assert (await state(world, paper))[:2] == ("ADOPTED", second.version_id)


async def test_steps_passed_on_another_text_do_not_count(world: World) -> None:
    paper = await ready(world, route_key="mayors")
    first = await open_on(world, paper, step_key="clearance")
    for code in TOWNS:
        await cast(world, first.id, code)
    await end(world, first.id)
    second = await open_on(world, paper, step_key="mayors")
    assert await end(world, second.id, Closing.VOID, "Cal refer-ho") == "VOID"
    again = await open_on(world, paper, step_key="mayors")  # the text is the same: its clearance holds
    assert await end(world, again.id, Closing.VOID, "Cal refer-ho") == "VOID"
    await write(world, paper, "# Un altre text\n")
    await save(world, paper)
    assert (await refused(world, paper, step_key="mayors", version_number=2)).reason == "step_not_next"


async def test_an_ad_hoc_silence_is_a_clearance_that_passes_without_adopting(world: World) -> None:
    paper = await ready(world)
    row = await open_on(world, paper, rule=CONSENSUS, silence=Silence.CONSENT)
    for code in (LEAD, PARTICIPANT, OTHER_PARTICIPANT):
        await cast(world, row.id, code)
    assert (row.is_last, await end(world, row.id)) == (False, "PASSED")
    assert (await state(world, paper))[:2] == ("APPROVING", None)
    decisive = await open_on(world, paper)
    for code in (LEAD, PARTICIPANT, OTHER_PARTICIPANT):
        await cast(world, decisive.id, code, Choice.APPROVE)
    assert (decisive.number, await end(world, decisive.id)) == (2, "PASSED")
    assert (await state(world, paper))[0] == "ADOPTED"


async def test_withdrawing_the_paper_ends_its_round(world: World) -> None:
    paper = await ready(world)
    row = await open_on(world, paper)
    await move(world, paper, Action.WITHDRAW)
    assert (await look(world, row.id)).status == "VOID"
