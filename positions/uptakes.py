"""What institutions did with the asks of a position."""

from enum import StrEnum


class UptakeStatus(StrEnum):
    """How far an ask got with one institution."""

    NOT_ADDRESSED = "NOT_ADDRESSED"
    NOTED = "NOTED"
    PARTLY_TAKEN_UP = "PARTLY_TAKEN_UP"
    TAKEN_UP = "TAKEN_UP"
    REJECTED = "REJECTED"
