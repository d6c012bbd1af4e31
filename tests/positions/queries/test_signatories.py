"""Signatories as they are read: from every spoken round that passed on the adopted text, for whoever may know."""

from datetime import date, timedelta

from sqlalchemy import select

from positions.actors import ANONYMOUS, Actor
from positions.lifecycle import Action
from positions.mandates import RatificationStatus
from positions.models.organizations import Organization
from positions.models.rounds import Elector, Vote
from positions.models.statements import SignatureWithdrawal
from positions.queries.access import see_position
from positions.queries.adoptions import adoptions_by_id
from positions.queries.facets import public_facets
from positions.queries.positions import PositionFilter
from positions.queries.publications import publications
from positions.queries.rounds import count_rounds
from positions.queries.signatories import Signature, signatories_of, signatures
from positions.rules import Choice
from positions.services.votes import RecordedVote, RecordVotes, record_votes
from positions.signatories import standing
from positions.votes import Act
from tests.support.rounds import CONSENSUS, DEADLINE, cast, end, open_on, ready
from tests.support.states import step
from tests.support.world import LEAD, OTHER_PARTICIPANT, PARTICIPANT, Paper, World, move

ADHERED = sorted((LEAD, PARTICIPANT, OTHER_PARTICIPANT, "AMB"))


async def signed(world: World, paper: Paper, actor: Actor | None = None) -> list[Signature]:
    async with world.database.read() as session:
        access = await see_position(session, actor or world.coordinator, paper.reference)
        return await signatories_of(session, access)


@step
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
    paper = await adhered_and_decided(world)
    assert [one.organization.code for one in await signed(world, paper)] == ADHERED
    async with world.database.read() as session:
        found = await signatures(session, await see_position(session, world.coordinator, paper.reference))
    assert found is not None
    assert found.adopted_on == date(2026, 12, 3)


@step
async def adhered_and_decided(world: World) -> Paper:
    """The towns adhere, the authority decides; the text is public."""
    paper = await ready(world, route_key="presidency_letter")
    adhesion = await open_on(world, paper, step_key="adhesion")
    for code in (LEAD, PARTICIPANT, OTHER_PARTICIPANT):
        await cast(world, adhesion.id, code)
    world.clock.now = DEADLINE
    await end(world, adhesion.id)
    letter = await open_on(world, paper, step_key="letter", closes_at=DEADLINE + timedelta(days=10))
    act = Act("Presidència", date(2026, 12, 3), "Decret 1")
    async with world.database.write() as work:
        recorded = RecordVotes(letter.id, [RecordedVote("AMB", Choice.APPROVE)], act)
        await record_votes(work, world.coordinator, recorded)
    await end(world, letter.id)
    await move(world, paper, Action.PUBLISH)
    return paper


async def standing_everywhere(world: World, paper: Paper) -> list[str]:
    """Who stands behind the text, by code: read for one paper, for many, and found by the portal's search and its counts."""
    async with world.database.read() as session:
        alone = standing(
            one.signatory
            for one in await signatories_of(session, await see_position(session, ANONYMOUS, paper.reference))
        )
        together = (await adoptions_by_id(session, [paper.id]))[paper.id].signatories
        counted = (await public_facets(session)).organizations
        codes = [one.organization for one in alone]
        assert [one.organization.code for one in together] == codes
        assert sorted(row.code for row, _ in counted) == codes
        for code in ADHERED:
            found = await publications(session, PositionFilter(signatory_codes=[code]))
            assert bool(found) is (code in codes), code
    return codes


async def change_vote(world: World, code: str, **values: object) -> None:
    async with world.database.write() as work:
        statement = select(Vote).join(Organization, Organization.id == Vote.organization_id)
        vote = (await work.session.scalars(statement.where(Organization.code == code))).one()
        for name, value in values.items():
            setattr(vote, name, value)


async def test_every_reader_is_told_the_same_signatories(world: World) -> None:
    paper = await adhered_and_decided(world)
    assert await standing_everywhere(world, paper) == ADHERED
    await change_vote(world, PARTICIPANT, is_tacit=True)
    await change_vote(world, OTHER_PARTICIPANT, ratification_status=RatificationStatus.WITHDRAWN.value)
    assert await standing_everywhere(world, paper) == sorted((LEAD, "AMB"))
    await change_vote(world, OTHER_PARTICIPANT, ratification_status=RatificationStatus.PENDING.value)
    assert await standing_everywhere(world, paper) == sorted((LEAD, OTHER_PARTICIPANT, "AMB"))
    async with world.database.write() as work:
        overtaken = (
            await work.session.scalars(select(Elector).join(Organization).where(Organization.code == "AMB"))
        ).one()
        town = (await work.session.scalars(select(Organization).where(Organization.code == LEAD))).one()
        overtaken.organization_id = town.id
    await change_vote(world, "AMB", organization_id=town.id, choice=Choice.OBJECT.value)
    assert await standing_everywhere(world, paper) == [OTHER_PARTICIPANT]
