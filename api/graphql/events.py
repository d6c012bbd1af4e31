"""The record of a position as clients read it."""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, cast

import strawberry

from api.graphql.authors import Author
from api.graphql.context import Info
from api.graphql.nodes import Node
from api.graphql.pagination import After, Connection, First, connect, window
from positions.queries.access import Access
from positions.queries.events import EventRow, count_events, list_events

if TYPE_CHECKING:
    from api.graphql.positions import Position

_SUBJECTS: Mapping[str, str] = MappingProxyType(
    {
        "amendment": "number",
        "participation": "organization",
        "reservation": "number",
        "round": "number",
        "signature": "organization",
        "statement": "number",
        "version": "number",
        "vote": "number",
    }
)
"""Of each kind of act the field of its body that says what it is about; of votes and reservations the round."""

_OUTCOMES: Mapping[str, str] = MappingProxyType(
    {
        "amendment:decided": "status",
        "participation:changed": "to",
        "round:closed": "outcome",
        "stage:moved": "to",
    }
)
"""The field that says what an act came to. How an organization voted is no such thing: a round may be sealed."""


NewestFirst = Annotated[bool, strawberry.argument(description="Whether the list goes back in time.")]


@strawberry.type(description="One entry of the append-only record.")
class Event(Node):
    """An act, at its place in the position's hash chain."""

    sequence: int = strawberry.field(
        description="Its number in the record; an internal act of another town is left out."
    )
    tag: str = strawberry.field(description="What happened: `round:opened`.")
    at: datetime = strawberry.field(description="When.")
    hash: str = strawberry.field(description="SHA-256 over the entry's canonical JSON.")
    previous_hash: str = strawberry.field(description="The hash of the entry before.")
    position: Annotated["Position", strawberry.lazy("api.graphql.positions")] = strawberry.field(
        description="The position it is about, as it is now."
    )
    subject: str | None = strawberry.field(
        description="What it is about, in a short human key: `A3` for an amendment, the number of a version or of a "
        "round, an organization's code."
    )
    outcome: str | None = strawberry.field(
        description="What it came to: the stage entered, the round's or the amendment's status, the participation's state."
    )
    membership_id: strawberry.Private[str | None]

    @classmethod
    def of(cls, row: EventRow, position: "Position") -> "Event":
        """The entry of a row, in the record of a position."""
        body = json.loads(row.body)
        noun = row.tag.partition(":")[0]
        return cls(
            id=strawberry.ID(row.id),
            sequence=row.sequence,
            tag=row.tag,
            at=row.at,
            hash=row.hash,
            previous_hash=row.previous_hash,
            position=position,
            subject=_subject(noun, body),
            outcome=_text(body.get(_OUTCOMES.get(row.tag, ""))),
            membership_id=row.membership_id,
        )

    @strawberry.field(description="Who did it; null for the system itself.")
    def actor(self) -> Author | None:
        """The member, in office for an organization."""
        return Author(membership_id=self.membership_id) if self.membership_id else None


@strawberry.type
class PositionEvents:
    """What a position shows of its record."""

    access: strawberry.Private[Access]

    @strawberry.field(description="The record, oldest first; the public reads it from publication on.")
    async def events(
        self, info: Info, first: First, after: After = None, *, newest_first: NewestFirst = False
    ) -> Connection[Event]:
        """One page of the record."""
        asked = window(first, after)
        return connect(
            await info.context.read(list_events, self.access, asked, is_descending=newest_first),
            asked,
            node=partial(Event.of, position=cast("Position", self)),
            count=partial(info.context.read, count_events, self.access),
        )


def _subject(noun: str, body: Mapping[str, object]) -> str | None:
    found = _text(body.get(_SUBJECTS.get(noun, "")))
    return f"A{found}" if found and noun == "amendment" else found


def _text(value: object) -> str | None:
    return None if value is None else str(value)
