"""What a client has sent, handed to the room: the same for a socket and for requests."""

import asyncio

from api.live.connections import Connection
from api.live.protocol import PresenceUpdate, QueryPresence, SyncStep1, SyncStep2, SyncUpdate, decode
from api.live.room import Room, Submission
from positions.errors import Invalid
from positions.updates import decode_state_vector, inspect

MOST_EDITS = 500_000
"""Structs, and deletions, of one update: twice what the whole history of a real paper comes to, and four million fit into the largest frame."""

LARGE = 64 * 1024
"""Bytes of an update from which on it is read off the event loop."""


async def hand_over(frame: bytes, connection: Connection, room: Room) -> None:
    """Read one frame; a Refusal when it is none that a client may send."""
    match decode(frame):
        case SyncStep1(state_vector):
            decode_state_vector(state_vector)
            room.ask(connection, state_vector)
        case SyncStep2(update) | SyncUpdate(update) as message:
            number = connection.frames.number()
            is_large = len(update) > LARGE
            inspection = (
                await asyncio.to_thread(inspect, update, MOST_EDITS)
                if is_large
                else inspect(update, MOST_EDITS)
            )
            is_whole = isinstance(message, SyncStep2)
            room.submit(Submission(connection, number, update, inspection, is_whole))
        case PresenceUpdate(entries):
            room.announce(connection, entries)
        case QueryPresence():
            room.tell_presence(connection)
        case _:
            raise Invalid("frame_malformed")
