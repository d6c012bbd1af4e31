"""Addressees: the ways to reach them, and the identifiers of the files they work on.

Patterns are those of the institutions' own documents; all of them match the whole value, in ASCII.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from positions.errors import Invalid

LONGEST = 300
"""The most characters an identifier may have."""


class RelationKind(StrEnum):
    """What kind of identifier relates a position to a file."""

    PROCEDURE = "PROCEDURE"
    COM = "COM"
    CELEX = "CELEX"
    ELI = "ELI"
    CONSULTATION = "CONSULTATION"
    OTHER = "OTHER"


class ChannelKind(StrEnum):
    """A way to reach an institution: the words of `data/institutions.csv` in capitals."""

    COMPLAINT = "COMPLAINT"
    CONSULTATION = "CONSULTATION"
    FORUM = "FORUM"
    HAVE_YOUR_SAY = "HAVE_YOUR_SAY"
    HEARING = "HEARING"
    LETTER = "LETTER"
    MEETING = "MEETING"
    NETWORK_DRAFTING = "NETWORK_DRAFTING"
    PETITION = "PETITION"
    PLATFORM = "PLATFORM"
    POLITICAL_DECLARATION = "POLITICAL_DECLARATION"
    PUBLIC_INFORMATION = "PUBLIC_INFORMATION"
    RAPPORTEUR_INPUT = "RAPPORTEUR_INPUT"
    REGISTRY = "REGISTRY"
    REPORT = "REPORT"
    VIA_MEMBER_STATE = "VIA_MEMBER_STATE"
    VIA_NETWORK = "VIA_NETWORK"


_LINE = r"\S(?:[^\x00-\x1f\x7f]*\S)?"

_PATTERNS: dict[RelationKind, str] = {
    # 2021/0420(COD): the interinstitutional file.
    RelationKind.PROCEDURE: r"\d{4}/\d{4}[A-Z]?\([A-Z]{3}\)",
    # COM(2021) 812 final: the Commission's own documents.
    RelationKind.COM: r"(?:COM|JOIN|SWD|SEC|C)\(\d{4}\) ?\d+(?: final)?",
    # 32024L3019: sector, year, type, number; with a suffix for corrigenda or a date for consolidated texts.
    RelationKind.CELEX: r"[0-9CE]\d{4}[A-Z]{1,2}\d{4}(?:\(\d{2}\))?(?:-\d{8})?",
    # The Union's and Spain's European Legislation Identifiers.
    RelationKind.ELI: r"http://data\.europa\.eu/eli/[!-~]+|https://www\.boe\.es/eli/[!-~]+",
    RelationKind.CONSULTATION: _LINE,
    RelationKind.OTHER: _LINE,
}

PATTERNS: Mapping[RelationKind, re.Pattern[str]] = MappingProxyType(
    {
        kind: re.compile(pattern, re.ASCII if pattern is not _LINE else 0)
        for kind, pattern in _PATTERNS.items()
    }
)
"""What a value of each kind looks like, as a whole; any one line for those without a form of their own."""


def validate(kind: RelationKind, value: str) -> str:
    """The value without surrounding blanks; Invalid when it does not look like its kind."""
    trimmed = value.strip()
    if len(trimmed) > LONGEST or not PATTERNS[kind].fullmatch(trimmed):
        raise Invalid("relation_malformed", ["relations"], kind=kind.value, value=trimmed[:LONGEST])
    return trimmed
