"""The life of a position: every transition stands in TRANSITIONS, and nothing else moves a stage."""

from enum import StrEnum

from positions.errors import StageForbids


class Stage(StrEnum):
    """Where a position is in its life."""

    PROPOSED = "PROPOSED"
    DRAFTING = "DRAFTING"
    AMENDING = "AMENDING"
    APPROVING = "APPROVING"
    ADOPTED = "ADOPTED"
    SUBMITTED = "SUBMITTED"
    CLOSED = "CLOSED"
    WITHDRAWN = "WITHDRAWN"


class Action(StrEnum):
    """What moves a position; those after WITHDRAW follow from rounds and submissions, never from a button."""

    START_DRAFTING = "START_DRAFTING"
    OPEN_AMENDING = "OPEN_AMENDING"
    REOPEN_DRAFTING = "REOPEN_DRAFTING"
    PUBLISH = "PUBLISH"
    UNPUBLISH = "UNPUBLISH"
    CLOSE = "CLOSE"
    REOPEN = "REOPEN"
    WITHDRAW = "WITHDRAW"
    OPEN_ROUND = "OPEN_ROUND"
    PASS_STEP = "PASS_STEP"
    ADOPT = "ADOPT"
    FAIL_ROUND = "FAIL_ROUND"
    SUBMIT = "SUBMIT"


TRANSITIONS: dict[tuple[Stage, Action], Stage] = {
    (Stage.PROPOSED, Action.START_DRAFTING): Stage.DRAFTING,
    (Stage.PROPOSED, Action.WITHDRAW): Stage.WITHDRAWN,
    (Stage.DRAFTING, Action.OPEN_AMENDING): Stage.AMENDING,
    (Stage.DRAFTING, Action.WITHDRAW): Stage.WITHDRAWN,
    (Stage.AMENDING, Action.REOPEN_DRAFTING): Stage.DRAFTING,
    (Stage.AMENDING, Action.OPEN_ROUND): Stage.APPROVING,
    (Stage.AMENDING, Action.WITHDRAW): Stage.WITHDRAWN,
    (Stage.APPROVING, Action.OPEN_ROUND): Stage.APPROVING,
    (Stage.APPROVING, Action.PASS_STEP): Stage.APPROVING,
    (Stage.APPROVING, Action.ADOPT): Stage.ADOPTED,
    (Stage.APPROVING, Action.FAIL_ROUND): Stage.AMENDING,
    (Stage.APPROVING, Action.WITHDRAW): Stage.WITHDRAWN,
    (Stage.ADOPTED, Action.PUBLISH): Stage.ADOPTED,
    (Stage.ADOPTED, Action.UNPUBLISH): Stage.ADOPTED,
    (Stage.ADOPTED, Action.SUBMIT): Stage.SUBMITTED,
    (Stage.ADOPTED, Action.WITHDRAW): Stage.WITHDRAWN,
    (Stage.SUBMITTED, Action.PUBLISH): Stage.SUBMITTED,
    (Stage.SUBMITTED, Action.UNPUBLISH): Stage.SUBMITTED,
    (Stage.SUBMITTED, Action.SUBMIT): Stage.SUBMITTED,
    (Stage.SUBMITTED, Action.CLOSE): Stage.CLOSED,
    (Stage.CLOSED, Action.PUBLISH): Stage.CLOSED,
    (Stage.CLOSED, Action.UNPUBLISH): Stage.CLOSED,
    (Stage.CLOSED, Action.REOPEN): Stage.SUBMITTED,
}

FROZEN = frozenset({Stage.APPROVING, Stage.ADOPTED, Stage.SUBMITTED, Stage.CLOSED, Stage.WITHDRAWN})
"""The stages in which the original text is read-only for everyone."""


def advance(stage: Stage, action: Action) -> Stage:
    """The stage an action leads to; StageForbids when the table has no such row."""
    try:
        return TRANSITIONS[stage, action]
    except KeyError:
        raise StageForbids("stage_forbids", stage=stage.value, action=action.value) from None


def stages_of(action: Action) -> frozenset[Stage]:
    """The stages from which an action is possible."""
    return frozenset(stage for stage, known in TRANSITIONS if known is action)
