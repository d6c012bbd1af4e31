"""The cohesion paper tells what domain research laid down: its dates, amendments, votes and results."""

from fractions import Fraction
from typing import TypeVar

from positions.data.municipalities import read_municipalities
from positions.demo.papers.cohesion import COHESION
from positions.demo.papers.steps import (
    Amend,
    Decide,
    OpenRound,
    RecordVotes,
    Save,
    Step,
    Vote,
    Withdraw,
)
from positions.demo.papers.towns import ALL_TOWNS, BADALONA, BEGUES, CASTELLDEFELS, SANT_CUGAT, VILADECANS

Kind = TypeVar("Kind", bound=Step)
POPULATION = {town.code: town.figures[-1].population for town in read_municipalities()}


def told(kind: type[Kind]) -> list[Kind]:
    """The paper's steps of a kind."""
    return [step for step in COHESION.steps if isinstance(step, kind)]


def test_the_versions_and_their_days() -> None:
    assert {step.label: step.at[:10] for step in told(Save)} == {
        "v0.1": "2026-02-10",
        "v0.2": "2026-02-24",
        "v0.9": "2026-04-08",
        "v1.0": "2026-05-08",
    }


def test_the_rounds_follow_the_route_on_their_days() -> None:
    assert [(step.step, step.version, step.at, step.closes) for step in told(OpenRound)] == [
        ("clearance", "v0.9", "2026-04-13 09:00", "2026-04-24 14:00"),
        ("clearance", "v1.0", "2026-05-11 09:00", "2026-05-13 14:00"),
        ("mayors", "v1.0", "2026-05-14 09:00", "2026-05-21 14:00"),
    ]
    assert COHESION.route == "mayors"


def test_who_spoke_in_the_silence_procedures() -> None:
    broken, cleared = (step.round for step in told(OpenRound)[:2])
    assert [(vote.by, vote.choice) for vote in told(Vote) if vote.round == broken] == [
        (VILADECANS, "APPROVE"),
        (BADALONA, "OBJECT"),
    ]
    assert {(vote.by, vote.choice) for vote in told(Vote) if vote.round == cleared} == {
        (BADALONA, "APPROVE"),
        (VILADECANS, "APPROVE"),
    }
    objection = next(vote for vote in told(Vote) if vote.choice == "OBJECT")
    assert [one.ask for one in objection.conditions] == ["D3"]


def test_the_mayors_adopt() -> None:
    (minutes,) = told(RecordVotes)
    said = {vote.organization: vote.choice for vote in minutes.votes}
    assert set(said) == set(ALL_TOWNS)
    others = {town: choice for town, choice in said.items() if choice != "APPROVE"}
    assert others == {SANT_CUGAT: "OBJECT", CASTELLDEFELS: "ABSTAIN", BEGUES: "ABSTAIN"}
    approving = sum(POPULATION[town] for town in said if town not in others)
    people = Fraction(approving, sum(POPULATION.values()))
    assert round(float(Fraction(33, 36)) * 100, 2) == 91.67
    assert round(float(people) * 100, 2) == 95.00


def test_the_amendments_and_what_became_of_them() -> None:
    assert {step.amendment for step in told(Amend)} == {"A1", "A2", "A3", "A4", "A5", "C1"}
    assert {step.amendment for step in told(Withdraw)} == {"A4"}
    assert {step.amendment: step.decision for step in told(Decide)} == {
        "A1": "REJECT",
        "A2": "INCORPORATE",
        "A3": "INCORPORATE_PARTLY",
        "A5": "INCORPORATE",
        "C1": "INCORPORATE",
    }
