"""Mutations of rounds: open, close."""

from datetime import datetime

import strawberry

from api.graphql.context import Info
from api.graphql.payloads import Payload, mutation
from api.graphql.positions import Position, load_position
from api.graphql.rounds import Round, load_round
from positions.compositions import compose
from positions.electors import Measure
from positions.rules import PRESETS, Basis, Maintained, RulePreset, Silence
from positions.services.closing import CloseRound, Closing, close_round
from positions.services.idempotency import key
from positions.services.openings import OpenRound
from positions.services.recalls import ExtendRound, RecallRound, extend_round, recall_round
from positions.services.rounds import open_round

strawberry.enum(
    Closing, name="RoundClosing", description="How a round ends: with its outcome, or voided without any."
)

_ACTING = "Whom the member acts for; needed only with several organizations."
_REPEATS = "Repeats with this key do it once."


@strawberry.input(description="A share of approvals to reach.")
class ThresholdInput:
    """A threshold as clients send it."""

    of: Measure = strawberry.field(description="What is counted.")
    basis: Basis = strawberry.field(description="What the share is of.")
    numerator: int = strawberry.field(description="Above the line.")
    denominator: int = strawberry.field(description="Below the line.")
    strict: bool = strawberry.field(default=False, description="Whether it must be exceeded.")
    opponents: int = strawberry.field(
        default=0,
        description="Falling short counts only when at least so many organizations do not approve.",
    )


@strawberry.input(description="How many must vote at all.")
class QuorumInput:
    """A quorum as clients send it."""

    of: Measure = strawberry.field(description="What is counted.")
    numerator: int = strawberry.field(description="Above the line, of the eligible.")
    denominator: int = strawberry.field(description="Below the line.")
    minimum: int = strawberry.field(default=0, description="The least number of organizations.")


@strawberry.input(description="When a round passes: a preset, or thresholds of one's own.")
class RuleInput:
    """A rule as clients send it."""

    preset: RulePreset | None = strawberry.field(default=None, description="A rule ready to choose.")
    thresholds: list[ThresholdInput] | None = strawberry.field(
        default=None, description="Or the shares of approvals asked for: all must be reached."
    )
    quorum: QuorumInput | None = strawberry.field(default=None, description="How many must vote at all.")
    casting_code: str | None = strawberry.field(
        default=None, description="The organization whose vote breaks a tie."
    )
    second_vote: bool | None = strawberry.field(
        default=None, description="Whether a tie is voted again, and only then the casting vote decides."
    )
    maintained: Maintained | None = strawberry.field(
        default=None, description="What an approval counts as while a reservation of its stands."
    )
    reservations_block: bool | None = strawberry.field(
        default=None, description="Short for `maintained`: BLOCKS or NOTHING; not beside it."
    )

    def composed(self) -> dict[str, object]:
        """The rule as it is stored; empty, which no rule is, for a preset with thresholds or neither, or two words for one."""
        if (self.preset is None) is (self.thresholds is None):
            return {}
        if self.maintained is not None and self.reservations_block is not None:
            return {}
        written: dict[str, object] = compose(PRESETS[self.preset]) if self.preset else {}
        if self.thresholds is not None:
            written["thresholds"] = [strawberry.asdict(part) for part in self.thresholds]
        if self.quorum is not None:
            written["quorum"] = strawberry.asdict(self.quorum)
        if self.casting_code is not None:
            written["casting"] = self.casting_code
        if self.second_vote is not None:
            written["secondVote"] = self.second_vote
        if self.reservations_block is not None:
            written["maintained"] = "BLOCKS" if self.reservations_block else "NOTHING"
        if self.maintained is not None:
            written["maintained"] = self.maintained.value
        return written


@strawberry.input(
    description="A round to open. With a route a step is named, which says everything else; without one the rest is given."
)
class OpenRoundInput:
    """The version, the time and the terms."""

    reference: str = strawberry.field(description="The position.")
    version_number: int = strawberry.field(
        description="The original's newest version, which must be what the draft says."
    )
    opens_at: datetime | None = strawberry.field(default=None, description="From when; null is now.")
    closes_at: datetime = strawberry.field(description="Until when, excluded.")
    step_key: str | None = strawberry.field(
        default=None,
        description="The route's next step. After a tie that is to be voted again neither step nor rule is needed.",
    )
    name: str | None = strawberry.field(default=None, description="What an ad-hoc round is called.")
    rule: RuleInput | None = strawberry.field(default=None, description="When an ad-hoc round passes.")
    silence: Silence | None = strawberry.field(
        default=None,
        description="CONSENT makes an ad-hoc round a technical clearance: its pass does not adopt.",
    )
    electorate_codes: list[str] | None = strawberry.field(
        default=None, description="Who is called; all municipalities that take part when it is absent."
    )
    urgency: str | None = strawberry.field(
        default=None, description="Why its period is shorter than usual, for everybody to read."
    )
    organization_code: str | None = strawberry.field(default=None, description=_ACTING)
    idempotency_key: str | None = strawberry.field(default=None, description=_REPEATS)

    def request(self) -> OpenRound:
        """What the service is asked."""
        return OpenRound(
            reference=self.reference,
            version_number=self.version_number,
            closes_at=self.closes_at,
            opens_at=self.opens_at,
            step_key=self.step_key,
            name=self.name,
            rule=self.rule.composed() if self.rule else None,
            silence=self.silence,
            electorate_codes=self.electorate_codes,
            urgency=self.urgency,
            organization_code=self.organization_code,
        )


@strawberry.input(description="Which round to end, and how.")
class CloseRoundInput:
    """A round and its end."""

    round_id: strawberry.ID = strawberry.field(description="The round.")
    outcome: Closing = strawberry.field(
        description="CLOSE counts, before the deadline only when everybody has voted; VOID ends it at any time."
    )
    reason: str | None = strawberry.field(default=None, description="Why; VOID needs it.")
    organization_code: str | None = strawberry.field(default=None, description=_ACTING)


@strawberry.input(description="Which round was opened by mistake.")
class RecallRoundInput:
    """A round to take back."""

    round_id: strawberry.ID = strawberry.field(description="The round.")
    reason: str = strawberry.field(description="What the mistake was.")
    organization_code: str | None = strawberry.field(default=None, description=_ACTING)


@strawberry.input(description="Which silence procedure gets more time.")
class ExtendRoundInput:
    """A round and its new end."""

    round_id: strawberry.ID = strawberry.field(description="The round.")
    closes_at: datetime = strawberry.field(description="Until when it takes votes now, excluded.")
    reason: str = strawberry.field(description="Why, for everybody to read.")
    organization_code: str | None = strawberry.field(default=None, description=_ACTING)


@strawberry.type(description="What openRound answers.")
class OpenRoundPayload(Payload):
    """The round opened or scheduled."""

    round: Round | None = strawberry.field(default=None, description="The new round.")


@strawberry.type(description="What extendRound answers.")
class ExtendRoundPayload(Payload):
    """The round with its new end."""

    round: Round | None = strawberry.field(default=None, description="The round.")


@strawberry.type(description="What closeRound and recallRound answer.")
class CloseRoundPayload(Payload):
    """The round ended, and where that led."""

    round: Round | None = strawberry.field(default=None, description="The round.")
    position: Position | None = strawberry.field(default=None, description="The position after it.")


@strawberry.type
class RoundMutations:
    """Mutations of rounds."""

    @mutation("Open an approval round on a saved version, or schedule it; the text is frozen from now on.")
    async def open_round(self, info: Info, input: OpenRoundInput) -> OpenRoundPayload:
        """Open a round."""
        context = info.context
        used = key(context.actor, "openRound", input.idempotency_key, strawberry.asdict(input))
        async with context.write() as work:
            opened = await open_round(work, context.actor, input.request(), used)
        return OpenRoundPayload(round=await load_round(context, opened.id))

    @mutation("Close a round with its outcome, or void it.")
    async def close_round(self, info: Info, input: CloseRoundInput) -> CloseRoundPayload:
        """End a round."""
        context = info.context
        request = CloseRound(input.round_id, input.outcome, input.reason, input.organization_code)
        async with context.write() as work:
            closed = await close_round(work, context.actor, request)
        return CloseRoundPayload(
            round=await load_round(context, closed.id),
            position=await load_position(context, closed.position_id),
        )

    @mutation("Take back a round that was opened by mistake, within its time and while nobody has voted.")
    async def recall_round(self, info: Info, input: RecallRoundInput) -> CloseRoundPayload:
        """Recall a round."""
        context = info.context
        request = RecallRound(input.round_id, input.reason, input.organization_code)
        async with context.write() as work:
            recalled = await recall_round(work, context.actor, request)
        return CloseRoundPayload(
            round=await load_round(context, recalled.id),
            position=await load_position(context, recalled.position_id),
        )

    @mutation("Give an open silence procedure more time, once.")
    async def extend_round(self, info: Info, input: ExtendRoundInput) -> ExtendRoundPayload:
        """Extend a round."""
        context = info.context
        request = ExtendRound(input.round_id, input.closes_at, input.reason, input.organization_code)
        async with context.write() as work:
            extended = await extend_round(work, context.actor, request)
        return ExtendRoundPayload(round=await load_round(context, extended.id))
