"""A mail is never handed over twice by itself: what is not certain is left to a person."""

from datetime import UTC, datetime

import pytest

from positions.errors import Conflict
from positions.mails import PAUSES, Delivery, MailState, check_again, settle

NOW = datetime(2026, 11, 27, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("delivery", "state"),
    [
        (Delivery.ACCEPTED, MailState.SENT),
        (Delivery.REFUSED, MailState.FAILED),
        (Delivery.UNCERTAIN, MailState.DOUBTFUL),
    ],
)
def test_an_answer_ends_a_mail(delivery: Delivery, state: MailState) -> None:
    assert settle(delivery, 1, NOW) == (state, NOW)


def test_a_fault_that_may_pass_is_tried_again_after_growing_pauses() -> None:
    times = [settle(Delivery.POSTPONED, attempt, NOW) for attempt in range(1, len(PAUSES) + 1)]
    assert [state for state, _ in times] == [MailState.WAITING] * len(PAUSES)
    assert [at - NOW for _, at in times] == sorted(PAUSES)


def test_what_was_postponed_too_often_has_failed() -> None:
    assert settle(Delivery.POSTPONED, len(PAUSES) + 1, NOW)[0] is MailState.FAILED


@pytest.mark.parametrize("state", MailState)
def test_only_what_waits_for_a_review_is_sent_again(state: MailState) -> None:
    if state in (MailState.DOUBTFUL, MailState.FAILED):
        check_again(state, has_content=True)
        with pytest.raises(Conflict):
            check_again(state, has_content=False)
    else:
        with pytest.raises(Conflict):
            check_again(state, has_content=True)
