"""How the joint work goes: participation, time to adoption, repeated rounds, uptake and submissions in time.

Everything is counted over pairs: a town's participation over the papers it was called to, a group's over the towns and
papers together. So one town, one paper, a comarca and ten years are counted by the same sum, in exact fractions. What
a reader may not know of a paper is missing from its facts, and then that paper is in no denominator.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from itertools import groupby

from positions.uptakes import TAKEN, UptakeStatus


class Act(StrEnum):
    """What a town can do about a paper."""

    COMMENTED = "COMMENTED"
    AMENDED = "AMENDED"
    VOTED = "VOTED"


class Tier(StrEnum):
    """Municipalities by inhabitants, in the bands that give seats in the Metropolitan Council (Llei 31/2010, art. 5)."""

    UNDER_20000 = "UNDER_20000"
    FROM_20000 = "FROM_20000"
    FROM_75000 = "FROM_75000"
    FROM_100000 = "FROM_100000"
    FROM_1000000 = "FROM_1000000"


TIERS: tuple[tuple[int, Tier], ...] = (
    (1_000_000, Tier.FROM_1000000),
    (100_000, Tier.FROM_100000),
    (75_000, Tier.FROM_75000),
    (20_000, Tier.FROM_20000),
    (0, Tier.UNDER_20000),
)
"""The least number of inhabitants of each band, the largest first."""


@dataclass(frozen=True, slots=True)
class Town:
    """A municipality by its code."""

    code: str
    comarca: str
    population: int


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many; of none there is no fraction."""

    hits: int = 0
    of: int = 0

    @property
    def fraction(self) -> Fraction | None:
        """The exact share."""
        return Fraction(self.hits, self.of) if self.of else None

    def __add__(self, other: "Share") -> "Share":
        return Share(self.hits + other.hits, self.of + other.of)


@dataclass(frozen=True, slots=True)
class Turnout:
    """The towns that could do something about a paper, and those that did."""

    called: frozenset[str]
    came: frozenset[str]

    def share(self, towns: Collection[str]) -> Share:
        """How many of the towns that were called came."""
        called = self.called.intersection(towns)
        return Share(len(called & self.came), len(called))


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one paper: an act without a turnout, and steps that are None, the reader may not know.

    `days` from proposal to adoption; `steps` names each round that was held by its step; `asks` how far each ask of a
    submitted paper got; `in_time` says of each submission whether it met the institution's deadline.
    """

    reference: str
    year: int
    days: int | None = None
    turnouts: Mapping[Act, Turnout] = field(default_factory=dict)
    steps: tuple[str, ...] | None = None
    asks: tuple[UptakeStatus | None, ...] = ()
    in_time: tuple[bool, ...] = ()

    @property
    def taken_up(self) -> Share:
        """The asks that some institution took up in whole or in part."""
        return Share(sum(status in TAKEN for status in self.asks), len(self.asks))

    @property
    def submitted_in_time(self) -> Share:
        """The submissions that met a deadline, of those that had one."""
        return Share(sum(self.in_time), len(self.in_time))


@dataclass(frozen=True, slots=True)
class Group:
    """Towns that belong together, and their participation."""

    key: str
    towns: int
    participation: Mapping[Act, Share]


@dataclass(frozen=True, slots=True)
class Summary:
    """What papers come to together; rounds are None when none of theirs may be known."""

    papers: int
    adopted: int
    median_days: Fraction | None
    rounds: int | None
    repeated: int | None
    asks: Mapping[UptakeStatus | None, int]
    taken_up: Share
    submitted_in_time: Share
    participation: Mapping[Act, Share]


def tier_of(town: Town) -> str:
    """The band a town belongs to."""
    return next(tier for least, tier in TIERS if town.population >= least).value


def comarca_of(town: Town) -> str:
    """The county a town lies in."""
    return town.comarca


def participation(papers: Sequence[Facts], towns: Iterable[str]) -> dict[Act, Share]:
    """How often towns did each thing of all the times they could."""
    codes = frozenset(towns)
    return {
        act: _total(paper.turnouts[act].share(codes) for paper in papers if act in paper.turnouts)
        for act in Act
    }


def grouped(papers: Sequence[Facts], towns: Iterable[Town], key: Callable[[Town], str]) -> list[Group]:
    """The participation of towns by what they have in common, in the keys' order."""
    ordered = sorted(towns, key=key)
    groups = ((name, [town.code for town in group]) for name, group in groupby(ordered, key))
    return [Group(name, len(codes), participation(papers, codes)) for name, codes in groups]


def repeated(steps: Sequence[str]) -> int:
    """How many rounds took a step that another round had taken before."""
    return len(steps) - len(set(steps))


def median(numbers: Iterable[int]) -> Fraction | None:
    """The middle one, or half-way between the two in the middle; None of none."""
    ordered = sorted(numbers)
    if not ordered:
        return None
    middle = len(ordered) // 2
    return Fraction(ordered[middle] + ordered[-middle - 1], 2)


def summarise(papers: Sequence[Facts], towns: Iterable[str]) -> Summary:
    """What papers come to together."""
    days = [paper.days for paper in papers if paper.days is not None]
    steps = [paper.steps for paper in papers if paper.steps is not None]
    asks = [status for paper in papers for status in paper.asks]
    return Summary(
        papers=len(papers),
        adopted=len(days),
        median_days=median(days),
        rounds=sum(map(len, steps)) if steps else None,
        repeated=sum(map(repeated, steps)) if steps else None,
        asks={status: asks.count(status) for status in (*UptakeStatus, None)},
        taken_up=_total(paper.taken_up for paper in papers),
        submitted_in_time=_total(paper.submitted_in_time for paper in papers),
        participation=participation(papers, towns),
    )


def by_year(papers: Sequence[Facts], towns: Iterable[str]) -> dict[int, Summary]:
    """The summary of each year that has papers, the earliest first."""
    codes = frozenset(towns)
    years = sorted({paper.year for paper in papers})
    return {year: summarise([paper for paper in papers if paper.year == year], codes) for year in years}


def _total(shares: Iterable[Share]) -> Share:
    return sum(shares, Share())
