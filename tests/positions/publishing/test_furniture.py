"""The words around a text: in three languages alike, days and shares as they are written there."""

import string
from datetime import date
from fractions import Fraction

import pytest

from positions.publishing.furniture import LANGUAGES, day, language_name, listed, number, percent, word, words
from positions.publishing.remarks import remark


def fields(wording: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(wording) if name}


def test_every_word_is_there_in_each_language_with_the_same_fields() -> None:
    catalan = words("ca")
    for language in LANGUAGES:
        told = words(language)
        assert set(told) == set(catalan)
        assert list(told) == sorted(told)
        assert {key for key in told if fields(told[key]) != fields(catalan[key])} == set()
        assert all(wording.strip() for wording in told.values())


@pytest.mark.parametrize(
    ("language", "april", "november"),
    [
        ("ca", "3 d'abril de 2026", "20 de novembre de 2026"),
        ("es", "3 de abril de 2026", "20 de noviembre de 2026"),
        ("fr", "3 April 2026", "20 November 2026"),
    ],
)
def test_days_are_written_out(language: str, april: str, november: str) -> None:
    assert (day(date(2026, 4, 3), language), day(date(2026, 11, 20), language)) == (april, november)


def test_numbers_and_shares_by_language_never_rounded_up() -> None:
    assert (number(1_686_208, "ca"), number(1_686_208, "en")) == ("1.686.208", "1,686,208")
    assert percent(Fraction(64_999_999, 100_000_000), "ca") == "64,99\u00a0%"
    assert percent(Fraction(2, 3), "en") == "66.66%"
    assert percent(Fraction(1), "es") == "100,00\u00a0%"


def test_names_are_listed_and_languages_named() -> None:
    assert listed(["Tiana", "Gavà", "Begues"], "ca") == "Tiana, Gavà i Begues"
    assert (listed(["Tiana"], "en"), listed([], "es")) == ("Tiana", "")
    assert (language_name("ca-valencia", "en"), language_name("fi", "ca")) == ("Catalan", "fi")


def test_what_a_pdf_lacks_is_said_in_the_readers_language() -> None:
    assert remark(None, "ca") is None
    assert "nivell de títol" in str(remark("skipped from heading level 1 to 3", "ca"))
    assert "«😀»" in str(remark('the text `"😀"` could not be displayed with font `"x"`', "es"))
    assert "odd" in str(remark("odd", "en"))
    assert word("page-of", "de") == "{page} of {pages}"
