from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select

from positions.actors import Actor, Role
from positions.errors import AlreadyDone, Invalid, NotFound, Refusal
from positions.models.events import Commitment, Event
from positions.queries.members import actor_by_email, actor_of_session
from positions.services.members import AddMember, EndMembership, add_member, end_membership
from positions.services.record import REGISTER
from positions.services.sessions import hash_secret, sign_in_by_email
from positions.services.signals import RightsChanged
from positions.services.unit_of_work import Database
from tests.support.clients import Clock
from tests.support.databases import Templates, copy_of

NOVA = AddMember("Nova@08019.test ", "Nova Nadal", "08019", Role.DELEGATE)


@pytest.fixture
async def database(database_template: Templates, loaded_url: str) -> AsyncIterator[Database]:
    async with copy_of(database_template, loaded_url, Clock()) as database:
        yield database


async def administrator(database: Database) -> Actor:
    async with database.write() as work:
        await add_member(work, AddMember("anna@amb.test", "Anna", "AMB", Role.ADMINISTRATOR))
        found = await actor_by_email(work.session, "anna@amb.test", work.now)
    assert found is not None
    return found


async def test_a_name_stands_in_the_record_as_a_commitment_only(database: Database) -> None:
    async with database.write() as work:
        await add_member(work, NOVA)
    async with database.read() as session:
        bodies = list(await session.scalars(select(Event.body).where(Event.chain == REGISTER)))
        kept = {row.field: row.value for row in await session.scalars(select(Commitment))}
    assert not any("Nova" in body or "nova@" in body for body in bodies)
    assert kept == {"email": "nova@08019.test", "name": "Nova Nadal"}


async def test_one_person_has_several_roles(database: Database) -> None:
    async with database.write() as work:
        first = await add_member(work, NOVA)
        second = await add_member(work, AddMember("nova@08019.test", "Other", "AMB", Role.OBSERVER))
    assert first.member_id == second.member_id


@pytest.mark.parametrize(
    ("request_", "refusal"),
    [
        (AddMember("nobody", "N", "08019", Role.DELEGATE), Invalid),
        (AddMember("a@b", " ", "08019", Role.DELEGATE), Invalid),
        (AddMember("a@b", "N", "99999", Role.DELEGATE), NotFound),
    ],
)
async def test_what_cannot_be_registered(
    database: Database, request_: AddMember, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        async with database.write() as work:
            await add_member(work, request_)


async def test_a_role_ends_at_once_with_its_sessions(database: Database) -> None:
    async with database.write() as work:
        membership = await add_member(work, NOVA)
    anna = await administrator(database)
    async with database.write() as work:
        secret = await sign_in_by_email(work, "nova@08019.test")
    with database.bus.subscribe() as signals:
        async with database.write() as work:
            await end_membership(work, anna, EndMembership(membership.id))
        assert await signals.get() == RightsChanged(membership.member_id)
    async with database.read() as session:
        assert await actor_of_session(session, hash_secret(secret), database.clock()) is None
    with pytest.raises(AlreadyDone):
        async with database.write() as work:
            await end_membership(work, anna, EndMembership(membership.id))
    with pytest.raises(NotFound):
        async with database.write() as work:
            await end_membership(work, anna, EndMembership("msh_none"))


async def test_a_role_is_held_once(database: Database) -> None:
    async with database.write() as work:
        await add_member(work, NOVA)
    with pytest.raises(AlreadyDone):
        async with database.write() as work:
            await add_member(work, NOVA)
