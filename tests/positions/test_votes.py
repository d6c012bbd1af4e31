from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from positions.errors import Invalid, NotEligible, Refusal, RoundClosed
from positions.mandates import Mandate, MandateKind, RatificationStatus
from positions.rounds import RoundStatus, Window
from positions.rules import Choice
from positions.votes import (
    Act,
    Poll,
    Vote,
    VoteStanding,
    check_confirmed,
    check_recorded,
    check_vote,
    standing_of,
)

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
DAY = timedelta(days=1)
POLL = Poll(Window(RoundStatus.OPEN, NOW - DAY, NOW + DAY), ("08019", "08101"), ("D1", "D2"))
MANDATE = Mandate(MandateKind.MAYOR_DECREE, TODAY)
APPROVAL = Vote("08019", Choice.APPROVE, MANDATE)
ACT = Act("Consell d'Alcaldes", TODAY, "CA 2026/7")


def refusal_of(vote: Vote, poll: Poll = POLL, *, now: datetime = NOW) -> str | None:
    try:
        check_vote(vote, poll, now=now, today=TODAY)
    except Refusal as refusal:
        return f"{refusal.code} {refusal.reason}"
    return None


@pytest.mark.parametrize(
    "vote",
    [
        APPROVAL,
        replace(APPROVAL, choice=Choice.OBJECT),
        replace(APPROVAL, choice=Choice.ABSTAIN),
        replace(APPROVAL, choice=Choice.RECUSE, mandate=None),
        replace(APPROVAL, ratification_due_on=TODAY + DAY),
        replace(APPROVAL, except_asks=("D2",)),
    ],
)
def test_sound_votes_are_taken(vote: Vote) -> None:
    assert refusal_of(vote) is None


@pytest.mark.parametrize(
    ("vote", "refusal"),
    [
        (replace(APPROVAL, mandate=None), "INVALID mandate_required"),
        (replace(APPROVAL, choice=Choice.OBJECT, mandate=None), "INVALID mandate_required"),
        (replace(APPROVAL, choice=Choice.ABSTAIN, mandate=None), "INVALID mandate_required"),
        (replace(APPROVAL, mandate=replace(MANDATE, given_on=TODAY + DAY)), "INVALID mandate_in_future"),
        (
            replace(APPROVAL, mandate=replace(MANDATE, given_on=TODAY - 2 * DAY, valid_until=TODAY - DAY)),
            "INVALID mandate_expired",
        ),
        (replace(APPROVAL, ratification_due_on=TODAY), "INVALID ratification_not_in_future"),
        (Vote("08019", Choice.RECUSE, None, TODAY + DAY), "INVALID ratification_of_nothing"),
        (replace(APPROVAL, except_asks=("D3",)), "INVALID ask_unknown"),
        (
            replace(APPROVAL, choice=Choice.OBJECT, except_asks=("D1",)),
            "INVALID except_asks_without_approval",
        ),
        (replace(APPROVAL, organization="08015"), "NOT_ELIGIBLE not_eligible"),
        (replace(APPROVAL, organization="08015", mandate=None), "INVALID mandate_required"),
    ],
)
def test_unsound_votes_are_refused_by_name(vote: Vote, refusal: str) -> None:
    assert refusal_of(vote) == refusal


def test_a_late_vote_is_refused_and_eligibility_comes_first() -> None:
    assert refusal_of(APPROVAL, now=NOW + DAY) == "ROUND_CLOSED round_closed"
    assert refusal_of(replace(APPROVAL, organization="08015"), now=NOW + DAY) == "NOT_ELIGIBLE not_eligible"


@pytest.mark.parametrize(
    "status", [RoundStatus.PASSED, RoundStatus.FAILED, RoundStatus.BROKEN, RoundStatus.VOID]
)
def test_an_ended_round_takes_no_votes(status: RoundStatus) -> None:
    ended = replace(POLL, window=replace(POLL.window, status=status))
    assert refusal_of(APPROVAL, ended) == "ROUND_CLOSED round_closed"
    with pytest.raises(RoundClosed):
        check_recorded(["08019"], ACT, ended, now=NOW, today=TODAY)


def test_minutes_are_entered_without_mandates() -> None:
    check_recorded(["08019", "08101"], ACT, POLL, now=NOW, today=TODAY)


@pytest.mark.parametrize(
    ("organizations", "act", "reason"),
    [
        (["08019"], replace(ACT, body=" "), "act_incomplete"),
        (["08019"], replace(ACT, reference=""), "act_incomplete"),
        (["08019"], replace(ACT, held_on=TODAY + DAY), "act_in_future"),
        ([], ACT, "votes_missing"),
        (["08019", "08019"], ACT, "vote_duplicate"),
    ],
)
def test_minutes_that_cannot_be_are_refused(organizations: list[str], act: Act, reason: str) -> None:
    with pytest.raises(Invalid) as refusal:
        check_recorded(organizations, act, POLL, now=NOW, today=TODAY)
    assert refusal.value.reason == reason


def test_minutes_do_not_make_a_town_eligible() -> None:
    with pytest.raises(NotEligible):
        check_recorded(["08019", "08015"], ACT, POLL, now=NOW, today=TODAY)


@pytest.mark.parametrize(
    ("mandate", "due_on", "window", "reason"),
    [
        (MANDATE, None, POLL.window, None),
        (None, None, POLL.window, None),
        (
            replace(MANDATE, given_on=TODAY - DAY, valid_until=TODAY - DAY),
            None,
            POLL.window,
            "mandate_expired",
        ),
        (MANDATE, TODAY, POLL.window, "ratification_not_in_future"),
        (MANDATE, None, replace(POLL.window, closes_at=NOW), "round_closed"),
        (MANDATE, None, replace(POLL.window, status=RoundStatus.VOID), "round_closed"),
    ],
)
def test_what_is_confirmed_is_looked_at_again(
    mandate: Mandate | None, due_on: date | None, window: Window, reason: str | None
) -> None:
    told = None
    try:
        check_confirmed(mandate, due_on, window, now=NOW, today=TODAY)
    except Refusal as refusal:
        told = refusal.reason
    assert told == reason


WITHDRAWN = RatificationStatus.WITHDRAWN


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({}, VoteStanding.COUNTS),
        ({"ratification": WITHDRAWN}, VoteStanding.COUNTS),
        ({"is_awaiting": True}, VoteStanding.AWAITING),
        ({"is_awaiting": True, "takes_votes": False}, VoteStanding.LAPSED),
        ({"is_awaiting": True, "is_replaced": True}, VoteStanding.REPLACED),
        ({"is_replaced": True, "ratification": RatificationStatus.PENDING}, VoteStanding.REPLACED),
        ({"is_replaced": True, "ratification": WITHDRAWN}, VoteStanding.WITHDRAWN),
    ],
)
def test_a_vote_says_what_has_become_of_it(told: dict[str, Any], expected: VoteStanding) -> None:
    usual = {"is_awaiting": False, "is_replaced": False, "ratification": None, "takes_votes": True}
    assert standing_of(**{**usual, **told}) is expected
