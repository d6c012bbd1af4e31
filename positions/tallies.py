"""The count of a round: what would happen if it closed now, whether that is settled, what is missing.

One vote for each organization, whoever cast it; votes from outside the electorate do not count; recusal takes an
organization out of every base. An approval on which a reservation stands counts as the rule says. With silence as consent the pending approve tacitly when the round closes, which is
kept apart from yes, and one objection breaks it. Linear in the electorate but for sorting the pending.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from operator import attrgetter
from types import MappingProxyType

from positions.electors import NOBODY, Elector, Measure, Weight, weigh
from positions.prospects import Field, Settling, is_decided, settling
from positions.rules import (
    Basis,
    Choice,
    Count,
    Maintained,
    Rule,
    Silence,
    has_quorum,
    is_met,
    is_tied,
    passes,
    reached,
)
from positions.shortfalls import Missing, missing
from positions.ties import would_repeat

_COUNTS_AS = {Maintained.ABSTAINS: Choice.ABSTAIN, Maintained.OBJECTS: Choice.OBJECT}
_CODE = attrgetter("organization")
_NO_RESERVATIONS: Mapping[str, int] = MappingProxyType({})


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
    """The answer to "will it pass?"; `is_broken`: somebody objects to a silence procedure.

    `reserved` approved, and is counted among the objecting or the abstaining because of a reservation; `objections` are
    without those. `would_repeat`: a tie, to be voted again.
    """

    approving: Weight
    objecting: Weight
    abstaining: Weight
    recused: Weight
    pending: Weight
    tacit: Weight
    reserved: Weight
    objections: int
    thresholds: tuple[ThresholdResult, ...]
    has_quorum: bool
    is_tied: bool
    is_broken: bool
    decided: bool
    would_pass: bool
    would_repeat: bool
    missing: tuple[Missing, ...]
    settling: Settling | None

    @property
    def has_everyone_voted(self) -> bool:
        """Whether nobody is pending, and nobody was when it closed."""
        return self.pending.organizations == 0 == self.tacit.organizations

    @property
    def is_objected(self) -> bool:
        """Whether somebody broke the silence by saying no; a reservation that breaks it may still be lifted."""
        return self.is_broken and self.objections > 0


def tally(
    rule: Rule,
    electors: Sequence[Elector],
    *,
    votes: Mapping[str, Choice],
    silence: Silence = Silence.NONE,
    reservations: Mapping[str, int] = _NO_RESERVATIONS,
    is_closed: bool = False,
) -> Tally:
    """Count the votes (by organization code) of a frozen electorate, under the rule as this vote is held.

    `reservations` says how many stand with whose vote. Once `is_closed`, who said nothing approved tacitly if silence is
    consent.
    """
    field = canvass(rule, electors, votes=votes, silence=silence, reservations=reservations)
    count, silent = field.closing(), field.waiting
    turned = silent if is_closed and silence is Silence.CONSENT and not field.is_broken else NOBODY
    voted = field.count
    if is_closed:
        field = replace(field, count=count, pending=(), waiting=NOBODY, casting=None)
    return Tally(
        approving=voted.approving,
        objecting=voted.objecting,
        abstaining=voted.abstaining,
        recused=field.recused,
        pending=silent - turned,
        tacit=turned,
        reserved=count.reserved,
        objections=voted.objecting.organizations
        - (voted.reserved.organizations if rule.maintained is Maintained.OBJECTS else 0),
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
        would_repeat=would_repeat(rule, count) and not field.is_broken,
        missing=missing(field),
        settling=settling(field),
    )


def canvass(
    rule: Rule,
    electors: Sequence[Elector],
    *,
    votes: Mapping[str, Choice],
    silence: Silence = Silence.NONE,
    reservations: Mapping[str, int] = _NO_RESERVATIONS,
) -> Field:
    """The votes added up, and who is still pending."""
    said: dict[Choice | None, list[Elector]] = {choice: [] for choice in (*Choice, None)}
    for choice, elector in zip(map(votes.get, map(_CODE, electors)), electors, strict=True):
        said[choice].append(elector)
    held = {code: number for code, number in reservations.items() if number > 0}
    reserved = _set_apart(said, held, _COUNTS_AS.get(rule.maintained))
    approving, objecting, abstaining, pending = (
        weigh(said[choice]) for choice in (Choice.APPROVE, Choice.OBJECT, Choice.ABSTAIN, None)
    )
    in_the_way = reserved
    if rule.maintained is Maintained.BLOCKS and held:
        in_the_way = [each for choice in _VOTING for each in said[choice] if each.organization in held]
    voice, holder = _casting(rule.casting, said) if rule.casting else (None, None)
    count = Count(
        approving=approving,
        objecting=objecting,
        abstaining=abstaining,
        eligible=approving + objecting + abstaining + pending,
        casting=voice,
        reservations=sum(held[each.organization] for each in in_the_way),
        reserved=weigh(reserved),
    )
    return Field(
        rule,
        count,
        tuple(said[None]),
        pending,
        silence,
        casting=None if voice else holder,
        recused=weigh(said[Choice.RECUSE]),
    )


_VOTING = (Choice.APPROVE, Choice.OBJECT, Choice.ABSTAIN)


def _set_apart(
    said: dict[Choice | None, list[Elector]], held: Mapping[str, int], counts_as: Choice | None
) -> list[Elector]:
    """Move the approvals on which a reservation stands to what they count as; returns them."""
    if counts_as is None or not held:
        return []
    reserved = [each for each in said[Choice.APPROVE] if each.organization in held]
    said[Choice.APPROVE] = [each for each in said[Choice.APPROVE] if each.organization not in held]
    said[counts_as] += reserved
    return reserved


def _casting(
    code: str, said: Mapping[Choice | None, Sequence[Elector]]
) -> tuple[Choice | None, Elector | None]:
    """What the casting vote says, and who holds it."""
    for choice, electors in said.items():
        for elector in electors:
            if elector.organization == code:
                return choice, elector
    return None, None
