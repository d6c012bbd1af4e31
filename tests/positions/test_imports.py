"""What one author's text proposes on the base, passage by passage."""

from datetime import UTC, datetime

import pytest
from hypothesis import given

from positions.hunks import Hunk, apply_hunks
from positions.imports import Trace, Written, left_out, moment_of, suggestions
from tests.strategies import texts

MARIA = Written("Maria Puig", datetime(2026, 11, 12, 10, 3, tzinfo=UTC))
LATER = Written("Maria Puig", datetime(2026, 11, 13, 9, 0, tzinfo=UTC))


@given(texts(), texts())
def test_all_suggestions_together_make_the_authors_text(base: str, theirs: str) -> None:
    made = apply_hunks(
        base, [Hunk(one.start, one.end, one.proposed) for one in suggestions(base, theirs, ())]
    )
    assert "".join(made.split()) == "".join(theirs.split())


def test_a_comparison_whose_edits_cross_is_no_reason_to_refuse_a_file() -> None:
    found = suggestions("els\n1. els", ":els", ())
    assert apply_hunks("els\n1. els", [Hunk(one.start, one.end, one.proposed) for one in found]) == ":els"


def test_a_suggestion_has_the_name_and_the_latest_moment_of_its_changes() -> None:
    base = "El riu baixa ple i net.\n\nUn altre.\n"
    traces = [
        Trace(MARIA, "DELETION", "ple", 13, 16),
        Trace(LATER, "INSERTION", "sec", 16, 16),
        Trace(Written("Maria Puig", None), "INSERTION", "sí"),
    ]
    (found,) = suggestions(base, base.replace("ple", "sec"), traces)
    assert (found.written, found.kinds) == (LATER, ("DELETION", "INSERTION"))
    assert left_out([found], traces) == (traces[2],)


def test_a_new_paragraph_and_a_changed_word_beside_it_are_two_suggestions() -> None:
    base = "Un.\n\nDos ara.\n"
    found = suggestions(base, "Un.\n\nNou.\n\nTres ara.\n", ())
    assert [(base[one.start : one.end], one.proposed) for one in found] == [("", "Nou.\n\n"), ("Dos", "Tres")]


def test_a_number_is_quoted_whole() -> None:
    base = "El termini és el 2030.\n"
    (found,) = suggestions(base, "El termini és el 2040.\n", ())
    assert (base[found.start : found.end], found.proposed) == ("2030", "2040")


@pytest.mark.parametrize(
    ("date", "moment"),
    [
        ("2026-11-12T10:03:00Z", datetime(2026, 11, 12, 10, 3, tzinfo=UTC)),
        ("2026-11-12T10:03:00", datetime(2026, 11, 12, 10, 3, tzinfo=UTC)),
        ("2026-11-12T10:03:00+01:00", datetime(2026, 11, 12, 9, 3, tzinfo=UTC)),
        ("0001-01-01T00:00:00+14:00", None),
        ("1601-01-01T00:00:00Z", None),
        ("9999-12-31T00:00:00Z", None),
        ("ahir", None),
        ("", None),
    ],
)
def test_dates_as_word_writes_them(date: str, moment: datetime | None) -> None:
    assert moment_of(date) == moment
