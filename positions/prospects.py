"""What pending organizations can still do to a round: is it settled, who could settle it.

No assignment is tried out. Every part of a rule is monotone: an approval in place of anything else never breaks
it, and an objection never mends a threshold. So the best that can come is that all pending approve; the worst,
taken part by part because a round fails as soon as one part does, is that all object (thresholds) or nobody votes
(quorum). Recusing lies between: it takes weight from the base without adding to the approvals.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from positions.electors import BY, NOBODY, Elector, Measure, Weight
from positions.rules import (
    Choice,
    Count,
    Maintained,
    Rule,
    Silence,
    has_quorum,
    passes,
)
from positions.ties import forgiving


@dataclass(frozen=True, slots=True)
class Settling:
    """The smallest number of pending approvals that would make passing certain, whatever the others then do.

    Exact for organizations and one weight; with both population and seats in the rule, an upper bound.
    """

    organizations: int
    is_exact: bool


@dataclass(frozen=True, slots=True)
class Field:
    """A count, the organizations still pending with their weight, and what their silence means.

    `casting` is the one with the casting vote, while it is pending; `recused` are out of it.
    """

    rule: Rule
    count: Count
    pending: tuple[Elector, ...]
    waiting: Weight
    silence: Silence = Silence.NONE
    casting: Elector | None = None
    recused: Weight = NOBODY

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

    def can_pass(self) -> bool:
        """Whether the pending could still make it pass: all of them approving is the best there is."""
        casting = Choice.APPROVE if self.casting else self.count.casting
        best = replace(self.approved_by(self.waiting), casting=casting)
        return passes(self.rule, best) and not self.is_broken

    def can_fail(self, approving: Weight, casting: Choice | None) -> bool:
        """Whether the pending could still make it fail once `approving` of them have approved."""
        sure = replace(self.approved_by(approving), casting=casting)
        others = self.waiting - approving
        if others.organizations and (
            self.silence is Silence.CONSENT or self.rule.maintained is Maintained.BLOCKS
        ):
            return True
        if not passes(self.rule, replace(sure, objecting=sure.objecting + others)) or self.is_broken:
            return True
        return not has_quorum(self.rule.quorum, sure)


def is_decided(field: Field) -> bool:
    """Whether nothing the pending do, or leave undone, changes the outcome, given the votes cast.

    A tie that would be voted again is an outcome of its own.
    """
    if not _is_certain(field):
        return False
    return not field.rule.second_vote or _is_certain(replace(field, rule=forgiving(field.rule)))


def settling(field: Field) -> Settling | None:
    """The fewest pending approvals that settle it; None when it is decided, or they cannot.

    The largest come first, so that no other choice of as many weighs more; the casting one is also tried first.
    """
    if _is_certain(field):
        return None
    measures = _weights_in(field.rule)
    leading: Sequence[Measure | None] = measures or [None]
    orders = (order for of in leading for order in _orders(field, of, measures))
    return Settling(min(_fewest_in(order, field, measures) for order in orders), is_exact=len(measures) < 2)


def _is_certain(field: Field) -> bool:
    """Whether the pending can no longer make it pass, or no longer make it fail."""
    if not field.waiting.organizations or not field.can_pass():
        return True
    return not field.can_fail(NOBODY, field.count.casting)


def _weights_in(rule: Rule) -> list[Measure]:
    """The measures that the rule asks for beside the number of organizations."""
    asked = {part.of for part in rule.thresholds} | ({rule.quorum.of} if rule.quorum else set())
    return sorted(asked - {Measure.ORGANIZATIONS})


def _orders(field: Field, of: Measure | None, measures: Sequence[Measure]) -> Iterator[list[Elector]]:
    order, casting = list(field.pending), field.casting
    if casting:  # before its equals, so that the answer does not hang on the order of the electorate
        order.remove(casting)
        order.insert(0, casting)
        yield [casting, *_sorted(order[1:], of, measures)]
    yield _sorted(order, of, measures)


def _sorted(electors: list[Elector], of: Measure | None, measures: Sequence[Measure]) -> list[Elector]:
    """The largest in one measure first, equals by the other."""
    for measure in (*(each for each in measures if each is not of), *([of] if of else [])):
        electors = sorted(electors, key=BY[measure], reverse=True)
    return electors


def _fewest_in(order: Sequence[Elector], field: Field, measures: Sequence[Measure]) -> int:
    """How many of the order, from its start, must approve until it is certain: more never harms."""
    sums = {of: list(accumulate(map(BY[of], order))) for of in measures}
    casting = field.casting
    place = order.index(casting) + 1 if casting else None

    def amount(of: Measure, number: int) -> int:
        return sums[of][number - 1] if of in sums else 0  # what the rule does not ask for

    def is_certain(number: int) -> bool:
        voice = field.count.casting if place is None or number < place else Choice.APPROVE
        weight = Weight(number, amount(Measure.POPULATION, number), amount(Measure.SEATS, number))
        return not field.can_fail(weight, voice)

    return bisect_left(range(1, len(order) + 1), 1, key=is_certain) + 1
