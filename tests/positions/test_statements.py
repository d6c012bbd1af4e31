"""Statements: who may annex and sign what, when; their text is plain paragraphs."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.errors import Invalid, LimitExceeded, Refusal
from positions.rounds import RoundStatus
from positions.rules import Silence
from positions.statements import (
    MAX_TEXT,
    Hearing,
    StatementKind,
    check_signing,
    check_statement,
    standing,
    statement_text,
    takes_statements,
)
from tests.strategies import WORDS

MINUTES, DISSENT = StatementKind.MINUTES, StatementKind.DISSENT
HEARING = Hearing(RoundStatus.OPEN, Silence.NONE, frozenset("ABC"), frozenset("A"))
OVER = [RoundStatus.FAILED, RoundStatus.BROKEN, RoundStatus.VOID]

codes = st.lists(st.sampled_from("ABCD"), min_size=1, max_size=3, unique=True)
hearings = st.builds(
    Hearing,
    st.sampled_from(RoundStatus),
    st.sampled_from(Silence),
    st.frozensets(st.sampled_from("ABC")),
    st.frozensets(st.sampled_from("ABC")),
)


def refusal_of(kind: StatementKind, organizations: list[str], hearing: Hearing = HEARING) -> str | None:
    try:
        check_statement(kind, organizations, hearing)
    except Refusal as refusal:
        return f"{refusal.code} {refusal.reason}"
    return None


def signing_of(kind: StatementKind, code: str, hearing: Hearing = HEARING) -> str | None:
    """What is said to a signature under a statement of A, B and D that D has signed."""
    try:
        check_signing(kind, code, hearing, named="ABD", signed="D")
    except Refusal as refusal:
        return f"{refusal.code} {refusal.reason}"
    return None


@pytest.mark.parametrize("status", [RoundStatus.OPEN, RoundStatus.PASSED])
@pytest.mark.parametrize(("kind", "organizations"), [(MINUTES, ["A", "B"]), (DISSENT, ["B", "C"])])
def test_sound_statements_are_heard(
    status: RoundStatus, kind: StatementKind, organizations: list[str]
) -> None:
    assert refusal_of(kind, organizations, replace(HEARING, status=status)) is None


@pytest.mark.parametrize(
    ("kind", "organizations", "hearing", "refusal"),
    [
        (MINUTES, [], HEARING, "INVALID statement_of_nobody"),
        (DISSENT, ["B", "A"], HEARING, "INVALID dissent_of_approval"),
        (MINUTES, ["A"], replace(HEARING, silence=Silence.CONSENT), "INVALID statement_under_silence"),
        (MINUTES, ["D"], HEARING, "NOT_ELIGIBLE not_eligible"),
        (DISSENT, ["B", "D"], HEARING, "NOT_ELIGIBLE not_eligible"),
        (MINUTES, ["A"], replace(HEARING, status=RoundStatus.SCHEDULED), "ROUND_CLOSED round_not_yet_open"),
        *[
            (MINUTES, ["A"], replace(HEARING, status=status), "ROUND_CLOSED round_hears_nothing")
            for status in OVER
        ],
    ],
)
def test_statements_that_cannot_be(
    kind: StatementKind, organizations: list[str], hearing: Hearing, refusal: str
) -> None:
    assert refusal_of(kind, organizations, hearing) == refusal


@given(st.sampled_from(StatementKind), codes, hearings)
def test_what_is_heard_is_of_electors_that_may_say_it(
    kind: StatementKind, organizations: list[str], hearing: Hearing
) -> None:
    may_say = standing(kind, organizations, hearing.approving) == tuple(organizations)
    are_called = set(organizations) <= set(hearing.electorate)
    is_heard = refusal_of(kind, organizations, hearing) is None
    assert is_heard == (takes_statements(hearing) and are_called and may_say)


@pytest.mark.parametrize(
    ("kind", "code", "hearing", "refusal"),
    [
        (MINUTES, "A", HEARING, None),
        (DISSENT, "B", HEARING, None),
        (DISSENT, "A", HEARING, "INVALID dissent_of_approval"),
        (MINUTES, "C", HEARING, "NOT_ELIGIBLE statement_names_others"),
        (MINUTES, "D", HEARING, "ALREADY_DONE statement_signed"),
        (MINUTES, "B", replace(HEARING, status=RoundStatus.VOID), "ROUND_CLOSED round_hears_nothing"),
    ],
)
def test_signing(kind: StatementKind, code: str, hearing: Hearing, refusal: str | None) -> None:
    assert signing_of(kind, code, hearing) == refusal


def test_a_dissent_falls_where_its_signatory_approves() -> None:
    assert standing(DISSENT, "AB", "A") == ("B",)
    assert standing(MINUTES, "AB", "A") == ("A", "B")


paragraphs = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)


@given(
    st.lists(paragraphs, min_size=1, max_size=5),
    st.sampled_from(["\n\n", "\r\n\r\n", " \n\n\n", "\n \n\t\n"]),
)
def test_a_text_is_paragraphs_with_one_empty_line_between(parts: list[str], gap: str) -> None:
    found = statement_text(f"\n  {gap.join(parts)} \n")
    assert found.split("\n\n") == statement_text("\n\n".join(parts)).split("\n\n")
    assert len(found.split("\n\n")) == len(parts)
    assert statement_text(found) == found


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("", Invalid),
        (" \n\t", Invalid),
        ("a\x00b", Invalid),
        ("\ud800", Invalid),
        ("a" * (MAX_TEXT + 1), LimitExceeded),
    ],
)
def test_what_is_no_text_is_refused(text: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        statement_text(text)


def test_the_longest_text_is_taken() -> None:
    assert len(statement_text("🌊" * MAX_TEXT)) == MAX_TEXT
