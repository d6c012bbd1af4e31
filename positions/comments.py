"""Threads and comments: who sees a thread, and what may be said."""

from enum import StrEnum

from positions.actors import Actor
from positions.errors import AlreadyDone
from positions.headings import plain_text

BODY_LENGTH = 10_000
"""The longest comment, in code points."""


class Visibility(StrEnum):
    """Who reads a thread."""

    PARTICIPANTS = "PARTICIPANTS"
    ORGANIZATION = "ORGANIZATION"


def comment_body(text: str) -> str:
    """A comment as it is kept: NFC, trimmed; Invalid when blank, too long or not text."""
    return plain_text(text, ["body"], limit=BODY_LENGTH)


def sees(actor: Actor, visibility: Visibility, organization_id: str, *, reads_discussion: bool) -> bool:
    """Whether the actor reads a thread: an internal one only with its organization, whatever the actor's role."""
    if not reads_discussion:
        return False
    return visibility is Visibility.PARTICIPANTS or organization_id in actor.organization_ids


def check_open(*, is_resolved: bool) -> None:
    """Refuse to resolve what is resolved."""
    if is_resolved:
        raise AlreadyDone("thread_already_resolved")


def check_resolved(*, is_resolved: bool) -> None:
    """Refuse to reopen what is open."""
    if not is_resolved:
        raise AlreadyDone("thread_already_open")
