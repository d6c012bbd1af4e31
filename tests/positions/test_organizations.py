from datetime import date

import pytest

from positions.errors import Invalid
from positions.organizations import Absence, Days, OrganizationKind, absence_on, check_days


def test_kinds_are_written_as_clients_read_them() -> None:
    assert [kind.value for kind in OrganizationKind] == ["MUNICIPALITY", "AUTHORITY", "PARTNER"]


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 5, 31), None),
        (date(2026, 6, 1), Absence.SUSPENDED),
        (date(2026, 6, 30), Absence.SUSPENDED),
        (date(2026, 7, 1), None),
        (date(2026, 12, 31), None),
        (date(2027, 1, 1), Absence.ENDED),
    ],
)
def test_first_and_last_day_decide_who_is_called(day: date, why: Absence | None) -> None:
    suspended = [Days(date(2026, 6, 1), date(2026, 6, 30))]
    assert absence_on(day, ended_on=date(2026, 12, 31), suspended=suspended) is why


def test_a_suspension_without_an_end_goes_on() -> None:
    assert (
        absence_on(date(2199, 1, 1), ended_on=None, suspended=[Days(date(2026, 6, 1))]) is Absence.SUSPENDED
    )


@pytest.mark.parametrize(
    "days",
    [
        Days(date(2026, 6, 2), date(2026, 6, 1)),
        Days(date(1900, 1, 1)),
        Days(date(2026, 1, 1), date(2300, 1, 1)),
    ],
)
def test_days_that_cannot_be_are_refused(days: Days) -> None:
    with pytest.raises(Invalid):
        check_days(days)
