from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from positions.histories import Moment, thinned

NOW = datetime(2026, 11, 28, 12, 30, tzinfo=UTC)


def moments(*ages: timedelta, is_kept: bool = False) -> list[Moment]:
    oldest_first = sorted(ages, reverse=True)
    return [Moment(number, NOW - age, is_kept) for number, age in enumerate(oldest_first, 1)]


def test_of_the_last_day_all_are_shown() -> None:
    assert thinned(moments(*(timedelta(minutes=10 * step) for step in range(100))), NOW) == list(
        range(100, 0, -1)
    )


def test_of_the_last_week_one_an_hour_is_shown_and_then_one_a_day() -> None:
    every_ten_minutes = moments(*(timedelta(minutes=10 * step) for step in range(6 * 24 * 30)))
    shown = thinned(every_ten_minutes, NOW)
    assert (len(shown), shown[145:148]) == (145 + 145 + 24, [4175, 4172, 4166])
    assert thinned(moments(*(timedelta(days=3, minutes=step) for step in range(1, 30))), NOW) == [29]


def test_what_people_saved_and_steps_rest_on_is_always_shown() -> None:
    kept = moments(*(timedelta(days=90, minutes=step) for step in range(40)), is_kept=True)
    assert thinned(kept, NOW) == list(range(40, 0, -1))


@given(st.lists(st.tuples(st.integers(0, 60 * 24 * 40), st.booleans()), max_size=60), st.integers(0, 40))
def test_with_time_versions_only_ever_leave_the_list(found: list[tuple[int, bool]], days: int) -> None:
    ages = sorted(found, reverse=True)
    all_of_them = [
        Moment(number, NOW - timedelta(minutes=age), kept) for number, (age, kept) in enumerate(ages, 1)
    ]
    now, later = thinned(all_of_them, NOW), thinned(all_of_them, NOW + timedelta(days=days))
    assert now == sorted(now, reverse=True)
    assert {one.number for one in all_of_them if one.is_kept} <= set(later) <= set(now)
    assert not all_of_them or now[0] == later[0] == len(all_of_them)
