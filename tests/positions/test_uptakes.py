"""The words of uptake are those of the contract."""

from positions.uptakes import UptakeStatus


def test_clients_know_these_uptakes() -> None:
    words = "NOT_ADDRESSED NOTED PARTLY_TAKEN_UP TAKEN_UP REJECTED"
    assert [status.value for status in UptakeStatus] == words.split()
