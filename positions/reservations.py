"""Conditions that an organization holds on the whole text, an ask or a passage, until it lifts or maintains them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from positions.errors import AlreadyDone, Invalid

LONGEST = 4000
"""The most characters a reason or a wish may have."""


class ReservationKind(StrEnum):
    """Why it is held: still being examined, the substance, the wording in a language, no mandate yet."""

    SCRUTINY = "SCRUTINY"
    SUBSTANTIVE = "SUBSTANTIVE"
    LINGUISTIC = "LINGUISTIC"
    MANDATE = "MANDATE"


class ReservationState(StrEnum):
    """Whether it still stands."""

    OPEN = "OPEN"
    LIFTED = "LIFTED"
    MAINTAINED = "MAINTAINED"


STANDING = frozenset({ReservationState.OPEN, ReservationState.MAINTAINED})
"""The states in which a reservation is in the way of a consensus."""

TRANSITIONS: Mapping[ReservationState, frozenset[ReservationState]] = MappingProxyType(
    {
        ReservationState.OPEN: frozenset({ReservationState.LIFTED, ReservationState.MAINTAINED}),
        ReservationState.MAINTAINED: frozenset({ReservationState.LIFTED}),
        ReservationState.LIFTED: frozenset(),
    }
)
"""Where each state may lead."""


@dataclass(frozen=True, slots=True)
class Reservation:
    """A condition as it is stated: on an ask, on a passage (code points of the round's version), or on the whole."""

    kind: ReservationKind
    reason: str
    wish: str | None = None
    ask_key: str | None = None
    start: int | None = None
    end: int | None = None


def check_reservation(reservation: Reservation, *, asks: Collection[str], length: int) -> None:
    """Invalid without a reason, or for a scope that the version (its asks, its length in code points) has not."""
    if not reservation.reason.strip():
        raise Invalid("reservation_reason_required", ["reservations", "reason"])
    if max(len(reservation.reason), len(reservation.wish or "")) > LONGEST:
        raise Invalid("reservation_too_long", ["reservations"], limit=LONGEST)
    has_passage = reservation.start is not None or reservation.end is not None
    if reservation.ask_key is not None:
        if has_passage:
            raise Invalid("reservation_scope_twofold", ["reservations"])
        if reservation.ask_key not in asks:
            raise Invalid("ask_unknown", ["reservations", "askKey"], ask=reservation.ask_key)
    if not has_passage:
        return
    if reservation.start is None or reservation.end is None:
        raise Invalid("anchor_out_of_range", ["reservations", "start"], length=length)
    if not 0 <= reservation.start < reservation.end <= length:
        raise Invalid("anchor_out_of_range", ["reservations", "start"], length=length)


def move(state: ReservationState, target: ReservationState) -> ReservationState:
    """The new state of a reservation; AlreadyDone when the table has no such step."""
    if target not in TRANSITIONS[state]:
        raise AlreadyDone("reservation_settled", ["reservationId"], state=state.value)
    return target


def count_standing(states: Iterable[ReservationState]) -> int:
    """How many still stand in the way of a consensus."""
    return sum(state in STANDING for state in states)
