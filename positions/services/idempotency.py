"""Answer a repeated request as before: a member's key, the input's hash, and the answer kept beside them."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from positions.actors import Actor
from positions.errors import IdempotencyMismatch, Invalid
from positions.events import canonical
from positions.models.requests import Answer
from positions.services.unit_of_work import UnitOfWork

LONGEST_KEY = 200
"""In code points; indices take no long values."""


@dataclass(frozen=True)
class Key:
    """One use of a key: whose, for which operation, with which input."""

    member_id: str
    operation: str
    key: str
    input_hash: str


def key(actor: Actor, operation: str, given: str | None, content: Mapping[str, object]) -> Key | None:
    """The key of a request, or None when the client gave none; `content` is the input as JSON values."""
    if not given or actor.member_id is None:
        return None
    if len(given) > LONGEST_KEY or not given.isprintable():
        raise Invalid("idempotency_key_invalid", ["idempotencyKey"], limit=LONGEST_KEY)
    digest = hashlib.sha256(canonical(content).encode()).hexdigest()
    return Key(actor.member_id, operation, given, digest)


async def recall(work: UnitOfWork, used: Key | None) -> dict[str, object] | None:
    """The answer given before under this key, None when it is new; IdempotencyMismatch for another input.

    Asked before the stage and the rights are looked at: who lost the first answer may come back after they changed.
    """
    known = await _kept(work.session, used)
    if used is None or known is None:
        return None
    if known.input_hash != used.input_hash:
        raise IdempotencyMismatch("idempotency_mismatch", ["idempotencyKey"])
    return known.answer


async def is_answered(session: AsyncSession, used: Key | None) -> bool:
    """Whether an answer was given under this key, be it to this input or another."""
    return await _kept(session, used) is not None


def remember(work: UnitOfWork, used: Key | None, answer: dict[str, object]) -> None:
    """Keep the answer in the same transaction as the act; two at once fail on the primary key and one is rolled back."""
    if used is not None:
        work.session.add(
            Answer(
                member_id=used.member_id,
                operation=used.operation,
                key=used.key,
                input_hash=used.input_hash,
                answer=answer,
                created_at=work.now,
            )
        )


async def _kept(session: AsyncSession, used: Key | None) -> Answer | None:
    if used is None:
        return None
    statement = select(Answer).where(
        Answer.member_id == used.member_id, Answer.operation == used.operation, Answer.key == used.key
    )
    answer: Answer | None = await session.scalar(statement)
    return answer
