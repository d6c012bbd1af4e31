"""The proof that a member may speak for an organization in a vote, and votes that a body has yet to ratify.

Days are those of the organization's own calendar; the caller says which day it is. A mandate given for one version is never
carried over to another text; one for the whole paper may be used again while it is valid.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from positions.errors import AlreadyDone, Invalid

LONGEST_SCOPE = 500
"""The most characters a scope may have."""


MAX_CERTIFICATES = 50
"""The most files an organization may keep with one position."""


class MandateKind(StrEnum):
    """Which act of the organization gives the mandate."""

    MAYOR_DECREE = "MAYOR_DECREE"
    GOVERNMENT_BOARD = "GOVERNMENT_BOARD"
    PLENARY = "PLENARY"
    DELEGATION = "DELEGATION"


class Covers(StrEnum):
    """For what it was given: for the text of one version, or for the paper, whatever its text will be."""

    VERSION = "VERSION"
    POSITION = "POSITION"


class RatificationStatus(StrEnum):
    """What became of a vote that was cast subject to ratification; it counts unless withdrawn."""

    PENDING = "PENDING"
    CONFIRMED = "CONFIRMED"
    WITHDRAWN = "WITHDRAWN"


class RatificationOutcome(StrEnum):
    """What a body makes of a vote."""

    CONFIRMED = "CONFIRMED"
    WITHDRAWN = "WITHDRAWN"


RATIFICATIONS: Mapping[RatificationStatus, frozenset[RatificationStatus]] = MappingProxyType(
    {
        RatificationStatus.PENDING: frozenset({RatificationStatus.CONFIRMED, RatificationStatus.WITHDRAWN}),
        RatificationStatus.CONFIRMED: frozenset(),
        RatificationStatus.WITHDRAWN: frozenset(),
    }
)
"""Where each status may lead."""


@dataclass(frozen=True, slots=True)
class Mandate:
    """An act, its day, its scope in the organization's own words, its last day (None: no end), and the texts it covers."""

    kind: MandateKind
    given_on: date
    scope: str = ""
    valid_until: date | None = None
    covers: Covers = Covers.VERSION


def kept(mandate: Mandate) -> dict[str, str | None]:
    """The mandate as a row keeps it."""
    return {
        "kind": mandate.kind.value,
        "date": mandate.given_on.isoformat(),
        "scope": mandate.scope,
        "validUntil": mandate.valid_until.isoformat() if mandate.valid_until else None,
        "covers": mandate.covers.value,
    }


def mandate_of(stored: Mapping[str, str | None]) -> Mandate:
    """The mandate behind what a row keeps; one kept before it said what it covers was given for its version."""
    until = stored.get("validUntil")
    return Mandate(
        kind=MandateKind(str(stored["kind"])),
        given_on=date.fromisoformat(str(stored["date"])),
        scope=stored.get("scope") or "",
        valid_until=date.fromisoformat(until) if until else None,
        covers=Covers(stored.get("covers") or Covers.VERSION),
    )


def check_mandate(mandate: Mandate, *, today: date) -> None:
    """Invalid for a mandate that is not yet given, has run out, or ends before it begins."""
    if mandate.given_on > today:
        raise Invalid("mandate_in_future", ["mandate", "date"])
    if len(mandate.scope) > LONGEST_SCOPE:
        raise Invalid("mandate_scope_too_long", ["mandate", "scope"], limit=LONGEST_SCOPE)
    if mandate.valid_until is None:
        return
    if mandate.valid_until < mandate.given_on:
        raise Invalid("mandate_period_reversed", ["mandate", "validUntil"])
    if mandate.valid_until < today:
        raise Invalid("mandate_expired", ["mandate", "validUntil"], until=mandate.valid_until)


def check_ratification(due_on: date, *, today: date) -> None:
    """Invalid unless the day of ratification is still to come."""
    if due_on <= today:
        raise Invalid("ratification_not_in_future", ["ratificationDueOn"])


def check_settlement(spoken_on: date, *, cast_on: date) -> None:
    """Invalid for a body that would have spoken before there was a vote to ratify."""
    if spoken_on < cast_on:
        raise Invalid("act_before_vote", ["act", "date"], cast=cast_on)


def ratify(status: RatificationStatus, outcome: RatificationStatus) -> RatificationStatus:
    """The status after the body has spoken; AlreadyDone when it had."""
    if outcome not in RATIFICATIONS[status]:
        raise AlreadyDone("ratification_settled", status=status.value)
    return outcome


def is_overdue(status: RatificationStatus, due_on: date, *, today: date) -> bool:
    """Whether the body should have spoken by now."""
    return status is RatificationStatus.PENDING and due_on < today
