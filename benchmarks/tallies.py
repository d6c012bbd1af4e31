"""`./dev bench tallies`: the CPU time to count one round, beside a recount by hand of the outcome alone, in one run.

36 are the municipalities of the metropolis, 8,131 those of Spain, 100,000 those of the Union. A tally also says whether it is
decided, what is missing and who could settle it; the recount, which shares no code with it, does not. Rules take turns: every
preset, and one of two weights with quorum, casting vote, second vote and reservations that abstain.
"""

import random
import time
from collections.abc import Callable
from itertools import cycle, islice
from statistics import median, quantiles
from typing import TypeVar

from rich.console import Console
from rich.table import Table

from positions.electors import Elector, Measure
from positions.rules import PRESETS, Basis, Choice, Maintained, Quorum, Rule, Threshold
from positions.swings import swings
from positions.tallies import canvass, tally
from positions.ties import as_held
from tests.support.recount import Case, recount

SIZES = ((36, 500), (8_131, 60), (100_000, 30))
LIMIT = 200.0
T = TypeVar("T")
_SEED = 20261128

_MIXED = Rule(
    (
        Threshold(Measure.POPULATION, Basis.EXPRESSED, 1, 2, strict=True),
        Threshold(Measure.SEATS, Basis.ELIGIBLE, 1, 3),
    ),
    Quorum(Measure.ORGANIZATIONS, 1, 3),
    casting="000003",
    maintained=Maintained.ABSTAINS,
    second_vote=True,
)
_RULES = (*PRESETS.values(), _MIXED)


def main() -> None:
    """Print one row for each size; says so when the largest takes longer than it may."""
    table = Table(
        "electors", "rounds", "tally: median", "p95", "max ms", "recount: median", "ratio", "one swing ms"
    )
    chance = random.Random(_SEED)
    slowest = 0.0
    for size, number in SIZES:
        cases = [_case(chance, size, rule) for rule in islice(cycle(_RULES), number)]
        ours, byhand = _times(_tally, cases), _times(_recount, cases)
        slowest = median(ours)
        p95 = quantiles(ours, n=20, method="inclusive")[-1]
        figures = (slowest, p95, max(ours), median(byhand), median(byhand) / slowest, _swing(cases[0]))
        table.add_row(f"{size:,}", str(number), *(f"{value:.3g}" for value in figures))
    Console(width=120).print(table)
    print(f"{SIZES[-1][0]:,} electors: {slowest:.0f} ms, of {LIMIT:.0f} ms allowed")


def _case(chance: random.Random, size: int, rule: Rule) -> Case:
    electors = [
        Elector(f"{place:06}", chance.randint(50, 90_000), chance.randint(0, 9)) for place in range(size)
    ]
    choices = (Choice.APPROVE, Choice.APPROVE, Choice.APPROVE, Choice.OBJECT, Choice.ABSTAIN, Choice.RECUSE)
    votes = {each.organization: chance.choice(choices) for each in electors if chance.random() < 0.6}
    held = {code: 1 for code in votes if chance.random() < 0.02}
    return Case(rule, electors, votes, held)


def _tally(case: Case) -> None:
    rule = as_held(case.rule, is_repeat=case.is_repeat)
    tally(rule, case.electors, votes=_said(case), reservations=case.reservations)


def _recount(case: Case) -> None:
    recount(case)


def _said(case: Case) -> dict[str, Choice]:
    return case.votes  # type: ignore[return-value]  # made here, of choices


def _swing(case: Case) -> float:
    """What one pending organization's four choices take, once the votes are added up."""
    field = canvass(case.rule, case.electors, votes=_said(case))
    taken = [_time(lambda one: swings(field, one), each) for each in islice(cycle(field.pending), 1000)]
    return median(taken)


def _times(act: Callable[[Case], None], cases: list[Case]) -> list[float]:
    return [_time(act, case) for case in cases]


def _time(act: Callable[[T], object], given: T) -> float:
    began = time.process_time()
    act(given)
    return (time.process_time() - began) * 1000


if __name__ == "__main__":
    main()
