"""What any one pending organization's choice would change: would the round then pass if it closed, and would it be decided.

One step from the count for each choice, whatever the size of the electorate.
"""

from dataclasses import dataclass, replace

from positions.electors import Elector, Weight
from positions.prospects import Field, is_decided
from positions.rules import Choice, passes
from positions.ties import would_repeat


@dataclass(frozen=True, slots=True)
class Swing:
    """The round after one more choice; `would_repeat`: a tie, to be voted again."""

    choice: Choice
    would_pass: bool
    would_repeat: bool
    decided: bool


def swings(field: Field, elector: Elector) -> tuple[Swing, ...]:
    """What each choice of a pending organization would lead to, the others as they are."""
    return tuple(_swing(field, elector, choice) for choice in Choice)


def _swing(field: Field, elector: Elector, choice: Choice) -> Swing:
    after = _after(field, elector, choice)
    count = after.closing()
    return Swing(
        choice=choice,
        would_pass=passes(field.rule, count) and not after.is_broken,
        would_repeat=would_repeat(field.rule, count) and not after.is_broken,
        decided=is_decided(after),
    )


_SIDES = {Choice.APPROVE: "approving", Choice.OBJECT: "objecting", Choice.ABSTAIN: "abstaining"}


def _after(field: Field, elector: Elector, choice: Choice) -> Field:
    """The field once this organization has chosen; its pending are no longer told one by one."""
    weight = Weight(1, elector.population, elector.seats)
    holds_casting = elector == field.casting
    count = replace(field.count, casting=choice if holds_casting else field.count.casting)
    if choice is Choice.RECUSE:
        count = replace(count, eligible=count.eligible - weight)
    else:
        side = _SIDES[choice]
        count = replace(count, **{side: getattr(count, side) + weight})
    casting = None if holds_casting else field.casting
    return replace(field, count=count, pending=(), waiting=field.waiting - weight, casting=casting)
