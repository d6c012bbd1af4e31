"""More people of the small world's towns: colleagues, substitutes, a new government's delegate; and what they do with votes."""

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import select

from positions.actors import Actor, Membership, Role
from positions.ids import MemberId, MembershipId
from positions.mandates import RatificationStatus
from positions.models import members
from positions.models.organizations import Organization
from positions.models.rounds import Certificate, Round, Vote
from positions.services.confirmations import AskConfirmation, ask_confirmation, confirm_vote
from positions.services.mandates import AddCertificate, add_certificate, check_certificate_file
from positions.services.ratifications import SettleRatification, settle_ratification
from positions.votes import Act
from tests.support.states import step
from tests.support.world import SINCE, Paper, World

PDF = b"%PDF-1.7\nEl ple acorda.\n%%EOF\n"
PLENARY = Act("Ple municipal", date(2026, 11, 23), "Acord 12/2026")


@step
async def join(world: World, code: str, *, is_substitute: bool = False) -> Actor:
    """Another delegate of a town."""
    async with world.database.write() as work:
        member_id, membership_id = work.new_id("mem"), work.new_id("msh")
        town = (await work.session.scalars(select(Organization).where(Organization.code == code))).one()
        work.session.add(
            members.Member(id=member_id, email=f"{member_id}@{code}.test", name="Segona", created_at=work.now)
        )
        await work.session.flush()
        work.session.add(
            members.Membership(
                id=membership_id,
                member_id=member_id,
                organization_id=town.id,
                role=Role.DELEGATE.value,
                is_substitute=is_substitute,
                since=SINCE,
            )
        )
    (first,) = world.actors[code].memberships
    held: Membership = replace(first, id=MembershipId(membership_id), is_substitute=is_substitute)
    return Actor(member_id=MemberId(member_id), name="Segona", memberships=(held,))


@step
async def want_two(world: World, code: str) -> Actor:
    """Let a town's votes take two persons; its second delegate."""
    second = await join(world, code)
    async with world.database.write() as work:
        town = (await work.session.scalars(select(Organization).where(Organization.code == code))).one()
        town.confirms_votes = True
    return second


@step
async def confirm(world: World, vote_id: str, actor: Actor) -> Vote:
    """Confirm a vote."""
    async with world.database.write() as work:
        return await confirm_vote(work, actor, vote_id)


@step
async def ask(world: World, round_id: str, code: str, actor: Actor | None = None) -> Round:
    """Ask a town to confirm its vote, as the coordinator."""
    request = AskConfirmation(round_id, code, "El govern ha canviat")
    async with world.database.write() as work:
        return await ask_confirmation(work, actor or world.coordinator, request)


@step
async def settle(world: World, vote_id: str, outcome: RatificationStatus, actor: Actor, **more: Any) -> Vote:
    """Say what a town's plenary made of its vote."""
    request = SettleRatification(**{"vote_id": vote_id, "outcome": outcome, "act": PLENARY, **more})
    async with world.database.write() as work:
        return await settle_ratification(work, actor, request)


@step
async def certify(world: World, paper: Paper, actor: Actor, content: bytes = PDF) -> Certificate:
    """Keep a file that proves a mandate."""
    request = AddCertificate(paper.reference, "acord.pdf", content)
    checked = await check_certificate_file(world.database, actor, request)
    async with world.database.write() as work:
        return await add_certificate(work, actor, checked)
