"""The words of uptake are those of the contract; an ask got as far as any institution took it."""

from hypothesis import given
from hypothesis import strategies as st

from positions.uptakes import REACH, Seen, UptakeStatus, furthest, outcomes

ASKS = ("D1", "D2", "D3", "D10")
observations = st.lists(
    st.builds(Seen, st.sampled_from((*ASKS, "D9")), st.sampled_from("XYZ"), st.sampled_from(UptakeStatus))
)


def test_clients_know_these_uptakes() -> None:
    words = "NOT_ADDRESSED NOTED PARTLY_TAKEN_UP TAKEN_UP REJECTED"
    assert [status.value for status in UptakeStatus] == words.split()


def test_every_status_has_a_reach_of_its_own() -> None:
    assert set(REACH) == set(UptakeStatus)
    assert len(set(REACH.values())) == len(UptakeStatus)


def test_the_furthest_counts_whoever_went_there() -> None:
    assert (
        furthest([UptakeStatus.NOTED, UptakeStatus.TAKEN_UP, UptakeStatus.REJECTED]) is UptakeStatus.TAKEN_UP
    )
    assert furthest([UptakeStatus.REJECTED, UptakeStatus.NOT_ADDRESSED]) is UptakeStatus.REJECTED
    assert furthest([]) is None


@given(observations)
def test_every_ask_has_an_outcome_in_its_order(seen: list[Seen]) -> None:
    found = outcomes(ASKS, seen)
    assert tuple(found) == ASKS
    for ask, status in found.items():
        statuses = {one.status for one in seen if one.ask == ask}
        assert status in statuses or (status is None and not statuses)
        assert all(REACH[other] <= REACH[status] for other in statuses if status is not None)


@given(observations, st.builds(Seen, st.sampled_from(ASKS), st.just("W"), st.sampled_from(UptakeStatus)))
def test_another_institution_never_takes_anything_away(seen: list[Seen], more: Seen) -> None:
    before, after = outcomes(ASKS, seen), outcomes(ASKS, [*seen, more])
    for ask in ASKS:
        then, now = before[ask], after[ask]
        assert then is None or (now is not None and REACH[now] >= REACH[then])
