"""Write the record: each verb adds its event here, in its own transaction, at the end of a hash chain."""

import secrets
from collections.abc import Mapping

from sqlalchemy import select

from positions import events
from positions.actors import Membership
from positions.deadlines import day_of
from positions.events import Tag
from positions.models.events import Chain, Commitment, Event
from positions.models.positions import Position
from positions.queries.recipients import Happening
from positions.services.notices import announce
from positions.services.signals import PositionMoved
from positions.services.unit_of_work import UnitOfWork

REGISTER = "register"

Body = Mapping[str, object]


async def record(
    work: UnitOfWork,
    position: Position,
    tag: Tag,
    membership: Membership | None,
    body: Body,
    *,
    audience_id: str | None = None,
) -> int:
    """Add an event to a position's chain, whose row the caller has locked; returns its sequence.

    With an audience only that organization's members will see the event: a town's internal thread leaves no trace for others.
    Whom it concerns is told in the same unit of work.
    """
    if audience_id is None:
        position.updated_at = work.now
    event = await _append(work, position.id, tag, membership, dict(body))
    event.audience_id = audience_id
    await work.session.flush()  # before it is written only: the table takes no changes
    work.notify(PositionMoved(position.id, event.sequence))
    happening = Happening(position, tag, body, day_of(work.now), audience_id)
    proof = await announce(work, happening, event.sequence, membership)
    if proof is not None:
        await record(work, position, Tag.NOTICE_GIVEN, None, proof)
    return event.sequence


async def record_register(
    work: UnitOfWork, tag: Tag, membership: Membership | None, body: Body, private: Mapping[str, str]
) -> int:
    """Add an event to the register's chain; `private` fields go in as salted commitments, so that they can be erased."""
    salts = {field: secrets.token_hex(16) for field in private}
    committed = {field: events.commit(value, salts[field]) for field, value in private.items()}
    event = await _append(work, REGISTER, tag, membership, {**body, **committed})
    await work.session.flush()
    for field, value in private.items():
        work.session.add(Commitment(event_id=event.id, field=field, salt=salts[field], value=value))
    return event.sequence


async def _append(
    work: UnitOfWork, chain_name: str, tag: Tag, membership: Membership | None, body: dict[str, object]
) -> Event:
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
    event = Event(
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
    work.session.add(event)
    chain.sequence, chain.head = sealed.sequence, sealed.hash
    return event
