"""Rounds counted: what their rows say, handed to the rules."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from positions import electors, tallies
from positions.compositions import rule_of
from positions.mandates import RatificationStatus
from positions.models.rounds import Reservation, Round, Vote
from positions.prospects import Field
from positions.queries.rounds import COUNTED, has_ended
from positions.reservations import ReservationState, count_standing
from positions.rounds import RoundStatus
from positions.rules import Choice, Maintained, Rule, Silence
from positions.ties import as_held

_NOTHING: Mapping[str, Choice] = MappingProxyType({})


def tally_of(
    row: Round, supposing: Mapping[str, Choice] = _NOTHING, *, without: Container[str] = ()
) -> tallies.Tally:
    """The count of a loaded round: as it closed, or if it closed now.

    `supposing` some organizations said something else; as if those `without` (by code) had said nothing. Tacit votes are made by
    closing and never counted as cast. A vote withdrawn before the closing stands no more; what was counted stays counted.
    """
    said = _said(row, without)
    return tallies.tally(
        held_under(row),
        said.electors,
        votes={**said.votes, **supposing},
        silence=Silence(row.silence),
        reservations={code: number for code, number in said.reservations.items() if code not in supposing},
        is_closed=RoundStatus(row.status) in COUNTED,
    )


def still_passes(row: Round) -> bool | None:
    """Whether a round that passed would have passed without the votes withdrawn since; None where none was."""
    withdrawn = {
        vote.organization.code
        for vote in row.votes
        if vote.ratification_status == RatificationStatus.WITHDRAWN
    }
    if not withdrawn or RoundStatus(row.status) is not RoundStatus.PASSED:
        return None
    return tally_of(row, without=withdrawn).would_pass


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


def _said(row: Round, without: Container[str] = ()) -> _Said:
    cast = [vote for vote in row.votes if not vote.is_tacit and vote.organization.code not in without]
    return _Said(
        [electors.Elector(one.organization.code, one.population, one.seats) for one in row.electors],
        {vote.organization.code: Choice(vote.choice) for vote in cast},
        {
            vote.organization.code: count_standing(
                state_at_closing(reservation, row) for reservation in vote.reservations
            )
            for vote in cast
        },
    )


def state_at_closing(reservation: Reservation, row: Round) -> ReservationState:
    """What was lifted after the closing stood when it counted."""
    if _is_after_closing(reservation.lifted_at, row):
        is_let_go = held_under(row).maintained is Maintained.NOTHING
        return ReservationState.OPEN if is_let_go else ReservationState.MAINTAINED
    return ReservationState(reservation.state)


def ratification_at_closing(vote: Vote, row: Round) -> RatificationStatus | None:
    """How a vote stood with its town's body when it was counted."""
    if vote.ratification_status is None:
        return None
    is_later = _is_after_closing(vote.ratification_settled_at, row)
    return RatificationStatus.PENDING if is_later else RatificationStatus(vote.ratification_status)


def moment_in(row: Round, now: datetime) -> datetime:
    """When something is said of a round whose row is held: after its closing, even if whoever waited for the row began before."""
    return now if row.closed_at is None else max(now, row.closed_at + datetime.resolution)


def last_moment_in(row: Round, now: datetime) -> datetime:
    """When a loaded round is closed: not before the last that it counts, even if whoever closes began to wait before that."""
    lifted = [one.lifted_at for vote in row.votes for one in vote.reservations]
    settled = [vote.ratification_settled_at for vote in row.votes]
    return max([now, *(moment for moment in (*lifted, *settled) if moment is not None)])


def _is_after_closing(moment: datetime | None, row: Round) -> bool:
    return moment is not None and row.closed_at is not None and moment > row.closed_at
