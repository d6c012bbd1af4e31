"""A printed version of a paper: everything that stands on its pages, as one frozen value.

Whoever prints needs nothing else: no database, no clock. Days are those of Madrid; names are in the paper's language
where the register has them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from positions.signatories import Signatory

_SHORT = 12


class PaperStatus(StrEnum):
    """What a version is, as its cover says it."""

    DRAFT = "DRAFT"
    FROZEN = "FROZEN"
    ADOPTED = "ADOPTED"
    SUPERSEDED = "SUPERSEDED"
    CORRECTED = "CORRECTED"
    TRANSLATION = "TRANSLATION"


UNDECIDED = frozenset({PaperStatus.DRAFT, PaperStatus.FROZEN})
"""What nobody has signed yet."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What stands at the head of an organization's papers; without a logo (PNG) its name is set as a mark."""

    name: str
    lines: tuple[str, ...] = ()
    logo: bytes | None = None


@dataclass(frozen=True, slots=True)
class PaperSignatory:
    """An organization's name beside its signature."""

    name: str
    signature: Signatory

    @property
    def is_standing(self) -> bool:
        """Whether the signature was not taken back."""
        return self.signature.withdrawal is None


@dataclass(frozen=True, slots=True)
class PaperStatement:
    """A statement annexed to the adopted version: MINUTES or DISSENT, in its own language."""

    number: int
    kind: str
    language: str
    text: str
    signed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperRelation:
    """An identifier of the file that the paper is about: COM, CELEX, ELI …"""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Imprint:
    """What identifies the version exactly."""

    number: int
    label: str | None
    sha256: str
    chain_sha256: str
    written_on: date

    @property
    def name(self) -> str:
        """The label, or the number."""
        return self.label or str(self.number)

    @property
    def short_hash(self) -> str:
        """The hash's first signs, for the eye."""
        return self.sha256[:_SHORT]


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said: whose town, when, what."""

    author: str
    at: datetime
    body: str


@dataclass(frozen=True, slots=True)
class ReviewRemark:
    """What was said about a passage of the later version, first to last; quoted where the passage is known."""

    start: int
    quote: str
    said: tuple[Said, ...]
    is_resolved: bool = False


@dataclass(frozen=True, slots=True)
class Review:
    """What is compared: reference, language, the two versions' names, who made the later one, when, and what is said of it."""

    reference: str
    language: str
    base: str
    head: str
    author: str
    day: date
    remarks: tuple[ReviewRemark, ...] = ()
    hands: tuple[tuple[int, str], ...] = ()
    """Whose words the later text is made of: lengths and names, in order."""
    numbers: tuple[Mapping[int, str], Mapping[int, str]] = field(default_factory=lambda: ({}, {}))
    """What the paragraphs of both texts are cited by, by their start."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One version of a paper, ready to be printed; before adoption nobody has signed it."""

    reference: str
    language: str
    original_language: str
    title: str
    summary: str | None
    text: str
    imprint: Imprint
    status: PaperStatus
    stage: str
    letterhead: Letterhead
    lead: str
    adopted_on: date | None = None
    participants: tuple[str, ...] = ()
    signatories: tuple[PaperSignatory, ...] = ()
    statements: tuple[PaperStatement, ...] = ()
    addressees: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    relations: tuple[PaperRelation, ...] = ()
    erratum_reason: str | None = None
    is_fiction: bool = False
    numbers: Mapping[int, str] = field(default_factory=dict)
    """The numbers its paragraphs are cited by, by their start."""

    @property
    def date(self) -> date:
        """The day that stands on the cover: of the adoption, else of the version."""
        return self.adopted_on or self.imprint.written_on

    @property
    def name(self) -> str:
        """The file's name without its ending: reference, language, version."""
        return f"{self.reference}-{self.language}-v{self.imprint.number}"
