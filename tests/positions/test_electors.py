import pytest

from positions.electors import Elector, Measure, Weight, check_electorate, weigh
from positions.errors import Invalid


def test_weights_add_up_and_come_apart() -> None:
    big, small = Elector("A", 100, 4), Elector("B", 10, 1)
    assert weigh([big, small]) == Weight(2, 110, 5)
    assert weigh([big, small]) - weigh([small]) == weigh([big])
    assert [big.of(measure) for measure in Measure] == [1, 100, 4]
    assert [weigh([big]).of(measure) for measure in Measure] == [1, 100, 4]


@pytest.mark.parametrize(
    ("electors", "reason"),
    [
        ([], "electorate_empty"),
        ([Elector("A"), Elector("A", 3)], "electorate_duplicate"),
        ([Elector("A", -1)], "electorate_malformed"),
    ],
)
def test_an_electorate_that_cannot_vote_is_refused(electors: list[Elector], reason: str) -> None:
    with pytest.raises(Invalid) as refusal:
        check_electorate(electors)
    assert refusal.value.reason == reason


def test_a_sound_electorate_is_accepted() -> None:
    check_electorate([Elector("AMB"), Elector("08019", 1620809, 25)])
