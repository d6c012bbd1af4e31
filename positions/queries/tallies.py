"""Rounds counted: what their rows say, handed to the rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from positions import electors, tallies
from positions.compositions import rule_of
from positions.mandates import RatificationStatus
from positions.models.rounds import Reservation, Round
from positions.prospects import Field
from positions.queries.rounds import COUNTED, has_ended
from positions.reservations import ReservationState, count_standing
from positions.rounds import RoundStatus
from positions.rules import Choice, Rule, Silence
from positions.ties import as_held

_NOTHING: Mapping[str, Choice] = MappingProxyType({})


def tally_of(row: Round, supposing: Mapping[str, Choice] = _NOTHING) -> tallies.Tally:
    """The count of a loaded round: as it closed, or if it closed now; `supposing` some organizations said something else.

    Tacit votes are made by closing and never counted as cast; a vote whose ratification was withdrawn does not count.
    """
    said = _said(row)
    return tallies.tally(
        held_under(row),
        said.electors,
        votes={**said.votes, **supposing},
        silence=Silence(row.silence),
        reservations={code: number for code, number in said.reservations.items() if code not in supposing},
        is_closed=RoundStatus(row.status) in COUNTED,
    )


def canvass_of(row: Round) -> tuple[Field, dict[str, electors.Elector]]:
    """A loaded round's votes added up, and who is still pending, by code; nobody once it has ended."""
    said = _said(row)
    field = tallies.canvass(
        held_under(row),
        said.electors,
        votes=said.votes,
        silence=Silence(row.silence),
        reservations=said.reservations,
    )
    pending = () if has_ended(row) else field.pending
    return field, {elector.organization: elector for elector in pending}


def held_under(row: Round) -> Rule:
    """The rule as this vote is held under it: the first or the second."""
    return as_held(rule_of(row.rule), is_repeat=row.repeats_id is not None)


@dataclass(frozen=True)
class _Said:
    """What a round is counted from, by organization code."""

    electors: list[electors.Elector]
    votes: dict[str, Choice]
    reservations: dict[str, int]


def _said(row: Round) -> _Said:
    cast = [
        vote
        for vote in row.votes
        if not vote.is_tacit and vote.ratification_status != RatificationStatus.WITHDRAWN
    ]
    return _Said(
        [electors.Elector(one.organization.code, one.population, one.seats) for one in row.electors],
        {vote.organization.code: Choice(vote.choice) for vote in cast},
        {
            vote.organization.code: count_standing(
                _state_at_closing(reservation, row) for reservation in vote.reservations
            )
            for vote in cast
        },
    )


def _state_at_closing(reservation: Reservation, row: Round) -> ReservationState:
    """What was lifted after the closing stood when it counted."""
    if reservation.lifted_at and row.closed_at and reservation.lifted_at > row.closed_at:
        return ReservationState.MAINTAINED
    return ReservationState(reservation.state)
