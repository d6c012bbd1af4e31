"""What members were told: by kind, as they would read it, and what the outbox holds."""

from sqlalchemy import select

from positions.actors import Actor
from positions.models.members import Member, Membership
from positions.models.notices import Mail, Notice
from positions.notices import Cadence
from positions.queries.notices import list_notices, shown
from positions.queries.pages import Window
from positions.queries.sayings import Saying, say
from positions.services.notices import set_cadence
from tests.support.world import SINCE, World


async def told(world: World, actor: Actor, *, unseen: bool = False) -> list[str]:
    """The kinds of an actor's notices, oldest first."""
    async with world.database.read() as session:
        found = await list_notices(session, actor, Window(100), unseen=unseen)
    return [row.kind for row in reversed(found.rows)]


async def sayings(world: World, actor: Actor, language: str = "ca") -> list[Saying]:
    """An actor's notices in words, oldest first."""
    async with world.database.read() as session:
        found = await list_notices(session, actor, Window(100))
        return [say(one, language) for one in reversed(await shown(session, found.rows))]


async def rows(world: World, **wanted: object) -> list[Notice]:
    """Every notice there is, withdrawn ones too."""
    async with world.database.read() as session:
        return list(await session.scalars(select(Notice).filter_by(**wanted).order_by(Notice.id)))


async def mails(world: World) -> list[Mail]:
    """The outbox, oldest first."""
    async with world.database.read() as session:
        return list(await session.scalars(select(Mail).order_by(Mail.id)))


async def wants(world: World, actor: Actor, cadence: Cadence) -> None:
    """How often a member wants mail."""
    async with world.database.write() as work:
        await set_cadence(work, actor.signed_in(), cadence)


async def end_role(world: World, actor: Actor) -> None:
    """Let an actor's role have ended the day before the story."""
    async with world.database.write() as work:
        row = await work.session.get_one(Membership, actor.memberships[0].id)
        row.since, row.until = SINCE, SINCE


async def second_delegate(world: World, actor: Actor) -> str:
    """Another delegate of an actor's town; the member's id."""
    async with world.database.write() as work:
        member = Member(
            id=work.new_id("mem"),
            email=f"second-{actor.member_id}@x.test",
            name="Segona",
            created_at=work.now,
        )
        membership = Membership(
            id=work.new_id("msh"),
            member_id=member.id,
            organization_id=actor.memberships[0].organization_id,
            role="DELEGATE",
            since=SINCE,
        )
        work.session.add_all([member, membership])
    return member.id
