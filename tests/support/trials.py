"""Brute force on small electorates: every set of pending approvals is tried."""

from itertools import combinations

from positions.electors import Elector
from positions.rules import Choice, Rule
from positions.tallies import Tally, tally


def pending_of(electors: tuple[Elector, ...], cast: dict[str, Choice]) -> list[str]:
    return [elector.organization for elector in electors if elector.organization not in cast]


def approved(
    rule: Rule, electors: tuple[Elector, ...], cast: dict[str, Choice], codes: tuple[str, ...]
) -> Tally:
    return tally(rule, electors, votes=cast | dict.fromkeys(codes, Choice.APPROVE))


def fewest(
    rule: Rule, electors: tuple[Elector, ...], cast: dict[str, Choice], *, certain: bool
) -> int | None:
    """The least number of pending approvals after which it passes, or passes for certain."""
    codes = pending_of(electors, cast)
    for number in range(len(codes) + 1):
        for chosen in combinations(codes, number):
            counted = approved(rule, electors, cast, chosen)
            if counted.would_pass and (counted.decided or not certain):
                return number
    return None
