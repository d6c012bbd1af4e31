"""What pending organizations can still do to a round: is it settled, what is missing, who could settle it.

No assignment is tried out. Every part of a rule is monotone: an approval in place of anything else never breaks
it, and an objection never mends a threshold. So the best that can come is that all pending approve; the worst,
taken part by part because a round fails as soon as one part does, is that all object (thresholds) or nobody votes
(quorum). Recusing lies between: it takes weight from the base without adding to the approvals.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import accumulate

from positions.electors import Elector, Measure, Weight
from positions.rules import Basis, Choice, Count, Quorum, Rule, Silence, Threshold, has_quorum, is_met, passes


class MissingKind(StrEnum):
    """What a round lacks: approvals in one measure, participation, or that what stands against it goes."""

    ORGANIZATIONS = "ORGANIZATIONS"
    POPULATION = "POPULATION"
    SEATS = "SEATS"
    QUORUM = "QUORUM"
    OBJECTIONS = "OBJECTIONS"
    RESERVATIONS = "RESERVATIONS"


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing lacking if the round closed now.

    `organizations` is the smallest number of pending organizations whose approval (for QUORUM: vote) would do,
    None when they cannot do it; for OBJECTIONS and RESERVATIONS how many would have to go. `population` and
    `seats` are the amounts short, None where another measure is counted.
    """

    kind: MissingKind
    organizations: int | None
    population: int | None = None
    seats: int | None = None


@dataclass(frozen=True, slots=True)
class Settling:
    """The smallest number of pending approvals that would make passing certain, whatever the others then do.

    Exact for organizations and one weight; with both population and seats in the rule, an upper bound.
    """

    organizations: int
    is_exact: bool


@dataclass(frozen=True, slots=True)
class Field:
    """A count, the organizations still pending with their weight, and what their silence means."""

    rule: Rule
    count: Count
    pending: tuple[Elector, ...]
    waiting: Weight
    silence: Silence = Silence.NONE

    def closing(self) -> Count:
        """The count if the round closed now: silence approves, unless somebody broke it."""
        if self.silence is Silence.NONE or self.is_broken:
            return self.count
        return self.approved_by(self.waiting)

    def approved_by(self, more: Weight) -> Count:
        """The count after further approvals from among the pending, the others still silent."""
        return replace(self.count, approving=self.count.approving + more)

    @property
    def is_broken(self) -> bool:
        """Whether an objection broke the silence."""
        return self.silence is Silence.CONSENT and self.count.objecting.organizations > 0

    def casting(self) -> Elector | None:
        """The organization with the casting vote, if it is still pending."""
        code = self.rule.casting
        return (
            next((elector for elector in self.pending if elector.organization == code), None)
            if code
            else None
        )

    def can_pass(self) -> bool:
        """Whether the pending could still make it pass: all of them approving is the best there is."""
        casting = Choice.APPROVE if self.casting() else self.count.casting
        best = replace(self.approved_by(self.waiting), casting=casting)
        return passes(self.rule, best) and not self.is_broken

    def can_fail(self, approving: Weight, casting: Choice | None) -> bool:
        """Whether the pending could still make it fail once `approving` of them have approved."""
        sure = replace(self.approved_by(approving), casting=casting)
        others = self.waiting - approving
        if others.organizations and (self.silence is Silence.CONSENT or self.rule.reservations_block):
            return True
        if not passes(self.rule, replace(sure, objecting=sure.objecting + others)) or self.is_broken:
            return True
        return not has_quorum(self.rule.quorum, sure)


def is_decided(field: Field) -> bool:
    """Whether nothing the pending do, or leave undone, changes the outcome, given the votes cast."""
    if not field.pending or not field.can_pass():
        return True
    return not field.can_fail(Weight(), field.count.casting)


def missing(field: Field) -> tuple[Missing, ...]:
    """What the round would lack if it closed now; empty when it would pass."""
    count = field.closing()
    pending = () if field.silence is Silence.CONSENT else field.pending
    found: list[Missing] = []
    objections = field.is_broken
    for part in field.rule.thresholds:
        if field.is_broken or is_met(part, count):
            continue
        lacking = _approvals(part, count, pending=pending, casting=field.casting())
        if lacking:
            found.append(lacking)
        else:
            objections = True
    if field.rule.quorum and not has_quorum(field.rule.quorum, count):
        found.append(_quorum(field.rule.quorum, count, pending))
    if objections:
        found.append(Missing(MissingKind.OBJECTIONS, count.objecting.organizations))
    if field.rule.reservations_block and count.reservations:
        found.append(Missing(MissingKind.RESERVATIONS, count.reservations))
    return tuple(found)


def settling(field: Field) -> Settling | None:
    """The fewest pending approvals that settle it; None when it is decided, or they cannot.

    The largest come first, so that no other choice of as many weighs more; the casting one is also tried first.
    """
    if is_decided(field):
        return None
    parts = [part.of for part in field.rule.thresholds] + (
        [field.rule.quorum.of] if field.rule.quorum else []
    )
    measures = sorted({of for of in parts if of is not Measure.ORGANIZATIONS}) or [Measure.POPULATION]
    fewest = min(_fewest_in(order, field) for order in _orders(field, measures))
    return Settling(fewest, is_exact=len(measures) == 1)


def _shortfall(part: Threshold, count: Count) -> int | None:
    """The least further approvals, in the threshold's measure, that reach it; None when none ever do."""
    base = count.base(part.basis).of(part.of)
    grows = 0 if part.basis is Basis.ELIGIBLE else part.numerator
    is_strict = part.strict and not (part.is_majority and count.casting is Choice.APPROVE)
    gap = part.numerator * base - part.denominator * count.approving.of(part.of) + is_strict
    gain = part.denominator - grows
    if gain <= 0:
        return 1 if gap <= 0 else None
    return max(1, -(-gap // gain))


def _approvals(
    part: Threshold, count: Count, *, pending: Sequence[Elector], casting: Elector | None
) -> Missing | None:
    """What the threshold lacks; None when only the withdrawal of objections could help."""
    short = _shortfall(part, count)
    ways = [] if short is None else [_fewest(part.of, short, pending)]
    if part.opponents:
        ways.append(_fewest(Measure.ORGANIZATIONS, max(1, count.opponents - part.opponents + 1), pending))
    if part.is_majority and casting and casting in pending:
        tying = _shortfall(part, replace(count, casting=Choice.APPROVE)) or 1
        rest = _fewest(part.of, tying - casting.of(part.of), [each for each in pending if each != casting])
        ways.append(None if rest is None else rest + 1)
    possible = [way for way in ways if way is not None]
    if short is None and not possible:
        return None
    return _missing(MissingKind(part.of), part.of, min(possible, default=None), short)


def _fewest(of: Measure, amount: int, pending: Sequence[Elector]) -> int | None:
    """The smallest number of pending organizations that together have the amount: the largest first."""
    sums = accumulate(sorted((elector.of(of) for elector in pending), reverse=True))
    if amount <= 0:
        return 0
    return next((place for place, total in enumerate(sums, 1) if total >= amount), None)


def _quorum(quorum: Quorum, count: Count, pending: Sequence[Elector]) -> Missing:
    cast, asked = count.base(Basis.CAST), quorum.numerator * count.eligible.of(quorum.of)
    short = max(0, -(-asked // quorum.denominator) - cast.of(quorum.of))
    by_share, by_number = _fewest(quorum.of, short, pending), quorum.minimum - cast.organizations
    can = by_share is not None and by_number <= len(pending)
    return _missing(MissingKind.QUORUM, quorum.of, max(by_share or 0, by_number) if can else None, short)


def _missing(kind: MissingKind, of: Measure, organizations: int | None, amount: int | None) -> Missing:
    return Missing(
        kind,
        organizations,
        population=amount if of is Measure.POPULATION else None,
        seats=amount if of is Measure.SEATS else None,
    )


def _orders(field: Field, measures: Sequence[Measure]) -> Iterator[list[Elector]]:
    casting = field.casting()
    for of in measures:
        # Ties are broken by everything else, so that the answer does not hang on the order of the electorate.
        order = sorted(
            field.pending,
            key=lambda each: (each.of(of), each.population, each.seats, each.organization),
            reverse=True,
        )
        yield order
        if casting:
            yield [casting, *(elector for elector in order if elector != casting)]


def _fewest_in(order: Sequence[Elector], field: Field) -> int:
    """How many of the order, from its start, must approve until it is certain: more never harms."""
    populations = list(accumulate(elector.population for elector in order))
    seats = list(accumulate(elector.seats for elector in order))
    casting = field.casting()
    place = order.index(casting) + 1 if casting else None

    def is_certain(number: int) -> bool:
        voice = field.count.casting if place is None or number < place else Choice.APPROVE
        return not field.can_fail(Weight(number, populations[number - 1], seats[number - 1]), voice)

    return bisect_left(range(1, len(order) + 1), 1, key=is_certain) + 1
