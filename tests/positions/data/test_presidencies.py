"""Who presides over the Council is known by the day, and unknown where the table says nothing."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from positions.data.presidencies import following, presidencies, presiding

KNOWN = presidencies()


@pytest.mark.parametrize(
    ("day", "country"),
    [
        (date(2025, 12, 31), None),
        (date(2026, 1, 1), "CY"),
        (date(2026, 6, 30), "CY"),
        (date(2026, 7, 1), "IE"),
        (date(2026, 12, 31), "IE"),
        (date(2027, 1, 1), "LT"),
        (date(2028, 12, 31), "LV"),
        (date(2029, 1, 1), None),
    ],
)
def test_the_presidency_turns_with_the_half_year(day: date, country: str | None) -> None:
    found = presiding(day, KNOWN)
    assert (found.country_code if found else None) == country


def test_the_half_years_follow_one_another_and_have_names() -> None:
    for before, after in pairwise(KNOWN):
        assert before.until == after.since
        assert following(before, KNOWN) is after
        assert timedelta(180) < before.until - before.since < timedelta(185)
    assert all(set(one.names) == {"ca", "es", "en"} for one in KNOWN)
    assert following(KNOWN[-1], KNOWN) is None
