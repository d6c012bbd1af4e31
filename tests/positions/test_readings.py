"""The five readings of a paper."""

from positions.readings import COMPARED, WITH_TABLED, Reading


def test_only_what_differs_from_the_original_is_compared_with_it() -> None:
    assert set(Reading) - COMPARED == {Reading.ORIGINAL, Reading.FINAL}
    assert WITH_TABLED < COMPARED
