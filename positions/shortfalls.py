"""What a round would lack if it closed now: approvals, inhabitants, participation, or that what stands against it goes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import accumulate

from positions.electors import BY, NOBODY, Elector, Measure, Weight
from positions.prospects import Field
from positions.rules import (
    Basis,
    Choice,
    Count,
    Maintained,
    Quorum,
    Rule,
    Silence,
    Threshold,
    has_quorum,
    is_met,
    is_tied,
)


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


def missing(field: Field) -> tuple[Missing, ...]:
    """What the round would lack if it closed now; empty when it would pass."""
    count = field.closing()
    pending = () if field.silence is Silence.CONSENT else field.pending
    found: list[Missing] = []
    against = count.objecting if field.is_broken else None
    for part in field.rule.thresholds:
        if field.is_broken or is_met(part, count):
            continue
        lacking = _approvals(part, count, pending=pending, casting=field.casting)
        if lacking:
            found.append(lacking)
        else:
            against = max(against or NOBODY, count.base(part.basis) - count.approving, key=_number)
    if field.rule.quorum and not has_quorum(field.rule.quorum, count):
        found.append(_quorum(field.rule.quorum, count, pending))
    return (*found, *_in_the_way(field.rule, count, against))


def _number(weight: Weight) -> int:
    return weight.organizations


def _in_the_way(rule: Rule, count: Count, against: Weight | None) -> Iterator[Missing]:
    """What would have to be taken back: objections, and reservations where these count as one."""
    reserved = min(count.reserved.organizations, against.organizations) if against else 0
    if against and (against.organizations > reserved or not reserved):
        yield Missing(MissingKind.OBJECTIONS, against.organizations - reserved)
    if count.reservations and (reserved or rule.maintained is Maintained.BLOCKS):
        yield Missing(MissingKind.RESERVATIONS, count.reservations)


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
    if part.is_majority and casting and pending:
        shown = replace(count, casting=Choice.APPROVE)
        tying = 0 if is_tied(part, count) else _shortfall(part, shown) or 1
        rest = _fewest(
            part.of, tying - casting.of(part.of), [each for each in pending if each is not casting]
        )
        ways.append(None if rest is None else rest + 1)
    possible = [way for way in ways if way is not None]
    if short is None and not possible:
        return None
    return _missing(MissingKind(part.of), part.of, min(possible, default=None), short)


def _fewest(of: Measure, amount: int, pending: Sequence[Elector]) -> int | None:
    """The smallest number of pending organizations that together have the amount: the largest first."""
    if amount <= 0:
        return 0
    if of is Measure.ORGANIZATIONS:
        return amount if amount <= len(pending) else None
    sums = accumulate(sorted(map(BY[of], pending), reverse=True))
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
