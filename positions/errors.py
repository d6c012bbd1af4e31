"""The one tree of expected refusals.

    Refusal
    ├── NotFound              unknown, or not visible to whoever asks
    ├── Unauthenticated       nobody is signed in
    ├── Forbidden             this person may never do it here
    ├── StageForbids          this person may, but not at this stage
    ├── Invalid               the input cannot be right
    ├── Conflict              somebody else changed the same thing
    ├── Stale                 the input speaks about an outdated state
    ├── RoundClosed           the round no longer takes votes
    ├── NotEligible           the organization is not in the electorate
    ├── AlreadyDone           there is nothing left to do
    ├── LimitExceeded         a size or a number over its limit
    ├── RateLimited           too many requests
    ├── IdempotencyMismatch   the key was used with another input
    └── Unsupported           understood, and not offered

A refusal changes nothing. It carries a reason key and fields; the wording is in `positions/messages`.
Whoever checks, checks in the tree's order.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import ClassVar


class Code(StrEnum):
    """The public code of a refusal, as clients read it."""

    NOT_FOUND = "NOT_FOUND"
    UNAUTHENTICATED = "UNAUTHENTICATED"
    FORBIDDEN = "FORBIDDEN"
    STAGE_FORBIDS = "STAGE_FORBIDS"
    INVALID = "INVALID"
    CONFLICT = "CONFLICT"
    STALE = "STALE"
    ROUND_CLOSED = "ROUND_CLOSED"
    NOT_ELIGIBLE = "NOT_ELIGIBLE"
    ALREADY_DONE = "ALREADY_DONE"
    LIMIT_EXCEEDED = "LIMIT_EXCEEDED"
    RATE_LIMITED = "RATE_LIMITED"
    IDEMPOTENCY_MISMATCH = "IDEMPOTENCY_MISMATCH"
    UNSUPPORTED = "UNSUPPORTED"


class Refusal(Exception):
    """An expected "no": a code, a reason key, the input path it is about, and fields for its wording."""

    code: ClassVar[Code]

    def __init__(self, reason: str, path: Sequence[str] = (), **fields: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.path = tuple(path)
        self.fields = fields


class NotFound(Refusal):
    """Unknown, or not visible to whoever asks: the two are never told apart."""

    code = Code.NOT_FOUND


class Unauthenticated(Refusal):
    """Nobody is signed in."""

    code = Code.UNAUTHENTICATED


class Forbidden(Refusal):
    """This actor may not do it at any stage."""

    code = Code.FORBIDDEN


class StageForbids(Refusal):
    """This actor may do it, but not at the position's present stage."""

    code = Code.STAGE_FORBIDS


class Invalid(Refusal):
    """The input cannot be right."""

    code = Code.INVALID


class Conflict(Refusal):
    """Somebody else changed the same thing."""

    code = Code.CONFLICT


class Stale(Refusal):
    """The input speaks about a state that has passed."""

    code = Code.STALE


class RoundClosed(Refusal):
    """The round takes no votes now."""

    code = Code.ROUND_CLOSED


class NotEligible(Refusal):
    """The organization is not in the round's electorate."""

    code = Code.NOT_ELIGIBLE


class AlreadyDone(Refusal):
    """The thing is already in its final state."""

    code = Code.ALREADY_DONE


class LimitExceeded(Refusal):
    """A size or a number is over its limit."""

    code = Code.LIMIT_EXCEEDED


class RateLimited(Refusal):
    """Too many requests in the period."""

    code = Code.RATE_LIMITED


class IdempotencyMismatch(Refusal):
    """The idempotency key was used before with another input."""

    code = Code.IDEMPOTENCY_MISMATCH


class Unsupported(Refusal):
    """Understood, and not offered."""

    code = Code.UNSUPPORTED
