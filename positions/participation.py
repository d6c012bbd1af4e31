"""An organization's part in a position: every change stands in CHANGES, and asking for what already holds changes nothing."""

from enum import StrEnum


class ParticipationState(StrEnum):
    """Where an organization stands; whoever was invited takes part until it leaves."""

    INVITED = "INVITED"
    ACCEPTED = "ACCEPTED"
    LEFT = "LEFT"


class ParticipationAct(StrEnum):
    """What changes it: the first two are the organization's own, the others the coordinator's."""

    JOIN = "JOIN"
    LEAVE = "LEAVE"
    INVITE = "INVITE"
    REMOVE = "REMOVE"


CHANGES: dict[tuple[ParticipationState | None, ParticipationAct], ParticipationState] = {
    (None, ParticipationAct.JOIN): ParticipationState.ACCEPTED,
    (ParticipationState.INVITED, ParticipationAct.JOIN): ParticipationState.ACCEPTED,
    (ParticipationState.LEFT, ParticipationAct.JOIN): ParticipationState.ACCEPTED,
    (ParticipationState.INVITED, ParticipationAct.LEAVE): ParticipationState.LEFT,
    (ParticipationState.ACCEPTED, ParticipationAct.LEAVE): ParticipationState.LEFT,
    (None, ParticipationAct.INVITE): ParticipationState.INVITED,
    (ParticipationState.LEFT, ParticipationAct.INVITE): ParticipationState.INVITED,
    (ParticipationState.INVITED, ParticipationAct.REMOVE): ParticipationState.LEFT,
    (ParticipationState.ACCEPTED, ParticipationAct.REMOVE): ParticipationState.LEFT,
}


def changed(state: ParticipationState | None, act: ParticipationAct) -> ParticipationState | None:
    """The state an act leads to; the same when nothing changes (None: takes no part and never did)."""
    return CHANGES.get((state, act), state)
