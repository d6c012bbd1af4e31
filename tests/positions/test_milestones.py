"""The calendar's words are those of the contract, and each date says where it stands."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.deadlines import HOME_ZONE, deadline
from positions.lifecycle import Stage
from positions.milestones import Dated, MilestoneKind, Standing, standings
from positions.planning import Window, propose

CLOSES = deadline("2027-01-29")
PLANNED = [
    Dated(one.kind, one.due_at)
    for one in propose(CLOSES, Window.EIGHT_WEEKS, datetime(2026, 9, 1, tzinfo=UTC), ()).milestones
]

kinds = st.sampled_from(MilestoneKind)
moments = st.integers(0, 17_000).map(lambda hours: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=hours))
dated = st.builds(Dated, kinds, moments, st.none() | moments)
calendars = st.lists(dated, max_size=12, unique_by=lambda one: one.kind)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HOME_ZONE)


def where(stage: Stage, now: str, *done: Dated) -> dict[MilestoneKind, Standing]:
    marked = {one.kind: one for one in (*PLANNED, *done)}
    return {one.kind: one for one in standings(list(marked.values()), stage, at(now), ())}


def test_clients_know_these_milestones() -> None:
    words = "TABLING_DEADLINE CLEARANCE ADOPTION TRANSLATION SUBMISSION INSTITUTION_DEADLINE"
    assert set(words.split()) <= {kind.value for kind in MilestoneKind}


def test_a_calendar_on_time_has_nothing_late() -> None:
    found = where(Stage.PROPOSED, "2026-11-30 09:00")
    assert not any(one.is_overdue for one in found.values())
    assert all(one.fits and one.slippage is None for one in found.values())


def test_an_overdue_milestone_counts_its_working_days_and_pushes_the_next() -> None:
    draft_due = next(one for one in PLANNED if one.kind is MilestoneKind.ZERO_DRAFT).due_at
    assert draft_due.astimezone(HOME_ZONE).date() == date(2026, 12, 18)
    found = where(Stage.DRAFTING, "2026-12-29 09:00")
    draft = found[MilestoneKind.ZERO_DRAFT]
    assert (draft.is_overdue, draft.slippage, draft.expected_on) == (True, 7, date(2026, 12, 29))
    comments = found[MilestoneKind.COMMENTS_END]
    assert (comments.is_overdue, comments.fits, comments.expected_on) == (False, False, date(2027, 1, 1))
    assert comments.slippage is None
    assert found[MilestoneKind.TABLING_DEADLINE].fits
    assert found[MilestoneKind.INSTITUTION_DEADLINE].fits


def test_late_enough_the_institution_is_missed() -> None:
    found = where(Stage.DRAFTING, "2027-01-25 09:00")
    assert not found[MilestoneKind.INSTITUTION_DEADLINE].fits
    assert found[MilestoneKind.INSTITUTION_DEADLINE].expected_on == date(2027, 2, 9)


@pytest.mark.parametrize(
    ("done", "slippage"), [("2026-12-16 10:00", -2), ("2026-12-18 23:00", 0), ("2026-12-21 09:00", 1)]
)
def test_what_is_done_says_how_early_or_late(done: str, slippage: int) -> None:
    due_at = at("2026-12-18 14:00")
    found = where(Stage.DRAFTING, "2026-12-22 09:00", Dated(MilestoneKind.ZERO_DRAFT, due_at, at(done)))
    draft = found[MilestoneKind.ZERO_DRAFT]
    assert (draft.slippage, draft.is_overdue, draft.expected_on) == (slippage, False, None)


def test_a_tabling_deadline_is_met_by_its_hour_if_there_was_something_to_table_on() -> None:
    after = "2027-01-11 09:00"
    assert where(Stage.AMENDING, after)[MilestoneKind.TABLING_DEADLINE].done_at == at("2027-01-06 14:00")
    assert where(Stage.DRAFTING, after)[MilestoneKind.TABLING_DEADLINE].is_overdue


def test_what_a_paper_has_left_behind_is_not_missed() -> None:
    found = where(Stage.ADOPTED, "2027-01-28 09:00")
    clearance = found[MilestoneKind.CLEARANCE]
    assert (clearance.is_overdue, clearance.done_at, clearance.slippage) == (False, None, None)
    assert found[MilestoneKind.TRANSLATION].is_overdue
    assert not any(one.is_overdue for one in where(Stage.WITHDRAWN, "2027-12-31 09:00").values())


@given(calendars, st.sampled_from(Stage), moments)
def test_standings_never_contradict_themselves(given_: list[Dated], stage: Stage, now: datetime) -> None:
    found = standings(given_, stage, now, ())
    assert sorted(one.kind for one in found) == sorted(one.kind for one in given_)
    for one in found:
        assert not (one.is_overdue and one.done_at)
        assert one.is_overdue <= (now > one.due_at)
        assert not (one.is_overdue and one.fits)
        assert (one.slippage is None) or one.done_at or (one.is_overdue and one.slippage >= 0)
        if one.expected_on is not None and not one.is_overdue:
            closing = one.due_at - timedelta(seconds=1)
            assert one.fits == (one.expected_on <= closing.astimezone(HOME_ZONE).date())


@given(calendars, st.sampled_from(Stage), moments, st.integers(0, 40))
def test_time_brings_nothing_nearer(given_: list[Dated], stage: Stage, now: datetime, later: int) -> None:
    before = {one.kind: one for one in standings(given_, stage, now, ())}
    after = standings(given_, stage, now + timedelta(days=later), ())
    for one in after:
        known = before[one.kind].expected_on
        if known is not None and one.expected_on is not None:
            assert one.expected_on >= known
