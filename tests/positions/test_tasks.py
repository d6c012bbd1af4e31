"""What may be asked, by the names that the interface has words for."""

from positions.tasks import TaskKind


def test_the_interface_knows_these_tasks() -> None:
    assert {kind.value for kind in TaskKind} == {
        "VOTE",
        "LIFT_RESERVATION",
        "CONFIRM_VOTE",
        "RATIFY",
        "ACCEPT_INVITATION",
        "READ_CHANGES",
        "WRITE",
        "DECIDE_AMENDMENTS",
        "OPEN_ROUND",
        "REMIND",
        "CLOSE_ROUND",
        "APPROVE_TRANSLATION",
        "PUBLISH",
    }
