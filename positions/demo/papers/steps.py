"""The shapes a demo paper is told in: what somebody did, when, for which organization; no more than data.

A player goes through `Paper.steps` in order and does each through the services. Moments are written in the scenario's own
days and moved to the day of loading by `calendar.py`. Words in capitals are the public enums' values. A passage is given by its
exact words, which stand only once in the version named; None means the whole text.
"""

from dataclasses import dataclass
from typing import Literal

Choice = Literal["APPROVE", "OBJECT", "ABSTAIN"]
Mandate = Literal["MAYOR_DECREE", "GOVERNMENT_BOARD", "PLENARY", "DELEGATION"]


@dataclass(frozen=True)
class Step:
    """One act: its moment in Barcelona ("2026-05-11 09:00") and the code of the organization that acts."""

    at: str
    by: str


@dataclass(frozen=True)
class Accept(Step):
    """A town accepts the invitation to take part."""


@dataclass(frozen=True)
class Move(Step):
    """A coordinator moves the stage by one of the public actions."""

    action: str
    reason: str = ""


@dataclass(frozen=True)
class Replacement:
    """One change of wording; `old` stands once in the text at that moment."""

    old: str
    new: str


@dataclass(frozen=True)
class Write(Step):
    """A draft is changed: by replacements one after the other, or (`text`) from nothing to a first text."""

    replacements: tuple[Replacement, ...] = ()
    text: str = ""

    def applied(self, draft: str) -> str:
        """The whole text after this step; ValueError when a passage does not stand there just once."""
        written = self.text or draft
        for change in self.replacements:
            if written.count(change.old) != 1:
                raise ValueError(f"{self.at} {self.by}: {written.count(change.old)} times {change.old!r}")
            written = written.replace(change.old, change.new)
        return written


@dataclass(frozen=True)
class Save(Step):
    """A version is saved by name."""

    label: str
    note: str = ""


@dataclass(frozen=True)
class Discuss(Step):
    """A thread is opened on a passage of a version, or on the whole paper."""

    thread: str
    version: str
    quote: str | None
    body: str
    visibility: Literal["PARTICIPANTS", "ORGANIZATION"] = "PARTICIPANTS"


@dataclass(frozen=True)
class Answer(Step):
    """A comment in an open thread."""

    thread: str
    body: str


@dataclass(frozen=True)
class Resolve(Step):
    """A thread is resolved."""

    thread: str


@dataclass(frozen=True)
class Amend(Step):
    """An amendment is tabled; an ADD stands right after its quote, and `replaces` names those that a compromise lets fall."""

    amendment: str
    version: str
    operation: Literal["ADD", "DELETE", "REPLACE"]
    quote: str | None
    proposed: str
    justification: str
    cosponsors: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()


@dataclass(frozen=True)
class Decide(Step):
    """An amendment is decided; `text` is what is taken up when it is only partly."""

    amendment: str
    decision: Literal["INCORPORATE", "INCORPORATE_PARTLY", "REJECT", "INADMISSIBLE"]
    reason: str
    text: str | None = None


@dataclass(frozen=True)
class Withdraw(Step):
    """Its authors take an amendment back."""

    amendment: str
    reason: str


@dataclass(frozen=True)
class OpenRound(Step):
    """A round is opened on a saved version: the `step` of the paper's route, or by name and preset among all 36 towns."""

    round: str
    version: str
    closes: str
    step: str = ""
    name: str = ""
    preset: str = ""


@dataclass(frozen=True)
class Condition:
    """A reservation that comes with a vote, by its name in the story; on an ask, or on the whole text."""

    name: str
    kind: Literal["SCRUTINY", "SUBSTANTIVE", "LINGUISTIC", "MANDATE"]
    reason: str
    ask: str | None = None
    wish: str | None = None


@dataclass(frozen=True)
class Vote(Step):
    """A town's vote, cast by its delegate under a mandate of that date; `ratified_by` is the day of the plenary it waits for."""

    round: str
    choice: Choice
    mandate: Mandate
    mandated_on: str
    statement: str = ""
    conditions: tuple[Condition, ...] = ()
    ratified_by: str | None = None


@dataclass(frozen=True)
class Lift(Step):
    """A town lifts a reservation of its own."""

    condition: str


@dataclass(frozen=True)
class MinutedVote:
    """What a meeting's minutes say of one town."""

    organization: str
    choice: Choice
    statement: str = ""


@dataclass(frozen=True)
class RecordVotes(Step):
    """A coordinator enters a meeting's votes from its minutes."""

    round: str
    votes: tuple[MinutedVote, ...]
    body: str
    held_on: str
    reference: str


@dataclass(frozen=True)
class CloseRound(Step):
    """A round is closed, every town having voted."""

    round: str


@dataclass(frozen=True)
class RunOut(Step):
    """The time of an open round is over: it closes by itself, unless it has ended before."""


@dataclass(frozen=True)
class Annex(Step):
    """A statement for the minutes or a dissenting opinion is annexed to the version of a round."""

    round: str
    kind: Literal["MINUTES", "DISSENT"]
    text: str


@dataclass(frozen=True)
class Translate(Step):
    """A version is given in another language, whole, and saved."""

    language: str
    version: str
    text: str


@dataclass(frozen=True)
class ApproveTranslation(Step):
    """A coordinator lets the translation stand for the version that it says."""

    language: str
    version: str


@dataclass(frozen=True)
class Submit(Step):
    """A version goes out in these languages through a channel; `register` is its number in the exit register."""

    submission: str
    version: str
    institution: str
    channel: str
    languages: tuple[str, ...]
    register: str
    cover: str = ""


@dataclass(frozen=True)
class Reply(Step):
    """What came back is recorded on the day it came."""

    submission: str
    kind: Literal["RECEIPT", "ANSWER", "MEETING"]
    reference: str = ""
    body: str = ""


@dataclass(frozen=True)
class Observe(Step):
    """What an institution did with an ask, as seen on that day."""

    ask: str
    institution: str
    status: Literal["NOT_ADDRESSED", "NOTED", "PARTLY_TAKEN_UP", "TAKEN_UP", "REJECTED"]
    evidence: str


@dataclass(frozen=True)
class Relation:
    """A reference to a file or an act elsewhere."""

    kind: str
    value: str


@dataclass(frozen=True)
class Milestone:
    """A date of the calendar."""

    kind: str
    due: str


@dataclass(frozen=True)
class Paper:
    """A demo paper: how it is created, and everything that happened to it since, in order of time."""

    key: str
    created: Step
    titles: dict[str, str]
    summaries: dict[str, str]
    lead: str
    participants: tuple[str, ...]
    subjects: tuple[str, ...]
    addressees: tuple[str, ...]
    relations: tuple[Relation, ...]
    milestones: tuple[Milestone, ...]
    target: str | None
    steps: tuple[Step, ...]
    original_language: str = "ca"
    route: str | None = None


def after(quote: str, addition: str) -> Replacement:
    """A replacement that adds something right after a passage."""
    return Replacement(quote, quote + addition)
