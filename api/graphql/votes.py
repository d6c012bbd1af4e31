"""Votes with their mandates, ratifications and reservations."""

from datetime import date, datetime

import strawberry

from api.graphql.authors import Author, organization_of
from api.graphql.context import Context, Info
from api.graphql.enums import Choice
from api.graphql.nodes import Node
from api.graphql.organizations import Organization
from positions import mandates, votes
from positions.errors import NotFound
from positions.mandates import Covers, MandateKind, RatificationStatus, mandate_of
from positions.permissions import Permission
from positions.queries.access import Access
from positions.queries.rounds import (
    ReservationRow,
    VoteRow,
    open_reservations,
    see_reservation,
    see_vote,
)
from positions.queries.signatories import act_of
from positions.reservations import ReservationKind, ReservationState

strawberry.enum(MandateKind, description="Which act of the organization gives the mandate.")
strawberry.enum(Covers, name="MandateCovers", description="For which text a mandate was given.")
strawberry.enum(RatificationStatus, description="What became of a vote cast subject to ratification.")
strawberry.enum(ReservationKind, description="Why a reservation is held.")
strawberry.enum(ReservationState, description="Whether a reservation still stands.")


@strawberry.type(description="The proof that a member may speak for the organization.")
class Mandate:
    """An act of the organization."""

    kind: MandateKind = strawberry.field(description="Which act.")
    on: date = strawberry.field(name="date", description="Its day.")
    scope: str = strawberry.field(description="What it covers, in the organization's own words.")
    valid_until: date | None = strawberry.field(description="Its last day; null when it has no end.")
    covers: Covers = strawberry.field(
        description="Whether it was given for this version, or for the paper whatever its text."
    )

    @classmethod
    def of(cls, mandate: mandates.Mandate) -> "Mandate":
        """The mandate as the rules know it."""
        return cls(
            kind=mandate.kind,
            on=mandate.given_on,
            scope=mandate.scope,
            valid_until=mandate.valid_until,
            covers=mandate.covers,
        )


@strawberry.type(description="That a body has yet to ratify the vote, and what became of it.")
class Ratification:
    """Until when, and how it stands."""

    due_on: date = strawberry.field(description="The day by which it is expected.")
    status: RatificationStatus = strawberry.field(description="How it stands.")


@strawberry.type(description="The minutes a vote was recorded from.")
class Act:
    """A meeting's minutes."""

    body: str = strawberry.field(description="The body that met.")
    on: date = strawberry.field(name="date", description="The day it met.")
    reference: str = strawberry.field(description="The minutes' reference.")

    @classmethod
    def of(cls, act: votes.Act) -> "Act":
        """The minutes as the rules know them."""
        return cls(body=act.body, on=act.held_on, reference=act.reference)


@strawberry.type(description="A condition that an organization holds with its vote.")
class Reservation(Node):
    """On the whole text, on an ask, or on a passage of the round's version."""

    kind: ReservationKind = strawberry.field(description="Why it is held.")
    state: ReservationState = strawberry.field(description="Whether it still stands.")
    ask_key: str | None = strawberry.field(description="The ask it is about.")
    start: int | None = strawberry.field(description="Or where its passage starts, in code points.")
    end: int | None = strawberry.field(description="Where the passage ends, excluded.")
    reason: str = strawberry.field(description="Why, in the organization's words.")
    wish: str | None = strawberry.field(description="What the text should say instead.")
    lifted_at: datetime | None = strawberry.field(description="When it was lifted.")
    holder: strawberry.Private[str]

    @classmethod
    def of(cls, row: ReservationRow, holder: str) -> "Reservation":
        """The reservation of a row, held by the organization with this id."""
        return cls(
            id=strawberry.ID(row.id),
            kind=ReservationKind(row.kind),
            state=ReservationState(row.state),
            ask_key=row.ask_key,
            start=row.start,
            end=row.end,
            reason=row.reason,
            wish=row.wish,
            lifted_at=row.lifted_at,
            holder=holder,
        )

    @strawberry.field(description="The words of its passage in the round's version; null for another scope.")
    async def quote(self, info: Info) -> str | None:
        """What it is about."""
        return None if self.start is None else await info.context.loaders.quotes.load(self.id)

    @strawberry.field(
        description="Whether it still stands and the original, as it reads now, says what it wishes, word for word, in its scope."
    )
    async def is_wish_reached(self, info: Info) -> bool:
        """Whether its holder may lift it without losing anything."""
        if self.wish is None or self.state is ReservationState.LIFTED:
            return False
        return await info.context.loaders.reached.load(self.id)

    @strawberry.field(description="The organization that holds it, and alone may lift it.")
    async def organization(self, info: Info) -> Organization:
        """The holder."""
        return await organization_of(info, self.holder)


@strawberry.type(description="What an organization said in a round.")
class Vote(Node):
    """A vote that counts; an earlier one is kept, and not shown here."""

    organization: Organization = strawberry.field(description="Whose vote it is.")
    choice: Choice = strawberry.field(description="What it says.")
    is_tacit: bool = strawberry.field(description="Whether it is only silence that stood for consent.")
    cast_at: datetime = strawberry.field(description="When it was cast or recorded.")
    statement: str | None = strawberry.field(description="What the organization states with it.")
    except_ask_keys: list[str] = strawberry.field(description="The asks it does not approve with the rest.")
    mandate: Mandate | None = strawberry.field(
        description="Under which mandate; the public does not read it."
    )
    act: Act | None = strawberry.field(description="The minutes it was recorded from.")
    ratification: Ratification | None = strawberry.field(
        description="Set when it was cast subject to ratification."
    )
    reservations: list[Reservation] = strawberry.field(
        description="The conditions held with it; the public does not read them."
    )
    renews_id: strawberry.ID | None = strawberry.field(
        description="The vote of an earlier round that it confirms on a newer text."
    )
    membership_id: strawberry.Private[str | None]

    @classmethod
    def of(cls, row: VoteRow, access: Access) -> "Vote":
        """The vote of a row, for whoever may see it."""
        reads = access.holds(Permission.READ)
        return cls(
            id=strawberry.ID(row.id),
            organization=Organization.of(row.organization),
            choice=Choice(row.choice),
            is_tacit=row.is_tacit,
            cast_at=row.cast_at,
            statement=row.statement,
            except_ask_keys=list(row.except_ask_keys),
            mandate=Mandate.of(mandate_of(row.mandate)) if row.mandate and reads else None,
            act=Act.of(act_of(row.act)) if row.act else None,
            ratification=_ratification(row),
            reservations=[Reservation.of(one, row.organization_id) for one in open_reservations(row, access)],
            renews_id=strawberry.ID(row.renews_id) if row.renews_id and reads else None,
            membership_id=row.membership_id if reads else None,
        )

    @strawberry.field(description="Who cast or recorded it; null for silence, and for the public.")
    def author(self) -> Author | None:
        """The member."""
        return Author(membership_id=self.membership_id) if self.membership_id else None


def _ratification(row: VoteRow) -> Ratification | None:
    if row.ratification_due_on is None:
        return None
    status = RatificationStatus(row.ratification_status or RatificationStatus.PENDING)
    return Ratification(due_on=row.ratification_due_on, status=status)


async def load_vote(context: Context, identifier: str) -> Vote | None:
    """The vote with this id, for whoever asks."""
    try:
        access, _, row = await context.read(see_vote, context.actor, identifier)
    except NotFound:
        return None
    return Vote.of(row, access)


async def load_reservation(context: Context, identifier: str) -> Reservation | None:
    """The reservation with this id, for whoever asks."""
    try:
        found = await context.read(see_reservation, context.actor, identifier)
    except NotFound:
        return None
    return Reservation.of(found.reservation, found.vote.organization_id)
