"""What the demo papers do is what the pure rules allow: every amendment fits, every value is one of the public ones."""

from datetime import date

import pytest

from positions import amendments, anchors
from positions.amendments import AmendmentOperation, Decision, Fit
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
    Save,
    Step,
    Vote,
    Write,
)
from positions.demo.papers.towns import AMB, GENERALITAT
from positions.demo.papers.wastewater import WASTEWATER
from positions.hunks import apply_hunks
from positions.institutions import RelationKind, validate
from positions.lifecycle import Action, Stage
from positions.mandates import MandateKind
from positions.milestones import MilestoneKind
from positions.permissions import PERMISSIONS, Permission, Standing
from positions.rules import Choice, RulePreset

every_paper = pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.key)
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


class Text:
    """A draft that is written and amended as the services would, by the pure rules."""

    def __init__(self) -> None:
        self.draft = ""
        self.versions: dict[str, str] = {}
        self.tabled: dict[str, tuple[Amend, anchors.Anchor]] = {}
        self.fits: dict[str, Fit] = {}

    def amend(self, step: Amend) -> None:
        """Anchor an amendment; what it does must be what it says."""
        text = self.versions[step.version]
        start = 0 if step.quote is None else text.index(step.quote)
        end = len(text) if step.quote is None else start + len(step.quote)
        start = end if step.operation == "ADD" else start
        original = text[start:end]
        operation = amendments.operation_of(start, end, step.proposed, original=original)
        assert operation is AmendmentOperation(step.operation)
        self.tabled[step.amendment] = step, anchors.anchor(text, start, end)

    def decide(self, step: Decide) -> None:
        """Put what is taken up in its place."""
        tabled, anchor = self.tabled[step.amendment]
        found = amendments.place(anchor, self.versions[tabled.version], self.draft)
        self.fits[step.amendment] = found.fit
        if Decision(step.decision) in {Decision.INCORPORATE, Decision.INCORPORATE_PARTLY}:
            assert found.start is not None
            assert found.end is not None
            hunk = amendments.apply(self.draft, found.start, found.end, step.text or tabled.proposed)
            self.draft = apply_hunks(self.draft, (hunk,))


def told(paper: Paper) -> Text:
    """The paper's text at its end."""
    text = Text()
    for step in paper.steps:
        match step:
            case Write():
                text.draft = step.applied(text.draft)
            case Save():
                text.versions[step.label] = text.draft
            case Amend():
                text.amend(step)
            case Decide():
                text.decide(step)
            case _:
                pass
    return text


def test_every_amendment_that_is_taken_up_fits() -> None:
    text = told(WASTEWATER)
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


@every_paper
def test_values_are_the_public_ones(paper: Paper) -> None:
    for relation in paper.relations:
        validate(RelationKind(relation.kind), relation.value)
    assert all(MilestoneKind(milestone.kind) for milestone in paper.milestones)
    for step in paper.steps:
        match step:
            case Move():
                assert Action(step.action)
            case OpenRound():
                assert RulePreset(step.preset)
            case Vote():
                assert Choice(step.choice)
                assert MandateKind(step.mandate)
                assert date.fromisoformat(step.mandated_on).isoformat() == step.mandated_on
            case _:
                pass


def standing(step: Step, paper: Paper) -> Standing:
    """What whoever acts is to the paper."""
    known = {paper.lead: Standing.LEAD, AMB: Standing.COORDINATOR, GENERALITAT: Standing.OBSERVER}
    return known.get(step.by, Standing.DELEGATE)


@every_paper
def test_everyone_may_do_what_they_do_at_that_stage(paper: Paper) -> None:
    stage, closed = Stage.PROPOSED, 0
    for step in paper.steps:
        if permission := NEEDS.get(type(step)):
            assert stage in PERMISSIONS[permission][standing(step, paper)], step
        match step:
            case Move():
                stage = MOVED_TO[step.action]
            case OpenRound():
                stage = Stage.APPROVING
            case CloseRound():
                closed += 1
                stage = Stage.AMENDING if closed == 1 else Stage.ADOPTED
            case _:
                pass
