"""The proof that a member may speak for an organization in a vote, and votes that a body has yet to ratify.

Days are those of the organization's own calendar; the caller says which day it is. A mandate belongs to one vote on one
version and is never carried over.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from positions.errors import AlreadyDone, Invalid

LONGEST_SCOPE = 500
"""The most characters a scope may have."""


class MandateKind(StrEnum):
    """Which act of the organization gives the mandate."""

    MAYOR_DECREE = "MAYOR_DECREE"
    GOVERNMENT_BOARD = "GOVERNMENT_BOARD"
    PLENARY = "PLENARY"
    DELEGATION = "DELEGATION"


class RatificationStatus(StrEnum):
    """What became of a vote that was cast subject to ratification; it counts unless withdrawn."""

    PENDING = "PENDING"
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
    """An act, its day, what it covers in the organization's own words, and its last day (None: no end)."""

    kind: MandateKind
    given_on: date
    scope: str = ""
    valid_until: date | None = None


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


def ratify(status: RatificationStatus, outcome: RatificationStatus) -> RatificationStatus:
    """The status after the body has spoken; AlreadyDone when it had."""
    if outcome not in RATIFICATIONS[status]:
        raise AlreadyDone("ratification_settled", status=status.value)
    return outcome


def is_overdue(status: RatificationStatus, due_on: date, *, today: date) -> bool:
    """Whether the body should have spoken by now."""
    return status is RatificationStatus.PENDING and due_on < today
