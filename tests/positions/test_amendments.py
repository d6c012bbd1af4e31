import itertools

import pytest

from positions.amendments import (
    TRANSITIONS,
    AmendmentAct,
    AmendmentOperation,
    AmendmentStatus,
    Decision,
    advance,
    operation_of,
)
from positions.errors import AlreadyDone, Invalid

TEXT = "Els municipis demanen 10 milions d'euros per al transport públic.\n\nL'aigua és de tothom.\n"


@pytest.mark.parametrize(("status", "act"), [*itertools.product(AmendmentStatus, AmendmentAct)])
def test_every_act_is_in_the_table_or_refused(status: AmendmentStatus, act: AmendmentAct) -> None:
    if (status, act) in TRANSITIONS:
        assert advance(status, act) is TRANSITIONS[status, act]
        return
    with pytest.raises(AlreadyDone) as refusal:
        advance(status, act)
    assert refusal.value.fields == {"status": status.value}


def test_what_is_not_tabled_is_final_and_every_status_is_reached() -> None:
    assert {status for status, _ in TRANSITIONS} == {AmendmentStatus.TABLED}
    assert {AmendmentStatus.TABLED, *TRANSITIONS.values()} == set(AmendmentStatus)
    assert advance(AmendmentStatus.TABLED, Decision.REJECT) is AmendmentStatus.REJECTED


@pytest.mark.parametrize(
    ("start", "end", "proposed", "operation"),
    [
        (3, 3, "més", AmendmentOperation.ADD),
        (3, 5, "", AmendmentOperation.DELETE),
        (3, 5, "més", AmendmentOperation.REPLACE),
    ],
)
def test_the_operation_follows_from_range_and_text(
    start: int, end: int, proposed: str, operation: AmendmentOperation
) -> None:
    assert operation_of(start, end, proposed, original=TEXT[start:end]) is operation


@pytest.mark.parametrize(
    ("start", "end", "proposed", "reason"),
    [
        (3, 3, "", "amendment_adds_nothing"),
        (3, 3, " \n", "amendment_adds_nothing"),
        (0, 3, "Els", "amendment_changes_nothing"),
    ],
)
def test_an_amendment_must_change_something(start: int, end: int, proposed: str, reason: str) -> None:
    with pytest.raises(Invalid, match=reason):
        operation_of(start, end, proposed, original=TEXT[start:end])
