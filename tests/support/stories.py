"""A demo paper's text told by the pure rules alone: written, amended and saved as the services would."""

from positions import amendments, anchors
from positions.amendments import AmendmentOperation, Decision, Fit
from positions.demo.papers.steps import Amend, Decide, Paper, Save, Write
from positions.hunks import apply_hunks


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
