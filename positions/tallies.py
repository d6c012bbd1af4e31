"""The count of a round: what would happen if it closed now, whether that is settled, what is missing.

One vote for each organization, whoever cast it; votes from outside the electorate do not count; recusal takes an
organization out of every base. With silence as consent the pending approve tacitly when the round closes, which is
kept apart from yes, and one objection breaks it. Linear in the electorate but for sorting the pending.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from positions.electors import Elector, Measure, Weight, weigh
from positions.prospects import Field, Missing, Settling, is_decided, missing, settling
from positions.rules import Basis, Choice, Count, Rule, Silence, has_quorum, is_met, is_tied, passes, reached


@dataclass(frozen=True, slots=True)
class ThresholdResult:
    """One threshold as it stands if the round closed now; both shares are of the base named."""

    of: Measure
    basis: Basis
    required: Fraction
    reached: Fraction
    is_strict: bool
    met: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """The answer to "will it pass?"; `is_broken`: somebody objected to a silence procedure."""

    approving: Weight
    objecting: Weight
    abstaining: Weight
    recused: Weight
    pending: Weight
    tacit: Weight
    thresholds: tuple[ThresholdResult, ...]
    has_quorum: bool
    is_tied: bool
    is_broken: bool
    decided: bool
    would_pass: bool
    missing: tuple[Missing, ...]
    settling: Settling | None

    @property
    def has_everyone_voted(self) -> bool:
        """Whether nobody is pending, and nobody was when it closed."""
        return self.pending.organizations == 0 == self.tacit.organizations


def tally(
    rule: Rule,
    electors: Sequence[Elector],
    *,
    votes: Mapping[str, Choice],
    silence: Silence = Silence.NONE,
    reservations: int = 0,
    is_closed: bool = False,
) -> Tally:
    """Count the votes (by organization code) of a frozen electorate.

    `reservations` says how many stand. Once `is_closed`, who said nothing approved tacitly if silence is consent.
    """
    said: dict[Choice | None, list[Elector]] = {choice: [] for choice in (*Choice, None)}
    for elector in electors:
        said[votes.get(elector.organization)].append(elector)
    silent = weigh(said[None])
    field = _field(rule, said, silence=silence, reservations=reservations)
    count = field.closing()
    turned = silent if is_closed and silence is Silence.CONSENT and not field.is_broken else Weight()
    if is_closed:
        field = replace(field, count=count, pending=(), waiting=Weight())
    return Tally(
        approving=weigh(said[Choice.APPROVE]),
        objecting=field.count.objecting,
        abstaining=field.count.abstaining,
        recused=weigh(said[Choice.RECUSE]),
        pending=silent - turned,
        tacit=turned,
        thresholds=tuple(
            ThresholdResult(
                of=part.of,
                basis=part.basis,
                required=part.required,
                reached=reached(part, count),
                is_strict=part.strict,
                met=is_met(part, count),
            )
            for part in rule.thresholds
        ),
        has_quorum=has_quorum(rule.quorum, count),
        is_tied=any(is_tied(part, count) for part in rule.thresholds),
        is_broken=field.is_broken,
        decided=is_decided(field),
        would_pass=passes(rule, count) and not field.is_broken,
        missing=missing(field),
        settling=settling(field),
    )


def _field(
    rule: Rule,
    said: Mapping[Choice | None, Sequence[Elector]],
    *,
    silence: Silence,
    reservations: int,
) -> Field:
    approving, objecting, abstaining, pending = (
        weigh(said[choice]) for choice in (Choice.APPROVE, Choice.OBJECT, Choice.ABSTAIN, None)
    )
    count = Count(
        approving=approving,
        objecting=objecting,
        abstaining=abstaining,
        eligible=approving + objecting + abstaining + pending,
        casting=_choice_of(rule.casting, said) if rule.casting else None,
        reservations=reservations,
    )
    return Field(rule, count, tuple(said[None]), pending, silence)


def _choice_of(organization: str, said: Mapping[Choice | None, Sequence[Elector]]) -> Choice | None:
    for choice, electors in said.items():
        if any(elector.organization == organization for elector in electors):
            return choice
    return None
