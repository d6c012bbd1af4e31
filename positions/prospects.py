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

from positions.electors import NOBODY, Elector, Measure, Weight
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
    parts = [part.of for part in field.rule.thresholds] + (
        [field.rule.quorum.of] if field.rule.quorum else []
    )
    measures = sorted({of for of in parts if of is not Measure.ORGANIZATIONS}) or [Measure.POPULATION]
    fewest = min(_fewest_in(order, field) for order in _orders(field, measures))
    return Settling(fewest, is_exact=len(measures) == 1)


def _is_certain(field: Field) -> bool:
    """Whether the pending can no longer make it pass, or no longer make it fail."""
    if not field.waiting.organizations or not field.can_pass():
        return True
    return not field.can_fail(NOBODY, field.count.casting)


def _orders(field: Field, measures: Sequence[Measure]) -> Iterator[list[Elector]]:
    casting = field.casting
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
    casting = field.casting
    place = order.index(casting) + 1 if casting else None

    def is_certain(number: int) -> bool:
        voice = field.count.casting if place is None or number < place else Choice.APPROVE
        return not field.can_fail(Weight(number, populations[number - 1], seats[number - 1]), voice)

    return bisect_left(range(1, len(order) + 1), 1, key=is_certain) + 1
