"""A second word on a vote: of another person of the town before it counts, or of a new government while it counts.

Where an organization wants it, what one delegate prepares counts only when another confirms it. A coordinator may ask a town
whose government has changed to confirm what the former one said; that vote goes on counting.
"""

from enum import StrEnum

from positions.errors import Forbidden

FEWEST_DELEGATES = 2
"""Without so many nobody could confirm what another prepared."""


class ConfirmationKind(StrEnum):
    """Whose word is waited for."""

    SECOND_PERSON = "SECOND_PERSON"
    NEW_GOVERNMENT = "NEW_GOVERNMENT"


def is_other(kind: ConfirmationKind, asker: str, confirmer: str) -> bool:
    """Whether this member may confirm what that member asked for: a second person is never the first."""
    return kind is ConfirmationKind.NEW_GOVERNMENT or confirmer != asker


def check_confirmer(kind: ConfirmationKind, asker: str, confirmer: str) -> None:
    """Forbidden for whoever would confirm their own preparation."""
    if not is_other(kind, asker, confirmer):
        raise Forbidden("confirmation_by_same_person", ["voteId"])
