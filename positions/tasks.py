"""What may be asked of a member."""

from enum import StrEnum


class TaskKind(StrEnum):
    """What there is to do."""

    VOTE = "VOTE"
    ACCEPT_INVITATION = "ACCEPT_INVITATION"
    READ_CHANGES = "READ_CHANGES"
    WRITE = "WRITE"
    DECIDE_AMENDMENTS = "DECIDE_AMENDMENTS"
    OPEN_ROUND = "OPEN_ROUND"
    CLOSE_ROUND = "CLOSE_ROUND"
    APPROVE_TRANSLATION = "APPROVE_TRANSLATION"
    PUBLISH = "PUBLISH"
