"""What a closed round is certified by: the text, the rule, what was reached in exact fractions, and who said what.

A certificate is a value: the same round gives the same certificate, whenever it is asked for. The record's entry of the closing
and its hash stand in it, so that a record cut short afterwards shows.
"""

from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from positions.electors import Weight
from positions.papers import Imprint, Letterhead
from positions.rules import Basis
from positions.tallies import Tally


@dataclass(frozen=True, slots=True)
class Condition:
    """One threshold of the rule as it ended: the share asked for, and the amount reached of the amount it is a share of."""

    measure: str
    basis: str
    required: Fraction
    is_strict: bool
    amount: int
    base: int
    is_met: bool

    @property
    def reached(self) -> Fraction:
        """The exact share; of nothing, nothing."""
        return Fraction(self.amount, self.base) if self.base else Fraction(0)


@dataclass(frozen=True, slots=True)
class CertifiedVote:
    """What one organization of the electorate said, under which mandate or act; `choice` PENDING when it said nothing."""

    name: str
    population: int
    seats: int
    choice: str
    except_asks: tuple[str, ...] = ()
    mandate: tuple[str, date] | None = None
    act: tuple[str, date, str] | None = None
    ratification: str | None = None
    ratification_due_on: date | None = None
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class CertifiedReservation:
    """A condition that was held with a vote; without an ask it is on a passage or on the whole text."""

    name: str
    kind: str
    state: str
    reason: str
    ask_key: str | None = None
    wish: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the record: its place in the position's chain, and the hash that covers all before it."""

    sequence: int
    hash: str


@dataclass(frozen=True, slots=True)
class Certificate:
    """A closed round in full; `closed_by` is the office that closed it, None when its time had come."""

    reference: str
    language: str
    title: str
    letterhead: Letterhead
    imprint: Imprint
    number: int
    name: str
    status: str
    silence: str
    preset: str | None
    opened_at: datetime
    closes_at: datetime
    closed_at: datetime
    closed_by: str | None
    conditions: tuple[Condition, ...]
    has_quorum: bool | None
    totals: tuple[tuple[str, Weight], ...]
    votes: tuple[CertifiedVote, ...]
    reservations: tuple[CertifiedReservation, ...]
    entry: Entry
    is_fiction: bool = False


def conditions(tally: Tally) -> tuple[Condition, ...]:
    """The thresholds of a closed round with the amounts behind their shares."""
    approving = tally.approving + tally.tacit
    return tuple(
        Condition(
            measure=part.of.value,
            basis=part.basis.value,
            required=part.required,
            is_strict=part.is_strict,
            amount=approving.of(part.of),
            base=_base(tally, part.basis).of(part.of),
            is_met=part.met,
        )
        for part in tally.thresholds
    )


def totals(tally: Tally) -> tuple[tuple[str, Weight], ...]:
    """What was said, added up; what nobody said is left out."""
    said = {
        "APPROVE": tally.approving,
        "TACIT": tally.tacit,
        "OBJECT": tally.objecting,
        "ABSTAIN": tally.abstaining,
        "RECUSE": tally.recused,
        "PENDING": tally.pending,
    }
    return tuple((choice, weight) for choice, weight in said.items() if weight.organizations)


def _base(tally: Tally, basis: Basis) -> Weight:
    """What a share on this basis is a share of."""
    expressed = tally.approving + tally.tacit + tally.objecting
    if basis is Basis.EXPRESSED:
        return expressed
    cast = expressed + tally.abstaining
    return cast if basis is Basis.CAST else cast + tally.pending
