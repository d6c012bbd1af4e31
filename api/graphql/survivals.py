"""What a town said before a round: the vote it may confirm there, and what changed since it last said something."""

from datetime import datetime
from typing import Annotated

import strawberry

from api.graphql.context import Context, Info
from api.graphql.votes import Vote
from positions.deadlines import day_of
from positions.mandates import mandate_of
from positions.queries import survivals as queries
from positions.queries.access import Access
from positions.queries.documents import VersionRow, compare_versions
from positions.queries.rounds import RoundRow, has_ended
from positions.survivals import LastWordKind, RevoteReason, may_use_again

strawberry.enum(RevoteReason, description="Why a town has to vote anew instead of confirming.")
strawberry.enum(
    LastWordKind,
    description="VOTE: the town voted; LOOK: it never did, but the viewer has looked at the text.",
)

OrganizationCode = Annotated[
    str | None,
    strawberry.argument(description="Which of the viewer's organizations; needed only with several called."),
]


@strawberry.type(description="How far two versions of the original are from each other.")
class Distance:
    """Two versions, and the words between them; the comparison itself is the document's."""

    base_number: int = strawberry.field(description="The number of the earlier version.")
    head_number: int = strawberry.field(description="The number of the later version.")
    is_same: bool = strawberry.field(description="Whether both say exactly the same.")
    inserted_words: int = strawberry.field(description="How many words came.")
    deleted_words: int = strawberry.field(description="How many words went.")


@strawberry.type(description="What the viewer's town said last in a comparable earlier round.")
class EarlierVote:
    """A vote that may be confirmed on the newer text, or why not."""

    vote: Vote = strawberry.field(description="The vote.")
    round_number: int = strawberry.field(description="The number of its round.")
    distance: Distance = strawberry.field(description="From the text of that round to that of this one.")
    is_confirmable: bool = strawberry.field(description="Whether `confirmApproval` takes it.")
    reason: RevoteReason | None = strawberry.field(description="Why the town has to vote anew.")
    reason_ask_key: str | None = strawberry.field(
        description="The ask that this is about, when it is about one."
    )
    mandate_carries: bool = strawberry.field(
        description="Whether its mandate covers the newer text too, so that none has to be given."
    )


@strawberry.type(description="The text that the viewer's town spoke about last before a round.")
class LastWord:
    """A vote in an earlier round, or a look at the text."""

    kind: LastWordKind = strawberry.field(description="What it was.")
    at: datetime = strawberry.field(description="When.")
    round_number: int | None = strawberry.field(description="In which round; null for a look.")
    distance: Distance = strawberry.field(description="From that text to that of this round.")


@strawberry.type
class RoundSurvivals:
    """What a round means for a town that has spoken before."""

    row: strawberry.Private[RoundRow]
    access: strawberry.Private[Access]

    @strawberry.field(
        description="What the viewer's town said last in a comparable round; null when the round is over, or it never did."
    )
    async def viewer_earlier_vote(
        self, info: Info, organization_code: OrganizationCode = None
    ) -> EarlierVote | None:
        """The vote that may be confirmed."""
        own = queries.called_for(self.access, self.row, organization_code)
        if own is None or has_ended(self.row):
            return None
        found = await info.context.read(queries.earlier_vote, self.access, self.row, own)
        return await _earlier(info.context, self, found) if found else None

    @strawberry.field(
        description="What the viewer's town last voted on before this round, or else the viewer last looked at."
    )
    async def viewer_last_word(
        self, info: Info, organization_code: OrganizationCode = None
    ) -> LastWord | None:
        """Since when the viewer wants to know what changed."""
        own = queries.called_for(self.access, self.row, organization_code)
        if own is None:
            return None
        member_id = self.access.actor.member_id
        found = await info.context.read(queries.last_word, self.row, own, member_id)
        if found is None:
            return None
        distance = await _distance(info.context, found.version, self.row.version)
        return LastWord(kind=found.kind, at=found.at, round_number=found.round_number, distance=distance)


async def _earlier(context: Context, seen: RoundSurvivals, found: queries.Earlier) -> EarlierVote:
    mandate = mandate_of(found.vote.mandate) if found.vote.mandate else None
    return EarlierVote(
        vote=Vote.of(found.vote, found.round, seen.access, context.now),
        round_number=found.round.number,
        distance=await _distance(context, found.round.version, seen.row.version),
        is_confirmable=found.survival.is_confirmable,
        reason=found.survival.reason,
        reason_ask_key=found.survival.ask_key,
        mandate_carries=may_use_again(mandate, today=day_of(context.now)),
    )


async def _distance(context: Context, base: VersionRow, head: VersionRow) -> Distance:
    made, _, _ = await context.read(compare_versions, context.database.comparisons, base, head)
    return Distance(
        base_number=base.number,
        head_number=head.number,
        is_same=base.sha256 == head.sha256,
        inserted_words=made.inserted_words,
        deleted_words=made.deleted_words,
    )
