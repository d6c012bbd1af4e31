"""Rounds: the frozen version, the electorate, the votes, and how they stand."""

from datetime import datetime
from functools import partial
from typing import Annotated

import strawberry

from api.graphql.context import Context, Info
from api.graphql.documents import Document
from api.graphql.enums import Choice
from api.graphql.nodes import Node
from api.graphql.organizations import Organization
from api.graphql.pagination import After, Connection, First, connect, connect_loaded, window
from api.graphql.reminders import RoundReminders
from api.graphql.scalars import in_language
from api.graphql.statements import Statement
from api.graphql.survivals import RoundSurvivals
from api.graphql.tallies import Rule, Swing, Tally
from api.graphql.versions import Version
from api.graphql.votes import Reservation, Vote
from positions import electors
from positions.compositions import rule_of
from positions.errors import Invalid, NotEligible, NotFound
from positions.prospects import Field
from positions.queries import rounds as queries
from positions.queries.access import Access, see_document
from positions.queries.rounds import ElectorRow, RoundRow
from positions.queries.routes import followed, held_before
from positions.queries.statements import may_annex, statements_in
from positions.queries.tallies import canvass_of, still_passes, tally_of
from positions.queries.votes import has_been_voted, prepared_votes, votes_to_ratify
from positions.rounds import RoundStatus, may_vote, recallable_until, status_at
from positions.rules import Silence
from positions.swings import swings

strawberry.enum(
    RoundStatus, description="Where a round is in its life; BROKEN: somebody objected to a silence procedure."
)
strawberry.enum(Silence, description="What it means that an organization says nothing until the end.")


@strawberry.type(description="An organization called to vote, with its figures of the opening day.")
class Elector:
    """One of the electorate."""

    organization: Organization = strawberry.field(description="Who is called.")
    population: int = strawberry.field(description="Its inhabitants on the opening day.")
    seats: int = strawberry.field(description="Its seats on the opening day.")
    has_voted: bool = strawberry.field(
        description="Whether it has said anything; silence at the end is not a vote."
    )
    canvassed: strawberry.Private[tuple[Field, electors.Elector] | None] = None

    @strawberry.field(
        description="What each choice of its would change; none when it has voted, while the round is sealed, or "
        "once it is over."
    )
    def swings(self) -> list[Swing]:
        """What hangs on it."""
        return [Swing.of(one) for one in swings(*self.canvassed)] if self.canvassed else []


@strawberry.input(description="What an organization is supposed to say.")
class SupposedVoteInput:
    """A vote that nobody cast."""

    organization_code: str = strawberry.field(description="Whose vote.")
    choice: Choice = strawberry.field(description="What it would say.")


SupposedVotes = Annotated[
    list[SupposedVoteInput],
    strawberry.argument(description="One for each organization; the others as they are."),
]


@strawberry.type(description="One approval step on one frozen version.")
class Round(RoundSurvivals, RoundReminders, Node):
    """A round as its reader may see it."""

    number: int = strawberry.field(description="Its number in the position, from 1.")
    name: str = strawberry.field(
        description="Of a route's step in the reader's language, else as it was given."
    )
    step_key: str | None = strawberry.field(description="The route's step; null for an ad-hoc round.")
    status: RoundStatus = strawberry.field(
        description="Where it is; one whose time is over stays OPEN until it is counted, and takes no votes."
    )
    takes_votes: bool = strawberry.field(description="Whether it takes votes now.")
    is_last: bool = strawberry.field(description="Whether its pass adopts the text.")
    is_sealed: bool = strawberry.field(
        description="Whether nobody sees how others voted before it has closed."
    )
    opens_at: datetime = strawberry.field(description="From when it takes votes.")
    closes_at: datetime = strawberry.field(description="Until when, excluded.")
    closed_at: datetime | None = strawberry.field(description="When it was closed or voided.")
    reason: str | None = strawberry.field(
        description="Why it was voided or recalled, or what was said on closing it."
    )
    urgency: str | None = strawberry.field(
        description="Why its period is shorter than usual, if that was said."
    )
    recalled_at: datetime | None = strawberry.field(
        description="When it was taken back as opened by mistake; it is VOID then, and nobody had voted."
    )
    extended_from: datetime | None = strawberry.field(
        description="When it would have closed had it not been extended; null when it was not."
    )
    extension_reason: str | None = strawberry.field(description="Why it was extended.")
    silence: Silence = strawberry.field(description="What silence means.")
    version: Version = strawberry.field(description="The version voted on.")
    row: strawberry.Private[RoundRow]
    access: strawberry.Private[Access]

    @classmethod
    def of(cls, row: RoundRow, access: Access, context: Context) -> "Round":
        """The round of a loaded row, for whoever asks now."""
        time = queries.voting_time(row)
        return cls(
            id=strawberry.ID(row.id),
            number=row.number,
            name=_name(row, access, context.language),
            step_key=row.step_key,
            status=status_at(time, context.now),
            takes_votes=may_vote(time, context.now),
            is_last=row.is_last,
            is_sealed=row.is_sealed,
            opens_at=row.opens_at,
            closes_at=row.closes_at,
            closed_at=row.closed_at,
            reason=row.reason,
            urgency=row.urgency,
            recalled_at=row.recalled_at,
            extended_from=row.extended_from,
            extension_reason=row.extension_reason,
            silence=Silence(row.silence),
            version=Version.of(row.version),
            row=row,
            access=access,
        )

    @strawberry.field(
        description="Until when, excluded, a coordinator may take it back as opened by mistake; null when nobody may."
    )
    async def recallable_until(self, info: Info) -> datetime | None:
        """Until somebody votes, even if that vote was only prepared or stands no more."""
        time, has_votes = queries.voting_time(self.row), bool(self.row.votes)
        until = recallable_until(time, self.row.created_at, has_votes=has_votes)
        if until is None or info.context.now >= until:
            return None
        return None if await info.context.read(has_been_voted, self.row.id) else until

    @strawberry.field(description="When it passes.")
    def rule(self) -> Rule:
        """The rule as it stood at the opening."""
        return Rule.of(rule_of(self.row.rule))

    @strawberry.field(description="The document whose version is voted on.")
    async def document(self, info: Info) -> Document:
        """The document."""
        document_id = self.row.version.document_id
        access, row = await info.context.read_once(see_document, info.context.actor, document_id)
        return Document.of(row, access)

    @strawberry.field(description="How it stands; null while it is sealed.")
    def tally(self) -> Tally | None:
        """The count."""
        return None if queries.hides_count(self.row) else Tally.of(tally_of(self.row))

    @strawberry.field(
        description="How it would stand if these organizations said this; nothing is kept. Null while it is sealed."
    )
    def what_if(self, votes: SupposedVotes) -> Tally | None:
        """The count of a supposition."""
        if queries.hides_count(self.row):
            return None
        supposed = {vote.organization_code: vote.choice for vote in votes}
        if len(supposed) < len(votes):
            raise Invalid("vote_duplicate", ["votes"])
        for code in sorted(supposed.keys() - {one.organization.code for one in self.row.electors}):
            raise NotEligible("not_eligible", ["votes"], organization=code)
        return Tally.of(tally_of(self.row, supposed))

    @strawberry.field(description="The tied round whose second vote this is.")
    async def repeats(self, info: Info) -> "Round | None":
        """The first vote."""
        return await load_round(info.context, self.row.repeats_id) if self.row.repeats_id else None

    @strawberry.field(
        description="Whether it ended in a tie and is to be voted again; the text stays frozen meanwhile."
    )
    async def awaits_second_vote(self, info: Info) -> bool:
        """Whether the next round is its second vote."""
        tied = await info.context.read_once(queries.tied_round, self.access.position)
        return tied is not None and tied.id == self.row.id

    @strawberry.field(
        description="Whether an organization that the viewer acts for has said what it says; false for nobody."
    )
    def viewer_has_voted(self) -> bool:
        """Whether nothing is asked of the viewer any more."""
        own = self.access.actor.organization_ids
        return any(vote.organization_id in own and not vote.is_tacit for vote in self.row.votes)

    @strawberry.field(description="Who is called, by code.")
    def electorate(self, first: First, after: After = None) -> Connection[Elector]:
        """One page of the electorate."""
        voted = {vote.organization_id for vote in self.row.votes if not vote.is_tacit}
        field, pending = canvass_of(self.row)
        shown = {} if queries.hides_count(self.row) else pending
        return connect_loaded(
            sorted(self.row.electors, key=_code),
            window(first, after),
            key=_code,
            node=lambda row: Elector(
                organization=Organization.of(row.organization),
                population=row.population,
                seats=row.seats,
                has_voted=row.organization_id in voted,
                canvassed=(field, shown[row.organization.code]) if row.organization.code in shown else None,
            ),
        )

    @strawberry.field(
        description="The votes that count, in the order cast; of a sealed round only one's own before it has closed."
    )
    def votes(self, info: Info, first: First, after: After = None) -> Connection[Vote]:
        """One page of votes."""
        return connect_loaded(
            queries.open_votes(self.row, self.access),
            window(first, after),
            key=lambda row: row.id,
            node=lambda row: Vote.of(row, self.row, self.access, info.context.now),
        )

    @strawberry.field(
        description="Votes prepared that nobody has confirmed: one's own town's, for coordinators everybody's."
    )
    async def prepared(self, info: Info) -> list[Vote]:
        """What waits for a second person, or lapsed when the round ended."""
        found = await info.context.read(prepared_votes, self.access, self.row)
        return [Vote.of(one, self.row, self.access, info.context.now) for one in found]

    @strawberry.field(
        description="The votes cast subject to ratification, the earliest due first, those withdrawn since included."
    )
    async def to_ratify(self, info: Info) -> list[Vote]:
        """What towns' bodies have to say, or said."""
        found = await info.context.read(votes_to_ratify, self.access, self.row)
        return [Vote.of(one, self.row, self.access, info.context.now) for one in found]

    @strawberry.field(
        description="Whether a round that passed would have passed without the votes that were not ratified since; "
        "null when there is none."
    )
    def still_passes(self) -> bool | None:
        """What a coordinator has to know when a body says no."""
        return still_passes(self.row)

    @strawberry.field(description="Every condition held with those votes; none for the public.")
    def reservations(self) -> list[Reservation]:
        """The reservations, in the order of the votes."""
        return [
            Reservation.of(held, vote.organization_id)
            for vote in queries.open_votes(self.row, self.access)
            for held in queries.open_reservations(vote, self.access)
        ]

    @strawberry.field(
        description="The statements made on it, by number; of a sealed round only one's own before it has closed."
    )
    async def statements(self, info: Info) -> list[Statement]:
        """Its statements."""
        found = await info.context.read(statements_in, self.access, self.row)
        return [Statement.of(one, self.access) for one in found]

    @strawberry.field(description="Whether whoever the viewer acts for may annex a statement to it now.")
    def viewer_may_annex(self) -> bool:
        """Whether a button stands there."""
        return may_annex(self.access, self.row)


def _code(row: ElectorRow) -> str:
    return row.organization.code


def _name(row: RoundRow, access: Access, language: str) -> str:
    route = followed(access.position) if row.number > held_before(access.position) else None
    for step in route.steps if route else ():
        if step.key == row.step_key:
            return in_language(dict(step.names), language, fallback=True) or row.name
    return row.name


async def rounds_of(context: Context, access: Access, first: int, after: str | None) -> Connection[Round]:
    """One page of a position's rounds, by number."""
    asked = window(first, after)
    return connect(
        await context.read(queries.list_rounds, access, asked),
        asked,
        node=lambda row: Round.of(row, access, context),
        count=partial(context.read, queries.count_rounds, access),
    )


async def round_of(context: Context, access: Access, number: int) -> Round | None:
    """A position's round by its number, if whoever asks sees it."""
    row = await context.read(queries.round_by_number, access, number)
    return Round.of(row, access, context) if row else None


async def load_round(context: Context, identifier: str) -> Round | None:
    """The round with this id, for whoever asks."""
    try:
        access, row = await context.read(queries.see_round, context.actor, identifier)
    except NotFound:
        return None
    return Round.of(row, access, context)
