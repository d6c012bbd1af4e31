"""Which votes count: the one condition that every query of votes is written with."""

from sqlalchemy import ColumnElement, and_

from positions.models.rounds import Vote


def counts(vote: type[Vote] = Vote) -> ColumnElement[bool]:
    """The condition for a vote that counts: it was not replaced, and waits for no second person."""
    return and_(vote.replaced_at.is_(None), ~vote.is_awaiting)


def awaits(vote: type[Vote] = Vote) -> ColumnElement[bool]:
    """The condition for a vote that was prepared and not confirmed by a second person of its town."""
    return and_(vote.replaced_at.is_(None), vote.is_awaiting)
