"""Calendars are planned backwards from the deadline, in working days, and say what no longer fits."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.deadlines import BRUSSELS, HOME_ZONE, deadline, last_day
from positions.milestones import SHORTEST, MilestoneKind
from positions.planning import TEMPLATES, Window, fitting_window, propose
from positions.working_days import day_after, days_after, working_days_between

OFF = frozenset({date(2026, 12, 8), date(2026, 12, 25), date(2027, 1, 1), date(2027, 1, 6)})
CLOSES = deadline("2027-01-29")
EARLY = datetime(2026, 9, 1, tzinfo=UTC)

windows = st.sampled_from(Window)
days = st.dates(date(2025, 1, 1), date(2029, 1, 1))
holidays = st.frozensets(days, max_size=40)


def on(window: Window, now: datetime = EARLY) -> dict[MilestoneKind, str]:
    made = propose(CLOSES, window, now, OFF)
    return {one.kind: one.due_at.astimezone(HOME_ZONE).strftime("%Y-%m-%d %H:%M") for one in made.milestones}


def test_the_eight_weeks_are_those_of_the_field() -> None:
    assert on(Window.EIGHT_WEEKS) == {
        MilestoneKind.SCOPE: "2026-12-02 14:00",
        MilestoneKind.ZERO_DRAFT: "2026-12-15 14:00",
        MilestoneKind.COMMENTS_END: "2026-12-28 14:00",
        MilestoneKind.TABLING_DEADLINE: "2027-01-05 14:00",
        MilestoneKind.CONSOLIDATION: "2027-01-11 14:00",
        MilestoneKind.CLEARANCE: "2027-01-19 14:00",
        MilestoneKind.ADOPTION: "2027-01-25 14:00",
        MilestoneKind.TRANSLATION: "2027-01-26 14:00",
        MilestoneKind.SEALING: "2027-01-27 14:00",
        MilestoneKind.SUBMISSION: "2027-01-28 14:00",
        MilestoneKind.INSTITUTION_DEADLINE: "2027-01-30 00:00",
    }


@pytest.mark.parametrize(
    ("window", "silence"), [(Window.FOUR_WEEKS, 3), (Window.EIGHT_WEEKS, 5), (Window.TWELVE_WEEKS, 10)]
)
def test_silence_has_its_days(window: Window, silence: int) -> None:
    made = {one.kind: one for one in propose(CLOSES, window, EARLY, OFF).milestones}
    clearance = made[MilestoneKind.CLEARANCE]
    assert clearance.opens_at is not None
    assert working_days_between(clearance.opens_at, clearance.due_at, OFF) == silence


def test_four_weeks_have_no_amendments_and_twelve_have_two_political_steps() -> None:
    assert MilestoneKind.TABLING_DEADLINE not in on(Window.FOUR_WEEKS)
    assert MilestoneKind.DECISION not in on(Window.EIGHT_WEEKS)
    assert {MilestoneKind.DECISION, MilestoneKind.ADOPTION} <= set(on(Window.TWELVE_WEEKS))


@pytest.mark.parametrize(
    ("today", "window", "left"),
    [
        ("2026-10-20", Window.TWELVE_WEEKS, 69),
        ("2026-12-01", Window.EIGHT_WEEKS, 39),
        ("2026-12-22", Window.FOUR_WEEKS, 25),
        ("2027-01-15", None, 10),
        ("2027-02-15", None, 0),
    ],
)
def test_the_longest_window_that_fits_is_found(today: str, window: Window | None, left: int) -> None:
    now = datetime.fromisoformat(f"{today}T09:00:00+01:00")
    assert fitting_window(CLOSES, now, OFF) is window
    assert propose(CLOSES, Window.FOUR_WEEKS, now, OFF).working_days_left == left


def test_what_no_longer_fits_is_said() -> None:
    now = datetime(2026, 12, 16, 9, tzinfo=UTC)
    made = propose(CLOSES, Window.EIGHT_WEEKS, now, OFF)
    assert [one.kind for one in made.milestones if not one.fits] == [
        MilestoneKind.SCOPE,
        MilestoneKind.ZERO_DRAFT,
    ]
    assert not made.is_whole


def test_a_deadline_at_midnight_belongs_to_the_day_it_ends() -> None:
    assert last_day(deadline("2026-12-18"), BRUSSELS) == date(2026, 12, 18)
    assert last_day(deadline("2026-12-18T14:00:00+01:00"), BRUSSELS) == date(2026, 12, 18)


@pytest.mark.parametrize("window", Window)
def test_templates_leave_every_step_the_days_it_needs(window: Window) -> None:
    for before, after in pairwise(TEMPLATES[window]):
        assert before.due - after.due >= SHORTEST.get(after.kind, 0)
        assert after.opens is None or before.due > after.opens > after.due
    kinds = [stop.kind for stop in TEMPLATES[window]]
    assert kinds == sorted(kinds, key=list(MilestoneKind).index)


@given(windows, days, days, holidays)
def test_dates_are_in_order_and_as_far_away_as_said(
    window: Window, end: date, today: date, off: frozenset[date]
) -> None:
    now = datetime(today.year, today.month, today.day, 9, tzinfo=UTC)
    made = propose(deadline(end.isoformat()), window, now, off)
    dues = [one.due_at for one in made.milestones]
    assert dues == sorted(dues)
    for one in made.milestones[:-1]:
        due_on = one.due_at.astimezone(HOME_ZONE).date()
        assert due_on == day_after(end, -one.working_days_before, off)
        assert one.fits == ((one.opens_at or one.due_at) > now)
    assert made.working_days_left == max(days_after(today, end, off), 0)


@given(days, holidays, st.integers(0, 200))
def test_with_less_time_no_longer_window_fits(end: date, off: frozenset[date], back: int) -> None:
    closes_at = deadline(end.isoformat())
    order = [None, *Window]
    earlier = fitting_window(closes_at, closes_at - timedelta(days=back + 1), off)
    later = fitting_window(closes_at, closes_at - timedelta(days=back), off)
    assert order.index(later) <= order.index(earlier)
