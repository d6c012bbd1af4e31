"""A demo paper's text told by the pure rules alone: written, amended and saved as the services would."""

from positions import amendments
from positions.amendments import AmendmentOperation, Decision, Fit
from positions.courses import Course
from positions.demo.papers.steps import Amend, Decide, Paper, Save, Write
from positions.proposals import Proposal, apply_edits, edits_of


class Text:
    """A draft that is written and amended as the services would, by the pure rules."""

    def __init__(self) -> None:
        self.draft = ""
        self.versions: dict[str, str] = {}
        self.tabled: dict[str, tuple[Amend, Proposal]] = {}
        self.fits: dict[str, Fit] = {}

    def amend(self, step: Amend) -> None:
        """Table an amendment; what it does must be what it says."""
        text = self.versions[step.version]
        start = 0 if step.quote is None else text.index(step.quote)
        end = len(text) if step.quote is None else start + len(step.quote)
        start = end if step.operation == "ADD" else start
        original = text[start:end]
        operation = amendments.operation_of(start, end, step.proposed, original=original)
        assert operation is AmendmentOperation(step.operation)
        proposal = Proposal(len(self.tabled) + 1, start, end, step.proposed)
        self.tabled[step.amendment] = step, proposal

    def decide(self, step: Decide) -> None:
        """Put what is taken up in its place."""
        tabled, proposal = self.tabled[step.amendment]
        placed = Course(self.versions[tabled.version], self.draft).carry(proposal)
        self.fits[step.amendment] = placed.placement.fit
        if Decision(step.decision) in {Decision.INCORPORATE, Decision.INCORPORATE_PARTLY}:
            start, end = placed.placement.start, placed.placement.end
            assert start is not None
            assert end is not None
            settled = Proposal(proposal.number, start, end, step.text or "")
            edits = edits_of(self.draft, settled) if step.text is not None else placed.edits
            self.draft = apply_edits(self.draft, edits)


def told_text(paper: Paper) -> Text:
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
