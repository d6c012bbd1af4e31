"""Days off are given by year and calendar, in a form or as a table."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.errors import Invalid, LimitExceeded, Refusal
from positions.headings import LanguageText
from positions.holidays import MAX_DAYS, HolidayGiven, check_year, years_of

MERCE = HolidayGiven(date(2026, 9, 24), [LanguageText("ca", " La   Mercè ")])
PASQUA = HolidayGiven(
    date(2026, 5, 25), [LanguageText("ca", "Pasqua Granada"), LanguageText("EN", "Whit Monday")]
)


def test_a_year_is_kept_in_order_with_names_by_language() -> None:
    assert list(check_year(2026, [MERCE, PASQUA]).items()) == [
        (date(2026, 5, 25), {"ca": "Pasqua Granada", "en": "Whit Monday"}),
        (date(2026, 9, 24), {"ca": "La Mercè"}),
    ]
    assert check_year(2026, []) == {}


@pytest.mark.parametrize(
    ("year", "days", "reason", "path"),
    [
        (1492, [], "holiday_year_invalid", "year"),
        (2027, [MERCE], "holiday_of_another_year", "days.0.day"),
        (2026, [MERCE, MERCE], "holiday_twice", "days.1.day"),
        (2026, [HolidayGiven(date(2026, 9, 24), [])], "holiday_name_missing", "days.0.names"),
        (2026, [HolidayGiven(date(2026, 9, 24), [LanguageText("ca", " ")])], "text_blank", "days.0.names"),
        (
            2026,
            [HolidayGiven(date(2026, 9, 24), [LanguageText("?", "x")])],
            "language_invalid",
            "days.0.names",
        ),
    ],
)
def test_what_cannot_be_a_year_is_refused(
    year: int, days: list[HolidayGiven], reason: str, path: str
) -> None:
    with pytest.raises(Invalid) as caught:
        check_year(year, days)
    assert (caught.value.reason, ".".join(caught.value.path)) == (reason, path)


def test_a_year_has_fewer_days_off_than_working_days() -> None:
    with pytest.raises(LimitExceeded, match="holidays_too_many"):
        check_year(2026, [MERCE] * (MAX_DAYS + 1))


def test_a_table_is_read_by_calendar_and_year() -> None:
    table = (
        "\ufeffcalendar,day,name_ca,name_es\r\n"
        "08015,2026-05-11,Sant Anastasi,\r\n08101,2027-09-24,La Mercè,La Merced\r\n08015,2026-08-16,Sant Roc,\r\n"
    )
    badalona, hospitalet = years_of(table)
    assert (badalona.calendar, badalona.year) == ("08015", 2026)
    assert [(each.day.day, each.names) for each in badalona.days] == [
        (11, [LanguageText("ca", "Sant Anastasi")]),
        (16, [LanguageText("ca", "Sant Roc")]),
    ]
    assert (hospitalet.calendar, hospitalet.year) == ("08101", 2027)
    assert [name.language for name in hospitalet.days[0].names] == ["ca", "es"]


@pytest.mark.parametrize(
    ("table", "line"),
    [
        ("", 1),
        ("calendar,day,name_ca\n", 1),
        ("calendar,name_ca\n08015,Sant Roc\n", 2),
        ("calendar,day,name_ca\n08015,2026-05-11,Sant Anastasi\n08015,16/08/2026,Sant Roc\n", 3),
    ],
)
def test_a_table_that_cannot_be_read_names_its_line(table: str, line: int) -> None:
    with pytest.raises(Invalid) as caught:
        years_of(table)
    assert (caught.value.reason, caught.value.fields) == ("holidays_unreadable", {"line": line})


@given(st.text(max_size=200))
def test_no_table_is_more_than_refused(table: str) -> None:
    try:
        for each in years_of(f"calendar,day,name_ca\n{table}"):
            check_year(each.year, each.days)
    except Refusal:
        pass
