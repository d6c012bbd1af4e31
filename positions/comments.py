"""Threads and comments: what may be said, and when a thread may be settled or taken up again."""

from enum import StrEnum

from positions.errors import AlreadyDone
from positions.headings import plain_text

BODY_LENGTH = 10_000
"""The longest comment, in code points."""


class Visibility(StrEnum):
    """Who reads a thread: all who take part, or the members of one organization only, whatever anybody's role."""

    PARTICIPANTS = "PARTICIPANTS"
    ORGANIZATION = "ORGANIZATION"


def comment_body(text: str) -> str:
    """A comment as it is kept: NFC, trimmed; Invalid when blank, too long or not text."""
    return plain_text(text, ["body"], limit=BODY_LENGTH)


def check_open(*, is_resolved: bool) -> None:
    """Refuse to resolve what is resolved."""
    if is_resolved:
        raise AlreadyDone("thread_already_resolved")


def check_resolved(*, is_resolved: bool) -> None:
    """Refuse to reopen what is open."""
    if not is_resolved:
        raise AlreadyDone("thread_already_open")
