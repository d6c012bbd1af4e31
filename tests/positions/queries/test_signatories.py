"""Signatories as they are read: from every spoken round that passed on the adopted text, for whoever may know."""

from collections.abc import AsyncIterator
from datetime import date, timedelta

import pytest

from positions.actors import ANONYMOUS, Actor
from positions.lifecycle import Action
from positions.models.statements import SignatureWithdrawal
from positions.queries.access import see_position
from positions.queries.rounds import count_rounds
from positions.queries.signatories import Signature, signatories_of, signatures
from positions.rules import Choice
from positions.services.votes import RecordedVote, RecordVotes, record_votes
from positions.votes import Act
from tests.support.rounds import CONSENSUS, DEADLINE, cast, end, open_on, ready
from tests.support.world import LEAD, OTHER_PARTICIPANT, PARTICIPANT, Paper, World, move, world_at

pytestmark = pytest.mark.anyio


@pytest.fixture
async def world(database_url: str) -> AsyncIterator[World]:
    async with world_at(database_url) as made:
        yield made


async def signed(world: World, paper: Paper, actor: Actor | None = None) -> list[Signature]:
    async with world.database.read() as session:
        access = await see_position(session, actor or world.coordinator, paper.reference)
        return await signatories_of(session, access)


async def adopted(world: World) -> Paper:
    """A paper adopted by Barcelona and, but for D2 and subject to ratification, L'Hospitalet; Badalona objects."""
    paper = await ready(world)
    row = await open_on(world, paper)
    await cast(world, row.id, LEAD)
    due = date(2027, 1, 20)
    await cast(world, row.id, PARTICIPANT, except_ask_keys=["D2"], ratification_due_on=due)
    await cast(world, row.id, OTHER_PARTICIPANT, Choice.OBJECT)
    await end(world, row.id)
    return paper


async def test_who_approved_signs_with_exceptions(world: World) -> None:
    paper = await adopted(world)
    found = await signed(world, paper)
    assert [one.organization.code for one in found] == [LEAD, PARTICIPANT]
    terms = found[1].signatory
    assert (terms.except_asks, terms.ratification_due_on, terms.withdrawal) == (
        ("D2",),
        date(2027, 1, 20),
        None,
    )


async def test_nobody_has_signed_before_the_adoption_or_under_a_failed_round(world: World) -> None:
    paper = await ready(world)
    row = await open_on(world, paper, rule=CONSENSUS)
    await cast(world, row.id, LEAD)
    assert await signed(world, paper) == []
    await cast(world, row.id, PARTICIPANT)
    await cast(world, row.id, OTHER_PARTICIPANT, Choice.OBJECT)
    await end(world, row.id)
    assert await signed(world, paper) == []


async def test_the_public_knows_from_publication_on(world: World) -> None:
    paper = await adopted(world)
    await move(world, paper, Action.PUBLISH)
    assert len(await signed(world, paper, ANONYMOUS)) == 2
    async with world.database.read() as session:
        assert await count_rounds(session, await see_position(session, ANONYMOUS, paper.reference)) == 1


async def test_who_withdrew_stays_with_the_withdrawal(world: World) -> None:
    paper = await adopted(world)
    act = {"body": "Ple", "date": "2026-11-24", "reference": "PLE 1"}
    (membership,) = world.lead.memberships
    async with world.database.write() as work:
        work.session.add(
            SignatureWithdrawal(
                position_id=paper.id,
                organization_id=membership.organization_id,
                withdrawn_on=date(2026, 11, 24),
                act=act,
                membership_id=membership.id,
                recorded_at=work.now,
            )
        )
    withdrawal = (await signed(world, paper))[0].signatory.withdrawal
    assert withdrawal is not None
    assert (withdrawal.act, withdrawal.withdrawn_on) == (
        Act("Ple", date(2026, 11, 24), "PLE 1"),
        date(2026, 11, 24),
    )


async def test_adhering_mayors_sign_under_the_presidencys_letter(world: World) -> None:
    paper = await ready(world, route_key="presidency_letter")
    adhesion = await open_on(world, paper, step_key="adhesion")
    await cast(world, adhesion.id, LEAD)
    world.clock.now = DEADLINE
    await end(world, adhesion.id)
    letter = await open_on(world, paper, step_key="letter", closes_at=DEADLINE + timedelta(days=10))
    act = Act("Presidència", date(2026, 12, 3), "Decret 1")
    async with world.database.write() as work:
        recorded = RecordVotes(letter.id, [RecordedVote("AMB", Choice.APPROVE)], act)
        await record_votes(work, world.coordinator, recorded)
    await end(world, letter.id)
    assert [one.organization.code for one in await signed(world, paper)] == [LEAD, "AMB"]
    async with world.database.read() as session:
        found = await signatures(session, await see_position(session, world.coordinator, paper.reference))
    assert found is not None
    assert found.adopted_on == date(2026, 12, 3)
