"""Indicators are what a plain recount says; what a reader may not know is in no denominator."""

from fractions import Fraction
from statistics import median as plain_median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.data.municipalities import read_municipalities
from positions.indicators import (
    Act,
    Facts,
    Share,
    Summary,
    Tier,
    Town,
    Turnout,
    by_year,
    comarca_of,
    grouped,
    median,
    participation,
    repeated,
    summarise,
    tier_of,
)
from positions.uptakes import UptakeStatus

TOWNS = tuple(
    Town(code, comarca, population)
    for code, comarca, population in (
        ("A", "Barcelonès", 1_600_000),
        ("B", "Barcelonès", 100_000),
        ("C", "Maresme", 99_999),
        ("D", "Maresme", 20_000),
        ("E", "Vallès Occidental", 19_999),
    )
)
CODES = [town.code for town in TOWNS]
some_codes = st.frozensets(st.sampled_from([*CODES, "AMB"]))
turnouts = st.builds(Turnout, some_codes, some_codes)
papers = st.builds(
    Facts,
    reference=st.just("AMB-PP-2026-001"),
    year=st.integers(2024, 2027),
    days=st.none() | st.integers(0, 900),
    turnouts=st.dictionaries(st.sampled_from(Act), turnouts),
    steps=st.none() | st.lists(st.sampled_from(["clearance", "mayors"])).map(tuple),
    asks=st.lists(st.none() | st.sampled_from(UptakeStatus)).map(tuple),
    in_time=st.lists(st.booleans()).map(tuple),
)
libraries = st.lists(papers, max_size=6)


def pairs(library: list[Facts], act: Act, codes: list[str]) -> list[bool]:
    """One entry for each town and paper where it could: whether it did."""
    return [
        code in paper.turnouts[act].came
        for paper in library
        for code in codes
        if act in paper.turnouts and code in paper.turnouts[act].called
    ]


@given(libraries)
def test_participation_is_counted_over_pairs_of_town_and_paper(library: list[Facts]) -> None:
    for act, share in participation(library, CODES).items():
        found = pairs(library, act, CODES)
        assert (share.hits, share.of) == (sum(found), len(found))
        assert share.fraction == (Fraction(sum(found), len(found)) if found else None)


@pytest.mark.parametrize("key", [tier_of, comarca_of, lambda town: town.code])
@given(library=libraries)
def test_groups_add_up_to_the_whole(key: object, library: list[Facts]) -> None:
    assert callable(key)
    groups = grouped(library, TOWNS, key)
    assert sum(group.towns for group in groups) == len(TOWNS)
    assert len({group.key for group in groups}) == len(groups)
    whole = participation(library, CODES)
    for act in Act:
        assert sum((group.participation[act] for group in groups), Share()) == whole[act]
    for group in groups:
        codes = [town.code for town in TOWNS if key(town) == group.key]
        assert group.participation == participation(library, codes)


@given(libraries)
def test_years_split_the_papers(library: list[Facts]) -> None:
    years = by_year(library, CODES)
    assert list(years) == sorted(years)
    whole = summarise(library, CODES)
    assert sum(year.papers for year in years.values()) == whole.papers == len(library)
    assert sum((year.taken_up for year in years.values()), Share()) == whole.taken_up
    assert sum((year.submitted_in_time for year in years.values()), Share()) == whole.submitted_in_time
    assert sum(year.repeated or 0 for year in years.values()) == (whole.repeated or 0)


@given(libraries)
def test_a_summary_is_what_a_plain_recount_says(library: list[Facts]) -> None:
    found = summarise(library, CODES)
    days = [paper.days for paper in library if paper.days is not None]
    assert (found.adopted, found.median_days) == (len(days), Fraction(plain_median(days)) if days else None)
    asks = [status for paper in library for status in paper.asks]
    taken = [status for status in asks if status in ("TAKEN_UP", "PARTLY_TAKEN_UP")]
    assert found.taken_up == Share(len(taken), len(asks))
    assert sum(found.asks.values()) == len(asks)
    met = [is_met for paper in library for is_met in paper.in_time]
    assert found.submitted_in_time == Share(met.count(True), len(met))
    known = [paper.steps for paper in library if paper.steps is not None]
    assert (found.rounds is None) == (found.repeated is None) == (not known)
    assert (found.rounds or 0) == sum(len(steps) for steps in known)


@given(libraries, papers)
def test_what_may_not_be_known_changes_nothing(library: list[Facts], hidden: Facts) -> None:
    silent = Facts(hidden.reference, hidden.year, days=hidden.days)
    before, after = summarise(library, CODES), summarise([*library, silent], CODES)
    unchanged = ("rounds", "repeated", "taken_up", "submitted_in_time", "participation")
    assert {name: getattr(after, name) for name in unchanged} == {
        name: getattr(before, name) for name in unchanged
    }


@given(st.lists(st.integers(-1000, 1000)))
def test_the_median_is_exact(numbers: list[int]) -> None:
    assert median(numbers) == (Fraction(plain_median(numbers)) if numbers else None)


def test_a_round_is_repeated_when_its_step_was_taken_before() -> None:
    assert [repeated(steps) for steps in ([], ["a"], ["a", "b"], ["a", "a", "b"], ["b", "b", "b"])] == [
        0,
        0,
        0,
        1,
        2,
    ]


def test_bands_are_those_that_give_seats() -> None:
    assert [tier_of(town) for town in TOWNS] == [
        Tier.FROM_1000000,
        Tier.FROM_100000,
        Tier.FROM_75000,
        Tier.FROM_20000,
        Tier.UNDER_20000,
    ]
    words = {
        "barcelona": Tier.FROM_1000000,
        "over_100000": Tier.FROM_100000,
        "75000_100000": Tier.FROM_75000,
        "20000_75000": Tier.FROM_20000,
        "under_20000": Tier.UNDER_20000,
    }
    for town in read_municipalities():
        assert tier_of(Town(town.code, town.comarca, town.figures[-1].population)) == words[town.seat_tier], (
            town
        )


def test_nothing_comes_to_nothing() -> None:
    assert summarise([], CODES) == Summary(
        papers=0,
        adopted=0,
        median_days=None,
        rounds=None,
        repeated=None,
        asks=dict.fromkeys((*UptakeStatus, None), 0),
        taken_up=Share(),
        submitted_in_time=Share(),
        participation=dict.fromkeys(Act, Share()),
    )
