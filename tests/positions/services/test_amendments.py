"""Amendments on a passage: tabled, decided, applied under their authors' name, or refused without a trace."""

from dataclasses import replace
from datetime import timedelta

import pytest

from positions.actors import Actor
from positions.amendments import AmendmentStatus, Decision, Fit
from positions.authorship import contributors
from positions.errors import (
    AlreadyDone,
    Conflict,
    Forbidden,
    Invalid,
    LimitExceeded,
    Refusal,
    StageForbids,
    Stale,
)
from positions.lifecycle import Action, Stage
from positions.models.amendments import Amendment
from positions.models.positions import Position
from positions.queries.amendments import see_amendment, standing
from positions.services.amendments import ProposeAmendment, propose_amendment, withdraw_amendment
from positions.services.decisions import DecideAmendment, Decided, decide_amendment
from positions.services.versions import SaveVersion, save_version
from tests.support.world import LEAD, Paper, World, bring_to, move, propose, write

TEXT = "# Aigua\n\n**D1.** Demanem un pla metropolità.\n\n**D2.** Demanem un fons de bestreta per als municipis.\n"
PASSAGE = "un fons de bestreta"


@pytest.fixture
async def paper(world: World) -> Paper:
    paper = await propose(world)
    await bring_to(world, paper, Stage.AMENDING, TEXT)
    return paper


def proposal(paper: Paper, passage: str = PASSAGE, text: str = "un fons de solidaritat") -> ProposeAmendment:
    start = TEXT.index(passage)
    return ProposeAmendment(paper.document_id, 1, start, start + len(passage), text, "Perquè sí.")


async def table(world: World, request: ProposeAmendment, actor: Actor | None = None) -> Amendment:
    async with world.database.write() as work:
        return await propose_amendment(work, actor or world.participant, request)


async def decide(world: World, amendment: Amendment, decision: Decision, **given: object) -> Decided:
    request = DecideAmendment(amendment.id, decision, **given)  # type: ignore[arg-type]  # keywords by name
    async with world.database.write() as work:
        return await decide_amendment(work, world.coordinator, request)


async def draft(world: World, paper: Paper) -> str:
    async with world.database.read() as session:
        return (await world.database.drafts.load(session, paper.document_id)).text


async def test_an_incorporated_amendment_becomes_text_of_its_first_author(world: World, paper: Paper) -> None:
    amendment = await table(world, replace(proposal(paper), cosponsor_codes=(LEAD,)))
    decided = await decide(world, amendment, Decision.INCORPORATE, reason="Millora el text")
    assert decided.draft.text == TEXT.replace(PASSAGE, "un fons de solidaritat")
    async with world.database.read() as session:
        _, found = await see_amendment(session, world.lead, amendment.id)
        runs = (await world.database.drafts.load(session, paper.document_id)).runs
    assert (found.status, found.decided_text) == ("INCORPORATED", "un fons de solidaritat")
    assert found.authors[0].organization_id == world.participant.memberships[0].organization_id
    assert contributors(runs)[world.participant.memberships[0].id] == len("solidaritat")


async def test_words_others_wrote_since_survive_an_amendment_beside_them(world: World, paper: Paper) -> None:
    amendment = await table(world, proposal(paper))
    changed = TEXT.replace("per als municipis", "per als municipis petits").replace("# Aigua", "# L'aigua")
    await write(world, paper, changed)
    decided = await decide(world, amendment, Decision.INCORPORATE)
    assert decided.draft.text == changed.replace(PASSAGE, "un fons de solidaritat")


async def test_an_amendment_of_words_that_others_changed_is_not_applied_over_them(
    world: World, paper: Paper
) -> None:
    amendment = await table(world, proposal(paper))
    changed = TEXT.replace("fons de bestreta", "fons de garantia")
    await write(world, paper, changed)
    async with world.database.read() as session:
        _, found = await see_amendment(session, world.lead, amendment.id)
        placed = await standing(session, world.database.drafts, [found])
    assert placed.placements[amendment.id].fit is Fit.COLLIDES
    with pytest.raises(Conflict):
        await decide(world, amendment, Decision.INCORPORATE)
    assert await draft(world, paper) == changed
    partly = await decide(
        world, amendment, Decision.INCORPORATE_PARTLY, text="un fons de garantia i solidaritat"
    )
    assert partly.draft.text == changed.replace("un fons de garantia", "un fons de garantia i solidaritat")


async def test_what_a_compromise_replaces_falls_with_it(world: World, paper: Paper) -> None:
    first = await table(world, proposal(paper))
    compromise = await table(
        world, replace(proposal(paper, text="un fons ponderat"), replaces=(first.id,)), world.coordinator
    )
    async with world.database.read() as session:
        found = await standing(session, world.database.drafts, [first, compromise])
        assert found.collisions == {first.id: (2,), compromise.id: (1,)}
    await decide(world, compromise, Decision.INCORPORATE)
    async with world.database.read() as session:
        _, fallen = await see_amendment(session, world.lead, first.id)
    assert fallen.status == AmendmentStatus.FALLEN
    with pytest.raises(AlreadyDone):
        await decide(world, first, Decision.REJECT)


async def test_an_addition_stands_between_its_neighbours(world: World, paper: Paper) -> None:
    end = TEXT.index("metropolità") + len("metropolità")
    request = ProposeAmendment(paper.document_id, 1, end, end, " i públic", "")
    amendment = await table(world, request)
    assert (amendment.operation, amendment.original) == ("ADD", "")
    decided = await decide(world, amendment, Decision.INCORPORATE)
    assert "un pla metropolità i públic." in decided.draft.text


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"start": 0, "end": 9_999}, Invalid),
        ({"proposed_text": PASSAGE}, Invalid),
        ({"cosponsor_codes": ("08282",)}, Invalid),
        ({"proposed_text": "nul\0"}, Invalid),
    ],
)
async def test_a_proposal_that_cannot_be_is_refused(
    world: World, paper: Paper, given: dict[str, object], refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        await table(world, replace(proposal(paper), **given))  # type: ignore[arg-type]  # keywords by name
    amendment = await table(world, proposal(paper))
    assert amendment.number == 1


async def test_an_amendment_on_a_stale_version_is_refused(world: World, paper: Paper) -> None:
    await write(world, paper, TEXT + "\nMés.\n")
    async with world.database.write() as work:
        await save_version(work, world.lead, SaveVersion(paper.document_id))
    with pytest.raises(Stale):
        await table(world, proposal(paper))


@pytest.mark.parametrize("given", [{"end": 10_000}, {"proposed_text": "\0"}, {"cosponsor_codes": ("00000",)}])
async def test_what_is_invalid_is_told_before_that_the_version_is_stale(
    world: World, paper: Paper, given: dict[str, object]
) -> None:
    request = replace(proposal(paper), **given)  # type: ignore[arg-type]  # keywords by name
    async with world.database.write() as work:
        await save_version(work, world.lead, SaveVersion(paper.document_id))
    with pytest.raises(Invalid):
        await table(world, request)


@pytest.mark.parametrize("given", [{}, {"text": "\0"}])
async def test_what_is_invalid_is_told_before_that_the_draft_moved_on(
    world: World, paper: Paper, given: dict[str, object]
) -> None:
    amendment = await table(world, proposal(paper))
    with pytest.raises(Invalid):
        await decide(world, amendment, Decision.INCORPORATE_PARTLY, expected_draft_sequence=0, **given)


async def test_a_decision_on_a_draft_that_moved_on_is_refused(world: World, paper: Paper) -> None:
    amendment = await table(world, proposal(paper))
    with pytest.raises(Stale):
        await decide(world, amendment, Decision.INCORPORATE, expected_draft_sequence=0)
    assert await draft(world, paper) == TEXT


async def test_after_the_tabling_deadline_only_those_who_steer_may_table(world: World, paper: Paper) -> None:
    async with world.database.write() as work:
        position = await work.session.get_one(Position, paper.id)
        position.tabling_deadline = work.now - timedelta(days=1)
    with pytest.raises(StageForbids, match="tabling_closed"):
        await table(world, proposal(paper))
    assert (await table(world, proposal(paper), world.coordinator)).number == 1


async def test_only_its_own_organization_takes_an_amendment_back(world: World, paper: Paper) -> None:
    amendment = await table(world, proposal(paper))
    with pytest.raises(Forbidden):
        async with world.database.write() as work:
            await withdraw_amendment(work, world.lead, amendment.id)
    async with world.database.write() as work:
        assert (await withdraw_amendment(work, world.participant, amendment.id)).status == "WITHDRAWN"


async def test_delegates_do_not_decide_and_nothing_is_amended_while_drafting(
    world: World, paper: Paper
) -> None:
    amendment = await table(world, proposal(paper))
    with pytest.raises(Forbidden):
        async with world.database.write() as work:
            await decide_amendment(work, world.participant, DecideAmendment(amendment.id, Decision.REJECT))
    await move(world, paper, Action.REOPEN_DRAFTING)
    with pytest.raises(StageForbids):
        await table(world, proposal(paper))


@pytest.mark.parametrize(
    "given", [{"cosponsor_codes": tuple(map(str, range(300)))}, {"replaces": ("amd_1",) * 51}]
)
async def test_lists_without_end_are_refused(
    world: World, paper: Paper, given: dict[str, tuple[str, ...]]
) -> None:
    with pytest.raises(LimitExceeded, match="list_too_long"):
        await table(world, replace(proposal(paper), **given))  # type: ignore[arg-type]  # keywords by name
