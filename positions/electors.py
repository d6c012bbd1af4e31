"""Who votes in a round, frozen when it opens: each organization with its population and seats of that day."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from types import MappingProxyType

from positions.errors import Invalid


class Measure(StrEnum):
    """What is counted of each organization."""

    ORGANIZATIONS = "ORGANIZATIONS"
    POPULATION = "POPULATION"
    SEATS = "SEATS"


@dataclass(frozen=True, slots=True)
class Weight:
    """What some organizations weigh together: how many they are, their inhabitants, their seats."""

    organizations: int = 0
    population: int = 0
    seats: int = 0

    def of(self, measure: Measure) -> int:
        """The amount of one measure."""
        if measure is Measure.ORGANIZATIONS:
            return self.organizations
        return self.population if measure is Measure.POPULATION else self.seats

    def __add__(self, other: "Weight") -> "Weight":
        return Weight(
            self.organizations + other.organizations,
            self.population + other.population,
            self.seats + other.seats,
        )

    def __sub__(self, other: "Weight") -> "Weight":
        return Weight(
            self.organizations - other.organizations,
            self.population - other.population,
            self.seats - other.seats,
        )


NOBODY = Weight()


@dataclass(frozen=True, slots=True)
class Elector:
    """An organization of the electorate, by its code."""

    organization: str
    population: int = 0
    seats: int = 0

    def of(self, measure: Measure) -> int:
        """What it weighs in one measure."""
        if measure is Measure.ORGANIZATIONS:
            return 1
        return self.population if measure is Measure.POPULATION else self.seats


BY: Mapping[Measure, Callable[[Elector], int]] = MappingProxyType(
    {
        Measure.ORGANIZATIONS: lambda _: 1,
        Measure.POPULATION: attrgetter("population"),
        Measure.SEATS: attrgetter("seats"),
    }
)
"""What one weighs in each measure, for sums and orders of very many."""


def weigh(electors: Sequence[Elector]) -> Weight:
    """What some electors weigh together."""
    return Weight(
        len(electors),
        sum(map(BY[Measure.POPULATION], electors)),
        sum(map(BY[Measure.SEATS], electors)),
    )


def check_electorate(electors: Sequence[Elector]) -> None:
    """Invalid for an electorate of nobody, one that counts an organization twice, or a negative weight."""
    if not electors:
        raise Invalid("electorate_empty", ["electorateCodes"])
    codes = {elector.organization for elector in electors}
    if len(codes) < len(electors):
        raise Invalid("electorate_duplicate", ["electorateCodes"])
    if any(elector.population < 0 or elector.seats < 0 for elector in electors):
        raise Invalid("electorate_malformed", ["electorateCodes"])
