"""Notices in words: the sentence and the mail's subject in the reader's language, and where they lead."""

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from positions.messages import catalogue
from positions.models.positions import Position
from positions.notices import URGENCIES, Urgency, path_of
from positions.queries.notices import Shown
from positions.rules import Silence

LONGEST_QUOTE = 400
"""In code points."""


@dataclass(frozen=True)
class Saying:
    """A notice as one reader reads it; `quote` is what was said, `subject` None for news."""

    sentence: str
    subject: str | None
    quote: str | None
    path: str
    urgency: Urgency


def say(shown: Shown, language: str) -> Saying:
    """A notice in a language."""
    fields = _fields(shown, language)
    name = _variant(shown)
    return Saying(
        sentence=catalogue.notice(name, language, **fields),
        subject=catalogue.subject(name, language, **fields),
        quote=textwrap.shorten(shown.comment.body, LONGEST_QUOTE, placeholder=" …")
        if shown.comment is not None
        else None,
        path=path_of(shown.kind, shown.position.reference, shown.round.number if shown.round else None),
        urgency=URGENCIES[shown.kind],
    )


def _variant(shown: Shown) -> str:
    """The wording that fits: of several at once, or of a procedure in which silence consents."""
    for ending, holds in (
        (".many", _count(shown.row.facts) > 1),
        (".silent", shown.round is not None and shown.round.silence != Silence.NONE),
    ):
        if holds and catalogue.has_notice(f"{shown.kind}{ending}"):
            return f"{shown.kind}{ending}"
    return shown.kind.value


def _fields(shown: Shown, language: str) -> dict[str, object]:
    facts = {name: _read(value) for name, value in shown.row.facts.items()}
    return {
        **facts,
        "title": _title(shown.position, language),
        "reference": shown.position.reference,
        "town": shown.organization.name if shown.organization else "",
        "round": shown.round.number if shown.round else 0,
        "until": shown.round.closes_at if shown.round else None,
    }


def _title(position: Position, language: str) -> str:
    titles = {heading.language: heading.title for heading in position.headings if heading.title}
    return titles.get(language) or titles.get(position.original_language) or position.reference


def _count(facts: Mapping[str, object]) -> int:
    return int(str(facts.get("count", 1)))


def _read(value: object) -> object:
    """A day where one is written; JSON has none."""
    try:
        return (
            date.fromisoformat(value) if isinstance(value, str) and len(value) == len("2026-01-01") else value
        )
    except ValueError:
        return value
