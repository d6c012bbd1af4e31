"""From the scenario's days to those of whoever loads the demo.

Everything moves by whole weeks, so that Mondays stay Mondays, no council meets on a Sunday, and ten working days stay ten.
"""

from datetime import UTC, date, datetime, timedelta

from positions.deadlines import HOME_ZONE

SCENARIO_PRESENT = date(2026, 11, 22)
"""The Sunday on which the story is told."""


def shift(present: date) -> timedelta:
    """How far the story moves so that its present is in the week that ends on, or before, the day of loading."""
    weeks = (present - SCENARIO_PRESENT).days // 7
    return timedelta(weeks=weeks)


def moment(written: str, present: date) -> datetime:
    """A scenario moment ("2026-05-11 09:00", Barcelona) as an instant in UTC; the clock on the wall is kept."""
    local = datetime.fromisoformat(written) + shift(present)
    return local.replace(tzinfo=HOME_ZONE).astimezone(UTC)


def day(written: str, present: date) -> date:
    """A scenario day ("2026-05-11") moved likewise."""
    return date.fromisoformat(written) + shift(present)
