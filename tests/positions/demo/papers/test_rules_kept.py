"""What the demo papers do is what the pure rules allow: every amendment fits, every value is one of the public ones."""

from datetime import date

import pytest

from positions.amendments import Fit
from positions.demo.papers.cohesion import COHESION
from positions.demo.papers.library import PAPERS
from positions.demo.papers.steps import (
    Amend,
    CloseRound,
    Decide,
    Discuss,
    Move,
    OpenRound,
    Paper,
    RecordVotes,
    RunOut,
    Save,
    Step,
    Vote,
    Write,
)
from positions.demo.papers.towns import AMB, GENERALITAT
from positions.demo.papers.wastewater import WASTEWATER
from positions.institutions import RelationKind, validate
from positions.lifecycle import Action, Stage
from positions.mandates import MandateKind
from positions.milestones import MilestoneKind
from positions.permissions import PERMISSIONS, Permission, Standing
from positions.reservations import ReservationKind
from positions.rules import Choice, RulePreset
from positions.usual_routes import USUAL_ROUTES
from tests.support.stories import told_text

every_paper = pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.key)
OUTCOMES = {
    "cohesion": (Stage.AMENDING, Stage.APPROVING, Stage.ADOPTED),
    "wastewater": (Stage.AMENDING, Stage.ADOPTED),
    "nodes": (Stage.APPROVING,),
}
"""Where each of a paper's rounds leads."""
MOVED_TO = {
    "START_DRAFTING": Stage.DRAFTING,
    "OPEN_AMENDING": Stage.AMENDING,
    "PUBLISH": Stage.ADOPTED,
}
NEEDS: dict[type[Step], Permission] = {
    Write: Permission.EDIT_ORIGINAL,
    Save: Permission.EDIT_ORIGINAL,
    Discuss: Permission.COMMENT,
    Amend: Permission.PROPOSE_AMENDMENT,
    Decide: Permission.DECIDE_AMENDMENT,
    OpenRound: Permission.OPEN_ROUND,
    RecordVotes: Permission.RECORD_VOTES,
}


def test_every_amendment_that_is_taken_up_fits() -> None:
    text = told_text(WASTEWATER)
    assert set(text.fits.values()) <= {Fit.APPLIES, Fit.MOVED}
    adopted = text.versions["v1.0"]
    for passage in (
        "que mantenen la titularitat del clavegueram. El pla ha d'incloure un capítol sobre els abocaments industrials",
        "sense rebaixar-ne el percentatge. Demanem també que cobreixi els estudis",
        "per conca i no per municipi. Per a les urbanitzacions disseminades sense clavegueram, el pla pot fixar",
        "la càrrega tractada i la longitud de xarxa per habitant",
    ):
        assert adopted.count(passage) == 1
    for passage in ("tarifa solidària", "acorden ajornar", "queden exemptes"):
        assert passage not in adopted


def test_what_was_taken_up_of_the_cohesion_paper() -> None:
    text = told_text(COHESION)
    assert set(text.fits.values()) == {Fit.APPLIES}
    adopted = text.versions["v1.0"]
    for passage in (
        "ponderant la renda per habitant, i no només segons la mida del municipi. L'indicador de renda",
        "en un termini de 45 dies i s'ha de publicar.",
        "L'assistència tècnica per preparar-los",
        "no inferior al 8 %",
    ):
        assert adopted.count(passage) == 1
    for passage in ("60 dies", "30 dies", "dotació reservada i adequada"):
        assert passage not in adopted
    assert "60 dies" in text.versions["v0.9"]


@every_paper
def test_values_are_the_public_ones(paper: Paper) -> None:
    for relation in paper.relations:
        validate(RelationKind(relation.kind), relation.value)
    assert all(MilestoneKind(milestone.kind) for milestone in paper.milestones)
    for step in paper.steps:
        match step:
            case Move():
                assert Action(step.action)
            case OpenRound() if paper.route:
                assert step.step in {one.key for one in USUAL_ROUTES[paper.route].steps}
            case OpenRound():
                assert RulePreset(step.preset)
            case Vote():
                assert Choice(step.choice)
                assert MandateKind(step.mandate)
                assert all(ReservationKind(one.kind) for one in step.conditions)
                assert date.fromisoformat(step.mandated_on).isoformat() == step.mandated_on
            case _:
                pass


def standing(step: Step, paper: Paper) -> Standing:
    """What whoever acts is to the paper."""
    known = {paper.lead: Standing.LEAD, AMB: Standing.COORDINATOR, GENERALITAT: Standing.OBSERVER}
    return known.get(step.by, Standing.DELEGATE)


@every_paper
def test_everyone_may_do_what_they_do_at_that_stage(paper: Paper) -> None:
    stage, outcomes = Stage.PROPOSED, iter(OUTCOMES.get(paper.key, ()))
    for step in paper.steps:
        if permission := NEEDS.get(type(step)):
            assert stage in PERMISSIONS[permission][standing(step, paper)], step
        match step:
            case Move():
                stage = MOVED_TO[step.action]
            case OpenRound():
                stage = Stage.APPROVING
            case CloseRound() | RunOut():
                stage = next(outcomes)
            case _:
                pass
