"""Taking part: what each act leads to, and that saying it twice is saying it once."""

import itertools

import pytest

from positions.participation import ParticipationAct, ParticipationState, changed

STATES = [None, *ParticipationState]
PAIRS = list(itertools.product(STATES, ParticipationAct))
TAKES_PART = {ParticipationState.INVITED, ParticipationState.ACCEPTED}


@pytest.mark.parametrize(("state", "act"), PAIRS)
def test_an_act_done_twice_is_done_once(state: ParticipationState | None, act: ParticipationAct) -> None:
    once = changed(state, act)
    assert changed(once, act) is once


@pytest.mark.parametrize(("state", "act"), PAIRS)
def test_joining_and_inviting_bring_in_and_the_others_take_out(
    state: ParticipationState | None, act: ParticipationAct
) -> None:
    assert (changed(state, act) in TAKES_PART) == (act in {ParticipationAct.JOIN, ParticipationAct.INVITE})


def test_only_the_organization_itself_accepts() -> None:
    for state in (None, ParticipationState.INVITED, ParticipationState.LEFT):
        assert changed(state, ParticipationAct.JOIN) is ParticipationState.ACCEPTED
        assert changed(state, ParticipationAct.INVITE) is ParticipationState.INVITED


def test_an_invitation_does_not_undo_an_acceptance() -> None:
    assert changed(ParticipationState.ACCEPTED, ParticipationAct.INVITE) is ParticipationState.ACCEPTED
