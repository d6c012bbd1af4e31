"""One table: what a refusal is on each of the doors (GraphQL's user error, HTTP's status, a socket's close code)."""

from dataclasses import dataclass

from positions.errors import Code, Refusal
from positions.messages.catalogue import message


@dataclass(frozen=True)
class Door:
    """A refusal's HTTP status and socket close code."""

    status: int
    close_code: int


DOORS: dict[Code, Door] = {
    Code.NOT_FOUND: Door(404, 4404),
    Code.UNAUTHENTICATED: Door(401, 4401),
    Code.FORBIDDEN: Door(403, 4403),
    Code.STAGE_FORBIDS: Door(409, 4409),
    Code.INVALID: Door(422, 4422),
    Code.CONFLICT: Door(409, 4409),
    Code.STALE: Door(409, 4409),
    Code.ROUND_CLOSED: Door(409, 4409),
    Code.NOT_ELIGIBLE: Door(403, 4403),
    Code.ALREADY_DONE: Door(409, 4409),
    Code.LIMIT_EXCEEDED: Door(413, 4413),
    Code.RATE_LIMITED: Door(429, 4429),
    Code.IDEMPOTENCY_MISMATCH: Door(409, 4409),
    Code.UNSUPPORTED: Door(415, 4415),
}


def status_of(refusal: Refusal) -> int:
    """The HTTP status of a refusal."""
    return DOORS[refusal.code].status


def close_code_of(refusal: Refusal) -> int:
    """The close code with which a socket says a refusal."""
    return DOORS[refusal.code].close_code


def user_error(refusal: Refusal, language: str) -> dict[str, object]:
    """A refusal as JSON: path, code and message, like a GraphQL user error."""
    return {
        "path": list(refusal.path),
        "code": refusal.code.value,
        "message": message(refusal.reason, language, **refusal.fields),
    }
