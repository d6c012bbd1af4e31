"""The dates of a position's calendar."""

from enum import StrEnum


class MilestoneKind(StrEnum):
    """What is due on a date."""

    TABLING_DEADLINE = "TABLING_DEADLINE"
    CLEARANCE = "CLEARANCE"
    ADOPTION = "ADOPTION"
    TRANSLATION = "TRANSLATION"
    SUBMISSION = "SUBMISSION"
    INSTITUTION_DEADLINE = "INSTITUTION_DEADLINE"
