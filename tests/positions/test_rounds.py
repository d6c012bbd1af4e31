from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from positions.electors import Elector, Measure
from positions.errors import Conflict, Invalid, RoundClosed, Stale
from positions.lifecycle import Action, Stage, advance
from positions.rounds import (
    RECALL_TIME,
    TRANSITIONS,
    RoundStatus,
    Window,
    check_objection,
    check_open,
    check_opening,
    check_period,
    check_recall,
    close,
    leads_to,
    may_vote,
    recallable_until,
    status_at,
    void,
)
from positions.rules import PRESETS, Basis, Choice, Rule, RulePreset, Silence, Threshold
from positions.tallies import Tally, tally

OPENS = datetime(2026, 11, 16, 8, tzinfo=UTC)
CLOSES = datetime(2026, 12, 4, 13, tzinfo=UTC)
SECOND = timedelta(seconds=1)
OPEN = Window(RoundStatus.OPEN, OPENS, CLOSES)
THREE = (Elector("A"), Elector("B"), Elector("C"))
ENDED = [RoundStatus.PASSED, RoundStatus.FAILED, RoundStatus.BROKEN, RoundStatus.VOID]


def counted(*said: Choice, silence: Silence = Silence.NONE) -> Tally:
    votes = dict(zip("ABC", said, strict=False))
    return tally(PRESETS[RulePreset.SIMPLE_MAJORITY], THREE, votes=votes, silence=silence)


YES, NO = Choice.APPROVE, Choice.OBJECT


@pytest.mark.parametrize(
    ("now", "takes"),
    [
        (OPENS - SECOND, False),
        (OPENS, True),
        (CLOSES - SECOND, True),
        (CLOSES, False),
        (CLOSES + SECOND, False),
    ],
)
def test_votes_are_taken_from_the_opening_up_to_the_closing_time(now: datetime, takes: bool) -> None:
    scheduled = replace(OPEN, status=RoundStatus.SCHEDULED)
    assert may_vote(scheduled, now) is takes, "a round opens at its time, whoever notes it when"
    assert status_at(scheduled, now) is (RoundStatus.SCHEDULED if now < OPENS else RoundStatus.OPEN)


def test_a_vote_one_second_late_is_refused() -> None:
    check_open(OPEN, CLOSES - SECOND)
    with pytest.raises(RoundClosed, match="round_closed"):
        check_open(OPEN, CLOSES + SECOND)
    with pytest.raises(RoundClosed, match="round_not_yet_open"):
        check_open(replace(OPEN, status=RoundStatus.SCHEDULED), OPENS - SECOND)


@pytest.mark.parametrize("status", ENDED)
def test_an_ended_round_takes_no_votes_and_is_not_closed_again(status: RoundStatus) -> None:
    ended = replace(OPEN, status=status)
    assert not may_vote(ended, OPENS)
    with pytest.raises(RoundClosed):
        close(ended, counted(YES, YES, YES), now=CLOSES)


def test_a_round_closes_at_its_deadline_or_when_every_town_has_voted() -> None:
    assert close(OPEN, counted(YES, YES, NO), now=OPENS) is RoundStatus.PASSED
    assert close(OPEN, counted(YES), now=CLOSES) is RoundStatus.PASSED
    assert close(OPEN, counted(), now=CLOSES) is RoundStatus.FAILED
    assert close(OPEN, counted(NO, NO), now=CLOSES) is RoundStatus.FAILED
    with pytest.raises(Conflict, match="round_still_open") as refusal:
        close(OPEN, counted(YES, YES), now=CLOSES - SECOND)
    assert refusal.value.fields["pending"] == 1
    with pytest.raises(Conflict, match="round_not_yet_open"):
        close(replace(OPEN, status=RoundStatus.SCHEDULED), counted(), now=OPENS - SECOND)


def test_a_silence_procedure_passes_by_silence_and_breaks_by_one_objection() -> None:
    assert close(OPEN, counted(silence=Silence.CONSENT), now=CLOSES) is RoundStatus.PASSED
    assert close(OPEN, counted(YES, NO, silence=Silence.CONSENT), now=CLOSES) is RoundStatus.BROKEN
    assert close(OPEN, counted(NO, silence=Silence.CONSENT), now=OPENS) is RoundStatus.BROKEN
    with pytest.raises(Conflict):
        close(OPEN, counted(YES, silence=Silence.CONSENT), now=CLOSES - SECOND)


def test_silence_made_consent_does_not_close_a_round_early() -> None:
    tacit = tally(
        PRESETS[RulePreset.CONSENSUS], THREE, votes={"A": YES}, silence=Silence.CONSENT, is_closed=True
    )
    with pytest.raises(Conflict):
        close(OPEN, tacit, now=OPENS)


@pytest.mark.parametrize("status", RoundStatus)
def test_voiding_wants_a_reason_and_something_to_void(status: RoundStatus) -> None:
    for nothing in (None, "", "  "):
        with pytest.raises(Invalid, match="reason_required"):
            void(status, nothing)
    if RoundStatus.VOID in TRANSITIONS[status]:
        assert void(status, "opened on the wrong version") is RoundStatus.VOID
        return
    with pytest.raises(RoundClosed):
        void(status, "again")


def test_every_status_can_be_reached_and_the_failed_stay_so() -> None:
    assert {target for targets in TRANSITIONS.values() for target in targets} | {
        RoundStatus.SCHEDULED
    } == set(RoundStatus)
    assert all(not TRANSITIONS[status] for status in ENDED if status is not RoundStatus.PASSED)


@pytest.mark.parametrize(("outcome", "is_last"), list(product(ENDED, [True, False])))
def test_only_the_last_pass_adopts_and_anything_else_than_a_pass_leads_back(
    outcome: RoundStatus, is_last: bool
) -> None:
    stage = advance(Stage.APPROVING, leads_to(outcome, is_last=is_last))
    if outcome is not RoundStatus.PASSED:
        assert stage is Stage.AMENDING
    else:
        assert stage is (Stage.ADOPTED if is_last else Stage.APPROVING)
    assert leads_to(RoundStatus.PASSED, is_last=True) is Action.ADOPT


def test_the_period_of_a_round_lies_ahead() -> None:
    check_period(OPENS, CLOSES, now=CLOSES - SECOND)
    with pytest.raises(Invalid, match="round_closes_before_it_opens"):
        check_period(OPENS, OPENS, now=OPENS)
    with pytest.raises(Invalid, match="round_closes_in_the_past"):
        check_period(OPENS, CLOSES, now=CLOSES)


def test_what_cannot_be_decided_does_not_open() -> None:
    rule = PRESETS[RulePreset.UNANIMITY]
    check_opening(rule, THREE, silence=Silence.CONSENT, is_clearance=True)
    with pytest.raises(Invalid, match="silence_only_for_clearance"):
        check_opening(rule, THREE, silence=Silence.CONSENT, is_clearance=False)
    with pytest.raises(Invalid, match="electorate_empty"):
        check_opening(rule, (), silence=Silence.NONE, is_clearance=False)
    with pytest.raises(Invalid, match="rule_never_passes"):
        check_opening(PRESETS[RulePreset.WEIGHTED_SEATS], THREE, silence=Silence.NONE, is_clearance=False)
    majority = (Threshold(Measure.ORGANIZATIONS, Basis.EXPRESSED, 1, 2, strict=True),)
    with pytest.raises(Invalid, match="casting_not_eligible"):
        check_opening(Rule(majority, casting="D"), THREE, silence=Silence.NONE, is_clearance=False)


@pytest.mark.parametrize(
    ("silence", "choice", "is_refused"),
    [
        (Silence.CONSENT, NO, True),
        (Silence.CONSENT, YES, False),
        (Silence.NONE, NO, False),
    ],
)
def test_only_breaking_a_silence_needs_a_reason(silence: Silence, choice: Choice, is_refused: bool) -> None:
    check_objection(silence, choice, is_reasoned=True, path=[])
    if is_refused:
        with pytest.raises(Invalid, match="objection_without_reason"):
            check_objection(silence, choice, is_reasoned=False, path=[])
    else:
        check_objection(silence, choice, is_reasoned=False, path=[])


def test_a_recall_never_reaches_past_the_closing_and_nothing_of_before_can_be_recalled() -> None:
    window = Window(RoundStatus.OPEN, OPENS, OPENS + RECALL_TIME / 2)
    assert recallable_until(window, OPENS, has_votes=False) == window.closes_at
    assert recallable_until(window, None, has_votes=False) is None
    assert recallable_until(window, OPENS, has_votes=True) is None
    check_recall(window, OPENS, has_votes=False, now=OPENS)
    with pytest.raises(Stale):
        check_recall(window, None, has_votes=False, now=OPENS)
