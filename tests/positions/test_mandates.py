from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.errors import AlreadyDone, Invalid
from positions.mandates import (
    RATIFICATIONS,
    Covers,
    Mandate,
    MandateKind,
    RatificationStatus,
    check_mandate,
    check_ratification,
    check_settlement,
    is_overdue,
    kept,
    mandate_of,
    ratify,
)

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)


@pytest.mark.parametrize("kind", MandateKind)
def test_a_mandate_of_today_that_ends_today_holds(kind: MandateKind) -> None:
    check_mandate(Mandate(kind, TODAY, "AMB-PP-2026-003", TODAY), today=TODAY)
    check_mandate(Mandate(kind, TODAY - DAY), today=TODAY)


@given(
    st.builds(
        Mandate,
        st.sampled_from(MandateKind),
        st.dates(),
        st.text(),
        st.none() | st.dates(),
        st.sampled_from(Covers),
    )
)
def test_a_mandate_is_read_as_it_was_kept(mandate: Mandate) -> None:
    assert mandate_of(kept(mandate)) == mandate


def test_a_mandate_kept_before_it_said_what_it_covers_was_for_its_version() -> None:
    stored = kept(Mandate(MandateKind.PLENARY, TODAY, covers=Covers.POSITION))
    del stored["covers"]
    assert mandate_of(stored).covers is Covers.VERSION


@pytest.mark.parametrize(
    ("mandate", "reason"),
    [
        (Mandate(MandateKind.PLENARY, TODAY + DAY), "mandate_in_future"),
        (Mandate(MandateKind.PLENARY, TODAY - 2 * DAY, "", TODAY - DAY), "mandate_expired"),
        (Mandate(MandateKind.PLENARY, TODAY, "", TODAY - DAY), "mandate_period_reversed"),
        (Mandate(MandateKind.PLENARY, TODAY, "x" * 501), "mandate_scope_too_long"),
    ],
)
def test_a_mandate_that_does_not_hold_is_refused(mandate: Mandate, reason: str) -> None:
    with pytest.raises(Invalid) as refusal:
        check_mandate(mandate, today=TODAY)
    assert refusal.value.reason == reason


@given(st.dates(), st.none() | st.dates(), st.dates())
def test_a_mandate_holds_exactly_from_its_day_to_its_last(
    given_on: date, until: date | None, today: date
) -> None:
    holds = given_on <= today and (until is None or today <= until)
    try:
        check_mandate(Mandate(MandateKind.DELEGATION, given_on, "", until), today=today)
    except Invalid:
        assert not holds
    else:
        assert holds


def test_ratification_lies_ahead() -> None:
    check_ratification(TODAY + DAY, today=TODAY)
    for late in (TODAY, TODAY - DAY):
        with pytest.raises(Invalid) as refusal:
            check_ratification(late, today=TODAY)
        assert refusal.value.reason == "ratification_not_in_future"


@pytest.mark.parametrize("status", RatificationStatus)
@pytest.mark.parametrize("outcome", RatificationStatus)
def test_a_body_ratifies_once(status: RatificationStatus, outcome: RatificationStatus) -> None:
    if outcome in RATIFICATIONS[status]:
        assert ratify(status, outcome) is outcome
        return
    with pytest.raises(AlreadyDone):
        ratify(status, outcome)


def test_only_what_is_pending_is_overdue_and_only_after_its_day() -> None:
    assert is_overdue(RatificationStatus.PENDING, TODAY - DAY, today=TODAY)
    assert not is_overdue(RatificationStatus.PENDING, TODAY, today=TODAY)
    assert not is_overdue(RatificationStatus.CONFIRMED, TODAY - DAY, today=TODAY)


def test_no_body_ratifies_before_there_is_a_vote() -> None:
    check_settlement(TODAY, cast_on=TODAY)
    with pytest.raises(Invalid) as refusal:
        check_settlement(TODAY - DAY, cast_on=TODAY)
    assert refusal.value.reason == "act_before_vote"
