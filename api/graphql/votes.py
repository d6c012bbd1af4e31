"""Votes with their mandates, ratifications and reservations."""

from datetime import date, datetime

import strawberry

from api.graphql.authors import Author, organization_of
from api.graphql.context import Context, Info
from api.graphql.enums import Choice
from api.graphql.mandates import Certificate, Mandate
from api.graphql.nodes import Node
from api.graphql.organizations import Organization
from positions import mandates, votes
from positions.confirmations import ConfirmationKind
from positions.errors import NotFound
from positions.mandates import RatificationStatus, mandate_of
from positions.permissions import Permission
from positions.queries.access import Access
from positions.queries.mandates import CertificateRow
from positions.queries.rounds import (
    ConfirmationRow,
    ReservationRow,
    RoundRow,
    VoteRow,
    open_reservations,
    see_reservation,
)
from positions.queries.signatories import act_of
from positions.queries.votes import may_confirm, may_settle, see_vote, standing
from positions.reservations import ReservationKind, ReservationState
from positions.votes import VoteStanding

strawberry.enum(ConfirmationKind, description="Whose word a vote waits for.")
strawberry.enum(
    VoteStanding, description="What has become of a vote; LAPSED: nobody confirmed it before the round's end."
)
strawberry.enum(RatificationStatus, description="What became of a vote cast subject to ratification.")
strawberry.enum(ReservationKind, description="Why a reservation is held.")
strawberry.enum(ReservationState, description="Whether a reservation still stands.")


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


@strawberry.type(description="That a body has yet to ratify the vote, and what became of it.")
class Ratification:
    """Until when, and how it stands."""

    due_on: date = strawberry.field(description="The day by which it is expected.")
    status: RatificationStatus = strawberry.field(description="How it stands.")
    act: Act | None = strawberry.field(
        default=None, description="By which act the body spoke; null before, and for the public."
    )
    certificate: Certificate | None = strawberry.field(
        default=None, description="The file that proves it; the public does not read it."
    )
    settled_at: datetime | None = strawberry.field(
        default=None,
        description="When it was said what became of it; null before, and in a list of signatories.",
    )

    @strawberry.field(description="Whether the body should have spoken by now.")
    def is_overdue(self, info: Info) -> bool:
        """Whether the day has passed."""
        return mandates.is_overdue(self.status, self.due_on, today=info.context.today)


@strawberry.type(
    description="A second word on a vote: of another person of the town, or of a government that changed."
)
class Confirmation:
    """Who asked for it, why, and whether it was given."""

    kind: ConfirmationKind = strawberry.field(description="Whose word is waited for.")
    reason: str | None = strawberry.field(description="Why a coordinator asks for it.")
    asked_at: datetime = strawberry.field(description="Since when it is waited for.")
    confirmed_at: datetime | None = strawberry.field(description="When it was given.")
    asker_id: strawberry.Private[str]
    confirmer_id: strawberry.Private[str | None]

    @classmethod
    def of(cls, row: ConfirmationRow) -> "Confirmation":
        """The confirmation of a row."""
        return cls(
            kind=ConfirmationKind(row.kind),
            reason=row.reason,
            asked_at=row.asked_at,
            confirmed_at=row.confirmed_at,
            asker_id=row.asked_by,
            confirmer_id=row.confirmed_by,
        )

    @strawberry.field(description="Who prepared the vote, or asks to confirm it.")
    def asked_by(self) -> Author:
        """The member."""
        return Author(membership_id=self.asker_id)

    @strawberry.field(description="Who confirmed it.")
    def confirmed_by(self) -> Author | None:
        """The member."""
        return Author(membership_id=self.confirmer_id) if self.confirmer_id else None


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
    """A vote with its conditions, the mandate behind it, and what became of it."""

    organization: Organization = strawberry.field(description="Whose vote it is.")
    choice: Choice = strawberry.field(description="What it says.")
    standing: VoteStanding = strawberry.field(description="Whether it counts, and if not, why.")
    is_tacit: bool = strawberry.field(description="Whether it is only silence that stood for consent.")
    cast_at: datetime = strawberry.field(description="When it was cast or recorded.")
    is_substitute: bool = strawberry.field(
        description="Whether somebody cast it who stands in for the delegate; false for the public."
    )
    statement: str | None = strawberry.field(description="What the organization states with it.")
    except_ask_keys: list[str] = strawberry.field(description="The asks it does not approve with the rest.")
    mandate: Mandate | None = strawberry.field(
        description="Under which mandate; the public does not read it."
    )
    act: Act | None = strawberry.field(description="The minutes it was recorded from.")
    ratification: Ratification | None = strawberry.field(
        description="Set when it was cast subject to ratification."
    )
    confirmations: list[Confirmation] = strawberry.field(
        description="The confirmations it waits for or was given; the public does not read them."
    )
    reservations: list[Reservation] = strawberry.field(
        description="The conditions held with it; the public does not read them."
    )
    renews_id: strawberry.ID | None = strawberry.field(
        description="The vote of an earlier round that it confirms on a newer text."
    )
    viewer_may_confirm: bool = strawberry.field(description="Whether the viewer may confirm it now.")
    viewer_may_settle: bool = strawberry.field(
        description="Whether the viewer may say now what became of its ratification."
    )
    membership_id: strawberry.Private[str | None]

    @classmethod
    def of(cls, row: VoteRow, its_round: RoundRow, access: Access, now: datetime) -> "Vote":
        """The vote of a row, for whoever may see it."""
        reads = access.holds(Permission.READ)
        return cls(
            id=strawberry.ID(row.id),
            organization=Organization.of(row.organization),
            choice=Choice(row.choice),
            standing=standing(row, its_round, now),
            is_tacit=row.is_tacit,
            cast_at=row.cast_at,
            is_substitute=row.is_substitute and reads,
            statement=row.statement,
            except_ask_keys=list(row.except_ask_keys),
            mandate=_mandate(row, access) if reads else None,
            act=Act.of(act_of(row.act)) if row.act else None,
            ratification=_ratification(row, access),
            confirmations=[Confirmation.of(one) for one in row.confirmations if reads],
            reservations=[Reservation.of(one, row.organization_id) for one in open_reservations(row, access)],
            renews_id=strawberry.ID(row.renews_id) if row.renews_id and reads else None,
            viewer_may_confirm=may_confirm(row, its_round, access, now),
            viewer_may_settle=may_settle(row, its_round, access, now),
            membership_id=row.membership_id if reads else None,
        )

    @strawberry.field(description="Who cast or recorded it; null for silence, and for the public.")
    def author(self) -> Author | None:
        """The member."""
        return Author(membership_id=self.membership_id) if self.membership_id else None


def _mandate(row: VoteRow, access: Access) -> Mandate | None:
    if row.mandate is None:
        return None
    return Mandate.of(mandate_of(row.mandate), _certificate(row.certificate, access))


def _ratification(row: VoteRow, access: Access) -> Ratification | None:
    if row.ratification_due_on is None:
        return None
    reads = access.holds(Permission.READ)
    return Ratification(
        due_on=row.ratification_due_on,
        status=RatificationStatus(row.ratification_status or RatificationStatus.PENDING),
        act=Act.of(act_of(row.ratification_act)) if row.ratification_act and reads else None,
        certificate=_certificate(row.ratification_certificate, access) if reads else None,
        settled_at=row.ratification_settled_at,
    )


def _certificate(row: CertificateRow | None, access: Access) -> Certificate | None:
    return Certificate.of(row, access) if row else None


async def load_vote(context: Context, identifier: str) -> Vote | None:
    """The vote with this id, for whoever asks."""
    try:
        access, its_round, row = await context.read(see_vote, context.actor, identifier)
    except NotFound:
        return None
    return Vote.of(row, its_round, access, context.now)


async def load_reservation(context: Context, identifier: str) -> Reservation | None:
    """The reservation with this id, for whoever asks."""
    try:
        found = await context.read(see_reservation, context.actor, identifier)
    except NotFound:
        return None
    return Reservation.of(found.reservation, found.vote.organization_id)
