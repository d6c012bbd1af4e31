"""What a town may confirm of an earlier approval when there is a newer text, and what it has to say anew.

Nothing survives by itself: confirming is a new vote, under a mandate that covers the newer text. It takes along the reservations
that still stand on words that did not change, in their new places, and the asks that were excepted. What was stated with
the earlier vote stays with it: it spoke about another text.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from positions.errors import Invalid
from positions.mandates import Covers, Mandate, check_mandate
from positions.reservations import STANDING, Reservation, ReservationState
from positions.rules import Choice
from positions.scopes import Scope, untouched


class RevoteReason(StrEnum):
    """Why a town has to vote anew."""

    NOT_APPROVED = "NOT_APPROVED"
    TACIT = "TACIT"
    RATIFICATION_WITHDRAWN = "RATIFICATION_WITHDRAWN"
    RESERVATION_CHANGED = "RESERVATION_CHANGED"
    EXCEPTED_ASK_CHANGED = "EXCEPTED_ASK_CHANGED"


class LastWordKind(StrEnum):
    """What a town spoke with last, or (it never did) that its member only looked."""

    VOTE = "VOTE"
    LOOK = "LOOK"


@dataclass(frozen=True, slots=True)
class EarlierVote:
    """What a town said last in a comparable round, with its reservations and how each of them stands."""

    choice: Choice
    is_tacit: bool = False
    is_withdrawn: bool = False
    except_asks: Collection[str] = ()
    held: Collection[tuple[ReservationState, Reservation]] = ()


@dataclass(frozen=True, slots=True)
class Survival:
    """Whether an approval may be confirmed on a newer text; with which reservations there, or why not, and over which ask."""

    reason: RevoteReason | None = None
    ask_key: str | None = None
    carried: tuple[Reservation, ...] = ()

    @property
    def is_confirmable(self) -> bool:
        """Whether one word is enough."""
        return self.reason is None


def survival(vote: EarlierVote, base: str, head: str) -> Survival:
    """What becomes of an earlier vote on one text when another is voted on."""
    spoken = _spoken(vote)
    if spoken is not None:
        return Survival(spoken)
    carried = []
    for state, reservation in vote.held:
        if state not in STANDING:
            continue
        scope = untouched(scope_of(reservation), base, head)
        if scope is None:
            return Survival(RevoteReason.RESERVATION_CHANGED, reservation.ask_key)
        carried.append(replace(reservation, start=scope.start, end=scope.end))
    for key in vote.except_asks:
        if untouched(Scope(key), base, head) is None:
            return Survival(RevoteReason.EXCEPTED_ASK_CHANGED, key)
    return Survival(carried=tuple(carried))


def scope_of(reservation: Reservation) -> Scope:
    """What a reservation speaks about."""
    return Scope(reservation.ask_key, reservation.start, reservation.end)


def demand_confirmable(found: Survival) -> None:
    """Invalid when the town has to vote anew."""
    if found.reason is not None:
        raise Invalid(f"revote_{found.reason.lower()}", ["roundId"], ask=found.ask_key or "")


def _spoken(vote: EarlierVote) -> RevoteReason | None:
    if vote.choice is not Choice.APPROVE:
        return RevoteReason.NOT_APPROVED
    if vote.is_tacit:
        return RevoteReason.TACIT
    return RevoteReason.RATIFICATION_WITHDRAWN if vote.is_withdrawn else None


def may_use_again(mandate: Mandate | None, *, today: date) -> bool:
    """Whether a mandate of an earlier vote covers another text: it was given for the paper, and has not run out."""
    if mandate is None or mandate.covers is not Covers.POSITION:
        return False
    try:
        check_mandate(mandate, today=today)
    except Invalid:
        return False
    return True
