"""What must hold, and what is worth knowing, before a text goes to an addressee through a channel.

A finding has a key, a state and fields; its wording is the interface's. What nobody has confirmed is UNKNOWN, never a guess.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from positions.feedback import count_characters

Fields = Mapping[str, str | int | Sequence[str] | None]


class Check(StrEnum):
    """What is looked at, in the order in which it is told."""

    ADDRESSEE = "ADDRESSEE"
    LANGUAGE = "LANGUAGE"
    TEXT = "TEXT"
    CHARACTERS = "CHARACTERS"
    FORMAT = "FORMAT"
    SIZE = "SIZE"
    DEADLINE = "DEADLINE"
    PRESIDENCY = "PRESIDENCY"
    REPEATED = "REPEATED"


class State(StrEnum):
    """How a check stands; the last two forbid to send."""

    OK = "OK"
    NOTE = "NOTE"
    UNKNOWN = "UNKNOWN"
    MISSING = "MISSING"
    REFUSED = "REFUSED"


FORBIDDING = frozenset({State.MISSING, State.REFUSED})


@dataclass(frozen=True)
class Finding:
    """One check's outcome; `language` where it is about one of the texts."""

    check: Check
    state: State
    language: str | None = None
    fields: Fields = field(default_factory=dict)


class TextState(StrEnum):
    """How far the text in a language is."""

    APPROVED = "APPROVED"
    STALE = "STALE"
    UNAPPROVED = "UNAPPROVED"
    ABSENT = "ABSENT"


@dataclass(frozen=True)
class Terms:
    """What a channel takes; None for what is not known."""

    kind: str
    languages: Sequence[str]
    max_characters: int | None = None
    max_bytes: int | None = None
    formats: Sequence[str] | None = None
    is_verified: bool = False


@dataclass(frozen=True)
class Plan:
    """What somebody is about to send, as far as it is known; `sizes` are the files' bytes by format once they are made."""

    terms: Terms
    original_language: str
    texts: Mapping[str, TextState]
    sent_at: datetime
    is_addressee: bool = True
    cover_text: str | None = None
    sizes: Mapping[str, int] | None = None
    formats: Sequence[str] = ()
    deadline: datetime | None = None
    earlier: Sequence[datetime] = ()
    needs_presidency: bool = False
    presidency: str | None = None


def checklist(plan: Plan) -> tuple[Finding, ...]:
    """Everything there is to say about a plan, in the order of the checks."""
    return tuple(finding for check in Check for finding in _CHECKS[check](plan))


def forbidding(findings: Sequence[Finding]) -> Finding | None:
    """The first finding that forbids to send; None when nothing does."""
    return next((finding for finding in findings if finding.state in FORBIDDING), None)


def courtesy(language: str, plan: Plan) -> bool:
    """Whether a text goes as a courtesy copy: the authentic text in a language that the channel does not take."""
    return language == plan.original_language and language not in plan.terms.languages


def _addressee(plan: Plan) -> Iterator[Finding]:
    yield Finding(Check.ADDRESSEE, State.OK if plan.is_addressee else State.NOTE)


def _language(plan: Plan) -> Iterator[Finding]:
    """At least one language is taken; beside it the original may go as a courtesy copy, and no other."""
    terms, chosen = plan.terms, list(plan.texts)
    accepted: Fields = {"accepted": list(terms.languages)}
    if not chosen:
        yield Finding(Check.LANGUAGE, State.MISSING, fields=accepted)
        return
    if not terms.languages:
        yield Finding(Check.LANGUAGE, State.UNKNOWN)
        return
    is_taken = any(language in terms.languages for language in chosen)
    for language in chosen:
        if language in terms.languages:
            yield Finding(Check.LANGUAGE, State.OK, language)
        elif is_taken and language == plan.original_language:
            yield Finding(Check.LANGUAGE, State.NOTE, language, accepted)
        else:
            yield Finding(Check.LANGUAGE, State.REFUSED, language, accepted)


_TEXT_STATES = {
    TextState.APPROVED: State.OK,
    TextState.STALE: State.REFUSED,
    TextState.UNAPPROVED: State.MISSING,
    TextState.ABSENT: State.MISSING,
}


def _text(plan: Plan) -> Iterator[Finding]:
    for language, state in plan.texts.items():
        yield Finding(Check.TEXT, _TEXT_STATES[state], language, {"text": state.value})


def _characters(plan: Plan) -> Iterator[Finding]:
    """The limit is that of the channel's own form, where the covering text is written."""
    if plan.cover_text is None:
        return
    count = count_characters(plan.cover_text)
    told: Fields = {"count": count, "limit": plan.terms.max_characters}
    yield Finding(Check.CHARACTERS, _within(plan.terms, count, plan.terms.max_characters), fields=told)


def _size(plan: Plan) -> Iterator[Finding]:
    """Each file in a format taken must fit; no size is known before the files are made."""
    limit = plan.terms.max_bytes
    if plan.sizes is None:
        yield Finding(Check.SIZE, State.UNKNOWN, fields={"limit": limit})
        return
    taken = plan.terms.formats
    sizes = [size for form, size in plan.sizes.items() if taken is None or form in taken]
    largest = max(sizes, default=0)
    yield Finding(
        Check.SIZE, _within(plan.terms, largest, limit), fields={"largest": largest, "limit": limit}
    )


def _within(terms: Terms, amount: int, limit: int | None) -> State:
    """A limit that nobody has verified only warns."""
    if limit is None:
        return State.UNKNOWN
    if amount <= limit:
        return State.OK
    return State.REFUSED if terms.is_verified else State.NOTE


def _format(plan: Plan) -> Iterator[Finding]:
    if plan.terms.formats is None:
        yield Finding(Check.FORMAT, State.UNKNOWN)
        return
    taken = [form for form in plan.formats if form in plan.terms.formats]
    state = State.OK if taken else State.REFUSED
    yield Finding(Check.FORMAT, state, fields={"taken": taken, "accepted": list(plan.terms.formats)})


def _deadline(plan: Plan) -> Iterator[Finding]:
    """Late is late, and may still be worth sending."""
    if plan.deadline is None:
        yield Finding(Check.DEADLINE, State.UNKNOWN)
        return
    state = State.OK if plan.sent_at < plan.deadline else State.NOTE
    yield Finding(Check.DEADLINE, state, fields={"at": plan.deadline.isoformat()})


def _presidency(plan: Plan) -> Iterator[Finding]:
    if plan.needs_presidency:
        state = State.OK if plan.presidency else State.UNKNOWN
        yield Finding(Check.PRESIDENCY, state, fields={"country": plan.presidency})


def _repeated(plan: Plan) -> Iterator[Finding]:
    if plan.earlier:
        told: Fields = {"times": len(plan.earlier), "last": max(plan.earlier).isoformat()}
        yield Finding(Check.REPEATED, State.NOTE, fields=told)


_CHECKS: Mapping[Check, Callable[[Plan], Iterator[Finding]]] = {
    Check.ADDRESSEE: _addressee,
    Check.LANGUAGE: _language,
    Check.TEXT: _text,
    Check.CHARACTERS: _characters,
    Check.FORMAT: _format,
    Check.SIZE: _size,
    Check.DEADLINE: _deadline,
    Check.PRESIDENCY: _presidency,
    Check.REPEATED: _repeated,
}
