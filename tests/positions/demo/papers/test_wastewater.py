"""The wastewater paper tells what domain research laid down: its dates, votes and results."""

from fractions import Fraction

import pytest

from positions.data.municipalities import read_municipalities
from positions.demo.papers.steps import (
    Amend,
    CloseRound,
    Decide,
    OpenRound,
    RecordVotes,
    Replacement,
    Save,
    Vote,
    Write,
)
from positions.demo.papers.towns import ALL_TOWNS
from positions.demo.papers.wastewater import WASTEWATER

POPULATION = {town.code: town.figures[-1].population for town in read_municipalities()}
VOTES = [step for step in WASTEWATER.steps if isinstance(step, Vote)]
(MINUTES,) = (step for step in WASTEWATER.steps if isinstance(step, RecordVotes))


def share(towns: set[str]) -> tuple[Fraction, Fraction]:
    """The part of the towns, and of the population, that these are."""
    total = sum(POPULATION.values())
    return Fraction(len(towns), len(POPULATION)), Fraction(sum(POPULATION[town] for town in towns), total)


def test_the_versions_and_their_days() -> None:
    versions = {step.label: step.at[:10] for step in WASTEWATER.steps if isinstance(step, Save)}
    assert versions == {
        "v0.1": "2026-03-03",
        "v0.2": "2026-03-24",
        "v0.9": "2026-04-30",
        "v1.0": "2026-06-18",
    }


def test_the_first_round_fails_among_the_17_smallest() -> None:
    against = {vote.by for vote in VOTES if vote.choice == "OBJECT"}
    assert against == set(sorted(POPULATION, key=POPULATION.__getitem__)[:17])
    assert {vote.by for vote in VOTES} == set(ALL_TOWNS)
    assert len(VOTES) == 36
    towns, people = share(set(ALL_TOWNS) - against)
    assert (round(float(towns) * 100, 2), round(float(people) * 100, 2)) == (52.78, 93.51)


def test_the_second_round_adopts() -> None:
    yes = {vote.organization for vote in MINUTES.votes if vote.choice == "APPROVE"}
    towns, people = share(yes)
    assert (round(float(towns) * 100, 2), round(float(people) * 100, 2)) == (86.11, 99.12)
    assert {vote.organization for vote in MINUTES.votes} == set(ALL_TOWNS)


def test_rounds_have_their_dates() -> None:
    opened = {
        step.round: (step.at[:10], step.closes[:10])
        for step in WASTEWATER.steps
        if isinstance(step, OpenRound)
    }
    assert opened["first"] == ("2026-05-11", "2026-05-22")
    assert opened["second"][1] == "2026-07-16"
    assert sum(isinstance(step, CloseRound) for step in WASTEWATER.steps) == 2


def test_the_amendments_and_what_became_of_them() -> None:
    tabled = {step.amendment: step for step in WASTEWATER.steps if isinstance(step, Amend)}
    decided = {step.amendment: step.decision for step in WASTEWATER.steps if isinstance(step, Decide)}
    assert set(tabled) == {"A1", "A2", "A3", "A4", "A5", "C1"}
    assert tabled["C1"].replaces == ("A1",)
    assert decided == {
        "A2": "INCORPORATE_PARTLY",
        "A3": "INCORPORATE",
        "A4": "INCORPORATE",
        "A5": "REJECT",
        "C1": "INCORPORATE",
    }


def test_a_passage_that_is_not_there_is_refused() -> None:
    step = Write("2026-01-01 00:00", "AMB", (Replacement("aquí", "allà"),))
    assert step.applied("és aquí.") == "és allà."
    with pytest.raises(ValueError, match="0 times"):
        step.applied("enlloc")
