"""What exists for whom: the one statement agrees with the permission table, in every stage, published or not."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from positions.actors import ANONYMOUS, Actor, Membership, Role, Scope
from positions.errors import NotFound
from positions.ids import MemberId, MembershipId, OrganizationId
from positions.lifecycle import Stage
from positions.models.positions import Position
from positions.permissions import PERMISSIONS, Permission, Standing
from positions.queries.access import access_to, see_document, see_position, see_position_by_id
from positions.queries.covers import options
from positions.queries.visible import readable, visible_positions
from tests.support.states import step
from tests.support.world import OTHER_PARTICIPANT, OUTSIDER, Paper, World, bring_to, propose

STRANGER = Actor(member_id=MemberId("mem_stranger"))
"""Signed in, and without any role now."""


@step
async def papers_of(world: World) -> dict[tuple[Stage, bool], Paper]:
    """A position in each stage, and the same again as if it had been published."""
    papers = {}
    for stage in Stage:
        for is_published in (False, True):
            papers[stage, is_published] = await propose(world)
            await bring_to(world, papers[stage, is_published], stage)
    async with world.database.write() as work:
        public = [paper.id for (_, is_published), paper in papers.items() if is_published]
        for position in await work.session.scalars(select(Position).where(Position.id.in_(public))):
            position.published_at = work.now
    return papers


async def test_it_is_seen_when_published_or_readable_and_by_nobody_else(world: World) -> None:
    papers = await papers_of(world)
    actors = {**world.actors, "STRANGER": STRANGER}
    for actor in list(actors.values()):
        actors[f"{actor.name} token"] = replace(actor, scopes=frozenset(set(Scope) - {Scope.READ}))
    for name, actor in actors.items():
        async with world.database.read() as session:
            seen = {
                row.id: row for row in await session.scalars(visible_positions(actor).options(*options(())))
            }
            read = set(await session.scalars(select(Position.id).where(readable(actor))))
            for (stage, is_published), paper in papers.items():
                may_read = paper.id in seen and access_to(actor, seen[paper.id]).holds(Permission.READ)
                assert (paper.id in read) is may_read, (name, stage)
                assert (paper.id in seen) is (is_published or may_read), (name, stage)


async def test_towns_outside_read_from_amending_on(world: World) -> None:
    papers = await papers_of(world)
    outside = PERMISSIONS[Permission.READ][Standing.OUTSIDER]
    async with world.database.read() as session:
        for code in (OUTSIDER, OTHER_PARTICIPANT):
            ids = set(await session.scalars(select(Position.id).where(readable(world.actors[code]))))
            assert ids == {paper.id for (stage, _), paper in papers.items() if stage in outside}


@pytest.mark.parametrize("actor", [ANONYMOUS, STRANGER], ids=["anonymous", "stranger"])
async def test_every_door_says_not_found_alike(world: World, actor: Actor) -> None:
    paper = await propose(world)
    async with world.database.read() as session:
        for attempt in (
            see_position(session, actor, paper.reference),
            see_position(session, actor, "AMB-PP-2026-999"),
            see_position_by_id(session, actor, paper.id),
        ):
            with pytest.raises(NotFound, match="position_unknown"):
                await attempt
        for document_id in (paper.document_id, "doc_0", "\x00"):
            with pytest.raises(NotFound, match="document_unknown"):
                await see_document(session, actor, document_id)


async def test_several_memberships_see_what_any_of_them_sees(world: World) -> None:
    paper = await propose(world)
    (town,) = world.outsider.memberships
    observer = Membership(MembershipId("msh_x"), OrganizationId("org_x"), "X", Role.OBSERVER)
    async with world.database.read() as session:
        both = replace(world.outsider, memberships=(town, observer))
        assert (await see_position(session, both, paper.reference)).holds(Permission.READ)
        with pytest.raises(NotFound):
            await see_position(session, world.outsider, paper.reference)
