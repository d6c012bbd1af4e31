"""What is public of a position: its cover, the adopted text, who agreed, to whom it went and what came of it.

Feeds, open data and linked data are written from these values, so that what is not in them cannot leak there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from positions.deadlines import day_of
from positions.institutions import RelationKind
from positions.organizations import OrganizationKind
from positions.rules import Choice
from positions.uptakes import UptakeStatus

"""Where a day of adoption is a day."""

LANGUAGES = ("ca", "es", "en")
"""The languages that words are looked for in, when the one asked for is missing."""


@dataclass(frozen=True, slots=True)
class Body:
    """An organization as it is named."""

    code: str
    name: str
    kind: OrganizationKind


@dataclass(frozen=True, slots=True)
class Addressee:
    """An institution, by its names in several languages."""

    code: str
    names: Mapping[str, str]
    url: str | None


@dataclass(frozen=True, slots=True)
class Subject:
    """A EuroVoc domain."""

    code: str
    uri: str
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Text:
    """An adopted original or an approved translation; its words are read where they are needed."""

    version_id: str
    language: str
    is_original: bool
    number: int
    label: str | None
    sha256: str
    words: int


@dataclass(frozen=True, slots=True)
class Vote:
    """An elector and what it said in the round that adopted; None for an organization that said nothing.

    `is_withdrawn`: its body did not ratify it after the closing; it was counted all the same, and signs nothing."""

    organization: Body
    population: int
    seats: int
    choice: Choice | None
    is_tacit: bool
    is_counted: bool
    except_ask_keys: tuple[str, ...]
    is_withdrawn: bool = False

    @property
    def approves(self) -> bool:
        """Whether it agreed in so many words, and stands by it."""
        return self.choice is Choice.APPROVE and not (self.is_tacit or self.is_withdrawn)


@dataclass(frozen=True, slots=True)
class Statement:
    """A text annexed to the adopted one, and the organizations that signed it."""

    number: int
    kind: str
    language: str
    text: str
    organizations: tuple[Body, ...]
    annexed_at: datetime


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """An organization that took its signature back."""

    organization: Body
    withdrawn_on: date
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Reply:
    """A receipt, an answer or a meeting."""

    kind: str
    at: datetime
    reference: str | None
    url: str | None
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Submission:
    """What was sent to whom."""

    id: str
    institution: Addressee
    channel: str
    sent_at: datetime
    external_reference: str | None
    languages: tuple[str, ...]
    manifest_sha256: str
    replies: tuple[Reply, ...]
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Uptake:
    """What an institution did with an ask."""

    ask_key: str
    institution: Addressee
    status: UptakeStatus
    evidence: str | None
    evidence_url: str | None
    observed_on: date
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Adoption:
    """The adopted text and what came of it."""

    adopted_at: datetime
    published_at: datetime
    texts: tuple[Text, ...] = ()
    votes: tuple[Vote, ...] = ()
    statements: tuple[Statement, ...] = ()
    withdrawals: tuple[Withdrawal, ...] = ()
    submissions: tuple[Submission, ...] = ()
    uptakes: tuple[Uptake, ...] = ()

    @property
    def adopted_on(self) -> date:
        """The day of the adoption in the metropolis."""
        return day_of(self.adopted_at)

    @property
    def signatories(self) -> tuple[Vote, ...]:
        """The votes of those who stand behind the text today."""
        withdrawn = {one.organization.code for one in self.withdrawals}
        return tuple(vote for vote in self.votes if vote.approves and vote.organization.code not in withdrawn)

    @property
    def changed_at(self) -> datetime:
        """When the public face last changed."""
        later = (
            *(one.annexed_at for one in self.statements),
            *(one.recorded_at for one in self.withdrawals),
            *(one.recorded_at for one in self.submissions),
            *(one.recorded_at for one in self.uptakes),
            *(reply.recorded_at for one in self.submissions for reply in one.replies),
        )
        return max(self.published_at, *later) if later else self.published_at

    def vote_of(self, code: str) -> Vote | None:
        """What an organization said; None when it was not called."""
        return next((vote for vote in self.votes if vote.organization.code == code), None)

    def text_in(self, *languages: str) -> Text | None:
        """The text in the first of these languages there is, else the original."""
        found = (text for language in languages for text in self.texts if text.language == language)
        return next(found, None) or next((text for text in self.texts if text.is_original), None)


@dataclass(frozen=True, slots=True)
class Publication:
    """A published position."""

    reference: str
    stage: str
    original_language: str
    titles: Mapping[str, str]
    summaries: Mapping[str, str]
    lead: Body
    subjects: tuple[Subject, ...]
    addressees: tuple[Addressee, ...]
    relations: tuple[tuple[RelationKind, str], ...]
    deadline: datetime | None
    adoption: Adoption

    def title(self, language: str) -> str:
        """Its title for a reader of this language; the reference where it has none."""
        return said_in(self.titles, language, self.original_language) or self.reference

    def summary(self, language: str) -> str:
        """Its plain summary for a reader of this language."""
        return said_in(self.summaries, language, self.original_language) or ""


def said_in(texts: Mapping[str, str], *languages: str) -> str | None:
    """The text in the first of these languages there is, else in the nearest other one."""
    return next((texts[language] for language in (*languages, *LANGUAGES) if language in texts), None)
