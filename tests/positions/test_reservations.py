from dataclasses import replace
from itertools import product

import pytest

from positions.errors import AlreadyDone, Invalid
from positions.reservations import (
    TRANSITIONS,
    Reservation,
    ReservationKind,
    ReservationState,
    check_reservation,
    count_standing,
    move,
)

WHOLE = Reservation(ReservationKind.SCRUTINY, "El ple es reuneix el dia 28")
ASKS = ("D1", "D2")


@pytest.mark.parametrize(
    "reservation",
    [
        WHOLE,
        replace(WHOLE, ask_key="D2"),
        replace(WHOLE, start=0, end=1),
        replace(WHOLE, start=9, end=10, wish="…"),
    ],
)
def test_the_whole_an_ask_and_a_passage_can_be_reserved(reservation: Reservation) -> None:
    check_reservation(reservation, asks=ASKS, length=10)


@pytest.mark.parametrize(
    ("reservation", "reason"),
    [
        (replace(WHOLE, reason=" "), "reservation_reason_required"),
        (replace(WHOLE, wish="x" * 4001), "reservation_too_long"),
        (replace(WHOLE, ask_key="D3"), "ask_unknown"),
        (replace(WHOLE, ask_key="D1", start=0, end=1), "reservation_scope_twofold"),
        (replace(WHOLE, start=0), "anchor_out_of_range"),
        (replace(WHOLE, end=1), "anchor_out_of_range"),
        (replace(WHOLE, start=1, end=1), "anchor_out_of_range"),
        (replace(WHOLE, start=-1, end=1), "anchor_out_of_range"),
        (replace(WHOLE, start=0, end=11), "anchor_out_of_range"),
    ],
)
def test_what_is_not_there_cannot_be_reserved(reservation: Reservation, reason: str) -> None:
    with pytest.raises(Invalid) as refusal:
        check_reservation(reservation, asks=ASKS, length=10)
    assert refusal.value.reason == reason


@pytest.mark.parametrize(("state", "target"), list(product(ReservationState, repeat=2)))
def test_every_step_is_in_the_table_or_refused(state: ReservationState, target: ReservationState) -> None:
    if target in TRANSITIONS[state]:
        assert move(state, target) is target
        return
    with pytest.raises(AlreadyDone):
        move(state, target)


def test_lifted_reservations_stand_no_more() -> None:
    assert count_standing(ReservationState) == 2
