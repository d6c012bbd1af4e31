"""What a round is counted by, and how it stands: rules, thresholds, tallies, in exact fractions."""

from fractions import Fraction as Share

import strawberry

from api.graphql.enums import Choice
from positions import electors, rules, shortfalls, swings, tallies
from positions.electors import Measure
from positions.rules import Basis, Maintained, RulePreset
from positions.shortfalls import MissingKind

strawberry.enum(Measure, description="What is counted of each organization.")
strawberry.enum(
    Basis,
    description="What a share is of: all votes cast, only yes and no, or everyone eligible who is not recused.",
)
strawberry.enum(RulePreset, description="The rules ready to choose.")
strawberry.enum(
    Maintained,
    name="MaintainedReservation",
    description="What an approval counts as at the closing while a reservation of its stands; "
    "BLOCKS: nothing passes before it goes.",
)
strawberry.enum(MissingKind, description="What a round lacks to pass.")


@strawberry.type(description="An exact fraction.")
class Fraction:
    """A numerator over a denominator, in lowest terms."""

    numerator: int = strawberry.field(description="Above the line.")
    denominator: int = strawberry.field(description="Below the line.")

    @classmethod
    def of(cls, share: Share) -> "Fraction":
        """The fraction of a share."""
        return cls(numerator=share.numerator, denominator=share.denominator)


@strawberry.type(description="What some organizations weigh together.")
class Weight:
    """A number of organizations with their inhabitants and seats, frozen at the opening."""

    organizations: int = strawberry.field(description="How many they are.")
    population: int = strawberry.field(description="Their inhabitants.")
    seats: int = strawberry.field(description="Their seats in the Metropolitan Council.")

    @classmethod
    def of(cls, weight: electors.Weight) -> "Weight":
        """The weight of a count."""
        return cls(organizations=weight.organizations, population=weight.population, seats=weight.seats)


@strawberry.type(description="A share of approvals that a rule asks for.")
class Threshold:
    """A threshold as it is written in the rule."""

    of: Measure = strawberry.field(description="What is counted.")
    basis: Basis = strawberry.field(description="What the share is of.")
    required: Fraction = strawberry.field(description="The share to reach.")
    strict: bool = strawberry.field(description="Whether it must be exceeded.")
    opponents: int = strawberry.field(
        description="Falling short counts only when at least so many organizations do not approve."
    )


@strawberry.type(description="How many must vote at all.")
class Quorum:
    """The share of the eligible, and the least number of organizations."""

    of: Measure = strawberry.field(description="What is counted.")
    required: Fraction = strawberry.field(description="The share of the eligible that must vote.")
    minimum: int = strawberry.field(description="The least number of organizations that must vote.")


@strawberry.type(description="When a round passes: every part must hold.")
class Rule:
    """A rule as it stood on the day, also when it came from a preset."""

    preset: RulePreset | None = strawberry.field(
        description="The preset it came from; null when composed freely."
    )
    thresholds: list[Threshold] = strawberry.field(description="The shares of approvals asked for.")
    quorum: Quorum | None = strawberry.field(description="How many must vote at all.")
    casting_code: str | None = strawberry.field(
        description="The organization whose vote breaks a tie; with `secondVote` only in the second vote."
    )
    second_vote: bool = strawberry.field(description="Whether a tie is voted again before it counts.")
    maintained: Maintained = strawberry.field(
        description="What an approval counts as while a reservation of its stands."
    )
    reservations_block: bool = strawberry.field(
        description="Whether a reservation that stands prevents passing: `maintained` is BLOCKS."
    )

    @classmethod
    def of(cls, rule: rules.Rule) -> "Rule":
        """The rule as clients read it."""
        quorum = rule.quorum
        return cls(
            preset=rule.preset,
            thresholds=[_threshold(part) for part in rule.thresholds],
            quorum=Quorum(of=quorum.of, required=Fraction.of(quorum.required), minimum=quorum.minimum)
            if quorum
            else None,
            casting_code=rule.casting,
            second_vote=rule.second_vote,
            maintained=rule.maintained,
            reservations_block=rule.maintained is Maintained.BLOCKS,
        )


@strawberry.type(description="One threshold as it stands if the round closed now.")
class ThresholdResult:
    """What is asked for and what is there, of the same base."""

    of: Measure = strawberry.field(description="What is counted.")
    basis: Basis = strawberry.field(description="What both shares are of.")
    required: Fraction = strawberry.field(description="The share asked for.")
    reached: Fraction = strawberry.field(description="The share there is.")
    is_strict: bool = strawberry.field(description="Whether the share must be exceeded.")
    met: bool = strawberry.field(description="Whether it holds.")


@strawberry.type(description="One thing a round lacks if it closed now.")
class Missing:
    """Approvals, participation, or that what stands against it goes."""

    kind: MissingKind = strawberry.field(description="What is missing.")
    organizations: int | None = strawberry.field(
        description="The smallest number of pending organizations that would do; null when they cannot do it. "
        "Of OBJECTIONS and RESERVATIONS: how many would have to go."
    )
    population: int | None = strawberry.field(description="The inhabitants short, where these are counted.")
    seats: int | None = strawberry.field(description="The seats short, where these are counted.")


@strawberry.type(description="The fewest pending approvals that would make passing certain.")
class Settling:
    """A number, and whether it is exact or an upper bound."""

    organizations: int = strawberry.field(description="How many approvals.")
    is_exact: bool = strawberry.field(description="Whether no smaller number would do.")


@strawberry.type(description="The round after one more choice of an organization that is still pending.")
class Swing:
    """What one choice would change, the others as they are."""

    choice: Choice = strawberry.field(description="What it would say.")
    would_pass: bool = strawberry.field(description="Whether the round would then pass if it closed.")
    would_repeat: bool = strawberry.field(description="Whether it would then be a tie, to be voted again.")
    decided: bool = strawberry.field(
        description="Whether the others could then no longer change the outcome."
    )

    @classmethod
    def of(cls, swing: swings.Swing) -> "Swing":
        """The choice with what it leads to."""
        return cls(
            choice=swing.choice,
            would_pass=swing.would_pass,
            would_repeat=swing.would_repeat,
            decided=swing.decided,
        )


@strawberry.type(description="How a round stands: as it closed, or if it closed now.")
class Tally:
    """The answer to "will it pass?"."""

    approving: Weight = strawberry.field(description="Who approves.")
    objecting: Weight = strawberry.field(description="Who objects.")
    abstaining: Weight = strawberry.field(description="Who abstains.")
    recused: Weight = strawberry.field(description="Who is recused: out of every base.")
    pending: Weight = strawberry.field(description="Who has said nothing.")
    tacit: Weight = strawberry.field(
        description="Whose silence stood for consent when it closed; apart from yes."
    )
    reserved: Weight = strawberry.field(
        description="Who approves with a reservation for which the rule counts it otherwise: "
        "among those objecting or abstaining."
    )
    thresholds: list[ThresholdResult] = strawberry.field(description="Each part of the rule.")
    has_quorum: bool = strawberry.field(description="Whether enough have voted.")
    is_tied: bool = strawberry.field(description="Whether there are as many yes as no, where that matters.")
    is_broken: bool = strawberry.field(description="Whether an objection broke the silence.")
    decided: bool = strawberry.field(
        description="Whether, given the votes cast, the pending organizations can no longer change the outcome."
    )
    would_pass: bool = strawberry.field(description="Whether it would pass if it closed now.")
    would_repeat: bool = strawberry.field(
        description="Whether it would be a tie if it closed now, to be voted again."
    )
    missing: list[Missing] = strawberry.field(description="What is missing; empty when it would pass.")
    settling: Settling | None = strawberry.field(
        description="The fewest pending approvals that would settle it; null when it is decided or they cannot."
    )

    @classmethod
    def of(cls, count: tallies.Tally) -> "Tally":
        """The tally of a count."""
        settling = count.settling
        return cls(
            approving=Weight.of(count.approving),
            objecting=Weight.of(count.objecting),
            abstaining=Weight.of(count.abstaining),
            recused=Weight.of(count.recused),
            pending=Weight.of(count.pending),
            tacit=Weight.of(count.tacit),
            reserved=Weight.of(count.reserved),
            thresholds=[_result(part) for part in count.thresholds],
            has_quorum=count.has_quorum,
            is_tied=count.is_tied,
            is_broken=count.is_broken,
            decided=count.decided,
            would_pass=count.would_pass,
            would_repeat=count.would_repeat,
            missing=[_missing(one) for one in count.missing],
            settling=Settling(organizations=settling.organizations, is_exact=settling.is_exact)
            if settling
            else None,
        )


def _threshold(part: rules.Threshold) -> Threshold:
    return Threshold(
        of=part.of,
        basis=part.basis,
        required=Fraction.of(part.required),
        strict=part.strict,
        opponents=part.opponents,
    )


def _result(part: tallies.ThresholdResult) -> ThresholdResult:
    return ThresholdResult(
        of=part.of,
        basis=part.basis,
        required=Fraction.of(part.required),
        reached=Fraction.of(part.reached),
        is_strict=part.is_strict,
        met=part.met,
    )


def _missing(one: shortfalls.Missing) -> Missing:
    return Missing(kind=one.kind, organizations=one.organizations, population=one.population, seats=one.seats)
