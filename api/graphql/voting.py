"""Mutations of votes: cast, record from minutes, lift a reservation."""

from datetime import date

import strawberry

from api.graphql.context import Info
from api.graphql.payloads import Payload, mutation
from api.graphql.rounds import Round, load_round
from api.graphql.votes import Reservation, Vote, load_reservation, load_vote
from positions import mandates, reservations, votes
from positions.mandates import Covers, MandateKind
from positions.reservations import ReservationKind
from positions.rules import Choice
from positions.services.idempotency import key
from positions.services.votes import (
    CastVote,
    RecordedVote,
    RecordVotes,
    cast_vote,
    lift_reservation,
    record_votes,
)

_ACTING = "Whom the member acts for; needed only with several organizations."
_REPEATS = "Repeats with this key do it once."


@strawberry.input(description="The proof that a member may speak for the organization.")
class MandateInput:
    """A mandate as clients send it."""

    kind: MandateKind = strawberry.field(description="Which act.")
    on: date = strawberry.field(name="date", description="Its day.")
    scope: str | None = strawberry.field(default=None, description="What it covers.")
    valid_until: date | None = strawberry.field(default=None, description="Its last day.")
    covers: Covers = strawberry.field(
        default=Covers.VERSION, description="Whether it was given for this version, or for the paper."
    )
    certificate_id: strawberry.ID | None = strawberry.field(
        default=None, description="The file that proves it, kept before with the position."
    )

    def given(self) -> mandates.Mandate:
        """The mandate as the rules know it."""
        return mandates.Mandate(self.kind, self.on, self.scope or "", self.valid_until, self.covers)


@strawberry.input(description="A condition held with a vote: on an ask, on a passage, or on the whole text.")
class ReservationInput:
    """A reservation as clients send it."""

    kind: ReservationKind = strawberry.field(description="Why it is held.")
    ask_key: str | None = strawberry.field(default=None, description="The ask it is about.")
    start: int | None = strawberry.field(
        default=None, description="Or where its passage starts, in code points of the round's version."
    )
    end: int | None = strawberry.field(default=None, description="Where the passage ends, excluded.")
    reason: str = strawberry.field(description="Why.")
    wish: str | None = strawberry.field(default=None, description="What the text should say instead.")

    def stated(self) -> reservations.Reservation:
        """The reservation as the rules know it."""
        return reservations.Reservation(
            self.kind, self.reason, self.wish, ask_key=self.ask_key, start=self.start, end=self.end
        )


@strawberry.input(description="An organization's vote, cast by its delegate.")
class CastVoteInput:
    """A choice, the mandate it is made under, and its conditions."""

    round_id: strawberry.ID = strawberry.field(description="The round.")
    organization_code: str | None = strawberry.field(default=None, description=_ACTING)
    choice: Choice = strawberry.field(description="What the organization says.")
    statement: str | None = strawberry.field(default=None, description="What it states with it: plain text.")
    mandate: MandateInput | None = strawberry.field(
        default=None, description="Under which mandate; only to be recused needs none."
    )
    ratification_due_on: date | None = strawberry.field(
        default=None, description="The vote is subject to ratification by this day; it counts meanwhile."
    )
    except_ask_keys: list[str] | None = strawberry.field(
        default=None, description="Asks that are not approved with the rest."
    )
    reservations: list[ReservationInput] | None = strawberry.field(
        default=None, description="Conditions held with the vote."
    )
    idempotency_key: str | None = strawberry.field(default=None, description=_REPEATS)


@strawberry.input(description="What minutes say of one organization.")
class RecordedVoteInput:
    """A vote from minutes."""

    organization_code: str = strawberry.field(description="Whose vote it is.")
    choice: Choice = strawberry.field(description="What it says.")
    statement: str | None = strawberry.field(default=None, description="What it states with it.")


@strawberry.input(description="A meeting's minutes.")
class ActInput:
    """Minutes as clients send them."""

    body: str = strawberry.field(description="The body that met.")
    on: date = strawberry.field(name="date", description="The day it met.")
    reference: str = strawberry.field(description="The minutes' reference.")

    def given(self) -> votes.Act:
        """The minutes as the rules know them."""
        return votes.Act(self.body, self.on, self.reference)


@strawberry.input(description="Votes of a meeting; organizations not named stay as they are.")
class RecordVotesInput:
    """Votes and the minutes they come from."""

    round_id: strawberry.ID = strawberry.field(description="The round.")
    votes: list[RecordedVoteInput] = strawberry.field(description="One for each organization.")
    act: ActInput = strawberry.field(description="The minutes.")
    organization_code: str | None = strawberry.field(default=None, description=_ACTING)


@strawberry.input(description="Which reservation to lift.")
class LiftReservationInput:
    """A reservation of one's own organization."""

    reservation_id: strawberry.ID = strawberry.field(description="The reservation.")
    organization_code: str | None = strawberry.field(default=None, description=_ACTING)


@strawberry.type(description="What castVote answers.")
class CastVotePayload(Payload):
    """The vote, and the round with it counted."""

    vote: Vote | None = strawberry.field(default=None, description="The vote.")
    round: Round | None = strawberry.field(default=None, description="The round.")


@strawberry.type(description="What recordVotes answers.")
class RecordVotesPayload(Payload):
    """The round with the votes counted."""

    round: Round | None = strawberry.field(default=None, description="The round.")


@strawberry.type(description="What liftReservation answers.")
class LiftReservationPayload(Payload):
    """The reservation lifted."""

    reservation: Reservation | None = strawberry.field(default=None, description="The reservation.")


@strawberry.type
class VoteMutations:
    """Mutations of votes."""

    @mutation(
        "Cast one's organization's vote; an earlier one is kept as replaced. "
        "Where the organization wants two persons it is prepared, and counts once another confirms it."
    )
    async def cast_vote(self, info: Info, input: CastVoteInput) -> CastVotePayload:
        """Cast a vote."""
        context = info.context
        request = CastVote(
            round_id=input.round_id,
            choice=input.choice,
            mandate=input.mandate.given() if input.mandate else None,
            statement=input.statement,
            ratification_due_on=input.ratification_due_on,
            except_ask_keys=input.except_ask_keys or (),
            reservations=[one.stated() for one in input.reservations or ()],
            certificate_id=input.mandate.certificate_id if input.mandate else None,
            organization_code=input.organization_code,
        )
        used = key(context.actor, "castVote", input.idempotency_key, strawberry.asdict(input))
        async with context.write() as work:
            vote = await cast_vote(work, context.actor, request, used)
        return CastVotePayload(
            vote=await load_vote(context, vote.id), round=await load_round(context, input.round_id)
        )

    @mutation("Enter a meeting's votes from its minutes: all or none.")
    async def record_votes(self, info: Info, input: RecordVotesInput) -> RecordVotesPayload:
        """Record votes."""
        context = info.context
        recorded = [RecordedVote(one.organization_code, one.choice, one.statement) for one in input.votes]
        request = RecordVotes(input.round_id, recorded, input.act.given(), input.organization_code)
        async with context.write() as work:
            await record_votes(work, context.actor, request)
        return RecordVotesPayload(round=await load_round(context, input.round_id))

    @mutation("Lift a reservation of one's own organization.")
    async def lift_reservation(self, info: Info, input: LiftReservationInput) -> LiftReservationPayload:
        """Lift a reservation."""
        context = info.context
        async with context.write() as work:
            await lift_reservation(work, context.actor, input.reservation_id, input.organization_code)
        return LiftReservationPayload(reservation=await load_reservation(context, input.reservation_id))
