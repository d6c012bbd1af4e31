"""The calendar's words are those of the contract."""

from positions.milestones import MilestoneKind


def test_clients_know_these_milestones() -> None:
    words = "TABLING_DEADLINE CLEARANCE ADOPTION TRANSLATION SUBMISSION INSTITUTION_DEADLINE"
    assert [kind.value for kind in MilestoneKind] == words.split()
