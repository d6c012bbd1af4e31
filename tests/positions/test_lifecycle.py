"""Every stage and action: either in the table, or refused and nothing moved."""

import itertools

import pytest

from positions.errors import StageForbids
from positions.lifecycle import FROZEN, TRANSITIONS, Action, Stage, advance, stages_of

PAIRS = list(itertools.product(Stage, Action))
TERMINAL = {Stage.WITHDRAWN}


@pytest.mark.parametrize(("stage", "action"), PAIRS)
def test_every_pair_is_in_the_table_or_refused(stage: Stage, action: Action) -> None:
    if (stage, action) in TRANSITIONS:
        assert advance(stage, action) is TRANSITIONS[stage, action]
        return
    with pytest.raises(StageForbids) as caught:
        advance(stage, action)
    assert caught.value.fields == {"stage": stage.value, "action": action.value}


def test_every_stage_is_reached_from_the_first() -> None:
    reached = {Stage.PROPOSED}
    while more := {end for (start, _), end in TRANSITIONS.items() if start in reached} - reached:
        reached |= more
    assert reached == set(Stage)


def test_every_stage_but_the_terminal_ones_leads_on() -> None:
    leading = {start for (start, _), end in TRANSITIONS.items() if end is not start}
    assert leading == set(Stage) - TERMINAL
    assert not [start for start, _ in TRANSITIONS if start in TERMINAL]


@pytest.mark.parametrize("action", Action)
def test_every_action_is_possible_somewhere(action: Action) -> None:
    assert stages_of(action) == {stage for stage in Stage if (stage, action) in TRANSITIONS}
    assert stages_of(action)


def test_the_adopted_text_never_thaws() -> None:
    """From adoption on, no chain of actions leads to a stage in which the original may be written."""
    reached = {Stage.ADOPTED}
    while more := {end for (start, _), end in TRANSITIONS.items() if start in reached} - reached:
        reached |= more
    assert reached <= FROZEN


def test_only_a_failed_round_thaws_a_text_under_approval() -> None:
    thawing = {
        action
        for (start, action), end in TRANSITIONS.items()
        if start is Stage.APPROVING and end not in FROZEN
    }
    assert thawing == {Action.FAIL_ROUND}


def test_it_is_withdrawn_from_any_stage_before_submitted() -> None:
    assert stages_of(Action.WITHDRAW) == set(Stage) - {Stage.SUBMITTED, Stage.CLOSED, Stage.WITHDRAWN}
