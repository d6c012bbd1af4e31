"""Approval rules: when does a count of votes pass. Data and exact fractions, no floats.

A rule is composed of thresholds, a quorum, a casting vote, a second vote on a tie, and what maintained reservations
count as; it passes when every part holds. Each part only ever gains from one more approval: `positions.prospects`
builds its certainty on that.
Nothing passes in a vacuum: without an approval no share is reached. Presets follow the law named beside each.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType

from positions.electors import NOBODY, Measure, Weight
from positions.errors import Invalid


class Basis(StrEnum):
    """What a share is of: all votes cast, only yes and no, or everyone eligible who is not recused."""

    CAST = "CAST"
    EXPRESSED = "EXPRESSED"
    ELIGIBLE = "ELIGIBLE"


class Choice(StrEnum):
    """What an organization says in a round."""

    APPROVE = "APPROVE"
    OBJECT = "OBJECT"
    ABSTAIN = "ABSTAIN"
    RECUSE = "RECUSE"


class Silence(StrEnum):
    """What it means that an organization says nothing until the end."""

    NONE = "NONE"
    CONSENT = "CONSENT"


class Maintained(StrEnum):
    """What an approval counts as at the closing while a reservation of its stands; BLOCKS: nothing passes before it goes."""

    NOTHING = "NOTHING"
    BLOCKS = "BLOCKS"
    ABSTAINS = "ABSTAINS"
    OBJECTS = "OBJECTS"


class RulePreset(StrEnum):
    """The rules ready to choose."""

    SIMPLE_MAJORITY = "SIMPLE_MAJORITY"
    ABSOLUTE_MAJORITY = "ABSOLUTE_MAJORITY"
    TWO_THIRDS_POPULATION = "TWO_THIRDS_POPULATION"
    DOUBLE_MAJORITY = "DOUBLE_MAJORITY"
    DOUBLE_MAJORITY_BLOCKING = "DOUBLE_MAJORITY_BLOCKING"
    REINFORCED = "REINFORCED"
    WEIGHTED_SEATS = "WEIGHTED_SEATS"
    UNANIMITY = "UNANIMITY"
    CONSENSUS = "CONSENSUS"


MOST_THRESHOLDS = 20
"""More than anybody could explain; each is counted at every look at a round."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """The share of approvals to reach (`strict`: to exceed).

    With `opponents`, falling short counts only when at least so many organizations do not approve.
    """

    of: Measure
    basis: Basis
    numerator: int
    denominator: int
    strict: bool = False
    opponents: int = 0

    @property
    def required(self) -> Fraction:
        """The share asked for."""
        return Fraction(self.numerator, self.denominator)

    @property
    def is_majority(self) -> bool:
        """Whether this is "more yes than no", the only kind in which there are ties."""
        return self.basis is Basis.EXPRESSED and self.strict and self.required == Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Quorum:
    """The share of the eligible that must vote at all, and the least number of organizations."""

    of: Measure
    numerator: int
    denominator: int
    minimum: int = 0

    @property
    def required(self) -> Fraction:
        """The share asked for."""
        return Fraction(self.numerator, self.denominator)


@dataclass(frozen=True, slots=True)
class Rule:
    """When a round passes; `casting` is the organization whose vote breaks a tie, with `second_vote` only the second time."""

    thresholds: tuple[Threshold, ...]
    quorum: Quorum | None = None
    casting: str | None = None
    maintained: Maintained = Maintained.NOTHING
    second_vote: bool = False
    preset: RulePreset | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """A round's votes added up; tacit approvals are among the approving, the recused are not eligible.

    `reservations` are those that stand in the way; `reserved` is what approved with one and therefore counts otherwise.
    """

    approving: Weight
    objecting: Weight
    abstaining: Weight
    eligible: Weight
    casting: Choice | None = None
    reservations: int = 0
    reserved: Weight = NOBODY

    def base(self, basis: Basis) -> Weight:
        """What a share on this basis is a share of."""
        if basis is Basis.ELIGIBLE:
            return self.eligible
        expressed = self.approving + self.objecting
        return expressed if basis is Basis.EXPRESSED else expressed + self.abstaining

    @property
    def opponents(self) -> int:
        """How many eligible organizations do not approve, for whatever reason."""
        return self.eligible.organizations - self.approving.organizations


_EVERY_EXPRESSED = Threshold(Measure.ORGANIZATIONS, Basis.EXPRESSED, 1, 1)
_MEMBERS_55 = Threshold(Measure.ORGANIZATIONS, Basis.ELIGIBLE, 55, 100)
_POPULATION_65 = Threshold(Measure.POPULATION, Basis.ELIGIBLE, 65, 100)

_PARTS: dict[RulePreset, tuple[Threshold, ...]] = {
    # Llei 7/1985 art. 46.2.d and 47.1: more yes than no; a tie is voted again, then the casting vote decides.
    RulePreset.SIMPLE_MAJORITY: (Threshold(Measure.ORGANIZATIONS, Basis.EXPRESSED, 1, 2, strict=True),),
    # Llei 7/1985 art. 47.2: more than half of the members, present or not.
    RulePreset.ABSOLUTE_MAJORITY: (Threshold(Measure.ORGANIZATIONS, Basis.ELIGIBLE, 1, 2, strict=True),),
    # By analogy with Llei 31/2010 art. 11.2.b.
    RulePreset.TWO_THIRDS_POPULATION: (Threshold(Measure.POPULATION, Basis.ELIGIBLE, 2, 3),),
    # Qualified majority of the Council of the European Union: 55 % of members, 65 % of population.
    RulePreset.DOUBLE_MAJORITY: (_MEMBERS_55, _POPULATION_65),
    # The same with its blocking minority: fewer than four cannot block by population alone.
    RulePreset.DOUBLE_MAJORITY_BLOCKING: (_MEMBERS_55, replace(_POPULATION_65, opponents=4)),
    # The Council's reinforced majority: 72 % of members, 65 % of population.
    RulePreset.REINFORCED: (replace(_MEMBERS_55, numerator=72), _POPULATION_65),
    RulePreset.WEIGHTED_SEATS: (Threshold(Measure.SEATS, Basis.EXPRESSED, 1, 2, strict=True),),
    # Nobody objects; abstaining does not prevent it (TFEU art. 238(4)). Somebody must approve.
    RulePreset.UNANIMITY: (_EVERY_EXPRESSED,),
    # Nobody sustains an objection and no reservation stands.
    RulePreset.CONSENSUS: (_EVERY_EXPRESSED,),
}

PRESETS: Mapping[RulePreset, Rule] = MappingProxyType(
    {
        preset: Rule(
            parts,
            maintained=Maintained.BLOCKS if preset is RulePreset.CONSENSUS else Maintained.NOTHING,
            second_vote=preset is RulePreset.SIMPLE_MAJORITY,
            preset=preset,
        )
        for preset, parts in _PARTS.items()
    }
)
"""The rule behind every preset."""


def reached(threshold: Threshold, count: Count) -> Fraction:
    """The share of approvals, zero of an empty base."""
    base = count.base(threshold.basis).of(threshold.of)
    return Fraction(count.approving.of(threshold.of), base) if base else Fraction(0)


def is_tied(threshold: Threshold, count: Count) -> bool:
    """Whether there are as many yes as no."""
    return threshold.is_majority and reached(threshold, count) == threshold.required


def is_met(threshold: Threshold, count: Count) -> bool:
    """Whether the share is reached, or too few stand against it, or the casting vote breaks the tie."""
    base = count.base(threshold.basis).of(threshold.of)
    share = count.approving.of(threshold.of) * threshold.denominator
    asked = base * threshold.numerator
    if share > asked or (share and share == asked and not threshold.strict):
        return True
    if count.approving.organizations and count.opponents < threshold.opponents:
        return True
    return count.casting is Choice.APPROVE and is_tied(threshold, count)


def has_quorum(quorum: Quorum | None, count: Count) -> bool:
    """Whether enough of the eligible voted; abstaining is voting, being recused is not."""
    if quorum is None:
        return True
    cast = count.base(Basis.CAST)
    enough = cast.of(quorum.of) * quorum.denominator >= count.eligible.of(quorum.of) * quorum.numerator
    return enough and cast.organizations >= quorum.minimum


def passes(rule: Rule, count: Count) -> bool:
    """Whether a round closed on this count would pass."""
    if rule.maintained is Maintained.BLOCKS and count.reservations:
        return False
    return has_quorum(rule.quorum, count) and all(is_met(part, count) for part in rule.thresholds)


def check_rule(rule: Rule, eligible: Weight) -> None:
    """Invalid for a rule that asks for nothing, or for what this electorate can never give."""
    is_sized = 1 <= len(rule.thresholds) <= MOST_THRESHOLDS
    if not is_sized or any(
        part.denominator < 1 or part.numerator < 0 or part.opponents < 0 for part in rule.thresholds
    ):
        raise Invalid("rule_malformed", ["rule"])
    if rule.quorum and (rule.quorum.denominator < 1 or rule.quorum.numerator < 0 or rule.quorum.minimum < 0):
        raise Invalid("rule_malformed", ["rule", "quorum"])
    if all(_asks_nothing(part, eligible) for part in rule.thresholds):
        raise Invalid("rule_always_passes", ["rule"])
    if not passes(rule, Count(eligible, NOBODY, NOBODY, eligible)):
        raise Invalid("rule_never_passes", ["rule"])


def _asks_nothing(part: Threshold, eligible: Weight) -> bool:
    """Whether it is no share at all, or falling short never counts because so many cannot stand against it."""
    return (part.numerator == 0 and not part.strict) or part.opponents >= eligible.organizations
