"""Following a position's record live. Before each entry is told, the follower's rights are looked up again."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing, suppress
from typing import Annotated

import strawberry

from api.graphql.context import Context, Info
from api.graphql.events import Event
from api.graphql.positions import Position
from api.identity import BadCredential
from positions.errors import NotFound
from positions.queries.access import see_position, see_position_by_id
from positions.queries.events import chain_of, events_after, find_event, last_sequence
from positions.services.signals import PositionMoved, RightsChanged, Signal, SignalsLost, Subscription

BATCH = 50
LOOK_EVERY = 60.0
"""Seconds after which rights are looked up again even without a signal: a token may have ended."""

Start = Annotated[
    int | None,
    strawberry.argument(
        description="The last event the client has: what it missed comes first. Null: from now on."
    ),
]


@strawberry.type(description="What can be followed.")
class EventSubscriptions:
    """The root of subscriptions."""

    @strawberry.subscription(
        description="A position's record, entry by entry; ends when it is no longer visible."
    )
    async def position_events(
        self, info: Info, reference: str, after: Start = None
    ) -> AsyncGenerator[Event, None]:
        """Every entry after `after`, then every new one."""
        context = info.context
        with context.database.bus.subscribe() as signals:
            access = await context.read(see_position, context.actor, reference)
            told = await context.read(last_sequence, access) if after is None else after
            while True:
                async with aclosing(_missed(context, reference, told)) as events:
                    async for event in events:
                        told = event.sequence
                        yield event
                if not await _still_there(context, reference):
                    return
                await context.refresh()
                await _moved(signals, access.position.id, told)


async def _missed(context: Context, reference: str, told: int) -> AsyncGenerator[Event, None]:
    while await _still_there(context, reference):
        access = await context.read(see_position, context.actor, reference)
        rows = await context.read(events_after, access, told, 1)
        if not rows:
            return
        told = rows[0].sequence
        yield Event.of(rows[0], Position.of(access))


async def _still_there(context: Context, reference: str) -> bool:
    try:
        await context.renew()
        await context.read(see_position, context.actor, reference)
    except (NotFound, BadCredential):
        return False
    return True


async def _moved(signals: Subscription, position_id: str, told: int) -> None:
    """Wait until the position's record has grown, rights may have changed, or it is time to look anyway."""
    with suppress(TimeoutError):
        async with asyncio.timeout(LOOK_EVERY):
            while not _concerns(await signals.get(), position_id, told):
                pass


def _concerns(signal: Signal, position_id: str, told: int) -> bool:
    """What is typed in texts wakes nobody here."""
    match signal:
        case PositionMoved():
            return signal.position_id == position_id and signal.sequence > told
        case RightsChanged() | SignalsLost():
            return True
        case _:
            return False


async def load_event(context: Context, identifier: str) -> Event | None:
    """The entry with this id, if the record it stands in shows it to whoever asks."""
    chain = await context.read(chain_of, identifier)
    try:
        access = await context.read(see_position_by_id, context.actor, chain or "")
    except NotFound:
        return None
    row = await context.read(find_event, access, identifier)
    return Event.of(row, Position.of(access)) if row else None
