"""Write the record: each verb adds its event here, in its own transaction, at the end of a hash chain."""

import secrets
from collections.abc import Mapping

from sqlalchemy import select

from positions import events
from positions.actors import Membership
from positions.events import Tag
from positions.models.events import Chain, Commitment, Event
from positions.models.positions import Position
from positions.services.notices import PositionMoved
from positions.services.unit_of_work import UnitOfWork

REGISTER = "register"

Body = Mapping[str, object]


async def record(
    work: UnitOfWork, position: Position, tag: Tag, membership: Membership | None, body: Body
) -> int:
    """Add an event to a position's chain, whose row the caller has locked; returns its sequence."""
    position.updated_at = work.now
    sequence = await _append(work, position.id, tag, membership, dict(body))
    work.notify(PositionMoved(position.id, sequence))
    return sequence


async def record_register(
    work: UnitOfWork, tag: Tag, membership: Membership | None, body: Body, private: Mapping[str, str]
) -> int:
    """Add an event to the register's chain; `private` fields go in as salted commitments, so that they can be erased."""
    salts = {field: secrets.token_hex(16) for field in private}
    committed = {field: events.commit(value, salts[field]) for field, value in private.items()}
    sequence = await _append(work, REGISTER, tag, membership, {**body, **committed})
    event_id = await work.session.scalar(
        select(Event.id).where(Event.chain == REGISTER, Event.sequence == sequence)
    )
    for field, value in private.items():
        work.session.add(Commitment(event_id=event_id, field=field, salt=salts[field], value=value))
    return sequence


async def _append(
    work: UnitOfWork, chain_name: str, tag: Tag, membership: Membership | None, body: dict[str, object]
) -> int:
    chain = await work.session.scalar(select(Chain).where(Chain.name == chain_name).with_for_update())
    if chain is None:
        chain = Chain(name=chain_name, sequence=0, head=events.GENESIS)
        work.session.add(chain)
    sealed = events.seal(
        chain=chain_name,
        sequence=chain.sequence + 1,
        tag=tag,
        at=work.now,
        actor=membership.id if membership else None,
        body=body,
        previous_hash=chain.head,
    )
    work.session.add(
        Event(
            id=work.new_id("evt"),
            chain=chain_name,
            sequence=sealed.sequence,
            tag=tag.value,
            at=work.now,
            membership_id=sealed.actor,
            body=sealed.body,
            hash=sealed.hash,
            previous_hash=sealed.previous_hash,
        )
    )
    chain.sequence, chain.head = sealed.sequence, sealed.hash
    await work.session.flush()
    return sealed.sequence
