"""The paper on urban nodes tells what domain research laid down: its dates, amendments, the silence, and the round that is open."""

from collections.abc import Collection
from datetime import date, timedelta
from fractions import Fraction
from typing import TypeVar

import pytest

from positions.data.municipalities import read_municipalities
from positions.demo.papers import towns
from positions.demo.papers.calendar import day, moment
from positions.demo.papers.nodes import NODES
from positions.demo.papers.steps import (
    Amend,
    Decide,
    Discuss,
    Lift,
    OpenRound,
    Resolve,
    Save,
    Step,
    Translate,
    Vote,
)
from positions.demo.papers.towns import ALL_TOWNS, CASTELLBISBAL, GAVA, TIANA

Kind = TypeVar("Kind", bound=Step)
POPULATION = {town.code: town.figures[-1].population for town in read_municipalities()}
PENDING = {
    towns.BARCELONA,
    towns.BADALONA,
    towns.SANT_CUGAT,
    towns.GAVA,
    towns.MOLINS,
    towns.SANT_ANDREU,
    towns.CORBERA,
    towns.MONTGAT,
    towns.PALLEJA,
    towns.BEGUES,
    towns.TORRELLES,
    towns.PAPIOL,
}


def told(kind: type[Kind]) -> list[Kind]:
    """The paper's steps of a kind."""
    return [step for step in NODES.steps if isinstance(step, kind)]


def percent(found: Collection[str]) -> tuple[float, float]:
    """The part of the towns, and of the population, that these are, as one prints it."""
    people = Fraction(sum(POPULATION[town] for town in found), sum(POPULATION.values()))
    return round(float(Fraction(len(found), 36)) * 100, 2), round(float(people) * 100, 2)


def answers() -> dict[str, Vote]:
    """What the towns have said to the Council of Mayors, each once."""
    said = [vote for vote in told(Vote) if vote.round == "mayors"]
    assert len({vote.by for vote in said}) == len(said)
    return {vote.by: vote for vote in said}


def test_the_versions_and_their_days() -> None:
    assert {step.label: step.at[:10] for step in told(Save)} == {
        "v0.1": "2026-09-02",
        "v0.2": "2026-09-18",
        "v0.9": "2026-10-09",
        "v1.0": "2026-10-16",
    }
    assert [(step.language, step.version, step.at[:10]) for step in told(Translate)] == [
        ("en", "v1.0", "2026-11-13")
    ]


def test_the_rounds_follow_the_route_on_their_days() -> None:
    assert [(step.step, step.version, step.at, step.closes) for step in told(OpenRound)] == [
        ("clearance", "v1.0", "2026-10-19 09:00", "2026-10-30 14:00"),
        ("mayors", "v1.0", "2026-11-16 09:00", "2026-12-04 14:00"),
    ]
    assert (NODES.route, NODES.target) == ("mayors", "2026-12-18")


def test_one_town_spoke_in_the_silence_and_lifted_its_reservation() -> None:
    (spoken,) = (vote for vote in told(Vote) if vote.round == "clearance")
    assert (spoken.by, spoken.choice, [one.kind for one in spoken.conditions]) == (
        GAVA,
        "APPROVE",
        ["SCRUTINY"],
    )
    assert [(step.by, step.at[:10]) for step in told(Lift)] == [(GAVA, "2026-10-28")]


def test_24_towns_have_answered_and_12_have_not() -> None:
    said = answers()
    assert set(ALL_TOWNS) - set(said) == PENDING
    others = {town: vote.choice for town, vote in said.items() if vote.choice != "APPROVE"}
    assert others == {CASTELLBISBAL: "OBJECT", TIANA: "ABSTAIN"}
    assert percent(set(said) - set(others)) == (61.11, 35.30)


@pytest.mark.parametrize("weekday", range(7))
def test_whenever_it_is_loaded_the_vote_is_live_and_three_plenaries_are_to_come(weekday: int) -> None:
    present = date(2027, 3, 1) + timedelta(days=weekday)
    ratified = [vote.ratified_by for vote in answers().values() if vote.choice == "APPROVE"]
    awaited = [day(written, present) for written in ratified if written]
    assert len(awaited) == 3
    assert min(awaited) > present
    assert moment(told(OpenRound)[1].closes, present).date() > present + timedelta(days=4)


def test_the_amendments_and_what_became_of_them() -> None:
    assert {step.amendment: (step.by, *step.cosponsors) for step in told(Amend)} == {
        "A1": (towns.MOLINS, towns.SANT_FELIU),
        "A2": (towns.GAVA,),
        "A3": (towns.SANT_VICENC,),
        "A4": (CASTELLBISBAL, towns.SANT_ANDREU),
        "A5": (towns.CORBERA,),
    }
    assert {step.amendment: step.decision for step in told(Decide)} == {
        "A1": "INCORPORATE",
        "A2": "INCORPORATE_PARTLY",
        "A3": "INCORPORATE",
        "A4": "REJECT",
        "A5": "INCORPORATE",
    }


def test_every_remark_is_settled() -> None:
    raised = {step.thread: step.by for step in told(Discuss)}
    assert set(raised.values()) == {towns.RIPOLLET, towns.CASTELLDEFELS, towns.BARCELONA, towns.SANT_VICENC}
    assert {step.thread for step in told(Resolve)} == set(raised)
