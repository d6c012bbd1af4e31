"""The closing report of a paper: what was asked, who stood behind it, how it went, and what came of it, as one frozen value."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from positions.documents import normalise
from positions.errors import Invalid, LimitExceeded
from positions.indicators import Facts, Share
from positions.lifecycle import Stage
from positions.papers import Letterhead, PaperSignatory
from positions.rounds import RoundStatus
from positions.uptakes import UptakeStatus

LONGEST_CONCLUSIONS = 20_000
"""In code points."""

REPORTED = frozenset({Stage.SUBMITTED, Stage.CLOSED})
"""The stages in which there is something to report."""


@dataclass(frozen=True, slots=True)
class ReportAsk:
    """What was asked: the key, and the words in the report's language where there are any."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class ReportStage:
    """A stage entered."""

    stage: Stage
    on: date


@dataclass(frozen=True, slots=True)
class ReportRound:
    """A round that has ended, and how many organizations said what."""

    number: int
    name: str
    status: RoundStatus
    on: date
    approving: int
    tacit: int
    objecting: int
    abstaining: int


@dataclass(frozen=True, slots=True)
class ReportReply:
    """What came back: a receipt, an answer, a meeting."""

    kind: str
    on: date
    reference: str | None


@dataclass(frozen=True, slots=True)
class ReportSubmission:
    """What was sent to whom."""

    institution: str
    on: date
    reference: str | None
    replies: tuple[ReportReply, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportUptake:
    """What one institution did with one ask."""

    ask: str
    institution: str
    status: UptakeStatus
    seen_on: date
    evidence: str | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """Everything on the pages of a report; `is_final` once the follow-up is closed."""

    reference: str
    language: str
    title: str
    is_final: bool
    on: date
    lead: str
    letterhead: Letterhead
    addressees: tuple[str, ...]
    facts: Facts
    votes: Share
    asks: tuple[ReportAsk, ...] = ()
    stages: tuple[ReportStage, ...] = ()
    rounds: tuple[ReportRound, ...] = ()
    signatories: tuple[PaperSignatory, ...] = ()
    submissions: tuple[ReportSubmission, ...] = ()
    uptakes: tuple[ReportUptake, ...] = ()
    conclusions: str | None = None
    is_fiction: bool = False

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return f"{self.reference}-report-{self.language}"


def conclusions_text(text: str, path: Sequence[str] = ()) -> str:
    """Conclusions as they are kept, in Markdown; Invalid when blank, LimitExceeded when too long."""
    found = normalise(text, path).strip()
    if not found:
        raise Invalid("text_blank", path)
    if len(found) > LONGEST_CONCLUSIONS:
        raise LimitExceeded("text_too_long", path, limit=LONGEST_CONCLUSIONS)
    return found
